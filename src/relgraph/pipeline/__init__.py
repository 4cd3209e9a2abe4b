"""From articles to a graph that can be asked, looked at and carried elsewhere."""

from relgraph.pipeline.answers import Table, Value
from relgraph.pipeline.entity import Card, Fact
from relgraph.pipeline.graph import KnowledgeGraph
from relgraph.pipeline.ingest import Ingested, Outcome, Step, summarise
from relgraph.pipeline.picture import Picture

__all__ = [
    "Card",
    "Fact",
    "Ingested",
    "KnowledgeGraph",
    "Outcome",
    "Picture",
    "Step",
    "Table",
    "Value",
    "summarise",
]
