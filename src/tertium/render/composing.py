"""Lays a comparison and its narrative out as a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from tertium.model.comparison import Cell, Comparison, Row
from tertium.model.description import Description
from tertium.model.narrative import Narrative, Sentence
from tertium.model.statement import Rank, Source, Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, Text, Value
from tertium.model.verdict import Relation
from tertium.narrate.languages.en.words import say_list
from tertium.render.closing import say_invitation, say_origin
from tertium.render.cutting import cut
from tertium.render.escaping import visible, web_address
from tertium.render.explaining import say_explanation
from tertium.render.layout import (
    Band,
    Box,
    Chapter,
    Citation,
    Evidence,
    Heading,
    Item,
    Layout,
    Line,
    Passage,
    Standing,
    Words,
    Work,
)
from tertium.render.notes import Notes
from tertium.render.reading import rows_by_facet, statements_counted, statements_read
from tertium.render.selecting import say_selection
from tertium.render.summing import say_tally
from tertium.render.wording import (
    STATES,
    is_contested,
    say_agreement,
    say_briefly,
    say_circumstances,
    say_dispute,
    say_label,
    say_measure,
    say_title,
    say_way,
)

__all__ = ["compose"]

_MOST: Final = 100
"""How many values of a cell a page for reading has; the document has more."""
_MANY: Final = 4
"""So many entities stand one below the other, unless it is asked for otherwise."""
_MEETINGS: Final = frozenset({Relation.OVERLAPPING, Relation.RELATED})


def compose(comparison: Comparison, narrative: Narrative) -> Layout:
    """Return the page: what it says is settled here, how it looks is not."""
    notes = Notes.of(statements_read(cut(comparison, most=_MOST), narrative))
    return _Composer(comparison, notes).layout(narrative)


@dataclass(frozen=True, slots=True)
class _Composer:
    """Turns the nouns of a comparison into those of a page, under the same notes."""

    comparison: Comparison
    notes: Notes

    def layout(self, narrative: Narrative) -> Layout:
        comparison = self.comparison
        counted = statements_counted(comparison, narrative)
        return Layout(
            title=visible(say_title(comparison)),
            language=visible(comparison.language),
            headings=tuple(map(_heading, comparison.entities)),
            notice=_sentence(comparison.comparability.reason),
            summary=self._chapter(self._question, narrative.summary),
            relations=self._chapter("How they are connected", narrative.relations),
            selection=say_selection(comparison),
            transposed=self._transposed,
            caption=self._caption,
            bands=tuple(self._bands()),
            detail=tuple(self._chapter(one.heading, one.sentences) for one in narrative.sections),
            works=tuple(_work(number, source) for number, source in self.notes),
            origin=say_origin(comparison, counted),
            invitation=say_invitation(counted),
        )

    @property
    def _transposed(self) -> bool:
        wanted, count = self.comparison.transposed, len(self.comparison.entities)
        return count >= _MANY if wanted is None else wanted and count > 1

    @property
    def _labels(self) -> Mapping[Iri, str]:
        return {one.iri: one.label for one in self.comparison.entities}

    @property
    def _question(self) -> str:
        alone = len(self.comparison.entities) == 1
        return "In brief" if alone else "What\u2019s the difference?"

    @property
    def _caption(self) -> str:
        labels = tuple(visible(entity.label) for entity in self.comparison.entities)
        return f"{say_list(labels)}, property by property"

    @property
    def _called(self) -> tuple[str, ...]:
        return tuple(one.short_name or one.label for one in self.comparison.entities)

    def _bands(self) -> Iterator[Band]:
        for facet, rows in rows_by_facet(self.comparison):
            yield Band(visible(facet.label), tuple(map(self._line, rows)))

    def _line(self, row: Row) -> Line:
        compared = len(row.cells) > 1
        reason = visible(row.reason) if compared else ""
        return Line(
            predicate=Words(visible(row.predicate.label), row.predicate.iri),
            boxes=tuple(
                self._box(row, cell, entity=description.entity)
                for cell, description in zip(row.cells, self.comparison.entities, strict=True)
            ),
            relation=row.relation.value if compared else "",
            reason=reason,
            aside=_aside(row, reason),
            account=visible(say_explanation(row, self._called)),
            tally=tuple(map(visible, say_tally(row, self._labels))),
        )

    def _box(self, row: Row, cell: Cell, *, entity: Entity) -> Box:
        counted = cell.statements[:_MOST]
        others = cell.others[: _MOST - len(counted)]
        return Box(
            entity=_words(entity),
            state=cell.state,
            words="" if cell.statements else STATES[cell.state],
            items=(
                *self._counted(row, counted),
                *(self._item(row, one, standing=_beside(one)) for one in others),
            ),
            why=visible(cell.why),
            more=len(cell.shown) - len(counted) - len(others),
        )

    def _counted(self, row: Row, statements: tuple[Statement, ...]) -> Iterator[Item]:
        for place, one in enumerate(statements):
            item = self._item(row, one, standing=Standing.COUNTED)
            same = say_agreement(one, islice(statements, place))
            yield replace(item, circumstances=same + item.circumstances) if same else item

    def _item(self, row: Row, statement: Statement, *, standing: Standing) -> Item:
        return Item(
            words=_words(statement.value),
            circumstances=visible(say_circumstances(statement) + say_way(statement, row)),
            standing=standing,
            contested=is_contested(statement, row),
            dispute=visible(say_dispute(statement)),
            evidence=self._evidence(statement),
        )

    def _chapter(self, heading: str, sentences: tuple[Sentence, ...]) -> Chapter:
        return Chapter(visible(heading), tuple(map(self._passage, sentences)))

    def _passage(self, sentence: Sentence) -> Passage:
        return Passage(
            words=tuple(words for words in _cut(sentence) if words.text),
            evidence=tuple(map(self._evidence, sentence.evidence)),
        )

    def _evidence(self, statement: Statement) -> Evidence:
        return Evidence(
            statement.iri,
            web_address(statement.iri),
            visible(say_briefly(statement)),
            tuple(
                Citation(
                    self.notes.number(reference.source),
                    visible(reference.source.label),
                    visible(reference.locator),
                )
                for reference in statement.references
            ),
        )


def _aside(row: Row, reason: str) -> str:
    """Return what a reader cannot see from the cells alone."""
    if row.relation in _MEETINGS:
        return reason if row.tally is None else ""
    return visible(say_measure(row))


def _sentence(words: str) -> str:
    return f"{visible(words)}." if words else ""


def _beside(statement: Statement) -> Standing:
    return Standing.DEPRECATED if statement.rank is Rank.DEPRECATED else Standing.OUTRANKED


def _heading(description: Description) -> Heading:
    return Heading(_words(description.entity), visible(description.description))


def _work(number: int, source: Source) -> Work:
    return Work(number, visible(source.citation), web_address(source.url), visible(source.licence))


def _words(value: Value) -> Words:
    text = visible(say_label(value))
    match value:
        case Entity():
            return Words(text, value.iri, value.language)
        case Text():
            return Words(text, language=value.language)
        case _:
            return Words(text)


def _cut(sentence: Sentence) -> Iterator[Words]:
    at = 0
    for mention in sorted(sentence.mentions):
        if mention.start >= at:
            yield Words(visible(sentence.text[at : mention.start]))
            yield Words(visible(sentence.text[mention.start : mention.end]), mention.entity)
            at = mention.end
    yield Words(visible(sentence.text[at:]))
