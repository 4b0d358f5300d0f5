from dataclasses import replace

from tertium.model.comparison import Comparison
from tertium.model.selection import Selection
from tertium.model.verdict import Length, View
from tertium.narrate.messages import (
    Contrast,
    Crossing,
    Gap,
    Message,
    Opinion,
    Shared,
    Stated,
    statements_of,
)
from tertium.narrate.plan import plan
from tests.narrate.builders import about, compare, date, fact, thing

ADA = about(
    "Ada",
    fact("birthDate", date("1900")),
    fact("occupation", "poet"),
    *(fact("role", f"post {n}", start=date(str(1920 + n))) for n in range(9)),
    *(fact("ideology", name) for name in ("peace", "liberty", "order")),
    fact("doctrine", thing("peace", kind="Doctrine")),
    fact("policyImplemented", thing("reform", kind="Policy")),
    fact("policyOpposed", thing("tax", kind="Policy")),
    fact("style", "calm", holder=thing("Cy")),
    fact("party", "Greens"),
)
BO = about(
    "Bo",
    fact("birthDate", date("1910")),
    fact("occupation", "poet"),
    fact("occupation", "painter"),
    *(fact("role", f"office {n}", start=date(str(1930 + n))) for n in range(9)),
    *(fact("ideology", name) for name in ("peace", "liberty", "war")),
    fact("doctrine", thing("war", kind="Doctrine")),
    fact("policyImplemented", thing("school", kind="Policy")),
    fact("policyOpposed", thing("reform", kind="Policy")),
    fact("style", "anger", holder=thing("Cy")),
)


def _messages(selection: Selection, comparison: Comparison | None = None) -> list[Message]:
    chosen = replace(comparison or compare(ADA, BO), selection=selection)
    kept = (row for row in chosen.rows if row.relation in selection.view.relations)
    planned = plan(replace(chosen, rows=tuple(kept)))
    return [*planned.summary, *(one for section in planned.sections for one in section.messages)]


def _kinds(view: View) -> set[type[Message]]:
    return {type(message) for message in _messages(Selection(view=view))}


def test_a_view_is_told_alone() -> None:
    assert _kinds(View.SHARED) == {Shared}
    assert _kinds(View.MISSING) == {Gap}
    assert _kinds(View.DIFFERENCES) == {Contrast, Crossing, Opinion, Stated}


def test_a_longer_narrative_tells_more() -> None:
    sizes = [len(_messages(Selection(length=length))) for length in Length]
    assert sizes == sorted(set(sizes))


def test_what_they_are_comes_first() -> None:
    (first, *_) = _messages(Selection())
    assert {s.predicate.label for s in statements_of(first)} == {"occupation"}
    assert isinstance(first, Shared)


def test_those_who_are_nothing_in_common_are_told_apart() -> None:
    poet = about("Ada", fact("occupation", "poet"), fact("residence", "Rome"))
    painter = about("Bo", fact("occupation", "painter"), fact("residence", "Oslo"))
    (first, *_) = _messages(Selection(), compare(poet, painter))
    assert isinstance(first, Contrast)
    three = compare(poet, painter, about("Cy", fact("occupation", "smith")))
    told = {s.predicate.label for one in _messages(Selection(), three) for s in statements_of(one)}
    assert "place of residence" in told


def test_of_one_alone_it_is_told_what_it_is() -> None:
    (first, *rest) = plan(compare(BO)).summary
    assert isinstance(first, Stated)
    assert len(statements_of(first)) == 2
    assert not any(s.predicate.defines for one in rest for s in statements_of(one))


def test_the_sections_tell_nothing_that_the_summary_told() -> None:
    planned = plan(compare(ADA, BO))
    told = {s.iri for message in planned.summary for s in statements_of(message)}
    again = {s.iri for one in planned.sections for m in one.messages for s in statements_of(m)}
    assert len(planned.sections) > 1
    assert not told & again


def test_labels_and_language_change_nothing() -> None:
    whole = compare(ADA, BO)
    relabelled = replace(
        whole,
        language="ru",
        entities=tuple(
            replace(one, entity=replace(one.entity, label=one.label[::-1]))
            for one in whole.entities
        ),
    )
    assert plan(relabelled) == plan(whole)
