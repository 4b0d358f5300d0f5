"""The wheel, without the checkout, does the main job, and can be made again."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import tertium

ROOT = Path(__file__).resolve().parents[1]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (ROOT / "src").is_dir(), reason="builds the wheel from a checkout"),
]


def built(tree: Path, folder: Path, *kinds: str) -> Path:
    """Build in a folder and return the wheel."""
    command = [sys.executable, "-m", "hatchling", "build", *kinds, "--directory", str(folder)]
    subprocess.run(command, cwd=tree, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(ROOT, tmp_path_factory.mktemp("dist"), "-t", "sdist", "-t", "wheel")


def test_the_sdist_makes_the_same_wheel_byte_for_byte(wheel: Path, tmp_path: Path) -> None:
    (sdist,) = wheel.parent.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (tree,) = tmp_path.iterdir()
    again = built(tree, tmp_path / "dist", "-t", "wheel")
    assert again.read_bytes() == wheel.read_bytes()


def test_the_wheel_carries_the_three_folders_and_that_it_is_typed(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name.split("/")[2] for name in archive.namelist() if "/_bundled/" in name}
        assert "tertium/py.typed" in archive.namelist()
    assert names == {"ontology", "data", "queries"}


def test_the_wheel_even_unopened_gives_the_same_page_as_the_checkout(wheel: Path) -> None:
    command = ("-m", "tertium", "compare", "Joseph Stalin", "Leon Trotsky", "-f", "json")
    ran = subprocess.run(
        [sys.executable, *command],
        cwd=wheel.parent,
        env=os.environ | {"PYTHONPATH": str(wheel)},
        check=True,
        capture_output=True,
        text=True,
    )
    page = tertium.open().compare("Joseph Stalin", "Leon Trotsky")
    assert ran.stdout == page.render("json")
