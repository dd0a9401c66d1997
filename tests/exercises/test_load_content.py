import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from exercises import shipping
from exercises.models import (
    Exercise,
    Guide,
    Phase,
    Prescription,
    Program,
    Reference,
    SafetyQuestion,
    Statement,
)
from exercises.shipping import CONTENT, ContentError, load_content, loading
from exercises.shipping.digest import digest
from exercises.shipping.kinds import KINDS
from exercises.shipping.library import Library
from tests.factories import make_enrollment, make_exercise, make_member, make_reference

pytestmark = pytest.mark.django_db

PRESS_UP = """---
title: Press-up
kind: exercise
summary: Bends your back backward.
direction: extension
position: front
sides: both
stages: [calm]
equipment: [mat, socks]
dose: {sets: 1, reps: [5, 10]}
steps:
  - {text: Lie down., frame: 0, caption: Start.}
  - {text: Push up.}
easier:
  - {text: Walk., exercise: walking}
stop_if: [it hurts more]
statements:
  - {text: It helps a little., certainty: low, in_sciatica: yes, references: [long2004]}
---
A first line.

A second one.
"""
WALKING = """---
title: Walking
kind: exercise
summary: A short walk.
direction: neutral
position: standing
sides: both
dose: {minutes: 5}
---
"""
LONG = """---
authors: Long
source: Spine
year: 2004
kind: randomised-trial
pmid: 15564907
in_sciatica: partly
checked_on: 2026-11-23
---
They did better.
"""
GUIDE = """---
title: Sciatica
summary: What helps.
sections:
  - anchor: what
    heading: What it is
  - anchor: help
    heading: Help
    kind: help
    urgent: [it began after a crash]
---
Before all sections.

## help

Read this.
"""
PROGRAM = """---
title: 12 weeks
summary: Bit by bit.
weeks: 12
guide: sciatica
phases:
  - slug: calm
    title: Calm
    aim: Settle it.
    weeks: [1, 2]
    max_weeks: 4
    days_per_week: [5, 6]
    minutes: [5, 10]
    move_on: [{leg-low: It eased.}, {walks-10: You can walk.}]
    prescriptions:
      - {exercise: walking, tracks: all, dose: {minutes: 5}}
      - {exercise: press-up, tracks: [flexion, extension], dose: {reps: 5}}
---
"""
QUESTION = """---
order: 1
topic: cauda-equina
---
Is peeing new or different?
"""
FILES = {
    "exercises/press-up.md": PRESS_UP,
    "exercises/walking.md": WALKING,
    "references/long2004.md": LONG,
    "guides/sciatica.md": GUIDE,
    "programs/twelve.md": PROGRAM,
    "safety/ces_bladder.md": QUESTION,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        write(tmp_path, name, text)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def counts(folder: Path, noun: str = "exercises") -> dict[str, int]:
    tally = next(t for t in load_content(folder) if t.kind.folder == noun)
    return {outcome.name: number for outcome, number in tally.counts.items()}


def test_every_shipped_file_is_read_back_from_its_row_unchanged() -> None:
    load_content()
    library = Library.of_database()
    entries = loading.read_all(CONTENT, library)
    for kind in KINDS:
        rows = loading.rows_of(kind)
        for entry in entries[kind.folder]:
            row = rows[entry.file.name]
            assert kind.shape.of_row(row, library) == entry.plain, entry.file.label
            assert row.loaded_digest == digest(entry.plain)


def test_every_shipped_page_is_published_and_claims_no_review() -> None:
    load_content()
    for model in (Exercise, Guide, Program):
        assert model.objects.count() == model.objects.published().count() > 0
        assert not model.objects.exclude(reviewed_by="").exists()


def test_a_second_run_changes_nothing_and_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("load_content")
    before = list(Exercise.objects.values_list("pk", "changed_at"))
    capsys.readouterr()
    call_command("load_content")
    lines = capsys.readouterr().out.splitlines()
    number = len(before)
    kept = "0 kept as staff changed them"
    assert (
        lines[1] == f"{number} exercises: 0 new, 0 updated, {number} unchanged, {kept}"
    )
    assert lines[2] == f"1 guide: 0 new, 0 updated, 1 unchanged, {kept}"
    assert list(Exercise.objects.values_list("pk", "changed_at")) == before


def test_a_second_run_reads_each_table_once(
    django_assert_max_num_queries: Any,
) -> None:
    load_content()
    with django_assert_max_num_queries(32):
        load_content()


def test_an_exercise_gets_its_columns_and_its_parts(folder: Path) -> None:
    load_content(folder)
    row = Exercise.objects.published().get(slug="press-up")
    assert (row.reps, row.reps_to, row.equipment) == (5, 10, "mat, socks")
    assert row.body == "A first line.\n\nA second one."
    assert [(s.order, s.text, s.frame) for s in row.steps.all()] == [
        (1, "Lie down.", 0),
        (2, "Push up.", None),
    ]
    assert row.variations.get().exercise == Exercise.objects.get(slug="walking")
    assert row.cautions.get().kind == "stop-if"


def test_a_statement_keeps_its_references_and_a_bare_yes(folder: Path) -> None:
    load_content(folder)
    statement = Statement.objects.get()
    assert statement.in_sciatica == "yes"
    assert statement.references.get().pmid == "15564907"


def test_the_text_below_an_anchor_belongs_to_that_section(folder: Path) -> None:
    load_content(folder)
    guide = Guide.objects.get()
    assert guide.body == "Before all sections."
    assert [s.body for s in guide.sections.all()] == ["", "Read this."]


def test_a_program_keeps_the_low_end_its_rules_and_its_tracks(folder: Path) -> None:
    load_content(folder)
    phase = Phase.objects.get()
    assert (phase.days_per_week, phase.minutes, phase.minutes_to) == (5, 5, 10)
    assert [(rule.key, rule.words) for rule in phase.rules] == [
        ("leg-low", "It eased."),
        ("walks-10", "You can walk."),
    ]
    assert Prescription.objects.get(exercise__slug="press-up").tracks == [
        "extension",
        "flexion",
    ]


def test_a_safety_question_is_found_by_its_key(folder: Path) -> None:
    load_content(folder)
    assert SafetyQuestion.objects.get().text == "Is peeing new or different?"
    assert SafetyQuestion.objects.get().version == 1


def test_a_changed_file_updates_its_row_in_place(folder: Path) -> None:
    load_content(folder)
    before = Exercise.objects.get(slug="press-up")
    steps = list(before.steps.values_list("pk", flat=True))
    changed = PRESS_UP.replace("  - {text: Push up.}\n", "  - {text: Push.}\n")
    write(folder, "exercises/press-up.md", changed.replace("[it hurts more]", "[]"))
    assert counts(folder) == {"UPDATED": 1, "UNCHANGED": 1}
    after = Exercise.objects.get(pk=before.pk)
    assert list(after.steps.values_list("pk", "text")) == [
        (steps[0], "Lie down."),
        (steps[1], "Push."),
    ]
    assert not after.cautions.exists()
    assert after.statements.get().references.count() == 1
    assert counts(folder) == {"UNCHANGED": 2}


def test_a_phase_that_members_follow_keeps_its_row(folder: Path) -> None:
    load_content(folder)
    phase = Phase.objects.get()
    make_enrollment(make_member("ada@example.org"), phase)
    more = PROGRAM.replace("title: Calm", "title: Settle")
    write(folder, "programs/twelve.md", more)
    assert counts(folder, "programs") == {"UPDATED": 1}
    assert Phase.objects.get() == phase
    assert Phase.objects.get().title == "Settle"


def test_a_phase_in_use_is_not_taken_out(folder: Path) -> None:
    load_content(folder)
    make_enrollment(make_member("ada@example.org"), Phase.objects.get())
    write(folder, "programs/twelve.md", PROGRAM.replace("slug: calm", "slug: first"))
    with pytest.raises(ContentError, match='programs: "Calm" is in use'):
        load_content(folder)
    assert Phase.objects.get().slug == "calm"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"title": "Ours"}, id="words"),
        pytest.param({"status": "withdrawn"}, id="withdrawn"),
        pytest.param(
            {"reviewed_by": "Sam Lee, PT", "reviewed_on": "2026-11-01"}, id="reviewed"
        ),
    ],
)
def test_what_staff_changed_stays(folder: Path, change: dict[str, str]) -> None:
    load_content(folder)
    Exercise.objects.filter(slug="press-up").update(**change)
    write(folder, "exercises/press-up.md", PRESS_UP.replace("Push up", "Push"))
    assert counts(folder) == {"KEPT": 1, "UNCHANGED": 1}
    row = Exercise.objects.filter(slug="press-up", **change).get()
    assert row.steps.filter(text="Push up.").exists()


