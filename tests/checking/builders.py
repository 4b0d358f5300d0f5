"""A handful of statements on people, rivers and towns, and what is wrong with a sentence."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from tertium.checking.facts import Fact, Gap, Grounds
from tertium.checking.frames import Shape
from tertium.checking.lattice import lattice_of
from tertium.checking.negation import negation_failures
from tertium.checking.residue import residue_failures
from tertium.checking.roles import role_failures
from tertium.checking.sentence import SentenceMention, Told
from tertium.checking.words import words_of
from tertium.model.dates import Date
from tertium.model.schema import Property, QualifierRole
from tertium.model.statement import Qualifier, Statement
from tertium.model.terms import Iri
from tertium.model.values import (
    Coordinate,
    Entity,
    Identifier,
    NoValue,
    Quantity,
    Scale,
    SomeValue,
    Text,
    Value,
)

__all__ = ["FACTS", "NAMES", "grounds", "iri", "problems"]


def iri(name: str) -> Iri:
    return Iri(f"urn:{name}")


_METRE: Final = Scale(iri("length"), Fraction(1))
_KILOMETRE: Final = Scale(iri("length"), Fraction(1000))
_ROLES: Final = {
    "start": QualifierRole.START,
    "end": QualifierRole.END,
    "time": QualifierRole.TIME,
    "role": QualifierRole.AS,
    "holder": QualifierRole.HOLDER,
    "disputed": QualifierRole.DISPUTED_BY,
    "share": None,
}


def _fact(name: str, value: Value, **circumstances: Value) -> tuple[str, Fact]:
    subject, _, rest = name.partition(" ")
    predicate = Property(iri=iri(rest.split()[0]), label=rest.split()[0], symmetric=rest == "rival")
    qualifiers = tuple(
        Qualifier(
            predicate=Property(iri=iri(key), label=key, role=_ROLES[key]), value=one, term=iri("")
        )
        for key, one in circumstances.items()
    )
    statement = Statement(
        iri=iri(name.replace(" ", "-")),
        subject=iri(subject),
        predicate=predicate,
        value=value,
        term=iri("term"),
        qualifiers=qualifiers,
    )
    known = frozenset({predicate.iri})
    return name, Fact(
        Iri(statement.iri), iri(subject), known, value, statement, symmetric=predicate.symmetric
    )


def _entity(name: str) -> Entity:
    return Entity(iri(name), name)


def _year(year: int) -> Date:
    return Date(year=year)


FACTS: Final = dict(
    (
        _fact("ada born", Date(year=1815, month=12, day=10)),
        _fact("bab born", Date(year=1817, month=2, day=3)),
        _fact("ada place", _entity("london")),
        _fact("bab place", _entity("london")),
        _fact("mary place", _entity("leeds")),
        _fact("ada died", Date(year=1852, month=11, day=27, old_style=(1852, 11, 15))),
        _fact("ada cause", _entity("fever")),
        _fact(
            "ada member", _entity("club"), start=_year(1833), end=_year(1840), role=_entity("chair")
        ),
        _fact("bab member", _entity("club"), start=_year(1835), end=_year(1850)),
        _fact("ada member 2", _entity("guild"), start=_year(1841)),
        _fact("bab member 2", _entity("guild"), start=_year(1849), end=_year(1850)),
        _fact("ada rival", _entity("bab"), start=_year(1836)),
        _fact("bab rival", _entity("ada"), start=_year(1836)),
        _fact("ada wrote", _entity("notes"), time=_year(1843)),
        _fact("bab wrote", _entity("memoir"), time=Date(year=1864, month=5)),
        _fact("ada opposed", _entity("poor law")),
        _fact("bab devised", _entity("poor law"), time=_year(1834)),
        _fact("ada wise", _entity("genius"), holder=_entity("mary")),
        _fact("bab wise", _entity("crank"), holder=_entity("ada"), disputed=_entity("mary")),
        _fact("ada children", Quantity(amount=Decimal(3))),
        _fact("bab children", Quantity(amount=Decimal(8))),
        _fact("mary spouse", NoValue()),
        _fact("bab spouse", NoValue()),
        _fact("ada grave", SomeValue()),
        _fact("ada motto", Text("Knowledge is power")),
        _fact("mary children", Quantity(amount=Decimal(0))),
        _fact("ada number", Identifier("12")),
        _fact("ada spoke", _entity("french")),
        _fact("bab spoke", _entity("french")),
        _fact(
            "tees length",
            Quantity(amount=Decimal(137), unit=iri("km"), unit_label="kilometre", scale=_KILOMETRE),
        ),
        _fact(
            "wye length",
            Quantity(amount=Decimal(274_000), unit=iri("m"), unit_label="metre", scale=_METRE),
        ),
        _fact("wye width", Quantity(amount=Decimal(30), lower=Decimal(25), upper=Decimal(40))),
        _fact("wye place", Coordinate(Decimal("51.61"), Decimal("-2.66"))),
        _fact("wye share", _entity("wales"), share=Quantity(amount=Decimal(60))),
        _fact("rome founded", Date(year=-752)),
        _fact("rome ruled", _entity("bab"), start=_year(-42), end=_year(-32)),
        _fact("rome style", _entity("gothic"), time=Date(year=1905, day=None)),
    )
)
NAMES: Final = {
    "ada": ("Ada Lovelace", "Lovelace", "Ada"),
    "bab": ("Charles Babbage", "Babbage"),
    "mary": ("Mary Somerville",),
    "poor law": ("the Poor Law",),
    "genius": ("genius",),
    "chair": ("chair",),
}
_FORMS: Final = {
    "born": (Shape("was born"), Shape("were born"), Shape("date of birth", noun=True)),
    "place": (Shape("was born in"), Shape("were born in"), Shape("in", left=True)),
    "died": (Shape("died"),),
    "cause": (Shape("died of"),),
    "member": (
        Shape("was a member of"),
        Shape("were members of"),
        Shape("had … among its members", turned=True),
    ),
    "rival": (Shape("was a rival of"), Shape("were rivals of")),
    "wrote": (Shape("wrote"), Shape("was written by", turned=True)),
    "opposed": (Shape("opposed"),),
    "devised": (Shape("devised"),),
    "wise": (Shape("was a"),),
    "children": (Shape("had … children"), Shape("number of children", noun=True)),
    "spouse": (Shape("was married to"), Shape("spouse", noun=True)),
    "grave": (Shape("was buried in"), Shape("grave", noun=True)),
    "number": (Shape("has the number"),),
    "motto": (Shape("had the motto"),),
    "spoke": (Shape("spoke … as a first language"), Shape("speaks")),
    "length": (Shape("has a length of"), Shape("length", noun=True)),
    "width": (Shape("has a width of"),),
    "share": (Shape("lies in"),),
    "founded": (Shape("founded", noun=True),),
    "ruled": (Shape("was ruled by"),),
    "style": (Shape("was built in the style"),),
}


def grounds(*names: str, gaps: tuple[str, ...] = ()) -> Grounds:
    facts = tuple(FACTS[name] for name in names)
    silent = (gap.split() for gap in gaps)
    known = Grounds(facts=facts, gaps=frozenset(Gap(iri(a), iri(b)) for a, b in silent))
    comparands = tuple(
        dict.fromkeys((*(f.subject for f in facts), *sorted(g.entity for g in known.gaps)))
    )
    plain = {key: (key.removeprefix("urn:").capitalize(),) for key in known.things if key}
    named = {iri(key): names for key, names in NAMES.items()}
    texts = {f.key: (f.key[1:],) for f in facts if isinstance(f.value, Text | Identifier)}
    return Grounds(
        facts=facts,
        gaps=known.gaps,
        comparands=comparands[:2],
        names=plain | named | texts,
        genders={iri("ada"): "feminine", iri("mary"): "feminine", iri("bab"): "masculine"},
    )


def problems(
    text: str,
    known: Grounds,
    *,
    mentions: tuple[SentenceMention, ...] = (),
    language: str = "en",
) -> list[str]:
    forms = {one: _FORMS[one.removeprefix("urn:")] for one in sorted(known.predicates)}
    told = Told(text=text, evidence=(), claims=(), mentions=mentions)
    lattice = lattice_of(told, known, words_of(language), forms=forms)
    found = (
        *residue_failures(lattice, known),
        *negation_failures(lattice, known),
        *role_failures(lattice, known),
    )
    return [failure.problem for failure in found]
