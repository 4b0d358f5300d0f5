from pathlib import Path

import pytest

import tertium
from tertium.api.reviewing import address, facts, read_review, save_review
from tertium.errors import BadFileError, SourceUnavailableError, UnwritableError
from tertium.linking.mappings import MappingTable

TABLE = MappingTable.parse(
    "# curie_map:\n#   ex: https://w3id.org/tertium/id/\n"
    "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
)


def test_a_review_is_saved_in_one_piece(tmp_path: Path) -> None:
    path = tmp_path / "links.sssom.tsv"
    save_review(TABLE, path)
    assert read_review(path) == TABLE
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    link = tmp_path / "other.sssom.tsv"
    link.symlink_to(path)
    save_review(TABLE.with_rows([{"comment": "x"}]), link)
    assert link.is_symlink()
    assert read_review(path).rows[0]["comment"] == "x"


def test_what_cannot_be_read_or_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceUnavailableError):
        read_review(tmp_path / "nothing.tsv")
    (tmp_path / "bytes.tsv").write_bytes(b"\xff\xfe")
    with pytest.raises(BadFileError, match="no UTF-8"):
        read_review(tmp_path / "bytes.tsv")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnwritableError):
        save_review(TABLE, tmp_path / "folder")
    assert not (tmp_path / "folder.new").exists()


def test_references_are_spelt_out_by_the_head_of_the_table() -> None:
    assert address("ex:ada", TABLE) == "https://w3id.org/tertium/id/ada"
    assert address("urn://x", TABLE) == "urn://x"
    assert address("nobody:ada", TABLE) is None


def test_beginning_and_end_tell_which_thing_it_is(bundled: tertium.KnowledgeGraph) -> None:
    told = facts(bundled, "ex:trotsky", TABLE)
    assert "Red Army" in told[0]
    assert told[1].startswith("date of birth: 7 November 1879")
    assert told[2].startswith("date of death: 21 August 1940")
    assert "place of burial: " not in "".join(told)
    assert any(line.endswith(", …") for line in facts(bundled, "ex:october-revolution", TABLE))
    assert facts(bundled, "ex:nobody", TABLE) == facts(bundled, "x:y", TABLE) == ()
