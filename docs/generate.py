"""Makes the pages of docs/reference/ that follow from the code, the ontology and the queries.

Run `python docs/generate.py` to rewrite them; with `--check` it writes nothing, names the stale
pages and exits 1 when there are any.
"""

import inspect
import json
import runpy
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from http import HTTPStatus
from itertools import groupby
from pathlib import Path
from types import UnionType
from typing import Final, get_args, get_type_hints

from packaging.utils import canonicalize_name
from typer.models import ArgumentInfo, OptionInfo

from tertium import errors
from tertium.interfaces.cli.commands import COMMANDS
from tertium.interfaces.web.api.fields import Field
from tertium.interfaces.web.api.ways import WAYS
from tertium.interfaces.web.problems import KINDS, address_of
from tertium.model.terms import Literal, Term
from tertium.queries.catalogue import Query, bundled_catalogue
from tertium.queries.prefixes import PREFIXES
from tertium.render.triples.context import context
from tertium.resources import folder, resource_files
from tertium.store.loading import load
from tertium.store.protocol import GraphStore, select

__all__ = ["PAGES", "main", "stale"]

REFERENCE: Final = Path(__file__).parent / "reference"
_NOTICE: Final = "<!-- Made by docs/generate.py: change the source, not this page. -->"

_CLI: Final = """\
`tertium COMMAND …`; `tertium -h` lists the commands, `tertium COMMAND -h` explains one. An error is
one line on standard error, or a JSON object with `--json`; the [exit codes](errors.md#exit-codes)
are listed with the errors."""
_QUERIES: Final = """\
Run one with `tertium query NAME`, see its text with `tertium queries NAME`. A parameter which is
not given keeps the default in the text. Its kind says what it takes: `iri` an entity (label, IRI or
CURIE), `property` a property (IRI or CURIE), `text` words, `language` a language tag, `term` an IRI
or a literal; `+` means one or more.
How to run them: [Query the graph](../how-to/query-the-graph.md)."""
_ONTOLOGY: Final = """\
What may be said. Facets stand in the order of a page; within a facet the most salient row comes
first. A *functional* property has one value in truth, a *judgement* holds according to somebody, a
*sensitive* property is left out for living people, a *quiet* one is shown in the table and never
told, a *symmetric* one holds both ways. The verb is how a sentence says it, in singular
and plural."""
_ERRORS: Final = """\
Every error raised on purpose is a `TertiumError`; each class keeps the offending value. The root is
`tertium.TertiumError`, the others are in `tertium.errors`."""
_API: Final = """\
What `tertium serve` answers to programs; `/api/openapi.json` says the same in OpenAPI 3.1. HEAD is
answered wherever GET is. Pages of other sites may read all of it (CORS). An answer has an ETag, and
whoever sends it back in `If-None-Match` is told (304) that nothing has changed. How to use it:
[Use the HTTP API](../how-to/use-the-http-api.md)."""
_PROBLEMS: Final = """\
An error is a problem document (RFC 9457), or a page for browsers. Its `type` is an address at which
it is explained, and never changes; nothing of the request is repeated in it. The header
`X-Request-Id` names the request in the log."""
_LICENCES: Final = """\
Tertium itself is under the Apache License 2.0; its data, ontology and queries are dedicated to the
public domain (CC0 1.0). All that an installation brings along may be used, changed and passed on in
other works, closed ones too: a test looks through all packages, and those they need in turn. The
bill of materials of a release ([verify a release](../how-to/verify-a-release.md)) lists these with
their versions."""
_EXITS: Final = {
    0: "Done.",
    1: "A check failed: `tertium verify` found something that the graph does not bear out, "
    "`tertium audit` a claim that the graph contradicts, `tertium diff` a change, `tertium doctor` "
    "a fault; or `tertium batch` could not make some pages.",
    2: "Usage: the question cannot be asked like this.",
    3: "An entity is not found, or a label fits several.",
    4: "What was read is not what it should be.",
    5: "A file or another source cannot be read.",
    6: "Refused, or over a limit.",
    70: "A bug of Tertium; `-v` shows where.",
    130: "Interrupted.",
}

