import io
import json
import resource
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

from tertium.store.loading.telling import Failed, FileRead, Task, Told, heard
from tertium.store.loading.worker import main, transcribe
from tests.store.loading.files import TRIPLE, A, task


@dataclass(slots=True)
class Fake:
    argv: list[str]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO


def run(*tasks: Task) -> tuple[int, bytes, list[Told | None]]:
    out, words = io.BytesIO(), io.StringIO()
    names = io.StringIO(json.dumps([asdict(task) for task in tasks]))
    stdout = io.TextIOWrapper(out)
    code = main(Fake(["", str(resource.RLIM_INFINITY)], names, stdout, words))
    return code, out.getvalue(), [heard(line.encode()) for line in words.getvalue().splitlines()]


def test_files_become_one_stream_of_quads(tmp_path: Path) -> None:
    code, quads, told = run(
        task(tmp_path, "a.nt", TRIPLE), task(tmp_path, "b.trig", f"<{A}> {{ {TRIPLE} }}")
    )
    assert code == 0
    assert quads.splitlines() == [
        f"<{A}> <{A}> <{A}> .".encode(),
        f"<{A}> <{A}> <{A}> <{A}> .".encode(),
    ]
    assert [message.name for message in told if isinstance(message, FileRead)] == ["a.nt", "b.trig"]


def test_a_bad_file_ends_it_with_its_code(tmp_path: Path) -> None:
    code, _, told = run(task(tmp_path, "a.nt", "oops"))
    assert code == 4
    assert isinstance(told[-1], Failed)


def test_a_file_that_is_gone_ends_it_with_its_code(tmp_path: Path) -> None:
    code, _, told = run(Task("a.nt", str(tmp_path / "a.nt")))
    assert code == 5
    assert told[-1] == Failed("SourceUnavailableError", "a.nt", "No such file or directory")


def test_a_lack_of_memory_is_told(tmp_path: Path) -> None:
    told = list[Told]()

    def tell(message: Told) -> None:
        told.append(message)
        if len(told) == 1:
            raise MemoryError

    assert transcribe([task(tmp_path, "a.nt", TRIPLE)], io.BytesIO(), tell) == 6
    assert told[-1] == Failed("LimitError", "", "it takes more memory than is allowed")
