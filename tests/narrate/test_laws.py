import re
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tertium.model.comparison import Cell
from tertium.model.dates import Date
from tertium.model.description import Description
from tertium.model.narrative import ClaimKind, MentionForm
from tertium.model.values import Entity, Quantity, Value
from tertium.narrate import narrate
from tertium.narrate.languages.en import say_value
from tests.narrate.builders import (
    LEXICON,
    NONE,
    UNKNOWN,
    Fact,
    about,
    amount,
    compare,
    fact,
    flat,
    thing,
)

_NAMED = {MentionForm.NAME, MentionForm.SHORT}
_WORDS = ("Marxism", "Rome", "the Senate", "a poet", "Politburo", "Actium", "liberty")
_THINGS = st.sampled_from(
    [thing(word.removeprefix("the ").removeprefix("a "), word, kind="Policy") for word in _WORDS]
)
_PEOPLE = st.sampled_from([thing(name, kind="Person") for name in ("Ada", "Bo", "Cy", "Dee")])
_YEARS = st.integers(-60, 1990).map(lambda year: Date(year=year))
_DAYS = st.builds(
    Date, year=st.integers(1500, 1990), month=st.integers(1, 12), day=st.integers(1, 28)
)
_DATES = _YEARS | _DAYS
_AMOUNTS = st.integers(0, 7_000_000).map(amount)
_OF_THINGS = ("ideology", "doctrine", "memberOf", "role", "policyImplemented", "policyOpposed")


def _facts(names: tuple[str, ...], values: st.SearchStrategy[Value]) -> st.SearchStrategy[Fact]:
    times = st.fixed_dictionaries({}, optional={"start": _DATES, "end": _DATES, "time": _DATES})
    return st.builds(
        lambda name, value, time: fact(name, value, **time), st.sampled_from(names), values, times
    )


_HELD = st.builds(
    lambda value, holder, critic: fact("style", value, holder=holder, **critic),
    _THINGS,
    _PEOPLE,
    st.fixed_dictionaries({}, optional={"disputedBy": _PEOPLE}),
)
_ANY = st.one_of(
    _facts(_OF_THINGS, _THINGS | st.sampled_from([NONE, UNKNOWN])),
    _facts(("ally", "opponent", "killed", "influencedBy"), _PEOPLE),
    _facts(("birthDate", "deathDate"), _DATES),
    _facts(("childCount",), _AMOUNTS),
    _facts(("partIn",), _THINGS),
    _HELD,
)
_LISTS = st.lists(_ANY, max_size=9)


@st.composite
def described(draw: st.DrawFn, least: int = 1, most: int = 3) -> tuple[Description, ...]:
    names = ("Ada", "Bo", "Cy")[: draw(st.integers(least, most))]
    return tuple(about(name, *draw(_LISTS), short=name) for name in names)


@settings(deadline=None)
@given(described())
def test_every_sentence_has_evidence_from_the_comparison(people: tuple[Description, ...]) -> None:
    known = {s for person in people for s in person.statements}
    for sentence in flat(narrate(compare(*people), LEXICON)):
        assert sentence.evidence
        assert set(sentence.evidence) <= known


@settings(deadline=None)
@given(described())
def test_every_value_that_is_cited_is_named(people: tuple[Description, ...]) -> None:
    for sentence in flat(narrate(compare(*people), LEXICON)):
        for statement in sentence.evidence:
            if isinstance(statement.value, Entity):
                assert statement.value.prose.casefold() in sentence.text.casefold()


@settings(deadline=None)
@given(described())
def test_mentions_are_the_names_of_their_entities(people: tuple[Description, ...]) -> None:
    names = {one.iri: one.label for one in people}
    for person in people:
        for s in person.statements:
            for value in (s.value, *(q.value for q in s.qualifiers)):
                if isinstance(value, Entity):
                    names.setdefault(value.iri, value.prose)
    for sentence in flat(narrate(compare(*people), LEXICON)):
        for mention in sentence.mentions:
            text = sentence.text[mention.start : mention.end].casefold()
            if mention.form in _NAMED:
                assert text == names[mention.entity].casefold()
            else:
                assert set(_split(text)) <= _CLOSED


