import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from tertium.errors import BadFileError, SourceUnavailableError, UnknownFormatError
from tertium.model.terms import Iri
from tertium.store.loading import SUFFIXES, load
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import ask, construct

A = "http://example.org/a"
TRIPLE = f"<{A}> <{A}> <{A}> ."
XML = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="{A[:-1]}">
<rdf:Description rdf:about="{A}"><x:a rdf:resource="{A}"/></rdf:Description></rdf:RDF>"""
JSON = f'[{{"@id": "{A}", "{A}": [{{"@id": "{A}"}}]}}]'
SYNTAXES = {
    ".json": JSON,
    ".jsonl": JSON,
    ".jsonld": JSON,
    ".n3": TRIPLE,
    ".ndjson": JSON,
    ".nq": f"<{A}> <{A}> <{A}> <{A}> .",
    ".nt": TRIPLE,
    ".owl": XML,
    ".rdf": XML,
    ".sssom.tsv": f"subject_id\tpredicate_id\tobject_id\n{A}\t{A}\t{A}\n",
    ".trig": f"<{A}> {{ {TRIPLE} }}",
    ".ttl": TRIPLE,
    ".xml": XML,
}
PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".bz2": bz2.compress,
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.compress,
}


def written(folder: Path, name: str, content: bytes) -> OxigraphStore:
    (folder / name).write_bytes(content)
    return load([(name, folder / name)])


def test_all_suffixes_are_tried_here() -> None:
    assert set(SUFFIXES) == {syntax + packing for syntax in SYNTAXES for packing in PACKINGS}


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("syntax", SYNTAXES)
def test_every_syntax_is_read_into_one_graph(syntax: str, packing: str, tmp_path: Path) -> None:
    content = PACKINGS[packing](SYNTAXES[syntax].encode())
    store = written(tmp_path, f"DATA{syntax}{packing}".replace("ttl", "TTL"), content)
    found = construct(store, "CONSTRUCT WHERE { ?s ?p ?o }")
    assert [one for one in found if one[0] == A] == [(A, Iri(A), A)]


@pytest.mark.parametrize("syntax", [".nq", ".trig"])
def test_named_graphs_stay_named(syntax: str, tmp_path: Path) -> None:
    store = written(tmp_path, f"data{syntax}", SYNTAXES[syntax].encode())
    assert ask(store, f"ASK {{ GRAPH <{A}> {{ ?s ?p ?o }} }}")


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path) -> None:
    for name in ("a.nq", "b.nt"):
        (tmp_path / name).write_text(f"_:x <{A}> <{A}> .")
    assert len(load((name, tmp_path / name) for name in ("a.nq", "b.nt"))) == 2


@pytest.mark.parametrize("name", ["bad.ttl", "bad.nq"])
def test_a_malformed_file_is_named_with_its_line(name: str, tmp_path: Path) -> None:
    with pytest.raises(BadFileError) as caught:
        written(tmp_path, name, f"{TRIPLE}\n<{A}> oops .".encode())
    assert str(caught.value).startswith(f"{name}:2: ")


@pytest.mark.parametrize("packing", [".bz2", ".gz", ".xz", ".zst"])
@pytest.mark.parametrize("content", [b"not packed at all", b""])
def test_a_broken_archive_is_named(packing: str, content: bytes, tmp_path: Path) -> None:
    whole = PACKINGS[packing](TRIPLE.encode() * 99)
    with pytest.raises(BadFileError, match=f"bad.ttl{packing}"):
        written(tmp_path, f"bad.ttl{packing}", content or whole[:-9])


def test_a_damaged_stream_is_named(tmp_path: Path) -> None:
    whole = bytearray(gzip.compress(TRIPLE.encode() * 99))
    whole[12:20] = b"\xff" * 8
    with pytest.raises(BadFileError, match=r"bad\.ttl\.gz"):
        written(tmp_path, "bad.ttl.gz", bytes(whole))


def test_a_missing_file_is_a_source_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceUnavailableError, match="No such file"):
        load([("gone.ttl", tmp_path / "gone.ttl")])


@pytest.mark.parametrize("name", ["data.txt", "data", "data.txt.gz", "data.gz"])
def test_an_unknown_suffix_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError):
        load([(name, tmp_path / name)])


def test_bundled_files_are_read_without_further_ado(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(TRIPLE)
    assert len(load([], bundled=[("a.ttl", tmp_path / "a.ttl")])) == 1
