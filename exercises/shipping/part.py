from typing import Any, Protocol

from django.db import models
from yaml import Node

from exercises.shipping.library import Library

type Field = models.Field[Any, Any]
type Plain = dict[str, Any]


class Part(Protocol):
    """One key of a file. Plain values are what JSON holds, dates written out."""

    @property
    def name(self) -> str: ...
    @property
    def default(self) -> Any: ...
    @property
    def required(self) -> bool: ...

    def read(self, value: object, library: Library) -> Any:
        """The plain value of what a file holds."""

    def of_row(self, row: Any, library: Library) -> Any:
        """The plain value of what a row holds."""

    def columns(self, plain: Any, library: Library) -> Plain:
        """What the row keeps for a plain value."""

    def node(self, plain: Any) -> Node:
        """How a file shows a plain value."""
