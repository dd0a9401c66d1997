from django.db import models
from django.utils.translation import gettext_lazy as _


class FarthestPoint(models.IntegerChoices):
    """How far down one side it reaches: 0 is nowhere, 6 is the foot."""

    NONE = 0, _("nowhere")
    LOWER_BACK = 1, _("lower back")
    BUTTOCK = 2, _("buttock")
    THIGH = 3, _("thigh")
    KNEE = 4, _("knee")
    LOWER_LEG = 5, _("lower leg")
    FOOT = 6, _("foot")
