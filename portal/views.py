from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps import views as sitemap_views
from django.core.exceptions import BadRequest
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from exercises.models import Exercise
from exercises.revisiting import revisited
from portal.address import site_address
from portal.plans.sponsor_report import example
from portal.sitemaps import SITEMAPS

SHOWN_AT_HOME = (
    "lying-press-up",
    "standing-back-bend",
    "cat-cow",
    "hamstring-stretch",
    "walking",
    "knees-to-chest",
)
NOT_FOR_ROBOTS = (
    "/accounts/",
    "/admin/",
    "/coverage/?",
    "/coverage/ask/",
    "/exercises/?",
    "/join/",
    "/preview/",
    "/shared/",
)


@login_not_required
@require_safe
@revisited
def home(request: HttpRequest) -> HttpResponse:
    movements = Exercise.objects.for_home(SHOWN_AT_HOME)
    return render(request, "portal/home.html", {"movements": movements})


@login_not_required
@require_safe
def what_sponsors_see(request: HttpRequest) -> HttpResponse:
    report = example(timezone.localdate())
    return render(request, "portal/what_sponsors_see.html", {"report": report})


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/privacy.html")


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/accessibility.html")


@login_not_required
@require_safe
def help(request: HttpRequest) -> HttpResponse:  # noqa: A001  # named as its address
    return render(request, "portal/help.html")


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What leads to nothing worth finding: forms, links for one person, searches."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS),
        "",
        f"Sitemap: {site_address(request)}{reverse('sitemap')}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")


@login_not_required
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    return sitemap_views.sitemap(request, SITEMAPS)


@login_not_required
@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("alive\n", content_type="text/plain")


@login_not_required
@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Able to serve: the database answers and no migration waits."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return HttpResponse("database\n", content_type="text/plain", status=503)
    if waiting:
        return HttpResponse("migrations\n", content_type="text/plain", status=503)
    return HttpResponse("ready\n", content_type="text/plain")


def error_page(request: HttpRequest, status: int) -> HttpResponse:
    return HttpResponse(loader.render_to_string(f"{status}.html"), status=status)


@login_not_required
def bad_request(request: HttpRequest, exception: BadRequest) -> HttpResponse:
    return error_page(request, 400)


@login_not_required
def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


@login_not_required
def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    return error_page(request, 500)
