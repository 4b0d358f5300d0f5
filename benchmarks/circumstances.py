"""On what it was measured: the machine and the versions."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

__all__ = ["circumstances"]

_PACKAGES = ("tertium", "pyoxigraph", "rdflib", "oxrdflib")


def circumstances(date: str) -> str:
    """Return a line on date, machine and versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    machine = f"{os.cpu_count()} cores ({_processor()}), {memory:.0f} GiB, {platform.system()}"
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return f"{date}; {machine}; Python {platform.python_version()}, {packages}."


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