@settings(deadline=None)
@given(described(2, 2))
def test_the_order_of_the_comparands_changes_no_facts(people: tuple[Description, ...]) -> None:
    one, other = (narrate(compare(*order), LEXICON) for order in (people, people[::-1]))
    assert [s.heading for s in one.sections] == [s.heading for s in other.sections]
    for left, right in zip(one.sections, other.sections, strict=True):
        cited = [{e for s in section.sentences for e in s.evidence} for section in (left, right)]
        assert cited[0] == cited[1]


@settings(deadline=None)
@given(described(2, 3), st.data())
def test_the_order_of_statements_changes_nothing(
    people: tuple[Description, ...], data: st.DataObject
) -> None:
    whole = compare(*people)
    rows = tuple(
        replace(row, cells=tuple(_shuffled(cell, data) for cell in row.cells)) for row in whole.rows
    )
    assert narrate(replace(whole, rows=rows), LEXICON) == narrate(whole, LEXICON)


@settings(deadline=None)
@given(described(2, 3), st.data())
def test_what_is_not_there_is_not_told(
    people: tuple[Description, ...], data: st.DataObject
) -> None:
    whole = compare(*people)
    assume(whole.rows)
    gone = data.draw(st.sampled_from(whole.rows))
    rest = replace(whole, rows=tuple(row for row in whole.rows if row is not gone))
    told = narrate(replace(rest, connections=()), LEXICON).sentences
    assert not any(e in gone.evidence for s in told for e in s.evidence)
    silent = {one for s in told for claim in s.claims for _, one in claim.unrecorded}
    assert gone.predicate.iri not in silent


@settings(deadline=None)
@given(described(2, 3))
def test_silence_is_never_told_as_a_no(people: tuple[Description, ...]) -> None:
    for sentence in narrate(compare(*people), LEXICON).sentences:
        for claim in sentence.claims:
            only = claim.kind is ClaimKind.ONLY_RECORDED_FOR
            assert only == bool(claim.unrecorded)
            assert only == (" recorded" in sentence.text)
        if re.search(r"\b(no|[Nn]either|[Nn]one)\b", sentence.text):
            nothing = any(not e.positive for e in sentence.evidence)
            assert nothing or " recorded" in sentence.text


@settings(deadline=None)
@given(described())
def test_no_word_comes_from_nowhere(people: tuple[Description, ...]) -> None:
    whole = compare(*people)
    known = _vocabulary(people)
    for sentence in flat(narrate(whole, LEXICON)):
        later = r"[0-9]+ (years|months|days) later|^For [a-z0-9]+ years, "
        text = re.sub(rf"{later}|, [0-9.]+ times as (much|many)", "", sentence.text)
        assert set(_split(text)) <= known | _CLOSED


def _shuffled(cell: Cell, data: st.DataObject) -> Cell:
    order = data.draw(st.permutations(cell.statements))
    return replace(cell, statements=tuple(order))


def _split(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _vocabulary(people: tuple[Description, ...]) -> set[str]:
    """Return the words of the names, the values, the labels and the frames."""
    texts = [person.label for person in people]
    for statement in (s for person in people for s in person.statements):
        texts.append(statement.predicate.label)
        values = (statement.value, *(q.value for q in statement.qualifiers))
        texts += [value.prose if isinstance(value, Entity) else repr(value) for value in values]
        texts += [_written(value) for value in values if isinstance(value, Date | Quantity)]
    frames = LEXICON.frames.values()
    texts += [text for frame in frames for text in (frame.singular, frame.plural)]
    return set(_split(" ".join(texts)))


def _written(value: Date | Quantity) -> str:
    """Return a number or a year as it may be written."""
    if isinstance(value, Quantity):
        return say_value(value)
    return f"{say_value(value)} {1 - value.year} {value.year}"


_CLOSED = frozenset(
    re.findall(
        "[a-z]+",
        """
        a according addition all also an and another argue argues as at besides both bce by ce
        contrast differ each dispute disputes for from furthermore hand has have had hold holds in
        agree but did goes it more ranges same there time what do does not she he nothing their
        later like million neither no none nor of on one or other overlap overlapped overlaps
        recorded respectively sources that the their terms to unknown until view was were whereas
        where which while with any are is be been since
        year years month months day days
        two three four five six seven eight nine ten eleven twelve
        january february march april may june july august september october november december
        """,
    )
)
