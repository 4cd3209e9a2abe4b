"""Values of the model as RDF, and back."""

from relgraph.rdf.article import article_quads
from relgraph.rdf.merged import merged_quads
from relgraph.rdf.reading import read_article, read_extraction
from relgraph.rdf.syntax import SYNTAXES, Syntax
from relgraph.rdf.vocabulary import ARTICLE, FILED_ON, PREFIXES, TYPE

__all__ = [
    "ARTICLE",
    "FILED_ON",
    "PREFIXES",
    "SYNTAXES",
    "TYPE",
    "Syntax",
    "article_quads",
    "merged_quads",
    "read_article",
    "read_extraction",
]
