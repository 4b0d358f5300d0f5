"""An audit as a text, as Markdown and as JSON."""

import json
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from typing import Final

from tertium.errors import UnknownFormatError
from tertium.model.audit import Audit, Finding, Passage
from tertium.model.statement import Statement
from tertium.render.escaping import visible
from tertium.render.markdown import escaped
from tertium.render.wording import say_circumstances, say_label

__all__ = ["audit_schema", "render_audit"]

_SHOWN: Final = 5
_SCHEMA: Final = "tertium/audit/1"


def render_audit(name: str, audit: Audit) -> str:
    """Return an audit in a format: text, markdown or json.

    Raises:
        UnknownFormatError: when there is no such format.

    """
    if name not in _FORMATS:
        raise UnknownFormatError(name, tuple(_FORMATS))
    return _FORMATS[name](audit)


def audit_schema() -> str:
    """Return the JSON Schema of the audit document (``json``)."""
    return files("tertium.render").joinpath("audit.schema.json").read_text(encoding="utf-8")


def _text(audit: Audit) -> str:
    lines = [f"Audit: {_title(audit)}", *_counts(audit), ""]
    for passage in audit.passages:
        lines += [f"[{passage.number}] {_place(passage)}{passage.text}"]
        for finding in _of(audit, passage):
            lines += [f"    {_verdict(finding)}: {_claim(finding)}", f"        {finding.why}"]
            lines += [f"        - {line}" for line in _borne(audit, finding)]
        lines.append("")
    lines += _missing(audit)
    return "\n".join(map(visible, lines)).rstrip("\n") + "\n"


def _markdown(audit: Audit) -> str:
    lines = [f"# Audit: {escaped(_title(audit))}", "", "| | |", "|---|---:|"]
    lines += ["| {} | {} |".format(*line.rsplit(": ", 1)) for line in _counts(audit)]
    for passage in audit.passages:
        lines += ["", f"{passage.number}\\. {escaped(_place(passage) + passage.text)}", ""]
        for finding in _of(audit, passage):
            words = f"{_claim(finding)}: {finding.why}"
            lines.append(f"- **{_verdict(finding)}** {escaped(words)}")
            lines += [f"  - {escaped(line)}" for line in _borne(audit, finding)]
    missing = _missing(audit)
    lines += ["", *([f"## {missing[0]}", ""] if missing else [])]
    lines += [f"- {escaped(line.strip(' -'))}" for line in missing[1:]]
    return "\n".join(lines).rstrip("\n") + "\n"


def _json(audit: Audit) -> str:
    coverage = audit.coverage
    document = {
        "schema": _SCHEMA,
        "title": _title(audit),
        "language": audit.language,
        "graph": {"id": audit.graph.id, "version": audit.graph.version},
        "entities": [{"iri": one.iri, "label": one.label} for one in audit.entities],
        "passages": [_passage(audit, passage) for passage in audit.passages],
        "coverage": {
            "passages": coverage.passages,
            "touched": coverage.touched,
            "verdicts": {verdict.value: count for verdict, count in coverage.verdicts.items()},
            "contested": coverage.contested,
            "rows": coverage.rows,
            "unmentioned": [_statement(audit, s) for s in coverage.unmentioned],
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


_FORMATS: Final[dict[str, Callable[[Audit], str]]] = {
    "text": _text,
    "markdown": _markdown,
    "json": _json,
}

_Object = dict[str, object]


def _passage(audit: Audit, passage: Passage) -> _Object:
    found: _Object = {"number": passage.number, "section": passage.section, "text": passage.text}
    if passage.party is not None:
        found |= {"entity": audit.entities[passage.party].iri, "row": passage.row}
    return found | {"claims": [_finding(audit, one) for one in _of(audit, passage)]}


def _finding(audit: Audit, finding: Finding) -> _Object:
    return {
        "text": finding.text,
        "start": finding.start,
        "end": finding.end,
        "subject": finding.subject.iri if finding.subject else None,
        "verdict": finding.verdict.value,
        "contested": finding.contested,
        "why": finding.why,
        "statements": [_statement(audit, s) for s in finding.statements],
        "nearest": [_statement(audit, s) for s in finding.nearest],
    }


def _statement(audit: Audit, statement: Statement) -> _Object:
    return {
        "statement": statement.iri,
        "text": _say(audit, statement),
        "sources": list(_sources(statement)),
    }


def _of(audit: Audit, passage: Passage) -> Iterator[Finding]:
    return (one for one in audit.findings if one.passage.number == passage.number)


def _title(audit: Audit) -> str:
    return " vs. ".join(one.label for one in audit.entities)


def _place(passage: Passage) -> str:
    return f"{passage.row}: " if passage.row else ""


def _verdict(finding: Finding) -> str:
    return finding.verdict.value.upper() + (", CONTESTED" if finding.contested else "")


def _claim(finding: Finding) -> str:
    return f"{f'{finding.subject.label}: ' if finding.subject else ''}“{finding.text}”"


def _borne(audit: Audit, finding: Finding) -> Iterator[str]:
    for statements, word in ((finding.statements, ""), (finding.nearest, "nearest: ")):
        for s in statements[:_SHOWN]:
            sources = "; ".join(_sources(s))
            yield f"{word}{_say(audit, s)}{f' [{sources}]' if sources else ''}"
        if len(statements) > _SHOWN:
            yield f"and {len(statements) - _SHOWN} more"


def _say(audit: Audit, statement: Statement) -> str:
    value = f"{say_label(statement.value)}{say_circumstances(statement)}"
    subject = audit.names.get(statement.subject, statement.subject)
    return f"{subject}, {statement.predicate.label}: {value}{_disputed(statement)}"


def _disputed(statement: Statement) -> str:
    return ", contested" if statement.contested else ""


def _sources(statement: Statement) -> Iterator[str]:
    for reference in statement.references:
        place = f", {reference.locator}" if reference.locator else ""
        yield reference.source.citation + place


def _counts(audit: Audit) -> Sequence[str]:
    coverage = audit.coverage
    told = coverage.rows - len(coverage.unmentioned)
    share = f"{coverage.touched} of {coverage.passages}"
    return [
        f"claims: {len(audit.findings)}",
        *(f"{verdict.value}: {count}" for verdict, count in coverage.verdicts.items()),
        f"contested among them: {coverage.contested}",
        f"sentences and cells with an answer: {share}",
        f"telling rows of the graph mentioned: {told} of {coverage.rows}",
    ]


def _missing(audit: Audit) -> list[str]:
    missed = audit.coverage.unmentioned
    lines = [f"  - {_say(audit, s)}" for s in missed]
    return ["Telling, and not in the text", *lines] if lines else []
