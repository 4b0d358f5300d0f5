"""What speaks for each candidate, and how probable that makes it among all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, inf, log, log2
from typing import Final

from tertium.linking.agreeing import Agreement, agreement
from tertium.linking.features import Feature
from tertium.linking.knowledge import Asked, Known
from tertium.linking.naming import NameFit, fits
from tertium.linking.spelling import words
from tertium.linking.weights import WEIGHTS
from tertium.model.link import LinkQuery, Reason, ReasonKind

__all__ = ["Features", "Scored", "absent", "probabilities", "weigh", "weighed"]

Features = Mapping[Feature, float]

_RAREST: Final = 40.0
"""No name tells more, in bits."""
_BITS_A_LETTER: Final = 1.5
"""What a word tells where nobody counted."""
_NEARLY: Final = 1.0
"""Names which differ no more, by rule of thumb, are nearly the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A candidate with what speaks for it and against it."""

    known: Known
    fit: NameFit
    features: Features
    agreements: tuple[Agreement, ...] = ()

    @property
    def bare(self) -> float:
        """What it weighs but for its popularity."""
        return weighed((f, v) for f, v in self.features.items() if f is not Feature.POPULARITY)

    @property
    def weight(self) -> float:
        """What it weighs."""
        return weighed(self.features.items())

    @property
    def supported(self) -> bool:
        """Whether something agrees that few share.

        Where nothing of that kind could be compared, a name is enough if no word is left over.
        """
        told = [one for one in self.agreements if one.telling]
        if told:
            return any(one.feature.agrees for one in told)
        return not (self.fit.unknown or self.fit.extra)


def weigh(query: LinkQuery, known: Known, asked: Asked) -> Scored | None:
    """Return what speaks for a candidate; nothing when it has no name that could be compared."""
    scale = _Scale(known, asked)
    texts = (query.text, *query.names)
    fitting = [fit for text in texts if (fit := scale.best(fits(text, known.names)))]
    best = scale.best(fitting)
    if best is None:
        return None
    others = sum(one.exact for one in fitting) - best.exact
    agreements = (*_types(query, known, asked), *_given(query, known, asked))
    features = dict(scale.features(best, others))
    for one in agreements:
        features[one.feature] = features.get(one.feature, 0.0) + one.strength
    features[Feature.POPULARITY] = log(1 + known.weight)
    return Scored(known=known, fit=best, features=features, agreements=agreements)


def absent(query: LinkQuery, candidates: Sequence[Scored]) -> Features:
    """Return what speaks for a thing of which the graph knows nothing.

    A name of one word is that of many things; so is one which many things of the graph nearly have,
    of the classes that are wanted.
    """
    near = [one for one in candidates if one.fit.cost <= _NEARLY]
    crowd = sum(Feature.OTHER_TYPE not in one.features for one in near)
    lone = all(len(words(text)) <= 1 for text in (query.text, *query.names))
    return {
        Feature.ABSENT: 1.0,
        Feature.ABSENT_ONE_WORD: float(lone),
        Feature.ABSENT_CROWD: log2(max(1, crowd)),
    }


def weighed(features: Iterable[tuple[Feature, float]]) -> float:
    """Return the sum of features by their weights."""
    return sum(WEIGHTS[feature] * value for feature, value in features)


def probabilities(weights: Sequence[float], absence: float = -inf) -> tuple[float, ...]:
    """Return how probable each of several things is, one of which is meant, or a thing absent.

    Without its weight, nothing absent is thought of.

    Formula: the conditional logit (McFadden 1974), exp(w) divided by the sum of exp(w) over all
    candidates and over the absent thing.
    """
    top = max((*weights, absence))
    parts = [exp(weight - top) for weight in weights]
    whole = sum(parts) + exp(absence - top)
    return tuple(part / whole for part in parts)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Weighs the names of a candidate."""

    known: Known
    asked: Asked

    def best(self, fitting: Sequence[NameFit]) -> NameFit | None:
        """Return what weighs most of how several names fit; of equals the first."""
        return max(fitting, key=lambda one: weighed(self.features(one)), default=None)

    def features(self, fit: NameFit, others: int = 0) -> Iterator[tuple[Feature, float]]:
        """Yield what speaks for a name and against it; `others` are names that fit, too."""
        yield Feature.EDITED, fit.edited
        yield Feature.BEGUN, float(fit.begun)
        yield Feature.SHORTENED, float(fit.shortened)
        yield Feature.MISSING, fit.missing
        yield Feature.UNKNOWN, float(fit.unknown)
        yield Feature.CONFLICT, float(fit.unknown > 0 and fit.extra > 0)
        yield Feature.ELSEWHERE, fit.elsewhere
        yield Feature.EXTRA, fit.extra
        yield Feature.MOVED, float(fit.moved)
        yield Feature.ALIAS, float(bool(fit.elsewhere) or not self._is_label(fit.name))
        yield Feature.OTHER_NAMES, log2(1 + others)
        yield (
            Feature.RARITY,
            min(_RAREST, sum(self._rarity(word) * _kept(share) for word, share in fit.agreeing)),
        )

    def _is_label(self, name: str) -> bool:
        return any(words(name) == words(label) for label in self.known.labels)

    def _rarity(self, word: str) -> float:
        bits = self.asked.rarity(word)
        return _BITS_A_LETTER * len(word) if bits is None else bits


def _kept(share: float) -> float:
    """Return how much is left of what a word tells when a share of it agrees."""
    return max(0.0, 2 * share - 1)


def _types(query: LinkQuery, known: Known, asked: Asked) -> Iterable[Agreement]:
    if not (query.types and known.types):
        return
    wanted = next((one for one in query.types if one in known.types), None)
    if wanted is not None:
        text = f"{asked.labels.get(wanted, wanted)}, as wanted"
        yield Agreement(Feature.SAME_TYPE, Reason(ReasonKind.TYPE, text, 1.0), asked.bits(wanted))
    else:
        names = " or ".join(asked.labels.get(one, one) for one in query.types)
        yield Agreement(Feature.OTHER_TYPE, Reason(ReasonKind.TYPE, f"no {names}, as wanted", 0.0))


def _given(query: LinkQuery, known: Known, asked: Asked) -> Iterable[Agreement]:
    for given, held in zip(query.given, known.held, strict=True):
        found = agreement(given, held, asked)
        if found is not None:
            yield found
