from tertium.narrate.languages.carded.sayings import Frame, Saying, Told, row
from tertium.narrate.languages.carded.tongue import text_of
from tests.narrate.languages.carded.builders import TONGUE, tongue

GORI, DAY = Told(("Gori",)), Told(("am 6. Mai",), bare=("6. Mai",))


def said(*sayings: Saying) -> str:
    return text_of(row(tongue("de"), sayings))


def saying(text: str, *told: Told, dated: bool = False) -> Saying:
    return Saying(Frame.of(text), told, dated=dated)


def test_values_follow_a_frame_or_stand_in_it() -> None:
    assert said(saying("lebte in", GORI)) == "lebte in Gori"
    assert said(saying("wurde in … geboren", GORI, Told(("Tiflis",), ("1894",)))) == (
        "wurde in Gori und Tiflis (1894) geboren"
    )
    assert said(saying("", GORI)) == "Gori"


def test_each_value_has_the_quotation_marks_around_the_place() -> None:
    told = (Told(("A",)), Told(("B",), ("1919",)))
    assert said(saying("gehörte „…“ an", *told)) == "gehörte „A“ und „B“ (1919) an"


def test_without_a_value_the_frame_stands_alone() -> None:
    assert said(saying("ist ohne Kinder", Told((), ("1919",)))) == "ist ohne Kinder (1919)"
    assert said(saying("ist ohne Kinder", Told(()))) == "ist ohne Kinder"


def test_behind_a_colon_a_date_is_named() -> None:
    assert said(saying("starb", DAY)) == "starb am 6. Mai"
    assert said(saying("Tod: … (Datum)", DAY)) == "Tod: 6. Mai (Datum)"


def test_what_goes_on_from_a_date_is_one() -> None:
    born = saying("wurde … geboren", DAY, dated=True)
    assert said(saying("wurde in … geboren", GORI), born) == (
        "wurde in Gori geboren und wurde am 6. Mai geboren"
    )
    assert said(born, saying("lebte in", GORI), saying("wurde in … geboren", GORI)) == (
        "wurde am 6. Mai in Gori geboren und lebte in Gori"
    )
    assert said(born, saying("wurde in … geboren", Told(()))) == (
        "wurde am 6. Mai geboren und wurde in"
    )


def test_what_has_one_frame_is_one() -> None:
    assert said(saying("nahm teil an:", GORI), saying("nahm teil an:", Told(("Tiflis",)))) == (
        "nahm teil an: Gori und Tiflis"
    )


def test_lists_behind_colons_are_kept_apart() -> None:
    first, second = saying(": Vater — …", GORI), saying(": Mutter — …", GORI)
    assert said(saying("starb", DAY), second) == "starb am 6. Mai und Mutter — Gori"
    assert said(first, second) == ": Vater — Gori; Mutter — Gori"


def test_a_frame_that_is_another_goes_on_from_nothing() -> None:
    assert Frame.of("died").rest(Frame.of("was born in")) is None
    assert Frame("ga ").fill(TONGUE, [GORI]) == ("ga ", "Gori")
