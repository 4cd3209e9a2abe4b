"""From articles to a graph that can be asked, looked at and carried elsewhere."""

from relgraph.pipeline.answers import Table, Value
from relgraph.pipeline.entity import Card, Fact
from relgraph.pipeline.findings import Finding
from relgraph.pipeline.graph import KnowledgeGraph
from relgraph.pipeline.ingest import Ingested, Outcome, Step, summarise
from relgraph.pipeline.picture import Picture
from relgraph.pipeline.summary import Summary, summary
from relgraph.pipeline.validate import validate

__all__ = [
    "Card",
    "Fact",
    "Finding",
    "Ingested",
    "KnowledgeGraph",
    "Outcome",
    "Picture",
    "Step",
    "Summary",
    "Table",
    "Value",
    "summarise",
    "summary",
    "validate",
]
