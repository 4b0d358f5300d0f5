from functools import cache

import pytest

from tertium.model.terms import BlankNode, Iri, Term
from tertium.queries.arcs import arcs_from
from tertium.queries.catalogue import Catalogue
from tertium.queries.reader import Reader
