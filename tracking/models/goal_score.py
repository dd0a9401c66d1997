import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Self

from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.models.activity_goal import AS_BEFORE, ActivityGoal


class GoalScoreQuerySet(models.QuerySet["GoalScore"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(goal__member=member)

    def on(self, day: dt.date) -> Self:
        return self.filter(scored_on=day)


class GoalScore(models.Model):
    """How well a goal went on one day; the goal itself shows the latest."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    goal = models.ForeignKey(
        ActivityGoal, on_delete=models.CASCADE, related_name="scores"
    )
    scored_on = models.DateField(_("day"))
    score = models.PositiveSmallIntegerField(
        _("how well"),
        validators=[MaxValueValidator(AS_BEFORE, _("Choose a number from 0 to 10."))],
    )

    objects = GoalScoreQuerySet.as_manager()

    class Meta:
        ordering = ["-scored_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(score__lte=AS_BEFORE),
                name="goal_score_0_to_10",
                violation_error_message=_("Choose a number from 0 to 10."),
            ),
            models.UniqueConstraint(
                fields=["goal", "scored_on"],
                name="goal_score_once_a_day",
                violation_error_message=_("That day has a score for it."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.score)

    def get_absolute_url(self) -> str:
        return reverse("tracking:activity_goal_edit", args=[self.goal_id])


@transaction.atomic
def note_scores(scores: Mapping[ActivityGoal, int], day: dt.date) -> None:
    """One score a day for each; a goal keeps the one of its latest day."""
    if not scores:
        return
    GoalScore.objects.bulk_create(
        [GoalScore(goal=g, scored_on=day, score=score) for g, score in scores.items()],
        update_conflicts=True,
        unique_fields=["goal", "scored_on"],
        update_fields=["score"],
    )
    latest = GoalScore.objects.filter(goal=models.OuterRef("pk")).values("score")[:1]
    goals = ActivityGoal.objects.filter(pk__in=[goal.pk for goal in scores])
    goals.update(score=models.Subquery(latest))
