"""A remote SPARQL endpoint as a store; nothing that it sends is taken on trust."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from tertium.errors import BadDataError, BadQueryError, SourceUnavailableError
from tertium.store.exchange import Exchange
from tertium.store.profile import Profile, profile_of
from tertium.store.protocol import Answer, Form, Solutions, Triples, one_line
from tertium.store.results import read_solutions, read_triples, read_truth
from tertium.store.turns import Clock, Turns

__all__ = ["EndpointStore"]

_FORM: Final = re.compile(
    r"""(?: \s | \#[^\n]*+
          | BASE (?:\s|\#[^\n]*+)*+ <[^>]*>
          | PREFIX (?:\s|\#[^\n]*+)++ [^\s:]*: (?:\s|\#[^\n]*+)*+ <[^>]*>
        )*+ (SELECT|ASK|CONSTRUCT|DESCRIBE)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FORMS: Final = {
    "ASK": Form.ASK,
    "CONSTRUCT": Form.CONSTRUCT,
    "DESCRIBE": Form.CONSTRUCT,
    "SELECT": Form.SELECT,
}
_VARIABLE: Final = re.compile(r"[?$](\w+)")
_READERS: Final[Mapping[Form, Callable[[bytes], Answer]]] = {
    Form.ASK: read_truth,
    Form.CONSTRUCT: read_triples,
    Form.SELECT: read_solutions,
}


class EndpointStore:
    """A graph behind a SPARQL endpoint; an answer arrives whole and well-formed or not at all.

    It is asked one question at a time, whoever else waits, and as its profile says.
    """

    def __init__(
        self, url: str, *, agent: str, profile: Profile | None = None, clock: Clock | None = None
    ) -> None:
        """Keep where to ask, as whom, and how: by default as befits the address."""
        self._url = url
        self._profile = profile_of(url) if profile is None else profile
        clock = Clock() if clock is None else clock
        self._exchange = Exchange(url, agent=agent, profile=self._profile, clock=clock)
        self._turns = Turns(url, profile=self._profile, clock=clock)

    @property
    def profile(self) -> Profile:
        """What is known of the endpoint."""
        return self._profile

    def query(self, sparql: str) -> Answer:
        """Return the answer to a query.

        Raises:
            BadQueryError: when the text is no query, or the endpoint refuses it as none.
            SourceUnavailableError: when no answer comes, or one that is not as it should be.

        """
        form = _form_of(sparql)
        body = self._turns.take(lambda: self._exchange.fetch(sparql, form))
        try:
            answer = _READERS[form](body)
            self._check(answer, {*_VARIABLE.findall(sparql)})
        except BadDataError as error:
            raise SourceUnavailableError(self._url, one_line(error)) from error
        return answer

    def _check(self, answer: Answer, mentioned: set[str]) -> None:
        """Raise when an answer is to another question, or so long that it may have been cut."""
        if isinstance(answer, bool):
            return
        if isinstance(answer, Solutions) and not mentioned.issuperset(answer.variables):
            problem = f"its answer is to another question: {', '.join(answer.variables)}"
            raise BadDataError(problem)
        rows = answer.triples if isinstance(answer, Triples) else answer.rows
        cap = self._profile.row_cap
        if cap is not None and len(rows) >= cap:
            problem = f"it sends {cap} rows at most, and there may be more: ask for less"
            raise BadDataError(problem)


def _form_of(sparql: str) -> Form:
    found = _FORM.match(sparql)
    if found is None:
        problem = "SELECT, ASK, CONSTRUCT or DESCRIBE expected"
        raise BadQueryError(problem)
    return _FORMS[found[1].upper()]
