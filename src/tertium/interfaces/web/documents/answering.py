"""A document of entities, as it was asked for; or where it is, or why there is none."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import quote, urlencode

from starlette.responses import HTMLResponse, Response

from tertium.errors import NothingStatedError, TooFewEntitiesError
from tertium.interfaces.web.documents.forms import GRAPHS, PAGE, is_marked, unmarked, wish
from tertium.interfaces.web.documents.naming import Unclear, meant, problem
from tertium.interfaces.web.door import spoken
from tertium.interfaces.web.pages import Doubt, candidates_page
from tertium.interfaces.web.viewing import Viewing, language_in, names_in, wanted_in
from tertium.queries.identifiers import identifier, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from starlette.requests import Request

    from tertium.api import KnowledgeGraph, Page
    from tertium.interfaces.web.documents.forms import Form, Wish
    from tertium.interfaces.web.site import Site
    from tertium.model.terms import Iri

__all__ = ["KEPT", "Asking", "Room"]

_PageOf: TypeAlias = "Callable[[Site, Viewing, Page], str]"

KEPT: Final = {"Cache-Control": "public, no-cache"}
"""Anybody may keep it, and asks each time whether it is still so."""
_NAMES: Final = ("a", "b", "entity")
"""The fields of a form in which things are named, each as often as it likes."""
_FIELDS: Final = frozenset(
    {"view", "facet", "rows", "ranks", "at", "sensitive", "length", "lang", "format"}
)
_SANDBOX: Final = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where documents of a kind are: below a path, as a page of the site and in other forms.

    A room that is `fixed` has those of one entity and of several; else each has a path of its own.
    Where nothing is stated there is no document, but there may be a `silent` page.
    """

    path: str
    forms: tuple[Form, ...]
    page: _PageOf
    silent: Callable[[Site, Viewing], str] | None = None
    fixed: bool = False

    def of(self, entities: Sequence[str]) -> str:
        """Return the path below which the document of some entities is."""
        if self.fixed:
            return self.path
        return "/compare/" if len(entities) > 1 else "/entity/"


@dataclass(frozen=True, slots=True)
class Asking:
    """A request for a document; it is answered where the graph may be asked."""

    site: Site
    room: Room
    request: Request

    def answer(self, graph: KnowledgeGraph) -> Response:
        """Return the document; or that it is at another address, or that it is unclear which.

        Raises:
            BadRequestError: when a field of the address has a value that it cannot have.
            NotAcceptableError: when it is wanted in no form that it has.
            TooFewEntitiesError: when nothing is named.

        """
        wanted = wish(self.request, self._names, self.room.forms)
        language = language_in(self.request, graph.languages)
        if not wanted.names:
            raise TooFewEntitiesError(0)
        found = meant(graph, wanted.names)
        entities = _clear(found)
        if entities is None:
            return self._whole(graph, wanted) or self._doubtful(wanted, found)
        if self._is_elsewhere(entities, wanted):
            return self._redirection(entities, wanted)
        viewing = Viewing(
            entities=entities,
            language=language,
            wanted=wanted_in(self.request),
            chosen="lang" in self.request.query_params,
        )
        return self._document(graph, viewing, wanted.form)

    def _whole(self, graph: KnowledgeGraph, wanted: Wish) -> Response | None:
        """Return where it is if the end of the address was a part of the last name."""
        entities = _clear(meant(graph, wanted.whole)) if wanted.whole else None
        if entities is None:
            return None
        return self._redirection(entities, unmarked(self.request, wanted.whole, self.room.forms))

    @property
    def _names(self) -> tuple[str, ...]:
        """What is named in the path, or else in the fields of a form."""
        in_path = names_in(self.request, self.room.path.removesuffix("/"))
        fields = self.request.query_params.multi_items()
        return in_path or tuple(text for name, text in fields if name in _NAMES and text.strip())

    def _is_elsewhere(self, entities: tuple[Iri, ...], wanted: Wish) -> bool:
        """Return whether the address asked is not the one that these entities have."""
        is_there = self.request.url.path.startswith(self.room.path)
        is_told = wanted.whole or "format" in self.request.query_params
        return (
            not is_there
            or self.room.of(entities) != self.room.path
            or tuple(map(identifier, entities)) != wanted.names
            or (is_marked(wanted.names[-1]) and not is_told)
        )

    def _redirection(self, entities: tuple[Iri, ...], wanted: Wish) -> Response:
        names = "/".join(quote(identifier(iri), safe=":") for iri in entities)
        suffix = wanted.form.suffix if wanted.whole else ""
        fields = dict(self._fields)
        if not suffix and is_marked(identifier(entities[-1])):
            fields |= {"format": wanted.form.word}
        query = f"?{urlencode(fields)}" if fields else ""
        by_path = self.request.url.path.startswith(self.room.path)
        status = HTTPStatus.MOVED_PERMANENTLY if by_path else HTTPStatus.SEE_OTHER
        address = f"{self.room.of(entities)}{names}{suffix}{query}"
        return Response(status_code=status, headers={"Location": address, **KEPT})

    def _doubtful(self, wanted: Wish, found: Sequence[Iri | Unclear]) -> Response:
        """Return what may be meant: a page to choose from, or a problem document."""
        doubts = [one for one in found if isinstance(one, Unclear)]
        told = problem(found, doubts[0])
        if wanted.form is not PAGE:
            return told.response()
        page = candidates_page(
            tuple(("entity", name) for name in wanted.names),
            [Doubt(one.place, wanted.names[one.place], one.near) for one in doubts],
            self._fields,
        )
        return HTMLResponse(page, told.kind.status)

    @property
    def _fields(self) -> tuple[tuple[str, str], ...]:
        """The fields of the address which say how the document is wanted."""
        asked = self.request.query_params.multi_items()
        return tuple((name, value) for name, value in asked if name in _FIELDS)

    def _document(self, graph: KnowledgeGraph, viewing: Viewing, form: Form) -> Response:
        key = (self.site.served, self.room.path, form.word, viewing)
        body = self.site.shelf.get(key)
        if body is None:
            body = self._made(graph, viewing, form)
            self.site.shelf.put(key, body, size=len(body))
        response = Response(body, media_type=form.media_type, headers=KEPT)
        if form.renderer == "html":
            response.headers["Content-Security-Policy"] = _SANDBOX
            response.headers["Content-Disposition"] = 'attachment; filename="tertium.html"'
        return spoken(response, viewing.language)

    def _made(self, graph: KnowledgeGraph, viewing: Viewing, form: Form) -> bytes:
        if form in GRAPHS:
            return graph.write(viewing.entities[0], form.media_type)
        wishes = asdict(viewing.wanted)
        ask = graph.compare if len(viewing.entities) > 1 else graph.describe
        try:
            page = ask(*viewing.entities, language=viewing.language, **wishes)
        except NothingStatedError:
            if self.room.silent is None or form is not PAGE:
                raise
            return self.room.silent(self.site, viewing).encode()
        if form.renderer == "crate":
            return page.to_crate()
        if form.renderer:
            return page.render(form.renderer).encode()
        return self.room.page(self.site, viewing, page).encode()


def _clear(found: Sequence[Iri | Unclear]) -> tuple[Iri, ...] | None:
    """Return what is meant, if all is clear."""
    clear = [one for one in found if not isinstance(one, Unclear)]
    if len(clear) < len(found):
        return None
    return in_order(clear)
