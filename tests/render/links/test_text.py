from tertium.model.link import LinkOutcome, ReasonKind
from tertium.render.links import line_of, told
from tests.render.links.builders import candidate, linking, reason


def test_one_link_is_told_with_all_reasons_for_and_against() -> None:
    against = reason(ReasonKind.DATE, "born 1954, not 1850", 0.1)
    found = linking(
        "John Smith",
        candidate("Q1", "John Smith", 0.5, reason()),
        candidate("Q2", "Jon Smith", 0.1, reason(score=0.8), against),
        outcome=LinkOutcome.AMBIGUOUS,
    )
    assert told(found) == (
        "John Smith: ambiguous\n"
        "  the only one of this name\n"
        "\n"
        "  1. John Smith, a person (0.50)\n"
        "       <http://www.wikidata.org/entity/Q1>\n"
        "       + so called\n"
        "\n"
        "  2. Jon Smith, a person (0.10)\n"
        "       <http://www.wikidata.org/entity/Q2>\n"
        "       + so called\n"
        "       - born 1954, not 1850\n"
    )


def test_many_links_have_a_line_each() -> None:
    lines = (linking("Kim", candidate("Q1", "Kim")), linking("Lee"), linking(""))
    assert "".join(map(line_of, lines)) == (
        "match      Kim → Kim, a person (0.90) <http://www.wikidata.org/entity/Q1>; "
        "the only one of this name\n"
        "none       Lee; nothing is called so\n"
        "none       (no name); nothing is called so\n"
    )


def test_no_name_can_do_anything_to_a_terminal() -> None:
    text = line_of(linking("a\x1b[31m\nb\u202e", candidate("Q1", "\x9b1m")))
    assert text.count("\n") == 1
    assert not {"\x1b", "\x9b", "\u202e"} & set(text)
