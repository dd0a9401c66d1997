from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from portal.accounts.models import Member


class MemberAdapter(DefaultAccountAdapter):
    def clean_email(self, email: str) -> str:
        return str(super().clean_email(email)).lower()

    def save_user(
        self, request: HttpRequest, user: Member, form: Any, commit: bool = True
    ) -> Member:
        user.first_name = form.cleaned_data.get("first_name", "")
        user.time_zone = form.cleaned_data.get("time_zone") or user.time_zone
        saved: Member = super().save_user(request, user, form, commit)
        return saved

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        if request.user.is_authenticated and request.user.is_staff:
            return "/admin/"
        return str(super().get_login_redirect_url(request))
