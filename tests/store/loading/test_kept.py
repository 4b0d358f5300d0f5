import gzip
import os
import sqlite3
from pathlib import Path

import pytest

from tertium.errors import (
    BadFileError,
    BadStoreError,
    LimitError,
    SourceUnavailableError,
    UnknownFormatError,
    UnwritableError,
)
from tertium.store.directory import MANIFEST, check, open_directory
from tertium.store.loading import About, LoadReport, Phase, load_into
from tertium.store.protocol import ask, select
from tests.store.loading.files import TRIPLE, task

OTHER = "<urn:b> <urn:b> <urn:b> .\n"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NODE = f"""@prefix tt: <https://w3id.org/tertium/ontology#> .
<urn:s{{0}}> <{RDF}subject> <urn:x> ; <{RDF}predicate> <urn:p> ; <{RDF}object> <urn:{{0}}> ;
  tt:rank tt:{{1}} .
"""


@pytest.fixture
def wd(tmp_path: Path) -> Path:
    return tmp_path / "some" / "wd"


def holds(wd: Path, triple: str) -> bool:
    return ask(open_directory(wd).store, f"ASK {{ {triple} }}")


def names(wd: Path) -> set[str]:
    return {path.name for path in wd.iterdir()}


def test_files_are_loaded_and_kept(wd: Path, tmp_path: Path) -> None:
    os.utime(task(tmp_path, "a.nt", TRIPLE).path, (0, 86_400))
    report = load_into(wd, [task(tmp_path, "b.nt", OTHER)])
    assert (report.added, report.skipped, report.already) == (1, 0, ())
    assert [file.name for file in report.files] == ["b.nt"]
    again = load_into(wd, [task(tmp_path, "a.nt", TRIPLE)])
    assert again.added == 1
    assert holds(wd, TRIPLE)
    assert holds(wd, OTHER)
    assert open_directory(wd).manifest.version == again.version != report.version
    assert names(wd) == {MANIFEST, "generation-2", "tertium.lock"}
    assert not any(one.problem for one in check(wd))


def test_the_order_of_loads_does_not_change_the_version(tmp_path: Path) -> None:
    a, b = task(tmp_path, "a.nt", TRIPLE), task(tmp_path, "b.nt", OTHER)
    load_into(tmp_path / "one", [a])
    assert load_into(tmp_path / "one", [b]).version == load_into(tmp_path / "two", [b, a]).version


@pytest.mark.parametrize("name", ["a.nt", "other.nt", "a.nt.gz"])
def test_a_file_that_is_there_changes_nothing(name: str, wd: Path, tmp_path: Path) -> None:
    load_into(wd, [task(tmp_path, "a.nt", TRIPLE)])
    before = (wd / MANIFEST).read_bytes()
    content = gzip.compress(TRIPLE.encode()) if name.endswith("gz") else TRIPLE
    report = load_into(wd, [task(tmp_path, name, content)])
    assert report == LoadReport(open_directory(wd).manifest.version, already=(name,))
    assert (wd / MANIFEST).read_bytes() == before
    assert names(wd) == {MANIFEST, "generation-1", "tertium.lock"}


def test_a_file_given_twice_is_loaded_once(wd: Path, tmp_path: Path) -> None:
    packed = task(tmp_path, "a.nt.gz", gzip.compress(b"_:a <urn:p> <urn:o> .\n"))
    plain = task(tmp_path, "a.nt", "_:a <urn:p> <urn:o> .\n")
    report = load_into(wd, [packed, plain])
    assert (report.added, report.already) == (1, ("a.nt",))


def test_one_bad_file_and_nothing_is_loaded(wd: Path, tmp_path: Path) -> None:
    good, bad = task(tmp_path, "a.nt", TRIPLE), task(tmp_path, "b.nt", OTHER + "oops")
    with pytest.raises(BadFileError, match=r"b\.nt:2: "):
        load_into(wd, [good, bad])
    assert names(wd) == {"tertium.lock"}
    load_into(wd, [good])
    before = (wd / MANIFEST).read_bytes()
    with pytest.raises(BadFileError):
        load_into(wd, [bad])
    assert (wd / MANIFEST).read_bytes() == before
    assert names(wd) == {MANIFEST, "generation-1", "tertium.lock"}
    assert not holds(wd, OTHER)


def test_bad_statements_are_skipped_and_told(wd: Path, tmp_path: Path) -> None:
    report = load_into(wd, [task(tmp_path, "b.nt", OTHER + "oops\n" + TRIPLE, lenient=True)])
    assert (report.added, report.skipped) == (2, 1)
    assert report.reasons[0].startswith("b.nt:2: ")
    assert b"1 statements skipped" in open_directory(wd).generation.loads.read_bytes()


def test_direct_triples_are_those_of_best_rank_whichever_load_brought_them(
    wd: Path, tmp_path: Path
) -> None:
    load_into(wd, [task(tmp_path, "a.ttl", NODE.format("a", "normal"))])
    assert holds(wd, "<urn:x> <urn:p> <urn:a>")
    load_into(wd, [task(tmp_path, "b.ttl", NODE.format("b", "preferred"))])
    assert holds(wd, "<urn:x> <urn:p> <urn:b>")
    assert not holds(wd, "<urn:x> <urn:p> <urn:a>")


def test_named_graphs_stay_named_and_are_asked_together(wd: Path, tmp_path: Path) -> None:
    load_into(wd, [task(tmp_path, "a.nq", "<urn:a> <urn:p> <urn:o> <urn:g> .\n")])
    assert holds(wd, "<urn:a> <urn:p> <urn:o>")
    assert holds(wd, "GRAPH <urn:g> { <urn:a> <urn:p> <urn:o> }")


