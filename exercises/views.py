from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import push_url

from exercises import preview as previews
from exercises.filters import ExerciseFilter
from exercises.models import Exercise, Guide, Picture, Program, Reference
from exercises.pages import (
    address,
    chosen,
    citations,
    exercise_card,
    picture_response,
    reference_data,
    sheet_of,
    ways_back,
    whole_page,
)
from exercises.revisiting import revisited
from portal.accounts.http import SiteRequest
from portal.address import site_address


@login_not_required
@require_safe
@revisited
def guide_detail(request: HttpRequest, slug: str) -> HttpResponse:
    guide = get_object_or_404(Guide.objects.published().for_page(), slug=slug)
    return whole_page(request, guide)


@login_not_required
@require_safe
@vary_on_headers("HX-Request")
@revisited
def exercise_list(request: SiteRequest) -> HttpResponse:
    filters = ExerciseFilter(request.GET)
    exercises = filters.narrow(Exercise.objects.for_list())
    cards = [exercise_card(exercise) for exercise in exercises]
    context = {
        "filters": filters,
        "cards": cards,
        "chosen": chosen(filters) if cards else ways_back(filters),
    }
    if not request.htmx:
        return render(request, "exercises/exercise_list.html", context)
    response = render(request, "exercises/exercise_list.html#results", context)
    return push_url(response, address(filters))


@login_not_required
@require_safe
@revisited
def exercise_detail(request: HttpRequest, slug: str) -> HttpResponse:
    exercise = get_object_or_404(Exercise.objects.published().for_page(), slug=slug)
    return whole_page(request, exercise)


@login_not_required
@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    pictures = Picture.objects.for_reader(request.user)
    row = get_object_or_404(pictures, file=f"pictures/{name}.webp")
    return picture_response(row)


@login_not_required
@require_safe
@revisited
def program_list(request: HttpRequest) -> HttpResponse:
    programs = Program.objects.published().prefetch_related("phases")
    return render(request, "exercises/program_list.html", {"programs": programs})


@login_not_required
@require_safe
@revisited
def program_detail(request: HttpRequest, slug: str) -> HttpResponse:
    program = get_object_or_404(Program.objects.published().for_page(), slug=slug)
    return whole_page(request, program)


@login_not_required
@require_safe
@revisited
def program_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    program = get_object_or_404(Program.objects.published().for_sheet(), slug=slug)
    context = {"program": program, "sheet": sheet_of(program)}
    return render(request, "exercises/program_sheet.html", context)


@login_not_required
@require_safe
@never_cache
def preview(request: HttpRequest, token: str) -> HttpResponse:
    found = previews.shown_by(token)
    if found is None:
        raise Http404
    rows = previews.KINDS[found[0]].objects.for_page()
    response = whole_page(request, get_object_or_404(rows, pk=found[1]), preview=True)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


@login_not_required
@require_safe
@revisited
def reference_list(request: HttpRequest) -> HttpResponse:
    references = Reference.objects.for_list()
    return render(request, "exercises/reference_list.html", {"references": references})


@login_not_required
@require_safe
@revisited
def reference_detail(request: HttpRequest, key: str) -> HttpResponse:
    reference = get_object_or_404(Reference, key=key)
    context = {
        "reference": reference,
        "citations": citations(reference),
        "data": reference_data(reference, site_address(request)),
    }
    return render(request, "exercises/reference_detail.html", context)
