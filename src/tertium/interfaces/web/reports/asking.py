"""What a reader says in a report, once it is found to be a report at all."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import parse_qsl, unquote

from tertium.errors import BadRequestError, TooManyPartsError, UnsupportedMediaTypeError
from tertium.model.report import Complaint, ReportKind
from tertium.render.escaping import web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from starlette.requests import Request

    from tertium.model.report import Reported

__all__ = ["FORM", "JSON", "LONGEST", "Asked", "read"]

FORM: Final = "application/x-www-form-urlencoded"
JSON: Final = "application/json"
LONGEST: Final = 4000
"""So many characters a report may have."""

_LINE: Final = 500
_ADDRESS: Final = 2000
_MOST: Final = 1 << 16
_FIELDS: Final = 20
_ROOMS: Final = ("/compare/", "/entity/", "/embed/")
_MOST_MEMBERS: Final = 20
_UNSEEN: Final = frozenset({"Cc", "Cs"})
_BREAKS: Final = frozenset({"\t", "\n"})
_KINDS: Final = frozenset(one.value for one in ReportKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The fields of a report as they were sent, in one way of writing them.

    Attributes:
        statement: the statement with the problem.
        page: the address of the page on which it was read.
        entities: those which that page is about.
        kind: what is the matter, in one of the words for it.
        text: the problem in words.
        source: the address of a source.
        contact: how to reach the reader.
        token: what the form has from us.
        website: what no person fills in.
        is_form: whether they come from a form, not from a program.

    """

    statement: str = ""
    page: str = ""
    entities: tuple[str, ...] = ()
    kind: str = ""
    text: str = ""
    source: str = ""
    contact: str = ""
    token: str = ""
    website: str = ""
    is_form: bool = False

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Self:
        """Return what some fields say; unknown ones say nothing, and the last of two counts."""
        given = defaultdict(str, ((name, _plain(value)) for name, value in pairs))
        own = (given["entity"],) if given["entity"] else ()
        return cls(
            statement=given["statement"],
            page=given["page"],
            entities=(*own, *_members(given["page"])),
            kind=given["kind"],
            text=given["text"],
            source=given["source"],
            contact=given["contact"],
            token=given["token"],
            website=given["website"],
        )

    def complaint(self, about: Reported) -> Complaint:
        """Return the report, if nothing is wrong with any field."""
        return Complaint(
            about=about,
            kind=ReportKind(self.kind),
            text=self.text,
            source=self.source,
            contact=self.contact,
        )

    def problems(self) -> Mapping[str, str]:
        """Return what is wrong with which field."""
        checks = {
            "statement": (not _is_line(self.statement), "it says of no statement what is wrong"),
            "page": (
                not (self.entities and len(self.page) <= _ADDRESS and not _is_odd(self.page)),
                "it must be a page of ours, with the statement",
            ),
            "kind": (self.kind not in _KINDS, "please say what is the matter"),
            "text": _text_problem(self.text),
            "source": (
                bool(self.source) and not (_is_line(self.source) and web_address(self.source)),
                "please give an address of the web, such as https://example.org/book",
            ),
            "contact": (
                bool(self.contact) and not _is_line(self.contact, _LINE),
                f"please write one line, of {_LINE} characters at most",
            ),
            "website": (bool(self.website), "please leave this empty: it is for machines"),
        }
        return {name: problem for name, (is_wrong, problem) in checks.items() if is_wrong}


async def read(request: Request) -> Asked:
    """Return what the body of a request says.

    Raises:
        BadRequestError: when it is not of the form that its media type has.
        TooManyPartsError: when it is too large.
        UnsupportedMediaTypeError: when it is of another media type than those of a form and JSON.

    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind not in {FORM, JSON}:
        raise UnsupportedMediaTypeError((FORM, JSON))
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST:
            raise TooManyPartsError(len(body), "bytes", _MOST)
    try:
        text = body.decode()
        if kind == FORM:
            return replace(Asked.of(_pairs(text)), is_form=True)
        return Asked.of(_members_of(json.loads(text)))
    except (ValueError, RecursionError) as error:  # the former also for what is no UTF-8
        raise BadRequestError(place="the body", problem=f"it is no {kind}") from error


def _text_problem(text: str) -> tuple[bool, str]:
    if not text:
        return True, "please say what is wrong"
    if len(text) > LONGEST:
        return True, f"please be shorter: {LONGEST:,} characters are taken"
    return _is_odd(text, _BREAKS), "it has characters that nobody can see"


def _is_line(text: str, most: int = _ADDRESS) -> bool:
    return 0 < len(text) <= most and not _is_odd(text)


def _pairs(form: str) -> list[tuple[str, str]]:
    return parse_qsl(form, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)


def _members_of(document: object) -> list[tuple[str, str]]:
    if not isinstance(document, dict):
        raise BadRequestError(place="the body", problem="a JSON object is expected")
    if not all(isinstance(value, str) for value in document.values()):
        raise BadRequestError(place="the body", problem="all members are texts")
    return [*document.items()]


def _members(page: str) -> tuple[str, ...]:
    """Return the names of those a page of ours is about, by its address."""
    room = next((room for room in _ROOMS if page.startswith(room)), "")
    path = re.split("[?#]", page, maxsplit=1)[0] if room else ""
    names = path.removeprefix(room).split("/")
    return tuple(map(unquote, filter(None, names)))[:_MOST_MEMBERS]


def _plain(text: str) -> str:
    """Return a text as it is kept: in one way of writing letters (NFC) and ends of lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines).strip()


def _is_odd(text: str, allowed: frozenset[str] = frozenset()) -> bool:
    """Return whether a text has characters of control, or halves of characters."""
    return any(unicodedata.category(one) in _UNSEEN and one not in allowed for one in text)
