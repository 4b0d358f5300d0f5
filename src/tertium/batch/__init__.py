"""Many comparisons: pairs in, pages out, by processes of this machine or by Spark.

>>> import tempfile, tertium
>>> from tertium.batch import make_pages
>>> with tempfile.TemporaryDirectory() as folder:
...     make_pages(tertium.open(), [("Joseph Stalin", "Leon Trotsky")], folder).pages
1
"""

from tertium.batch.assembling import Report
from tertium.batch.batching import Engine, Order, Progress, make_pages
from tertium.batch.local import LocalEngine
from tertium.batch.outcomes import Entry, Failed, Made, Outcome, Task
from tertium.batch.pairing import Given, OfClass, OfQuery, OfTable, Pairs
from tertium.batch.planning import Form
from tertium.batch.renewing import Renewal, renew_pages

__all__ = [
    "Engine",
    "Entry",
    "Failed",
    "Form",
    "Given",
    "LocalEngine",
    "Made",
    "OfClass",
    "OfQuery",
    "OfTable",
    "Order",
    "Outcome",
    "Pairs",
    "Progress",
    "Renewal",
    "Report",
    "Task",
    "make_pages",
    "renew_pages",
]
