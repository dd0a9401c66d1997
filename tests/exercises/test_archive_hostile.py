"""Archives as nobody should send them: refused with a sentence, nothing written."""

import stat
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipInfo

import pytest
from PIL import Image

from exercises.archives import unpacking
from exercises.archives.bringing import bring
from exercises.archives.names import Files
from exercises.archives.reading import read
from exercises.archives.unpacking import unpacked, unzipped
from exercises.models import Exercise, Picture, Reference
from exercises.shipping import ContentError
from tests.exercises.uploads import HTML, animation, encoded, photo_with_place, plain

REFERENCE = """---
authors: Long
source: Spine
year: 2004
kind: randomised-trial
in_sciatica: partly
---
They did better.
"""
NAME = "references/long2004.md"
PICTURE = "---\nauthor: Ann\nlicence: ours\npeople_agreed: true\n---\nA mat.\n"


def archive(*members: tuple[ZipInfo | str, bytes | str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as writing:
        for info, content in members:
            writing.writestr(info, content)
    return file.getvalue()


def member(name: str, mode: int = stat.S_IFREG, packed: int = ZIP_STORED) -> ZipInfo:
    info = ZipInfo(name)
    info.external_attr, info.compress_type = (mode | 0o644) << 16, packed
    return info


def named(name: str) -> Callable[[], bytes]:
    return lambda: archive((member(name), REFERENCE))


def bomb() -> bytes:
    """64 megabytes of nothing in 64 kilobytes."""
    info = member(NAME, packed=ZIP_DEFLATED)
    return archive((info, b"\0" * 64 * 1024 * 1024))


def lying_bomb() -> bytes:
    """A megabyte that says it is 100 bytes."""
    info = member(NAME, packed=ZIP_DEFLATED)
    content = archive((info, b" " * 1024 * 1024))
    true, false = struct.pack("<I", 1024 * 1024), struct.pack("<I", 100)
    assert content.count(true) == 2
    return content.replace(true, false)


def twice() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return archive((member(NAME), REFERENCE), (member(NAME), "Other"))


def encrypted() -> bytes:
    content = bytearray(archive((member(NAME), REFERENCE)))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def with_nul() -> bytes:
    content = archive((member("references/long2004.md_xx"), REFERENCE))
    return content.replace(b"long2004.md_xx", b"long2004.md\0xx")


ARCHIVES: dict[str, tuple[Callable[[], bytes], str]] = {
    "out of the folder": (named("../../etc/passwd.md"), "no place"),
    "out by a folder": (named("references/../../x.md"), "no place"),
    "from the root": (named("/references/x.md"), "no place"),
    "another system's way out": (named("references\\..\\x.md"), "no place"),
    "a drive": (named("C:/references/x.md"), "no place"),
    "hidden": (named("references/.x.md"), "no place"),
    "a line end": (named(f"{NAME}\n"), "no place"),
    "letters that look alike": (named("references/lоng.md"), "no place"),
    "another kind": (named("references/x.py"), "no place"),
    "another folder": (named("templates/x.md"), "no place"),
    "a folder too deep": (named("references/a/b.md"), "no place"),
    "no folder": (named("README.md"), "no place"),
    "a picture among pages": (named("exercises/x.webp"), "no place"),
    "a draft of a reference": (named("references/x.draft.md"), "no place"),
    "a folder of nothing": (lambda: archive((member("other/"), b"")), "no place"),
    "a name with an end inside": (with_nul, "no plain file"),
    "a link": (
        lambda: archive((member(NAME, stat.S_IFLNK), "/etc/passwd")),
        "no plain file",
    ),
    "a device": (lambda: archive((member(NAME, stat.S_IFCHR), "")), "no plain file"),
    "twice": (twice, "stands there twice"),
    "a bomb": (bomb, "larger than 512 KB"),
    "a bomb that lies": (lying_bomb, "no ZIP archive that can be read"),
    "encrypted": (encrypted, "encrypted"),
    "packed otherwise": (
        lambda: archive((member(NAME, packed=ZIP_BZIP2), REFERENCE)),
        "packed in a way",
    ),
    "nothing": (lambda: b"", "no ZIP archive"),
    "a page": (lambda: HTML, "no ZIP archive"),
    "half": (lambda: archive((member(NAME), REFERENCE))[:-30], "no ZIP archive"),
    "spoiled": (
        lambda: archive((member(NAME), REFERENCE)).replace(b"They", b"Thez", 1),
        "no ZIP archive",
    ),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_hostile_archive_is_refused_with_a_sentence(name: str) -> None:
    make, sentence = ARCHIVES[name]
    with pytest.raises(ContentError, match=sentence):
        unzipped(BytesIO(make()))


def test_too_many_files_and_too_many_bytes_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = [(member(f"references/r{n}.md"), REFERENCE) for n in range(4)]
    monkeypatch.setattr(unpacking, "MOST_FILES", 3)
    with pytest.raises(ContentError, match="more than 3 files"):
        unzipped(BytesIO(archive(*files)))
    monkeypatch.setattr(unpacking, "MOST_FILES", 9)
    monkeypatch.setitem(unpacking.MOST, ".md", 2 * len(REFERENCE))
    with pytest.raises(ContentError, match=r"All its \.md files"):
        unzipped(BytesIO(archive(*files)))


def test_an_archive_that_other_software_made_is_taken() -> None:
    content = archive(
        (member("references/", stat.S_IFDIR), b""),
        (member(NAME, mode=0, packed=ZIP_DEFLATED), REFERENCE),
    )
    assert unzipped(BytesIO(content)) == {NAME: REFERENCE.encode()}


@pytest.mark.parametrize(
    ("path", "sentence"),
    [("x.txt", "no place"), ("other/x.md", "no plain file"), ("link", "no plain file")],
)
def test_a_folder_is_not_believed_either(
    tmp_path: Path, path: str, sentence: str
) -> None:
    where = tmp_path / path
    where.parent.mkdir(exist_ok=True)
    if path == "link":
        where.symlink_to("/etc/passwd")
    else:
        where.write_text(REFERENCE)
    with pytest.raises(ContentError, match=sentence):
        unpacked(tmp_path)


YEAR = "year: 2004"
TEXTS: dict[str, tuple[str, str]] = {
    "a tag": ("year: !!python/object/apply:os.system [ls]", "line 4: It takes no tags"),
    "a tag of its own": ("year: !secret 2004", "line 4: It takes no tags"),
    "an anchor": ("year: &a 2004", "line 4: It takes no anchors"),
    "laughs": (
        "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a]",
        "line 4: It takes no anchors",
    ),
    "a deep nest": ("year: " + "[" * 5000, "line 4: It nests too deep"),
    "a key twice": ("year: 2004\nyear: 2005", '"year" stands there twice'),
    "a long number": ("year: " + "9" * 9000, "line 4: This number is too long"),
    "many sixties": ("year: 1" + ":10" * 900, "line 4: This number is too long"),
    "a large number": ("year: 99999", "year"),
    "a year before years": ("year: 12", "The year has 4 digits"),
    "no end": ("year: [", "Its front matter cannot be read. Line 6: "),
    "an unknown key": ("year: 2004\ntitel: x", 'It has no key "titel"'),
    "a letter that ends texts": ('year: 2004\ntitle: "a\\0b"', "title: It holds a"),
    "half a letter": ('year: 2004\ntitle: "a\\ud800b"', "cannot be read. Line 5: "),
    "a list of keys": ("year: {a: 1}", "year: It takes a whole number"),
    "a long title": (f"year: 2004\ntitle: {'x' * 401}", "title: Ensure this value"),
    "a citation of nothing": (
        "year: 2004\nfunding: See [@nobody].",
        "funding: Line 1: no reference has the key",
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_refused_with_file_and_field(name: str) -> None:
    new, sentence = TEXTS[name]
    (problem,) = read({NAME: REFERENCE.replace(YEAR, new).encode()}).problems
    assert problem.startswith(f"{NAME}: ")
    assert sentence in problem


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"---\nauthors: \xff\n---\n", "line 2: It is no UTF-8", id="utf"),
        pytest.param(REFERENCE.encode("utf-16"), "no UTF-8 text", id="utf-16"),
        pytest.param(b"", "begins with a line of 3 dashes", id="empty"),
        pytest.param(b"{}", "begins with a line of 3 dashes", id="json"),
        pytest.param(b"---\n- a\n---\n", "authors: It is missing", id="list"),
        pytest.param(b"---\ntitle: x\n", "authors: It is missing", id="no end"),
        pytest.param(REFERENCE.encode() + b"\0", "found: It holds a letter", id="nul"),
        pytest.param(
            REFERENCE.encode() + b"x" * 60_000, "at most 50000 letters", id="long"
        ),
    ],
)
def test_bytes_that_are_no_text_are_refused(content: bytes, sentence: str) -> None:
    (problem,) = read({NAME: content}).problems
    assert problem.startswith(f"{NAME}: ")
    assert sentence in problem


@pytest.mark.django_db
def test_a_file_that_windows_saved_is_read() -> None:
    content = b"\xef\xbb\xbf" + REFERENCE.replace("\n", "\r\n").encode()
    bring({NAME: content})
    assert Reference.objects.get().found == "They did better."


def bare(image: Image.Image) -> bytes:
    return encoded(image.convert("RGB"), "WEBP")


def with_exif() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "camera"
    return encoded(plain(), "WEBP", exif=exif)


PICTURES: dict[str, Callable[[], bytes]] = {
    "a JPEG with a place": photo_with_place,
    "a page": lambda: HTML,
    "a tail": lambda: bare(plain()) + HTML,
    "a camera": with_exif,
    "moving": lambda: animation("WEBP"),
    "without loss": lambda: encoded(plain(), "WEBP", lossless=True),
    "too large": lambda: bare(plain((1300, 20))),
    "half": lambda: bare(Image.effect_noise((64, 64), 90))[:60],
    "nothing inside": lambda: b"RIFF\x0c\0\0\0WEBPVP8 \0\0\0\0",
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", PICTURES)
def test_a_hostile_picture_is_refused(name: str) -> None:
    files: Files = {
        "pictures/abc.md": PICTURE.encode(),
        "pictures/abc.webp": PICTURES[name](),
    }
    with pytest.raises(ContentError, match=r"pictures/abc\.md: This is no picture"):
        bring(files)
    assert not Picture.objects.exists()


@pytest.mark.django_db
def test_a_picture_and_its_words_come_together() -> None:
    words, pixels = {"pictures/abc.md": PICTURE.encode()}, bare(plain())
    with pytest.raises(ContentError, match="Its picture is missing"):
        bring(words)
    with pytest.raises(ContentError, match="Its words are missing"):
        bring({"pictures/abc.webp": pixels})
    bring({**words, "pictures/abc.webp": pixels})
    assert Picture.objects.get().width == 64


@pytest.mark.django_db
def test_a_picture_needs_the_agreement_of_people() -> None:
    told = PICTURE.replace("people_agreed: true\n", "").encode()
    with pytest.raises(ContentError, match="A picture needs the agreement"):
        bring({"pictures/abc.md": told, "pictures/abc.webp": bare(plain())})


@pytest.mark.django_db
def test_links_between_files_are_checked() -> None:
    exercise = (
        "---\ntitle: A\nkind: exercise\nsummary: B\ndirection: neutral\n"
        "position: back\nsides: both\neasier: [{text: C, exercise: nowhere}]\n"
        "---\nSee [it](/exercises/elsewhere/), [me](/exercises/a/).\n"
    )
    reading = read({"exercises/a.md": exercise.encode()})
    assert reading.problems == [
        'exercises/a.md: easier, 1, exercise: There is no exercise "nowhere".'
    ]
    mended = exercise.replace("nowhere", "a").encode()
    reading = read({"exercises/a.md": mended})
    assert reading.problems == []
    assert reading.remarks == [
        'exercises/a.md: body: The link to "/exercises/elsewhere/" leads nowhere.'
    ]
    assert not Exercise.objects.exists()
