import pytest

from tertium.errors import BadFileError, LimitError, SourceUnavailableError
from tertium.store.loading.telling import Begun, FileRead, Progressed, Told, failed, heard, told

ERRORS = (
    BadFileError("a.ttl", 3, "no dot"),
    BadFileError("a.ttl", None, "no dot"),
    LimitError("a.ttl", "too deep"),
    SourceUnavailableError("a.ttl", "no such file"),
)


@pytest.mark.parametrize(
    "message", [Begun("é\n"), Progressed(5), FileRead("a", "b", "c", 4, reasons=["d"])]
)
def test_what_is_told_is_heard(message: Told) -> None:
    line = told(message)
    assert line.count("\n") == 1
    assert heard(line.encode()) == message


@pytest.mark.parametrize("error", ERRORS, ids=str)
def test_an_error_arrives_as_itself(error: BadFileError) -> None:
    arrived = failed(error).error()
    assert (type(arrived), str(arrived)) == (type(error), str(error))


@pytest.mark.parametrize(
    "line", [b"", b"panicked at", b"[]", b"{}", b'{"Begun": 1}', b'{"Other": {}}', b"\xff"]
)
def test_other_words_are_not_heard(line: bytes) -> None:
    assert heard(line) is None
