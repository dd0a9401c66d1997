"""What stands in the files is what the poses give."""

from pathlib import Path

import pytest
from django.core.management import call_command

from exercises.figures import MOVEMENTS, baking, render_animation, render_still
from exercises.figures.baking import BAKED, bake
from exercises.figures.movement import START
from exercises.figures.skeleton import BUILDS, SLENDER


@pytest.mark.parametrize("key", MOVEMENTS)
def test_the_files_are_what_the_poses_give(key: str) -> None:
    for build in BUILDS:
        file = BAKED / build.name / f"{key}.svg"
        assert file.exists(), "Run make figures."
        assert file.read_text() == bake(MOVEMENTS[key], build), "Run make figures."


def test_no_file_is_left_of_a_movement_that_is_gone() -> None:
    for build in BUILDS:
        stems = {file.stem for file in (BAKED / build.name).iterdir()}
        assert stems == set(MOVEMENTS), "Run make figures."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    few = {key: MOVEMENTS[key] for key in ("bridge", "prone-lying", "figure-4")}
    monkeypatch.setattr(baking, "BAKED", tmp_path)
    monkeypatch.setattr(baking, "MOVEMENTS", few)
    return tmp_path


def test_the_command_writes_one_file_a_movement_and_build_and_removes_the_rest(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = folder / SLENDER.name / "somersault.svg"
    stale.parent.mkdir()
    stale.write_text("<svg/>")
    call_command("bake_figures")
    for build in BUILDS:
        files = (folder / build.name).iterdir()
        assert {file.stem for file in files} == {"bridge", "prone-lying", "figure-4"}
    assert "Baked 3 movements" in capsys.readouterr().out


def test_a_page_shows_what_was_baked(folder: Path) -> None:
    text = '<svg>\n<path class="mat"/>\n<g class="f f0">A</g>\n<g class="f f1">B</g>\n</svg>\n'
    (folder / SLENDER.name).mkdir()
    (folder / SLENDER.name / "bridge.svg").write_text(text)
    baking.drawing_of.cache_clear()
    try:
        animation = render_animation.__wrapped__("bridge")
        still = render_still.__wrapped__("bridge", START)
    finally:
        baking.drawing_of.cache_clear()
    assert '<g class="f f0">A</g><g class="f f1">B</g>' in animation
    assert '<path class="mat"/>A</svg>' in still
