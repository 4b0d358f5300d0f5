"""Libraries which only some need, and install as extras."""

from importlib import import_module

from tertium.errors import MissingExtraError

__all__ = ["require"]


def require(name: str) -> None:
    """Import the library of an extra.

    Raises:
        MissingExtraError: when it is not installed.

    """
    try:
        import_module(name)
    except ImportError as error:
        raise MissingExtraError(name) from error
