"""What was read is not what it should be."""

from tertium.errors.roots import BadDataError

__all__ = [
    "BadCardError",
    "BadFileError",
    "BadPageError",
    "BadStoreError",
    "BadTermError",
    "NoEvidenceError",
    "StaleStatisticsError",
]


class BadTermError(BadDataError):
    """A text is no RDF term."""

    def __init__(self, text: str, problem: str) -> None:
        self.text = text
        super().__init__(f"{text!r} is not a valid RDF term: {problem}")


class BadFileError(BadDataError):
    """A file is malformed: RDF, a table, links."""

    def __init__(self, path: str, line: int | None, problem: str) -> None:
        self.path = path
        self.line = line
        self.problem = problem
        place = f"{path}:{line}" if line else path
        super().__init__(f"{place}: {problem}")


class BadCardError(BadDataError):
    """The card of a language lacks a pattern, or has one that nobody knows."""

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        self.problem = problem
        super().__init__(f"the language card {name} cannot be used: {problem}")


class BadPageError(BadDataError):
    """A text is no comparison document."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(f"not a Tertium comparison: {problem}")


class BadStoreError(BadDataError):
    """A folder is no store directory, or a damaged one, or one of another version."""

    def __init__(self, path: str, problem: str) -> None:
        self.path = path
        self.problem = problem
        super().__init__(f"{path} cannot be used as a store: {problem}")


class NoEvidenceError(BadDataError):
    """A sentence was to be made without evidence."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"no evidence for the sentence {text!r}")


class StaleStatisticsError(BadDataError):
    """Statistics were counted on another version of the store."""

    def __init__(self, path: str, wanted: str, found: str) -> None:
        self.path = path
        self.wanted = wanted
        self.found = found
        super().__init__(
            f"{path} holds no statistics of version {wanted[:12]} in the present form: "
            "tertium doctor --repair counts them anew"
        )
