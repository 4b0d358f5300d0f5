"""The question cannot be asked like this."""

from typing import Final

from tertium.errors.roots import UsageError

__all__ = [
    "BadAddressError",
    "BadCommandError",
    "BadDateError",
    "BadFolderError",
    "BadIdentifierError",
    "BadLanguageTagError",
    "BadParameterError",
    "BadQueryError",
    "MissingExtraError",
    "MixedSourcesError",
    "NoComparandsError",
    "NoContactError",
    "NoTerminalError",
    "SelfComparisonError",
    "TooFewEntitiesError",
    "UnknownColumnError",
    "UnknownFormatError",
    "UnknownPropertyError",
    "UnknownQueryError",
    "UnknownRowError",
    "UnwritableError",
]

_COLUMNS: Final = 12  # named in a message


class TooFewEntitiesError(UsageError):
    """A comparison needs two entities or more."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(f"a comparison needs at least two entities, not {count}")


class SelfComparisonError(UsageError):
    """An entity was to be compared with itself."""

    def __init__(self, label: str, links: tuple[str, ...] = ()) -> None:
        """Keep the label and, where two IRIs were given, the links which say that they are one."""
        self.label = label
        self.links = links
        told = f", as {' and '.join(links)} {'says' if len(links) == 1 else 'say'}" if links else ""
        super().__init__(f"{label} is named twice{told}: compare two different entities")


class BadAddressError(UsageError):
    """An address is none of the web, or has a password in it."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"this is an address {problem}: write https://…")


class BadCommandError(UsageError):
    """What was to be run is no program."""

    def __init__(self, command: str, problem: str) -> None:
        """Keep the command as it was given."""
        self.command = command
        super().__init__(f"{command!r} cannot be run: {problem}")


class BadDateError(UsageError):
    """The text is no date of the Extended Date/Time Format, or none we can compare with."""

    def __init__(self, text: str) -> None:
        self.text = text
        known = "1922, 1922-06, 1922-06-01, -0043 (44 BCE) or another date of EDTF"
        super().__init__(f"{text!r} is no date: write {known}")


class BadFolderError(UsageError):
    """A folder cannot take the pages of a batch."""

    def __init__(self, folder: str, problem: str) -> None:
        """Keep the folder as it was given."""
        self.folder = folder
        super().__init__(f"{folder} cannot take these pages: {problem}")


class BadIdentifierError(UsageError):
    """A text names no entity of a Wikibase, or no revision of one."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"{text!r} is no entity of a Wikibase: write Q42, P31 or L99, or Q42=1234")


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


class MissingExtraError(UsageError):
    """What was asked for needs a library which is not installed."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"this needs {name}: install tertium[{name}]")


class MixedSourcesError(UsageError):
    """An endpoint was to be opened together with other sources."""

    def __init__(self, url: str) -> None:
        self.url = url
        super().__init__(f"an endpoint or a store is a graph by itself: open {url} alone")


class NoComparandsError(UsageError):
    """A text does not say in a title whom it compares, and nobody else does."""

    def __init__(self) -> None:
        super().__init__("the text has no title such as “A vs. B”: name whom it is about")


class NoContactError(UsageError):
    """A remote endpoint was to be asked without saying who asks."""

    def __init__(self, url: str, variable: str) -> None:
        self.url = url
        super().__init__(f"to ask {url}, set {variable} to your mail or web address")


class NoTerminalError(UsageError):
    """Somebody was to be asked, and nobody sits at a terminal."""

    def __init__(self, option: str) -> None:
        self.option = option
        super().__init__(f"there is no terminal to ask at: give the answers with {option}")


class UnknownColumnError(UsageError):
    """A table has no such column."""

    def __init__(
        self, table: str, name: str, *, columns: tuple[str, ...], close: tuple[str, ...] = ()
    ) -> None:
        """Keep the name asked for, the columns there are, and the nearest ones."""
        self.table = table
        self.name = name
        self.columns = columns
        hint = f"did you mean {' or '.join(map(repr, close))}? " if close else ""
        more = len(columns) - _COLUMNS
        shown = ", ".join(columns[:_COLUMNS]) + f" and {more} more" * (more > 0)
        super().__init__(f"{table} has no column {name!r}: {hint}it has {shown}")


class UnknownFormatError(UsageError):
    """No renderer or parser goes by this name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name = name
        super().__init__(f"unknown format {name!r}; known: {', '.join(known)}")


class UnknownPropertyError(UsageError):
    """A graph states no property of this name of anything."""

    def __init__(self, name: str, close: tuple[str, ...] = ()) -> None:
        """Keep the name and those which come near."""
        self.name = name
        self.close = close
        hint = f"; did you mean {' or '.join(map(repr, close))}?" if close else ""
        super().__init__(f"the graph states no property {name!r} of anything{hint}")


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
        self.problem = problem
        super().__init__(f"cannot write {path}: {problem}")
