"""What all tests share: golden files, and examples that are the same every time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

__all__ = ["Golden"]

Golden = Callable[[str, str], None]

settings.register_profile("tertium", deadline=None, derandomize=True)
settings.load_profile("tertium")

_FOLDER = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with tests/golden/<name>; with --update-golden, rewrite the file."""
    update = bool(request.config.getoption("--update-golden"))

    def check(name: str, text: str) -> None:
        path = _FOLDER / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        assert path.is_file(), f"no golden file {name}: run pytest --update-golden"
        assert text == path.read_bytes().decode("utf-8")

    return check