_FACETS: Final = """
SELECT ?facet ?label WHERE {
  ?facet a tt:Facet ; rdfs:label ?label ; tt:order ?order FILTER(LANG(?label) = "en")
} ORDER BY ?order
"""
_PROPERTIES: Final = """
SELECT ?facet ?property ?label ?kind ?domain ?range ?singular ?plural WHERE {
  ?property tt:facet ?facet ; rdfs:label ?label ; tt:order ?place ; a ?kind .
  FILTER(LANG(?label) = "en")
  OPTIONAL { ?property schema:domainIncludes ?domain }
  OPTIONAL { ?property schema:rangeIncludes ?range }
  OPTIONAL {
    ?entry ontolex:sense/ontolex:reference ?property ; ontolex:otherForm ?one , ?many .
    ?one lexinfo:number lexinfo:singular ; ontolex:writtenRep ?singular .
    ?many lexinfo:number lexinfo:plural ; ontolex:writtenRep ?plural .
    FILTER(LANG(?singular) = "en" && LANG(?plural) = "en")
  }
} ORDER BY ?place ?property ?kind ?domain ?range
"""
_QUALIFIERS: Final = """
SELECT ?qualifier ?label ?role WHERE {
  ?qualifier a tt:QualifierProperty ; rdfs:label ?label ; tt:role ?role
  FILTER(LANG(?label) = "en")
} ORDER BY ?qualifier
"""
_MARKS: Final = {
    "owl:FunctionalProperty": "functional",
    "owl:SymmetricProperty": "symmetric",
    "tt:JudgementProperty": "judgement",
    "tt:QuietProperty": "quiet",
    "tt:SensitiveProperty": "sensitive",
}


def cli_page() -> str:
    """Return the commands with their arguments and options."""
    parts = [
        "# The command line",
        _CLI,
    ]
    for command in COMMANDS:
        name = command.__name__
        parameters = list(_parameters(command))
        arguments = [usage for usage, *_ in parameters if not usage.startswith("-")]
        parts.append(f"## tertium {name}\n\n{inspect.getdoc(command)}")
        parts.append("```text\n" + " ".join(("tertium", name, "[OPTIONS]", *arguments)) + "\n```")
        parts.append(_table(("argument or option", "meaning", "default"), map(_coded, parameters)))
    return _page(parts)


def queries_page() -> str:
    """Return the saved queries with their parameters and columns."""
    parts = [
        "# The saved queries",
        _QUERIES,
    ]
    for family, queries in groupby(bundled_catalogue().values(), lambda q: q.name.split("/")[0]):
        rows = (_query(query) for query in queries)
        header = ("query", "what it answers", "parameters", "columns")
        parts.append(f"## {family}\n\n{_table(header, rows)}")
    return _page(parts)


def ontology_page() -> str:
    """Return the facets, the properties of each, and the qualifiers."""
    store = load([], bundled=resource_files(folder("ontology"), ".ttl"))
    properties = _properties(store)
    facets = [(_curie(row["facet"]), _curie(row["label"])) for row in _rows(store, _FACETS)]
    parts = [
        "# The ontology",
        _ONTOLOGY,
    ]
    header = ("property", "label", "domain", "range", "verb", "marks")
    for facet, label in facets:
        rows = [row for of, row in properties if of == facet]
        parts.append(f"## {label}\n\n{_table(header, rows)}")
    qualifiers = [
        (f"`{_curie(row['qualifier'])}`", _curie(row["label"]), f"`{_curie(row['role'])}`")
        for row in _rows(store, _QUALIFIERS)
    ]
    parts.append(
        "## Qualifiers\n\nWhat a statement node may say besides. The role is what a qualifier "
        "does, whichever vocabulary it is from.\n\n"
        + _table(("qualifier", "label", "role"), qualifiers)
    )
    return _page(parts)


