import json
from random import Random

import jsonschema_rs
import pytest

import tertium
from tertium.api import KnowledgeGraph, Page
from tertium.errors import BadPageError, UnknownFormatError
from tertium.model.change import Change, ChangeKind
from tertium.render.changes import changes_line, changes_schema, render_changes
from tests.batch.evidence.worlds import PAIRS, edited, opened, world

_EDITS, _MANY = 4, 200


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return opened(world())


@pytest.fixture(scope="module")
def page(graph: KnowledgeGraph) -> Page:
    return graph.compare(*PAIRS[0])


def later(*edits: tuple[str, str]) -> KnowledgeGraph:
    text = "\n".join(world())
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return opened(text.splitlines())


def changed(page: Page, *edits: tuple[str, str]) -> tuple[Change, ...]:
    return tuple(tertium.diff(page, later(*edits).compare(*PAIRS[0])))


def of(kind: ChangeKind, changes: tuple[Change, ...]) -> list[Change]:
    return [one for one in changes if one.kind is kind]


TT = "https://w3id.org/tertium/ontology#"
STATEMENT = "https://w3id.org/tertium/statement/"


def test_a_page_is_the_same_as_itself_in_another_version(page: Page) -> None:
    told = page.to_json().replace(page.comparison.graph.version, "another")
    changes = tertium.diff(page, told)
    assert changes.same
    assert (changes.old.version, changes.new.version) != ("another", changes.old.version)
    assert "nothing changed" in render_changes("text", changes)


def test_a_date_that_changed_changes_its_row(page: Page) -> None:
    changes = changed(page, ('"1879-11-07"', '"1885-11-07"'))
    (value,) = of(ChangeKind.VALUE, changes)
    assert (value.before, value.after) == ("1879-11-07", "1885-11-07")
    assert value.statements == (f"{STATEMENT}trotsky-birth-date-1879",)
    (verdict,) = of(ChangeKind.VERDICT, changes)
    assert value.said in verdict.because


def test_a_qualifier_that_changed_is_told_as_one(page: Page) -> None:
    edit = ('"1898"^^<http://www.w3.org/2001/XMLSchema#gYear>', '"1899"')
    (one, *_) = of(ChangeKind.QUALIFIER, changed(page, (edit[0], edit[0].replace("98", "99", 1))))
    assert (one.before, one.after) == ("start time 1898", "start time 1899")


def test_a_reference_that_is_gone_is_told_as_one(page: Page) -> None:
    gone = f"<{STATEMENT}stalin-held-role-general-secretary>"
    lines = [
        line for line in world() if not (line.startswith(gone) and "source/kotkin2014" in line)
    ]
    changes = tuple(tertium.diff(page, opened(lines).compare(*PAIRS[0])))
    (one,) = of(ChangeKind.REFERENCE, changes)
    assert one.before
    assert not one.after
    assert of(ChangeKind.PART, changes) or not of(ChangeKind.VALUE, changes)


def test_a_name_that_changed_changes_sentences_because_of_it(page: Page) -> None:
    changes = changed(page, ('"October Revolution"', '"Red October"'))
    assert of(ChangeKind.LABEL, changes)
    assert all(one.because for one in of(ChangeKind.SENTENCE, changes))


def test_a_rank_that_changed_is_told_as_one(page: Page) -> None:
    lines = [
        *world(),
        f"<{STATEMENT}stalin-member-of-politburo> <{TT}rank> <{TT}preferred> .",
    ]
    changes = tuple(tertium.diff(page, opened(lines).compare(*PAIRS[0])))
    (one,) = of(ChangeKind.RANK, changes)
    assert (one.before, one.after) == ("normal", "preferred")


def test_a_row_that_only_weighs_otherwise_is_told_as_such(page: Page) -> None:
    document = json.loads(page.to_json())
    document["rows"][0]["salience"] += 0.125
    (one,) = tertium.diff(page, json.dumps(document))
    assert one.kind is ChangeKind.SALIENCE
    assert "statistics" in one.because[0]


def test_rows_that_came_and_went_are_told(page: Page) -> None:
    document = json.loads(page.to_json())
    gone = document["rows"].pop(2)
    for pair, side in (((page, json.dumps(document)), 0), ((json.dumps(document), page), 1)):
        (one,) = tertium.diff(*pair)
        assert one.kind is ChangeKind.ROW
        assert one.where == gone["property"]["label"]
        assert [bool(one.before), bool(one.after)].index(True) == side


def test_a_row_that_moved_is_told_and_no_other(page: Page) -> None:
    document = json.loads(page.to_json())
    document["rows"].append(document["rows"].pop(0))
    (one,) = tertium.diff(page, json.dumps(document))
    assert (one.kind, one.where) == (ChangeKind.PLACE, document["rows"][-1]["property"]["label"])


