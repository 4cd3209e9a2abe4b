"""Measure how well articles are read, and say where what is missed was lost."""

from relgraph.evaluation.annotations import Annotation, Named, Told, annotation
from relgraph.evaluation.losses import Loss, Reading, Sign, losses
from relgraph.evaluation.missing import Edge, Lost, missing, stands_in
from relgraph.evaluation.reading import extracted, given
from relgraph.evaluation.records import read_found, read_gold
from relgraph.evaluation.report import FORMATS, MEASURES, Report, measures
from relgraph.evaluation.scoring import Count, Figure, figures
from relgraph.evaluation.stages import Cause, Stage

__all__ = [
    "FORMATS",
    "MEASURES",
    "Annotation",
    "Cause",
    "Count",
    "Edge",
    "Figure",
    "Loss",
    "Lost",
    "Named",
    "Reading",
    "Report",
    "Sign",
    "Stage",
    "Told",
    "annotation",
    "extracted",
    "figures",
    "given",
    "losses",
    "measures",
    "missing",
    "read_found",
    "read_gold",
    "stands_in",
]
