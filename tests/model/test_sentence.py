import pytest

from tertium.errors import NoEvidenceError
from tertium.model.narrative import Claim, ClaimKind, Sentence


def test_a_sentence_without_evidence_cannot_be_made() -> None:
    with pytest.raises(NoEvidenceError, match="Trust me"):
        Sentence(text="Trust me.", claims=(Claim(kind=ClaimKind.STATED, statements=()),))
