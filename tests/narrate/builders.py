"""Nouns for the tests of this room: people, what is said of them, and how."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from tertium.compare import connections, table
from tertium.model.comparison import Comparison, Row
from tertium.model.dates import Calendar, Date, day_number, from_day_number
from tertium.model.description import Description
from tertium.model.hierarchy import Hierarchy
from tertium.model.lexicon import Lexicon, VerbFrame
from tertium.model.narrative import Narrative, Sentence
from tertium.model.schema import Facet, Property, QualifierRole, Schema
from tertium.model.statement import Qualifier, Rank, Reference, Source, Statement
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri, Literal, Term
from tertium.model.values import Entity, NoValue, Quantity, SomeValue, Text, Value
from tertium.narrate import narrate

__all__ = [
    "LEXICON",
    "NONE",
    "PROPERTIES",
    "UNKNOWN",
    "Fact",
    "about",
    "amount",
    "compare",
    "date",
    "fact",
    "flat",
    "iri",
    "julian",
    "row_of",
    "section",
    "summary",
    "tell",
    "text_of",
    "thing",
]

NONE, UNKNOWN = NoValue(), SomeValue()
_TT = "https://w3id.org/tertium/ontology#"


def iri(name: str) -> Iri:
    return Iri(f"https://w3id.org/tertium/id/{name.casefold().replace(' ', '-')}")


def thing(label: str, in_text: str = "", *, kind: str = "") -> Entity:
    return Entity(iri(label), label, in_text, "en", (Iri(_TT + kind),) if kind else ())


def date(text: str) -> Date:
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    return Date(year=year, month=month or None, day=day or None)


def julian(year: int, month: int, day: int) -> Date:
    new = from_day_number(day_number(year, month, day, calendar=Calendar.JULIAN))
    shown = Date(year=new[0], month=new[1], day=new[2], calendar=Calendar.JULIAN)
    return replace(shown, old_style=(year, month, day))


def amount(number: int, lower: int | None = None, upper: int | None = None) -> Quantity:
    bounds = [None if bound is None else Decimal(bound) for bound in (lower, upper)]
    return Quantity(amount=Decimal(number), lower=bounds[0], upper=bounds[1])


_FRAMES: dict[str, tuple[str, str, str, str]] = {
    "birthDate": ("date of birth", "Background", "was born", "were born"),
    "birthPlace": ("place of birth", "Background", "was born in", "were born in"),
    "birthName": ("birth name", "Background", "was born as", "were born as"),
    "father": ("father", "Background", "was a child of", "were children of"),
    "mother": ("mother", "Background", "was a child of", "were children of"),
    "childCount": ("number of children", "Background", "had … children", "had … children"),
    "occupation": ("occupation", "Background", "was", "were"),
    "residence": ("place of residence", "Background", "lived in", "lived in"),
    "gender": ("gender", "Background", "was", "were"),
    "ideology": ("political ideology", "Ideology", "adhered to", "adhered to"),
    "doctrine": ("doctrine", "Ideology", "upheld", "upheld"),
    "influencedBy": ("influenced by", "Ideology", "was influenced by", "were influenced by"),
    "party": ("party membership", "Party", "was a member of", "were members of"),
    "memberOf": ("membership of a body", "Party", "sat on", "sat on"),
    "role": ("office held", "Offices", "served as", "served as"),
    "style": ("leadership style", "Leadership", "practised", "practised"),
    "partIn": ("part in an event", "Events", "took part in", "took part in"),
    "policyImplemented": ("policy implemented", "Policy", "implemented", "implemented"),
    "policyOpposed": ("policy opposed", "Policy", "opposed", "opposed"),
    "ally": ("ally", "Relations", "was allied with", "were allied with"),
    "opponent": ("opponent", "Relations", "was an opponent of", "were opponents of"),
    "killed": ("ordered the killing of", "Relations", "ordered the killing of", ""),
    "works": ("works written", "Works", "wrote", "wrote"),
    "deathDate": ("date of death", "Death", "died", "died"),
    "deathPlace": ("place of death", "Death", "died in", "died in"),
    "deathToll": ("death toll", "Consequences", "cost … lives", "cost … lives"),
    "motto": ("motto", "Other", "", ""),
}
_TOLD_WITH = {
    **dict.fromkeys(("birthDate", "birthPlace", "birthName"), "birthDate"),
    **dict.fromkeys(("father", "mother"), "father"),
    **dict.fromkeys(("deathDate", "deathPlace"), "deathDate"),
}
_FACETS = list(dict.fromkeys(facet for _, facet, _, _ in _FRAMES.values()))
PROPERTIES = {
    name: Property(
        iri=Iri(_TT + name),
        label=label,
        facet=Facet(Iri(_TT + facet), facet, _FACETS.index(facet)),
        order=order,
        functional=name in {"birthDate", "birthPlace", "birthName", "childCount", "deathDate"},
        judgement=name in {"style", "deathToll"},
        symmetric=name in {"ally", "opponent"},
        quiet=name == "gender",
        defines=name == "occupation",
        told_with=Iri(_TT + _TOLD_WITH[name]) if name in _TOLD_WITH else None,
    )
    for order, (name, (label, facet, _, _)) in enumerate(_FRAMES.items())
}
LEXICON = Lexicon(
    "en",
    {
        PROPERTIES[name].iri: VerbFrame(singular, plural or singular)
        for name, (_, _, singular, plural) in _FRAMES.items()
        if singular
    },
)

Fact = tuple[str, Value, Rank, tuple[Qualifier, ...], tuple[Reference, ...]]
"""All of a statement but its subject."""


def fact(
    name: str, value: Value | str, *, rank: str = "normal", refs: int = 1, **roles: Value
) -> Fact:
    """Return a fact; a bare text names a thing; roles as in QualifierRole, but `part` for `as`."""
    whole = thing(value) if isinstance(value, str) else value
    qualifiers = tuple(
        _qualifier(QualifierRole("as" if role == "part" else role), one)
        for role, one in roles.items()
    )
    sources = (Source(iri=iri(f"source {n}"), label=f"Source {n}") for n in range(refs))
    return (name, whole, Rank(rank), qualifiers, tuple(Reference(source) for source in sources))


def about(
    label: str, *facts: Fact, short: str = "", in_text: str = "", kind: str = "Person"
) -> Description:
    statements = tuple(
        Statement(
            iri=iri(f"{label}-{name}-{number}"),
            subject=iri(label),
            predicate=PROPERTIES[name],
            value=value,
            term=_term(value),
            rank=rank,
            qualifiers=qualifiers,
            references=references,
        )
        for number, (name, value, rank, qualifiers, references) in enumerate(facts)
    )
    entity = thing(label, in_text, kind=kind)
    return Description(entity=entity, statements=statements, short_name=short)


def compare(*descriptions: Description, hierarchy: Hierarchy | None = None) -> Comparison:
    rows = table(
        descriptions,
        schema=Schema(),
        hierarchy=hierarchy or Hierarchy(),
        statistics=Statistics(),
    )
    return Comparison(
        entities=descriptions,
        rows=rows,
        rows_total=len(rows),
        connections=connections(descriptions),
    )


def row_of(name: str, *descriptions: Description) -> Row:
    return next(r for r in compare(*descriptions).rows if r.predicate.iri == PROPERTIES[name].iri)


def tell(*descriptions: Description, hierarchy: Hierarchy | None = None) -> Narrative:
    return narrate(compare(*descriptions, hierarchy=hierarchy), LEXICON)


def text_of(sentences: Iterable[Sentence]) -> list[str]:
    return [sentence.text for sentence in sentences]


def summary(*descriptions: Description, hierarchy: Hierarchy | None = None) -> list[str]:
    return text_of(tell(*descriptions, hierarchy=hierarchy).summary)


def section(heading: str, *descriptions: Description) -> list[str]:
    found = (s for s in tell(*descriptions).sections if s.heading == heading)
    return [text for s in found for text in text_of(s.sentences)]


def flat(narrative: Narrative) -> tuple[Sentence, ...]:
    return narrative.sentences + narrative.relations


def _qualifier(role: QualifierRole, value: Value) -> Qualifier:
    return Qualifier(
        predicate=Property(iri=Iri(_TT + role.value), label=role.value, role=role),
        value=value,
        term=_term(value),
    )


def _term(value: Value) -> Term:
    match value:
        case Entity():
            return value.iri
        case Text():
            return Literal(value.text)
        case _:
            return Literal(repr(value))
