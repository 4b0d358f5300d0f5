"""Which media types and languages a client likes best (RFC 9110, 12.5.1 and 12.5.4)."""

import re
from collections.abc import Sequence
from typing import Final

__all__ = ["preferred", "ranked"]

_MOST: Final = 50
_LANGUAGES: Final = 20
_TAG: Final = re.compile(
    r"\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,7})\s*(?:;\s*q=([01](?:\.[0-9]{0,3})?)\s*)?"
)
_QUALITY: Final = re.compile(r";\s*q=([01](?:\.\d{0,3})?)\s*(?:;|$)", re.IGNORECASE)


def ranked(accepted: str, offers: Sequence[str]) -> tuple[str, ...]:
    """Return the media types offered which a client accepts, those it likes best first.

    Of equals the one which is offered first comes first; no header accepts all.

    >>> ranked("text/html;q=0.5, application/*", ("text/html", "application/json", "text/csv"))
    ('application/json', 'text/html')
    """
    if not accepted.strip():
        return tuple(offers)
    ranges = [_range(part) for part in accepted.split(",")[:_MOST]]
    liked = [(_liking(offer, ranges), offer) for offer in offers]
    found = [(quality, offer) for quality, offer in liked if quality > 0]
    return tuple(offer for _, offer in sorted(found, key=lambda one: -one[0]))


def preferred(accepted: str) -> tuple[str, ...]:
    """Return the tags of the languages which are preferred; what is no tag is passed over.

    >>> preferred("en;q=0.5, de-AT, *")
    ('de-AT', 'en')
    """
    entries = accepted.split(",")[:_LANGUAGES]
    found = [(float(one[2] or 1), one[1]) for entry in entries if (one := _TAG.fullmatch(entry))]
    return tuple(tag for weight, tag in sorted(found, key=lambda one: -one[0]) if weight)


def _range(part: str) -> tuple[str, float]:
    kind = part.partition(";")[0].strip().casefold()
    quality = _QUALITY.search(part)
    return kind, float(quality[1]) if quality else 1.0


def _liking(offer: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return the quality that the most specific range gives."""
    kind = offer.partition(";")[0]
    whole = kind.partition("/")[0]
    for wanted in (kind, f"{whole}/*", "*/*"):
        found = [quality for one, quality in ranges if one == wanted]
        if found:
            return max(found)
    return 0.0
