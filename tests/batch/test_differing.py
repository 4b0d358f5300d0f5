from pathlib import Path

import pytest

from tertium.batch import make_pages
from tertium.batch.differing import batch_changes
from tertium.errors import SourceUnavailableError
from tertium.model.change import ChangeKind
from tests.batch.evidence.worlds import PAIRS, opened, world

_SOME = PAIRS[1:5]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    path = tmp_path_factory.mktemp("batches")
    later = [line.replace('"1203"', '"1204"') for line in world()]
    make_pages(opened(world()), _SOME, path / "old")
    make_pages(opened(later), [PAIRS[5], *_SOME[2:0:-1]], path / "new")
    return path / "old", path / "new"


def test_pages_of_the_same_entities_are_set_against_each_other(
    folders: tuple[Path, Path],
) -> None:
    found = {one.new.title or one.old.title: one for one in batch_changes(*folders)}
    assert {title: [change.kind for change in one] for title, one in found.items()} == {
        "Julius Caesar vs. Pompey": [ChangeKind.PAGE],
        "Ardenia vs. Lakeside": [ChangeKind.PAGE],
        "Alder vs. Birch": [ChangeKind.PAGE],
        "Joseph Stalin vs. Julius Caesar": [],
        "Livia Ardens vs. Marek Holt": [],
    }


def test_a_page_that_came_is_told_as_one_that_went_from_the_other_side(
    folders: tuple[Path, Path],
) -> None:
    there, back = [*batch_changes(*folders)], [*batch_changes(*folders[::-1])]
    came = {one.new.title for one in there if not one.old.title}
    assert came == {one.old.title for one in back if not one.new.title} == {"Alder vs. Birch"}


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceUnavailableError):
        next(batch_changes(tmp_path, tmp_path))


def test_what_are_no_pages_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl.zst").write_bytes(b"none")
    with pytest.raises(SourceUnavailableError, match="no pages of a batch"):
        next(batch_changes(tmp_path, tmp_path))
