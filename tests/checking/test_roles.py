import pytest

from tertium.checking.sentence import SentenceMention
from tests.checking.builders import grounds, iri, problems

BORN = ("ada born", "ada place", "bab born", "bab place")
CLUB = ("ada member", "bab member")
GUILD = (*CLUB, "ada member 2", "bab member 2")
WISE = ("ada wise", "bab wise")
LAW = ("ada opposed", "bab devised")
RIVERS = ("tees length", "wye length")
BORE_OUT = {
    "Ada Lovelace was born on 10 December 1815 in London.": BORN[:2],
    "Born in London on 10 December 1815, Lovelace.": BORN[:2],
    "Ada was born in London on December 10, 1815.": BORN[:2],
    "Ada was born in December 1815.": BORN[:1],
    "Ada was born in December.": BORN[:1],
    "Ada was born in the 1810s.": BORN[:1],
    "Ada was born in the 19th century.": BORN[:1],
    "Ada was born in the 2nd millennium.": BORN[:1],
    "Ada was born on December 10.": BORN[:1],
    "Ada died on 27 November 1852 (15 November, Old Style) of fever.": ("ada died", "ada cause"),
    "Ada was born on 10 December 1815; Babbage was born one year later, on 3 February 1817.": (
        "ada born",
        "bab born",
    ),
    "Babbage was born 13 months later, on 3 February 1817, Ada on 10 December 1815.": (
        "ada born",
        "bab born",
    ),
    "Ada was born 421 days earlier, on 10 December 1815; Babbage on 3 February 1817.": (
        "ada born",
        "bab born",
    ),
    "Both were born in London.": ("ada place", "bab place"),
    "They were both born in London.": ("ada place", "bab place"),
    "Both Ada and Babbage were born in London.": ("ada place", "bab place"),
    "Ada, like Babbage, was born in London.": ("ada place", "bab place"),
    "Ada was born in London, as was Babbage.": ("ada place", "bab place"),
    "Ada was born in London, Mary Somerville in Leeds.": ("ada place", "mary place"),
    "Both were members of the Club, Ada from 1833 to 1840 and Babbage from 1835.": CLUB,
    "Both were members of the Club, with an overlap from 1835 to 1840.": CLUB,
    "Both were members of the Club and the Guild; their terms overlapped from 1835 to 1840"
    " and from 1849, respectively.": GUILD,
    "Ada was a member of the Club (as chair, 1833\N{EN DASH}1840) and the Guild (from 1841).": (
        "ada member",
        "ada member 2",
    ),
    "From 1833, Ada was a member of the Club as chair.": ("ada member",),
    "The Club had Ada among its members.": ("ada member",),
    "Ada and Babbage were rivals of each other from 1836.": ("ada rival", "bab rival"),
    "Ada was a rival of Babbage and vice versa.": ("ada rival", "bab rival"),
    "Babbage was a rival of Ada.": ("ada rival",),
    "Ada has been a rival of Babbage since 1836.": ("ada rival",),
    "Ada was a rival of Babbage, who was born in London.": ("ada rival", "bab place"),
    "Ada was a member of the Club for 7 years.": ("ada member",),
    "Wye has a length of 2.74 \N{MULTIPLICATION SIGN} 10^5 metres.": ("wye length",),
    "Ada has the number 12.": ("ada number",),
    "Ada wrote Notes in 1843, while Babbage wrote Memoir in May 1864.": ("ada wrote", "bab wrote"),
    "Notes was written by Ada in 1843.": ("ada wrote",),
    "Babbage devised the Poor Law in 1834, which Ada opposed.": LAW,
    "Mary Somerville argues that Ada was a genius.": WISE[:1],
    "According to Mary Somerville, Ada was a genius.": WISE[:1],
    "In the view of Ada, Babbage was a crank, which Mary Somerville disputes.": WISE[1:],
    "Ada had three children; Babbage had 8 children, 2.67 times as many.": (
        "ada children",
        "bab children",
    ),
    "Ada has 3 as number of children.": ("ada children",),
    "Neither had any spouse.": ("mary spouse", "bab spouse"),
    "Ada had an unknown grave.": ("ada grave",),
    "Ada had the motto “Knowledge is power”.": ("ada motto",),
    "Both spoke French as a first language.": ("ada spoke", "bab spoke"),
    "Both speak French.": ("ada spoke", "bab spoke"),
    "Tees has a length of 137 kilometres; Wye of 274 000 metres, twice as much.": RIVERS,
    "Tees has a length of 137 kilometres; Wye of 0.274 million metres, 2 times as much.": RIVERS,
    "Wye has a width of about 30 (between 25 and 40).": ("wye width",),
    "Wye was born in 51.61° N, 2.66° W.": ("wye place",),
    "Wye lies in Wales (60%).": ("wye share",),
    "Rome has 753 BCE as founded.": ("rome founded",),
    "Rome was founded in the 8th century BCE.": ("rome founded",),
    "Rome was ruled by Babbage from 43 to 33 BCE.": ("rome ruled",),
    "Rome was built in the style Gothic in 1905.": ("rome style",),
    "More than one date of birth is stated of Ada: 10 December 1815.": ("ada born",),
    "The date of birth ranges from 10 December 1815 (Ada) to 3 February 1817 (Babbage).": (
        "ada born",
        "bab born",
    ),
    "All three were born in London or Leeds.": (),
}
WRONG = {
    "Babbage was born on 10 December 1815 in London.": BORN[:2],
    "Ada was born on 11 December 1815 in London.": BORN[:2],
    "Ada was born on 10 December 1815.": BORN[:2],
    "Ada was born in Paris on 10 December 1815.": BORN[:2],
    "Ada was born in the 1820s.": BORN[:1],
    "Ada was born in the 18th century BCE.": BORN[:1],
    "Ada was not born in London.": BORN[1:2],
    "Ada never was born in London.": BORN[1:2],
    "Ada was born on 10 December 1815; Babbage was born two years later, on 3 February 1817.": (
        "ada born",
        "bab born",
    ),
    "Babbage was born on 3 February 1817; Ada was born one year later, on 10 December 1815.": (
        "ada born",
        "bab born",
    ),
    "Both were members of the Club, Ada from 1833 to 1850 and Babbage from 1835.": CLUB,
    "Both were members of the Club, with an overlap from 1833 to 1840.": CLUB,
    "Both were members of the Club as chair.": CLUB,
    "Ada was a member of the Club (1840\N{EN DASH}1833).": ("ada member",),
    "Ada was a member of the Club in 1843.": ("ada member",),
    "In 1843, Ada was a member of the Club.": ("ada member",),
    "3, Ada was a member of the Club.": ("ada member",),
    "Babbage was a member of the Club, as was Mary Somerville.": ("bab member", "mary place"),
    "The Club was a member of Ada.": ("ada member",),
    "Ada was written by Notes.": ("ada wrote",),
    "Ada devised the Poor Law, which Babbage opposed.": LAW,
    "Ada was a rival of Babbage and vice versa.": ("ada rival",),
    "Ada was a genius.": WISE[:1],
    "Ada argues that Ada was a genius.": WISE[:1],
    "Tees has a length of 137 kilometres; Wye of 274 000 metres, 3 times as much.": RIVERS,
    "Wye has a width of about 30 (between 40 and 25).": ("wye width",),
    "Wye has a width of about 30 (between 25 and 30).": ("wye width",),
    "Wye has a width of about 50.": ("wye width",),
    "Rome was founded in 752 BCE.": ("rome founded",),
    "Babbage wrote Memoir in June 1864.": ("bab wrote",),
    "Ada had no spouse.": ("mary spouse",),
    "Ada spoke French among its members.": ("ada spoke", "ada member"),
    "Both were born in London.": ("ada place",),
    "Ada had no children; Babbage had 8 children, 3 times as many.": (
        "bab children",
        "mary children",
    ),
    "Ada wrote Notes in 1843, 5 days later, Babbage Memoir.": ("ada wrote", "bab wrote"),
    "While Ada, Babbage was born in London.": ("bab place",),
}


