"""Rows as the words for properties."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import Final, TypeVar

from tertium.model.lexicon import (
    Form,
    Gender,
    Lexicon,
    Number,
    Tense,
    Use,
    ValueNoun,
    VerbFrame,
    Voice,
)
from tertium.queries.alignments import Alignments
from tertium.queries.cards import card_for
from tertium.queries.reading.columns import grouped, iri_in, text_in
from tertium.queries.reading.names import distance
from tertium.store.protocol import Binding

__all__ = ["aligned_lexicon", "read_lexicon"]

_NOUN: Final = "noun"
_Kind = TypeVar("_Kind", bound=Enum)


def read_lexicon(rows: Sequence[Binding], language: str) -> Lexicon:
    """Return the verb frames in the best language there is for each property, and its card."""
    groups = grouped(rows, "property").values()
    frames = {iri_in(group[0], "property"): _frame(group, language) for group in groups}
    return Lexicon(language, frames, card_for(language))


def aligned_lexicon(lexicon: Lexicon, alignments: Alignments) -> Lexicon:
    """Return the lexicon with the verbs of ours for the same words of other vocabularies."""
    frames = dict(lexicon.frames)
    for their, ours in alignments.ours.items():
        found = [lexicon.frames[our] for our in ours if our in lexicon.frames]
        if found:
            frames.setdefault(their, found[0])
    return replace(lexicon, frames=frames)


def _frame(rows: Sequence[Binding], language: str) -> VerbFrame:
    distances = [distance(text_in(row, "language"), language) for row in rows]
    best = [row for row, far in zip(rows, distances, strict=True) if far == min(distances)]
    forms = tuple(map(_form, best))
    numbers = {form.number: form for form in reversed(forms) if _is_plain(form)}
    told = [numbers.get(number) for number in (Number.SINGULAR, Number.PLURAL, None)]
    singular, plural, _ = (form or told[2] or told[0] or told[1] for form in told)
    by_gender = told[0] is None and any(map(_is_gendered, forms))
    return VerbFrame(
        singular.text if singular and not by_gender else "",
        plural.text if plural else "",
        tuple(form for form in forms if form not in told),
        _known(ValueNoun, best[0], "values") or ValueNoun.NAME,
    )


def _is_plain(form: Form) -> bool:
    return form == Form(text=form.text, number=form.number)


def _is_gendered(form: Form) -> bool:
    """Return whether a form is for one subject of one gender: none fits where that is unknown."""
    return form.gender is not None and form.number is Number.SINGULAR


def _form(row: Binding) -> Form:
    noun = text_in(row, "part").rpartition("#")[2] == _NOUN
    return Form(
        text=text_in(row, "form"),
        number=_known(Number, row, "number"),
        gender=_known(Gender, row, "gender"),
        tense=_known(Tense, row, "tense"),
        voice=_known(Voice, row, "voice") or Voice.ACTIVE,
        use=Use.NOUN if noun else _known(Use, row, "use") or Use.CLAUSE,
    )


def _known(kinds: type[_Kind], row: Binding, column: str) -> _Kind | None:
    """Return what the local name in a column stands for, if it is known."""
    name = text_in(row, column).rpartition("#")[2]
    return next((kind for kind in kinds if kind.value == name), None)
