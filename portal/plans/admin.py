from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.urls import URLPattern, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from portal.plans import queue  # noqa: F401  # registers
from portal.plans.eligibility import admin as eligibility  # noqa: F401  # registers
from portal.plans.importing.admin import DirectoryImportMixin
from portal.plans.importing.benefits import BenefitResource
from portal.plans.importing.sponsors import SponsorResource
from portal.plans.importing.undoing import CannotUndoError, LaterFirstError, undo
from portal.plans.models import (
    Benefit,
    DirectoryImport,
    PlanOption,
    Sponsor,
    SponsorAlias,
    SponsorDomain,
    SponsorRequest,
    UnmatchedSearch,
)
from portal.plans.sponsor_report_pages import report_urls

WIDE: Any = {
    models.CharField: {"widget": forms.TextInput(attrs={"size": 60})},
    models.TextField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 60})},
}
WHAT: Any = ["program", ("starts_on", "ends_on"), "cost_line", "payer_line"]
WHO: Any = ["who_can_join", "covers_dependants", "minimum_age"]
HOW: Any = [("verification", "code"), "checked_on"]
ASKS: Any = [
    ("asks_first_name", "asks_last_name", "asks_birth_date"),
    ("asks_member_id", "asks_zip", "asks_relationship"),
]


class AliasInline(admin.TabularInline[SponsorAlias, Sponsor]):
    model = SponsorAlias
    extra = 1
    verbose_name_plural = _("Other names people search by")


class DomainInline(admin.TabularInline[SponsorDomain, Sponsor]):
    model = SponsorDomain
    extra = 0
    verbose_name_plural = _("E-mail domains of its people")


class BenefitInline(admin.StackedInline[Benefit, Sponsor]):
    model = Benefit
    extra = 0
    show_change_link = True
    formfield_overrides = WIDE
    fields = [*WHAT, *WHO, *HOW, *ASKS]


class PlanOptionInline(admin.TabularInline[PlanOption, Benefit]):
    model = PlanOption
    extra = 0
    verbose_name_plural = _("Plan options, where it depends on the plan")


class NotWhileCovering(admin.ModelAdmin[Any]):
    """Django would list each coverage: how many people joined, also when few."""

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[Any, Any, Any, Any]:
        gone, counts, missing, protected = super().get_deleted_objects(objs, request)
        if protected:
            told = now("People joined through it. Set its last day instead.")
            return [], {}, set(), [told]
        return gone, counts, missing, protected


@admin.register(Sponsor)
class SponsorAdmin(DirectoryImportMixin, NotWhileCovering):
    resource_classes: ClassVar[Any] = [SponsorResource]
    list_display = ["name", "kind", "places", "is_searchable", "changed_at"]
    list_filter = ["kind", "is_searchable", "benefits__verification"]
    search_fields = ["name", "aliases__name", "places"]
    show_facets = admin.ShowFacets.ALWAYS
    save_on_top = True
    formfield_overrides = WIDE
    readonly_fields = ["changed_at", "report"]
    autocomplete_fields = ["parent", "health_plans"]
    inlines = [AliasInline, DomainInline, BenefitInline]
    fieldsets: ClassVar[Any] = [
        (None, {"fields": ["name", "slug", "kind", "places"]}),
        (_("Whom it belongs with"), {"fields": ["parent", "health_plans"]}),
        (
            _("Who can find it"),
            {"fields": ["is_searchable", "link_code", "changed_at", "report"]},
        ),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """An address is in people's bookmarks and on posters."""
        return [*self.readonly_fields, "slug"] if obj else [*self.readonly_fields]

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: Any = None
    ) -> dict[str, Any]:
        return {} if obj else {"slug": ["name"]}

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """To choose from: Enter takes the first, which is one that is called so."""
        found, is_doubled = super().get_search_results(request, queryset, search_term)
        if request.path == reverse("admin:autocomplete"):
            begins = models.Q(name__istartswith=search_term)
            found = found.alias(begins=begins).order_by("-begins", "name", "pk")
        return found, is_doubled

    def get_urls(self) -> list[URLPattern]:
        return [*report_urls(self), *super().get_urls()]

    @admin.display(description=_("what the sponsor gets"))
    def report(self, obj: Sponsor) -> str:
        if not obj.pk:
            return "-"
        address = reverse("admin:plans_sponsor_report", args=[obj.pk])
        return format_html('<a href="{}">{}</a>', address, now("Report"))

    def view_on_site(self, obj: Sponsor) -> str | None:
        return obj.get_absolute_url() if obj.is_searchable else None


