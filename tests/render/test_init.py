import pytest

from tertium.errors import UnknownFormatError
from tertium.render import FORMATS, render
from tests.conftest import Golden
from tests.render.conftest import Page


@pytest.mark.parametrize("name", FORMATS)
def test_a_page_in_every_format(name: str, whole: Page, golden: Golden) -> None:
    golden(f"render/whole.{name}", render(name, *whole))


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_texts_in_every_format(name: str, nasty: Page, golden: Golden) -> None:
    golden(f"render/nasty.{name}", render(name, *nasty))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_page_is_the_same_text(name: str, page: Page) -> None:
    assert render(name, *page) == render(name, *page)


def test_formats_are_sorted() -> None:
    assert list(FORMATS) == sorted(FORMATS)


def test_another_format_is_refused(whole: Page) -> None:
    with pytest.raises(UnknownFormatError, match="docx"):
        render("docx", *whole)
