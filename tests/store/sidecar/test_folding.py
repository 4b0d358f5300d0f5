import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.store.sidecar.folding import folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Iósif  Stálin", "iosif stalin"), ("Marxism-Leninism", "marxism leninism"), ("!", "")],
)
def test_case_accents_and_punctuation_do_not_count(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text())
def test_folding_upper_case_changes_nothing(text: str) -> None:
    assert folded(text.casefold()) == folded(text)
