"""What Tertium is made of that others have written, and under which licences."""

import json
import re
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, metadata
from importlib.resources import files
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

__all__ = ["bundled", "licence_of", "needed", "requirements"]

_ROOT: Final = Path(__file__).resolve().parents[1]
_NOT_FOR_USERS: Final = {"bench", "dev", "docs"}
_ALLOWED: Final = {
    "0BSD": ("0BSD",),
    "Apache-2.0": ("Apache-2.0", "Apache Software License", "Apache License"),
    "BSD": ("BSD", "BSD License"),  # it does not say which
    "BSD-2-Clause": ("BSD-2-Clause", "BSD 2-Clause"),
    "BSD-3-Clause": ("BSD-3-Clause", "BSD 3-Clause"),
    "CC0-1.0": ("CC0-1.0",),
    "ISC": ("ISC", "ISC License", "ISC License (ISCL)"),
    "MIT": ("MIT", "MIT License"),
    "MPL-2.0": ("MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)"),
    "PSF-2.0": ("PSF-2.0", "Python Software Foundation License", "PSFL"),
    "Unlicense": ("Unlicense", "The Unlicense (Unlicense)"),
    "W3C": ("W3C", "W3C License", "W3C SOFTWARE NOTICE AND LICENSE"),
    "Zlib": ("Zlib",),
}
"""What may be in an installation, as SPDX has it, each with what packages call it."""
_SPDX: Final = {name: spdx for spdx, names in _ALLOWED.items() for name in names}


def requirements() -> Iterator[tuple[str, Requirement]]:
    """Yield the extra (or none) and the requirement, of all that users may install."""
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for extra, lines in {"": project["dependencies"], **extras}.items():
        if extra not in _NOT_FOR_USERS:
            yield from ((extra, Requirement(line)) for line in lines)


def needed() -> dict[str, str]:
    """Return the licence of each installed package that users need, by name."""
    found: dict[str, str] = {}
    waiting = [requirement for _, requirement in requirements()]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        with suppress(PackageNotFoundError):
            if name not in found:
                found[name] = licence_of(name)
                waiting += _in_turn(requirement)
    return dict(sorted(found.items()))


def licence_of(package: str) -> str:
    """Return the licence of an installed package as SPDX has it, if all of it may be used; else "".

    Raises:
        PackageNotFoundError: when it is not installed.

    """
    about = metadata(package).json
    told = [str(about.get(key, "")) for key in ("license_expression", "license")]
    classified = [str(one) for one in about.get("classifier", ())]
    kinds = [one.split(" :: ")[-1] for one in classified if one.startswith("License :: OSI")]
    for text in (*told, " AND ".join(sorted(kinds))):
        words = re.split(r"( AND | OR |[()])", text)
        named = [
            word if word in {" AND ", " OR ", "(", ")", ""} else _SPDX.get(word) for word in words
        ]
        if text and None not in named:
            return "".join(map(str, named))
    return ""


def bundled() -> Iterator[tuple[str, str]]:
    """Yield what of others travels in the wheel, and its licence."""
    vendor = files("tertium") / "interfaces" / "web" / "static" / "vendor" / "manifest.json"
    found = {one["package"]: one["licence"] for one in json.loads(vendor.read_text("utf-8"))}
    yield from sorted(found.items())
    yield "Natural Earth, by way of world-atlas@2.0.2", "public domain; ISC"


def _in_turn(requirement: Requirement) -> Iterator[Requirement]:
    """Yield what an installed package needs here, with the extras that are asked for."""
    for line in metadata(requirement.name).get_all("Requires-Dist") or ():
        needs = Requirement(line)
        extras = ("", *requirement.extras)
        if needs.marker is None or any(needs.marker.evaluate({"extra": one}) for one in extras):
            yield needs
