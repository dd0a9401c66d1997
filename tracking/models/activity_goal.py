import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.progress.goals import Goals, GoalTrack

MOST_GOALS = 3
AS_BEFORE = 10


class ActivityGoalQuerySet(models.QuerySet["ActivityGoal"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def running(self) -> Self:
        """Without those laid aside; their scores stay in the record."""
        return self.filter(ended_on=None)

    def with_first_score(self) -> Self:
        """Beside the latest, which the goal itself holds."""
        from tracking.models.goal_score import GoalScore  # it imports this one

        rows = GoalScore.objects.filter(goal=models.OuterRef("pk"))
        first = rows.order_by("scored_on", "pk").values("score")[:1]
        return self.annotate(first_score=Coalesce(models.Subquery(first), "score"))

    def tracks(self) -> Goals:
        """Each activity with its scores, oldest first; it has one from its start."""
        tracks = []
        for goal in self.prefetch_related("scores"):
            scores = sorted((row.scored_on, row.score) for row in goal.scores.all())
            first = [(goal.set_on, goal.score)]
            tracks.append(GoalTrack(goal.text, tuple(scores or first)))
        return Goals(tuple(tracks))


class ActivityGoal(models.Model):
    """Something the member wants to do again; 0 is unable, 10 is as before."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="activity_goals",
    )
    order = models.PositiveSmallIntegerField()
    text = models.CharField(_("activity"), max_length=120)
    score = models.PositiveSmallIntegerField(
        _("how well now"),
        validators=[MaxValueValidator(AS_BEFORE, _("Choose a number from 0 to 10."))],
    )
    set_on = models.DateField()
    ended_on = models.DateField(_("laid aside on"), null=True, blank=True)

    first_score: int  # from `with_first_score`

    objects = ActivityGoalQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(score__lte=AS_BEFORE),
                name="activity_goal_score_0_to_10",
                violation_error_message=_("Choose a number from 0 to 10."),
            ),
            models.CheckConstraint(
                condition=models.Q(order__gte=1, order__lte=MOST_GOALS),
                name="activity_goal_3_at_most",
                violation_error_message=_("Choose 3 activities at most."),
            ),
            models.UniqueConstraint(
                fields=["member", "order"],
                condition=models.Q(ended_on=None),
                name="activity_goal_order_once",
                violation_error_message=_("There is an activity in this place."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("tracking:activity_goal_edit", args=[self.pk])

    def lay_aside(self, day: dt.date) -> None:
        """Laying it aside twice keeps the first day."""
        if self.ended_on is None:
            self.ended_on = day
            self.save(update_fields=["ended_on"])