def test_what_was_loaded_is_said_beside_the_graph_not_in_it(wd: Path, tmp_path: Path) -> None:
    about = About(licence="urn:cc0", modified="2024-01-01")
    load_into(wd, [task(tmp_path, "a.nt", TRIPLE)], about=about)
    opened = open_directory(wd)
    said = opened.generation.loads.read_text()
    (file,) = opened.manifest.files
    assert (file.licence, file.modified) == ("urn:cc0", "2024-01-01")
    assert f"file/{file.sha256}" in said
    assert all("graph/loads" in line for line in said.splitlines())
    rows = select(opened.store, "SELECT * { ?s a <http://www.w3.org/ns/prov#Activity> }")
    assert rows == ()


@pytest.mark.parametrize("licence", ["", "free for all"])
def test_a_file_is_as_old_as_the_system_says(licence: str, wd: Path, tmp_path: Path) -> None:
    a, b = task(tmp_path, "a.nt", TRIPLE), task(tmp_path, "b.nt", OTHER)
    os.utime(a.path, (0, 86_400))
    os.utime(b.path, (0, 0))
    report = load_into(wd, [a, b], about=About(licence=licence))
    assert [file.modified for file in report.files] == ["1970-01-02T00:00:00Z", ""]


def test_progress_is_told(wd: Path, tmp_path: Path) -> None:
    told = list[tuple[Phase, int, int]]()
    load_into(wd, [task(tmp_path, "a.nt", TRIPLE)], progress=lambda *words: told.append(words))
    phases = [phase for phase, _, _ in told]
    assert list(dict.fromkeys(phases)) == list(Phase)
    assert told[-1] == (Phase.NAMING, 4, 4)
    assert told[0] == (Phase.READING, len(TRIPLE), len(TRIPLE))


def test_what_is_given_must_be_there_and_known(wd: Path, tmp_path: Path) -> None:
    gone = task(tmp_path, "a.nt", TRIPLE)
    Path(gone.path).unlink()
    with pytest.raises(SourceUnavailableError, match="No such file"):
        load_into(wd, [gone])
    with pytest.raises(UnknownFormatError):
        load_into(wd, [task(tmp_path, "a.txt", TRIPLE)])
    assert not wd.exists()


def test_a_folder_of_other_files_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(BadStoreError, match="holds other files"):
        load_into(tmp_path, [task(tmp_path, "a.nt", TRIPLE)])
    assert names(tmp_path) == {"a.nt"}


def test_a_file_is_no_directory(tmp_path: Path) -> None:
    given = task(tmp_path, "a.nt", TRIPLE)
    with pytest.raises(UnwritableError, match=r"cannot write .*a\.nt"):
        load_into(Path(given.path), [given])


def test_a_store_of_another_format_is_refused(wd: Path, tmp_path: Path) -> None:
    given = task(tmp_path, "a.nt", TRIPLE)
    load_into(wd, [given])
    text = (wd / MANIFEST).read_text().replace('"format": 1', '"format": 2')
    (wd / MANIFEST).write_text(text)
    with pytest.raises(BadStoreError, match="it has format 2, and this Tertium reads 1"):
        load_into(wd, [given])


def test_a_store_whose_triples_are_gone_is_refused(wd: Path, tmp_path: Path) -> None:
    load_into(wd, [task(tmp_path, "a.nt", TRIPLE)])
    (wd / "generation-1" / "triples" / "CURRENT").unlink()
    with pytest.raises(BadStoreError, match="triples cannot be read"):
        load_into(wd, [task(tmp_path, "b.nt", OTHER)])


def test_statistics_that_cannot_be_written_are_an_error_of_the_directory(
    wd: Path, tmp_path: Path
) -> None:
    def fail(phase: Phase, _done: int, _total: int) -> None:
        if phase is Phase.COUNTING:
            message = "database or disk is full"
            raise sqlite3.OperationalError(message)

    with pytest.raises(UnwritableError, match="disk is full"):
        load_into(wd, [task(tmp_path, "a.nt", TRIPLE)], progress=fail)
    assert names(wd) == {"tertium.lock"}


def test_only_one_load_at_a_time(wd: Path, tmp_path: Path) -> None:
    def load_another(_phase: Phase, _done: int, _total: int) -> None:
        load_into(wd, [task(tmp_path, "b.nt", OTHER)])

    with pytest.raises(BadStoreError, match="another load is running"):
        load_into(wd, [task(tmp_path, "a.nt", TRIPLE)], progress=load_another)


def test_who_reads_is_not_disturbed(wd: Path, tmp_path: Path) -> None:
    load_into(wd, [task(tmp_path, "a.nt", TRIPLE)])
    opened = open_directory(wd)
    load_into(wd, [task(tmp_path, "b.nt", OTHER)])
    assert ask(opened.store, f"ASK {{ {TRIPLE} }}")
    assert not ask(opened.store, f"ASK {{ {OTHER} }}")


def test_a_refused_file_changes_nothing(wd: Path, tmp_path: Path) -> None:
    with pytest.raises(LimitError):
        load_into(wd, [task(tmp_path, "a.rdf", '<!DOCTYPE a SYSTEM "b"><a/>')])
    assert names(wd) == {"tertium.lock"}


def test_the_ontology_is_brought_up_to_date(wd: Path, tmp_path: Path) -> None:
    load_into(wd, [task(tmp_path, "a.nt", TRIPLE)])
    old = open_directory(wd)
    text = (wd / MANIFEST).read_text().replace(old.manifest.ontology, "older")
    (wd / MANIFEST).write_text(text)
    assert [one.subject for one in check(wd) if one.problem] == ["ontology"]
    load_into(wd, [task(tmp_path, "b.nt", OTHER)])
    assert not any(one.problem for one in check(wd))
    assert open_directory(wd).manifest.triples == old.manifest.triples + 1