def test_a_changed_part_counts_as_a_change(folder: Path) -> None:
    load_content(folder)
    Exercise.objects.get(slug="press-up").steps.last().delete()  # type: ignore[union-attr]
    assert counts(folder) == {"KEPT": 1, "UNCHANGED": 1}


def test_saving_without_a_change_leaves_a_row_to_the_files(folder: Path) -> None:
    load_content(folder)
    row = Exercise.objects.get(slug="press-up")
    row.body = row.body.replace("\n", "\r\n")
    row.save()
    write(folder, "exercises/press-up.md", PRESS_UP.replace("Push up", "Push"))
    assert counts(folder) == {"UPDATED": 1, "UNCHANGED": 1}


def test_a_page_that_staff_wrote_under_the_same_address_stays(folder: Path) -> None:
    make_exercise(slug="press-up", title="Ours")
    assert counts(folder) == {"KEPT": 1, "NEW": 1}
    assert Exercise.objects.get(slug="press-up").title == "Ours"


def test_a_deleted_row_comes_back(folder: Path) -> None:
    load_content(folder)
    Prescription.objects.all().delete()
    Exercise.objects.get(slug="press-up").delete()
    assert counts(folder) == {"NEW": 1, "UNCHANGED": 1}


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        pytest.param(
            "exercises/press-up.md",
            "title: Press-up",
            "titel: Press-up",
            'exercises/press-up.md: It has no key "titel"',
            id="unknown key",
        ),
        pytest.param(
            "exercises/press-up.md",
            "title: Press-up\n",
            "",
            "exercises/press-up.md: title: It is missing.",
            id="missing",
        ),
        pytest.param(
            "exercises/press-up.md",
            "direction: extension",
            "direction: up",
            "direction: Value 'up' is not a valid choice. It takes one of: extension,",
            id="choice",
        ),
        pytest.param(
            "exercises/press-up.md",
            "exercise: walking",
            "exercise: running",
            'easier, 1, exercise: There is no exercise "running".',
            id="unknown exercise",
        ),
        pytest.param(
            "exercises/press-up.md",
            "[long2004]",
            "[short2004]",
            'statements, 1, references: There is no reference "short2004".',
            id="unknown reference",
        ),
        pytest.param(
            "exercises/press-up.md",
            "reps: [5, 10]",
            "reps: [10, 5]",
            "dose, reps: The end of a range is below its start.",
            id="range",
        ),
        pytest.param(
            "exercises/press-up.md",
            "reps: [5, 10]",
            "reps: [5, 10, 15]",
            "dose, reps: It takes a number or [low, high].",
            id="long range",
        ),
        pytest.param(
            "exercises/press-up.md",
            "sets: 1",
            "sets: many",
            "dose, sets: It takes a whole number.",
            id="number",
        ),
        pytest.param(
            "exercises/press-up.md",
            "sets: 1",
            "set: 1",
            'dose: It has no key "set"',
            id="unknown dose",
        ),
        pytest.param(
            "exercises/press-up.md",
            "[calm]",
            "[quiet]",
            'stages: "quiet" is none of: calm, restore, strengthen.',
            id="stage",
        ),
        pytest.param(
            "exercises/press-up.md",
            "[calm]",
            "calm",
            "stages: It takes a list.",
            id="list",
        ),
        pytest.param(
            "exercises/press-up.md",
            "sides: both",
            "sides: both\nfigure: juggling",
            'figure: "juggling" is none of',
            id="figure",
        ),
        pytest.param(
            "references/long2004.md",
            "2026-11-23",
            "soon",
            "checked_on: It takes a date, such as 2026-11-23.",
            id="date",
        ),
        pytest.param(
            "references/long2004.md",
            "year: 2004",
            "year: [",
            "references/long2004.md: Its front matter cannot be read.",
            id="yaml",
        ),
        pytest.param(
            "guides/sciatica.md",
            "## help",
            "## halp",
            'No section has the anchor "halp".',
            id="anchor",
        ),
        pytest.param(
            "guides/sciatica.md",
            "anchor: what",
            "anchor: help",
            'sections: "help" stands there twice.',
            id="twins",
        ),
        pytest.param(
            "programs/twelve.md",
            "tracks: all",
            "tracks: some",
            'prescriptions, 1, tracks: It takes "all" or a list of',
            id="tracks",
        ),
    ],
)
def test_a_wrong_file_stops_the_load_with_a_sentence(
    folder: Path, name: str, old: str, new: str, sentence: str
) -> None:
    assert old in FILES[name]
    write(folder, name, FILES[name].replace(old, new))
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    assert sentence in str(caught.value)
    assert not Reference.objects.exists()
    assert not Exercise.objects.exists()


def test_every_wrong_file_is_named(folder: Path) -> None:
    write(folder, "exercises/press-up.md", PRESS_UP.replace("title:", "titel:"))
    write(folder, "references/long2004.md", LONG.replace("authors:", "author:"))
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == [
        "references/long2004.md",
        "exercises/press-up.md",
    ]


def test_the_command_stops_with_the_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "exercises/press-up.md", PRESS_UP.replace("title:", "titel:"))
    monkeypatch.setattr(
        "exercises.management.commands.load_content.load_content",
        lambda: shipping.load_content(folder),
    )
    with pytest.raises(CommandError, match=r"(?s)Nothing was loaded.*titel"):
        call_command("load_content")


def test_files_may_name_rows_that_staff_wrote(folder: Path) -> None:
    shutil.rmtree(folder / "references")
    make_reference(key="long2004")
    load_content(folder)
    assert Statement.objects.get().references.get().key == "long2004"
