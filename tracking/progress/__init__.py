"""The numbers behind the charts: plain functions over values already fetched."""

from tracking.progress.days import (
    ENOUGH_DAYS,
    WINDOW_DAYS,
    Day,
    Noted,
    days_between,
    middle,
)
from tracking.progress.flares import FLARE_DAYS, NOTICEABLE, flares, is_high
from tracking.progress.pain import (
    Change,
    Pain,
    back_pain,
    leg_pain,
    noticeable_drop,
    rolling_medians,
)
from tracking.progress.reach import Move, Reach, Side, reach_of

__all__ = [
    "ENOUGH_DAYS",
    "FLARE_DAYS",
    "NOTICEABLE",
    "WINDOW_DAYS",
    "Change",
    "Day",
    "Move",
    "Noted",
    "Pain",
    "Reach",
    "Side",
    "back_pain",
    "days_between",
    "flares",
    "is_high",
    "leg_pain",
    "middle",
    "noticeable_drop",
    "reach_of",
    "rolling_medians",
]
