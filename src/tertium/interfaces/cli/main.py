"""The `tertium` command: its words, its exit codes, its manners."""

from __future__ import annotations

import gc
import json
import sys

import typer
from typer.exceptions import Abort, TyperException

from tertium.errors import TertiumError
from tertium.interfaces.cli.commands import COMMANDS

__all__ = ["app", "main", "run"]

_BUG = 70
_INTERRUPTED = 130

app = typer.Typer(
    name="tertium",
    help="Compare entities of a knowledge graph, with a source for every word.",
    epilog="Exit codes: 0 done; 1 a check failed; 2 usage; 3 entity not found or ambiguous; "
    "4 bad input data; 5 a source is unavailable; 6 refused or over a limit; 70 a bug of ours.",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in COMMANDS:
    app.command()(command)


def main() -> None:
    """Run the command line of this process."""
    gc.disable()  # one command, then the process ends: there is nothing to gain by collecting
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; errors are one line."""
    as_json = "--json" in arguments
    try:
        return app(arguments or ["--help"], prog_name="tertium", standalone_mode=False) or 0
    except TertiumError as error:
        return _report(error, error.exit_code, as_json=as_json)
    except TyperException as error:
        return _report(error, error.exit_code, as_json=as_json)
    except (KeyboardInterrupt, Abort):
        return _INTERRUPTED
    except SystemExit:  # typer ends the process when nobody reads on
        return 0
    except Exception as error:  # whatever is left is a bug: say so
        if {"-v", "--verbose"} & set(arguments):
            raise
        return _report(error, _BUG, as_json=as_json)


def _report(error: Exception, code: int, *, as_json: bool) -> int:
    from tertium.render.escaping import visible

    message = error.format_message() if isinstance(error, TyperException) else str(error)
    if code == _BUG:
        message = f"a bug of ours ({type(error).__name__}: {message}); -v shows where"
    line = " ".join(message.split())
    if as_json:
        detail = {"type": type(error).__name__, "message": line, "exit_code": code}
        line = json.dumps({"error": detail}, ensure_ascii=False)
    print(line if as_json else f"tertium: {visible(line)}", file=sys.stderr)
    return code
