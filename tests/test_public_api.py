"""What users may rely on: one address for each object, types, an example that runs, a reference."""

import doctest
import inspect
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest

import tertium
from tests.typed.uses import use

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference" / "python.md"

in_checkout = pytest.mark.skipif(not REFERENCE.is_file(), reason="runs in a checkout only")


def addresses() -> list[str]:
    text = REFERENCE.read_text(encoding="utf-8")
    return [line[3:] for line in text.splitlines() if line.startswith("## tertium.")]


def found(address: str) -> object:
    module, _, name = address.rpartition(".")
    return getattr(import_module(module), name)


def test_the_names_are_sorted_and_are_what_is_visible() -> None:
    assert sorted(tertium.__all__) == tertium.__all__ == dir(tertium)
    assert all(hasattr(tertium, name) for name in tertium.__all__)


def test_a_name_that_is_not_there_is_an_error_like_any_other() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = tertium.nothing


@in_checkout
def test_every_public_name_is_in_the_reference() -> None:
    assert {f"tertium.{name}" for name in tertium.__all__} <= set(addresses())


@in_checkout
def test_every_object_has_one_address() -> None:
    objects = [found(address) for address in addresses()]
    assert len({id(each) for each in objects}) == len(objects) > len(tertium.__all__)


@in_checkout
def test_every_noun_is_public_where_it_is_defined() -> None:
    named = [address.rpartition(".") for address in addresses() if address.count(".") > 1]
    assert [name for module, _, name in named if name not in import_module(module).__all__] == []


@pytest.mark.parametrize("name", tertium.__all__)
def test_every_public_name_has_an_example(name: str) -> None:
    thing = getattr(tertium, name)
    module = inspect.getmodule(thing)
    assert doctest.DocTestFinder(recurse=False).find(thing, name, module=module)[0].examples


def test_types_come_along() -> None:
    assert (files("tertium") / "py.typed").is_file()


def test_a_program_that_is_typed_runs() -> None:
    assert use().startswith("# Joseph Stalin vs. Leon Trotsky")
