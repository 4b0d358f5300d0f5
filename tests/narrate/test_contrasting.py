from tests.narrate.builders import about, amount, date, fact, section


def _told(*counts: int) -> list[str]:
    people = zip(("Ada", "Bo", "Cy"), counts, strict=False)
    sides = [
        about(name, fact("childCount", amount(n)), fact("residence", f"{name} Town"))
        for name, n in people
    ]
    return section("Background", *sides)


def test_the_greater_amount_comes_last_with_its_ratio() -> None:
    assert "Bo had twelve children; Ada had 36 children, 3 times as many." in _told(36, 12)
    assert "Ada had twelve children; Bo had 100 children, 8.33 times as many." in _told(12, 100)


def test_few_things_and_near_amounts_have_no_ratio() -> None:
    assert not any("times" in text for text in _told(3, 4) + _told(1000, 1049))


def test_of_three_no_ratio_is_told() -> None:
    assert not any("times" in text for text in _told(20, 40, 60))


def test_of_a_series_the_amounts_are_told_which_were_compared() -> None:
    then, later = date("1900"), date("1950")
    ada = about(
        "Ada",
        fact("memberOf", amount(100), time=then),
        fact("memberOf", amount(900), time=later),
        fact("party", "Left"),
    )
    bo = about("Bo", fact("memberOf", amount(20), time=then), fact("party", "Right"))
    told = section("Party", ada, bo)
    assert "Bo sat on 20 in 1900; Ada sat on 100 in 1900, 5 times as many." in told


def test_amounts_of_which_one_has_no_date_have_a_ratio() -> None:
    same = fact("memberOf", amount(100), time=date("1900"))
    ada = about("Ada", same, fact("party", "Left"))
    bo = about("Bo", fact("memberOf", amount(20)), fact("party", "Right"))
    told = section("Party", ada, bo)
    assert "Bo sat on 20; Ada sat on 100 in 1900, 5 times as many." in told
