from dataclasses import replace

from tertium.compare.align import align
from tertium.compare.joining import joined, meant, turned
from tertium.model.alignment import Alignment, Declaration, Tie
from tertium.model.schema import Property
from tertium.model.terms import Iri

from .builders import IDEOLOGY, fact, person, prop, thing

CREED = Property(iri=Iri("https://creeds.org/ns/creed"), label="creed")
SECT = prop("sect")
ADHERENT = prop("adherent")
KNOWN = Alignment.of(
    [
        Declaration(IDEOLOGY.iri, Tie.EQUIVALENT, CREED.iri),
        Declaration(SECT.iri, Tie.NARROWER, CREED.iri),
        Declaration(CREED.iri, Tie.INVERSE, ADHERENT.iri),
    ]
)


def test_a_row_says_which_other_properties_stand_in_it_and_why() -> None:
    inverse = replace(person("d", thing("z")).statements[0], turned=ADHERENT)
    people = (
        person("a", fact(thing("x"))),
        person("b", fact(thing("x"), CREED)),
        person("c", fact(thing("y"), SECT)),
        replace(person("d"), inward=(inverse,)),
        replace(person("e"), crowded=(IDEOLOGY.iri,)),
    )
    (line,) = align(people, alignment=KNOWN)
    assert meant(line, KNOWN) == (CREED.iri, SECT.iri)
    assert turned(line, KNOWN) == (ADHERENT.iri,)
    assert list(joined(line, people, alignment=KNOWN)) == [
        "adherent (example.org) is declared its inverse",
        "creed (creeds.org) is declared to mean the same",
        "sect (example.org) is declared to imply it",
        "too many others state it of e",
    ]
