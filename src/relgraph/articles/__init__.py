"""Read news articles from files, folders and streams."""

from relgraph.articles.cleaning import clean
from relgraph.articles.counting import count
from relgraph.articles.draft import MAX_CHARACTERS
from relgraph.articles.reading import Source, read

__all__ = ["MAX_CHARACTERS", "Source", "clean", "count", "read"]
