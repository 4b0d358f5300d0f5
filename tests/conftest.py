"""What all tests share: golden files, and examples that are the same every time."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

__all__ = ["Golden"]

Golden = Callable[[str, str], None]

settings.register_profile(
    "tertium",
    deadline=None,  # machines are noisy
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tertium")

_FOLDER = Path(__file__).parent / "golden"
_NEED = {  # what can be installed, and the tests that mean nothing without it
    "edtf": ("model/test_edtf.py",),
    "pint": ("compare/test_quantity.py",),
    "playwright": ("browser",),
    "starlette": ("attacks", "browser", "interfaces/web", "test_architecture.py"),
}
_MISSING = tuple(package for package in _NEED if find_spec(package) is None)

collect_ignore = [place for package in _MISSING for place in _NEED[package]]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for package in _MISSING:
        terminalreporter.write_line(f"no {package}, so left out: {' '.join(_NEED[package])}")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")
    parser.addoption("--whole", action="store_true", help="run long suites from end to end")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests of a file with one worker: what it prepares is prepared once."""
    if config.pluginmanager.hasplugin("xdist"):
        for item in items:
            if item.get_closest_marker("xdist_group") is None:
                item.add_marker(pytest.mark.xdist_group(item.location[0]))


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


@pytest.fixture
def whole(request: pytest.FixtureRequest) -> bool:
    """Whether long suites run from end to end; otherwise a part of them does."""
    return bool(request.config.getoption("--whole"))
