import gzip
import json
from pathlib import Path

import pytest

from tertium.errors import BadFileError, LimitError
from tests.store.loading.files import SHARED, TRIPLE, A, count, read, task

BAD = f"<{A}> <{A}> oops .\n"
ITEM = {
    "type": "item",
    "id": "Q1",
    "labels": {"en": {"language": "en", "value": "universe"}},
    "claims": {},
}
DUMP = """@prefix cc: <http://creativecommons.org/ns#> .
@prefix schema: <http://schema.org/> .
<http://wikiba.se/ontology#Dump> schema:about 1 ; a schema:Dataset ;
  cc:license <http://creativecommons.org/publicdomain/zero/1.0/> ;
  schema:dateModified "2024-04-08" .
<urn:picture> cc:license <urn:other> .
"""


@pytest.mark.parametrize("name", ["a.nt", "a.nq", "a.ttl", "a.trig"])
def test_a_broken_line_in_the_middle_is_named_or_skipped(name: str, tmp_path: Path) -> None:
    content = TRIPLE * 500 + BAD + TRIPLE * 500
    with pytest.raises(BadFileError, match=rf"{name}:501: .*object"):
        count(task(tmp_path, name, content))
    quads, (told,) = read(task(tmp_path, name, content, lenient=True))
    assert (len(quads), told.skipped) == (1000, 1)
    assert told.reasons[0].startswith(f"{name}:501: ")


def test_many_bad_lines_are_counted_and_the_first_told(tmp_path: Path) -> None:
    quads, (told,) = read(task(tmp_path, "a.nt", (TRIPLE + BAD) * 50, lenient=True))
    assert (len(quads), told.skipped, len(told.reasons)) == (50, 50, 20)


@pytest.mark.parametrize("bad", [f'<{A}> <{A}> "open .\n'.encode(), b'<a:a> <a:b> "\xff" .\n'])
def test_turtle_ends_where_the_end_of_a_string_is_lost(bad: bytes, tmp_path: Path) -> None:
    content = TRIPLE.encode() + bad + b'<a:a> <a:b> "<a:c> <a:d> <a:e> ." .\n' * 10_000
    quads, (told,) = read(task(tmp_path, "a.ttl", content, lenient=True))
    assert (len(quads), told.skipped) == (1, 1)
    assert "what follows cannot be read" in told.reasons[0]
    assert told.size == len(content)
    assert count(task(tmp_path, "a.nt", content, lenient=True)) == 10_001


@pytest.mark.parametrize("name", ["a.nt", "a.ttl", "a.jsonld"])
def test_lone_surrogates_are_refused(name: str, tmp_path: Path) -> None:
    content = f'<{A}> <{A}> "\\uD800" .'
    if name == "a.jsonld":
        content = f'{{"@id": "{A}", "{A}": "\\ud800"}}'
    with pytest.raises(BadFileError, match=f"{name}:1: "):
        count(task(tmp_path, name, content))


def test_a_number_of_a_million_digits_is_kept(tmp_path: Path) -> None:
    for name in ("a.ttl", "a.trig"):
        (quad,), _ = read(task(tmp_path, name, f"<{A}> <{A}> {'1' * 10**6} ."))
        assert "1" * 10**6 in quad
    assert count(task(tmp_path, "a.jsonld", f'{{"@id": "{A}", "{A}": {"1" * 10**6}}}')) == 1


def test_turtle_nests_20000_deep(tmp_path: Path) -> None:
    content = f"<{A}> <{A}> " + f"[ <{A}> " * 20_000 + "1" + "]" * 20_000 + "."
    assert count(task(tmp_path, "a.ttl", content)) == 20_001


def test_json_nests_128_deep_and_no_deeper(tmp_path: Path) -> None:
    deep = f'{{"@id": "{A}", "{A}": ' * 20_000 + "1" + "}" * 20_000
    with pytest.raises(LimitError, match="deeper than 128"):
        count(task(tmp_path, "a.json", deep))


