"""Whoever is killed at whatever moment leaves a store that opens, with all that was confirmed."""

import json
import random
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pyoxigraph as ox

from tertium.store.directory import open_directory
from tertium.store.directory.manifest import Manifest
from tertium.store.loading import load_into
from tertium.workers import UPDATE_LIMITS, Update
from tertium.workers.environment import command, environment
from tests.store.loading.files import task
from tests.workers.standing import stand

SEED = 20261123
LONGEST = 2.0
"""Within so many seconds, a process is killed."""
TRIPLES = 20_000
LOAD = """
import sys
from pathlib import Path
from tertium.store.loading import Task, load_into
report = load_into(Path(sys.argv[1]), [Task("big.nt", sys.argv[2])])
print(report.version, flush=True)
"""


def killed(asked: list[str], given: str, delay: float) -> bool:
    """Kill a process after so many seconds; return whether it had confirmed its work."""
    with subprocess.Popen(
        asked,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        text=True,
    ) as process:
        try:
            said, _ = process.communicate(given, timeout=delay)
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
    return bool(said) and "Failed" not in said


def count(store: Path, predicate: str) -> int:
    found = open_directory(store).store.engine
    return sum(1 for _ in found.quads_for_pattern(None, ox.NamedNode(predicate), None))


def test_a_killed_load_is_there_as_a_whole_or_not_at_all(tmp_path: Path, *, whole: bool) -> None:
    chance = random.Random(SEED)
    store = stand(tmp_path)
    big = tmp_path / "big.nt"
    confirmed = 0
    for turn in range(50 if whole else 4):
        lines = (f"<urn:s{n}> <urn:load{turn}> <urn:o> .\n" for n in range(TRIPLES))
        big.write_text("".join(lines))
        before = Manifest.read(store).version
        sure = killed(
            [sys.executable, "-c", LOAD, str(store), str(big)], "", chance.uniform(0, LONGEST)
        )
        seen = count(store, f"urn:load{turn}")
        assert seen in {0, TRIPLES}
        assert not sure or seen == TRIPLES
        assert (Manifest.read(store).version == before) == (seen == 0)
        confirmed += seen > 0
    assert len(Manifest.read(store).files) == 1 + confirmed
    load_into(store, [task(tmp_path, "after.nt", "<urn:a> <urn:after> <urn:b> .")])
    assert count(store, "urn:after") == 1


def test_a_killed_update_is_there_as_a_whole_or_not_at_all(tmp_path: Path, *, whole: bool) -> None:
    chance = random.Random(SEED)
    store = stand(tmp_path)
    asked = [*command("changing", str(store), json.dumps(asdict(UPDATE_LIMITS)))]
    for turn in range(50 if whole else 4):
        triples = " ".join(f"<urn:s{n}> <urn:update{turn}> {n} ." for n in range(100))
        update = Update(sparql=f"INSERT DATA {{ {triples} }}")
        sure = killed(asked, update.written(), chance.uniform(0, LONGEST))
        seen = count(store, f"urn:update{turn}")
        assert seen in {0, 100}
        assert not sure or seen == 100
    assert killed(asked, Update(sparql="INSERT DATA { <urn:a> <urn:after> 1 }").written(), 60)
    assert count(store, "urn:after") == 1
    assert len(list(store.glob("generation-*"))) == 1
