"""The root of all errors, and its main branches."""

from typing import ClassVar

__all__ = ["BadDataError", "EntityError", "TertiumError", "UsageError"]


class TertiumError(Exception):
    """The root of every error raised on purpose.

    >>> UsageError("no such thing").exit_code
    2
    """

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
