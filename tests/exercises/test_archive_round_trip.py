"""What goes out comes in again, and goes out as the same bytes."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exercises.archives.bringing import bring
from exercises.archives.exporting import exported
from exercises.archives.names import BY_FOLDER, Files
from exercises.archives.packing import write_folder, write_zip, zipped
from exercises.archives.unpacking import unpacked
from exercises.models import Exercise, Guide, Picture, Program, SafetyQuestion
from exercises.publishing import working_draft
from exercises.shipping import load_content
from exercises.shipping.files import given_in
from exercises.shipping.printing import printed
from tests.exercises.plain_forms import ODD, library, plain_forms
from tests.exercises.shipped_content import CONTENT, shipped_files
from tests.exercises.uploads import make_picture
from tests.factories import (
    make_exercise,
    make_guide,
    make_phase,
    make_prescription,
    make_program,
    make_reference,
)

ODD_TEXT = "\n".join(ODD)


def shipped() -> Files:
    return {
        path.relative_to(CONTENT).as_posix(): path.read_bytes()
        for path in shipped_files()
    }


@pytest.mark.django_db
def test_the_shipped_files_go_in_and_out_as_the_same_bytes() -> None:
    files = shipped()
    plan = bring(files)
    assert exported() == files
    assert len(plan.writes) == len(files)
    assert Exercise.objects.published().count() == len(shipped_files("exercises"))
    assert SafetyQuestion.objects.published().count() == len(shipped_files("safety"))
    load_content()
    assert exported() == files
    assert not Exercise.objects.filter(loaded_digest="").exists()


@pytest.mark.django_db
def test_an_archive_is_the_same_bytes_twice_and_as_a_folder(tmp_path: Path) -> None:
    make_guide(body="Twice.")
    make_exercise(title="One")
    first, second, folder = tmp_path / "1.zip", tmp_path / "2.zip", tmp_path / "all"
    write_zip(exported(), first)
    write_zip(dict(reversed(exported().items())), second)
    write_folder(exported(), folder)
    assert first.read_bytes() == second.read_bytes()
    assert unpacked(first) == unpacked(folder) == exported()
    assert zipped(unpacked(folder)) == first.read_bytes()


def written_by_hand() -> None:
    """All that the shipped content has not: drafts, reviews, pictures, odd texts."""
    reference = make_reference(
        key="long2004", found=ODD_TEXT, title="yes", funding="1.5: a #b"
    )
    live = make_exercise(
        title="“Bridge”: hips & 'more' # no",
        slug="bridge",
        body=ODD_TEXT,
        also_known_as="yes,  null ,2026-11-23",
        reviewed_by="Sam Lee, PT",
        reviewed_on=dt.date(2026, 11, 1),
        review_due_on=dt.date(2027, 11, 1),
        picture=make_picture(description=ODD_TEXT[:200], licence="cc-by-sa"),
    )
    live.steps.create(text=f"  {ODD_TEXT}  ", order=7, frame=0)
    statement = live.statements.create(
        text="It helps [@long2004].", certainty="low", in_sciatica="no"
    )
    statement.references.add(reference)
    live.variations.create(kind="easier", text='"a", b: {c}', exercise=live)
    draft = working_draft(live)
    draft.status, draft.publish_on, draft.title = (
        "in-review",
        dt.date(2030, 1, 1),
        "New",
    )
    draft.save()
    make_exercise(slug="unseen", status="draft")
    make_exercise(slug="gone", status="withdrawn")
    guide = make_guide(slug="back", body=ODD_TEXT)
    guide.sections.create(anchor="help", heading="no", kind="help", body=ODD_TEXT)
    guide.sections.create(anchor="yes", heading="Two", body="Plain.\n\nMore.")
    phase = make_phase(
        make_program(slug="weeks", guide=guide), move_on="leg-low: 5: yes"
    )
    make_prescription(phase, live, for_flexion=False, any_time=True, note="- a")


@pytest.mark.django_db
def test_drafts_reviews_pictures_and_odd_texts_come_back_as_they_were() -> None:
    written_by_hand()
    files = exported()
    for model in (Program, Guide, Exercise, Picture):
        model._default_manager.all().delete()
    bring(files)
    assert exported() == files
    again = Exercise.objects.get(slug="bridge", draft_of=None)
    assert again.reviewed_by == "Sam Lee, PT"
    assert again.working_draft.title == "New"
    assert again.picture is not None
    assert again.picture.file.read() == files[f"pictures/{again.picture.name}.webp"]
    assert Exercise.objects.get(slug="gone").status == "withdrawn"


@pytest.mark.django_db
def test_bringing_in_what_is_here_changes_nothing() -> None:
    written_by_hand()
    before = list(Exercise.objects.values_list("pk", "changed_at"))
    assert bring(exported()).writes == []
    assert list(Exercise.objects.values_list("pk", "changed_at")) == before


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
@pytest.mark.parametrize("folder", BY_FOLDER)
def test_whatever_a_file_holds_is_read_back_from_what_is_printed(
    folder: str, data: Any
) -> None:
    kind = BY_FOLDER[folder]
    plain = data.draw(plain_forms(kind.shape))
    text = printed(kind, plain)
    read = kind.shape.with_stage.read(given_in(text, kind), library())
    assert read == plain
    assert printed(kind, read) == text
