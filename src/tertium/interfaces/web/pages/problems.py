"""The pages for when there is no page: what went wrong, or who may be meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tertium.interfaces.web.pages.shell import fill
from tertium.queries.identifiers import identifier
from tertium.render.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tertium.interfaces.web.pages.choices import Choice
    from tertium.queries.finding import Found
    from tertium.render.json_values import Json

__all__ = ["Doubt", "candidates_page", "explanation_page", "problem_page"]

_Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A text which means several things, or none: which place it has, and what it may mean."""

    place: int
    text: str
    found: Sequence[Found] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """What a text may mean, and where it goes on if it does."""

    label: str
    language: str
    kinds: str
    description: str
    address: str


def problem_page(problem: Mapping[str, Json]) -> str:
    """Return the page that tells of a problem what its document does (RFC 9457)."""
    return fill(
        "problem.html",
        title=problem["title"],
        detail=problem["detail"],
        status=problem["status"],
        address=problem["type"],
        links=(),
    )


def explanation_page(title: str, detail: str, links: Sequence[Choice] = ()) -> str:
    """Return a page with a heading, a paragraph and links: what kinds of problems mean."""
    return fill("problem.html", title=title, detail=detail, status="", address="", links=links)


def candidates_page(asked: _Fields, doubts: Sequence[Doubt], fields: _Fields = ()) -> str:
    """Return the page which asks what is meant by some texts of a form.

    `asked` are names and texts of all things asked for, in order; `fields` what else was asked of
    the page. A link leads to the same form with one text replaced.
    """
    shown = [
        {"text": visible(doubt.text), "candidates": _candidates(asked, doubt, fields)}
        for doubt in doubts
    ]
    return fill("candidates.html", asked=asked, doubts=shown, fields=fields)


def _candidates(asked: _Fields, doubt: Doubt, fields: _Fields) -> tuple[_Candidate, ...]:
    return tuple(
        _Candidate(
            label=visible(one.entity.label),
            language=one.entity.language,
            kinds=visible(", ".join(kind.label for kind in one.classes)),
            description=visible(one.description),
            address=f"/compare?{urlencode((*_with(asked, doubt.place, one), *fields))}",
        )
        for one in doubt.found
    )


def _with(asked: _Fields, place: int, found: Found) -> _Fields:
    """Return the fields with the text in one place replaced by an identifier."""
    name, _ = asked[place]
    return (*asked[:place], (name, identifier(found.entity.iri)), *asked[place + 1 :])
