from portal.plans.models.asking import SponsorRequest, UnmatchedSearch
from portal.plans.models.benefit import Benefit, PlanOption
from portal.plans.models.coverage import Coverage
from portal.plans.models.directory_import import DirectoryImport
from portal.plans.models.eligibility import (
    CheckAttempt,
    EligibilityFile,
    EligibilityRecord,
)
from portal.plans.models.help_request import HelpRequest
from portal.plans.models.invitation import Invitation
from portal.plans.models.search import SearchName, SearchSlip, SearchWord
from portal.plans.models.sponsor import Sponsor, SponsorAlias, SponsorDomain

__all__ = [
    "Benefit",
    "CheckAttempt",
    "Coverage",
    "DirectoryImport",
    "EligibilityFile",
    "EligibilityRecord",
    "HelpRequest",
    "Invitation",
    "PlanOption",
    "SearchName",
    "SearchSlip",
    "SearchWord",
    "Sponsor",
    "SponsorAlias",
    "SponsorDomain",
    "SponsorRequest",
    "UnmatchedSearch",
]
