"""The options which several commands share, with one wording each."""

from pathlib import Path
from typing import Annotated

import typer

from tertium.model.shape import Shape
from tertium.model.verdict import Length, Ranks, View

__all__ = [
    "AtOption",
    "ExplainOption",
    "FacetOption",
    "FormatOption",
    "GraphOption",
    "JsonOption",
    "LanguageOption",
    "LengthOption",
    "OutputOption",
    "QuietOption",
    "RanksOption",
    "RewriteOption",
    "RowsOption",
    "ShapeOption",
    "TransposeOption",
    "VerboseOption",
    "ViewOption",
]


GraphOption = Annotated[
    list[str] | None,
    typer.Option(
        "--graph",
        "-g",
        metavar="GRAPH",
        help="File, folder, store directory, endpoint or profile; may be repeated."
        "  [default: bundled]",
        show_default=False,
    ),
]
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="text, markdown, html, json, jsonld, turtle, cube, csv, tsv, latex, bibtex or crate."
        "  [default: text, or by the output's suffix]",
        show_default=False,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of the terminal."),
]
LengthOption = Annotated[Length, typer.Option("--length", help="How much to tell in words.")]
ViewOption = Annotated[View, typer.Option("--view", help="Which rows to show.")]
RanksOption = Annotated[
    Ranks,
    typer.Option(
        "--ranks",
        help="Show statements of the best rank, all that stand, or deprecated ones too.",
    ),
]
RewriteOption = Annotated[
    str | None,
    typer.Option(
        "--rewrite",
        metavar="COMMAND",
        help="Let a program put sentences otherwise; its words are kept where the checker passes.",
        show_default=False,
    ),
]
RowsOption = Annotated[
    int | None,
    typer.Option("--rows", min=1, metavar="N", help="Show only the N most telling rows."),
]
AtOption = Annotated[
    str | None,
    typer.Option(
        "--at", metavar="DATE", help="As of a day, month or year: 1922-06-01, 1922-06, -0043."
    ),
]
SensitiveOption = Annotated[
    bool, typer.Option("--sensitive", help="Show what is sensitive of living persons, too.")
]
ExplainOption = Annotated[
    bool, typer.Option("--explain", help="Say why each row has its salience.")
]
FacetOption = Annotated[
    str | None,
    typer.Option("--facet", metavar="FACET", help='Show one facet only, such as "Foreign policy".'),
]
TransposeOption = Annotated[
    bool | None,
    typer.Option(
        "--transpose/--no-transpose",
        help="Set entities one below the other, properties as columns."
        "  [default: from four entities on]",
        show_default=False,
    ),
]
ShapeOption = Annotated[
    Shape | None,
    typer.Option(
        "--shape",
        help="Read this shape of graph only.  [default: whichever the graph has]",
        show_default=False,
    ),
]
LanguageOption = Annotated[
    str, typer.Option("--lang", metavar="TAG", help="Language of the page, as a BCP 47 tag.")
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="The same as -f json; errors as JSON too.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but the answer.")]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say on stderr what is read; show traces of bugs.")
]
