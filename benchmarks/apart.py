"""The rdflib script in a process of its own, so that its memory is its own, too."""

import gc
import logging
import multiprocessing
import resource
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter

from rdflib import Graph

from benchmarks.contestants import script_of
from benchmarks.contests import Contestant, Here, Pair, Taken, Told
from benchmarks.peers.rdflib_script import Counting

__all__ = ["Apart", "Loaded", "rdflib_apart"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What it took to load a file into rdflib."""

    seconds: float
    mebibytes: float


@dataclass(frozen=True, slots=True)
class Apart:
    """A contestant elsewhere; it takes its time there, so that talking to it costs nothing."""

    name: str
    pipe: Connection
    number: int

    def timed(self, pair: Pair) -> Taken:
        """Make a table and return how long it took."""
        self.pipe.send((self.number, "timed", pair))
        return Taken(*self.pipe.recv())

    def rows(self, pair: Pair) -> Told:
        """Return the rows of the table."""
        self.pipe.send((self.number, "rows", pair))
        return frozenset(self.pipe.recv())


def rdflib_apart(file: Path) -> tuple[Loaded, Sequence[Contestant]]:
    """Return what it took to load a file, and the script as it counts nothing, values, or all.

    Once loaded, the graph is hidden from the garbage collector, to the script's favour.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    context.Process(target=_serve, args=(there, file), daemon=True).start()
    loaded: Loaded = here.recv()
    names = (f"rdflib script: {counting.value}" for counting in Counting)
    return loaded, tuple(Apart(name, here, number) for number, name in enumerate(names))


def _serve(pipe: Connection, file: Path) -> None:
    """Load a file, then answer for as long as somebody asks."""
    logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)  # a word on each year before 1
    start = perf_counter()
    graph = Graph().parse(file)
    taken = perf_counter() - start
    pipe.send(Loaded(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
    gc.collect()
    gc.freeze()
    scripts: list[Here] = [script_of(one.value, graph, one) for one in Counting]
    with suppress(EOFError):  # nobody asks any more
        while True:
            number, question, pair = pipe.recv()
            one = scripts[number]
            pipe.send(astuple(one.timed(pair)) if question == "timed" else one.rows(pair))
