from dataclasses import replace

from tertium.model.dates import Interval
from tertium.model.description import Description
from tertium.model.lexicon import Gender
from tertium.model.values import Value
from tertium.narrate.messages import Agreement, Shared
from tests.narrate.builders import NONE, about, date, fact, thing
from tests.narrate.languages.carded.builders import german, tongue, words

NAMES = ("Ada", "Bo", "Cy", "Dee", "Eve", "Flo")


def people(name: str, value: Value | str, *, count: int = 2) -> tuple[Description, ...]:
    return tuple(about(one, fact(name, value)) for one in NAMES[:count])


def agreement(*holders: Description, number: int = 0) -> Agreement:
    return Agreement(statements=tuple(one.statements[number] for one in holders))


def shared(*holders: Description, among: int = 0) -> Shared:
    everyone = len(holders) == (among or len(holders))
    return Shared((agreement(*holders),), everyone, among or len(holders))


def test_two_are_told_of_as_both_or_by_name() -> None:
    both = people("party", "Reds")
    assert words(shared(*both), *both) == [
        "Duvu were members of Reds (en)",
        "E Ada e Bo were members of Reds (en)",
    ]


def test_more_are_counted_or_named() -> None:
    three = people("party", "Reds", count=3)
    assert words(shared(*three), *three) == [
        "Tot tri were members of Reds (en)",
        "Ada, Bo, Cy were members of Reds (en)",
    ]
    assert words(shared(*three[:2], among=3), *three) == [
        "E Ada e Bo were members of Reds (en)",
    ]
    six = people("party", "Reds", count=6)
    assert words(shared(*six[:4], among=6), *six)[0] == "4 na 6 were members of Reds (en)"


def test_where_everyone_is_a_woman_they_are_so_called() -> None:
    ada, bo = (replace(one, gender=Gender.FEMININE) for one in people("party", "Reds"))
    assert words(shared(ada, bo), ada, bo)[0] == "Duva were members of Reds (en)"
    other = replace(bo, gender=Gender.MASCULINE)
    assert words(shared(ada, other), ada, other)[0] == "Duvu were members of Reds (en)"


def test_several_things_are_told_in_a_row() -> None:
    ada, bo = (
        about(one, fact("party", "Reds"), fact("ideology", "Marxism"), fact("party", "Blues"))
        for one in NAMES[:2]
    )
    message = Shared(tuple(agreement(ada, bo, number=n) for n in range(3)), everyone=True, among=2)
    assert words(message, ada, bo)[0] == (
        "Duvu were members of Reds (en), Blues (en), adhered to Marxism (en)"
    )


def test_dates_in_common_have_their_prepositions() -> None:
    both = people("birthDate", date("1878-12-18"))
    known = german(birthDate=("wurde … geboren", "wurden … geboren"))
    assert (
        words(shared(*both), *both, known=known)[0] == "Beide wurden am 18. Dezember 1878 geboren"
    )


def test_what_is_lacked_is_told_without_a_verb_of_having_it() -> None:
    both = people("ally", NONE)
    assert words(shared(*both), *both)[0] == "Duvu nilu ally"


def test_times_are_told_of_all_of_each_or_of_when_all_had_it() -> None:
    ada = about("Ada", fact("memberOf", "Board", start=date("1919"), end=date("1926")))
    bo = about("Bo", fact("memberOf", "Board", start=date("1917"), end=date("1922")))
    same = about("Bo", *[fact("memberOf", "Board", start=date("1919"), end=date("1926"))])
    bare = about("Bo", fact("memberOf", "Board"))
    overlap = Interval(start=date("1919"), end=date("1922"))
    both = replace(agreement(ada, bo), overlap=overlap)
    assert words(shared(ada, same), ada, same)[0] == "Duvu sat on Board (en, 1919-1926)"
    assert words(shared(ada, bo), ada, bo)[0] == (
        "Duvu sat on Board (en, Ada: 1919-1926; Bo: 1917-1922)"
    )
    assert words(Shared((both,), everyone=True, among=2), ada, bo)[0] == (
        "Duvu sat on Board (en, sam 1919-1922)"
    )
    assert words(shared(ada, bare), ada, bare)[0] == "Duvu sat on Board (en)"


def test_of_many_it_is_not_told_of_each() -> None:
    years = ("1901", "1902", "1903", "1904")
    four = [
        about(one, fact("party", "Reds", time=date(year)))
        for one, year in zip(NAMES, years, strict=False)
    ]
    assert words(shared(*four), *four)[0] == "Tot 4 were members of Reds (en)"


def test_different_parts_are_told_of_each() -> None:
    ada = about("Ada", fact("partIn", "War", part=thing("leader")))
    bo = about("Bo", fact("partIn", "War", part=thing("envoy"), place=thing("Rome")))
    assert words(shared(ada, bo), ada, bo)[0] == (
        "Duvu took part in War (en, Ada: kom leader [en]; Bo: kom envoy [en], in Rome [en])"
    )


def test_the_names_of_a_page_in_french_have_spaces_before_colons() -> None:
    assert tongue("fr").card.words["circumstances.each"] == ("{name} : {told}",)
