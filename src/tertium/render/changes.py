"""What changed from one version of a page to the next, for people and for programs."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from importlib.resources import files
from typing import Final

from tertium.errors import UnknownFormatError
from tertium.model.change import Change, Changes
from tertium.render.escaping import visible

__all__ = ["CHANGES_FORMATS", "changes_line", "changes_schema", "render_changes"]

_SCHEMA: Final = "tertium/diff/1"
_LONG: Final = 300
"""So many characters of what was there before are shown to people."""


def render_changes(name: str, changes: Changes) -> str:
    """Return changes in a format: text, markdown, json.

    Raises:
        UnknownFormatError: when there is no such format.

    """
    if name not in CHANGES_FORMATS:
        raise UnknownFormatError(name, tuple(CHANGES_FORMATS))
    return CHANGES_FORMATS[name](changes)


def changes_line(changes: Changes) -> str:
    """Return changes as JSON on one line."""
    return json.dumps(_document(changes), ensure_ascii=False, separators=(",", ":")) + "\n"


def changes_schema() -> str:
    """Return the JSON Schema of a diff document."""
    return files("tertium.render").joinpath("diff.schema.json").read_text(encoding="utf-8")


def _json(changes: Changes) -> str:
    return json.dumps(_document(changes), ensure_ascii=False, indent=2) + "\n"


def _document(changes: Changes) -> dict[str, object]:
    return {
        "schema": _SCHEMA,
        "old": asdict(changes.old),
        "new": asdict(changes.new),
        "same": changes.same,
        "changes": [{**asdict(one), "kind": one.kind.value} for one in changes],
    }


def _text(changes: Changes) -> str:
    lines = [visible(_title(changes)), f"  {_count(changes)}"]
    for one in changes:
        lines.append(f"{one.kind.value}: {visible(one.where)}")
        lines += (f"  {sign} {_cut(part)}" for sign, part in _sides(one))
        lines += (f"    because of {_cut(why)}" for why in one.because)
    return "\n".join(lines) + "\n"


def _markdown(changes: Changes) -> str:
    lines = [f"# {_plain(_title(changes))}", "", _count(changes)]
    for one in changes:
        lines += ["", f"## {one.kind.value}: {_plain(one.where)}", ""]
        lines += (f"- {word}: {_plain(_cut(part))}" for word, part in _sides(one, _WORDS))
        lines += (f"- because of {_plain(_cut(why))}" for why in one.because)
    return "\n".join(lines) + "\n"


_SIGNS: Final = ("-", "+")
_WORDS: Final = ("before", "now")


def _sides(one: Change, words: tuple[str, str] = _SIGNS) -> list[tuple[str, str]]:
    sides = zip(words, (one.before, one.after), strict=True)
    return [(word, part) for word, part in sides if part]


def _title(changes: Changes) -> str:
    return changes.new.title or changes.old.title


def _count(changes: Changes) -> str:
    number = len(changes.changes)
    said = f"{number} change{'s' * (number != 1)}" if number else "nothing changed"
    versions = " → ".join(one.version[:12] or "none" for one in (changes.old, changes.new))
    return f"{said} ({versions})"


def _cut(text: str) -> str:
    plain = visible(" ".join(text.split()))
    return plain if len(plain) <= _LONG else f"{plain[:_LONG]}…"


def _plain(text: str) -> str:
    """Return a text in which no character is one of Markdown."""
    return "".join(f"\\{sign}" if sign in _MARKS else sign for sign in visible(text))


_MARKS: Final = frozenset("\\`*_{}[]<>()#+-!|~&")
CHANGES_FORMATS: Final[Mapping[str, Callable[[Changes], str]]] = {
    "text": _text,
    "markdown": _markdown,
    "json": _json,
}
"""What renders changes, by the name of the format."""
