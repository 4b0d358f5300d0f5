from tertium.auditing import Saying, read_vocabulary
from tertium.auditing.vocabulary import WordKind
from tertium.model.lexicon import Form, Use, VerbFrame, Voice
from tertium.model.terms import Iri
from tests.auditing.builders import WORDS, vocabulary

WROTE = Iri("urn:wrote")


def test_every_form_of_a_frame_announces_its_property() -> None:
    forms = (
        Form(text="was written by", voice=Voice.PASSIVE),
        Form(text="works", use=Use.NOUN),
        Form(text="by", use=Use.CONTRAST),
        Form(text="gave … to print"),
    )
    frame = VerbFrame("wrote", "wrote", forms)
    known = read_vocabulary(WORDS, (), frames={WROTE: frame}, labels={WROTE: "works written"})
    assert known.cues == {
        ("wrot",): (Saying(WROTE),),
        ("be", "written", "by"): (Saying(WROTE, inverse=True),),
        ("work",): (Saying(WROTE),),
        ("work", "written"): (Saying(WROTE),),
    }
    assert known.longest == 3


def test_a_cue_has_no_articles() -> None:
    assert list(vocabulary(("was a member of the", "urn:p")).cues) == [("be", "member", "of")]


def test_a_word_may_do_several_things() -> None:
    assert vocabulary().of("who") == {WordKind.BOUNDARY}
    assert vocabulary().of("his") == {WordKind.HIS, WordKind.FUNCTION}
