"""A record moves to another site: looked at first, only added, all of it or nothing."""

import datetime as dt
import json
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from portal.accounts.models import AccessEntry, Member
from portal.record.bringing import Bringing, Refused, in_order, try_out
from portal.record.formats.as_json import json_texts
from portal.record.models import RecordUpload
from portal.record.table import Row
from portal.record.tables import TABLES
from portal.record.whole import in_pieces, whole
from tests.conftest import signed_in
from tests.factories import (
    make_enrollment,
    make_goal,
    make_member,
    make_phase,
    make_program,
    make_report,
)
from tests.test_strangers import Objects
from tracking.models import (
    ActivityGoal,
    Enrollment,
    ExerciseLog,
    ExerciseSession,
    SafetyScreen,
    SymptomReport,
)

pytestmark = pytest.mark.django_db
ADDRESS = "/record/import/"
MOVING = [table.name for table in TABLES if not table.stays]


def record_of(member: Member) -> Row:
    written = b"".join(in_pieces(json_texts(whole(member))))
    record: Row = json.loads(written)
    return record


def moving(record: Row) -> Row:
    """What travels: not what was deleted, nor who of the old site did it."""
    tables = {
        name: [row for row in record["tables"][name] if not row.get("deleted_at")]
        for name in MOVING
    }
    for screen in tables["safety_screens"]:
        screen["cleared_by"] = None
    return tables


def send(client: Client, record: object) -> Any:
    text = record if isinstance(record, bytes) else json.dumps(record).encode()
    file = SimpleUploadedFile("my-record.json", text, "application/json")
    return client.post(ADDRESS, {"entry": str(uuid.uuid4()), "file": file})


@pytest.fixture
def moved(everything: Objects, ada: Member) -> Row:
    """Ada's record, and no Ada: as if this were another site with the same content."""
    record = record_of(ada)
    ada.delete()
    return record


def test_export_import_export_is_equal(moved: Row, bea: Member) -> None:
    assert sum(len(rows) for rows in moving(moved).values()) > 15
    Bringing(bea, moved["tables"]).run()
    assert moving(record_of(bea)) == moving(moved)


def test_the_same_file_twice_changes_nothing(moved: Row, bea: Member) -> None:
    Bringing(bea, moved["tables"]).run()
    before = record_of(bea)["tables"]
    again = Bringing(bea, moved["tables"]).run()
    assert record_of(bea)["tables"] == before
    assert not +again.new
    assert not again.kept


def test_one_looks_first_and_then_says_yes(moved: Row, bea_client: Client) -> None:
    response = send(bea_client, moved)
    upload = RecordUpload.objects.get()
    assert response["Location"] == f"/record/import/{upload.pk}/"
    assert not SymptomReport.objects.exists()
    page = bea_client.get(response["Location"]).text
    assert "This would come in" in page
    assert "new entries" in page
    done = bea_client.post(response["Location"], follow=True).text
    assert "Your record is in." in done
    assert SymptomReport.objects.exists()
    upload.refresh_from_db()
    assert upload.content == {}


def test_saying_yes_twice_brings_it_in_once(moved: Row, bea_client: Client) -> None:
    address = send(bea_client, moved)["Location"]
    bea_client.post(address)
    count = SymptomReport.objects.count()
    assert bea_client.post(address).status_code == 302
    assert SymptomReport.objects.count() == count
    assert AccessEntry.objects.get(action="changed").what.startswith("A record was")


def test_a_stranger_can_neither_look_nor_say_yes(
    moved: Row, bea_client: Client, eve: Member
) -> None:
    address = send(bea_client, moved)["Location"]
    stranger = signed_in(eve)
    assert stranger.get(address).status_code == 404
    assert stranger.post(address).status_code == 404
    assert not SymptomReport.objects.exists()


def test_what_says_something_else_here_stays_and_is_named(ada: Member) -> None:
    report = make_report(ada, note="as then")
    record = record_of(ada)
    SymptomReport.objects.filter(pk=report.pk).update(note="newer words", version=2)
    summary = Bringing(ada, record["tables"]).run()
    assert dict(summary.kept) == {"symptom_reports": 1}
    report.refresh_from_db()
    assert report.note == "newer words"


def test_nothing_of_another_member_is_touched(
    everything: Objects, ada: Member, bea: Member
) -> None:
    record = record_of(ada)
    with pytest.raises(Refused, match="another account of this site"):
        Bringing(bea, record["tables"]).run()
    assert not bea.symptom_reports.exists()


def test_it_is_all_or_nothing(moved: Row, bea_client: Client, bea: Member) -> None:
    moved["tables"]["exercise_logs"][0]["exercise"] = "never-heard-of"
    response = send(bea_client, moved)
    assert response.status_code == 422
    assert "This site does not have “never-heard-of”." in response.text
    assert not Enrollment.objects.filter(member=bea).exists()
    assert not RecordUpload.objects.exists()


def test_looking_writes_nothing(moved: Row, bea: Member) -> None:
    try_out(bea, moved)
    assert not ExerciseSession.objects.exists()


def test_two_programs_at_once_are_refused_with_the_sentence_of_the_rule(
    moved: Row, bea: Member
) -> None:
    make_enrollment(bea, make_phase(make_program()))
    moved["tables"]["enrollments"][0]["ended_on"] = None
    with pytest.raises(Refused, match=r"Programs you follow.*"):
        Bringing(bea, moved["tables"]).run()


