from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import tertium
from tertium.api.documents import paragraphs, read_document
from tertium.checking import Check, Checker, SentenceClaim, SentenceMention, Told
from tertium.model.terms import Iri

EX = "https://w3id.org/tertium/id/"
STALIN, TROTSKY = f"{EX}stalin", f"{EX}trotsky"
Group = Sequence[Told]


@pytest.fixture(scope="module")
def kg() -> tertium.KnowledgeGraph:
    return tertium.open()


@pytest.fixture(scope="module")
def groups(kg: tertium.KnowledgeGraph) -> tuple[Group, ...]:
    return paragraphs(read_document(kg.compare(STALIN, TROTSKY).to_json()))


@pytest.fixture(scope="module")
def checker(kg: tertium.KnowledgeGraph) -> Checker:
    return kg.checker(STALIN, TROTSKY)


def checks(checker: Checker, told: Told, before: Group = ()) -> set[Check]:
    return {failure.check for failure in checker.sentence(told, before)}


def of_kind(groups: Sequence[Group], kind: str) -> Told:
    return next(t for g in groups for t in g if {c.kind for c in t.claims} == {kind})


def test_every_sentence_of_our_pages_passes(checker: Checker, groups: Sequence[Group]) -> None:
    for group in groups:
        for place, told in enumerate(group):
            assert checker.sentence(told, group[:place]) == ()


@pytest.mark.parametrize("language", ["de", "fr", "es", "ru"])
def test_pages_in_other_languages_pass(kg: tertium.KnowledgeGraph, language: str) -> None:
    checker = kg.checker("Catherine II", "Peter III", language=language)
    page = kg.compare("Catherine II", "Peter III", language=language)
    for group in paragraphs(read_document(page.to_json())):
        for place, told in enumerate(group):
            assert checker.sentence(told, group[:place]) == ()


def test_another_wording_of_the_same_passes(checker: Checker, groups: Sequence[Group]) -> None:
    told = of_kind(groups, "relation")
    assert checks(checker, replace(told, mentions=())) == set()
    other = replace(told, text="Trotsky and Stalin were opponents of one another.", mentions=())
    assert checks(checker, other) in (set(), {Check.ROLES, Check.RESIDUE}, {Check.RESIDUE})


def dropped(told: Told) -> Told:
    return replace(told, evidence=told.evidence[1:])


def uncited(told: Told) -> Told:
    return replace(told, evidence=())


def foreign(told: Told) -> Told:
    return replace(told, evidence=(*told.evidence, "urn:nowhere"))


def smuggled(told: Told) -> Told:
    return replace(told, claims=(*told.claims, SentenceClaim("stated", "ASK { ?s ?p ?o }")))


def untrue(told: Told) -> Told:
    first, *others = told.claims
    return replace(
        told, claims=(replace(first, ask=first.ask.replace("/stalin", "/lenin")), *others)
    )


def padded(told: Told) -> Told:
    first, *others = told.claims
    return replace(told, claims=(replace(first, evidence=told.evidence), *others))


@pytest.mark.parametrize(
    ("harm", "check"),
    [
        (dropped, Check.ENTAILMENT),
        (uncited, Check.CITATION),
        (foreign, Check.CITATION),
        (smuggled, Check.ENTAILMENT),
        (untrue, Check.ENTAILMENT),
    ],
)
def test_evidence_must_be_cited_named_and_needed(
    harm: Callable[[Told], Told], check: Check, checker: Checker, groups: Sequence[Group]
) -> None:
    assert check in checks(checker, harm(of_kind(groups, "differ")))


def test_a_claim_needs_all_that_it_names(checker: Checker, groups: Sequence[Group]) -> None:
    told = next(t for g in groups for t in g if len(t.claims) > 1 and len(t.evidence) > 2)
    found = checker.sentence(padded(told))
    assert any("is true without" in failure.problem for failure in found)


def test_a_claim_that_names_nothing_leaves_its_statements_unproved(
    checker: Checker, groups: Sequence[Group]
) -> None:
    told = replace(of_kind(groups, "differ"), claims=())
    assert any("no claim rests on" in one.problem for one in checker.sentence(told))


def test_a_page_on_nobody_known_has_no_grounds(kg: tertium.KnowledgeGraph) -> None:
    known = kg.checker(STALIN, TROTSKY).ground.reader
    checker = Checker.of(known, (Iri("urn:nobody"),))
    told = Told(text="Nobody was born.", evidence=("urn:x",), claims=())
    assert Check.CITATION in checks(checker, told)


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("wikibase.ttl", ("Livia Ardens", "Marek Holt")),
        (
            "plain.ttl",
            ("http://lakes.example.org/place/alder", "http://lakes.example.org/place/birch"),
        ),
    ],
)
def test_graphs_of_any_shape_are_read(name: str, pair: tuple[str, str]) -> None:
    kg = tertium.open(Path(__file__).parents[1] / "fixtures" / name)
    assert kg.verify(kg.compare(*pair).to_json()) == ()


def mention(text: str, word: str, entity: str, form: str = "name") -> SentenceMention:
    start = text.index(word)
    return SentenceMention(start, start + len(word), entity, form)


def test_a_mention_names_whom_it_says(checker: Checker, groups: Sequence[Group]) -> None:
    told = of_kind(groups, "relation")
    for entity, word, form in (
        (TROTSKY, "Stalin", "name"),
        (STALIN, "Stalin", "group"),
        (STALIN, "Stalin", "pronoun"),
    ):
        wrong = replace(told, mentions=(mention(told.text, word, entity, form),))
        assert checks(checker, wrong) & {Check.MENTION, Check.PRONOUN}
    nowhere = replace(told, mentions=(SentenceMention(500, 510, STALIN),))
    assert Check.MENTION in checks(checker, nowhere)
    right = replace(told, mentions=(mention(told.text, "Stalin", STALIN, "short"),))
    assert checks(checker, right) == set()
