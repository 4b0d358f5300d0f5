"""A process of its own which applies one update to a database that nobody else has open.

Whatever the update does to the engine, it does it here, within bounds and without a network.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from tertium.errors import BadQueryError, OverMemoryError, TertiumError, UnwritableError
from tertium.store.protocol import one_line
from tertium.workers.confining import Kernel, confine
from tertium.workers.question import Limits
from tertium.workers.serving import Process
from tertium.workers.telling import failed, told
from tertium.workers.update import Update

__all__ = ["apply", "main"]

_BROKEN: Final = "the disk is full, or broken"


def apply(folder: Path, update: Update) -> None:
    """Apply an update, all of it or nothing.

    Raises:
        BadQueryError: when it is no update.
        UnwritableError: when the disk is full.

    """
    try:
        store = ox.Store(folder)
        store.update(update.sparql, base_iri=update.base or None)
        store.flush()
    except (SyntaxError, ValueError) as error:
        raise BadQueryError(one_line(error)) from error
    except (OSError, RuntimeError) as error:
        raise UnwritableError(str(folder), _BROKEN) from error


def main(
    process: Process, kernel: Kernel, *, engine: Callable[[Path, Update], None] = apply
) -> None:
    """Apply the update on standard input; on standard output is said what went wrong, if it did.

    The arguments are the folder of the database, and the limits.
    """
    _, folder, written = process.argv
    limits = Limits(**json.loads(written))
    confine(limits.memory, kernel)
    try:
        engine(Path(folder), Update.read(process.stdin.read()))
    except MemoryError:
        process.stdout.write(told(failed(OverMemoryError(limits.memory))))
    except TertiumError as error:
        process.stdout.write(told(failed(error)))
