import datetime as dt
import logging
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import Program
from portal.accounts.models import Consent, Member
from portal.plans.models import (
    Benefit,
    CheckAttempt,
    Coverage,
    EligibilityRecord,
    HelpRequest,
    Invitation,
    SponsorDomain,
)
from tests.conftest import signed_in
from tests.factories import TODAY, make_benefit, make_option, make_sponsor
from tests.plans.checking.conftest import (
    ADDRESS,
    ASKS,
    check,
    code_in_mail,
    post_all,
)
from tests.plans.eligibility.conftest import LEE, MARIA, SAM, LoadFile

COULD_NOT = "We could not confirm your coverage with what you typed"
COVERS = "Harbor Lane Bakery covers you"
DAY = dt.timedelta(days=1)
ASKED = {"message": "It is me.", "agrees": "on"}
JOIN = {"do": "join", "agrees": "on"}

pytestmark = pytest.mark.usefixtures("today", "file_benefit")


def test_a_visitor_is_found_by_number_in_any_spelling(
    client: Client, load_file: LoadFile
) -> None:
    load_file(MARIA, LEE)
    page = check(client, last="ROE-LUND", number="HB 0oo1")
    assert COVERS in page
    assert f"/accounts/signup/?next={ADDRESS}" in page


def test_one_thing_is_asked_a_page_and_it_is_resumed(
    client: Client, load_file: LoadFile
) -> None:
    load_file(MARIA)
    assertContains(client.get(ADDRESS), "question 1 of 3")
    client.post(ADDRESS, {"do": "name", "last_name": "Roe", "first_name": "Maria"})
    assertContains(client.get(ADDRESS), "question 2 of 3")
    client.post(ADDRESS, {"do": "back"})
    assertContains(client.get(ADDRESS), 'value="Roe"')


def test_an_empty_answer_is_refused_beside_the_field(client: Client) -> None:
    response = client.post(ADDRESS, {"do": "name", "first_name": "Maria"})
    assertContains(response, "Enter your last name.", status_code=422)
    assertContains(response, 'value="Maria"', status_code=422)


def test_a_member_joins_and_what_the_sponsor_sees_is_agreed_to(
    ada_client: Client, ada: Member, load_file: LoadFile
) -> None:
    load_file(MARIA)
    assert COVERS in check(ada_client)
    response = ada_client.post(ADDRESS, JOIN)
    assertRedirects(response, "/welcome/", fetch_redirect_response=False)
    coverage = Coverage.objects.get()
    assert (coverage.member, coverage.plan_code) == (ada, "GOLD")
    consent = Consent.objects.get(kind="sponsor")
    assert (consent.version, consent.about) == ("2026-11", "Harbor Lane Bakery")


def test_nobody_joins_without_agreeing_to_what_the_sponsor_sees(
    ada_client: Client, load_file: LoadFile
) -> None:
    load_file(MARIA)
    check(ada_client)
    response = ada_client.post(ADDRESS, {"do": "join"})
    assertContains(response, "There is a problem", status_code=422)
    assertContains(
        response, "Tick the box if you agree to what it sees.", 2, status_code=422
    )
    assert not Coverage.objects.exists()
    assert not Consent.objects.exists()
    ada_client.post(ADDRESS, JOIN)
    assert Coverage.objects.exists()


def test_a_check_made_before_signing_in_is_still_there_after_it(
    client: Client, ada: Member, load_file: LoadFile
) -> None:
    load_file(MARIA)
    check(client)
    client.force_login(ada)
    client.post(ADDRESS, JOIN)
    assert Coverage.objects.get().member == ada


def test_two_checks_in_two_tabs_keep_apart(
    client: Client, program: Program, load_file: LoadFile
) -> None:
    other = make_sponsor("Vale Outfitters", slug="vale")
    make_benefit(other, program, verification="file", **ASKS)
    load_file(MARIA)
    client.post(ADDRESS, {"do": "name", "first_name": "María", "last_name": "Roe-Lund"})
    client.post("/coverage/vale/check/", {"do": "name", "last_name": "Lund"})
    client.post(ADDRESS, {"do": "birth", "month": 1, "day": 2, "year": 1980})
    client.post(ADDRESS, {"do": "card", "member_id": "HB-0001"})
    assertContains(client.get(ADDRESS), COVERS)
    assertContains(client.get("/coverage/vale/check/"), "question 2 of 3")


def test_nobody_joins_without_having_been_found(
    ada_client: Client, load_file: LoadFile
) -> None:
    load_file(MARIA)
    ada_client.post(ADDRESS, JOIN)
    check(ada_client, number="HB-0009")
    ada_client.post(ADDRESS, JOIN)
    assert not Coverage.objects.exists()


