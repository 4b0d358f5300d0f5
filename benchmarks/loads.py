"""Load on a server by wrk: how many requests a second, and how long they take."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

__all__ = ["Load", "load"]

_SCRIPT: Final = """
done = function(summary, latency, requests)
  io.write(string.format(
    '\\n{"rate": %.1f, "p50": %.3f, "p95": %.3f, "p99": %.3f, "failed": %d}\\n',
    summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3,
    summary.errors.status + summary.errors.connect + summary.errors.read
      + summary.errors.write + summary.errors.timeout))
end
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a server did: requests a second, times in milliseconds, how many failed."""

    rate: float
    p50: float
    p95: float
    p99: float
    failed: int


def load(url: str, *, seconds: int = 10, connections: int = 8, accept: str = "*/*") -> Load:
    """Ask for one address again and again, from several connections at once.

    Raises:
        FileNotFoundError: when wrk is not installed.

    """
    program = shutil.which("wrk")
    if program is None:
        msg = "wrk: apt-get install wrk"
        raise FileNotFoundError(msg)
    with TemporaryDirectory() as folder:
        script = Path(folder) / "done.lua"
        script.write_text(_SCRIPT, encoding="utf-8")
        command = [program, "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(script)]
        told = subprocess.run(
            [*command, "-H", f"Accept: {accept}", url], capture_output=True, text=True, check=True
        )
    return Load(**json.loads(told.stdout.splitlines()[-1]))
