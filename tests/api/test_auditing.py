import json
from pathlib import Path

import jsonschema_rs
import pytest

import tertium
from tertium.errors import (
    NoComparandsError,
    TooLongError,
    UnknownEntityError,
    UnknownFormatError,
)
from tertium.model.audit import Audit, AuditVerdict, Finding
from tertium.render.auditing import audit_schema, render_audit
from tests.api.conftest import PREFIXES

PAIR = ("Joseph Stalin", "Leon Trotsky")
YES, NO, SILENT, OPINION, LOST = AuditVerdict
PAGE = Path("../shared/reference/stalin-vs-trotsky.txt")
SUITE = Path("../shared/suites/blns.json")


@pytest.fixture(scope="module")
def graph() -> tertium.KnowledgeGraph:
    return tertium.open()


def verdicts(graph: tertium.KnowledgeGraph, text: str) -> list[tuple[str, AuditVerdict]]:
    found = graph.audit(text, *PAIR).findings
    return [(one.subject.label.split()[-1] if one.subject else "", one.verdict) for one in found]


S, T = "Stalin", "Trotsky"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stalin was born in Gori.", [(S, YES)]),
        ("Stalin was born in Moscow.", [(S, NO)]),
        ("Stalin was born in Nowhere Town.", [(S, LOST)]),
        ("Trotsky was born in Yanovka in 1879.", [(T, YES), (T, YES)]),
        ("Trotsky died in Mexico City in 1941.", [(T, YES), (T, NO)]),
        ("Stalin died on March 5, 1953.", [(S, YES)]),
        ("Stalin had three children.", [(S, YES)]),
        ("Stalin had nine children.", [(S, NO)]),
        ("Trotsky joined the Communist Party in 1905.", [(T, NO)]),
        ("Trotsky joined the Communist Party in 1920.", [(T, YES)]),
        ("Trotsky was exiled in 1950.", [(T, SILENT)]),
        ("Trotsky was exiled, in 1950.", [(T, SILENT)]),
        ("Stalin was a politician in 1920.", [(S, YES), (S, SILENT)]),
        ("Stalin opposed collectivization.", [(S, NO)]),
        ("Stalin did not oppose collectivization.", [(S, SILENT)]),
        ("Trotsky advocated the policy of socialism in one country.", [(T, NO)]),
        ("Trotsky advocated the policy of socialism in one country in 1910.", [(T, SILENT)]),
        ("Stalin was not a member of the Politburo.", [(S, NO)]),
        ("Stalin was not a member of the Left Opposition.", [(S, SILENT)]),
        ("Stalin might have joined the Mensheviks.", [(S, LOST)]),
        ("Stalin wrote The Revolution Betrayed.", [(S, SILENT)]),
        ("Stalin was assassinated.", [(S, NO)]),
        ("Trotsky was assassinated in 1940.", [(T, YES)]),
        ("Trotsky was killed by Ramón Mercader.", [(T, YES)]),
        ("Trotsky was a journalist and Stalin was a poet.", [(T, YES), (S, YES)]),
        ("Stalin signed the Molotov Ribbentrop Pact.", [(S, SILENT)]),
        ("Stalin was the leader of the Soviet Union.", [(S, YES)]),
        ("Stalin was an ally of Lenin and a member of the Politburo.", [(S, YES), (S, YES)]),
        ("Trotsky, Stalin's rival, lived in Vienna.", [(S, YES), (T, YES)]),
        ("Stalin spoke Georgian language.", [(S, LOST)]),
        ("Both took part in the October Revolution.", [(S, YES), (T, YES)]),
        ("Stalin and Trotsky took part in the Russian Revolution.", [(S, YES), (T, YES)]),
        ("Stalin was a brilliant theorist.", [(S, SILENT)]),
        ("Trotsky was a brilliant theorist.", [(T, OPINION)]),
        ("Stalin played a key role in the October Revolution.", [(S, YES), (S, OPINION)]),
        ("Stalin was ruthless.", [(S, OPINION)]),
        ("Stalin was not a mediocrity.", [(S, LOST)]),
        ("Stalin initiated a campaign known as the Great Purge.", [(S, YES), (S, LOST)]),
        ("It was a cold day.", [("", LOST)]),
        ("It was a great day.", [("", OPINION)]),
        ("Trotsky supported the enemies of the Politburo.", [(T, LOST)]),
        ("Trotsky married the enemies of Stalin.", [(T, LOST)]),
        ("Trotsky served as a member of the Politburo.", [(T, YES)]),
        ("Trotsky joined the Politburo clerks.", [(T, LOST)]),
        ("Trotsky opposed Stalin's New Economic Policy.", [(T, NO)]),
        ("Stalin led the Red Army, leading to a war.", [(S, YES), ("", LOST)]),
        ("In 1918 Trotsky founded the Red Army.", [(T, YES)]),
        ("Trotsky founded the Red Army, the Fourth International and Comintern.", [(T, YES)] * 3),
        ("Stalin succeeded Lenin, who died in 1924.", [(S, YES), ("Lenin", YES)]),
        ("Stalin was a Georgian who led the Soviet Union.", [(S, YES), (S, YES)]),
        ("Stalin, unlike Trotsky, was born in Gori.", [(S, YES)]),
        (
            "Stalin devised collectivization in 1928, which Trotsky opposed.",
            [(S, YES), (T, SILENT)],
        ),
        ("Stalin founded Cominform, which in 1930 Trotsky's rival opposed.", [(S, YES), (T, YES)]),
        ("Trotsky was a leading figure in the Bolshevik Party.", [(T, YES), (T, OPINION)]),
        ("Stalin was imprisoned in Bailov Prison in 1908 and 1910.", [(S, YES)]),
        ("Trotsky opposed from 1918 to 1919.", [(T, LOST)]),
        ("The Great Purge killed three million people.", [("Purge", OPINION)]),
        ("The Great Purge killed seven million people.", [("Purge", SILENT)]),
        ("Stalin's mother said that he was born in Gori.", [(S, LOST), (S, YES)]),
        ("In the party, that joined the Bolsheviks, he lived. That was cold.", [("", LOST)] * 3),
    ],
)
def test_a_claim_has_its_verdict(
    graph: tertium.KnowledgeGraph, text: str, expected: list[tuple[str, AuditVerdict]]
) -> None:
    assert verdicts(graph, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trotsky died in 1940. He was born in Yanovka.", [T, T]),
        ("Trotsky opposed Stalin's policies. His exile came later.", [T, T]),
        ("Trotsky and Stalin met. The former was born in Yanovka.", [T, S, T]),
        ("Trotsky and Stalin met. The latter was born in Gori.", [T, S, S]),
        ("Trotsky and Stalin met. He was born in Gori.", [T, S, ""]),
        ("Trotsky and Stalin met. Their rivalry grew.", [T, S, S, T]),
        ("Trotsky was born in Yanovka.\n\nLater life\n\nHe died in 1940.", [T, ""]),
        ("It was born in Gori.", [""]),
        ("Unlike Trotsky, he died in 1953.", [""]),
        ("Stalin died in 1953. Unlike Trotsky, he was born in Gori.", [S, S]),
        ("Stalin died in 1953. They were cold.", [S, ""]),
        ("Stalin's exile was cold. He was born in Gori.", [S, S]),
    ],
)
def test_a_pronoun_means_one_comparand_or_nobody(
    graph: tertium.KnowledgeGraph, text: str, expected: list[str]
) -> None:
    assert [subject for subject, _ in verdicts(graph, text)] == expected


