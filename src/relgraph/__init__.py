"""News articles in, a knowledge graph out.

>>> import relgraph
>>> with relgraph.open("memory:") as graph:
...     graph.query("ASK { ?a rg:met ?b }")
False
"""

from typing import TYPE_CHECKING

from relgraph.errors import RelgraphError
from relgraph.model import Article

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.pipeline import KnowledgeGraph

__all__ = ["Article", "RelgraphError", "__version__", "open"]

__version__ = "0.1.0"


def open(location: "str | Path") -> "KnowledgeGraph":  # noqa: A001 - as in gzip.open, sqlite3.connect
    """Open the graph kept at *location*, a directory that is made where there is none.

    ``memory:`` is a passing one. The graph closes itself at the end of a ``with`` block.

    Raises:
        StoreError: where something else is kept there, or it is locked or damaged.
    """
    from relgraph.pipeline import KnowledgeGraph  # noqa: PLC0415 - quick `import relgraph`

    return KnowledgeGraph.open(location)
