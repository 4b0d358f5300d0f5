"""Disks that are full or broken: a clear error or the right rows, never others."""

import asyncio
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tertium.api.endpoint import Endpoint
from tertium.errors import TertiumError
from tertium.store.directory.manifest import Manifest
from tests.workers.standing import ask, stand

SEED = 20261123
ALL = ask("SELECT ?o { <urn:a> <urn:p> ?o } ORDER BY ?o")
ROWS = b"o\r\n1\r\n2\r\n"
FULL = """
import asyncio, resource, sys
from pathlib import Path
from tertium.api.updating import Updates
from tertium.errors import UnwritableError

resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 14, 1 << 14))
try:
    asyncio.run(Updates(Path(sys.argv[1])).make("INSERT DATA { <urn:a> <urn:p> 3 }"))
except UnwritableError as error:
    print(error)
    sys.exit(2)
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stand(tmp_path_factory.mktemp("disks"))


def test_a_full_disk_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    store = stand(tmp_path)
    before = Manifest.read(store)
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(store)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 2, done.stderr
    assert str(tmp_path) not in done.stdout
    assert Manifest.read(store) == before
    assert answered(store) == ROWS


def test_broken_files_give_an_error_or_the_right_rows(
    store: Path, tmp_path: Path, *, whole: bool
) -> None:
    chance = random.Random(SEED)
    for file in read_files(store):
        for _ in range(10 if whole else 1):
            copy = Path(shutil.copytree(store, tmp_path / "copy"))
            flip(copy / file.relative_to(store), chance)
            assert answered(copy) in {ROWS, b"an error"}, file.name
            shutil.rmtree(copy)


def test_a_file_that_is_gone_gives_an_error_or_the_right_rows(
    store: Path, tmp_path: Path, *, whole: bool
) -> None:
    files = read_files(store)
    for file in files if whole else random.Random(SEED).sample(files, 4):
        copy = Path(shutil.copytree(store, tmp_path / "copy"))
        (copy / file.relative_to(store)).unlink()
        assert answered(copy) in {ROWS, b"an error"}, file.name
        shutil.rmtree(copy)


def read_files(store: Path) -> list[Path]:
    """Return the files which are read for an answer."""
    found = (*sorted(store.glob("generation-*/triples/*")), store / "tertium.json")
    return [file for file in found if file.stat().st_size]


def flip(file: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    for _ in range(200):
        content[chance.randrange(len(content))] ^= 0xFF
    file.write_bytes(content)


def answered(store: Path) -> bytes:
    """Return what a stranger is answered; an error says nothing of where the store is."""

    async def work() -> bytes:
        endpoint = Endpoint(store, workers=1)
        try:
            return (await endpoint.answer(ALL)).body
        except TertiumError as error:
            return str(error).encode()
        finally:
            await endpoint.close()

    found = asyncio.run(work())
    assert str(store).encode() not in found
    return found if found == ROWS or found.startswith(b"o\r\n") else b"an error"