@admin.register(Benefit)
class BenefitAdmin(DirectoryImportMixin, NotWhileCovering):
    resource_classes: ClassVar[Any] = [BenefitResource]
    list_display = ["sponsor", "program", "state", "starts_on", "ends_on", "checked_on"]
    list_filter = ["verification", "program", "checked_on"]
    list_select_related = ["sponsor", "program"]
    search_fields = ["sponsor__name", "sponsor__aliases__name", "cost_line"]
    show_facets = admin.ShowFacets.ALWAYS
    autocomplete_fields = ["sponsor"]
    formfield_overrides = WIDE
    inlines = [PlanOptionInline]
    fieldsets: ClassVar[Any] = [
        (_("What is offered"), {"fields": ["sponsor", *WHAT]}),
        (_("Who can join"), {"fields": WHO}),
        (_("How it is checked"), {"fields": [*HOW, *ASKS]}),
    ]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Benefit]:
        return super().get_queryset(request).prefetch_related("options")

    @admin.display(description=_("today"))
    def state(self, obj: Benefit) -> str:
        return str(obj.state_on(timezone.localdate()).label)


@admin.register(UnmatchedSearch)
class UnmatchedSearchAdmin(admin.ModelAdmin[UnmatchedSearch]):
    list_display = ["words", "times", "week"]
    list_filter = ["week"]
    search_fields = ["words"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(SponsorRequest)
class SponsorRequestAdmin(admin.ModelAdmin[SponsorRequest]):
    """The e-mail goes when the request is answered."""

    list_display = ["name", "email", "asked_on", "answered_on"]
    list_filter = ["asked_on", ("answered_on", admin.EmptyFieldListFilter)]
    search_fields = ["name"]
    readonly_fields = ["name", "email", "asked_on"]
    actions = ["mark_answered"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.action(description=_("Answered: delete the e-mail"), permissions=["change"])
    def mark_answered(
        self, request: HttpRequest, queryset: models.QuerySet[SponsorRequest]
    ) -> None:
        queryset.update(answered_on=timezone.localdate(), email="")


@admin.register(DirectoryImport)
class DirectoryImportAdmin(admin.ModelAdmin[DirectoryImport]):
    list_display = ["file_name", "kind", "imported_at", "rows", "undone_at"]
    list_filter = ["kind"]
    actions = ["undo"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["file_name", "kind", "imported_at", "rows", "undone_at"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.get_readonly_fields(request)

    @admin.display(description=_("rows"))
    def rows(self, obj: DirectoryImport) -> str:
        counts = {"new": len(obj.made), "changed": len(obj.before)}
        return _("%(new)d new, %(changed)d changed") % counts

    @admin.action(
        description=_("Undo: the directory as before"), permissions=["change"]
    )
    def undo(
        self, request: HttpRequest, queryset: models.QuerySet[DirectoryImport]
    ) -> None:
        """The latest first, as they lie on each other."""
        for done in queryset:
            try:
                undo(done)
            except LaterFirstError:
                text = _("%s was not undone: a later file changed the same. Undo that.")
                self.message_user(request, text % done, messages.ERROR)
            except CannotUndoError:
                text = _("%s was not undone: what it brought is in use.")
                self.message_user(request, text % done, messages.ERROR)
            else:
                self.message_user(request, _("%s is undone.") % done)
