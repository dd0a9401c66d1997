from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.accounts.models import Member


class MemberAdapter(DefaultAccountAdapter):
    def clean_email(self, email: str) -> str:
        return str(super().clean_email(email)).lower()

    def save_user(
        self,
        request: HttpRequest,
        user: AbstractBaseUser,
        form: Any,
        commit: bool = True,
    ) -> AbstractBaseUser:
        assert isinstance(user, Member)  # noqa: S101  # AUTH_USER_MODEL
        user.first_name = form.cleaned_data.get("first_name", "")
        user.time_zone = form.cleaned_data.get("time_zone") or user.time_zone
        return super().save_user(request, user, form, commit)

    def post_login(
        self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any
    ) -> HttpResponse:
        """Whoever asked to be erased is told at each sign-in that they can stay."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        erasure = getattr(user, "erasure", None)
        if erasure is not None:
            day = date_format(erasure.due_at.astimezone(user.zone), "F j")  # type: ignore[attr-defined]  # a member
            told = _("Your record will be erased on %(day)s. You can still keep it.")
            messages.warning(request, told % {"day": day})
            return redirect("record:erase")
        return response

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Who looks after alerts begins there, whatever else they do."""
        if isinstance(request.user, Member) and request.user.is_clinician:
            return reverse("tracking:alert_list")
        if request.user.is_authenticated and request.user.is_staff:
            return "/admin/"
        return str(super().get_login_redirect_url(request))
