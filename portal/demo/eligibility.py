"""An invented eligibility file is in effect for one sponsor; eve waits for an answer."""

import datetime as dt
from pathlib import Path

from django.core.files import File

from portal.accounts.models import Member
from portal.plans.eligibility.columns import guessed
from portal.plans.eligibility.staging import stage
from portal.plans.eligibility.upload import headings_in, rows_in
from portal.plans.eligibility.using import use
from portal.plans.models import (
    Benefit,
    EligibilityFile,
    HelpRequest,
    Invitation,
    Sponsor,
)

SPONSOR = "thistledown-care-partners"
FILE = Path(__file__).parent / f"{SPONSOR}.csv"


def load_eligibility(today: dt.date, asking: Member) -> None:
    sponsor = Sponsor.objects.get(slug=SPONSOR)
    benefit = Benefit.objects.filter(sponsor=sponsor)[0]
    load_file(sponsor, today)
    Invitation.objects.create(benefit=benefit, label="Letter to new members")
    HelpRequest.objects.create(
        member=asking, benefit=benefit, message="My last name was Marsh until May."
    )


def load_file(sponsor: Sponsor, today: dt.date) -> None:
    with FILE.open("rb") as raw:
        upload = File(raw)
        mapping = guessed(headings_in(upload))
        file = EligibilityFile(
            sponsor=sponsor,
            kind=EligibilityFile.Kind.FULL,
            effective_on=today,
            mapping=mapping,
        )
        use(stage(file, rows_in(upload, mapping)))
