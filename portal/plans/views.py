import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from portal.accounts import carrying
from portal.accounts.carrying import typed
from portal.accounts.http import MemberRequest, SiteRequest
from portal.accounts.models import Member
from portal.plans.answers import Answer
from portal.plans.checking.inviting import answer_for, is_invited
from portal.plans.checking.views import check_page
from portal.plans.forms import FORMS, AskForm, CodeForm, ConfirmForm, LeaveForm
from portal.plans.joining import coverage_held
from portal.plans.link_only import sponsor_for
from portal.plans.models import Benefit, Coverage, Sponsor
from portal.plans.search import LONGEST_QUERY, find
from portal.plans.search_limit import limited
from portal.plans.unmatched import keep


@login_not_required
@require_safe
@vary_on_headers("HX-Request")
@limited
def coverage_search(request: SiteRequest) -> HttpResponse:
    result = find(request.GET.get("q", ""))
    if not request.htmx:
        keep(result)  # half-typed words are no search
    day = timezone.localdate()
    context = {
        "result": result,
        "rows": [(hit, Answer.on(day, hit.sponsor)) for hit in result.hits],
        "longest_query": LONGEST_QUERY,
        "ask": AskForm(initial={"id": uuid.uuid4(), "name": result.query}),
    }
    part = "#results" if request.htmx else ""
    return render(request, f"plans/coverage_search.html{part}", context)


@login_not_required
@require_safe
def sponsor_detail(request: HttpRequest, slug: str) -> HttpResponse:
    sponsor, day = sponsor_for(request, slug), timezone.localdate()
    answer = Answer.on(day, sponsor).with_plan(request.GET.get("plan", ""))
    plans = Sponsor.objects.plans_of(sponsor, day) if sponsor.has_plans else ()
    ask = AskForm(initial={"id": uuid.uuid4(), "name": sponsor.name})
    context = {"answer": answer, "plans": plans, "ask": ask}
    return render(request, "plans/sponsor_detail.html", context)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def coverage_ask(request: HttpRequest) -> HttpResponse:
    initial = {"id": uuid.uuid4(), "name": request.GET.get("q", "")}
    form = AskForm(posted(request), initial=initial)
    if form.is_valid():
        form.save()
        messages.success(request, _("Thank you. A person will check that name."))
        return redirect("plans:coverage_search")
    status = 422 if form.errors else 200
    context = {"form": form, "ask": form}
    return render(request, "plans/coverage_ask.html", context, status=status)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True, private=True)
def coverage_check(request: HttpRequest, slug: str) -> HttpResponse:
    sponsor = sponsor_for(request, slug)
    answer = answer_for(request, sponsor, timezone.localdate())
    if not answer.benefit or not answer.can_join:
        return redirect(sponsor)
    if answer.benefit.verification not in FORMS:
        return check_page(request, answer)
    if not isinstance(request.user, Member):
        carrying.keep(request)
        return redirect_to_login(request.path)
    return confirm_page(request, answer, answer.benefit, request.user)


def confirm_page(
    request: HttpRequest, answer: Answer, benefit: Benefit, member: Member
) -> HttpResponse:
    """Where a word of the member is enough, or the code of an invitation."""
    sponsor = answer.sponsor
    kind = ConfirmForm if is_invited(request, benefit) else FORMS[benefit.verification]
    form = kind(posted(request), initial=typed(request), member=member, benefit=benefit)
    if form.is_valid():
        form.save()
        messages.success(request, _("You are covered by %s.") % sponsor.name)
        return redirect("welcome")
    held = coverage_held(member=member, benefit=benefit)
    asks_code = kind is CodeForm
    context = {"answer": answer, "form": form, "held": held, "asks_code": asks_code}
    status = 422 if form.errors else 200
    return render(request, "plans/coverage_check.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def coverage_detail(request: MemberRequest, coverage: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Coverage.objects.for_member(request.user), pk=coverage)
    form = LeaveForm(posted(request), initial=typed(request), coverage=row)
    if form.is_valid():
        form.save()
        messages.success(request, _("You have left this coverage."))
        return redirect(row)
    is_over = row.is_over_on(timezone.localdate())
    context = {"coverage": row, "form": form, "is_over": is_over}
    status = 422 if form.errors else 200
    return render(request, "plans/coverage_detail.html", context, status=status)


def posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