def errors_page() -> str:
    """Return the errors as a table, and the exit codes."""
    classes = [kind for kind in vars(errors).values() if inspect.isclass(kind)]
    rows = [
        (
            f"`{kind.__name__}`",
            " ".join(f"`{base.__name__}`" for base in kind.__bases__),
            (inspect.getdoc(kind) or "").splitlines()[0],
            str(kind.exit_code),
        )
        for kind in classes
        if issubclass(kind, errors.TertiumError)
    ]
    exits = [(str(code), meaning) for code, meaning in _EXITS.items()]
    return _page(
        (
            "# Errors and exit codes",
            _ERRORS,
            _table(("error", "is a", "meaning", "exit code"), rows),
            "## Exit codes\n\n" + _table(("code", "meaning"), exits),
        )
    )


def api_page() -> str:
    """Return what the HTTP API answers, and the kinds of problems."""
    parts = ["# The HTTP API", _API]
    for way in WAYS:
        parts.append(f"## {way.method} {way.path}\n\n{way.summary}")
        if way.fields:
            parts.append(_table(("field", "meaning", "it is"), map(_field, way.fields)))
        kinds = ", ".join(f"`{kind}`" for kind, _ in way.kinds)
        refusals = ", ".join(str(int(status)) for status in sorted(way.refusals))
        parts.append(f"It comes as {kinds}." + (f" Other answers: {refusals}." if refusals else ""))
    kinds_of_problems = [
        (f"`{address_of(word)}`", str(int(kind.status)), kind.meaning)
        for word, kind in sorted(KINDS.items())
        if kind.status is not HTTPStatus.INTERNAL_SERVER_ERROR or word == "failed"
    ]
    parts.append("## Problems\n\n" + _PROBLEMS)
    parts.append(_table(("type", "status", "meaning"), kinds_of_problems))
    return _page(parts)


def licences_page() -> str:
    """Return what of others is needed, or travels in the wheel, with its licence."""
    from docs.licences import bundled, needed, requirements

    licences = needed()
    rows = [
        (f"`{one.name}`", f"`{one.specifier}`", f"`[{extra}]`" if extra else "", named)
        for extra, one in requirements()
        if (named := licences.get(canonicalize_name(one.name), "not installed"))
    ]
    return _page(
        (
            "# Licences",
            _LICENCES,
            "## What is installed beside it\n\n"
            + _table(("package", "versions", "only with", "licence"), rows),
            "## What travels in the wheel\n\n" + _table(("what", "licence"), bundled()),
        )
    )


def _field(field: Field) -> tuple[str, str, str]:
    """Return the line of a field: its name, its meaning and what it may be."""
    schema = field.schema
    words, least, most = schema.get("enum"), schema.get("minimum"), schema.get("maximum")
    kind = "a number" if schema["type"] == "integer" else "text"
    if isinstance(words, list):
        kind = ", ".join(f"`{word}`" for word in words)
    elif schema["type"] == "array":
        kind = f"{schema['minItems']} to {schema['maxItems']} names, each in a field of its own"
    elif least is not None:
        kind = f"{least} to {most}"
    needed = " (required)" if field.required else ""
    return f"`{field.name}`{needed}", field.meaning, kind


def context_file() -> str:
    """Return the context that makes triples of a comparison document."""
    return json.dumps({"@context": context()}, ensure_ascii=False, indent=2) + "\n"


def python_page() -> str:
    """Return the Python interface with its docstrings."""
    return _page(runpy.run_path(str(Path(__file__).with_name("python_api.py")))["page_parts"]())


PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "cli.md": cli_page,
    "comparison-context.jsonld": context_file,
    "errors.md": errors_page,
    "http-api.md": api_page,
    "licences.md": licences_page,
    "ontology.md": ontology_page,
    "python.md": python_page,
    "queries.md": queries_page,
}


def stale() -> tuple[str, ...]:
    """Return the names of the pages which are not what the source makes them."""
    return tuple(name for name, make in PAGES.items() if _written(name) != make())


