"""Which commands of the documentation no test runs, and why: the one place where that is said.

What begins with `tertium` is parsed all the same, in `tests/test_docs.py`.
"""

from collections.abc import Mapping
from typing import Final

__all__ = ["ENDS_WITH", "UNRUN"]

UNRUN: Final[Mapping[str, str]] = {
    r"-m venv|pip install|^\. \.venv": "installs: tests/test_wheel.py does so",
    r"scripts/check|-m pytest|mkdocs|docs/generate\.py|git diff|screenshots": "is a check itself",
    r"^export TERTIUM_CONTACT": "names somebody to the internet",
    r"-g (qlever-)?wikidata$|-g (qlever-)?wikidata ": "asks the internet; tests/store and tests/api"
    " do with a stand-in",
    r"tertium fetch|-g fetched": "asks the internet; tests/wikidata stands in for it elsewhere",
    r"--service": "asks the internet; tests/api/remote_linking has a stand-in",
    r"(localhost|127\.0\.0\.1):(3030|7019|7200|7878|8182|8890)": "asks a server of another maker:"
    " tests/servers starts those that can be had",
    r"^(fuseki-server|importrdf|isql-vt|oxigraph|qlever|ssh|tdb2\.)": "is another maker's",
    r"^apt-get": "installs: .ci/run does so",
    r'compare "Eric Hobsbawm" "Karl Marx"$': "needs the checkout changed; add-a-person.md runs it",
    r"^tertium serve|^uvicorn|^python server": "does not end; tests/interfaces/web serves",
    r"curl ": "asks a server: tests/interfaces/web asks the same",
    r"^sudo |journalctl|podman|^openssl": "changes the machine",
    r"tertium reports": "needs a report of a reader: tests/interfaces/test_reporting.py has one",
    r"tertium review (?!.*--answers)": "asks on a terminal; with --answers it is run",
    r"^grep -rn": "looks into the checkout",
    r"^cat token|service\.py|token\.txt|book\.ru|born\.rq": "is for a server",
    r"tertium diff|pages-of-|--since [0-9a-f]{8}": "needs a graph before and after an edit:"
    " tests/interfaces/test_differing.py and test_batching.py have both",
    r"--rewrite": "runs the reader's own program: tests/api/test_rewriting.py has one",
}
"""Patterns of lines, each with the reason."""

ENDS_WITH: Final[Mapping[str, int]] = {
    r"tertium verify changed\.json": 1,
    r"tertium audit (page|essay|somebody)": 1,
}
"""The exit codes of lines which do not end with 0."""
