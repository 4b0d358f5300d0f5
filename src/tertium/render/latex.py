r"""The page as a LaTeX document, with the works it cites for BibTeX in it.

LuaLaTeX or XeLaTeX set every script for which there is a font; pdfLaTeX sets Latin letters and
leaves a box where it knows no other. `latexmk -lualatex page.tex` does all that is needed.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.render import bibtex
from tertium.render.composing import compose
from tertium.render.latex_text import tex
from tertium.render.layout import (
    ACCOUNTS,
    Band,
    Box,
    Chapter,
    Evidence,
    Heading,
    Item,
    Layout,
    Line,
    Passage,
    Standing,
)

__all__ = ["render"]

_COLUMNS: Final = 3
"""How many properties stand side by side where entities stand one below the other."""
_MOST: Final = 12
_FEWER: Final = 5
"""How many values a cell has: a row of a table is never taller than a page."""
_HEAD: Final = r"""% !TeX program = lualatex
\documentclass[10pt]{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
  \usepackage{lmodern}
  \usepackage{textcomp}
  \makeatletter
  \def\UTFviii@undefined@err#1{\rule{0.6em}{0.6em}}
  \makeatother
\else
  \usepackage{fontspec}
  \IfFontExistsTF{FreeSerif}{\setmainfont{FreeSerif}}{}
\fi
\usepackage[a4paper,margin=22mm]{geometry}
\usepackage{array,booktabs,longtable}
\usepackage[numbers,sort&compress]{natbib}
\usepackage[hidelinks,unicode]{hyperref}
\setlength{\parindent}{0pt}\setlength{\parskip}{6pt}
\setlength{\emergencystretch}{3em}
\newcolumntype{P}[1]{>{\raggedright\arraybackslash}p{\dimexpr #1\linewidth-2\tabcolsep\relax}}
"""


def render(comparison: Comparison, narrative: Narrative) -> str:
    """Return a document that compiles by itself: every text in it is escaped."""
    page = compose(comparison, narrative)
    works = bibtex.render(comparison, narrative)
    return "\n".join((_HEAD, *_bibliography(works), *_document(page))) + "\n"


def _bibliography(works: str) -> Iterator[str]:
    if works:
        yield "\\begin{filecontents*}[overwrite]{\\jobname.bib}"
        yield works + "\\end{filecontents*}"


def _document(page: Layout) -> Iterator[str]:
    yield f"\\title{{{tex(page.title)}}}\n\\author{{}}\n\\date{{}}"
    yield f"\\begin{{document}}\n{_cited(page)}\\maketitle"
    yield from _listed(map(_heading, page.headings))
    if page.notice:
        yield _paragraph(tex(page.notice))
    yield from _chapter(page.summary, "section")
    yield from _chronicle(page.relations)
    yield from _tables(page)
    if page.detail:
        yield _titled("section", page.signs["detail"])
    for chapter in page.detail:
        yield from _chapter(chapter, "subsection")
    if page.accounts:
        yield _titled("section", ACCOUNTS)
        yield from _listed(f"\\textbf{{{tex(what)}}} {tex(why)}" for what, why in page.accounts)
    yield _paragraph(tex(page.origin))
    yield _paragraph(tex(page.invitation))
    if page.works:
        yield f"\\renewcommand{{\\refname}}{{{tex(page.signs['sources'])}}}"
        yield "\\bibliographystyle{unsrtnat}\n\\bibliography{\\jobname}"
    yield "\\end{document}"


def _cited(page: Layout) -> str:
    """Return what gives the works the numbers which they have in all formats."""
    keys = ",".join(bibtex.key_of(work.number) for work in page.works)
    return f"\\nocite{{{keys}}}\n" if keys else ""


def _titled(command: str, text: str) -> str:
    return f"\\{command}*{{{tex(text)}}}"


def _paragraph(text: str) -> str:
    return f"{text}\n"


def _listed(items: Iterable[str]) -> Iterator[str]:
    told = [f"\\item {item}" for item in items]
    yield from ("\\begin{itemize}", *told, "\\end{itemize}") if told else ()


def _heading(heading: Heading) -> str:
    description = f": {tex(heading.description)}" if heading.description else ""
    return f"\\textbf{{{tex(heading.entity.text)}}}{description}"


def _chapter(chapter: Chapter, command: str) -> Iterator[str]:
    if chapter.passages:
        yield _titled(command, chapter.heading)
        yield _paragraph(" ".join(map(_passage, chapter.passages)))


def _chronicle(chapter: Chapter) -> Iterator[str]:
    if chapter.passages:
        yield _titled("section", chapter.heading)
        yield from _listed(map(_passage, chapter.passages))


def _passage(passage: Passage) -> str:
    return tex("".join(words.text for words in passage.words)) + _marks(passage.evidence)


def _marks(evidence: tuple[Evidence, ...]) -> str:
    numbers = sorted({citation.number for one in evidence for citation in one.citations})
    return f"~\\cite{{{','.join(map(bibtex.key_of, numbers))}}}" if numbers else ""


def _tables(page: Layout) -> Iterator[str]:
    yield _titled("section", page.signs["comparison"])
    if page.selection:
        yield f"\\textit{{{tex(page.selection)}}}\n"
    for band in page.bands:
        yield _titled("subsection", band.heading)
        yield from (_transposed if page.transposed else _upright)(band, page.signs)


def _upright(band: Band, signs: Mapping[str, str]) -> Iterator[str]:
    first = band.lines[0]
    heads = [tex(signs["property"]), *(tex(box.entity.text) for box in first.boxes)]
    if first.relation:
        heads.append(tex(signs["relation"]))
    yield from _table(heads, ([*_cells(line)] for line in band.lines))


def _cells(line: Line) -> Iterator[str]:
    yield f"\\textbf{{{tex(line.predicate.text)}}}"
    yield from (_box(box, _MOST) for box in line.boxes)
    if line.relation:
        yield _verdict(line)


def _transposed(band: Band, signs: Mapping[str, str]) -> Iterator[str]:
    for block in band.blocks(_COLUMNS):
        heads = [tex(signs["entity"]), *(tex(line.predicate.text) for line in block)]
        together = [f"\\textit{{{tex(signs['together'])}}}", *map(_verdict, block)]
        boxes = (
            [
                f"\\textbf{{{tex(one.entity.text)}}}",
                *(_box(line.boxes[n], _FEWER) for line in block),
            ]
            for n, one in enumerate(block[0].boxes)
        )
        yield from _table(heads, (together, *boxes))
    yield from _listed(map(_aside, band.asides))


def _aside(line: Line) -> str:
    told = [f"{tex(one.entity.text)}: {', '.join(_items(one, _FEWER))}" for one in line.recorded]
    summed = "; ".join([*told, *map(tex, line.tally)])
    return f"\\textbf{{{tex(line.predicate.text)}}} (\\textit{{{tex(line.verdict)}}}): {summed}"


def _verdict(line: Line) -> str:
    aside = f": {tex(line.aside)}" if line.aside and not line.tally else ""
    told = [f"\\textit{{{tex(line.verdict)}}}{aside}", *map(tex, line.tally)]
    return " \\newline ".join(told)


def _table(heads: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    width = f"P{{{1 / len(heads):.3f}}}"
    yield f"{{\\footnotesize\n\\begin{{longtable}}{{@{{}}{width * len(heads)}@{{}}}}\n\\toprule"
    told = " & ".join(f"\\textbf{{{head}}}" for head in heads)
    yield f"{told} \\tabularnewline\n\\midrule"
    yield "\\endhead"
    yield from (f"{' & '.join(row)} \\tabularnewline\\addlinespace" for row in rows)
    yield "\\bottomrule\n\\end{longtable}}"


def _box(box: Box, most: int) -> str:
    words = [f"\\textit{{{tex(box.words)}}}"] if box.words else []
    return " \\newline ".join((*words, *_items(box, most)))


def _items(box: Box, most: int) -> Iterator[str]:
    shown = box.items if len(box.items) <= most else box.items[: most - 1]
    yield from map(_item, shown)
    if rest := box.rest(len(shown)):
        yield f"\\textit{{{tex(rest)}}}"


def _item(item: Item) -> str:
    dispute = f" \\textbf{{contested}}{tex(item.dispute)}" if item.contested else ""
    standing = f" ({item.standing.value})" if item.standing is not Standing.COUNTED else ""
    value = tex(item.words.text + item.circumstances)
    return f"{value}{standing}{dispute}{_marks((item.evidence,))}"
