"""Links in words: one in full, with its candidates and reasons; many in a line each."""

from typing import Final

from tertium.model.link import Candidate, Linking, Reason
from tertium.render.escaping import isolated, visible

__all__ = ["line_of", "told"]

_HALF: Final = 0.5
_WIDTH: Final = max(map(len, ("match", "ambiguous", "doubtful", "none")))


def told(linking: Linking) -> str:
    """Return a link in full: what became of it, and each candidate.

    What speaks for a candidate is marked with +, what speaks against it with -.
    """
    lines = [f"{_safe(linking.query.text)}: {linking.outcome.value}", f"  {_safe(linking.why)}"]
    for number, candidate in enumerate(linking.candidates, 1):
        lines += ["", f"{number:3}. {_named(candidate)}", f"       <{candidate.entity.iri}>"]
        lines += [f"       {_weighed(reason)}" for reason in candidate.reasons]
    return "\n".join(lines) + "\n"


def line_of(linking: Linking) -> str:
    """Return a link in one line: its outcome, what was linked, to what, and why."""
    match = linking.match
    found = f" → {_named(match)} <{match.entity.iri}>" if match else ""
    name = _safe(linking.query.text) or "(no name)"
    return f"{linking.outcome.value:{_WIDTH}}  {name}{found}; {_safe(linking.why)}\n"


def _named(candidate: Candidate) -> str:
    entity = candidate.entity
    told = (_safe(text) for text in (entity.label, candidate.description) if text)
    return f"{', '.join(told)} ({candidate.score:.2f})"


def _weighed(reason: Reason) -> str:
    return f"{'+' if reason.score >= _HALF else '-'} {_safe(reason.text)}"


def _safe(text: str) -> str:
    return isolated(visible(text))
