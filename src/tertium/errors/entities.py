"""It is not clear which entity is meant."""

from tertium.errors.roots import EntityError

__all__ = [
    "AmbiguousEntityError",
    "MissingEntityError",
    "MissingGraphError",
    "NotFetchedError",
    "NothingStatedError",
    "UnknownEntityError",
    "UnknownReportError",
    "UnknownStatementError",
]


class UnknownEntityError(EntityError):
    """The graph knows no entity of this label, IRI or CURIE."""

    def __init__(self, text: str, close: tuple[str, ...] = (), *, elsewhere: str = "") -> None:
        """Keep the text, labels that come near, and the graph in which it may be instead."""
        self.text = text
        self.close = close
        self.elsewhere = elsewhere
        hint = f"; did you mean {' or '.join(close)}?" if close else ""
        place = f"; it may be in another part of it: -g {elsewhere}" if elsewhere else ""
        super().__init__(f"the graph knows no entity {text!r}{hint}{place}")


class NothingStatedError(EntityError):
    """The graph names the entities but has no statement node on any of them."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        self.labels = labels
        names = " or ".join(labels)
        super().__init__(f"the graph holds no statements on {names} in the shape Tertium reads")


class AmbiguousEntityError(EntityError):
    """A label fits several entities."""

    def __init__(self, text: str, candidates: tuple[str, ...]) -> None:
        self.text = text
        self.candidates = candidates
        super().__init__(f"{text!r} is ambiguous: {'; '.join(candidates)}")


class MissingEntityError(EntityError):
    """A Wikibase has no such entity, or no such revision: it was deleted, or never was."""

    def __init__(self, identifier: str, site: str) -> None:
        self.identifier = identifier
        self.site = site
        super().__init__(f"{site} has no {identifier}: it was deleted, or never was there")


class MissingGraphError(EntityError):
    """A store has no graph of this name."""

    def __init__(self) -> None:
        super().__init__("there is no such graph")


class NotFetchedError(EntityError):
    """An entity was asked for which was not fetched yet."""

    def __init__(self, text: str, identifier: str = "") -> None:
        """Keep how it was called, and its identifier where that is known."""
        self.text = text
        self.identifier = identifier
        super().__init__(f"{text} was not fetched: tertium fetch {identifier or 'Q…'} fetches it")


class UnknownStatementError(EntityError):
    """The graph makes no such statement of the entities that a page is about."""

    def __init__(self, iri: str) -> None:
        self.iri = iri
        super().__init__(f"the graph makes no statement {iri} of these entities")


class UnknownReportError(EntityError):
    """No problem was reported under this identifier."""

    def __init__(self, identifier: str) -> None:
        self.identifier = identifier
        super().__init__(f"no report {identifier!r}: tertium reports lists them")
