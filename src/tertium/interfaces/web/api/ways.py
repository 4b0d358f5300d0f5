"""All that the HTTP API answers: its addresses, what they take, what they give."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, TypeAlias

from tertium.interfaces.web.api import answers
from tertium.interfaces.web.api.fields import Choice, Field, Names, Number, Text
from tertium.interfaces.web.documents.forms import FILES, GRAPHS, PAGE
from tertium.model.verdict import Length, Ranks, View
from tertium.narrate import LANGUAGES
from tertium.queries.cards import bundled_cards

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response

    from tertium.interfaces.web.api.answers import Asked
    from tertium.interfaces.web.documents.forms import Form

__all__ = ["WAYS", "Answering", "Way"]

Answering: TypeAlias = "Callable[[Asked], Response]"
"""What answers of a graph."""

_JSON: Final = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """An address with what it answers.

    `answer` is what the API itself does of a graph; without it another room answers. `kinds` are
    the media types of the answer, with the name of the schema where it has one. An `example` is an
    address with `{a}` and `{b}` where the identifiers of two things are to stand.
    """

    name: str
    path: str
    summary: str
    kinds: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...] = ()
    refusals: tuple[HTTPStatus, ...] = ()
    answer: Answering | None = None
    takes: str = ""
    example: str = ""

    @property
    def method(self) -> str:
        """The method by which it is asked."""
        return "POST" if self.takes else "GET"


_LANG: Final = Choice(
    name="lang",
    meaning="Language of the words; without it, the header Accept-Language says which.",
    words=(*LANGUAGES, *sorted(bundled_cards())),
)
_THINGS: Final = "Label, IRI or CURIE (wd:Q855) of a thing; once for each."
_PAIR: Final = Names(name="entity", meaning=_THINGS, required=True, most=2)
_SOME: Final = Names(name="entity", meaning=_THINGS, required=True)
_LIMIT: Final = Number(name="limit", meaning="How many at most.", most=100, usual=10)
_WORDS: Final = Text(name="q", meaning="A name, its beginning, or an identifier.", required=True)
_VIEW: Final = Choice(
    name="view",
    meaning="Which rows to show.",
    words=tuple(one.value for one in View),
    usual=View.ALL.value,
)
_OF_A_PAGE: Final = (
    Text(name="facet", meaning="Only rows of this facet: its label, IRI or CURIE.", least=0),
    Number(name="rows", meaning="Only the most telling rows.", most=999_999),
    Choice(
        name="ranks",
        meaning="Statements of the best rank, all that stand, or deprecated ones too.",
        words=tuple(one.value for one in Ranks),
        usual=Ranks.BEST.value,
    ),
    Text(
        name="at",
        meaning="As of a day, month or year (EDTF).",
        least=0,
        pattern="^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?)?$",
        most=30,
    ),
    Choice(
        name="sensitive",
        meaning="Show what is sensitive of living persons, too.",
        words=("0", "1", "false", "true"),
        usual="0",
    ),
    Choice(
        name="length",
        meaning="How much to tell in words.",
        words=tuple(one.value for one in Length),
        usual=Length.NORMAL.value,
    ),
    _LANG,
)
_UNCLEAR: Final = (
    HTTPStatus.MULTIPLE_CHOICES,
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.NOT_FOUND,
)


def _kinds(forms: tuple[Form, ...]) -> tuple[tuple[str, str], ...]:
    schemas = {_JSON: "Comparison"}
    return tuple((form.media_type, schemas.get(form.media_type, "")) for form in (PAGE, *forms))


def _name(letter: str, meaning: str) -> Text:
    return Text(name=letter, meaning=meaning, required=True, place="path")


def _form(forms: tuple[Form, ...]) -> Choice:
    words = tuple(form.word for form in (PAGE, *forms))
    return Choice(name="format", meaning="The form, instead of the header Accept.", words=words)


WAYS: Final = (
    Way(
        name="compare",
        path="/compare/{a}/{b}",
        summary="The comparison of two things; of more, with their names after these.",
        kinds=_kinds(FILES),
        fields=(
            _name("a", "Label, IRI or CURIE; a slash in it is written as %2F."),
            _name("b", "What it is held against."),
            _form(FILES),
            _VIEW,
            *_OF_A_PAGE,
        ),
        refusals=(*_UNCLEAR, HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.NOT_ACCEPTABLE),
        example="/compare/{a}/{b}.json",
    ),
    Way(
        name="describe",
        path="/entity/{id}",
        summary="What is stated of one thing: as a page, a document or RDF.",
        kinds=_kinds((*FILES, *GRAPHS)),
        fields=(
            _name("id", "Label, IRI or CURIE; a slash in it is written as %2F."),
            _form((*FILES, *GRAPHS)),
            *_OF_A_PAGE,
        ),
        refusals=(*_UNCLEAR, HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.NOT_ACCEPTABLE),
        example="/entity/{a}.ttl",
    ),
    Way(
        name="find",
        path="/api/find",
        summary="What a text may mean, or go on to be: as somebody types.",
        kinds=((_JSON, "Suggestions"),),
        fields=(_WORDS, _LIMIT),
        refusals=(HTTPStatus.BAD_REQUEST,),
        answer=answers.find,
        example="/api/find?q={a}",
    ),
    Way(
        name="common",
        path="/api/common",
        summary="What things share, as one query, and who else fits it.",
        kinds=((_JSON, "Common"),),
        fields=(
            _SOME,
            Number(name="radius", meaning="How many steps to look.", most=2, usual=2),
            _LIMIT,
            _LANG,
        ),
        refusals=_UNCLEAR,
        answer=answers.common,
        example="/api/common?entity={a}&entity={b}",
    ),
    Way(
        name="differ",
        path="/api/differ",
        summary="What holds of one of two things only, as queries, both ways.",
        kinds=((_JSON, "Differences"),),
        fields=(_PAIR, _LIMIT, _LANG),
        refusals=_UNCLEAR,
        answer=answers.differ,
        example="/api/differ?entity={a}&entity={b}",
    ),
    Way(
        name="paths",
        path="/api/paths",
        summary="How two things are connected, with the statements of each step.",
        kinds=((_JSON, "Paths"),),
        fields=(
            _PAIR,
            Number(name="steps", meaning="How far to look.", most=4, usual=4),
            _LIMIT,
            _LANG,
        ),
        refusals=_UNCLEAR,
        answer=answers.paths,
        example="/api/paths?entity={a}&entity={b}",
    ),
    Way(
        name="link",
        path="/api/link",
        summary="Which thing is meant by a name, or why that is not clear, with reasons.",
        kinds=((_JSON, "Links"),),
        fields=(_WORDS, _LIMIT),
        refusals=(HTTPStatus.BAD_REQUEST,),
        answer=answers.link,
        example="/api/link?q={a}",
    ),
    Way(
        name="verify",
        path="/api/verify",
        summary="What a page (the body, as JSON) says and the graph does not bear out.",
        kinds=((_JSON, "Verification"),),
        refusals=(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            HTTPStatus.UNPROCESSABLE_ENTITY,
            HTTPStatus.SERVICE_UNAVAILABLE,
            HTTPStatus.GATEWAY_TIMEOUT,
            HTTPStatus.INSUFFICIENT_STORAGE,
        ),
        takes="Comparison",
    ),
    Way(
        name="stats",
        path="/api/stats",
        summary="What the graph holds, counted.",
        kinds=((_JSON, "Counts"),),
        answer=answers.stats,
        example="/api/stats",
    ),
    Way(
        name="queries",
        path="/api/queries",
        summary="The saved queries with their parameters and texts.",
        kinds=((_JSON, "Queries"),),
        answer=answers.queries,
        example="/api/queries",
    ),
)
"""All ways, in the order in which they are listed."""
