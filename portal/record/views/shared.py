from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from portal.accounts.models import Member
from portal.record.forms import PasscodeForm
from portal.record.models import ShareLink
from portal.record.opening import open_with
from tracking.periods import period_named
from tracking.report import report_for

# A form behind "no-referrer" is sent with the origin "null", and Django refuses it.
# "strict-origin" keeps the token out of the header as well.
ORIGIN_ONLY, NOTHING = "strict-origin", "no-referrer"


@login_not_required
@cache_control(no_store=True, private=True)
@require_http_methods(["GET", "HEAD", "POST"])
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """A link that is wrong, ended, turned off or used up gives the same answer."""
    link = ShareLink.objects.with_token(token).open_at(timezone.now()).first()
    if link is None:
        return page(request, "closed", NOTHING, 404)
    form = PasscodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reader = request.user if isinstance(request.user, Member) else None
        if open_with(link, form.cleaned_data["passcode"], reader):
            return shared_report(request, link)
        form.refuse()
    status = 422 if request.method == "POST" else 200
    return page(request, "passcode", ORIGIN_ONLY, status, form=form)


def shared_report(request: HttpRequest, link: ShareLink) -> HttpResponse:
    """Days begin and end where the member lives."""
    with timezone.override(link.member.zone):
        today = timezone.localdate()
        period = period_named(link.period)
        report = report_for(link.member, period, link.sections, today)
        return page(request, "report", NOTHING, 200, report=report, link=link)


def page(
    request: HttpRequest, name: str, referrer: str, status: int, **context: object
) -> HttpResponse:
    response = render(request, f"record/shared_{name}.html", context, status=status)
    response["Referrer-Policy"] = referrer
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