@pytest.mark.parametrize(
    ("line", "born", "told"),
    [
        pytest.param(MARIA, "1 2 1980", COVERS, id="eligible"),
        pytest.param(
            MARIA.replace("2026-01-01", "2026-12-01"),
            "1 2 1980",
            "Your coverage starts on December 1, 2026",
            id="not-yet",
        ),
        pytest.param(
            MARIA + "2026-10-31",
            "1 2 1980",
            "Your coverage by Harbor Lane Bakery has ended",
            id="ended",
        ),
        pytest.param(
            MARIA.replace("1980-01-02", "2010-01-02"),
            "1 2 2010",
            "The program is for people aged 18 or over",
            id="under-age",
        ),
    ],
)
def test_each_outcome_is_told(
    client: Client, load_file: LoadFile, line: str, born: str, told: str
) -> None:
    load_file(line)
    assert told in check(client, born=born)


def test_a_plan_that_is_not_included_is_told(
    client: Client, file_benefit: Benefit, load_file: LoadFile
) -> None:
    make_option(file_benefit, "Gold", code="gold", is_included=False)
    load_file(MARIA)
    assert "Your plan does not include this program" in check(client)


def test_family_joins_only_where_the_benefit_says_so(
    client: Client, file_benefit: Benefit, load_file: LoadFile
) -> None:
    load_file(LEE)
    lee = {"last": "Roe", "first": "Lee", "born": "3 4 1981", "number": "HB-0001"}
    assert "Your plan does not include" in check(client, **lee)
    Benefit.objects.update(covers_dependants=True)
    assert COVERS in check(client, **lee)


def test_a_person_of_one_sponsor_never_joins_another(
    ada_client: Client, program: Program, load_file: LoadFile
) -> None:
    other = make_sponsor("Vale Outfitters", slug="vale")
    make_benefit(other, program, verification="file", asks_first_name=True, **ASKS)
    load_file(MARIA)
    load_file(SAM, sponsor=other)
    address = "/coverage/vale/check/"
    assert COULD_NOT in check(ada_client, address=address)
    ada_client.post(address, JOIN)
    assert COVERS in check(ada_client)
    ada_client.post(address, JOIN)
    assert not Coverage.objects.exists()


def test_a_person_of_a_file_has_one_account(
    ada_client: Client, bea_client: Client, ada: Member, load_file: LoadFile
) -> None:
    load_file(MARIA)
    for client in (ada_client, bea_client):
        check(client)
        client.post(ADDRESS, JOIN)
    assert Coverage.objects.get().member == ada
    assertContains(bea_client.get(ADDRESS), COULD_NOT)


def test_two_of_a_family_join_apart_and_see_nothing_of_each_other(
    ada_client: Client, bea_client: Client, ada: Member, load_file: LoadFile
) -> None:
    Benefit.objects.update(covers_dependants=True)
    load_file(MARIA, LEE)
    check(ada_client)
    ada_client.post(ADDRESS, JOIN)
    check(bea_client, last="Roe", first="Lee", born="3 4 1981", number="HB-0001")
    bea_client.post(ADDRESS, JOIN)
    first, second = Coverage.objects.order_by("verified_at")
    assert first.person != second.person
    for client, theirs in ((ada_client, second), (bea_client, first)):
        assert client.get(theirs.get_absolute_url()).status_code == 404


def test_a_match_by_zip_code_sends_a_code_to_the_address_on_file(
    ada_client: Client, load_file: LoadFile
) -> None:
    load_file(SAM)
    sam = {"last": "OHARA", "first": "sam", "born": "5 6 1990", "zip_code": "43215"}
    page = check(ada_client, **sam)
    assert "Look in your e-mail" in page
    assert "sam@" not in page
    code = code_in_mail()
    assert mail.outbox[-1].to == ["sam@harbor.example"]
    wrong = "000000" if code != "000000" else "111111"
    response = ada_client.post(ADDRESS, {"do": "code", "code": wrong})
    assertContains(response, "That is not the code", status_code=422)
    ada_client.post(ADDRESS, {"do": "code", "code": code})
    assertContains(ada_client.get(ADDRESS), COVERS)


def test_a_code_has_5_tries(client: Client, load_file: LoadFile) -> None:
    load_file(SAM)
    check(client, "OHara", "Sam", "5 6 1990", zip_code="43215")
    code = code_in_mail()
    for _time in range(5):
        client.post(ADDRESS, {"do": "code", "code": "abc"})
    client.post(ADDRESS, {"do": "code", "code": code})
    assertContains(client.get(ADDRESS), COULD_NOT)


