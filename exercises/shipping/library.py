from dataclasses import dataclass, field, replace
from typing import Any

from django.db import models

from exercises.models import Exercise, Guide, Reference

type Rows = type[models.Model]
type Name = tuple[Rows, str, str]

ANY = ""  # references are cited in every language


@dataclass(frozen=True)
class Library:
    """Which row a key or an address in a file means, and back."""

    language: str = "en"
    rows: dict[Name, int | None] = field(default_factory=dict)
    names: dict[tuple[Rows, int], str] = field(default_factory=dict)

    @classmethod
    def of_database(cls) -> "Library":
        library = cls()
        for key, pk in Reference.objects.values_list("key", "pk"):
            library.add(Reference, key, ANY, pk)
        for model in (Exercise, Guide):
            for row in model.objects.only("slug", "language", "draft_of"):
                library.names[model, row.pk] = row.slug
                if row.draft_of_id is None:
                    library.add(model, row.slug, row.language, row.pk)
        return library

    def speaking(self, language: str) -> "Library":
        return replace(self, language=language)

    def expect(self, model: Rows, name: str, language: str) -> None:
        """A file will make this row: other files may already name it."""
        self.rows.setdefault((model, name, language), None)

    def add(self, model: Rows, name: str, language: str, pk: int) -> None:
        self.rows[model, name, language] = pk
        self.names[model, pk] = name

    def add_row(self, row: models.Model, name_field: str) -> None:
        language = getattr(row, "language", ANY)
        self.add(type(row), getattr(row, name_field), language, row.pk)

    def knows(self, model: Rows, name: str) -> bool:
        return self.key(model, name) in self.rows

    def pk(self, model: Rows, name: str) -> int | None:
        return self.rows[self.key(model, name)]

    def name(self, model: Rows, pk: Any) -> str | None:
        return self.names.get((model, pk))

    def key(self, model: Rows, name: str) -> Name:
        return (model, name, ANY if model is Reference else self.language)
