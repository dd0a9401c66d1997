"""Geometry of the charts: numbers in, integers on a fixed view box out."""

from tracking.charts.goals import GoalChart, goal_chart
from tracking.charts.kept import KeptChart, kept_chart
from tracking.charts.lanes import LaneChart, lane_chart
from tracking.charts.pain import PainChart, pain_chart
from tracking.charts.responses import ResponseBar, response_bar
from tracking.charts.weeks import WeekChart, week_chart

__all__ = [
    "GoalChart",
    "KeptChart",
    "LaneChart",
    "PainChart",
    "ResponseBar",
    "WeekChart",
    "goal_chart",
    "kept_chart",
    "lane_chart",
    "pain_chart",
    "response_bar",
    "week_chart",
]
