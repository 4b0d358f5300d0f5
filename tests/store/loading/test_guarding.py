from pathlib import Path

import pytest

from tertium.errors import BadFileError, LimitError
from tests.store.loading.files import TRIPLE, A, count, read, task

RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://example.org/"'


def xml(body: str, *, head: str = "") -> str:
    return f"{head}<rdf:RDF {RDF}>\n{body}\n</rdf:RDF>"


def nested(levels: int) -> str:
    pairs = levels // 2
    return (
        "<rdf:Description><x:a>" * pairs + "<rdf:Description/>" + "</x:a></rdf:Description>" * pairs
    )


MARKED = {
    "a.nt": TRIPLE,
    "a.ttl": TRIPLE,
    "a.rdf": xml(f'<rdf:Description rdf:about="{A}"><x:a>1</x:a></rdf:Description>'),
    "a.jsonld": f'{{"@id": "{A}", "{A}": 1}}',
}


@pytest.mark.parametrize("name", MARKED)
def test_a_byte_order_mark_is_passed_over(name: str, tmp_path: Path) -> None:
    assert count(task(tmp_path, name, b"\xef\xbb\xbf" + MARKED[name].encode())) == 1


@pytest.mark.parametrize("nul", ["\0", r"\u0000", r"\U00000000"])
@pytest.mark.parametrize("name", ["a.nt", "a.ttl"])
def test_a_nul_is_refused_with_its_line(name: str, nul: str, tmp_path: Path) -> None:
    content = TRIPLE * 2 + f'<{A}> <{A}> "a{nul}" .\n'
    with pytest.raises(BadFileError, match=f"{name}:3: a NUL"):
        count(task(tmp_path, name, content))
    quads, (told,) = read(task(tmp_path, name, content, lenient=True))
    assert (len(quads), told.skipped) == (2, 1)


def test_what_only_looks_like_a_nul_is_kept(tmp_path: Path) -> None:
    assert count(task(tmp_path, "a.nt", f'<{A}> <{A}> "a\\\\u0000" .\n')) == 1


def test_a_nul_in_xml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match=r"a\.rdf:2: "):
        count(task(tmp_path, "a.rdf", xml("<rdf:Description x:a='\0'/>")))


@pytest.mark.parametrize("content", ["", "<a", xml("<a>"), xml("")[:-9]])
def test_xml_that_is_broken_or_cut_off_is_refused(content: str, tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="no XML"):
        count(task(tmp_path, "a.rdf", content))


def test_elements_nest_256_deep_and_no_deeper(tmp_path: Path) -> None:
    assert count(task(tmp_path, "a.rdf", xml(nested(254)))) == 127
    with pytest.raises(LimitError, match=r"a\.rdf:2 is refused: elements nest deeper"):
        count(task(tmp_path, "a.rdf", xml(nested(20_000))))


@pytest.mark.parametrize(
    "declared",
    [
        'SYSTEM "file:///etc/passwd"',
        '[<!ENTITY e SYSTEM "file:///etc/passwd">]',
        '[<!ENTITY % e "x">]',
        '[<!ENTITY a "ha"><!ENTITY b "&a;&a;">]',
        f'[<!ENTITY a "{"ha" * 200}">]',
    ],
)
def test_treacherous_entities_are_refused(declared: str, tmp_path: Path) -> None:
    content = xml("<rdf:Description x:a='1'/>", head=f"<!DOCTYPE rdf:RDF {declared}>\n")
    with pytest.raises(LimitError, match="is refused"):
        count(task(tmp_path, "a.rdf", content, lenient=True))


def test_entities_that_stand_for_namespaces_are_read(tmp_path: Path) -> None:
    head = '<!DOCTYPE rdf:RDF [<!ENTITY ex "http://example.org/">]>\n'
    content = xml('<rdf:Description rdf:about="&ex;a" x:a="1"/>', head=head)
    (quad,), _ = read(task(tmp_path, "a.rdf", content))
    assert quad.startswith(f"<{A}>")


def test_a_bad_iri_in_xml_is_named_with_its_line(tmp_path: Path) -> None:
    body = '<rdf:Description x:a="1"/>\n<rdf:Description rdf:about="http://a b/" x:a="1"/>'
    with pytest.raises(BadFileError, match=r"a\.rdf:3: "):
        count(task(tmp_path, "a.rdf", xml(body)))


def test_a_problem_that_quotes_nothing_of_the_file_has_no_line(tmp_path: Path) -> None:
    content = xml('<rdf:Description rdf:about="http://a&#x20;b/" x:a="1"/>')
    with pytest.raises(BadFileError, match=r"a\.rdf: "):
        count(task(tmp_path, "a.rdf", content))
