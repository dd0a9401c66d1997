from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from exercises.admin.roles import Status, may_publish
from exercises.models import Content


class StatusActions[Row: Content](admin.ModelAdmin[Row]):
    """Publish, withdraw and send to review, many at once."""

    actions = ["send_to_review", "publish", "withdraw"]

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return may_publish(request) and self.has_change_permission(request)

    @admin.action(description=_("Send to review"), permissions=["change"])
    def send_to_review(self, request: HttpRequest, rows: QuerySet[Row]) -> None:
        drafts = rows.filter(status=Status.DRAFT)
        self.give_status(request, drafts, Status.IN_REVIEW)

    @admin.action(description=_("Publish"), permissions=["publish"])
    def publish(self, request: HttpRequest, rows: QuerySet[Row]) -> None:
        self.give_status(request, rows, Status.PUBLISHED)

    @admin.action(description=_("Withdraw"), permissions=["publish"])
    def withdraw(self, request: HttpRequest, rows: QuerySet[Row]) -> None:
        published = rows.filter(status=Status.PUBLISHED)
        self.give_status(request, published, Status.WITHDRAWN)

    def give_status(
        self, request: HttpRequest, rows: QuerySet[Row], status: Status
    ) -> None:
        changed = list(rows.exclude(status=status))
        for row in changed:
            row.status = status
            row.save(update_fields=["status", "changed_at"])
            self.log_change(request, row, [{"changed": {"fields": ["status"]}}])
        level = messages.SUCCESS if changed else messages.WARNING
        self.message_user(request, sentence(len(changed), status), level)


def sentence(count: int, status: Status) -> str:
    text: str = ngettext(
        "%(count)d page now has the status “%(status)s”.",
        "%(count)d pages now have the status “%(status)s”.",
        count,
    )
    return text % {"count": count, "status": status.label}
