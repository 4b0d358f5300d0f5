"""The forms in which a page can be had, and which one a request asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tertium.errors import BadRequestError, NotAcceptableError
from tertium.interfaces.web.negotiation import ranked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

__all__ = ["FILES", "GRAPHS", "PAGE", "TRIPLES", "Form", "Wish", "is_marked", "unmarked", "wish"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of a page: what `?format=` calls it, its media type and the end of its address.

    `renderer` is what makes it of a page; without one it is the page of the site, or RDF.
    """

    word: str
    media_type: str
    suffix: str
    renderer: str = ""


PAGE: Final = Form(word="html", media_type="text/html", suffix="")
"""The page of the site."""
_ALONE: Final = Form(word="file", media_type="text/html", suffix=".html", renderer="html")
"""The page in one file, with its style: to be kept. It is had by its address only."""
FILES: Final = (
    Form(word="json", media_type="application/json", suffix=".json", renderer="json"),
    Form(word="md", media_type="text/markdown", suffix=".md", renderer="markdown"),
    Form(word="txt", media_type="text/plain", suffix=".txt", renderer="text"),
    Form(word="csv", media_type="text/csv", suffix=".csv", renderer="csv"),
    Form(word="tsv", media_type="text/tab-separated-values", suffix=".tsv", renderer="tsv"),
    Form(word="tex", media_type="application/x-tex", suffix=".tex", renderer="latex"),
    Form(word="bib", media_type="application/x-bibtex", suffix=".bib", renderer="bibtex"),
    Form(word="zip", media_type="application/zip", suffix=".zip", renderer="crate"),
)
"""What can be had of every page."""
TRIPLES: Final = (
    Form(word="cube", media_type="text/turtle", suffix=".cube.ttl", renderer="cube"),
    Form(word="ttl", media_type="text/turtle", suffix=".ttl", renderer="turtle"),
    Form(word="jsonld", media_type="application/ld+json", suffix=".jsonld", renderer="jsonld"),
)
"""A comparison as RDF; who accepts Turtle gets the page, and the cube by its address only."""
GRAPHS: Final = (
    Form(word="ttl", media_type="text/turtle", suffix=".ttl"),
    Form(word="nt", media_type="application/n-triples", suffix=".nt"),
    Form(word="jsonld", media_type="application/ld+json", suffix=".jsonld"),
    Form(word="rdf", media_type="application/rdf+xml", suffix=".rdf"),
    Form(word="trig", media_type="application/trig", suffix=".trig"),
    Form(word="nq", media_type="application/n-quads", suffix=".nq"),
)
"""What the graph says of one entity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Of which names a form is wanted; `whole` are the names if their end means no form."""

    names: tuple[str, ...]
    form: Form
    whole: tuple[str, ...] = ()


def wish(request: Request, names: Sequence[str], offers: Sequence[Form]) -> Wish:
    """Return which form is wanted: by `?format=`, the end of the address, or the header Accept.

    Raises:
        BadRequestError: when `format` names none.
        NotAcceptableError: when the header accepts none.

    """
    files = (*offers, _ALONE) if offers else ()
    known = {form.word: form for form in (PAGE, *files)}
    word = request.query_params.get("format", "")
    if word and word not in known:
        raise BadRequestError(place="format", problem=f"one of {', '.join(known)} is expected")
    if word:
        return Wish(names=tuple(names), form=known[word])
    for form in files:
        if names and _is_marked_by(names[-1], form):
            cut = (*names[:-1], names[-1].removesuffix(form.suffix))
            return Wish(names=cut, form=form, whole=tuple(names))
    return unmarked(request, names, offers)


def unmarked(request: Request, names: Sequence[str], offers: Sequence[Form]) -> Wish:
    """Return which form the header Accept asks for, when names are what they look like.

    Raises:
        NotAcceptableError: when the header accepts none.

    """
    return Wish(names=tuple(names), form=_liked(request, (PAGE, *offers)))


def is_marked(name: str) -> bool:
    """Return whether a name ends as the address of some form does."""
    return any(_is_marked_by(name, form) for form in (*FILES, *GRAPHS, *TRIPLES, _ALONE))


def _is_marked_by(name: str, form: Form) -> bool:
    return name.endswith(form.suffix) and name != form.suffix


def _liked(request: Request, offers: Sequence[Form]) -> Form:
    by_type = {form.media_type: form for form in offers}
    liked = ranked(", ".join(request.headers.getlist("accept")), tuple(by_type))
    if not liked:
        raise NotAcceptableError(tuple(by_type))
    return by_type[liked[0]]
