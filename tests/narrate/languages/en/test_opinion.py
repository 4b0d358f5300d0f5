from tests.narrate.builders import NONE, Fact, about, amount, date, fact, section, thing

SERVICE, DEUTSCHER, PIPES = map(thing, ("Robert Service", "Isaac Deutscher", "Richard Pipes"))


def _told(*facts: Fact) -> list[str]:
    return section("Leadership", about("Leon Trotsky", *facts, short="Trotsky"))


def test_two_views_of_one_person_stand_side_by_side() -> None:
    told = _told(
        fact("style", "authoritarian rule", holder=SERVICE),
        fact("style", "democratic rule", holder=DEUTSCHER),
        fact("style", "terror", holder=PIPES, disputedBy=DEUTSCHER),
    )
    assert told == [
        (
            "According to Richard Pipes, Leon Trotsky practised terror, which Isaac "
            "Deutscher disputes."
        ),
        (
            "Robert Service argues that Trotsky practised authoritarian rule; Isaac Deutscher "
            "argues that Trotsky practised democratic rule."
        ),
    ]


def test_all_holders_of_a_view_are_named_together() -> None:
    told = _told(
        fact("style", "terror", holder=PIPES, disputedIn=thing("Getty, Origins")),
        fact("style", "terror", holder=SERVICE, disputedIn=thing("Getty, Origins")),
        fact("style", "democratic rule", holder=DEUTSCHER, disputedBy=thing("Bo")),
    )
    assert told == [
        (
            "According to Richard Pipes and Robert Service, Leon Trotsky practised terror, "
            "which is "
            "disputed in “Getty, Origins”."
        ),
        "Isaac Deutscher holds that Trotsky practised democratic rule, which Bo disputes.",
    ]


def test_one_holder_may_judge_both() -> None:
    told = section(
        "Leadership",
        about("Joseph Stalin", fact("style", "terror", holder=SERVICE), short="Stalin"),
        about(
            "Leon Trotsky",
            fact("style", "terror", holder=SERVICE),
            fact("style", "pride", holder=SERVICE),
            short="Trotsky",
        ),
    )
    assert told == [
        (
            "According to Robert Service, Joseph Stalin practised terror and Leon Trotsky "
            "practised pride."
        ),
        "Robert Service holds that Trotsky practised terror.",
    ]


def test_a_judgement_without_a_holder_is_not_told() -> None:
    assert _told(fact("style", "terror"), fact("style", "pride"), fact("style", "rage")) == []


def test_numbers_stand_inside_their_verb() -> None:
    famine = about(
        "Famine",
        fact("deathToll", amount(5_000_000), holder=SERVICE),
        fact("deathToll", amount(7_000_000), holder=PIPES),
        fact("deathToll", amount(3_000_000), holder=DEUTSCHER, disputedBy=PIPES),
        in_text="the famine",
    )
    assert section("Consequences", famine)[1] == (
        "Robert Service argues that the famine cost 5 million lives; Richard Pipes argues that the "
        "famine cost 7 million lives."
    )


def test_sources_which_differ_are_set_beside_each_other() -> None:
    stalin = about(
        "Joseph Stalin",
        fact("birthDate", date("1878-12-18"), rank="preferred"),
        fact("birthDate", date("1878")),
        fact("birthDate", date("1879-12-21")),
        fact("birthDate", date("1881"), rank="deprecated"),
        fact("birthPlace", "Gori"),
        fact("birthPlace", "Tiflis"),
        short="Stalin",
    )
    assert section("Background", stalin) == [
        (
            "Sources differ on the date of birth of Joseph Stalin: 18 December 1878 or 21 "
            "December 1879."
        ),
        "Stalin was born on 18 December 1878.",
        "The sources do not agree on the place of birth of Stalin: Gori or Tiflis.",
    ]


def test_without_sources_nobody_says_that_sources_differ() -> None:
    places = (fact("birthPlace", place, refs=0) for place in ("Gori", "Tiflis"))
    told = section("Background", about("Ada", *places, fact("occupation", "a poet")))
    assert "More than one place of birth is stated of Ada: Gori or Tiflis." in told


def test_a_value_that_is_only_disputed_has_no_rivals() -> None:
    told = section(
        "Background",
        about(
            "Ada",
            fact("birthDate", date("1900"), disputedBy=PIPES),
            fact("occupation", "a poet"),
            fact("residence", "Rome"),
            fact("residence", "Nice"),
            fact("childCount", NONE),
        ),
    )
    assert not any("Sources differ" in text for text in told)