@pytest.mark.parametrize("text", [text for text, names in BORE_OUT.items() if names])
def test_a_sentence_that_says_what_is_cited_passes(text: str) -> None:
    assert problems(text, grounds(*BORE_OUT[text])) == []


@pytest.mark.parametrize("text", WRONG)
def test_a_sentence_that_says_anything_else_fails(text: str) -> None:
    assert problems(text, grounds(*WRONG[text]))


SILENT = {
    "No spouse is recorded for Ada.": ("ada spouse",),
    "Babbage was born in London; no spouse is recorded for Ada.": ("ada spouse",),
    "For Ada, nothing is recorded as “spouse”.": ("ada spouse",),
    "No spouse is recorded for two others.": ("ada spouse", "mary spouse"),
    "No spouse is recorded for Ada and Mary Somerville.": ("ada spouse", "mary spouse"),
    "Of Ada, spouse nothing is recorded.": ("ada spouse",),
}


@pytest.mark.parametrize("text", SILENT)
def test_silence_is_told_as_not_recorded(text: str) -> None:
    known = grounds(*(("bab place",) if "London" in text else ()), gaps=SILENT[text])
    assert problems(text, known) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada had no spouse.",
        "No spouse is recorded for Babbage.",
        "No spouse is not recorded for Ada.",
        "Nothing is not recorded for Ada as “spouse”.",
        "No grave is recorded for Ada.",
        "Ada was never married to Babbage.",
    ],
)
def test_silence_is_not_told_as_a_fact(text: str) -> None:
    assert problems(text, grounds("bab place", gaps=("ada spouse",)))