def test_nobody_by_zip_code_gets_the_same_page_and_no_mail(
    client: Client, load_file: LoadFile
) -> None:
    load_file(SAM)
    page = check(client, "Nobody", "Sam", "5 6 1990", zip_code="43215")
    assert "Look in your e-mail" in page
    post_all()
    assert not mail.outbox


def test_a_code_that_could_not_be_sent_is_logged_without_its_address(
    client: Client,
    load_file: LoadFile,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refuse(_mail: EmailMessage) -> None:
        raise SMTPException("sam@harbor.example is not here")

    monkeypatch.setattr(EmailMessage, "send", refuse)
    load_file(SAM)
    page = check(client, "OHara", "Sam", "5 6 1990", zip_code="43215")
    post_all()
    assert "Look in your e-mail" in page
    assert "A code was not sent: SMTPException" in caplog.text
    assert "sam@" not in caplog.text


def test_a_match_by_zip_code_alone_goes_to_the_queue(
    ada_client: Client, ada: Member, load_file: LoadFile
) -> None:
    load_file(MARIA)
    assert COULD_NOT in check(ada_client, zip_code="43004")
    ada_client.post("/coverage/harbor-lane-bakery/help/", ASKED)
    asked = HelpRequest.objects.get()
    assert asked.matches_the_file
    assert not Coverage.objects.exists()
    assertContains(ada_client.get(asked.get_absolute_url()), "A person will look")


def test_a_person_is_asked_only_after_agreeing_to_what_the_sponsor_sees(
    ada_client: Client, ada: Member
) -> None:
    address = "/coverage/harbor-lane-bakery/help/"
    response = ada_client.post(address, {"message": "It is me."})
    assertContains(response, "Tick the box if you agree", 2, status_code=422)
    assertContains(response, "It is me.</textarea>", status_code=422)
    assert not HelpRequest.objects.exists()
    ada_client.post(address, ASKED)
    consent = Consent.objects.get(member=ada)
    assert (consent.version, consent.about) == ("2026-11", "Harbor Lane Bakery")


def test_an_empty_number_matches_nobody(client: Client, load_file: LoadFile) -> None:
    load_file(MARIA.replace("HB-0001", ""))
    client.post(ADDRESS, {"do": "name", "last_name": "Roe-Lund", "first_name": "M"})
    client.post(ADDRESS, {"do": "birth", "month": 1, "day": 2, "year": 1980})
    response = client.post(ADDRESS, {"do": "card", "member_id": "---"})
    assertContains(response, "Enter the number on your card.", status_code=422)


def test_no_name_birth_date_or_number_is_in_an_address_a_log_or_the_session(
    client: Client, load_file: LoadFile, caplog: pytest.LogCaptureFixture
) -> None:
    load_file(MARIA)
    with caplog.at_level(logging.DEBUG):
        for zip_code in ("", "43004"):
            check(client, last="Canary-Roe", zip_code=zip_code)
    told = caplog.text.lower() + str(dict(client.session.items())).lower()
    for secret in ("canary", "1980", "ooo1", "43004"):
        assert secret not in told
    assert "canary" not in str(list(CheckAttempt.objects.values()))


def test_a_domain_of_the_sponsor_is_proof_after_a_code(
    ada_client: Client, file_benefit: Benefit
) -> None:
    Benefit.objects.update(verification="domain")
    SponsorDomain.objects.create(
        sponsor=file_benefit.sponsor, domain="harborlane.example"
    )
    response = ada_client.post(ADDRESS, {"do": "email", "email": "m@gmail.example"})
    assertContains(response, "ends with @harborlane.example", status_code=422)
    ada_client.post(ADDRESS, {"do": "email", "email": "Maria@HarborLane.example"})
    ada_client.post(ADDRESS, {"do": "code", "code": code_in_mail()})
    ada_client.post(ADDRESS, JOIN)
    assert Coverage.objects.get().person


def test_an_invitation_opens_a_sponsor_that_search_does_not_find(
    client: Client, file_benefit: Benefit
) -> None:
    sponsor = file_benefit.sponsor
    sponsor.is_searchable = False
    sponsor.save()
    invitation = Invitation.objects.create(benefit=file_benefit, label="Letter")
    assert client.get(ADDRESS).status_code == 404
    page = client.get(invitation.get_absolute_url())
    assertContains(page, "Harbor Lane Bakery invites you")
    assert client.get(ADDRESS).status_code == 200
    assert client.get("/join/nosuchcode/").status_code == 404


def test_an_invitation_may_stand_for_the_code(
    ada_client: Client, file_benefit: Benefit
) -> None:
    Benefit.objects.update(verification="code", code="Birch Pulp 27")
    invitation = Invitation.objects.create(
        benefit=file_benefit, label="Poster", stands_for_code=True
    )
    assertContains(ada_client.get(ADDRESS), "Invitation code")
    ada_client.get(invitation.get_absolute_url())
    ada_client.post(ADDRESS, {"is_included": "on", "agrees": "on"})
    assert Coverage.objects.get().benefit == file_benefit


def test_an_invitation_that_has_ended_is_not_found(
    client: Client, file_benefit: Benefit
) -> None:
    ended = Invitation.objects.create(
        benefit=file_benefit, label="Old", ends_on=TODAY - DAY
    )
    assert client.get(ended.get_absolute_url()).status_code == 404


def test_what_is_typed_in_one_browser_is_not_seen_in_another(
    ada: Member, bea: Member, load_file: LoadFile
) -> None:
    load_file(MARIA)
    assert COVERS in check(signed_in(ada))
    assertContains(signed_in(bea).get(ADDRESS), "question 1 of 3")


def test_who_left_the_file_after_the_answer_does_not_join(
    ada_client: Client, load_file: LoadFile
) -> None:
    load_file(MARIA)
    assert COVERS in check(ada_client)
    load_file(SAM)
    ada_client.post(ADDRESS, JOIN)
    assert not Coverage.objects.exists()
    assertContains(ada_client.get(ADDRESS), COULD_NOT)


def test_whose_last_day_passed_after_the_answer_does_not_join(
    ada_client: Client, load_file: LoadFile
) -> None:
    load_file(MARIA + TODAY.isoformat())
    check(ada_client)
    EligibilityRecord.objects.update(ends_on=TODAY - DAY)
    ada_client.post(ADDRESS, JOIN)
    assert not Coverage.objects.exists()


@pytest.mark.parametrize("do", ["join", "code", "zip", "no-such"])
def test_a_page_left_open_leads_to_where_the_check_is(
    ada_client: Client, load_file: LoadFile, do: str
) -> None:
    """In another tab, after going back, or after the sign-in has ended."""
    load_file(MARIA)
    response = ada_client.post(
        ADDRESS, {"do": do, "agrees": "on", "code": "1", "zip_code": "43004"}
    )
    assertRedirects(response, ADDRESS, fetch_redirect_response=False)
    page = ada_client.get(ADDRESS)
    assertContains(page, "That page was out of date.")
    assertContains(page, "question 1 of 3")


def test_joining_twice_shows_that_it_was_done(
    ada_client: Client, load_file: LoadFile
) -> None:
    load_file(MARIA)
    check(ada_client)
    for _time in range(2):
        assert ada_client.post(ADDRESS, JOIN).status_code == 302
    assertContains(ada_client.get(ADDRESS), "You already have this coverage.")
    assert Coverage.objects.count() == 1


def test_a_date_that_is_none_is_told_in_plain_words(client: Client) -> None:
    client.post(ADDRESS, {"do": "name", "first_name": "M", "last_name": "Roe"})
    born = {"do": "birth", "month": "13", "day": "0", "year": "79"}
    response = client.post(ADDRESS, born)
    for told in ("month as a number from 1 to 12", "day as a", "year with all 4"):
        assertContains(response, told, 2, status_code=422)


def test_a_zip_code_is_not_offered_where_it_could_find_nobody(client: Client) -> None:
    Benefit.objects.update(asks_first_name=False)
    client.post(ADDRESS, {"do": "name", "last_name": "Roe"})
    client.post(ADDRESS, {"do": "birth", "month": 1, "day": 2, "year": 1980})
    assertNotContains(client.get(ADDRESS), "I do not have it with me")
    client.post(ADDRESS, {"do": "without-card"})
    assertContains(client.get(ADDRESS), "What is your member ID?")


def test_a_number_finds_also_after_a_try_without_the_card(
    client: Client, load_file: LoadFile
) -> None:
    Benefit.objects.update(asks_zip=False)
    load_file(MARIA)
    client.post(ADDRESS, {"do": "without-card"})
    born = {"do": "birth", "month": 1, "day": 2, "year": 1980}
    name = {"do": "name", "last_name": "Roe-Lund", "first_name": "Maria"}
    for step in (name, born, {"do": "card", "member_id": "HB-0001"}):
        client.post(ADDRESS, step)
    assertContains(client.get(ADDRESS), COVERS)
