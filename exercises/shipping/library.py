from dataclasses import dataclass, field

from django.db import models

from exercises.models import Exercise, Guide, Picture, Program, Reference

type Rows = type[models.Model]

NAMED = (
    (Picture, "name"),
    (Reference, "key"),
    (Exercise, "slug"),
    (Guide, "slug"),
    (Program, "slug"),
)


@dataclass(frozen=True)
class Library:
    """Which row a key or an address in a file means, and back."""

    rows: dict[tuple[Rows, str], int | None] = field(default_factory=dict)
    names: dict[tuple[Rows, int], str] = field(default_factory=dict)

    @classmethod
    def of_database(cls) -> "Library":
        library = cls()
        for model, name_field in NAMED:
            for row in model.objects.all():
                library.add(row, name_field)
        return library

    def expect(self, model: Rows, name: str) -> None:
        """A file will make this row: other files may already name it."""
        self.rows.setdefault((model, name), None)

    def add(self, row: models.Model, name_field: str) -> None:
        name = getattr(row, name_field)
        self.names[type(row), row.pk] = name
        if getattr(row, "draft_of_id", None) is None:
            self.rows[type(row), name] = row.pk

    def knows(self, model: Rows, name: str) -> bool:
        return (model, name) in self.rows

    def pk(self, model: Rows, name: str) -> int | None:
        return self.rows[model, name]

    def name(self, model: Rows, pk: int) -> str | None:
        return self.names.get((model, pk))
