"""What stands in brackets behind a value: its language, as what, where and when."""

import re
from collections.abc import Iterable
from typing import Final

from tertium.model.card import Mould
from tertium.model.dates import Interval
from tertium.model.schema import QualifierRole
from tertium.model.statement import Statement
from tertium.model.values import Entity, Value
from tertium.narrate.languages.carded.dates import say_time
from tertium.narrate.languages.carded.tongue import Tongue
from tertium.narrate.languages.carded.values import mark_of, spoken
from tertium.narrate.phrases import Phrase, joined

__all__ = ["as_what", "bracketed", "circumstances", "marked", "times"]

_YEAR: Final = re.compile("[0-9]+")
_EMPTY: Final = "participant"
"""A part which adds nothing to "took part"."""


def bracketed(phrases: Iterable[Phrase]) -> Phrase:
    """Return what stands in one pair of brackets."""
    return joined(filter(None, phrases), ", ")


def circumstances(tongue: Tongue, statements: Iterable[Statement]) -> Phrase:
    """Return as what, where and when, of statements of one value."""
    told = tuple(statements)
    roles = as_what(tongue, told[0]) if len(told) == 1 else ()
    places = dict.fromkeys(p for s in told for p in s.entities(QualifierRole.PLACE))
    where = tongue.fill(Mould.PLACE, places=_listed(tongue, places)) if places else ()
    when = dict.fromkeys(filter(None, (times(tongue, s) for s in told)))
    return bracketed((roles, where, tongue.listed([(time,) for time in when]) if when else ()))


def as_what(tongue: Tongue, statement: Statement) -> Phrase:
    """Return the part somebody had in it."""
    roles = [r for r in statement.entities(QualifierRole.AS) if not r.iri.endswith(_EMPTY)]
    return tongue.fill(Mould.AS, roles=_listed(tongue, roles)) if roles else ()


def times(tongue: Tongue, statement: Statement) -> str:
    """Return when it was, unless the name of the value tells that."""
    return "" if _dated_by_name(statement) else say_time(tongue, statement.interval)


def marked(tongue: Tongue, value: Value) -> Phrase:
    """Return the language of the value's label, where it is not that of the page."""
    mark = mark_of(tongue, value)
    return (tongue.say(Mould.FOREIGN, language=mark),) if mark else ()


def _listed(tongue: Tongue, entities: Iterable[Entity]) -> Phrase:
    return tongue.listed(
        [
            (*spoken(tongue, one), *((" [", *mark, "]") if (mark := marked(tongue, one)) else ()))
            for one in entities
        ]
    )


def _dated_by_name(statement: Statement) -> bool:
    value, years = statement.value, _years(statement.interval)
    return bool(years) and isinstance(value, Entity) and years <= set(_YEAR.findall(value.label))


def _years(interval: Interval) -> set[str]:
    return {str(date.year) for date in (interval.start, interval.end) if date}