@pytest.mark.parametrize("place", ["https://schema.org/", "file:///etc/passwd", "relative"])
def test_contexts_elsewhere_are_never_fetched(place: str, tmp_path: Path) -> None:
    with pytest.raises(BadFileError):
        count(task(tmp_path, "a.jsonld", f'{{"@context": "{place}", "name": "x"}}'))


def test_a_context_elsewhere_is_called_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="a context elsewhere is never fetched"):
        count(task(tmp_path, "a.jsonld", '{"@context": "https://schema.org/", "name": "x"}'))


def test_a_file_iri_is_an_iri(tmp_path: Path) -> None:
    assert count(task(tmp_path, "a.nt", "<file:///etc/passwd> <a:a> <file:///etc/passwd> .")) == 1


def test_a_statement_too_long_is_refused(tmp_path: Path) -> None:
    content = f'<{A}> <{A}> "{"x" * (1 << 25)}" .'
    with pytest.raises(LimitError, match="too long"):
        count(task(tmp_path, "a.nt", content))


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson"])
def test_entities_are_read_by_content(name: str, tmp_path: Path) -> None:
    line = json.dumps(ITEM) + "\n"
    assert count(task(tmp_path, name, line)) >= 2
    assert count(task(tmp_path, name, "[\n" + line.strip() + ",\n" + line + "]\n")) >= 2


def test_a_bad_entity_is_named_or_skipped(tmp_path: Path) -> None:
    lines = [json.dumps(ITEM), "{oops", json.dumps({**ITEM, "claims": 5}), json.dumps(ITEM)]
    content = "\n".join(lines)
    with pytest.raises(BadFileError, match=r"a\.jsonl:2: "):
        count(task(tmp_path, "a.jsonl", content))
    with pytest.raises(BadFileError, match=r"a\.jsonl: .*Q1"):
        count(task(tmp_path, "a.jsonl", lines[2]))
    quads, (told,) = read(task(tmp_path, "a.jsonl", content, lenient=True))
    assert told.skipped == 2
    assert quads


def test_a_dump_cut_off_is_named_or_read_as_far_as_it_goes(tmp_path: Path) -> None:
    content = gzip.compress((TRIPLE * 50_000).encode())[:-20]
    with pytest.raises(BadFileError, match=r"a\.nt\.gz: cannot be unpacked"):
        count(task(tmp_path, "a.nt.gz", content))
    _, (told,) = read(task(tmp_path, "a.nt.gz", content, lenient=True))
    assert told.skipped == 1
    dump = "[\n" + ",\n".join([json.dumps(ITEM)] * 5000)
    quads, (told,) = read(
        task(tmp_path, "a.json.gz", gzip.compress(dump.encode())[:-20], lenient=True)
    )
    assert (bool(quads), told.skipped) == (True, 1)


def test_a_file_tells_its_licence_and_its_age(tmp_path: Path) -> None:
    _, (told,) = read(task(tmp_path, "a.ttl", DUMP))
    assert told.licence == "http://creativecommons.org/publicdomain/zero/1.0/"
    assert told.modified == "2024-04-08"


def test_what_is_licensed_but_no_data_set_tells_nothing(tmp_path: Path) -> None:
    content = (
        "<urn:picture> <http://creativecommons.org/ns#license> <urn:l>, [] ; a <urn:Picture> ."
    )
    _, (told,) = read(task(tmp_path, "a.ttl", content))
    assert (told.licence, told.modified) == ("", "")


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/data")
@pytest.mark.parametrize(
    ("name", "line", "left"),
    [
        ("nobel.ttl", 15, 0),
        ("nomisma-celenderis.rdf", 33, 52),
        ("nomisma-coropissus.rdf", 31, 57),
    ],
)
def test_real_malformed_files(name: str, line: int, left: int, tmp_path: Path) -> None:
    content = (SHARED / "malformed" / name).read_bytes()
    with pytest.raises(BadFileError, match=f"{name}:{line}: "):
        count(task(tmp_path, name, content))
    quads, (told,) = read(task(tmp_path, name, content, lenient=True))
    assert len(quads) >= left
    assert told.reasons[0].startswith(f"{name}:{line}: ")
