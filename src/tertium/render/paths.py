"""How entities are connected, as text, Markdown and JSON."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from tertium.errors import UnknownFormatError
from tertium.model.paths import Path, PathKind, Paths
from tertium.model.values import Entity
from tertium.render.escaping import isolated, visible, web_address
from tertium.render.json import relation_json
from tertium.render.json_values import Json
from tertium.render.markdown import escaped
from tertium.render.notes import Notes

__all__ = ["PATH_FORMATS", "render_paths"]

_HEADINGS: Final = {
    PathKind.DIRECT: "Stated directly",
    PathKind.SHARED: "What both have to do with",
    PathKind.LONGER: "Longer paths",
}


def render_paths(name: str, pairs: Sequence[Paths]) -> str:
    """Return what connects one pair or several, in one of `PATH_FORMATS`.

    Raises:
        UnknownFormatError: when there is no such format.

    """
    if name not in PATH_FORMATS:
        raise UnknownFormatError(name, PATH_FORMATS)
    return _WRITERS[name](pairs)


def _text(pairs: Sequence[Paths]) -> str:
    notes = _notes(pairs)
    parts = [
        "\n".join((isolated(visible(heading)), *(f"  {line}" for line in lines)))
        for pair in pairs
        for heading, lines in [(pair.title, ()), *_groups(pair, notes, _shown)]
    ]
    works = [f"  [{number}] {_shown(source.citation)}" for number, source in notes]
    return "\n\n".join([*parts, *(["\n".join(["Sources", *works])] if works else [])]) + "\n"


def _markdown(pairs: Sequence[Paths]) -> str:
    notes, parts = _notes(pairs), list[str]()
    for pair in pairs:
        parts.append(f"# {escaped(pair.title)}")
        for heading, lines in _groups(pair, notes, escaped):
            parts += [f"## {escaped(heading)}", "\n".join(f"- {line}" for line in lines)]
    if len(notes):
        parts += ["## Sources", "\n".join(f"{n}. {_work(s.citation, s.url)}" for n, s in notes)]
    return "\n\n".join(parts) + "\n"


def _json(pairs: Sequence[Paths]) -> str:
    found = [_document(pair) for pair in pairs]
    whole: Json = found[0] if len(found) == 1 else found
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


_WRITERS: Final[Mapping[str, Callable[[Sequence[Paths]], str]]] = {
    "json": _json,
    "markdown": _markdown,
    "text": _text,
}
PATH_FORMATS: Final = tuple(sorted(_WRITERS))


def _groups(
    pair: Paths, notes: Notes, write: Callable[[str], str]
) -> Iterator[tuple[str, list[str]]]:
    """Yield headings with their lines: the paths, or that there are none, and what was cut."""
    for kind, heading in _HEADINGS.items():
        found = [one for one in pair.paths if one.kind is kind]
        if found:
            yield heading, [write(one.text) + _marks(one, notes) for one in found]
    if not pair:
        yield _silence(pair), []
    if pair.cuts:
        yield "Left out of the search", [write(cut) for cut in pair.cuts]


def _silence(pair: Paths) -> str:
    steps = f"{pair.steps} step" + "s" * (pair.steps != 1)
    return f"No meaningful link within {steps}"


def _notes(pairs: Iterable[Paths]) -> Notes:
    return Notes.of(s for pair in pairs for path in pair.paths for s in path.statements)


def _marks(path: Path, notes: Notes) -> str:
    numbers = {notes.number(r.source) for s in path.statements for r in s.references}
    return " " + "".join(f"[{number}]" for number in sorted(numbers)) if numbers else ""


def _shown(text: str) -> str:
    return isolated(visible(text))


def _work(label: str, url: str) -> str:
    address = web_address(url)
    return f"[{escaped(label)}](<{address}>)" if address else escaped(label)


def _document(pair: Paths) -> Json:
    return {
        "schema": "tertium/paths/1",
        "ends": [_entity(end) for end in pair.ends],
        "steps": pair.steps,
        "meaningful": bool(pair),
        "paths": [_path(path) for path in pair.paths],
        "cuts": list(pair.cuts),
    }


def _path(path: Path) -> Json:
    return {
        "kind": path.kind.value,
        "score": path.score,
        **relation_json(path.sentence),
    }


def _entity(entity: Entity) -> Json:
    return {"iri": entity.iri, "label": entity.label}