def test_a_deleted_session_stays_behind_with_its_exercises(
    moved: Row, bea: Member
) -> None:
    for session in moved["tables"]["sessions"]:
        session["deleted_at"] = "2026-11-12T08:00:00Z"
    summary = Bringing(bea, moved["tables"]).run()
    assert not ExerciseSession.objects.exists()
    assert not ExerciseLog.objects.exists()
    assert summary.left["sessions"] == len(moved["tables"]["sessions"])


def test_a_lock_moves_with_its_owner(moved: Row, bea: Member) -> None:
    for screen in moved["tables"]["safety_screens"]:
        screen |= {"outcome": "emergency", "cleared_at": None, "cleared_by": None}
    Bringing(bea, moved["tables"]).run()
    assert SafetyScreen.objects.for_member(bea).still_locked().exists()


def test_a_file_cannot_lift_a_lock_that_stands_here(ada: Member) -> None:
    screen = SafetyScreen.objects.create(
        member=ada,
        asked_at=timezone.now(),
        asked_on=timezone.localdate(),
        answers=[],
        outcome="emergency",
    )
    record = record_of(ada)
    now = record["exported_at"]
    record["tables"]["safety_screens"][0] |= {"cleared_at": now, "outcome": "clear"}
    Bringing(ada, record["tables"]).run()
    screen.refresh_from_db()
    assert screen.is_locked


def changed(record: Row, table: str, **values: object) -> Row:
    record["tables"][table][0] |= values
    return record


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (
            {"leg": 11},
            "Entry 1 of “How your back and legs felt”: “leg” cannot be that.",
        ),
        ({"leg": "7"}, "“leg” cannot be that."),
        ({"places": ["moon"]}, "“places” cannot be that."),
        ({"reported_on": "soon"}, "“reported_on” cannot be that."),
        ({"pain": 3}, "Entry 1 of “How your back and legs felt” lacks something"),
        ({"reported_on": "2026-13-45"}, "How your back and legs felt"),
        ({"session": str(uuid.uuid4()), "moment": "check-in"}, ""),
    ],
)
def test_what_is_wrong_is_said_and_where(
    values: dict[str, object], told: str, ada: Member, bea_client: Client
) -> None:
    make_report(ada)
    record = record_of(ada)
    ada.delete()
    response = send(bea_client, changed(record, "symptom_reports", **values))
    assert response.status_code == (422 if told else 302)
    assert told in response.content.decode()
    assert not SymptomReport.objects.exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"", "The file is empty."),
        (b"hello", "This file is not JSON."),
        (b"\xff\xfe", "This file is not JSON."),
        (b"[" * 100_000, "This file is not JSON."),
        (b"[]", "This file is no record from a site like this one."),
        (b'{"format": "other"}', "This file is no record"),
        (b'{"format": "stepwell-record", "version": 9}', "of a version that this site"),
        (b'{"format": "stepwell-record", "version": 1}', "not as a record is made"),
    ],
    ids=["empty", "text", "bytes", "deep", "list", "other", "newer", "bare"],
)
def test_what_is_no_record_is_refused(
    text: bytes, told: str, bea_client: Client
) -> None:
    response = send(bea_client, text)
    assert response.status_code == 422
    assert told in response.text
    assert not RecordUpload.objects.exists()


def test_no_file_is_refused(bea_client: Client) -> None:
    response = bea_client.post(ADDRESS, {"entry": str(uuid.uuid4())})
    assert response.status_code == 422
    assert "Choose the file." in response.text


def test_a_large_file_is_refused_unread(
    bea_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.record.reading_in.MEGABYTE", 10)
    response = send(bea_client, b" " * 300)
    assert "larger than 20 MB" in response.text


def test_a_zero_byte_in_a_text_does_no_harm(ada: Member, bea: Member) -> None:
    make_goal(ada)
    record = changed(record_of(ada), "activity_goals", text="walk\x00")
    ada.delete()
    try:
        Bringing(bea, record["tables"]).run()
    except Refused:
        assert not ActivityGoal.objects.exists()


def test_the_way_in_says_what_does_not_move(bea_client: Client) -> None:
    page = bea_client.get(ADDRESS).text
    assert "A log that could be sent in from outside would prove nothing." in page


def test_a_file_that_nobody_says_yes_to_is_forgotten(
    moved: Row, bea_client: Client
) -> None:
    send(bea_client, moved)
    long_ago = timezone.now() - dt.timedelta(days=2)
    RecordUpload.objects.update(sent_at=long_ago)
    call_command("housekeeping", stdout=None)
    assert not RecordUpload.objects.exists()


def test_each_table_comes_after_those_it_points_at() -> None:
    names = [table.name for table in in_order(TABLES)]
    assert sorted(names) == sorted(MOVING)
    assert names.index("enrollments") < names.index("sessions")
    assert names.index("sessions") < names.index("exercise_logs")
    assert names.index("activity_goals") < names.index("goal_scores")


def test_as_many_queries_for_many_rows_as_for_few(
    ada: Member, django_assert_max_num_queries: Any
) -> None:
    for _ in range(40):
        make_report(ada)
    record = record_of(ada)
    ada.delete()
    other = make_member("other@example.org")
    with django_assert_max_num_queries(4 * len(MOVING) + 10):
        Bringing(other, record["tables"]).run()
