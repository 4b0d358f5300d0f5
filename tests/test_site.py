"""The documentation as a site: all pages, links that hold, nothing from elsewhere."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FETCHED = re.compile(r"""(?:src=["']?|<link[^>]* href=["']?|url\(["']?)(https?:[^"')\s]*)""")

pytestmark = pytest.mark.skipif(
    not (ROOT / "mkdocs.yml").is_file(), reason="runs in a checkout only"
)


def build(settings: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
    return subprocess.run(
        (*command, "--config-file", str(settings), "--site-dir", str(folder)),
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    built = build(ROOT / "mkdocs.yml", folder)
    # a link or an anchor that leads nowhere, or a page that docs/README.md does not list
    assert (built.returncode, built.stderr) == (0, "")
    return folder


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def test_every_page_of_the_documentation_is_in_the_site(site: Path) -> None:
    pages = {path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")}
    made = {path.relative_to(site).with_suffix("") for path in site.rglob("*.html")}
    named = {
        path.with_suffix("") if path.name != "README.md" else path.with_name("index")
        for path in pages
    }
    assert named <= made


def test_every_page_of_the_documentation_is_in_the_navigation(site: Path) -> None:
    listed = set(re.findall(r'<a href="([^"#:]+)"', text_of(site / "index.html")))
    pages = {path.relative_to(site).as_posix() for path in (site / "how-to").glob("*.html")}
    assert pages <= listed


def test_pages_beside_the_documentation_are_reached_from_it(site: Path) -> None:
    assert 'href="../benchmarks/load.html"' in text_of(site / "explanation" / "performance.html")
    assert 'href="explanation/threat-model.html"' in text_of(site / "SECURITY.html")


def test_a_notebook_is_shown_with_its_tables(site: Path) -> None:
    page = text_of(site / "notebooks" / "many-comparisons-with-pandas.html")
    assert "<td>place of residence</td>" in page
    assert "cell_type" not in page


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.suffix in {".html", ".css"}]
    assert {address for path in files for address in FETCHED.findall(text_of(path))} == set()


def test_the_search_knows_the_pages_without_a_server(site: Path) -> None:
    assert "three-walls.html" in text_of(site / "search" / "search_index.js")
