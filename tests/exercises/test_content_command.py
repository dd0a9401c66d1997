"""`manage.py content export|import|check`."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from exercises.models import Exercise
from tests.factories import make_exercise, make_member

pytestmark = pytest.mark.django_db
CLAIM = "“cures” No exercise is known to cure sciatica."
type Capture = pytest.CaptureFixture[str]


def exported(tmp_path: Path, name: str = "all") -> Path:
    call_command("content", "export", str(tmp_path / name))
    return tmp_path / name


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "exercises/bridge.md"
    path.write_text(path.read_text().replace(old, new))


def test_a_dry_run_shows_each_difference_and_changes_nothing(
    tmp_path: Path, capsys: Capture
) -> None:
    make_exercise(slug="bridge", title="Bridge")
    make_exercise(slug="walking")
    folder = exported(tmp_path)
    change(folder, "title: Bridge", "title: Hips")
    (folder / "exercises/walking.md").rename(folder / "exercises/stroll.md")
    capsys.readouterr()
    call_command("content", "import", str(folder), "--dry-run")
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    note = "Into a working draft: readers keep the page as it is."
    assert lines[0] == f"changed exercises/bridge.md {note}"
    assert {"-title: Bridge", "+title: Hips", "+status: draft"} <= set(lines)
    assert "added exercises/stroll.md With the stage that the file tells." in lines
    assert "only-here exercises/walking.md It stays." in lines
    assert lines[-2:] == [
        "1 added, 1 changed, 0 kept, 1 only-here, 0 unchanged",
        "Nothing was changed.",
    ]
    assert Exercise.objects.count() == 2


def test_an_import_says_what_it_did(tmp_path: Path, capsys: Capture) -> None:
    make_exercise(slug="bridge", title="Bridge")
    archive = exported(tmp_path, "all.zip")
    Exercise.objects.all().delete()
    call_command("content", "import", str(archive))
    assert capsys.readouterr().out.splitlines()[-1] == "It is in."
    assert Exercise.objects.get().status == "published"


def test_an_import_in_somebodys_name_makes_drafts(tmp_path: Path) -> None:
    make_exercise(slug="bridge")
    archive = exported(tmp_path, "all.zip")
    Exercise.objects.all().delete()
    with pytest.raises(CommandError, match="Nobody has this e-mail"):
        call_command("content", "import", str(archive), "--by", "no@example.org")
    member = make_member("pat@example.org")
    call_command("content", "import", str(archive), "--by", "Pat@example.org")
    row = Exercise.objects.get()
    assert (row.status, row.writers.get()) == ("draft", member)


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_what_is_wrong_is_told_and_nothing_comes_in(
    tmp_path: Path, options: list[str]
) -> None:
    make_exercise(slug="bridge")
    folder = exported(tmp_path)
    change(folder, "kind: exercise", "kind: dance")
    with pytest.raises(CommandError, match=r"exercises/bridge\.md: kind: Value"):
        call_command("content", "import", str(folder), *options)
    assert Exercise.objects.get().kind == "exercise"


def test_a_check_names_each_problem_and_fails(tmp_path: Path, capsys: Capture) -> None:
    make_exercise(slug="bridge", summary="It cures sciatica.")
    folder = exported(tmp_path)
    change(folder, "kind: exercise", "kind: dance")
    make_exercise(slug="walking", body="See [it](/guides/none/).")
    capsys.readouterr()
    with pytest.raises(CommandError, match=r"^1 to mend\.$"):
        call_command("content", "check", str(folder))
    assert "exercises/bridge.md: kind: " in capsys.readouterr().out
    with pytest.raises(CommandError, match=r"^2 to mend\.$"):
        call_command("content", "check")
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        f"exercises/bridge.md: summary: {CLAIM}",
        'exercises/walking.md: body: The link to "/guides/none/" leads nowhere.',
    ]


def test_the_shipped_content_needs_no_mending(capsys: Capture) -> None:
    call_command("content", "check", "exercises/content")
    assert capsys.readouterr().out == "87 files, and nothing to mend.\n"


def test_an_export_writes_into_no_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CommandError, match="is not empty"):
        call_command("content", "export", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