def only(audit: Audit) -> Finding:
    (finding,) = audit.findings
    return finding


def test_a_date_that_the_graph_deprecates_is_contested(graph: tertium.KnowledgeGraph) -> None:
    found = only(graph.audit("Stalin was born on 21 December 1879.", *PAIR))
    assert (found.verdict, found.contested, len(found.statements)) == (NO, True, 2)


def test_an_opinion_shows_who_holds_it(graph: tertium.KnowledgeGraph) -> None:
    found = only(graph.audit("Trotsky was known for his democratic style of leadership.", *PAIR))
    assert (found.verdict, found.contested) == (OPINION, True)
    assert found.why == "held by Ernest Mandel"


def test_rival_counts_are_contested(graph: tertium.KnowledgeGraph) -> None:
    found = only(graph.audit("The Great Purge claimed the lives of millions.", *PAIR))
    assert (found.verdict, found.contested) == (OPINION, True)


def test_what_supports_nothing_is_only_near(graph: tertium.KnowledgeGraph) -> None:
    found = only(graph.audit("Trotsky was worried by Stalin.", *PAIR))
    assert (found.verdict, found.statements, bool(found.nearest)) == (LOST, (), True)


def test_the_cells_of_a_table_are_claims(graph: tertium.KnowledgeGraph) -> None:
    text = """Joseph Stalin vs. Leon Trotsky
| | Joseph Stalin | Leon Trotsky |
|---|---|---|
| Ideology | Stalinism, communism | Trotskyism |
| Date of birth | 1878 | 1880 |
| Economy | Implemented Five-Year Plans, collectivization | opposed cold weather |
"""
    found = graph.audit(text).findings
    assert [one.verdict for one in found] == [YES, YES, YES, YES, NO, YES, YES, LOST]


