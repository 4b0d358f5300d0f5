"""A card at work: patterns filled with phrases, lists and numbers as its language has them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal
from babel.units import format_unit

from tertium.model.card import Card, Mould
from tertium.model.dates import Precision
from tertium.narrate.phrases import Name, Phrase, Proform, joined

__all__ = ["Tongue", "opens_itself", "text_of"]

_PLACE: Final = re.compile(r"\{(\w+)\}")
_COLON: Final = ":"
_LARGEST: Final = 20
"""So many zeros nobody counts."""
_UNITS: Final = {
    Precision.YEAR: "duration-year",
    Precision.MONTH: "duration-month",
    Precision.DAY: "duration-day",
}


@dataclass(frozen=True, slots=True)
class Tongue:
    """Says with the patterns of a card what has a form of its own in each language."""

    card: Card

    @property
    def base(self) -> str:
        """The language without its region."""
        return self.card.language.partition("-")[0].casefold()

    def pour(self, pattern: str, places: Mapping[str, Phrase]) -> Phrase:
        """Return a pattern with phrases in its places.

        What opens itself, with a colon, takes the place of the punctuation before it.
        """
        poured = list[str | Name | Proform]()
        for number, piece in enumerate(_PLACE.split(pattern)):
            if number % 2 == 0:
                poured += [piece] * bool(piece)
                continue
            phrase = places[piece]
            before = poured[-1] if poured else ""
            if isinstance(before, str) and opens_itself(phrase):
                poured[-1:] = [before.rstrip(" ,")]
            poured += phrase
        return tuple(poured)

    def fill(self, mould: Mould, *variants: str, **places: Phrase) -> Phrase:
        """Return the first pattern of a mould with phrases in its places."""
        return self.pour(self.card.pattern(mould, *variants), places)

    def say(self, mould: Mould, *variants: str, **places: str) -> str:
        """Return the first pattern of a mould with texts in its places."""
        phrases = {name: (text,) for name, text in places.items()}
        return text_of(self.pour(self.card.pattern(mould, *variants), phrases))

    def listed(self, phrases: Iterable[Phrase], style: str = "standard") -> Phrase:
        """Return phrases as a list, with "and" or (style "or") "or" before the last.

        The card has these words where nothing is known of its language.
        """
        *most, last = phrases
        if not most:
            return last
        patterns = self._locale.list_patterns[style]
        between, before = (
            str(patterns[place]).removeprefix("{0}").removesuffix("{1}")
            for place in ("middle", "2" if len(most) == 1 else "end")
        )
        own = self.card.listed(f"lists.{style}")
        return (*joined(most, between), own[0] if own else before, *last)

    def number(self, number: Decimal) -> str:
        """Return a number in digits; the largest as a power of ten."""
        if number and abs(number.adjusted()) > _LARGEST:
            digits, _, power = f"{number.normalize():E}".partition("E")
            return f"{self.number(Decimal(digits))} \N{MULTIPLICATION SIGN} 10^{int(power)}"
        return format_decimal(number, locale=self._locale, decimal_quantization=False)

    def whole(self, number: int) -> str:
        """Return a whole number in digits."""
        return self.number(Decimal(number))

    def count(self, number: int) -> str:
        """Return a small number as a word, and any other in digits."""
        words = self.card.listed("values.numbers")
        return words[number] if number < len(words) else self.whole(number)

    def duration(self, amount: int, unit: Precision) -> str:
        """Return an amount of years, months or days."""
        return format_unit(amount, _UNITS[unit], locale=self._locale)

    def plural(self, number: Decimal) -> str:
        """Return the plural category of a number (Unicode CLDR)."""
        return self._locale.plural_form(number)

    def month(self, number: int, use: str) -> str:
        """Return a month: `bare`, `dated` with its day, or `at` in a circumstance of time."""
        bare = self.card.listed("dates.months.bare") if use == "at" else ()
        own = self.card.listed(f"dates.months.{use}") or bare
        if own:
            return own[number - 1]
        return str(
            self._locale.months["format" if use == "dated" else "stand-alone"]["wide"][number]
        )

    def writes(self, text: str) -> bool:
        """Return whether a text is in the script of the language, as far as its start tells."""
        return _script(text) == _script(self.month(1, "bare"))

    @property
    def _locale(self) -> Locale:
        return _locale_of(self.card.language)


@cache
def _locale_of(language: str) -> Locale:
    """Return what is known of a language, of its base, or what holds in all."""
    for tag in (language.replace("-", "_"), language.partition("-")[0]):
        try:
            return Locale.parse(tag)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("root")


def _script(text: str) -> str:
    letter = next(filter(str.isalpha, text), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def text_of(phrase: Phrase) -> str:
    """Return the words of a phrase with names as they stand."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in phrase)


def opens_itself(phrase: Phrase) -> bool:
    """Return whether a phrase begins with a colon."""
    return bool(phrase) and isinstance(phrase[0], str) and phrase[0].startswith(_COLON)
