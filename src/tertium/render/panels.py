"""What stands beside the table of a comparison: pictures, each told in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.render import connections, timeline
from tertium.render.speech import Speech
from tertium.render.svg import NOTHING, Picture
from tertium.render.timeline import Timeline, said
from tertium.render.wording import say_title

__all__ = ["Asking", "Panel", "connections_panel", "timeline_panel"]


@dataclass(frozen=True, slots=True)
class Asking:
    """A query that says what stands on a page: what it is called, and where it is run."""

    label: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A picture with the same in words, who and what; and how to ask for it.

    `note` says what is left out, `data` is the picture for a script which draws it anew, `more` the
    page with all of it.
    """

    picture: Picture
    said: tuple[tuple[str, str], ...] = ()
    note: str = ""
    data: str = ""
    more: str = ""
    asking: tuple[Asking, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is anything to be shown."""
        return bool(self.picture or self.said)


def timeline_panel(comparison: Comparison, narrative: Narrative) -> Panel:
    """Return the dates of a comparison."""
    found = timeline.timeline(comparison, Speech(narrative.card))
    if found is None:
        return Panel(picture=NOTHING)
    return Panel(
        picture=timeline.drawn(found, f"Timeline: {say_title(comparison)}"),
        said=tuple((who, said(item)) for who, item in found.told),
        note=" ".join(_notes(found)),
    )


def connections_panel(comparison: Comparison) -> Panel:
    """Return how the entities are connected; the sentences of the page are the same in words."""
    ends = [one.entity for one in comparison.entities]
    found = connections.ladders(ends, comparison.connections)
    title = f"How they are connected: {say_title(comparison)}"
    data = connections.web(found) if found else ""
    return Panel(picture=connections.drawn(found, title), data=data)


def _notes(found: Timeline) -> Iterator[str]:
    if found.total > len(found.told):
        yield f"{len(found.told):,} of {found.total:,} dates are shown."
    if any(item.contested for _, item in found.told):
        yield "A star marks what is contested."
