"""The reference of the Python interface, from signatures and docstrings, which griffe reads.

Public is what `tertium` names, and whatever noun one gets from it or hands to it: those are found
by their annotations. Each has one address.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import griffe

__all__ = ["described", "page_parts"]

_SOURCE: Final = Path(__file__).resolve().parents[1] / "src"
_ROOT: Final = "tertium"
_ABOUT: Final = """\
What `import tertium` gives, and the nouns that come with it. Everything else is inner work and may
change without notice, also the modules which some how-to pages show beside it. All of it is typed
(`py.typed`), and each example in a docstring is run as a test.
The errors have [a page of their own](errors.md). To begin with:
[Compare in Python](../how-to/compare-in-python.md) and
[Link in Python](../how-to/link-in-python.md)."""
_NOUNS: Final = """\
The nouns are frozen: nothing that you do to one changes a page. They are named by their address;
`from tertium.model.comparison import Row` is how a program says it."""


def page_parts() -> Iterator[str]:
    """Yield the parts of the page."""
    yield "# The Python interface"
    yield _ABOUT
    objects = described()
    named = {path for path in objects if path.count(".") == 1}
    for path in sorted(named):
        yield from _object(path, objects[path])
    yield "## Nouns\n\n" + _NOUNS
    for path in sorted(objects.keys() - named):
        yield from _object(path, objects[path])


def described() -> Mapping[str, griffe.Object]:
    """Return the public objects by the address at which one imports them."""
    package = griffe.load(
        _ROOT, search_paths=[_SOURCE], docstring_parser="google", resolve_aliases=True
    )
    modules = package.modules_collection
    names = [str(name).strip("'\"") for name in package.exports or ()]
    found = {f"{_ROOT}.{name}": _final(package[name]) for name in names}
    known = {thing.path for thing in found.values()}
    queue = list(found.values())
    while queue:
        for path in sorted(_mentioned(queue.pop()) - known):
            known.add(path)
            found[path] = _final(modules[path])
            queue.append(found[path])
    return found


def _final(thing: griffe.Object | griffe.Alias) -> griffe.Object:
    return thing.final_target if isinstance(thing, griffe.Alias) else thing


def _mentioned(thing: griffe.Object) -> set[str]:
    """Return the nouns which stand in the annotations of an object."""
    members = [member for member in _members(thing).values() if _is_public(member)]
    shown = [thing, *members]
    annotations = [annotation for each in shown for annotation in _annotations(each)]
    paths = {
        name.canonical_path
        for annotation in annotations
        if isinstance(annotation, griffe.Expr)
        for name in annotation.iterate(flat=True)
        if isinstance(name, griffe.ExprName)
    }
    return {path for path in paths if path.startswith(f"{_ROOT}.model.")}


def _annotations(thing: griffe.Object) -> Iterator[object]:
    if isinstance(thing, griffe.Function):
        yield thing.returns
        yield from (parameter.annotation for parameter in thing.parameters)
    if isinstance(thing, griffe.Attribute):
        yield thing.annotation
        if thing.parent is not None and thing.parent.is_module:
            yield thing.value  # of an alias: `Value = Iri | Literal`


def _members(thing: griffe.Object) -> Mapping[str, griffe.Object]:
    if not isinstance(thing, griffe.Class):
        return {}
    return {name: _final(member) for name, member in thing.all_members.items()}


def _is_public(member: griffe.Object) -> bool:
    """Return whether a member is for users: named so, and no mere variable of a method."""
    if isinstance(member, griffe.Attribute) and member.annotation is None:
        return "class-attribute" in member.labels and not member.name.startswith("_")
    return not member.name.startswith("_")


def _object(path: str, thing: griffe.Object) -> Iterator[str]:
    name = path.rpartition(".")[2]
    yield f"## {path}"
    if isinstance(thing, griffe.Function):
        yield _code(f"{thing.signature(return_type=True, name=name)}")
    if isinstance(thing, griffe.Attribute):
        yield _code(f"{name} = {thing.value}")
    yield from _docstring(thing)
    members = [member for member in _members(thing).values() if _is_public(member)]
    fields = [member for member in members if isinstance(member, griffe.Attribute)]
    if fields:
        rows = (f"| `{_field(field)}` | {_line(field)} |" for field in fields)
        yield "\n".join(("| | meaning |", "|---|---|", *rows)).replace(" | None", r" \| None")
    for member in members:
        if isinstance(member, griffe.Function):
            yield f"### {name}.{member.name}"
            yield _code(member.signature(return_type=True))
            yield from _docstring(member)


def _field(field: griffe.Attribute) -> str:
    if field.annotation is None:
        return f"{field.name} = {field.value}"
    return f"{field.name}: {field.annotation}"


def _line(field: griffe.Attribute) -> str:
    return " ".join(field.docstring.value.split()) if field.docstring else ""


def _docstring(thing: griffe.Object) -> Iterator[str]:
    for section in thing.docstring.parsed if thing.docstring else ():
        if isinstance(section, griffe.DocstringSectionText):
            for paragraph in section.value.split("\n\n"):
                yield _code(paragraph) if paragraph.startswith(">>> ") else paragraph
        elif isinstance(section, griffe.DocstringSectionRaises):
            yield "\n".join(f"- raises `{r.annotation}` {r.description}" for r in section.value)


def _code(text: str) -> str:
    return f"```pycon\n{text}\n```"
