"""Every error that Tertium raises on purpose, drawn as a tree.

TertiumError
├── UsageError                  the question cannot be asked like this        exit 2
│   ├── TooFewEntitiesError
│   ├── SelfComparisonError
│   ├── BadAddressError
│   ├── BadCommandError
│   ├── BadDateError
│   ├── BadIdentifierError
│   ├── BadLanguageTagError
│   ├── BadParameterError
│   ├── BadQueryError
│   ├── BadRequestError
│   ├── MissingExtraError
│   ├── MixedSourcesError
│   ├── NoComparandsError
│   ├── NoContactError
│   ├── NoTerminalError
│   ├── UnknownColumnError
│   ├── UnknownFormatError
│   ├── UnknownPropertyError
│   ├── UnknownQueryError
│   ├── UnknownRowError
│   └── UnwritableError
├── EntityError                 which entity is meant?                        exit 3
│   ├── MissingEntityError
│   ├── NotFetchedError
│   ├── NothingStatedError
│   ├── UnknownEntityError
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
│   └── MissingPageError
└── LimitError                  refused, or over a limit                      exit 6
    ├── TooLongError
    ├── TooManyEntitiesError
    └── TooManyPartsError

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
    NotFetchedError,
    NothingStatedError,
    UnknownEntityError,
)
from tertium.errors.roots import BadDataError, EntityError, TertiumError, UsageError
from tertium.errors.sources import (
    BusyError,
    LimitError,
    MissingPageError,
    SourceUnavailableError,
    TooLongError,
    TooManyEntitiesError,
    TooManyPartsError,
)
from tertium.errors.usage import (
    BadAddressError,
    BadCommandError,
    BadDateError,
    BadIdentifierError,
    BadLanguageTagError,
    BadParameterError,
    BadQueryError,
    BadRequestError,
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

__all__ = [
    "AmbiguousEntityError",
    "BadAddressError",
    "BadCardError",
    "BadCommandError",
    "BadDataError",
    "BadDateError",
    "BadFileError",
    "BadIdentifierError",
    "BadLanguageTagError",
    "BadPageError",
    "BadParameterError",
    "BadQueryError",
    "BadRequestError",
    "BadStoreError",
    "BadTermError",
    "BusyError",
    "EntityError",
    "LimitError",
    "MissingEntityError",
    "MissingExtraError",
    "MissingPageError",
    "MixedSourcesError",
    "NoComparandsError",
    "NoContactError",
    "NoEvidenceError",
    "NoTerminalError",
    "NotFetchedError",
    "NothingStatedError",
    "SelfComparisonError",
    "SourceUnavailableError",
    "StaleStatisticsError",
    "TertiumError",
    "TooFewEntitiesError",
    "TooLongError",
    "TooManyEntitiesError",
    "TooManyPartsError",
    "UnknownColumnError",
    "UnknownEntityError",
    "UnknownFormatError",
    "UnknownPropertyError",
    "UnknownQueryError",
    "UnknownRowError",
    "UnwritableError",
    "UsageError",
]

for _name in __all__:  # one address for each, wherever it is written
    globals()[_name].__module__ = __name__
