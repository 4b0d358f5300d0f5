import pytest

from tertium.auditing.reading import parties_of, read_prose

PAIR = ("Ada Lovelace", "Charles Babbage")


def texts(text: str) -> list[str]:
    return [passage.text for passage in read_prose(text, PAIR).passages]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vs.\n\nAda Lovelace vs. Charles Babbage\n", PAIR),
        ("# Ada Lovelace versus Charles Babbage: who was first?", PAIR),
        ("A vs B v. C", ("A", "B", "C")),
        ("Ada Lovelace and Charles Babbage", ()),
        ("", ()),
    ],
)
def test_a_title_sets_names_against_each_other(text: str, expected: tuple[str, ...]) -> None:
    assert parties_of(text) == expected


@pytest.mark.parametrize(
    "table",
    [
        "AttributeAda LovelaceCharles Babbage\nField of workMathematicsMechanics",
        "Attribute\tAda Lovelace\tCharles Babbage\nField of work\tMathematics\tMechanics",
        "| | Ada Lovelace | Charles Babbage |\n|-|-|-|\n|Field of work|Mathematics|Mechanics|",
    ],
)
def test_each_cell_is_a_passage(table: str) -> None:
    first, second = read_prose(table, PAIR).passages
    assert (first.text, first.row, first.party) == ("Mathematics", "Field of work", 0)
    assert (second.text, second.row, second.party, second.number) == (
        "Mechanics",
        "Field of work",
        1,
        2,
    )


def test_a_row_with_too_many_cells_is_read_as_a_sentence() -> None:
    table = "x\tAda Lovelace\tCharles Babbage\na long row about nothing at all indeed, it seems.\tb"
    assert [one.party for one in read_prose(table, PAIR).passages] == [None]


def test_an_empty_cell_is_no_passage() -> None:
    table = "| | Ada Lovelace | Charles Babbage |\n| Field | | Mechanics |"
    assert [one.text for one in read_prose(table, PAIR).passages] == ["Mechanics"]


def test_headings_name_the_section() -> None:
    (only,) = read_prose("Early life\n\nShe was born in London.", PAIR).passages
    assert (only.section, only.text) == ("Early life", "She was born in London.")


def test_a_heading_ends_a_table() -> None:
    text = "| | Ada Lovelace | Charles Babbage |\n| Field | x | y |\nLegacy:\nA is b is c."
    assert read_prose(text, PAIR).passages[-1].section == "Legacy"


def test_sentences_end_where_one_ends_and_another_begins() -> None:
    text = "He met Dr. Smith in St. Ives, by J. Doe. She wrote “Why? because.” Then 3 left."
    assert texts(text) == [
        "He met Dr. Smith in St. Ives, by J. Doe.",
        "She wrote “Why? because.”",
        "Then 3 left.",
    ]


def test_marks_of_citation_and_emphasis_are_dropped() -> None:
    assert texts("- **She** was born in the city of London[1][2](x).") == [
        "She was born in the city of London."
    ]
