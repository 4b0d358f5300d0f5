import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.queries.tokens import Kind, tokens


def kinds(sparql: str) -> list[tuple[Kind, str]]:
    return [(token.kind, token.text) for token in tokens(sparql)]


@pytest.mark.parametrize(
    "text",
    [
        '"VALUES { # }"',
        r"'it\'s'",
        '"""a "quoted" { word\n"""',
        "'''a\n'b' }'''",
        r'"a\"}"',
    ],
)
def test_a_string_is_one_token(text: str) -> None:
    assert kinds(f"{text} .") == [(Kind.STRING, text), (Kind.MARK, ".")]


def test_an_iri_is_one_token_and_a_comparison_is_not() -> None:
    assert kinds("<http://x/#a>")[0] == (Kind.IRI, "<http://x/#a>")
    assert kinds("?a < ?b && ?c > ?d")[1] == (Kind.MARK, "<")


def test_a_comment_runs_to_the_end_of_its_line() -> None:
    assert kinds("# VALUES { }\nASK") == [(Kind.COMMENT, "# VALUES { }"), (Kind.WORD, "ASK")]


@pytest.mark.parametrize("name", ["ex:stalin", ":local", "ex:", "a.b:c.d", "ex:a%20b", "_:b1"])
def test_a_prefixed_name_is_one_token(name: str) -> None:
    assert kinds(f"{name} .") == [(Kind.NAME, name), (Kind.MARK, ".")]


def test_variables_and_tags_are_told_apart() -> None:
    assert kinds('?x $y "a"@en-GB') == [
        (Kind.VARIABLE, "?x"),
        (Kind.VARIABLE, "$y"),
        (Kind.STRING, '"a"'),
        (Kind.WORD, "@en-GB"),
    ]


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert text[end : token.start].strip() == ""
        end = token.end
