"""The fields of a request: what each may be, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertium.errors import BadRequestError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from tertium.render.json_values import Json

__all__ = ["Choice", "Field", "Names", "Number", "Text", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of an address; `place` is `query`, or `path` for a part of the path."""

    name: str
    meaning: str
    required: bool = False
    place: str = "query"

    @property
    def schema(self) -> dict[str, Json]:
        """What it may be, as JSON Schema."""
        raise NotImplementedError

    def read(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return what it is; nothing if it is not given.

        Raises:
            BadRequestError: when it is nothing that it may be.

        """
        raise NotImplementedError

    def refused(self, *, problem: str) -> BadRequestError:
        """Return that it is nothing that it may be."""
        return BadRequestError(place=self.name, problem=problem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Field):
    """Some characters; `pattern` is what they look like."""

    least: int = 1
    most: int = 1000
    pattern: str = ""

    @property
    def schema(self) -> dict[str, Json]:
        """What it may be."""
        pattern: dict[str, Json] = {"pattern": self.pattern} if self.pattern else {}
        lengths: dict[str, Json] = {"minLength": self.least, "maxLength": self.most}
        kind: dict[str, Json] = {"type": "string"}
        return kind | lengths | pattern

    def read(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return the text."""
        if values and not self.least <= len(values[-1]) <= self.most:
            raise self.refused(problem=f"{self.least} to {self.most} characters are expected")
        return values[-1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Field):
    """A whole number between two others; 0 is no usual one."""

    least: int = 1
    most: int
    usual: int = 0

    @property
    def schema(self) -> dict[str, Json]:
        """What it may be."""
        bounds: dict[str, Json] = {"minimum": self.least, "maximum": self.most}
        usual: dict[str, Json] = {"default": self.usual} if self.usual else {}
        return {"type": "integer"} | bounds | usual

    def read(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return the number, in digits."""
        if not values:
            return (str(self.usual),) if self.usual else ()
        text = values[-1]
        is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(self.most))
        if not is_number or not self.least <= int(text) <= self.most:
            raise self.refused(
                problem=f"a whole number from {self.least} to {self.most} is expected"
            )
        return (text,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Field):
    """One of some words."""

    words: tuple[str, ...]
    usual: str = ""

    @property
    def schema(self) -> dict[str, Json]:
        """What it may be."""
        default: dict[str, Json] = {"default": self.usual} if self.usual else {}
        return {"type": "string", "enum": list(self.words)} | default

    def read(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return the word."""
        if values and values[-1] not in self.words:
            raise self.refused(problem=f"one of {', '.join(self.words)} is expected")
        return values[-1:] or ((self.usual,) if self.usual else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Names(Field):
    """What several things are called: labels, IRIs or CURIEs, each in a field of its own."""

    least: int = 2
    most: int = 50
    longest: int = 1000

    @property
    def schema(self) -> dict[str, Json]:
        """What it may be."""
        one: Json = {"type": "string", "minLength": 1, "maxLength": self.longest}
        counts: dict[str, Json] = {"minItems": self.least, "maxItems": self.most}
        return {"type": "array", "items": one, "uniqueItems": True} | counts

    def read(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names."""
        if not self.least <= len(values) <= self.most:
            bounds = f"{self.least} to {self.most}" if self.most > self.least else f"{self.least}"
            raise self.refused(problem=f"it is expected {bounds} times")
        if not all(1 <= len(value) <= self.longest for value in values):
            raise self.refused(problem=f"1 to {self.longest} characters are expected")
        return values


def read(request: Request, fields: tuple[Field, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return what the fields of a request are, by name.

    Raises:
        BadRequestError: when one is missing, or nothing that it may be.

    """
    found: dict[str, tuple[str, ...]] = {}
    for field in fields:
        values = tuple(request.query_params.getlist(field.name))
        if field.required and not values:
            raise field.refused(problem="it is missing")
        found[field.name] = field.read(values)
    return found
