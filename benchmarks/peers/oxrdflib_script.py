"""The same script on oxrdflib: rdflib's interface, Oxigraph's query engine and its indexes on disk.

Run `python -m benchmarks.peers.oxrdflib_script STORE A B` on a folder of Oxigraph.
"""

import argparse
from pathlib import Path

import pyoxigraph as ox
from oxrdflib.store import OxigraphStore
from rdflib import Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from benchmarks.peers.rdflib_script import compare

__all__ = ["open_graph"]


def open_graph(triples: Path) -> Graph:
    """Return the graph in a folder of Oxigraph; other readers do not disturb it."""
    store = ox.Store.read_only(str(triples))
    return Graph(OxigraphStore(store=store), identifier=DATASET_DEFAULT_GRAPH_ID)


def main() -> None:
    """Print the table of two entities of a store."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("entities", nargs=2, metavar="ENTITY")
    chosen = parser.parse_args()
    for line in compare(open_graph(chosen.store), *chosen.entities):
        print(f"{line.score:.2f} {line.label}: {line.left} | {line.right}")


if __name__ == "__main__":
    main()
