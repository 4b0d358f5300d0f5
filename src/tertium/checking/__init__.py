"""The independent checker: it shares nothing with what writes sentences."""

from tertium.checking.checker import Checker
from tertium.checking.sentence import Check, Failure, SentenceClaim, SentenceMention, Told

__all__ = ["Check", "Checker", "Failure", "SentenceClaim", "SentenceMention", "Told"]
