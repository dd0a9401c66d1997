"""Finds sponsors by any of their names. `find` is the whole interface of pages."""

from portal.plans.search.finding import LONGEST_QUERY, Hit, SearchResult, find
from portal.plans.search.indexing import index, rebuild, take_out

__all__ = [
    "LONGEST_QUERY",
    "Hit",
    "SearchResult",
    "find",
    "index",
    "rebuild",
    "take_out",
]
