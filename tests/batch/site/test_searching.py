import json
from collections.abc import Iterable, Mapping

from tertium.batch import Entry
from tertium.batch.site.listing import listed
from tertium.batch.site.searching import search_files
from tests.batch.site.building import entry, many


def called(text: str) -> list[object]:
    """Return what a piece of the index calls its page with."""
    inside = text.partition("(")[2].removesuffix(");\n")
    found: list[object] = json.loads(f"[{inside}]")
    return found


def index_of(entries: Iterable[Entry]) -> Mapping[str, str]:
    return {path: content.decode() for path, content in search_files(listed(entries))}


def starts_of(files: Mapping[str, str]) -> list[str]:
    (starts,) = called(files["search/index.js"])
    assert isinstance(starts, list)
    return starts


def named(files: Mapping[str, str], word: str) -> set[str]:
    """Return what the pieces have that a word may be in."""
    found = set()
    for number, start in enumerate(starts_of(files)):
        if word.startswith(start) or start.startswith(word):
            rows = called(files[f"search/{number}.js"])[1]
            assert isinstance(rows, list)
            found |= {row[2] for row in rows}
    return found


def test_each_thing_is_found_by_each_of_its_words() -> None:
    files = index_of(many(2_000))
    assert "Thing 00123" in named(files, "00123")
    assert len(named(files, "thing")) == 4_000
    assert len(named(files, "00123")) <= 200


def test_pieces_are_small_unless_a_word_is_common() -> None:
    files = index_of(many(2_000))
    sizes = [len(text) for path, text in files.items() if path.startswith("search/")]
    assert sorted(sizes)[-2] < 30_000
    assert starts_of(files) == sorted(starts_of(files))


def test_where_words_are_not_set_apart_any_sign_begins_one() -> None:
    files = index_of([entry(0, [("http://a/1", "東京都"), ("http://a/2", "Kyoto")])])
    assert "東京都" in named(files, "京")


def test_a_long_word_does_not_fill_the_index() -> None:
    long = [(f"http://a/{number}", f"{'x' * 500}{number}") for number in range(300)]
    entries = [entry(n, [one, ("http://a/k", "京" * 500)]) for n, one in enumerate(long)]
    files = index_of(entries)
    assert len(named(files, "x" * 40)) == 300
    assert sum(len(text) for path, text in files.items() if "search/" in path) < 2_000_000


def test_pairs_are_told_by_the_side_on_which_a_thing_stands() -> None:
    one, other, third = (("http://a/1", "One"), ("http://a/2", "Two"), ("http://a/3", "Three"))
    files = index_of([entry(0, [one, other]), entry(1, [one, other, third])])
    (_, rows) = called(files["search/0.js"])
    assert isinstance(rows, list)
    sides = {row[2]: row[5:] for row in rows}
    assert sides["One"] == [[0], []]
    assert sides["Two"] == [[], [0]]
    assert sides["Three"] == [[], []]


def test_no_label_ends_the_script_in_which_it_stands() -> None:
    files = index_of([entry(0, [("http://a/1", "</script>\u2028<x>"), ("http://a/2", "b")])])
    text = "".join(text for path, text in files.items() if path.startswith("search/"))
    assert "<" not in text
    assert "\u2028" not in text
