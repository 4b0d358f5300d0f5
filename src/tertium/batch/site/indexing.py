"""Pages that lead to pages: all things by name, and of each thing what it is compared with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tertium.batch.site.about import Site
from tertium.batch.site.filling import fill
from tertium.batch.site.listing import Listing, Thing, folded

__all__ = ["index_files", "thing_files"]

_THINGS: Final = 200
_PAGES: Final = 500
_INITIALS: Final = 80
_OTHERS: Final = "…"


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One of several pages over which a list goes, and the paths of all of them."""

    number: int
    paths: tuple[str, ...]

    @property
    def before(self) -> str:
        return self.paths[self.number - 1] if self.number else ""

    @property
    def after(self) -> str:
        return self.paths[self.number + 1] if self.number + 1 < len(self.paths) else ""


def index_files(listing: Listing, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the front page, with the first things by name, and those with all others."""
    paths = _paths("index", len(listing.things), _THINGS)
    letters = tuple(_letters(listing.things, paths))
    for number, path in enumerate(paths):
        values: dict[str, object] = {
            "title": "All comparisons",
            "leaf": _Leaf(number, paths),
            "letters": letters,
            "things": listing.things[number * _THINGS : (number + 1) * _THINGS],
            "pages": len(listing.pages),
            "total": len(listing.things),
            "initial": _initial,
            "feed": bool(site.updated or any(entry.modified for entry in listing.news)),
        }
        yield path, fill("index.html", site, path, **values)


def thing_files(listing: Listing, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of each thing, with the comparisons in which it stands."""
    for thing in listing.things:
        pages = [listing.pages[place] for place in thing.pages]
        pages.sort(key=lambda page: (folded(page.title), page.address))
        paths = _paths(thing.address, len(pages), _PAGES)
        for number, path in enumerate(paths):
            values: dict[str, object] = {
                "title": thing.label,
                "thing": thing,
                "leaf": _Leaf(number, paths),
                "pages": pages[number * _PAGES : (number + 1) * _PAGES],
            }
            yield path, fill("thing.html", site, path, **values)


def _paths(address: str, count: int, most: int) -> tuple[str, ...]:
    """Return the paths of a list over several pages."""
    last = max(1, -(-count // most))
    return (f"{address}.html", *(f"{address}/{number}.html" for number in range(2, last + 1)))


def _letters(things: Sequence[Thing], paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield initials with the page on which each begins; rare ones together if there are many."""
    first: dict[str, int] = {}
    for place, thing in enumerate(things):
        first.setdefault(_initial(thing.label), place // _THINGS)
    few = len(first) <= _INITIALS
    shown = {
        one if few or one.isascii() else _OTHERS: place for one, place in reversed(first.items())
    }
    yield from ((one, paths[place]) for one, place in reversed(shown.items()))


def _initial(label: str) -> str:
    """Return by which sign a name is looked up."""
    return folded(label)[:1] or _OTHERS
