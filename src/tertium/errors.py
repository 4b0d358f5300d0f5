"""Every error that Tertium raises on purpose, drawn as a tree.

TertiumError
├── UsageError                  the question cannot be asked like this        exit 2
│   ├── TooFewEntitiesError
│   ├── SelfComparisonError
│   ├── BadLanguageTagError
│   ├── BadParameterError
│   ├── BadQueryError
│   ├── MixedSourcesError
│   ├── NoContactError
│   ├── UnknownFormatError
│   ├── UnknownQueryError
│   ├── UnknownRowError
│   └── UnwritableError
├── EntityError                 which entity is meant?                        exit 3
│   ├── NothingStatedError
│   ├── UnknownEntityError
│   └── AmbiguousEntityError
├── BadDataError                what was read is not what it should be        exit 4
│   ├── BadTermError
│   ├── BadFileError
│   ├── BadPageError
│   └── NoEvidenceError
└── SourceUnavailableError      a file or endpoint cannot be read             exit 5

Each class keeps the offending value and builds its own message.
"""

from typing import ClassVar

__all__ = [
    "AmbiguousEntityError",
    "BadDataError",
    "BadFileError",
    "BadLanguageTagError",
    "BadPageError",
    "BadParameterError",
    "BadQueryError",
    "BadTermError",
    "EntityError",
    "MixedSourcesError",
    "NoContactError",
    "NoEvidenceError",
    "NothingStatedError",
    "SelfComparisonError",
    "SourceUnavailableError",
    "TertiumError",
    "TooFewEntitiesError",
    "UnknownEntityError",
    "UnknownFormatError",
    "UnknownQueryError",
    "UnknownRowError",
    "UnwritableError",
    "UsageError",
]


class TertiumError(Exception):
    """The root of every error raised on purpose."""

    exit_code: ClassVar[int] = 70
    __str__ = Exception.__str__  # those which are a KeyError too would be quoted


class UsageError(TertiumError):
    """The question cannot be asked like this."""

    exit_code = 2


class EntityError(TertiumError):
    """It is not clear which entity is meant."""

    exit_code = 3


class BadDataError(TertiumError):
    """What was read is not what it should be."""

    exit_code = 4


class TooFewEntitiesError(UsageError):
    """A comparison needs two entities or more."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(f"a comparison needs at least two entities, not {count}")


class SelfComparisonError(UsageError):
    """An entity was to be compared with itself."""

    def __init__(self, label: str) -> None:
        self.label = label
        super().__init__(f"{label} is named twice: compare two different entities")


class BadLanguageTagError(UsageError):
    """The text is no BCP 47 language tag, or not one we can write in."""

    def __init__(self, tag: str, supported: tuple[str, ...] = ()) -> None:
        """Keep the tag and the languages that would do."""
        self.tag = tag
        hint = f"; supported: {', '.join(supported)}" if supported else ""
        super().__init__(f"{tag!r} is not a language Tertium can write in{hint}")


class BadParameterError(UsageError):
    """A query parameter is missing, unknown or of the wrong kind."""

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        super().__init__(f"parameter {name!r}: {problem}")


class BadQueryError(UsageError):
    """A SPARQL text cannot be parsed or has no known form."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(f"the query cannot be run: {problem}")


class MixedSourcesError(UsageError):
    """An endpoint was to be opened together with other sources."""

    def __init__(self, url: str) -> None:
        self.url = url
        super().__init__(f"an endpoint is a graph by itself: open {url} alone")


class NoContactError(UsageError):
    """A remote endpoint was to be asked without saying who asks."""

    def __init__(self, url: str, variable: str) -> None:
        self.url = url
        super().__init__(f"to ask {url}, set {variable} to your mail or web address")


class UnknownFormatError(UsageError):
    """No renderer or parser goes by this name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name = name
        super().__init__(f"unknown format {name!r}; known: {', '.join(known)}")


class UnknownQueryError(UsageError, KeyError):
    """No saved query goes by this name."""

    def __init__(self, name: str, close: tuple[str, ...] = ()) -> None:
        """Keep the name asked for and the nearest ones there are."""
        self.name = name
        hint = f"; did you mean {', '.join(close)}?" if close else "; see `tertium queries`"
        super().__init__(f"no saved query or file {name!r}{hint}")


class UnknownRowError(UsageError, KeyError):
    """A comparison has no row or facet of this name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"no row or facet {name!r} in this comparison")


class UnwritableError(UsageError):
    """An output file cannot be written."""

    def __init__(self, path: str, problem: str) -> None:
        self.path = path
        super().__init__(f"cannot write {path}: {problem}")


class UnknownEntityError(EntityError):
    """The graph knows no entity of this label, IRI or CURIE."""

    def __init__(self, text: str, close: tuple[str, ...] = ()) -> None:
        """Keep the text and labels that come near."""
        self.text = text
        self.close = close
        hint = f"; did you mean {' or '.join(close)}?" if close else ""
        super().__init__(f"the graph knows no entity {text!r}{hint}")


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


class BadTermError(BadDataError):
    """A text is no RDF term."""

    def __init__(self, text: str, problem: str) -> None:
        self.text = text
        super().__init__(f"{text!r} is not a valid RDF term: {problem}")


class BadFileError(BadDataError):
    """An RDF file is malformed."""

    def __init__(self, path: str, line: int | None, problem: str) -> None:
        self.path = path
        self.line = line
        place = f"{path}:{line}" if line else path
        super().__init__(f"{place}: {problem}")


class BadPageError(BadDataError):
    """A text is no comparison document."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(f"not a Tertium comparison: {problem}")


class NoEvidenceError(BadDataError):
    """A sentence was to be made without evidence."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"no evidence for the sentence {text!r}")


class SourceUnavailableError(TertiumError):
    """A file or an endpoint cannot be read."""

    exit_code = 5

    def __init__(self, source: str, problem: str) -> None:
        self.source = source
        super().__init__(f"{source} cannot be read: {problem}")
