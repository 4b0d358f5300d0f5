"""`tertium compare` and `tertium describe`."""

from typing import Annotated

import typer

from tertium.interfaces.cli.console import emit_page, graph_of, page_format, rewritten
from tertium.interfaces.cli.options import (
    AtOption,
    ExplainOption,
    FacetOption,
    FormatOption,
    GraphOption,
    JsonOption,
    LanguageOption,
    LengthOption,
    OutputOption,
    QuietOption,
    RanksOption,
    RewriteOption,
    RowsOption,
    SensitiveOption,
    ShapeOption,
    TransposeOption,
    VerboseOption,
    ViewOption,
)
from tertium.model.verdict import Length, Ranks, View

__all__ = ["compare", "describe"]


def compare(
    entities: Annotated[
        list[str], typer.Argument(metavar="A B [C…]", help="Labels, IRIs or CURIEs (wd:Q855).")
    ],
    *,
    graph: GraphOption = None,
    name: FormatOption = None,
    output: OutputOption = None,
    view: ViewOption = View.ALL,
    rows: RowsOption = None,
    facet: FacetOption = None,
    ranks: RanksOption = Ranks.BEST,
    at: AtOption = None,
    sensitive: SensitiveOption = False,
    length: LengthOption = Length.NORMAL,
    explain: ExplainOption = False,
    rewrite: RewriteOption = None,
    transpose: TransposeOption = None,
    shape: ShapeOption = None,
    lang: LanguageOption = "en",
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Compare two or more entities, up to 50.

    A page has a summary, a table, sections and sources; every word has its evidence.
    """
    kg = graph_of(graph, shape=shape, quiet=quiet, verbose=verbose)
    page = kg.compare(
        *entities,
        language=lang,
        view=view,
        rows=rows,
        facet=facet,
        ranks=ranks,
        at=at,
        sensitive=sensitive,
        length=length,
    )
    page = kg.explain(page) if explain else page
    page = rewritten(kg, page, rewrite, quiet=quiet)
    emit_page(page.turned(transposed=transpose), page_format(name, output, as_json=json), output)


def describe(
    entity: Annotated[str, typer.Argument(metavar="A", help="A label, IRI or CURIE (wd:Q855).")],
    *,
    graph: GraphOption = None,
    name: FormatOption = None,
    output: OutputOption = None,
    rows: RowsOption = None,
    facet: FacetOption = None,
    ranks: RanksOption = Ranks.BEST,
    at: AtOption = None,
    sensitive: SensitiveOption = False,
    length: LengthOption = Length.NORMAL,
    explain: ExplainOption = False,
    rewrite: RewriteOption = None,
    shape: ShapeOption = None,
    lang: LanguageOption = "en",
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Show what is stated of one entity.

    The formats are those of `compare`.
    """
    kg = graph_of(graph, shape=shape, quiet=quiet, verbose=verbose)
    page = kg.describe(
        entity,
        language=lang,
        rows=rows,
        facet=facet,
        ranks=ranks,
        at=at,
        sensitive=sensitive,
        length=length,
    )
    page = kg.explain(page) if explain else page
    page = rewritten(kg, page, rewrite, quiet=quiet)
    emit_page(page, page_format(name, output, as_json=json), output)
