"""What stands in the files is what the poses give."""

from pathlib import Path

import pytest
from django.core.management import call_command

from exercises.figures import MOVEMENTS, baking, render_animation, render_still
from exercises.figures.baking import bake
from exercises.figures.movement import START
from exercises.figures.skeleton import BUILDS, SLENDER

KEYS = list(MOVEMENTS)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(baking, "BAKED", tmp_path)
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
        assert {file.stem for file in files} == set(MOVEMENTS)
    assert f"Baked {len(MOVEMENTS)} movements" in capsys.readouterr().out


@pytest.mark.parametrize("key", KEYS)
def test_baking_twice_gives_the_same_bytes(key: str) -> None:
    assert bake(MOVEMENTS[key], SLENDER) == bake(MOVEMENTS[key], SLENDER)


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
