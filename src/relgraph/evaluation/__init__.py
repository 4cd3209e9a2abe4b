"""Measure how well articles are read, and say where what is missed was lost."""

from relgraph.evaluation.annotations import Annotation, Named, Told, annotation
from relgraph.evaluation.records import read_found, read_gold
from relgraph.evaluation.scoring import Count, Figure, figures

__all__ = [
    "Annotation",
    "Count",
    "Figure",
    "Named",
    "Told",
    "annotation",
    "figures",
    "read_found",
    "read_gold",
]
