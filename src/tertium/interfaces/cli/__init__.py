"""The command line: one module a command, each a thin skin over the API."""

from tertium.interfaces.cli.main import main

__all__ = ["main"]
