import json

import pytest

from tertium.errors import UnknownFormatError
from tertium.model.comparison import Connection
from tertium.model.paths import Path, PathKind, Paths
from tertium.model.statement import Statement
from tertium.narrate.connecting import connecting
from tertium.render.paths import PATH_FORMATS, render_paths
from tests.narrate.builders import LEXICON, about, date, fact, thing

A = about("Stalin", fact("opponent", "Trotsky"), fact("memberOf", "the Politburo", refs=2))
B = about("Trotsky", fact("memberOf", "the Politburo", start=date("1919"), refs=1))
DIRECT, SHARED = (A.statements[0],), (A.statements[1], B.statements[0])
ENDS = (A.entity, B.entity)


def path(kind: PathKind, *statements: Statement) -> Path:
    found = tuple(s for s in (*A.statements, *B.statements) if s in statements)
    (sentence,) = connecting([Connection(found)], (A, B), LEXICON)
    return Path(kind=kind, statements=found, sentence=sentence, score=0.75)


FOUND = Paths(
    ends=ENDS,
    steps=4,
    paths=(path(PathKind.DIRECT, *DIRECT), path(PathKind.SHARED, *SHARED)),
    cuts=("3 <more> were not followed",),
)
NOTHING = Paths(ends=(A.entity, thing("Rhine")), steps=1)


def test_a_text_has_paths_under_headings_with_their_sources() -> None:
    text = render_paths("text", [FOUND])
    assert text == (
        "Stalin and Trotsky\n\n"
        "Stated directly\n  Stalin was an opponent of Trotsky. [1]\n\n"
        "What both have to do with\n"
        "  Stalin sat on the Politburo, as did Trotsky from 1919. [1][2]\n\n"
        "Left out of the search\n  3 <more> were not followed\n\n"
        "Sources\n  [1] Source 0\n  [2] Source 1\n"
    )


def test_that_there_is_no_link_is_said() -> None:
    assert render_paths("text", [NOTHING]) == (
        "Stalin and Rhine\n\nNo meaningful link within 1 step\n"
    )
    assert "No meaningful link within 4 steps" in render_paths(
        "markdown", [Paths(ends=ENDS, steps=4)]
    )


def test_markdown_has_lists_and_obeys_nobody() -> None:
    text = render_paths("markdown", [FOUND, NOTHING])
    for part in (
        "# Stalin and Trotsky\n\n## Stated directly\n\n- Stalin was an opponent of Trotsky. [1]\n",
        "- 3 &lt;more&gt; were not followed",
        "# Stalin and Rhine\n\n## No meaningful link within 1 step",
        "## Sources\n\n1. Source 0\n2. Source 1\n",
    ):
        assert part in text


def test_the_document_has_every_step_with_its_statement() -> None:
    document = json.loads(render_paths("json", [FOUND]))
    assert (document["schema"], document["meaningful"]) == ("tertium/paths/1", True)
    assert document["ends"][0] == {"iri": A.iri, "label": "Stalin"}
    direct, shared = document["paths"]
    assert list(shared) == [
        *("kind", "score", "text", "path", "evidence", "claims", "mentions"),
    ]
    assert (direct["kind"], shared["kind"], shared["score"]) == ("direct", "shared", 0.75)
    assert [step["statement"] for step in shared["path"]] == [one.iri for one in SHARED]
    assert [step["from"] for step in shared["path"]] == [A.iri, B.iri]


def test_several_pairs_are_a_list() -> None:
    found, nothing = json.loads(render_paths("json", [FOUND, NOTHING]))
    assert found["cuts"]
    assert (nothing["meaningful"], nothing["paths"]) == (False, [])


def test_another_format_is_refused() -> None:
    assert PATH_FORMATS == ("json", "markdown", "text")
    with pytest.raises(UnknownFormatError, match="json, markdown, text"):
        render_paths("html", [FOUND])
