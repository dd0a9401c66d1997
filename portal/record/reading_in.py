"""A file that claims to be a record: what is wrong with it, in a sentence."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import fastjsonschema
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from portal.record.formats.as_json import FORMAT, VERSION
from portal.record.schema import schema
from portal.record.table import Row
from portal.record.tables import BY_NAME

MEGABYTE = 1024 * 1024
MOST_MEGABYTES = 20
PLACE_IN_TABLE = 4  # data, "tables", the table, the row


@cache
def checked() -> Callable[[Any], Any]:
    check: Callable[[Any], Any] = fastjsonschema.compile(schema())
    return check


def read_in(file: "UploadedFile[bytes]") -> Row:
    if (file.size or 0) > MOST_MEGABYTES * MEGABYTE:
        raise ValidationError(
            _("The file is larger than %(n)s MB. A record is smaller.")
            % {"n": MOST_MEGABYTES}
        )
    try:
        record = json.loads(file.read().decode())
    except (ValueError, RecursionError):
        raise ValidationError(
            _("This file is not JSON. Choose the file that you saved as JSON.")
        ) from None
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise ValidationError(_("This file is no record from a site like this one."))
    if record.get("version") != VERSION:
        raise ValidationError(
            _("This file is of a version that this site cannot read.")
        )
    try:
        checked()(record)
    except fastjsonschema.JsonSchemaValueException as error:
        raise ValidationError(where(error)) from None
    return record


def where(error: fastjsonschema.JsonSchemaValueException) -> str:
    """Which entry of which table it is, as a person counts."""
    path = error.path
    if len(path) < PLACE_IN_TABLE or path[2] not in BY_NAME:
        return _("The file is not as a record is made. Save it again, and send that.")
    names = {"n": int(path[3]) + 1, "table": BY_NAME[path[2]].words}
    if len(path) == PLACE_IN_TABLE:
        return _("Entry %(n)s of “%(table)s” lacks something, or has too much.") % names
    names["column"] = path[4]
    return _("Entry %(n)s of “%(table)s”: “%(column)s” cannot be that.") % names
