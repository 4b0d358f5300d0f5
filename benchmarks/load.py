"""Loading with statistics, beside a bare bulk load of the same file by Oxigraph.

Run `python -m benchmarks.load --work DIR --date DATE FILE…`; it prints a table and rewrites
benchmarks/load.md. A file packed with xz is loaded packed and unpacked.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.circumstances import circumstances
from benchmarks.graphs import SHARED, TERTIUM, Graph, unpacked
from benchmarks.pairs import full_pair
from benchmarks.processes import Run, run

TABLE = Path(__file__).with_suffix(".md")
FILES = ("politicians.ttl", "nomisma.nt.xz", "wikidata-subset.nt.xz")
OPENED = 5
LOADS = (
    "| file | bytes | triples | bare s | s | ratio | bare CPU | CPU | ratio | bare MiB | MiB |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
)
STORES = (
    "| store | bare MB | triples MB | statistics MB | share | import ms | open ms | table ms |",
    "|---|---|---|---|---|---|---|---|",
)


def main() -> None:
    """Measure, print and keep the tables."""
    chosen = _arguments()
    chosen.work.mkdir(parents=True, exist_ok=True)
    loads, stores = list(LOADS), list(STORES)
    for source in chosen.files:
        for file in dict.fromkeys((unpacked(source, chosen.work), source)):
            bare, ours = _folders(chosen.work)
            loads.append(_load(file, (bare, ours), repeats=chosen.repeats))
        stores.append(_store(source.name, bare, ours))
    titles = "Each load starts with an empty folder.", "What the loads left, opened anew."
    tables = "\n".join(loads), "\n".join(stores)
    parts = ["# Loading", circumstances(chosen.date), titles[0], tables[0], titles[1], tables[1]]
    text = "\n\n".join(parts) + "\n"
    chosen.output.write_text(text, encoding="utf-8")
    print(text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--work", type=Path, required=True, help="where files are unpacked, and kept")
    add("--date", required=True, help="the day, for the record")
    add("--repeats", type=int, default=1, help="loads of each file, of which the median counts")
    add("--output", type=Path, default=TABLE)
    add("files", type=Path, nargs="*", default=[SHARED / name for name in FILES])
    return parser.parse_args()


def _folders(work: Path) -> tuple[Path, Path]:
    return work / "load-bare", work / "load-tertium"


def _load(file: Path, folders: tuple[Path, Path], *, repeats: int) -> str:
    """Load a file both ways in turn, and return what it took as a line of the table."""
    bare, ours = folders
    commands = {
        bare: (sys.executable, "-m", "benchmarks.peers.bare_load", str(file), str(bare)),
        ours: (*TERTIUM, "load", str(file), "--into", str(ours)),
    }
    runs: dict[Path, list[Run]] = {bare: [], ours: []}
    for _ in range(repeats):
        for folder, command in commands.items():
            shutil.rmtree(folder, ignore_errors=True)
            runs[folder].append(run(command))
    size = f"{file.stat().st_size:,}"
    cells = (
        file.name,
        size,
        f"{Graph(file.name, ours).size:,}",
        *_compared(runs[bare], runs[ours]),
    )
    return f"| {' | '.join(cells)} |"


def _compared(bare: list[Run], ours: list[Run]) -> Iterator[str]:
    for name in ("seconds", "cpu"):
        left, right = (median(getattr(one, name) for one in runs) for runs in (bare, ours))
        yield from (f"{left:.1f}", f"{right:.1f}", f"{right / left:.2f}")
    for runs in (bare, ours):
        yield f"{max(one.peak for one in runs) / (1 << 20):.0f}"


def _store(name: str, bare: Path, ours: Path) -> str:
    """Return how large a store is and how soon it is open, as a line of the table."""
    graph = Graph(name, ours)
    triples, sidecar = _bytes(graph.triples), graph.sidecar.stat().st_size
    pair = full_pair(graph.store(), graph.classes())
    command = (sys.executable, "-m", "benchmarks.opening", str(ours), *pair)
    taken = [
        subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        for _ in range(OPENED)
    ]
    times = [1000 * median(map(float, column)) for column in zip(*taken, strict=True)]
    sizes = [f"{size / 1e6:.1f}" for size in (_bytes(bare), triples, sidecar)]
    share = f"{sidecar / triples:.1%}"
    return f"| {' | '.join((name, *sizes, share, *(f'{one:.0f}' for one in times)))} |"


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
