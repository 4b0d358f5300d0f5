import sys
from pathlib import Path

import pytest

from tertium.errors import BadFileError, LimitError
from tertium.store.loading.piping import Piped
from tests.store.loading.files import TRIPLE, task

LINE = "<urn:{}> <urn:p> <urn:o> .\n"


def test_quads_come_out_of_another_process(tmp_path: Path) -> None:
    seen = list[int]()
    with Piped([task(tmp_path, "a.nt", TRIPLE)], seen.append) as quads:
        assert quads.readable()
        assert quads.readall() == TRIPLE.encode()
        assert [file.name for file in quads.files] == ["a.nt"]
    assert seen == [len(TRIPLE)]
    quads.close()


def test_its_error_is_raised_here(tmp_path: Path) -> None:
    tasks = [task(tmp_path, "a.nt", TRIPLE), task(tmp_path, "b.nt", "oops")]
    with Piped(tasks, print) as quads, pytest.raises(BadFileError, match=r"b\.nt:1: "):
        quads.readall()


def test_it_ends_when_nobody_reads_on(tmp_path: Path) -> None:
    content = "".join(LINE.format(number) for number in range(100_000))
    with Piped([task(tmp_path, "a.nt", content)], print) as quads:
        assert quads.read(10)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the address space")
def test_its_memory_is_bounded(tmp_path: Path) -> None:
    content = "<urn:a> <urn:b> " + "(" * 1_000_000 + ")" * 1_000_000 + "."
    with (
        Piped([task(tmp_path, "a.ttl", content)], print, memory=1 << 28) as quads,
        pytest.raises(LimitError, match=r"a\.ttl is refused: "),
    ):
        quads.readall()
