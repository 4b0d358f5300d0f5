from io import StringIO

from rich.console import Console

from tertium.linking.mappings import MappingTable
from tertium.linking.reviewing import Session
from tertium.render.reviewing import case_table

HEAD = (
    "subject_id\tsubject_label\tsubject_category\tpredicate_id\tobject_id\tobject_label"
    "\tobject_category\tmapping_justification\tconfidence\tcomment\n"
)
NAMED = "a:1\tOne\tperson\tskos:closeMatch\tb:1\t[red]Uno\x1b[0m\tpoet\tx:y\t0.7\tborn [b]then\n"
BARE = "a:1\tOne\tperson\tskos:closeMatch\tb:2\t\t\tx:y\t\t\n"


def shown(text: str, **facts: tuple[str, ...]) -> str:
    case = Session(MappingTable.parse(text)).open[0]
    console = Console(file=StringIO(), width=100)
    known = {name.replace("_", ":"): lines for name, lines in facts.items()}
    with console.capture() as capture:
        console.print(case_table(case, left=3, facts=known))
    return capture.get()


def test_a_case_shows_the_candidates_with_their_reasons() -> None:
    text = shown(HEAD + NAMED + BARE, b_1=("died: 1900",), a_1=("town: Rome",))
    assert "3 to decide" in text
    for part in ("One", "a:1", "person", "town: Rome", "b:1", "poet", "0.7", "died: 1900", "b:2"):
        assert part in text
    assert "born [b]then" in text


def test_no_name_reaches_the_terminal_as_a_command() -> None:
    text = shown(HEAD + NAMED)
    assert "[red]Uno␛[0m" in text
    assert "\x1b" not in text


def test_a_name_alone_stands_for_itself() -> None:
    text = shown(HEAD + BARE.replace("a:1\tOne\tperson", "\tOnly\t"))
    assert text.count("Only") == 1