def main(arguments: Sequence[str]) -> int:
    """Rewrite the stale pages, or only name them; return the exit code."""
    found = stale()
    if "--check" in arguments:
        sys.stderr.writelines(f"stale: docs/reference/{name}\n" for name in found)
        return 1 if found else 0
    for name in found:
        (REFERENCE / name).write_text(PAGES[name](), encoding="utf-8", newline="")
    return 0


def _parameters(command: Callable[..., object]) -> Iterator[tuple[str, str, str]]:
    """Yield how each parameter is written, its help and its default."""
    defaults = inspect.signature(command).parameters
    for name, hint in get_type_hints(command, include_extras=True).items():
        for info in get_args(hint)[1:]:
            kind = _single(get_args(hint)[0])
            default = defaults[name].default
            text = info.help or ""
            if isinstance(info, ArgumentInfo):
                usage = info.metavar or name.upper()
                yield (usage if default is inspect.Parameter.empty else f"[{usage}]"), text, ""
            elif isinstance(info, OptionInfo):
                text, _, stated = text.partition("[default: ")
                shown = stated.removesuffix("]") or _default(default)
                yield f"{_names(info, name)}{_takes(kind, info.metavar)}", text.strip(), shown


def _names(info: OptionInfo, name: str) -> str:
    """Return how an option is called; in `Annotated`, its first name stands as the default."""
    names = [text for text in (info.default, *(info.param_decls or ())) if isinstance(text, str)]
    return ", ".join(sorted(names or [f"--{name}"], key=len))


def _takes(kind: object, metavar: str | None) -> str:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return " " + "|".join(member.value for member in kind)
    if kind is bool:
        return ""
    return f" {metavar or ('N' if kind is int else 'NAME')}"


def _single(hint: object) -> object:
    """Return what is meant by a hint that may also be nothing."""
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    return kinds[0] if isinstance(hint, UnionType) and len(kinds) == 1 else hint


def _default(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if value is inspect.Parameter.empty:
        return "required"
    return "" if value is None or isinstance(value, bool) else str(value)


def _coded(row: tuple[str, str, str]) -> tuple[str, str, str]:
    usage, meaning, default = row
    return f"`{usage}`", meaning, default


def _query(query: Query) -> tuple[str, ...]:
    params = "; ".join(f"`{parameter.signature}`" for parameter in query.params)
    columns = " ".join(f"`{name}`" for name in query.returns)
    return f"`{query.name}`", query.summary, params, columns


def _properties(store: GraphStore) -> list[tuple[str, tuple[str, ...]]]:
    """Return each property once: its facet and the cells of its line in a table."""
    found: dict[str, dict[str, list[str]]] = {}
    for row in _rows(store, _PROPERTIES):
        columns = found.setdefault(_curie(row["property"]), {})
        for name, term in row.items():
            values = columns.setdefault(name, [])
            values.extend({_curie(term)} - set(values))
    return [(columns["facet"][0], _line(name, columns)) for name, columns in found.items()]


def _line(name: str, columns: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    verbs = dict.fromkeys((*columns.get("singular", ()), *columns.get("plural", ())))
    marks = [_MARKS[kind] for kind in columns["kind"] if kind in _MARKS]
    domain, span = (" ".join(f"`{c}`" for c in columns.get(n, ())) for n in ("domain", "range"))
    return f"`{name}`", columns["label"][0], domain, span, " / ".join(verbs), ", ".join(marks)


def _rows(store: GraphStore, question: str) -> Sequence[Mapping[str, Term]]:
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    return select(store, prefixes + question)


def _curie(term: Term) -> str:
    if isinstance(term, Literal):
        return term.lexical
    text = str(term)
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (header, ["---"] * len(header), *rows)
    return "\n".join(f"| {' | '.join(c.replace('|', chr(92) + '|') for c in r)} |" for r in lines)


def _page(parts: Iterable[str]) -> str:
    return "\n\n".join((_NOTICE, *parts)) + "\n"


def _written(name: str) -> str:
    path = REFERENCE / name
    return path.read_bytes().decode("utf-8") if path.is_file() else ""


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # `docs` is found from anywhere
    sys.exit(main(sys.argv[1:]))
