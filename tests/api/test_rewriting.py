import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import tertium
from tertium.api.rewriting import Rewriting
from tertium.api.running import run_program
from tertium.errors import BadCommandError
from tests.api.conftest import PREFIXES

Command = Callable[[str], str]

ANSWERING = """
import json, sys
for line in sys.stdin:
    asked = json.loads(line)
    text = asked["text"]
    {change}
    print(json.dumps({{"id": asked["id"], "text": text}}))
"""
LIES = {
    "another year": 'text = text.replace("19", "18")',
    "a judgement": 'text = text.replace(" was ", " was that ruthless ")',
    "a denial": 'text = text.replace(" was ", " was not ").replace(" lived ", " never lived ")',
    "an invented name": 'text = text.replace("Rome", "Atlantis").replace("born", "born in Oz")',
    "nobody": 'text = "It was so."',
    "a control character": "text = text + chr(27)",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> tertium.KnowledgeGraph:
    file = tmp_path_factory.mktemp("graph") / "two.ttl"
    file.write_text(
        PREFIXES
        + """
ex:ada a tt:Person ; rdfs:label "Ada"@en . ex:bob a tt:Person ; rdfs:label "Bob"@en .
ex:rome a tt:City ; rdfs:label "Rome"@en . ex:oslo a tt:City ; rdfs:label "Oslo"@en .
s:1 a tt:Statement ; rdf:subject ex:ada ; rdf:predicate tt:residence ; rdf:object ex:rome .
s:2 a tt:Statement ; rdf:subject ex:bob ; rdf:predicate tt:residence ; rdf:object ex:oslo .
s:3 a tt:Statement ; rdf:subject ex:ada ; rdf:predicate tt:birthDate ; rdf:object
    "1901-02-03"^^xsd:date .
s:4 a tt:Statement ; rdf:subject ex:bob ; rdf:predicate tt:birthDate ; rdf:object
    "1911-02-03"^^xsd:date .
s:5 a tt:Statement ; rdf:subject ex:ada ; rdf:predicate tt:birthPlace ; rdf:object ex:rome .
s:6 a tt:Statement ; rdf:subject ex:bob ; rdf:predicate tt:birthPlace ; rdf:object ex:rome .
""",
        encoding="utf-8",
    )
    return tertium.open(file)


@pytest.fixture(scope="module")
def page(graph: tertium.KnowledgeGraph) -> tertium.Page:
    return graph.compare("Ada", "Bob")


@pytest.fixture
def command(tmp_path: Path) -> Command:
    def write(text: str) -> str:
        path = tmp_path / "program.py"
        path.write_text(text, encoding="utf-8")
        return shlex.join((sys.executable, str(path)))

    return write


def counts(done: Rewriting) -> tuple[int, int]:
    return done.kept, done.unanswered


def test_good_words_are_kept_and_hold(
    graph: tertium.KnowledgeGraph, page: tertium.Page, command: Command
) -> None:
    change = 'text = text.replace(", whereas ", ", while ").replace(", while ", ", whereas ")'
    other = 'text = text.replace("; ", ", and ") if "; " in text else text.replace(",", "")'
    told, done = graph.rewrite(page, command(ANSWERING.format(change=f"{change}; {other}")))
    changed = [one for one in told.narrative.sentences if one.rewritten]
    assert done.kept == len(changed) > 0
    document = json.loads(told.to_json())
    summary, sections = document["narrative"]["summary"], document["narrative"]["sections"]
    sentences = [*summary, *(one for section in sections for one in section["sentences"])]
    assert sum(one.get("rewritten", False) for one in sentences) == done.kept
    assert graph.verify(told.to_json()) == ()


def test_mentions_stand_where_the_new_words_are(
    graph: tertium.KnowledgeGraph, page: tertium.Page, command: Command
) -> None:
    change = 'text = text.replace(",", "").replace("; ", ", and ")'
    told, _ = graph.rewrite(page, command(ANSWERING.format(change=change)))
    names = {one.iri: one.label for one in page.entities}
    for sentence in told.narrative.sentences:
        for mention in sentence.mentions:
            said = sentence.text[mention.start : mention.end]
            assert said == names.get(mention.entity, said)


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_refused(
    graph: tertium.KnowledgeGraph, page: tertium.Page, command: Command, lie: str
) -> None:
    told, done = graph.rewrite(page, command(ANSWERING.format(change=LIES[lie])))
    assert (told, done.kept) == (page, 0)
    assert done.refused
    assert "refused by the checker" in done.note


def test_a_swap_is_kept_only_where_it_is_true(
    graph: tertium.KnowledgeGraph, page: tertium.Page, command: Command
) -> None:
    change = 'text = text.replace("Ada", "@").replace("Bob", "Ada").replace("@", "Bob")'
    told, done = graph.rewrite(page, command(ANSWERING.format(change=change)))
    kept = [one.text for one in told.narrative.sentences if one.rewritten]
    assert all("born in Rome" in text for text in kept)
    assert any("1901" in text for text, _ in done.refused)


def test_a_silent_program_changes_nothing(
    graph: tertium.KnowledgeGraph, page: tertium.Page, command: Command
) -> None:
    told, done = graph.rewrite(page, command("pass"))
    assert (told, counts(done)) == (page, (0, done.asked))
    assert done.note == f"rewrite: 0 of {done.asked} sentences kept; {done.asked} unanswered"


def test_a_program_that_crashes_changes_nothing_more(
    graph: tertium.KnowledgeGraph, page: tertium.Page, command: Command
) -> None:
    told, done = graph.rewrite(page, command("raise SystemExit(3)"))
    assert told == page
    assert done.note.endswith("the program ended with code 3")


def test_a_slow_program_is_stopped(
    graph: tertium.KnowledgeGraph, page: tertium.Page, command: Command
) -> None:
    told, done = graph.rewrite(page, command("import time; time.sleep(60)"), seconds=0.3)
    assert (told, done.trouble) == (page, "the program took too long")


def test_words_that_come_back_unchanged_are_ours(
    graph: tertium.KnowledgeGraph, page: tertium.Page, command: Command
) -> None:
    told, done = graph.rewrite(page, command(ANSWERING.format(change="pass")))
    assert (told, done.unchanged) == (page, done.asked)


def test_garbage_is_counted(
    graph: tertium.KnowledgeGraph, page: tertium.Page, command: Command
) -> None:
    lines = ["hello", "[1, 2]", '{"id": 0, "text": "x"}', '{"id": "0"}', "[" * 100_000, ""]
    lines += [json.dumps({"id": "0", "text": "x" * 2001}), '{"id": "99", "text": "x"}']
    told, done = graph.rewrite(page, command(f"print(chr(10).join({lines!r}))"))
    assert (told, done.garbage) == (page, 6)


def test_a_program_that_writes_without_end_is_stopped(command: Command) -> None:
    ran = run_program(command("while True: print('x' * 100_000)"), "", seconds=30)
    assert ran.trouble == "the program wrote too much"
    assert len(ran.output) == 10_000_000


@pytest.mark.parametrize("words", ["", "no-such-program-anywhere --x", "'"])
def test_what_is_no_program_is_a_usage_error(
    graph: tertium.KnowledgeGraph, page: tertium.Page, words: str
) -> None:
    with pytest.raises(BadCommandError, match="cannot be run"):
        graph.rewrite(page, words)


def test_a_program_is_told_what_it_needs(
    graph: tertium.KnowledgeGraph, page: tertium.Page, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "asked"
    graph.rewrite(page, command(f"import sys; open({str(file)!r}, 'w').write(sys.stdin.read())"))
    asked = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [one["id"] for one in asked] == [str(number) for number in range(len(asked))]
    assert asked[0]["before"] == ""
    assert {"Ada", "Bob"} <= {name for one in asked for name in one["names"]}
    assert {one["language"] for one in asked} == {"en"}
