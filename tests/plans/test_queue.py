import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Consent, Member
from portal.accounts.roles import COVERAGE_OFFICER
from portal.plans.checking.inviting import qr_code
from portal.plans.ending import end_coverages
from portal.plans.models import (
    Benefit,
    Coverage,
    EligibilityRecord,
    HelpRequest,
    Invitation,
)
from tests.conftest import signed_in, staff
from tests.plans.eligibility.conftest import MARIA, LoadFile, load_file

__all__ = ["load_file"]


@pytest.fixture
def officer_client(db: None) -> Client:
    return signed_in(staff("officer@example.org", COVERAGE_OFFICER))


@pytest.fixture
def asked(ada: Member, benefit: Benefit) -> HelpRequest:
    return HelpRequest.objects.create(member=ada, benefit=benefit, message="A new name")


def page_of(asked: HelpRequest) -> str:
    return f"/admin/plans/helprequest/{asked.pk}/change/"


def test_a_resolved_request_gives_the_coverage_and_a_message_back(
    officer_client: Client,
    ada_client: Client,
    asked: HelpRequest,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    assertContains(officer_client.get(page_of(asked)), "A new name")
    with django_capture_on_commit_callbacks(execute=True):
        officer_client.post(
            page_of(asked), {"state": "resolved", "answer": "Found you: Roe."}
        )
    assert Coverage.objects.get().member == asked.member
    assert not Consent.objects.exists()
    [told] = mail.outbox
    assert "Roe" not in str(told.body)
    assertContains(ada_client.get(asked.get_absolute_url()), "Found you: Roe.")


def test_a_declined_request_gives_a_message_alone(
    officer_client: Client, ada_client: Client, asked: HelpRequest
) -> None:
    officer_client.post(
        page_of(asked), {"state": "declined", "answer": "The list does not have you."}
    )
    assert not Coverage.objects.exists()
    assertContains(
        ada_client.get(asked.get_absolute_url()), "The list does not have you."
    )


@pytest.mark.parametrize(
    ("state", "told"),
    [("resolved", "you are covered"), ("declined", "not confirmed")],
)
def test_the_account_leads_to_the_question_and_shows_its_answer(
    officer_client: Client,
    ada_client: Client,
    bea_client: Client,
    asked: HelpRequest,
    state: str,
    told: str,
) -> None:
    page = ada_client.get("/me/")
    assertContains(page, f'href="{asked.get_absolute_url()}"')
    assertContains(page, "a person will look")
    officer_client.post(page_of(asked), {"state": state, "answer": "It was looked up."})
    page = ada_client.get("/me/")
    assertContains(page, "It was looked up.")
    assertContains(page, told)
    assertNotContains(bea_client.get("/me/"), asked.get_absolute_url())


def test_an_answer_needs_words(officer_client: Client, asked: HelpRequest) -> None:
    response = officer_client.post(page_of(asked), {"state": "declined"})
    assertContains(response, "Write the member an answer.")
    asked.refresh_from_db()
    assert asked.state == "open"


def test_an_answered_request_stays_as_it_is(
    officer_client: Client, asked: HelpRequest
) -> None:
    for answer in ("First.", "Second."):
        officer_client.post(page_of(asked), {"state": "declined", "answer": answer})
    asked.refresh_from_db()
    assert asked.answer == "First."


def test_two_accounts_do_not_get_one_persons_coverage(
    officer_client: Client, asked: HelpRequest, bea: Member, benefit: Benefit
) -> None:
    HelpRequest.objects.update(person="p" * 64)
    Coverage.objects.create(member=bea, benefit=benefit, person="p" * 64)
    response = officer_client.post(
        page_of(asked), {"state": "resolved", "answer": "Yes."}
    )
    assertContains(response, "Another account has this person")
    assert Coverage.objects.count() == 1


@pytest.mark.parametrize(
    ("line", "stands"), [(MARIA, True), (MARIA + "2026-10-31", False)]
)
def test_a_resolved_request_stands_on_a_row_only_while_that_row_covers(
    officer_client: Client,
    asked: HelpRequest,
    load_file: LoadFile,
    line: str,
    stands: bool,
) -> None:
    """Else the next night would end what a person has just resolved."""
    load_file(line)
    row = EligibilityRecord.objects.get()
    HelpRequest.objects.update(person=row.person, key_id=row.key_id)
    officer_client.post(page_of(asked), {"state": "resolved", "answer": "Yes."})
    assert bool(Coverage.objects.get().person) is stands
    assert end_coverages(timezone.now()) == 0


def test_an_invitation_shows_its_link_and_a_qr_code_within_the_policy(
    officer_client: Client, benefit: Benefit
) -> None:
    invitation = Invitation.objects.create(benefit=benefit, label="Letter")
    page = officer_client.get(f"/admin/plans/invitation/{invitation.pk}/change/").text
    address = f"http://testserver{invitation.get_absolute_url()}"
    assert address in page
    invitation.whole_address = address
    assert qr_code(invitation) in page
    assert "Harbor Lane Bakery" in page
    assert " ".join(re.findall("....", invitation.code)) in page
    assert 'class="qr"' in page
    drawn = page[page.index("<svg", page.index("field-qr")) :].split("</svg>")[0]
    assert "style=" not in drawn


def test_an_author_sees_no_queue(editor_client: Client, asked: HelpRequest) -> None:
    assert editor_client.get(page_of(asked)).status_code == 403
