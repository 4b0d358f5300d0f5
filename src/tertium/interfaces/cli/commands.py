"""All commands, in the order in which the help lists them."""

from tertium.interfaces.cli.auditing import audit
from tertium.interfaces.cli.batching import batch
from tertium.interfaces.cli.caching import cache
from tertium.interfaces.cli.checking import verify
from tertium.interfaces.cli.comparing import compare, describe
from tertium.interfaces.cli.counting import stats, version
from tertium.interfaces.cli.differing import diff
from tertium.interfaces.cli.doctoring import doctor
from tertium.interfaces.cli.fetching import fetch
from tertium.interfaces.cli.finding import find
from tertium.interfaces.cli.linking import link
from tertium.interfaces.cli.loading import load
from tertium.interfaces.cli.paths import paths
from tertium.interfaces.cli.querying import queries, query
from tertium.interfaces.cli.reporting import reports
from tertium.interfaces.cli.resembling import common, differ
from tertium.interfaces.cli.reviewing import review
from tertium.interfaces.cli.serving import serve

__all__ = ["COMMANDS"]

COMMANDS = (
    compare,
    describe,
    common,
    differ,
    paths,
    find,
    link,
    query,
    queries,
    verify,
    diff,
    audit,
    batch,
    review,
    serve,
    reports,
    load,
    fetch,
    cache,
    stats,
    doctor,
    version,
)
