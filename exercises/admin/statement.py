from django.utils.translation import gettext_lazy as _

from exercises.admin.parts import StackedPart
from exercises.models import Statement


class StatementInline(StackedPart):
    model = Statement
    verbose_name = _("statement")
    verbose_name_plural = _("What studies say")
    autocomplete_fields = ["references"]
    fields = [
        "text",
        ("certainty", "in_sciatica"),
        "references",
        "source_note",
        "order",
    ]
