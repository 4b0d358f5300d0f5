from tertium.model.lexicon import Form, Gender, Number, Tense, Use, ValueNoun, VerbFrame, Voice
from tertium.model.terms import Literal
from tertium.queries.reading.lexicon import read_lexicon
from tertium.store.protocol import Binding
from tests.queries.builders import ex


def form(words: str, language: str = "en", **features: str) -> Binding:
    told: Binding = {name: ex(f"x#{kind}") for name, kind in features.items()}
    return {"property": ex("p"), "language": Literal(language), "form": Literal(words), **told}


def frame(*rows: Binding, language: str = "en") -> VerbFrame:
    return read_lexicon(rows, language).frames[ex("p")]


def test_one_number_serves_for_both() -> None:
    for row in (form("wrote", number="singular"), form("wrote", number="plural"), form("wrote")):
        assert frame(row) == VerbFrame("wrote", "wrote")


def test_of_two_forms_the_first_counts() -> None:
    found = frame(form("a", number="singular"), form("b", number="singular"))
    assert found.singular == "a"


def test_only_the_nearest_language_counts() -> None:
    rows = (form("was", number="singular"), form("war", "de", number="singular"))
    assert frame(*rows, language="de-AT") == VerbFrame("war", "war")


def test_every_feature_of_a_form_is_read() -> None:
    found = frame(
        form("was born in", number="singular"),
        form("narodila sa", number="singular", gender="feminine", tense="present"),
        form("was the birthplace of", number="singular", voice="passiveVoice"),
        form("were both born in", use="both"),
        form("in", use="contrast"),
        form("place of birth", part="noun"),
    )
    assert found.singular == found.plural == "was born in"
    assert found.forms == (
        Form(
            text="narodila sa",
            number=Number.SINGULAR,
            gender=Gender.FEMININE,
            tense=Tense.PRESENT,
        ),
        Form(text="was the birthplace of", number=Number.SINGULAR, voice=Voice.PASSIVE),
        Form(text="were both born in", use=Use.BOTH),
        Form(text="in", use=Use.CONTRAST),
        Form(text="place of birth", use=Use.NOUN),
    )


def test_an_unknown_feature_is_none() -> None:
    assert frame(form("wrote", number="dual", use="song")) == VerbFrame("wrote", "wrote")


def test_a_property_without_a_verb_may_have_a_noun() -> None:
    found = frame(form("date of birth", part="noun"))
    assert (found.singular, found.form(use=Use.NOUN)) == ("", "date of birth")


def test_a_subject_of_unknown_gender_has_no_verb_that_tells_it() -> None:
    found = frame(
        form("умер", number="singular", gender="masculine"),
        form("умерла", number="singular", gender="feminine"),
        form("умерли", number="plural"),
    )
    assert (found.singular, found.plural, found.form(gender=None)) == ("", "умерли", "")
    assert found.form(gender=Gender.FEMININE) == "умерла"
    assert found.form(number=Number.PLURAL, gender=Gender.FEMININE) == "умерли"


def test_the_values_of_a_property_have_a_kind_of_noun() -> None:
    assert frame(form("was", number="singular", values="countNoun")).values is ValueNoun.COUNT
    assert frame(form("was", number="singular")).values is ValueNoun.NAME