def test_a_denial_needs_a_ground() -> None:
    (problem, *_) = problems("Ada was not born in London.", grounds("ada place"))
    assert problem == "it denies what is only not stated"
    assert "it does not say that nothing is recorded" in problems(
        "Ada had no spouse.", grounds("ada place", gaps=("ada spouse",))
    )


def test_what_is_cited_must_be_said() -> None:
    told = problems("Ada was born in London.", grounds("ada place", "ada wrote"))
    assert told == ["cites urn:ada-wrote without saying it"]


def test_what_nothing_bears_out_is_named() -> None:
    assert (
        problems("Ada was born in Leeds.", grounds("ada place", "mary place"))
        == [
            "nothing cited bears out “… Leeds. …”",
            "cites urn:mary-place without saying it",
        ][:1]
    )
    assert problems("Ada was born in Paris.", grounds("ada place"))[0] == "“Paris” has no ground"


def test_a_judgement_names_its_holder() -> None:
    assert "it does not say who holds urn:ada-wise" in problems(
        "Ada was a genius.", grounds("ada wise")
    )


def test_a_pronoun_and_a_group_stand_for_whom_the_page_says() -> None:
    known = grounds("ada place")
    she = SentenceMention(0, 3, iri("ada"), "pronoun")
    assert problems("She was born in London.", known, mentions=(she,)) == []
    assert problems("She was born in London.", grounds("bab place"), mentions=(she,))
    pair = tuple(SentenceMention(0, 8, iri(one), "group") for one in ("ada", "bab"))
    both = grounds("ada place", "bab place")
    assert problems("The pair was born in London.", both, mentions=pair) == []
    lost = SentenceMention(1, 2, iri("ada"), "pronoun")
    assert problems("She was born in London.", known, mentions=(lost,))
    them = tuple(SentenceMention(19, 25, iri(one), "group") for one in ("bab", "mary"))
    assert problems("Ada was a rival of a pair.", grounds("ada rival"), mentions=them)


OTHERS = {
    "de": "Ada was born am 10. Dezember 1815 in London.",
    "fr": "Ada was born le 10 décembre 1815 à London.",
    "es": "Ada was born el 10 de diciembre de 1815 en London.",
    "ru": "Ada was born 10 декабря 1815 года, London.",
}
CENTURIES = {
    "de": "Ada was born im 19. Jahrhundert.",
    "fr": "Ada was born au XIXe siècle.",
    "es": "Ada was born en el siglo XIX.",
    "ru": "Ada was born в XIX веке.",
}
DECADES = {
    "de": "Ada was born in den 1810er Jahren.",
    "fr": "Ada was born dans les années 1810.",
    "es": "Ada was born en la década de 1810.",
    "ru": "Ada was born в 1810-\N{CYRILLIC SMALL LETTER HA} годах.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_dates_are_read_in_other_languages(language: str) -> None:
    assert problems(OTHERS[language], grounds(*BORN[:2]), language=language) == []
    assert problems(CENTURIES[language], grounds("ada born"), language=language) == []
    assert problems(DECADES[language], grounds("ada born"), language=language) == []
    assert problems(OTHERS[language].replace("1815", "1816"), grounds(*BORN[:2]), language=language)


def test_what_lies_between_two_amounts_is_said_by_a_range() -> None:
    known = grounds("ada children", "bab children", "mary children")
    text = "The number of children ranges from {} to 8 (Charles Babbage)."
    assert problems(text.format("0 (Mary Somerville)"), known) == []
    assert problems(text.format("3 (Ada Lovelace)"), known) != []
