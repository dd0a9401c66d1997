"""Accounts, for administrators only. Nothing about health is here, nor a password."""

from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms import time_zone_choices
from portal.accounts.models import Member

# Roles are given on the page of a member; a person changes their own e-mail.
admin.site.unregister([EmailAddress, Group])


class NewMemberForm(forms.ModelForm[Member]):
    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class MemberForm(forms.ModelForm[Member]):
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zone_choices)

    class Meta:
        help_texts = {
            "groups": _("What this person may do as staff."),
            "is_active": _("Turn this off to close the account without erasing it."),
            "is_staff": _("May sign in here. Their roles say what they may do."),
        }
        widgets = {"groups": forms.CheckboxSelectMultiple}


@admin.register(Member)
class MemberAdmin(admin.ModelAdmin[Member]):
    list_display = ["email", "first_name", "last_name", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff", "groups"]
    search_fields = ["email", "first_name", "last_name"]
    ordering = ["email"]
    show_facets = admin.ShowFacets.ALWAYS
    readonly_fields = ["is_superuser", "last_login", "date_joined"]
    NEW: ClassVar[Any] = [
        (
            None,
            {
                "fields": ["email", ("first_name", "last_name")],
                "description": _(
                    "They choose their own password: tell them to open the sign-in "
                    "page and press “Forgot your password?”."
                ),
            },
        )
    ]
    fieldsets: ClassVar[Any] = [
        (None, {"fields": ["email", ("first_name", "last_name"), "time_zone"]}),
        (_("Work"), {"fields": ["is_staff", "groups", "is_superuser"]}),
        (_("Account"), {"fields": ["is_active", "last_login", "date_joined"]}),
    ]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = MemberForm if obj else NewMemberForm
        return super().get_form(request, obj, change, form=form, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return super().get_fieldsets(request, obj) if obj else self.NEW

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Whoever could change an e-mail could take the account over."""
        return [*self.readonly_fields, "email"] if obj else [*self.readonly_fields]

    def save_model(
        self, request: HttpRequest, obj: Member, form: Any, change: bool
    ) -> None:
        if not change:
            obj.set_unusable_password()
            sentence = gettext("Done: %(email)s can now choose a password.")
            messages.info(request, sentence % {"email": obj.email})
        super().save_model(request, obj, form, change)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.is_administrator(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.is_administrator(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.is_administrator(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.is_administrator(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only members erase their record, and this would list what is in it."""
        return False

    def is_administrator(self, request: HttpRequest) -> bool:
        return bool(request.user.is_active and request.user.is_superuser)
