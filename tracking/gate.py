"""Keeps start, today's exercises and the player shut while the safety screen says so."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, cast

from django.http import HttpResponse
from django.shortcuts import redirect

from portal.accounts.http import MemberRequest
from portal.accounts.models import Member
from tracking.models import SafetyScreen
from tracking.safety import Gate, gate


def latest_screen(member: Member) -> SafetyScreen | None:
    return SafetyScreen.objects.for_member(member).first()


def gate_for(member: Member) -> Gate:
    return gate(latest_screen(member))


def only_when_open[**Args](
    view: Callable[Concatenate[MemberRequest, Args], HttpResponse],
) -> Callable[Concatenate[MemberRequest, Args], HttpResponse]:
    @wraps(view)
    def gated(
        request: MemberRequest, *args: Args.args, **kwargs: Args.kwargs
    ) -> HttpResponse:
        if gate_for(request.user) is Gate.OPEN:
            return view(request, *args, **kwargs)
        return redirect("tracking:safety")

    return cast("Callable[Concatenate[MemberRequest, Args], HttpResponse]", gated)
