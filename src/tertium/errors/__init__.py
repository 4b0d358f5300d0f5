"""Every error that Tertium raises on purpose, drawn as a tree.

TertiumError
├── UsageError                  the question cannot be asked like this        exit 2
│   ├── TooFewEntitiesError
│   ├── SelfComparisonError
│   ├── BadAddressError
│   ├── BadCommandError
│   ├── BadDateError
│   ├── BadFolderError
│   ├── BadIdentifierError
│   ├── BadLanguageTagError
│   ├── BadParameterError
│   ├── BadQueryError
│   ├── BadRequestError
│   ├── ElsewhereError
│   ├── MissingExtraError
│   ├── MixedSourcesError
│   ├── NoComparandsError
│   ├── NoContactError
│   ├── NoTerminalError
│   ├── NoTokenError
│   ├── NotAcceptableError
│   ├── UnknownColumnError
│   ├── UnknownFormatError
│   ├── UnknownPropertyError
│   ├── UnknownQueryError
│   ├── UnknownRowError
│   ├── UnsupportedMediaTypeError
│   └── UnwritableError
├── EntityError                 which entity is meant?                        exit 3
│   ├── MissingEntityError
│   ├── MissingGraphError
│   ├── NotFetchedError
│   ├── NothingStatedError
│   ├── UnknownEntityError
│   ├── UnknownReportError
│   ├── UnknownStatementError
│   └── AmbiguousEntityError
├── BadDataError                what was read is not what it should be        exit 4
│   ├── BadTermError
│   ├── BadCardError
│   ├── BadFileError
│   ├── BadPageError
│   ├── BadStoreError
│   ├── NoEvidenceError
│   └── StaleStatisticsError
├── SourceUnavailableError      a file or endpoint cannot be read             exit 5
│   ├── BusyError
│   ├── MissingPageError
│   └── NotKeptError
└── LimitError                  refused, or over a limit                      exit 6
    ├── OverMemoryError
    ├── OverTimeError
    ├── RefusedError
    ├── TooBusyError
    ├── TooLongError
    ├── TooManyEntitiesError
    ├── TooManyPartsError
    ├── TooManyReportsError
    └── TooSlowError

Each class keeps the offending value and builds its own message.
"""

from tertium.errors.data import (
    BadCardError,
    BadFileError,
    BadPageError,
    BadStoreError,
    BadTermError,
    NoEvidenceError,
    StaleStatisticsError,
)
from tertium.errors.entities import (
    AmbiguousEntityError,
    MissingEntityError,
    MissingGraphError,
    NotFetchedError,
    NothingStatedError,
    UnknownEntityError,
    UnknownReportError,
    UnknownStatementError,
)
from tertium.errors.requests import (
    BadRequestError,
    ElsewhereError,
    NotAcceptableError,
    NoTokenError,
    UnsupportedMediaTypeError,
)
from tertium.errors.roots import BadDataError, EntityError, TertiumError, UsageError
from tertium.errors.sources import (
    BusyError,
    LimitError,
    MissingPageError,
    NotKeptError,
    SourceUnavailableError,
    TooLongError,
    TooManyEntitiesError,
    TooManyPartsError,
    TooManyReportsError,
    TooSlowError,
)
from tertium.errors.usage import (
    BadAddressError,
    BadCommandError,
    BadDateError,
    BadFolderError,
    BadIdentifierError,
    BadLanguageTagError,
    BadParameterError,
    BadQueryError,
    MissingExtraError,
    MixedSourcesError,
    NoComparandsError,
    NoContactError,
    NoTerminalError,
    SelfComparisonError,
    TooFewEntitiesError,
    UnknownColumnError,
    UnknownFormatError,
    UnknownPropertyError,
    UnknownQueryError,
    UnknownRowError,
    UnwritableError,
)
from tertium.errors.walls import (
    OverMemoryError,
    OverTimeError,
    RefusedError,
    TooBusyError,
)

__all__ = [
    "AmbiguousEntityError",
    "BadAddressError",
    "BadCardError",
    "BadCommandError",
    "BadDataError",
    "BadDateError",
    "BadFileError",
    "BadFolderError",
    "BadIdentifierError",
    "BadLanguageTagError",
    "BadPageError",
    "BadParameterError",
    "BadQueryError",
    "BadRequestError",
    "BadStoreError",
    "BadTermError",
    "BusyError",
    "ElsewhereError",
    "EntityError",
    "LimitError",
    "MissingEntityError",
    "MissingExtraError",
    "MissingGraphError",
    "MissingPageError",
    "MixedSourcesError",
    "NoComparandsError",
    "NoContactError",
    "NoEvidenceError",
    "NoTerminalError",
    "NoTokenError",
    "NotAcceptableError",
    "NotFetchedError",
    "NotKeptError",
    "NothingStatedError",
    "OverMemoryError",
    "OverTimeError",
    "RefusedError",
    "SelfComparisonError",
    "SourceUnavailableError",
    "StaleStatisticsError",
    "TertiumError",
    "TooBusyError",
    "TooFewEntitiesError",
    "TooLongError",
    "TooManyEntitiesError",
    "TooManyPartsError",
    "TooManyReportsError",
    "TooSlowError",
    "UnknownColumnError",
    "UnknownEntityError",
    "UnknownFormatError",
    "UnknownPropertyError",
    "UnknownQueryError",
    "UnknownReportError",
    "UnknownRowError",
    "UnknownStatementError",
    "UnsupportedMediaTypeError",
    "UnwritableError",
    "UsageError",
]

for _name in __all__:  # one address for each, wherever it is written
    globals()[_name].__module__ = __name__
