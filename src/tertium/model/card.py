"""How one language builds its sentences: patterns with places, as a data file has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

__all__ = ["Card", "Mould"]


class Mould(Enum):
    """A pattern of a card: its key, and the places which it may have (in braces).

    Variants are told by a further word: the number or gender of the subject, the plural category
    of a number (Unicode CLDR), "first" for what is the first of its kind, or "other" for the rest.
    """

    MADE = ("frame.made", "noun")
    NONE = ("frame.none", "noun")
    UNKNOWN = ("frame.unknown", "noun")
    BOTH = ("alike.both", "verb")
    BOTH_NAMED = ("alike.named", "first", "second", "verb")
    ALL = ("alike.all", "count", "verb")
    ALL_NAMED = ("alike.several", "names", "verb")
    SOME = ("alike.some", "count", "all", "verb")
    CONTRAST = ("contrast.pair", "clause", "name", "verb")
    GAPPED = ("contrast.gapped", "clause", "name", "rest")
    LATER = ("contrast.later", "distance")
    TIMES = ("contrast.times", "clause", "number")
    KIN = ("contrast.kin", "clause", "kin")
    NEXT = ("stated.next",)
    MORE = ("stated.more", "clause")
    MUTUAL = ("stated.mutual", "clause")
    GAP = ("recorded.gap", "clause", "names", "noun")
    EARLIEST = ("recorded.dates", "noun", "least", "greatest")
    LEAST = ("recorded.amounts", "noun", "least", "greatest")
    CAUTION = ("recorded.caution", "clause")
    RIVALS = ("recorded.rivals", "name", "noun", "values")
    UNCITED = ("recorded.uncited", "name", "noun", "values")
    OPINION = ("opinion.one", "holders", "clause")
    AGAINST = ("opinion.against", "holders", "clause")
    BESIDE = ("opinion.beside", "holders", "clause")
    FURTHER = ("opinion.further", "clause")
    DISPUTED_BY = ("opinion.disputed_by", "people")
    DISPUTED_IN = ("opinion.disputed_in", "works")
    AS = ("circumstances.as", "roles")
    PLACE = ("circumstances.place", "places")
    SPAN = ("circumstances.span", "start", "end")
    SINCE = ("circumstances.since", "start")
    UNTIL = ("circumstances.until", "end")
    OVERLAP = ("circumstances.overlap", "years")
    EACH = ("circumstances.each", "name", "told")
    QUOTE = ("values.quote", "text")
    FOREIGN = ("values.foreign", "language")
    OTHERS = ("values.others", "count")
    ABOUT = ("values.about", "amount", "low", "high")
    AT_LEAST = ("values.at_least", "amount")
    AT_MOST = ("values.at_most", "amount")
    NORTH = ("values.north", "degrees")
    SOUTH = ("values.south", "degrees")
    EAST = ("values.east", "degrees")
    WEST = ("values.west", "degrees")
    DAY = ("dates.day", "day", "month", "year")
    DAY_OF_YEAR = ("dates.day_of_year", "day", "month")
    MONTH = ("dates.month", "month", "year")
    YEAR = ("dates.year", "year")
    DECADE = ("dates.decade", "year")
    CENTURY = ("dates.century", "number", "roman")
    MILLENNIUM = ("dates.millennium", "number", "roman")
    AGE = ("dates.age", "year")
    ON_DAY = ("dates.at.day", "day", "month", "year")
    IN_MONTH = ("dates.at.month", "month", "year")
    IN_YEAR = ("dates.at.year", "year")
    IN_DECADE = ("dates.at.decade", "year")
    IN_CENTURY = ("dates.at.century", "number", "roman")
    IN_MILLENNIUM = ("dates.at.millennium", "number", "roman")
    IN_AGE = ("dates.at.age", "year")
    BCE = ("dates.bce", "date")
    CE = ("dates.ce", "date")
    OLD_STYLE = ("dates.old_style", "date", "old")
    APPROXIMATE = ("dates.approximate", "date")
    UNCERTAIN = ("dates.uncertain", "date")
    BETWEEN = ("dates.between", "first", "last")
    NOT_BEFORE = ("dates.not_before", "date")
    NOT_AFTER = ("dates.not_after", "date")

    def __init__(self, key: str, *places: str) -> None:
        """Keep the key and the places apart."""
        self.key = key
        self.places = frozenset(places)


@dataclass(frozen=True, slots=True)
class Card:
    """The patterns of one language, by the key of a mould and its variant, and lists of words.

    >>> card = Card("la", {"alike.both.feminine": ("Ambae {verb}",), "values.quote": ("«{text}»",)})
    >>> card.patterns(Mould.BOTH, "feminine"), card.pattern(Mould.QUOTE, "feminine")
    (('Ambae {verb}',), '«{text}»')
    """

    language: str
    words: Mapping[str, tuple[str, ...]]

    def patterns(self, mould: Mould, *variants: str) -> tuple[str, ...]:
        """Return the patterns of a mould, in the first variant there is, else in none."""
        keys = (*(f"{mould.key}.{one}" for one in (*variants, "other") if one), mould.key)
        return next((self.words[key] for key in keys if key in self.words), ())

    def pattern(self, mould: Mould, *variants: str) -> str:
        """Return the first pattern of a mould; empty when there is none."""
        return next(iter(self.patterns(mould, *variants)), "")

    def listed(self, key: str) -> tuple[str, ...]:
        """Return a list of words, such as the names of months; empty when there is none."""
        return self.words.get(key, ())
