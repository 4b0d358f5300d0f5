from pathlib import Path

from tests.store.loading.files import A, read, task

BAD = f"<{A}> <{A}> oops .\n"
BLANK = f"_:x <{A}> _:y _:g .\n"
STAR = f"<{A}> <{A}> <<( _:x <{A}> <<( _:y <{A}> 'z' )>> )>> .\n".replace("'", '"')


def test_a_blank_node_is_the_same_throughout_a_file_and_of_no_other(tmp_path: Path) -> None:
    content = BLANK + STAR + BAD + BLANK * 3000
    quads, _ = read(task(tmp_path, "a.nq", content, lenient=True))
    others, _ = read(task(tmp_path, "b.nq", content, lenient=True))
    assert len(set(quads)) == 2
    subject, value, graph = (quads[0].split(" ")[at] for at in (0, 2, 3))
    assert len({subject, value, graph}) == 3
    assert subject in quads[1]
    assert value in quads[1]
    assert not set(quads) & set(others)


def test_each_line_stands_for_itself(tmp_path: Path) -> None:
    good = f'<{A}> <{A}> "1" .\n'
    quads, (told,) = read(task(tmp_path, "a.nt", (good + BAD) * 2000 + good.strip(), lenient=True))
    assert (len(quads), told.skipped) == (2001, 2000)
    assert told.reasons[1].startswith("a.nt:4: ")
