"""When, where and as what something was."""

import re
from typing import Final

from tertium.model.schema import QualifierRole
from tertium.model.statement import Statement
from tertium.model.values import Entity
from tertium.narrate.languages.en.dates import say_interval, say_years
from tertium.narrate.languages.en.spoken import enumerated, spoken
from tertium.narrate.languages.en.words import say_list
from tertium.narrate.messages import Part
from tertium.narrate.phrases import Phrase, joined

__all__ = ["as_what", "brackets", "moments", "tail", "when", "where"]

_EMPTY: Final = frozenset({"participant"})
"""Parts which add nothing to "took part"."""
_YEAR: Final = re.compile("[0-9]+")


def as_what(statement: Statement) -> Phrase:
    """Return the part somebody had in it, as in "as organiser"."""
    roles = [r for r in statement.entities(QualifierRole.AS) if r.label not in _EMPTY]
    return ("as ", *enumerated(spoken(role) for role in roles)) if roles else ()


def when(statement: Statement) -> str:
    """Return when it was, as in "in 1905" or "from 1919 to 1926"."""
    return "" if _dated_by_name(statement) else say_interval(statement.interval)


def tail(part: Part, *, since: bool = False) -> Phrase:
    """Return the circumstances of statements of one value: as what, where, when."""
    ends = (where(part), moments(part, since=since))
    return tuple(piece for end in ends if end for piece in (" ", *end))


def where(part: Part) -> Phrase:
    """Return as what and in which places it was."""
    places = dict.fromkeys(p for s in part for p in s.entities(QualifierRole.PLACE))
    ends = (
        as_what(part[0]) if len(part) == 1 else (),
        ("in ", *enumerated(map(spoken, places))) if places else (),
    )
    return joined((end for end in ends if end), " ")


def moments(part: Part, *, since: bool = False) -> Phrase:
    """Return when it was, each time once."""
    times = tuple(dict.fromkeys(filter(None, map(when, part))))
    told = (re.sub("^from (?!.* to )", "since ", time) for time in times) if since else times
    return (_listed(tuple(told)),) if times else ()


def brackets(part: Part) -> Phrase:
    """Return the circumstances in brackets, the times in years."""
    dated = (s for s in part if not _dated_by_name(s))
    years = tuple(dict.fromkeys(filter(None, (say_years(s.interval) for s in dated))))
    ends = (as_what(part[0]) if len(part) == 1 else (), (say_list(years),) if years else ())
    inner = joined((end for end in ends if end), ", ")
    return (" (", *inner, ")") if inner else ()


def _listed(times: tuple[str, ...]) -> str:
    """Return times as a list, without saying "in" again and again."""
    if all(time.startswith("in ") for time in times):
        return f"in {say_list(tuple(time.removeprefix('in ') for time in times))}"
    return say_list(times)


def _dated_by_name(statement: Statement) -> bool:
    """Return whether the name of the value tells the time: "the Constitution of 1936"."""
    years = _YEAR.findall(say_years(statement.interval))
    value = statement.value
    return bool(years) and isinstance(value, Entity) and all(y in value.prose for y in years)
