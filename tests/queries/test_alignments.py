from tertium.model.lexicon import Lexicon, VerbFrame
from tertium.model.schema import Property, QualifierRole, Schema
from tertium.model.terms import Iri
from tertium.queries.alignments import Alignments, bundled_alignments
from tertium.queries.reading.lexicon import aligned_lexicon
from tertium.queries.reading.schema import aligned_schema
from tests.queries.builders import ex, tt

BORN = Property(iri=tt("birthDate"), label="date of birth")
START = Property(iri=tt("startTime"), label="start time", role=QualifierRole.START)
THEIRS = Alignments(
    {
        ex("born"): (tt("gone"), BORN.iri),
        ex("when"): (START.iri, BORN.iri),
        ex("Human"): (tt("Person"),),
    }
)


def test_the_bundled_tables_know_other_vocabularies() -> None:
    ours = bundled_alignments().ours
    assert ours[Iri("http://www.wikidata.org/entity/P569")][0] == tt("birthDate")
    assert ours[Iri("http://www.wikidata.org/entity/Q5")][0] == tt("Person")
    assert bundled_alignments() is bundled_alignments()


def test_a_word_of_others_may_stand_for_a_property_and_a_qualifier() -> None:
    schema = aligned_schema(Schema(properties={BORN.iri: BORN, START.iri: START}), THEIRS)
    assert schema.properties[ex("born")] == schema.properties[ex("when")] == BORN
    assert schema.qualifiers == {ex("when"): START}


def test_what_the_ontology_says_itself_stays() -> None:
    own = Property(iri=ex("born"), label="born")
    schema = aligned_schema(Schema(properties={BORN.iri: BORN, own.iri: own}), THEIRS)
    assert schema.properties[ex("born")] == own


def test_a_class_of_others_has_the_superclasses_of_ours() -> None:
    known = {tt("Person"): frozenset({tt("Agent")}), ex("Human"): frozenset({ex("Ape")})}
    above = aligned_schema(Schema(superclasses=known), THEIRS).superclasses
    assert above[ex("Human")] == {ex("Ape"), tt("Person"), tt("Agent")}


def test_a_word_of_others_is_said_as_ours() -> None:
    frame, own = VerbFrame("was born", "were born"), VerbFrame("came", "came")
    lexicon = aligned_lexicon(Lexicon("en", {BORN.iri: frame, ex("when"): own}), THEIRS)
    assert lexicon.frames[ex("born")] == frame
    assert lexicon.frames[ex("when")] == own
    assert ex("Human") not in lexicon.frames
