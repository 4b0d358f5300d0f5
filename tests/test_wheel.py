"""The wheel, installed without the checkout, does the main job."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (ROOT / "src").is_dir(), reason="builds the wheel from a checkout"),
]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(site: Path, *command: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(site)}
    return subprocess.run(
        [sys.executable, *command],
        cwd=site,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def test_the_wheel_carries_the_three_folders_and_is_what_runs(installed: Path) -> None:
    bundled = installed / "tertium" / "_bundled"
    assert {path.name for path in bundled.iterdir()} == {"ontology", "data", "queries"}
    where = run(installed, "-c", "import tertium; print(tertium.__file__)")
    assert where.startswith(str(installed))


def test_the_wheel_gives_the_same_page_as_the_checkout(installed: Path) -> None:
    command = ("-m", "tertium", "compare", "Joseph Stalin", "Leon Trotsky", "-f", "json")
    checkout = subprocess.run(
        [sys.executable, *command], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    assert run(installed, *command) == checkout
