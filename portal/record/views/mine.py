"""My data, whole: on pages, and as files to keep."""

from collections.abc import Iterator

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_safe

from portal.accounts.http import MemberRequest
from portal.accounts.looking import note_export
from portal.record.formats.as_csv import zip_pieces
from portal.record.formats.as_fhir import fhir_texts
from portal.record.formats.as_html import html_texts
from portal.record.formats.as_json import json_texts
from portal.record.left_out import LEFT_OUT
from portal.record.pages import RowsOf, counted_tables
from portal.record.schema import SCHEMA_FILE
from portal.record.tables import BY_NAME
from portal.record.whole import in_pieces, whole

A_PAGE = 20


@require_safe
def record(request: MemberRequest) -> HttpResponse:
    tables = counted_tables(request.user)
    empty = [counted.table.words for counted in tables if not counted.rows]
    context = {"tables": tables, "empty": empty, "left_out": LEFT_OUT}
    return render(request, "record/record.html", context)


@require_safe
def record_table(request: MemberRequest, table: str) -> HttpResponse:
    if table not in BY_NAME:
        raise Http404
    rows = RowsOf(BY_NAME[table], request.user)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {"table": BY_NAME[table], "page_obj": page}
    return render(request, "record/record_table.html", context)


def file(
    request: MemberRequest, pieces: Iterator[bytes], kind: str, name: str, what: str
) -> StreamingHttpResponse:
    """Only once the member can read that it was taken."""
    note_export(member=request.user, actor=request.user, what=what)
    disposition = f'attachment; filename="{name}"' if name else "inline"
    headers = {"Content-Disposition": disposition}
    return StreamingHttpResponse(pieces, content_type=kind, headers=headers)


@require_GET
@reauthentication_required
def export_json(request: MemberRequest) -> StreamingHttpResponse:
    pieces = in_pieces(json_texts(whole(request.user)))
    what = _("The whole record, as JSON")
    return file(request, pieces, "application/json", "my-record.json", what)


@require_GET
@reauthentication_required
def export_csv(request: MemberRequest) -> StreamingHttpResponse:
    pieces = zip_pieces(whole(request.user))
    what = _("The whole record, as CSV")
    return file(request, pieces, "application/zip", "my-record-csv.zip", what)


@require_GET
@reauthentication_required
def export_fhir(request: MemberRequest) -> StreamingHttpResponse:
    pieces = in_pieces(fhir_texts(whole(request.user)))
    what = _("The record for other health software, as FHIR")
    return file(request, pieces, "application/fhir+json", "my-record.fhir.json", what)


@require_GET
@reauthentication_required
def export_html(request: MemberRequest) -> StreamingHttpResponse:
    pieces = in_pieces(html_texts(whole(request.user), request))
    what = _("The whole record, as a page")
    return file(request, pieces, "text/html; charset=utf-8", "", what)


@login_not_required
@require_safe
def record_schema(request: HttpRequest) -> FileResponse:
    """The shape of the JSON: it says nothing about anybody."""
    return FileResponse(SCHEMA_FILE.open("rb"), content_type="application/schema+json")
