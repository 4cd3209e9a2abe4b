"""Turn what many articles say into one world, whatever the order of the articles."""

from relgraph.resolve.world import resolve

__all__ = ["resolve"]