def test_coverage_says_what_the_text_leaves_out(graph: tertium.KnowledgeGraph) -> None:
    coverage = graph.audit("Stalin opposed Trotsky. Cold day.", *PAIR).coverage
    assert (coverage.passages, coverage.touched, coverage.rows) == (2, 1, 10)
    assert 0 < len(coverage.unmentioned) <= 10


@pytest.mark.parametrize("text", ["", "\n\n", "|||\n---", "\x00\x1b[31m", "vs.", "%%%. 日本."])
def test_a_text_without_claims_has_none(graph: tertium.KnowledgeGraph, text: str) -> None:
    audit = graph.audit(text, *PAIR)
    assert all(one.verdict is LOST for one in audit.findings)
    assert not audit.failed


def test_somebody_must_say_whom_a_text_is_about(graph: tertium.KnowledgeGraph) -> None:
    with pytest.raises(NoComparandsError, match="name whom it is about"):
        graph.audit("Stalin was born in Gori.")
    with pytest.raises(UnknownEntityError):
        graph.audit("Nobody at All vs. Leon Trotsky")
    with pytest.raises(TooLongError, match="2000001 characters"):
        graph.audit("x" * 2_000_001, *PAIR)


def test_only_a_person_is_he(graph: tertium.KnowledgeGraph) -> None:
    text = "He was born in Gori. It had its capital in Moscow."
    audit = graph.audit(text, "Joseph Stalin", "Soviet Union")
    assert [one.subject and one.subject.label for one in audit.findings] == [
        "Joseph Stalin",
        "Soviet Union",
    ]


def test_one_entity_is_enough(graph: tertium.KnowledgeGraph) -> None:
    audit = graph.audit("He was born in Gori.\n\nHe died in 1953.", "Joseph Stalin")
    assert [one.subject for one in audit.findings] == [None, None]
    audit = graph.audit("Stalin was born in Gori. He died in 1953.", "Joseph Stalin")
    assert [one.verdict for one in audit.findings] == [YES, YES]


def test_what_is_stated_to_be_none_contradicts(tmp_path: Path) -> None:
    file = tmp_path / "people.ttl"
    file.write_text(
        """
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix wdno: <http://www.wikidata.org/prop/novalue/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
wd:Q1 rdfs:label "Ada Lovelace"@en ; wdt:P31 wd:Q5 ; p:P26 wd:s1 ; wdt:P19 wd:Q3 .
wd:s1 a wdno:P26 , wikibase:Statement ; wikibase:rank wikibase:NormalRank .
wd:Q2 rdfs:label "Charles Babbage"@en ; wdt:P31 wd:Q5 ; wdt:P19 wd:Q3 .
wd:Q3 rdfs:label "London"@en ; wdt:P131 wd:Q4 . wd:Q4 rdfs:label "England"@en .
""",
        encoding="utf-8",
    )
    text = "Lovelace married Babbage. Lovelace did not marry Babbage. Lovelace was born in England."
    audit = tertium.open(file).audit(text, "Ada Lovelace", "Charles Babbage")
    assert [one.verdict for one in audit.findings] == [NO, YES, YES]


@pytest.mark.parametrize("name", ["text", "markdown", "json"])
def test_every_format_tells_every_claim(graph: tertium.KnowledgeGraph, name: str) -> None:
    text = "Stalin was born in Gori. Trotsky was exiled.\n\n| | A |\n\nStalin was cruel."
    audit = graph.audit(text, *PAIR)
    shown = render_audit(name, audit)
    assert all(one.why in shown for one in audit.findings)
    assert "Telling" in shown or name == "json"


