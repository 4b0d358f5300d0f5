"""The bare bulk load: a file into an Oxigraph store on disk, and nothing else.

Run `python -m benchmarks.peers.bare_load FILE FOLDER`.
"""

import argparse
import lzma
from pathlib import Path

import pyoxigraph as ox

__all__ = ["bare_load"]


def bare_load(file: Path, folder: Path) -> int:
    """Load a file, packed with xz or not, and return how many triples there are."""
    store = ox.Store(str(folder))
    if file.suffix == ".xz":
        syntax = ox.RdfFormat.from_extension(Path(file.stem).suffix[1:])
        with lzma.open(file) as content:
            store.bulk_load(content, syntax)
    else:
        store.bulk_load(path=str(file))
    store.flush()
    return len(store)


def main() -> None:
    """Load a file and print how many triples there are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("folder", type=Path)
    chosen = parser.parse_args()
    print(bare_load(chosen.file, chosen.folder))


if __name__ == "__main__":
    main()
