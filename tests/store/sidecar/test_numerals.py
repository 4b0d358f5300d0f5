import pytest

from tertium.store.sidecar.numerals import is_numeral, is_numeric, other_numeral


@pytest.mark.parametrize("word", ["ii", "xiv", "xxxix", "14", "1984"])
def test_a_number_is_numeric(word: str) -> None:
    assert is_numeric(word)


@pytest.mark.parametrize("word", ["v", "i", "iiii", "il", "", "\u4e00"])
def test_a_letter_or_a_word_is_not(word: str) -> None:
    assert not is_numeral(word)


def test_a_number_may_be_written_otherwise() -> None:
    assert other_numeral("viii") == ("8",)
    assert other_numeral("39") == ("xxxix",)
    assert other_numeral("40") == other_numeral("1") == other_numeral("1984") == ()
    assert other_numeral("v") == other_numeral("jr") == other_numeral("\u00b2") == ()
