"""A process of its own which makes the next generation of a store directory by an update.

It is trusted, and takes the memory and the time that counting takes; the update itself is run by
yet another process, which is not.
"""

import json
import subprocess
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Final

from tertium.errors import LimitError, OverMemoryError, OverTimeError, TertiumError
from tertium.store.loading import Change, change
from tertium.workers.confining import Kernel
from tertium.workers.environment import OUT_OF_MEMORY, command, environment
from tertium.workers.question import Limits
from tertium.workers.serving import Process
from tertium.workers.telling import Changed, Failed, failed, told, told_in
from tertium.workers.update import Update

__all__ = ["main", "run"]

_UPDATE: Final = "the update"
_DEADLY: Final = "the engine did not survive it"


def main(process: Process, _kernel: Kernel) -> None:
    """Make the update on standard input; on standard output is said how it went.

    The arguments are the store directory, and the limits.
    """
    _, directory, limits = process.argv
    update = Update.read(process.stdin.read())
    apply = partial(run, update, Limits(**json.loads(limits)))
    try:
        made = change(Path(directory), Change(update.sparql, update.modified, apply))
    except TertiumError as error:
        process.stdout.write(told(failed(error)))
    else:
        process.stdout.write(told(Changed(made.version, made.triples)))


def run(update: Update, limits: Limits, folder: Path) -> None:
    """Run an update on a database, in a process which is confined.

    Raises:
        TertiumError: what the process says, or what it died of.

    """
    asked = command("applying", str(folder), json.dumps(asdict(limits)))
    try:
        done = subprocess.run(
            asked,
            input=update.written().encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise OverTimeError(limits.seconds) from error
    if done.returncode in OUT_OF_MEMORY:
        raise OverMemoryError(limits.memory)
    if done.returncode:
        raise LimitError(_UPDATE, _DEADLY)
    if done.stdout and isinstance(message := told_in(done.stdout.decode()), Failed):
        raise message.error()
