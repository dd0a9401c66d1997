from portal.plans.models.benefit import Benefit, PlanOption
from portal.plans.models.coverage import Coverage
from portal.plans.models.search import SearchName, SearchSlip, SearchWord
from portal.plans.models.sponsor import Sponsor, SponsorAlias, SponsorDomain

__all__ = [
    "Benefit",
    "Coverage",
    "PlanOption",
    "SearchName",
    "SearchSlip",
    "SearchWord",
    "Sponsor",
    "SponsorAlias",
    "SponsorDomain",
]
