import csv
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tertium.model.link import Linking, LinkOutcome, ReasonKind
from tertium.model.linkset import LinkSet
from tertium.model.terms import Iri
from tertium.render.links import MappingSheet
from tertium.render.links.sssom import COLUMNS
from tertium.store.loading.mappings import read_mappings
from tests.render.links.builders import ITEM, candidate, linking, reason

if TYPE_CHECKING:
    from tertium.errors import BadFileError

MINE = "https://example.org/people#"
LINKS = LinkSet(
    source=Iri("https://example.org/graph/mine"),
    target=Iri("https://w3id.org/tertium/graph/f00"),
    tool="tertium 1.2",
    prefixes={"wd": ITEM, "schema": "https://schema.org/"},
)
STANDARD = (
    *("record_id", "subject_id", "subject_label", "subject_category", "predicate_id"),
    *("predicate_label", "predicate_modifier", "object_id", "object_label", "object_category"),
    *("mapping_justification", "author_id", "author_label", "reviewer_id", "reviewer_label"),
    *("creator_id", "creator_label", "license", "subject_type", "subject_source"),
    *("subject_source_version", "object_type", "object_source", "object_source_version"),
    *("predicate_type", "mapping_provider", "mapping_source", "mapping_cardinality"),
    *("cardinality_scope", "mapping_tool", "mapping_tool_id", "mapping_tool_version"),
    *("mapping_date", "publication_date", "review_date", "confidence", "reviewer_agreement"),
    *("curation_rule", "curation_rule_text", "subject_match_field", "object_match_field"),
    *("match_string", "subject_preprocessing", "object_preprocessing", "similarity_score"),
    *("similarity_measure", "see_also", "issue_tracker_item", "other", "comment"),
)
"""The columns of the standard, in its order."""


def sheet(*links: Linking, everything: bool = False) -> tuple[str, list[dict[str, str]]]:
    made = MappingSheet(LINKS, everything=everything)
    table = "".join(made.lines(links))
    return made.head(), list(csv.DictReader(table.splitlines(), delimiter="\t"))


def test_the_columns_are_those_of_the_standard_in_its_order() -> None:
    assert list(COLUMNS) == sorted(COLUMNS, key=STANDARD.index)


def test_a_match_is_a_mapping_with_its_confidence_and_justification() -> None:
    head, (row,) = sheet(linking("Kim", candidate("Q1", "Kim", 0.98765), key=MINE + "kim"))
    assert row == {
        "subject_id": "ns1:kim",
        "subject_label": "Kim",
        "predicate_id": "skos:exactMatch",
        "object_id": "wd:Q1",
        "object_label": "Kim",
        "mapping_justification": "semapv:LexicalMatching",
        "subject_type": "",
        "confidence": "0.9877",
        "match_string": "Kim",
        "comment": "the only one of this name; so called",
    }
    assert head.splitlines() == [
        "#curie_map:",
        '#  ns1: "https://example.org/people#"',
        "#  ns2: https://example.org/graph/",
        "#  ns3: https://w3id.org/tertium/graph/",
        "#  wd: http://www.wikidata.org/entity/",
        head.splitlines()[5],
        "#license: https://w3id.org/sssom/license/unspecified",
        "#subject_source: ns2:mine",
        "#object_source: ns3:f00",
        "#mapping_tool: tertium",
        '#mapping_tool_version: "1.2"',
    ]
    assert head.splitlines()[5].startswith("#mapping_set_id: https://w3id.org/tertium/mappings/")


def test_the_address_of_a_set_follows_from_its_content() -> None:
    kim, lee = linking("Kim", candidate("Q1", "Kim")), linking("Lee", candidate("Q2", "Lee"))
    assert sheet(kim)[0] == sheet(kim)[0]
    assert sheet(kim)[0] != sheet(kim, lee)[0]


def test_a_name_without_an_iri_is_a_literal() -> None:
    _, (row,) = sheet(linking("Kim", candidate("Q1", "Kim")))
    assert (row["subject_id"], row["subject_type"]) == ("", "rdfs literal")


def test_what_is_no_match_is_written_for_review_only() -> None:
    two = (candidate("Q1", "Kim", 0.5), candidate("Q2", "Kim", 0.4))
    links = (linking("Kim", *two, outcome=LinkOutcome.AMBIGUOUS), linking("Lee"), linking(""))
    assert sheet(*links)[1] == []
    _, rows = sheet(*links, everything=True)
    assert [(row["predicate_id"], row["object_id"], row["confidence"]) for row in rows] == [
        ("skos:closeMatch", "wd:Q1", "0.5000"),
        ("skos:closeMatch", "wd:Q2", "0.4000"),
        ("skos:exactMatch", "sssom:NoTermFound", ""),
    ]


@pytest.mark.parametrize(
    ("kinds", "justification"),
    [
        ((ReasonKind.NAME, ReasonKind.POPULARITY), "semapv:LexicalMatching"),
        ((ReasonKind.NAME, ReasonKind.DATE), "semapv:CompositeMatching"),
        ((ReasonKind.IDENTIFIER,), "semapv:UnspecifiedMatching"),
    ],
)
def test_the_reasons_say_by_what_right(kinds: tuple[ReasonKind, ...], justification: str) -> None:
    found = linking("Kim", candidate("Q1", "Kim", 0.9, *(reason(kind) for kind in kinds)))
    assert sheet(found)[1][0]["mapping_justification"] == justification


def test_strange_names_stay_in_their_cells_and_are_read_again() -> None:
    name = 'a\t"b"\n#c | \\ d'
    found = linking(name, candidate("Q1", name), key="http://example.org/a/")
    made = MappingSheet(LINKS, everything=False)
    table = "".join(made.lines((found,)))
    (row,) = csv.DictReader(table.splitlines(), delimiter="\t")
    assert row["subject_label"] == 'a "b" #c | \\ d'
    assert row["match_string"] == 'a "b" #c \\| \\\\ d'
    failed: list[BadFileError] = []
    quads = list(read_mappings(BytesIO((made.head() + table).encode()), "x", report=failed.append))
    assert not failed
    assert str(quads[0]) == (
        "<http://example.org/a/> <http://www.w3.org/2004/02/skos/core#exactMatch> "
        "<http://www.wikidata.org/entity/Q1>"
    )


def test_a_table_without_links_has_its_columns_and_no_prefixes_it_does_not_need() -> None:
    made = MappingSheet(LinkSet(), everything=False)
    assert list(made.lines(())) == ["\t".join(COLUMNS) + "\n"]
    assert len(made.head().splitlines()) == 2


def test_a_prefix_of_ours_never_means_something_else() -> None:
    taken = LinkSet(prefixes={"ns1": "https://example.org/"})
    made = MappingSheet(taken, everything=False)
    found = linking("Kim", candidate("Q1", "Kim"), key="urn:kim")
    assert "ns2:kim\t" in "".join(made.lines((found,)))
    assert '#  ns2: "urn:"\n#  ns3: http://www.wikidata.org/entity/' in made.head()
