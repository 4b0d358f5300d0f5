"""The notebooks of the documentation run, and show what they show."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
LONG = {"many-comparisons-with-pandas"}


def shown(notebook: nbformat.NotebookNode) -> list[object]:
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [[output.get("data", output.get("text")) for output in cell.outputs] for cell in cells]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_it_shows(
    path: Path, tmp_path: Path, request: pytest.FixtureRequest, *, whole: bool
) -> None:
    if path.stem in LONG and not whole:
        pytest.skip("compares six pairs: run with --whole")
    before = nbformat.read(path, as_version=4)
    after = nbformat.from_dict(before)
    NotebookClient(
        after,
        timeout=120,
        record_timing=False,
        resources={"metadata": {"path": str(tmp_path)}},
    ).execute()
    if request.config.getoption("--update-golden"):
        nbformat.write(after, path)
        before = after
    assert shown(after) == shown(before)


def test_no_notebook_tells_where_it_ran() -> None:
    for path in NOTEBOOKS:
        assert str(Path.home()) not in path.read_text(encoding="utf-8")
        assert str(ROOT) not in path.read_text(encoding="utf-8")
