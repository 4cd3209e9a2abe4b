"""Short records, written by hand."""

from collections.abc import Callable

import pytest

from relgraph.evaluation import Annotation, Named, Told

Record = Callable[..., Annotation]

ANA = Named("Ana Ruiz", "Person", ("Ruiz", "Ms Ruiz"))
OMAR = Named("Omar Hejira", "Person")
RABAT = Named("Rabat", "Place")
NAVY = Named("Royal Navy", "GovernmentBody")
PLANT = Named("gear plant", "Facility")
MEETING = Told(
    "met",
    ("Ana Ruiz", "Omar Hejira"),
    place="Rabat",
    date="2025-09-22",
    evidence="On Monday, Ana Ruiz met Omar Hejira in Rabat.",
)


@pytest.fixture
def gold() -> Annotation:
    """Return what a reader finds in an article of two people who meet."""
    return Annotation("a", (ANA, OMAR, RABAT), (MEETING,))
