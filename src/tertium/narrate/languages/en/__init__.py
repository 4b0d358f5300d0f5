"""English: how values are written, and how messages are put into words."""

from tertium.narrate.languages.en.dates import say_date, say_interval, say_years
from tertium.narrate.languages.en.patterns import PatternTeller
from tertium.narrate.languages.en.sentences import English
from tertium.narrate.languages.en.values import say_value
from tertium.narrate.languages.en.words import say_list

__all__ = [
    "English",
    "PatternTeller",
    "say_date",
    "say_interval",
    "say_list",
    "say_value",
    "say_years",
]
