"""Libraries which only some need, and install as extras."""

from importlib import import_module

from tertium.errors import MissingExtraError

__all__ = ["require"]


def require(name: str, *, extra: str = "") -> None:
    """Import the library of an extra, which is called like it if no name is given.

    Raises:
        MissingExtraError: when it is not installed.

    """
    try:
        import_module(name)
    except ImportError as error:
        raise MissingExtraError(extra or name) from error
