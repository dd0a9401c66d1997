"""What an export holds, read back."""

import csv
import io
import json
import zipfile
from typing import Any

from django.test import Client


def export(client: Client, ending: str) -> bytes:
    response: Any = client.get(f"/record/export.{ending}")
    assert response.status_code == 200
    assert response.streaming
    return b"".join(response.streaming_content)


def exported(client: Client) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(export(client, "json"))
    return answer


def tables(client: Client) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = exported(client)["tables"]
    return found


def csv_files(zipped: bytes) -> dict[str, list[list[str]]]:
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        return {
            name: list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in archive.namelist()
        }
