"""A loaded store in a new process: importing, opening, the first table, each in seconds.

Run `python -m benchmarks.opening STORE A B`.
"""

import argparse
from time import perf_counter

import tertium

__all__ = ["opening"]


def opening(store: str, left: str, right: str) -> tuple[float, float, float]:
    """Return how long it takes to import what opens a store, to open it, to make a table."""
    start = perf_counter()
    open_graph = tertium.open  # a public name is imported when it is first asked for
    imported = perf_counter()
    graph = open_graph(store)
    opened = perf_counter()
    graph.table(left, right)
    return imported - start, opened - imported, perf_counter() - opened


def main() -> None:
    """Open a store once and print how long it took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("store")
    parser.add_argument("entities", nargs=2, metavar="ENTITY")
    chosen = parser.parse_args()
    print(*opening(chosen.store, *chosen.entities))


if __name__ == "__main__":
    main()
