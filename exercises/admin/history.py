from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as now
from django.views.decorators.http import require_POST

from exercises import restoring
from exercises.admin.deeds import may_edit
from exercises.comparing import Change, Names, compare
from exercises.history import Moment, moments
from exercises.tree import grow


@dataclass(frozen=True)
class Version:
    moment: Moment
    changes: list[Change]
    is_first: bool


def versions(row: Any) -> list[Version]:
    """Newest first. What changed no word, such as a step of the way, says so."""
    names = Names()
    found = moments(row)
    earlier = [*found[1:], None]
    return [
        Version(
            moment,
            compare(before.node, moment.node, names) if before else [],
            is_first=before is None,
        )
        for moment, before in zip(found, earlier, strict=True)
    ]


class HasHistory[Row: models.Model](admin.ModelAdmin[Row]):
    """Who changed what and when, in words; and the way back, in one click."""

    def get_urls(self) -> list[URLPattern]:
        name = f"exercises_{self.opts.model_name}_restore"
        view = self.admin_site.admin_view(self.restore_view)
        route = "<path:object_id>/restore/<int:version>/"
        return [path(route, view, name=name), *super().get_urls()]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        row: Any = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        live = getattr(row, "draft_of", None)
        context = {
            **self.admin_site.each_context(request),
            "title": now("History: %(name)s") % {"name": row},
            "opts": self.opts,
            "object": row,
            "live": live,
            "from_live": compare(grow(live), grow(row)) if live else [],
            "versions": versions(row),
            "may_restore": may_edit(request, row),
            "restore_name": f"admin:exercises_{self.opts.model_name}_restore",
        }
        return TemplateResponse(request, "admin/exercises/history.html", context)

    @method_decorator(require_POST)
    @transaction.atomic
    def restore_view(
        self, request: HttpRequest, object_id: str, version: int
    ) -> HttpResponse:
        row = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not may_edit(request, row):
            raise PermissionDenied
        moment = next((m for m in moments(row) if m.page.pk == version), None)
        if moment is None:
            raise Http404
        after = restoring.restore(row, moment, request.user)  # type: ignore[arg-type]  # staff are members
        self.log_change(request, after, [{"changed": {"fields": ["text"]}}])
        messages.success(request, now("The earlier version stands in the form."))
        name = f"admin:exercises_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[after.pk]))
