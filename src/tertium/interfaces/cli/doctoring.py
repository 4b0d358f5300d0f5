"""`tertium doctor`."""

import json as json_library
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tertium.errors import BadParameterError
from tertium.interfaces.cli.console import emit
from tertium.interfaces.cli.options import JsonOption, QuietOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tertium.resources import Folder
    from tertium.store.directory import Check

__all__ = ["doctor"]

_REPAIR = "--repair"
_CONFINED = (
    "import sys; from tertium.workers.confining import Kernel, confine; "
    "sys.exit(not confine(1 << 30, Kernel.here()))"
)


def doctor(
    store: Annotated[
        Path | None,
        typer.Argument(metavar="STORE", help="A store directory.  [default: the installation]"),
    ] = None,
    *,
    mend: Annotated[
        bool, typer.Option(_REPAIR, help="Remove leftovers; count the statistics anew.")
    ] = False,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> int:
    """Check a store directory, or the installation.

    Exit 1 when something is wrong.
    """
    from tertium.store.directory import check, repair

    if store is None and mend:
        raise BadParameterError(_REPAIR, "name the store directory")
    if store is not None and mend:
        repair(store)
    checks = tuple(check(store) if store else _installation())
    if json:
        found = [{"check": one.subject, "problem": one.problem} for one in checks]
        emit(json_library.dumps({"checks": found}, ensure_ascii=False, indent=2) + "\n")
    elif not quiet:
        emit("".join(f"{one.subject}: {one.problem or 'ok'}\n" for one in checks))
    return 1 if any(one.problem for one in checks) else 0


def _installation() -> "Iterator[Check]":
    import platform
    from importlib.metadata import PackageNotFoundError, version

    from tertium.store.directory import Check

    yield Check(f"python {platform.python_version()}")
    for name in ("tertium", "pyoxigraph", "rdflib", "networkx", "sparqlwrapper", "zstandard"):
        try:
            yield Check(f"{name} {version(name)}")
        except PackageNotFoundError:
            yield Check(name, "not installed")
    yield from _web()
    folders: tuple[Folder, ...] = ("ontology", "data", "queries")
    yield from map(_folder, folders)
    yield _workers()


def _workers() -> "Check":
    """Return whether queries that are served are answered where there is no network."""
    import asyncio

    from tertium.store.directory import Check
    from tertium.workers import Workers

    async def alone() -> bool:
        workers = Workers(Path(), count=1)
        try:
            return await workers.are_alone()
        finally:
            await workers.close()

    network = "of their own" if asyncio.run(alone()) else "of this machine"
    return Check(f"workers, in a network {network}")


def _web() -> "Iterator[Check]":
    """Yield what `tertium serve` needs, which need not be there, and what confines its queries."""
    from importlib.metadata import PackageNotFoundError, version

    from tertium.store.directory import Check

    for name in ("starlette", "uvicorn"):
        try:
            yield Check(f"{name} {version(name)}, for tertium serve")
        except PackageNotFoundError:
            yield Check(f"{name} is not there: tertium[web] brings it, for tertium serve")
    tried = subprocess.run([sys.executable, "-P", "-c", _CONFINED], check=False)
    told = "no network" if tried.returncode == 0 else "this network: the kernel gives no other"
    yield Check(f"queries of strangers have {told}")


def _folder(name: "Folder") -> "Check":
    from tertium.resources import folder, resource_files
    from tertium.store.directory import Check

    try:
        count = len([*resource_files(folder(name), ".rq" if name == "queries" else ".ttl")])
    except OSError:
        return Check(name, "missing")
    return Check(f"{name}, {count} files", "" if count else "empty")
