"""What may open an English sentence other than its subject: a time, a value, a participle."""

import re
from collections.abc import Iterator
from typing import Final

from tertium.model.dates import Precision
from tertium.model.values import Entity
from tertium.narrate.chronology import elapsed
from tertium.narrate.languages.en.circumstances import moments, where
from tertium.narrate.languages.en.clauses import SLOT, Verbs
from tertium.narrate.languages.en.dates import say_distance
from tertium.narrate.languages.en.spoken import enumerated
from tertium.narrate.languages.en.subjects import named, subject
from tertium.narrate.messages import Part, Side
from tertium.narrate.phrases import Phrase

__all__ = ["duration_first", "fronted", "passive", "time_first"]

_PARTICIPLE: Final = re.compile("was ([a-z]+(?:ed|rn|wn|ade|ilt|ept|ught|uck))( |$)")
_YEARS: Final = 3
"""How many years make it worth while to say how long it was."""
_TO_BE: Final = frozenset({"was", "is", "were", "are"})


def fronted(side: Side, verbs: Verbs) -> Iterator[Phrase]:
    """Yield the wordings of one side that do not begin with its subject and its first verb."""
    if len(side.parts) == 1:
        yield from filter(None, (time_first(side.parts[0], verbs),))
        yield from filter(None, (passive(side.parts[0], verbs),))
        return
    first, *others = verbs.phrases(side.parts)
    if not others:
        return
    rest = enumerated(others)
    participle = _PARTICIPLE.match(first[0]) if isinstance(first[0], str) else None
    if participle:
        opening = (first[0].removeprefix("was "), *first[1:]) if isinstance(first[0], str) else ()
        yield (*opening, ", ", *subject(side.subject), " ", *rest)
    if _is_what(side.parts[0], verbs):
        yield (*named(side.subject), ", ", *first[2:], ", ", *rest)


def passive(part: Part, verbs: Verbs) -> Phrase:
    """Return a sentence of which the values are the subject: "The Red Army was led by …".

    It is empty when the verb has no passive, or there is something of its own to say of a value.
    """
    verb = verbs.passive(part)
    if not verb or len({verbs.tail((s,)) for s in part}) != 1:
        return ()
    values = enumerated(dict.fromkeys(verbs.value(s) for s in part))
    before, _, after = verb.partition(SLOT)
    agent = (*named(part[0].subject), *((after,) if after else ()))
    return (*values, f" {before.rstrip()} ", *agent, *verbs.tail(part))


def time_first(part: Part, verbs: Verbs) -> Phrase:
    """Return "In 1905, A …"; nothing when there is no one time for all that is told."""
    times = {moments((s,), since=verbs.has_been(s)) for s in part}
    places = {where((s,)) for s in part}
    frame = verbs.frame(part[0])
    if len(times) != 1 or len(places) != 1 or () in times or SLOT in frame:
        return ()
    (time,), (place,) = times, places
    values = enumerated(dict.fromkeys(verbs.value(s) for s in part))
    end = (" ", *place) if place else ()
    return (*time, ", ", *subject(part[0].subject), f" {frame} ", *values, *end)


def duration_first(part: Part, verbs: Verbs) -> Phrase:
    """Return "For 31 years, from 1922 to 1953, A …"; nothing unless it is known and was years."""
    start, end = part[0].interval.start, part[0].interval.end
    if len(part) > 1 or start is None or end is None or start.loose or end.loose:
        return ()
    lasted, unit = elapsed(start, end)
    if unit is not Precision.YEAR or lasted < _YEARS:
        return ()
    rest = time_first(part, verbs)
    return (f"for {say_distance(start, end)}, ", *rest) if rest else ()


def _is_what(part: Part, verbs: Verbs) -> bool:
    """Return whether a part says what its subject is: "was a poet"."""
    things = all(isinstance(s.value, Entity) and not s.qualifiers for s in part)
    return things and verbs.frame(part[0]) in _TO_BE