def told_otherwise(page: Page, path: str, value: object) -> list[Change]:
    """Return the changes when what stands at a path of the document is another."""
    document = json.loads(page.to_json())
    part, *steps = document, *path.split("/")
    for step in steps[:-1]:
        part = part[int(step) if step.isdigit() else step]
    part[int(steps[-1]) if steps[-1].isdigit() else steps[-1]] = value
    return list(tertium.diff(page, json.dumps(document)))


@pytest.mark.parametrize(
    ("path", "value", "kind"),
    [
        ("entities/0/label", "Another", ChangeKind.ENTITY),
        ("entities/0/description", "another", ChangeKind.ENTITY),
        ("rows/0/property/label", "another", ChangeKind.LABEL),
        ("rows/0/property/iri", "urn:another", ChangeKind.ROW),
        ("rows/0/contested", True, ChangeKind.VERDICT),
        ("rows/0/reason", "another", ChangeKind.VERDICT),
        ("rows/0/cells/0/state", "none", ChangeKind.STATE),
        ("rows/0/cells/0/why", "another", ChangeKind.PART),
        ("rows/0/cells/0/values/0/contested", True, ChangeKind.CONTEST),
        ("rows/0/cells/0/values/0/statement", "urn:another", ChangeKind.VALUE),
        ("relations/0/text", "Another.", ChangeKind.CONNECTION),
        ("narrative/summary/0/mentions", [], ChangeKind.SENTENCE),
        ("narrative/summary/0/text", "Another.", ChangeKind.SENTENCE),
        ("queries/similarity", "ASK {}", ChangeKind.PART),
        ("references", [], ChangeKind.PART),
        ("graph/id", "another", ChangeKind.PART),
        ("title", "Another", ChangeKind.PART),
    ],
)
def test_whatever_is_otherwise_is_told(
    page: Page, path: str, value: object, kind: ChangeKind
) -> None:
    assert kind in [one.kind for one in told_otherwise(page, path, value)]


def test_another_order_of_values_or_comparands_is_told(page: Page) -> None:
    document = json.loads(page.to_json())
    document["entities"].reverse()
    values = next(c["values"] for r in document["rows"] for c in r["cells"] if len(c["values"]) > 1)
    values.reverse()
    kinds = {one.kind for one in tertium.diff(page, json.dumps(document))}
    assert kinds == {ChangeKind.PLACE}


def test_another_entity_of_the_same_name_is_another_value(page: Page) -> None:
    document = json.loads(page.to_json())
    values = (v for row in document["rows"] for cell in row["cells"] for v in cell["values"])
    value = next(value for value in values if value["type"] == "entity")
    value["value"] = "urn:another"
    (one,) = tertium.diff(page, json.dumps(document))
    assert one.kind is ChangeKind.VALUE
    assert "urn:another" in one.after


def test_another_order_of_qualifiers_is_told(page: Page) -> None:
    document = json.loads(page.to_json())
    cells = (cell for row in document["rows"] for cell in row["cells"])
    value = next(v for cell in cells for v in cell["values"] if len(v["qualifiers"]) > 1)
    value["qualifiers"].reverse()
    (one,) = tertium.diff(page, json.dumps(document))
    assert one.kind is ChangeKind.QUALIFIER


def test_other_comparands_are_other_entities(graph: KnowledgeGraph, page: Page) -> None:
    other = graph.compare(PAIRS[0][0], "Caesar")
    kinds = {one.kind for one in tertium.diff(page, other)}
    assert ChangeKind.ENTITY in kinds


def test_nothing_changed_if_and_only_if_documents_are_the_same(*, whole: bool) -> None:
    random, lines = Random(3), world()
    pair = PAIRS[1]
    before = opened(lines).compare(*pair)
    for _ in range(_MANY if whole else _EDITS):
        kind, lines = edited(lines, random)
        after = opened(lines).compare(*pair)
        one, other = (
            it.to_json().replace(it.comparison.graph.version, "") for it in (before, after)
        )
        assert tertium.diff(before, after).same is (one == other), kind
        before = after


@pytest.mark.parametrize("name", ["text", "markdown", "json"])
def test_changes_are_rendered(page: Page, name: str) -> None:
    document = json.loads(page.to_json())
    document["rows"][0]["reason"] = "the <b>reason</b>\x1b[31m"
    text = render_changes(name, tertium.diff(page, json.dumps(document)))
    assert "reason" in text
    assert "\x1b" not in text


def test_a_diff_document_is_as_its_schema_says(page: Page) -> None:
    document = json.loads(page.to_json())
    document["rows"].pop()
    line = changes_line(tertium.diff(page, json.dumps(document)))
    jsonschema_rs.validate(json.loads(changes_schema()), json.loads(line))
    kinds = json.loads(changes_schema())["properties"]["changes"]["items"]["properties"]["kind"]
    assert set(kinds["enum"]) == {kind.value for kind in ChangeKind}


def test_an_unknown_format_is_refused(page: Page) -> None:
    with pytest.raises(UnknownFormatError):
        render_changes("csv", tertium.diff(page, page))


def test_what_is_no_page_is_refused(page: Page) -> None:
    with pytest.raises(BadPageError):
        tertium.diff(page, "{}")
