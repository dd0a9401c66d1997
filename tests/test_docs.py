"""What the documents say is true of the code."""

import re
from pathlib import Path

from django.apps import apps

from portal.environment import EXAMPLES

ROOT = Path(__file__).resolve().parent.parent
READ = re.compile(r'\b(flag|text|matching|words|secret)\(\s*"([A-Z_]+)"')
OURS = {"portal", "accounts", "plans", "exercises", "tracking", "record"}
HEADINGS = ["## Status", "## Context", "## Decision", "## Consequences"]


def settings_read() -> set[str]:
    """The names that settings.py reads; a secret may also come from NAME_FILE."""
    names = set()
    for kind, name in READ.findall((ROOT / "portal/settings.py").read_text()):
        names |= {name, f"{name}_FILE"} if kind == "secret" else {name}
    return names


def readme_settings() -> set[str]:
    rows = re.findall(
        r"^\| (`[A-Z_]+`[^|]*)\|", (ROOT / "README.md").read_text(), re.MULTILINE
    )
    return {name for row in rows for name in re.findall(r"[A-Z_]+", row)}


def test_the_readme_lists_each_setting() -> None:
    assert readme_settings() == settings_read()


def test_the_example_environment_lists_each_setting() -> None:
    text = (ROOT / ".env.example").read_text()
    assert set(re.findall(r"^#?([A-Z_]+)=", text, re.MULTILINE)) == settings_read()


def test_a_refusal_can_show_an_example_of_each_setting() -> None:
    plain = {name for name in settings_read() if not name.endswith("_FILE")}
    assert set(EXAMPLES) | {"SECRET_KEY_FALLBACKS"} == plain


def test_each_path_of_the_code_map_exists() -> None:
    text = (ROOT / "docs/code-map.md").read_text()
    paths = re.findall(r"`([\w.-]+/[\w./-]*)`", text)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_each_file_that_the_readme_links_exists() -> None:
    text = (ROOT / "README.md").read_text()
    links = re.findall(r"\]\(([\w./-]+)\)", text)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_glossary_has_each_model() -> None:
    text = (ROOT / "docs/glossary.md").read_text()
    models = [m.__name__ for m in apps.get_models() if m._meta.app_label in OURS]
    assert models
    assert [name for name in models if f"`{name}`" not in text] == []


def test_a_decision_record_has_its_four_parts_and_fits_a_page() -> None:
    records = sorted((ROOT / "docs/adr").glob("*.md"))
    assert [int(record.name[:4]) for record in records] == list(
        range(1, len(records) + 1)
    )
    for record in records:
        lines = record.read_text().splitlines()
        assert [line for line in lines if line.startswith("## ")] == HEADINGS
        assert len(lines) < 60


def test_no_file_names_a_package_index() -> None:
    locks = [ROOT / "requirements.txt", ROOT / "requirements-dev.txt"]
    assert [lock.name for lock in locks if "://" in lock.read_text()] == []
