"""From somebody else's prose to its claims, and to what a graph says to each of them."""

from tertium.auditing.examining import Examiner
from tertium.auditing.nearness import Knowledge
from tertium.auditing.reading import parties_of
from tertium.auditing.vocabulary import AMOUNT, ANOTHER, ANY, Saying, Vocabulary, read_vocabulary

__all__ = [
    "AMOUNT",
    "ANOTHER",
    "ANY",
    "Examiner",
    "Knowledge",
    "Saying",
    "Vocabulary",
    "parties_of",
    "read_vocabulary",
]
