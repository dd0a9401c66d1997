"""All content out, and in: an upload is shown file by file before it is applied."""

from io import BytesIO
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from exercises.admin.roles import may_publish
from exercises.archives import uploads
from exercises.archives.bringing import ChangedMeanwhileError, bring
from exercises.archives.deciding import plan_of
from exercises.archives.exporting import exported
from exercises.archives.packing import zipped
from exercises.archives.plan import Outcome, Plan
from exercises.archives.unpacking import MEGABYTE, MOST_BYTES, unzipped
from exercises.models import Exercise
from exercises.shipping import ContentError
from portal.accounts.models import Member

SHOWN = 40  # problems; with more of them, the archive is of another kind


class ArchiveForm(forms.Form):
    archive = forms.FileField(
        label=_("Archive"),
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
        help_text=_("A ZIP file as this page gives it, changed or not."),
    )

    def __init__(self, *args: Any, by: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_archive(self) -> bytes:
        sent = self.cleaned_data["archive"]
        if sent.size > MOST_BYTES:
            words = {"most": MOST_BYTES // MEGABYTE}
            raise forms.ValidationError(now("At most %(most)s MB.") % words)
        content: bytes = sent.read()
        try:
            problems = plan_of(unzipped(BytesIO(content)), self.by).problems
        except ContentError as error:
            problems = [str(error)]
        if problems:
            raise forms.ValidationError(shortened(problems))
        return content


def shortened(problems: list[str]) -> list[str]:
    more = len(problems) - SHOWN
    if more <= 0:
        return problems
    words = ngettext("And %(more)d more.", "And %(more)d more.", more)
    return [*problems[:SHOWN], words % {"more": more}]


def publisher(request: HttpRequest) -> Member:
    member = request.user
    if not isinstance(member, Member) or not may_publish(request):
        raise PermissionDenied
    return member


class MovesContent(admin.ModelAdmin[Exercise]):
    """Beside the exercises, and about all content."""

    def get_urls(self) -> list[URLPattern]:
        guarded: Any = self.admin_site.admin_view
        routes: dict[str, tuple[Any, str]] = {
            "archive/": (self.archive_view, "content_archive"),
            "archive/content.zip": (self.download_view, "content_download"),
            "archive/<slug:digest>/": (self.upload_view, "content_upload"),
        }
        mine = [path(r, guarded(v), name=name) for r, (v, name) in routes.items()]
        return [*mine, *super().get_urls()]

    def download_view(self, request: HttpRequest) -> HttpResponse:
        publisher(request)
        headers = {"Content-Disposition": 'attachment; filename="content.zip"'}
        content = zipped(exported())
        return HttpResponse(content, content_type="application/zip", headers=headers)

    def archive_view(self, request: HttpRequest) -> HttpResponse:
        by = publisher(request)
        is_sent = request.method == "POST"
        data = (request.POST, request.FILES) if is_sent else ()
        form = ArchiveForm(*data, by=by)
        if is_sent and form.is_valid():
            digest = uploads.keep(form.cleaned_data["archive"], by)
            return to("content_upload", digest)
        return self.page(request, "archive", {"form": form}, invalid=bool(form.errors))

    def upload_view(self, request: HttpRequest, digest: str) -> HttpResponse:
        by = publisher(request)
        content = uploads.kept(digest, by)
        if content is None:
            raise Http404
        files = unzipped(BytesIO(content))
        if request.method != "POST":
            return self.shown(request, plan_of(files, by))
        try:
            plan = bring(files, by, seen=request.POST.get("seen", "none"))
        except (ChangedMeanwhileError, ContentError):
            messages.error(request, now("Something here changed. Look once more."))
            return self.shown(request, plan_of(files, by), status=409)
        uploads.forget(digest, by)
        count = len(plan.writes)
        words = ngettext("%(count)d file came in.", "%(count)d files came in.", count)
        messages.success(request, words % {"count": count})
        return to("content_archive")

    def shown(
        self, request: HttpRequest, plan: Plan, *, status: int = 200
    ) -> HttpResponse:
        same = [step for step in plan.steps if step.outcome == Outcome.SAME]
        context = {
            "title": now("What the archive changes"),
            "plan": plan,
            "problems": shortened(plan.problems),
            "told": [step for step in plan.steps if step.outcome != Outcome.SAME],
            "same": same,
        }
        return self.page(request, "archive_upload", context, status=status)

    def page(
        self,
        request: HttpRequest,
        name: str,
        context: dict[str, Any],
        *,
        status: int = 200,
        invalid: bool = False,
    ) -> HttpResponse:
        whole = {
            **self.admin_site.each_context(request),
            "title": now("Content in and out"),
            **context,
        }
        template = f"admin/exercises/{name}.html"
        return TemplateResponse(
            request, template, whole, status=422 if invalid else status
        )


def to(name: str, *args: str) -> HttpResponse:
    return HttpResponseRedirect(reverse(f"admin:{name}", args=args))
