from collections.abc import Iterable

from tertium.auditing import Saying, Vocabulary, read_vocabulary
from tertium.model.terms import Iri

__all__ = ["WORDS", "vocabulary"]

WORDS = (
    ("article", "a an the"),
    ("function", "of in on at to by with and or but he she his its they was were is be unlike"),
    ("hedge", "also eventual"),
    ("negation", "not never"),
    ("modal", "might"),
    ("boundary", "while which who"),
    ("consequence", "leading"),
    ("conjunction", "and or"),
    ("naming", "known"),
    ("linking", "became"),
    ("he", "he she"),
    ("his", "his"),
    ("it", "it"),
    ("its", "its"),
    ("they", "they both"),
    ("their", "their"),
    ("evaluative", "great cruel"),
    ("number", "two=2 three=3 hundred=100 million=1000000"),
    ("month", "august=8 may=5"),
    ("form", "led=lead was=be were=be is=be"),
)


def vocabulary(*cues: tuple[str, str], words: Iterable[tuple[str, str]] = WORDS) -> Vocabulary:
    told = ((cue, (Saying(Iri(says)),)) for cue, says in cues)
    return read_vocabulary(words, told, frames={}, labels={})
