"""`tertium cache`."""

import json as json_library
from enum import Enum
from typing import Annotated

import typer

from tertium.interfaces.cli.console import emit
from tertium.interfaces.cli.options import JsonOption

__all__ = ["Job", "cache"]

_MIB = 2**20


class Job(Enum):
    """What is done with the cache."""

    INFO = "info"
    PRUNE = "prune"


def cache(
    job: Annotated[Job, typer.Argument(help="Say what is kept, or throw the answers away.")] = (
        Job.INFO
    ),
    *,
    json: JsonOption = False,
) -> None:
    """Say how much is kept of what was fetched, and where.

    `prune` throws the answers of servers away, so that they are asked again; the graph `fetched`
    stays. The environment variable TERTIUM_CACHE names another folder.
    """
    from tertium.api.caching import kept, prune_cache

    if job is Job.PRUNE:
        prune_cache()
    found = kept()
    sizes = {"answers": found.answers, "fetched": found.graph}
    if json:
        document = {"folder": str(found.folder), **sizes}
        emit(json_library.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        lines = (f"{name}: {size / _MIB:,.1f} MiB\n" for name, size in sizes.items())
        emit(f"{found.folder}\n" + "".join(lines))
