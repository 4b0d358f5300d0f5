import json

import pytest

from tertium.interfaces.cli.main import run

PAIR = ("Joseph Stalin", "Leon Trotsky")
Captured = pytest.CaptureFixture[str]


def test_paths_are_told_in_words(capsys: Captured) -> None:
    assert run(["paths", *PAIR]) == 0
    text = capsys.readouterr().out
    for part in ("Joseph Stalin and Leon Trotsky", "Stated directly", "was an opponent of", "[1]"):
        assert part in text


def test_of_three_each_pair_is_told(capsys: Captured) -> None:
    assert run(["paths", *PAIR, "Vladimir Lenin", "--steps", "1", "--limit", "1", "--json"]) == 0
    documents = json.loads(capsys.readouterr().out)
    labels = [[end["label"] for end in document["ends"]] for document in documents]
    assert labels == [list(PAIR), [PAIR[0], "Vladimir Lenin"], [PAIR[1], "Vladimir Lenin"]]
    assert all(len(document["paths"]) == 1 for document in documents)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["Joseph Stalin"], 2),
        (["Joseph Stalin", "Joseph Stalin"], 2),
        ([*PAIR, "--steps", "5"], 2),
        ([*PAIR, "-f", "html"], 2),
        (["Joseph Stalin", "Nobody at all"], 3),
    ],
)
def test_bad_input_is_refused(words: list[str], code: int) -> None:
    assert run(["paths", *words, "-q"]) == code
