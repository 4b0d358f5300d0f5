"""In what respects a candidate may fit a query, each of which has a weight."""

from enum import Enum

__all__ = ["Feature"]


class Feature(Enum):
    """What speaks for a candidate or against it.

    Those of the name come first; then one for each way in which something given may agree or not;
    then popularity; and last what speaks for a thing that the graph does not have.
    """

    EDITED = "shares of words misspelt"
    BEGUN = "words with another first letter"
    SHORTENED = "words of which there is only a letter"
    MISSING = "share of the name given that is not found"
    UNKNOWN = "words given that are not found"
    CONFLICT = "words that are not found on either side"
    ELSEWHERE = "share of the name given that is found in other names"
    EXTRA = "share of the name known that is not given"
    MOVED = "words in another order"
    ALIAS = "not the label"
    OTHER_NAMES = "other names given that fit"
    RARITY = "how rare the words are that agree"
    SAME_DAY = "a date to the day"
    SAME_MONTH = "a date to the month"
    SAME_YEAR = "a year"
    OTHER_CALENDAR = "a day in the other calendar"
    SLIP = "a day with one part wrong"
    OTHER_DAY = "another day of the same year"
    YEAR_APART = "a year apart"
    YEARS_APART = "a few years apart"
    OTHER_TIME = "another time"
    SAME_THING = "a thing that is given"
    AROUND = "a place in one that is given"
    OTHER_THING = "another thing"
    SAME_NUMBER = "a number"
    OTHER_NUMBER = "another number"
    SAME_TEXT = "a text"
    OTHER_TEXT = "another text"
    SAME_CODE = "an identifier"
    OTHER_CODE = "another identifier"
    SAME_TYPE = "the class"
    OTHER_TYPE = "another class"
    POPULARITY = "how much points at it"
    ABSENT = "not in the graph"
    ABSENT_ONE_WORD = "not in the graph: a name of one word"
    ABSENT_CROWD = "not in the graph: so many have nearly this name"

    @property
    def agrees(self) -> bool:
        """Whether something that was given agrees."""
        return self in _AGREEING


_AGREEING = frozenset(
    (
        *(Feature.SAME_DAY, Feature.SAME_MONTH, Feature.SAME_YEAR, Feature.OTHER_CALENDAR),
        *(Feature.SAME_THING, Feature.AROUND, Feature.SAME_NUMBER, Feature.SAME_TEXT),
        *(Feature.SAME_CODE, Feature.SAME_TYPE, Feature.SLIP),
    )
)
