from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse

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

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Who looks after alerts begins there, whatever else they do."""
        if isinstance(request.user, Member) and request.user.is_clinician:
            return reverse("tracking:alert_list")
        if request.user.is_authenticated and request.user.is_staff:
            return "/admin/"
        return str(super().get_login_redirect_url(request))
