"""Whole processes: the help and the bundled comparison, beside a bare interpreter.

Run `python -m benchmarks.start`; it prints a table and rewrites benchmarks/start.md.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

REPEATS = 11
TABLE = Path(__file__).with_suffix(".md")
TERTIUM = (sys.executable, "-m", "tertium")
COMMANDS = {
    "python -c pass (the floor)": (sys.executable, "-c", "pass"),
    "tertium --help": (*TERTIUM, "--help"),
    "tertium version": (*TERTIUM, "version"),
    'tertium compare "Joseph Stalin" "Leon Trotsky"': (
        *TERTIUM,
        "compare",
        "Joseph Stalin",
        "Leon Trotsky",
    ),
    "the same as HTML": (*TERTIUM, "compare", "Joseph Stalin", "Leon Trotsky", "-f", "html"),
    "import rdflib (what we avoid)": (sys.executable, "-c", "import rdflib"),
}
PROMISES = {"tertium --help": 0.25, 'tertium compare "Joseph Stalin" "Leon Trotsky"': 1.5}


def seconds(command: tuple[str, ...]) -> float:
    """Return the median wall time of a command, in seconds."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return median(times)


def table() -> str:
    """Return the measurements as a Markdown table."""
    measured = {name: seconds(command) for name, command in COMMANDS.items()}
    floor = measured["python -c pass (the floor)"]
    lines = ["| process | median s | times the floor | promise |", "|---|---|---|---|"]
    for name, value in measured.items():
        promise = f"< {PROMISES[name]} s" if name in PROMISES else ""
        lines.append(f"| `{name}` | {value:.3f} | {value / floor:.1f} | {promise} |")
    return "\n".join(lines)


def main() -> None:
    """Measure, print and keep the table."""
    text = f"# Start-up\n\nMedian of {REPEATS} runs on {os.cpu_count()} cores.\n\n{table()}\n"
    TABLE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
