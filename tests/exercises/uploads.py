"""Pictures as people send them, and as nobody should."""

import zlib
from collections.abc import Callable
from io import BytesIO
from struct import pack
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from exercises.models import Exercise, Picture
from exercises.reencoding import reencode

GPS_TAG, MAKE_TAG = 0x8825, 0x010F
CANARY = b"canary-7f3a"


def plain(size: tuple[int, int] = (64, 48), color: str = "teal") -> Image.Image:
    return Image.new("RGB", size, color)


def encoded(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def photo_with_place() -> bytes:
    """A phone's photo: turned by a quarter, with the place and the maker."""
    exif = Image.Exif()
    exif[MAKE_TAG] = CANARY.decode()
    exif[0x0112] = 6
    exif[GPS_TAG] = {1: "N", 2: (40.0, 44.0, 55.0)}
    return encoded(plain((64, 48)), "JPEG", exif=exif)


def animation(kind: str) -> bytes:
    frames = [plain(color="black"), plain(color="white")]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:])


def claimed_png(width: int, height: int) -> bytes:
    """A small file that says it is huge."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(b"\0" * 4096))
    return b"\x89PNG\r\n\x1a\n" + header + data + chunk(b"IEND", b"")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"

REFUSED: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "an SVG": lambda: SVG,
    "a page": lambda: HTML,
    "a page that begins as a GIF": lambda: b"GIF89a/*" + HTML,
    "a GIF": lambda: encoded(plain(), "GIF"),
    "a TIFF": lambda: encoded(plain(), "TIFF"),
    "half a JPEG": lambda: encoded(plain((640, 480)), "JPEG")[:700],
    "half a PNG": lambda: encoded(Image.effect_noise((64, 48), 90))[:900],
    "a moving PNG": lambda: animation("PNG"),
    "a moving WebP": lambda: animation("WEBP"),
    "26 million pixels": lambda: claimed_png(6500, 4001),
    "a bomb": lambda: claimed_png(60_000, 60_000),
    "more than 8 MB": lambda: encoded(plain()) + b"\0" * (8 * 1024 * 1024),
}


def sent(content: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


def make_picture(**fields: Any) -> Picture:
    file = reencode(BytesIO(encoded(plain())))
    defaults = {
        "file": file,
        "width": file.width,
        "height": file.height,
        "description": "Lying on your side, top knee bent.",
        "author": "Ann Lee",
        "licence": "cc-by",
        "people_agreed": True,
    }
    return Picture.objects.create(**{**defaults, **fields})


def shown_by(exercise: Exercise, **fields: Any) -> Picture:
    picture = make_picture(**fields)
    Exercise.objects.filter(pk=exercise.pk).update(picture=picture)
    return picture
