"""Geometry of the charts: numbers in, integers on a fixed view box out."""

from tracking.charts.lanes import LaneChart, lane_chart
from tracking.charts.pain import PainChart, pain_chart
from tracking.charts.weeks import WeekChart, week_chart

__all__ = [
    "LaneChart",
    "PainChart",
    "WeekChart",
    "lane_chart",
    "pain_chart",
    "week_chart",
]
