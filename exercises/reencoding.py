"""An uploaded picture is decoded and made anew: its pixels are kept, and nothing else."""

from io import BytesIO
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

MEGABYTE = 1024 * 1024
MAX_BYTES = 8 * MEGABYTE
MAX_PIXELS = 25_000_000
LARGEST = (1200, 1200)
FORMATS = ("JPEG", "PNG", "WEBP")
QUALITIES = (82, 70, 55)
ENOUGH_BYTES = 300 * 1024

UNREADABLE = _("This is no picture that can be read. Send a JPEG, PNG or WebP file.")
TOO_HEAVY = _("The file is larger than 8 MB. Send a smaller one.")
TOO_LARGE = _("The picture has more than 25 million pixels. Send a smaller one.")
NOT_OURS = _("This is no picture as it was exported. Upload it as a new one.")
MOVING = _("The picture moves. Send one that stands still.")


class WebP(ContentFile[bytes]):
    def __init__(self, content: bytes, size: tuple[int, int]) -> None:
        super().__init__(content, name="picture.webp")
        self.width, self.height = size


def reencode(sent: IO[bytes]) -> WebP:
    """What is sent is not believed: neither its name nor the type it claims."""
    if sent.seek(0, 2) > MAX_BYTES:
        raise ValidationError(TOO_HEAVY, code="too-heavy")
    sent.seek(0)
    try:
        return as_webp(decoded(sent))
    except ValidationError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValidationError(TOO_LARGE, code="too-large") from error
    except Exception as error:  # decoders of hostile files raise anything
        raise ValidationError(UNREADABLE, code="unreadable") from error


def decoded(sent: IO[bytes]) -> Image.Image:
    with Image.open(sent, formats=FORMATS) as image:
        if image.width * image.height > MAX_PIXELS:
            raise ValidationError(TOO_LARGE, code="too-large")
        if getattr(image, "is_animated", False) and image.format != "MPO":
            raise ValidationError(MOVING, code="moving")
        image.load()
        return on_white(ImageOps.exif_transpose(image))


def on_white(image: Image.Image) -> Image.Image:
    """A fresh picture: dark lines on nothing would be lost on a dark page."""
    colors = image.convert("RGBA")
    colors.thumbnail(LARGEST)
    fresh = Image.new("RGB", colors.size, "white")
    fresh.paste(colors, mask=colors.getchannel("A"))
    return fresh


def as_webp(image: Image.Image) -> WebP:
    for quality in QUALITIES:
        file = BytesIO()
        image.save(file, "WEBP", quality=quality, method=4)
        if file.tell() <= ENOUGH_BYTES:
            break
    return WebP(file.getvalue(), image.size)


def as_kept(content: bytes) -> WebP:
    """A picture that was made here before, as it is: pixels, and nothing else."""
    size = int.from_bytes(content[16:20], "little")
    is_bare = content[:4] == b"RIFF" and content[8:16] == b"WEBPVP8 "
    if not is_bare or len(content) != 20 + size + size % 2:
        raise ValidationError(NOT_OURS, code="not-ours")
    try:
        with Image.open(BytesIO(content), formats=["WEBP"]) as image:
            image.load()
            found = image.size
    except Exception as error:  # decoders of hostile files raise anything
        raise ValidationError(UNREADABLE, code="unreadable") from error
    if max(found) > max(LARGEST):
        raise ValidationError(NOT_OURS, code="not-ours")
    return WebP(content, found)
