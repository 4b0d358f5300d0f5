"""`tertium doctor`."""

import json as json_library
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
    folders: tuple[Folder, ...] = ("ontology", "data", "queries")
    yield from map(_folder, folders)


def _folder(name: "Folder") -> "Check":
    from tertium.resources import folder, resource_files
    from tertium.store.directory import Check

    try:
        count = len([*resource_files(folder(name), ".rq" if name == "queries" else ".ttl")])
    except OSError:
        return Check(name, "missing")
    return Check(f"{name}, {count} files", "" if count else "empty")
