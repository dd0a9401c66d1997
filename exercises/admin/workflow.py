from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.contrib import admin, messages
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from exercises import preview, publishing
from exercises.admin.checklist import HasChecklist
from exercises.admin.deeds import (
    DEEDS,
    Deed,
    PublishForm,
    deed_or_refusal,
    first_values,
)
from exercises.admin.guarding import Guarded
from exercises.admin.history import HasHistory
from exercises.admin.prose import ShowsProse
from exercises.admin.roles import Status, may_publish
from exercises.history import recorded
from exercises.models import Workflow
from exercises.publishing import HeldBackError, NotReadyError


class Recorded[Row: models.Model](HasChecklist[Row], ShowsProse[Row], Guarded[Row]):
    """Each saved form is one version, in the name of who saved it."""

    change_form_template = "admin/exercises/content_change_form.html"

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kw: Any
    ) -> Any:
        if request.method != "POST":
            return super().changeform_view(request, object_id, *args, **kw)
        if object_id and self.has_gone(request, object_id):
            return self.gone(request)
        with recorded(request.user):  # type: ignore[arg-type]  # staff are members
            return super().changeform_view(request, object_id, *args, **kw)

    def has_gone(self, request: HttpRequest, object_id: str) -> bool:
        row = self.get_object(request, object_id)
        away = row is None or self.page_of(row).is_live
        return away and self.has_change_permission(request)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if any(one.has_changed() for one in [form, *formsets]):
            self.words_changed(request, self.page_of(form.instance))

    def words_changed(self, request: HttpRequest, page: Any) -> None:
        if publishing.wrote(page, request.user):  # type: ignore[arg-type]  # staff are members
            messages.warning(
                request, now("The text changed, so its review was taken off.")
            )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What is live is changed through a working draft."""
        if obj is not None and self.page_of(obj).is_live:
            return False
        return super().has_change_permission(request, obj)


class WorkflowAdmin[Row: Workflow](HasHistory[Row], Recorded[Row]):
    """From a draft to a page: buttons on the form, and actions for many at once."""

    actions = ["send_to_review", "publish", "withdraw"]

    def get_urls(self) -> list[URLPattern]:
        name = f"exercises_{self.opts.model_name}_deed"
        view = self.admin_site.admin_view(self.deed_view)
        return [path("<path:object_id>/do/", view, name=name), *super().get_urls()]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and obj.status == Status.PUBLISHED:
            return False
        return super().has_delete_permission(request, obj)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        row = self.get_object(request, object_id) if object_id else None
        context = {**(extra_context or {}), **self.way(request, row)}
        return super().changeform_view(request, object_id, form_url, context)

    def way(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        if row is None:
            return {"page": None, "may_send": True}
        offered = [deed for deed in DEEDS.values() if deed.may(request, row)]
        name = f"admin:exercises_{self.opts.model_name}_deed"
        return {
            "page": row,
            "may_send": DEEDS["send"].may(request, row),
            "deeds": [
                (d, d.form and d.form(initial=first_values(request))) for d in offered
            ],
            "deed_address": reverse(name, args=[row.pk]),
            "preview_address": preview.address(row),
            "live": row.draft_of,
            "draft": type(row).objects.filter(draft_of=row).first(),
        }

    @method_decorator(require_POST)
    @transaction.atomic
    def deed_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        row = get_object_or_404(self.get_queryset(request), pk=object_id)
        deed = deed_or_refusal(request, row, request.POST.get("deed", ""))
        form = deed.form(request.POST) if deed.form else None
        if form and not form.is_valid():
            messages.error(
                request, " ".join(str(e) for es in form.errors.values() for e in es)
            )
            return self.to(row)
        try:
            with transaction.atomic(), version_of(request, deed):
                after = deed.do(request, row, form)
        except NotReadyError as error:
            return self.not_ready(request, row, form, error)
        except publishing.InUseError as error:
            messages.error(request, str(error))
            return self.to(row)
        self.log_change(
            request,
            after,
            [
                {
                    "changed": {
                        "name": str(deed.label),
                        "object": str(after),
                        "fields": ["status"],
                    }
                }
            ],
        )
        messages.success(request, deed.done)
        return self.to(after)

    def not_ready(
        self, request: HttpRequest, row: Any, form: Any, error: NotReadyError
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": now("It cannot be published yet"),
            "opts": self.opts,
            "row": row,
            "form": form,
            "found": error.found,
        }
        template = "admin/exercises/not_ready.html"
        return TemplateResponse(request, template, context, status=409)

    def to(self, row: Any) -> HttpResponse:
        name = f"admin:exercises_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[row.pk]))

    def response_add(
        self, request: HttpRequest, obj: Any, *args: Any, **kw: Any
    ) -> Any:
        return self.sent(request, obj) or super().response_add(
            request, obj, *args, **kw
        )

    def response_change(self, request: HttpRequest, obj: Any) -> Any:
        return self.sent(request, obj) or super().response_change(request, obj)

    def sent(self, request: HttpRequest, row: Any) -> HttpResponse | None:
        if "_send" not in request.POST or row.status != Status.DRAFT:
            return None
        publishing.send(row)
        messages.success(request, now("Saved, and sent to review."))
        return self.to(row)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return may_publish(request)

    @admin.action(description=_("Send to review"), permissions=["change"])
    def send_to_review(self, request: HttpRequest, rows: QuerySet[Row]) -> None:
        self.do_all(request, rows, "send")

    @admin.action(description=_("Publish"), permissions=["publish"])
    def publish(self, request: HttpRequest, rows: QuerySet[Row]) -> None:
        self.do_all(request, rows, "publish")

    @admin.action(description=_("Withdraw"), permissions=["publish"])
    def withdraw(self, request: HttpRequest, rows: QuerySet[Row]) -> None:
        self.do_all(request, rows, "withdraw")

    def do_all(self, request: HttpRequest, rows: QuerySet[Row], name: str) -> None:
        deed = DEEDS[name]
        allowed = [row for row in rows if deed.may(request, row)]
        left = len(rows) - len(allowed)
        with recorded(request.user, str(deed.label)):  # type: ignore[arg-type]  # staff are members
            done = [row for row in allowed if self.did(request, row, deed)]
        if done:
            self.message_user(
                request, sentence(len(done), deed.label), messages.SUCCESS
            )
        if left:
            self.message_user(request, left_sentence(left), messages.WARNING)

    def did(self, request: HttpRequest, row: Any, deed: Deed) -> bool:
        """One that is held back keeps back no other."""
        form = PublishForm({})
        form.full_clean()
        try:
            with transaction.atomic():
                deed.do(request, row, form)
        except HeldBackError as error:
            words = {"page": row, "why": error}
            text = now("“%(page)s” was left as it is. %(why)s") % words
            self.message_user(request, text, messages.ERROR)
            return False
        self.log_change(request, row, [{"changed": {"fields": ["status"]}}])
        return True


def version_of(request: HttpRequest, deed: Deed) -> AbstractContextManager[None]:
    """These write versions of their own: how the page came, and the new draft."""
    if deed.name in {"edit", "copy"}:
        return nullcontext()
    return recorded(request.user, str(deed.label))  # type: ignore[arg-type]  # staff are members


def sentence(count: int, label: Any) -> str:
    text: str = ngettext(
        "%(label)s: %(count)d page.", "%(label)s: %(count)d pages.", count
    )
    return text % {"count": count, "label": label}


def left_sentence(count: int) -> str:
    text: str = ngettext(
        "%(count)d page was left as it is: it is at another step, or you wrote it yourself.",
        "%(count)d pages were left as they are: they are at another step, or you wrote them yourself.",
        count,
    )
    return text % {"count": count}
