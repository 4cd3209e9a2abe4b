"""Questions that have a name, and the writing of answers."""

from relgraph.queries.find import find
from relgraph.queries.header import Kind, Parameter
from relgraph.queries.named import NamedQuery, load, named, parse
from relgraph.queries.results import FORMATS_OF_GRAPHS, FORMATS_OF_ROWS, write

__all__ = [
    "FORMATS_OF_GRAPHS",
    "FORMATS_OF_ROWS",
    "Kind",
    "NamedQuery",
    "Parameter",
    "find",
    "load",
    "named",
    "parse",
    "write",
]
