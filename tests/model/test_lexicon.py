from tertium.model.lexicon import Form, Gender, Number, Tense, Use, VerbFrame, Voice

BORN = VerbFrame(
    "was born in",
    "were born in",
    (
        Form(text="née à", number=Number.SINGULAR, gender=Gender.FEMININE),
        Form(text="is born in", number=Number.SINGULAR, tense=Tense.PRESENT),
        Form(text="were both born in", use=Use.BOTH),
        Form(text="", use=Use.CONTRAST),
        Form(text="was the cradle of", number=Number.SINGULAR, voice=Voice.PASSIVE),
    ),
)


def test_singular_and_plural_are_forms() -> None:
    assert BORN.form() == "was born in"
    assert BORN.form(number=Number.PLURAL) == "were born in"


def test_a_form_that_does_not_depend_on_gender_or_tense_serves_for_each() -> None:
    assert BORN.form(gender=Gender.FEMININE) == "née à"
    assert BORN.form(gender=Gender.MASCULINE) == "was born in"
    assert BORN.form(tense=Tense.PRESENT) == "is born in"
    assert BORN.form(tense=Tense.PAST) == "was born in"


def test_number_counts_before_tense() -> None:
    assert BORN.form(number=Number.PLURAL, tense=Tense.PRESENT) == "were born in"


def test_another_number_is_better_than_nothing() -> None:
    assert BORN.form(number=Number.PLURAL, voice=Voice.PASSIVE) == "was the cradle of"


def test_there_may_be_none_of_a_use_and_one_may_be_empty() -> None:
    assert not BORN.form(use=Use.NOUN)
    assert not BORN.has(use=Use.NOUN)
    assert not BORN.form(use=Use.CONTRAST)
    assert BORN.has(use=Use.CONTRAST)
    assert BORN.form(use=Use.BOTH) == "were both born in"