def test_the_document_keeps_its_schema(graph: tertium.KnowledgeGraph) -> None:
    text = "Joseph Stalin vs. Leon Trotsky\n\n\tJoseph Stalin\tLeon Trotsky\nIdeology\tStalinism\tx"
    document = json.loads(render_audit("json", graph.audit(text + "\n\nStalin was cruel.")))
    jsonschema_rs.validate(json.loads(audit_schema()), document)
    assert document["passages"][0]["row"] == "Ideology"


def test_an_unknown_format_is_refused(graph: tertium.KnowledgeGraph) -> None:
    with pytest.raises(UnknownFormatError):
        render_audit("latex", graph.audit("", *PAIR))


def test_an_audit_is_the_same_each_time(graph: tertium.KnowledgeGraph) -> None:
    text = "Stalin and Trotsky took part in the Russian Revolution. They were rivals."
    one, other = (render_audit("json", graph.audit(text, *PAIR)) for _ in range(2))
    assert one == other


def test_what_only_a_deprecated_statement_says_is_contradicted(tmp_path: Path) -> None:
    file = tmp_path / "one.ttl"
    file.write_text(
        PREFIXES
        + """
ex:ada a tt:Person ; rdfs:label "Ada"@en . ex:rome a tt:City ; rdfs:label "Rome"@en .
s:1 a tt:Statement ; rdf:subject ex:ada ; rdf:predicate tt:birthPlace ; rdf:object ex:rome ;
    tt:rank tt:deprecated .
""",
        encoding="utf-8",
    )
    found = only(tertium.open(file).audit("Ada was born in Rome.", "Ada"))
    assert (found.verdict, found.contested) == (NO, True)


def test_without_an_index_of_names_the_values_are_known(graph: tertium.KnowledgeGraph) -> None:
    bare = tertium.KnowledgeGraph(graph.reader, info=graph.info)
    audit = bare.audit(
        "Stalin was born in Gori.", *(f"ex:{name}" for name in ("stalin", "trotsky"))
    )
    assert [one.verdict for one in audit.findings] == [YES]


def test_nothing_missing_is_not_listed(tmp_path: Path) -> None:
    file = tmp_path / "two.ttl"
    file.write_text(
        PREFIXES
        + """
ex:ada a tt:Person ; rdfs:label "Ada"@en . ex:bob a tt:Person ; rdfs:label "Bob"@en .
ex:rome a tt:City ; rdfs:label "Rome"@en .
s:1 a tt:Statement ; rdf:subject ex:ada ; rdf:predicate tt:residence ; rdf:object ex:rome ;
    prov:wasDerivedFrom src:b .
s:2 a tt:Statement ; rdf:subject ex:bob ; rdf:predicate tt:residence ; rdf:object ex:rome .
src:b a tt:Source ; rdfs:label "A Book"@en .
""",
        encoding="utf-8",
    )
    audit = tertium.open(file).audit("Ada lived in Rome.", "Ada", "Bob")
    assert audit.coverage.unmentioned == ()
    assert "Telling" not in render_audit("text", audit)
    assert "##" not in render_audit("markdown", audit)


def test_our_own_words_are_not_contradicted(graph: tertium.KnowledgeGraph) -> None:
    told = graph.compare(*PAIR).narrative
    groups = (told.summary, *(section.sentences for section in told.sections))
    text = "\n\nA section\n\n".join(" ".join(one.text for one in group) for group in groups)
    verdicts = graph.audit(text, *PAIR).coverage.verdicts
    assert verdicts[NO] == 0
    assert verdicts[YES] > 40


@pytest.mark.skipif(not SUITE.is_file(), reason="the suite of naughty strings is not at hand")
def test_naughty_strings_break_nothing(graph: tertium.KnowledgeGraph) -> None:
    text = "\n".join(json.loads(SUITE.read_text(encoding="utf-8")))
    shown = render_audit("text", graph.audit(text, *PAIR))
    assert "\x1b" not in shown


@pytest.mark.skipif(not PAGE.is_file(), reason="the page to beat is not at hand")
def test_the_page_to_beat_is_audited(graph: tertium.KnowledgeGraph) -> None:
    audit = graph.audit(PAGE.read_text(encoding="utf-8"))
    assert len(audit.findings) >= 40
    assert audit.coverage.contested
    assert audit.coverage.verdicts[YES] >= 25
