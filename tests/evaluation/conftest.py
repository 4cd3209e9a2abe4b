"""What was seen and tried in one sentence, written by hand."""

from collections.abc import Callable

import pytest

from relgraph.evaluation import Told
from relgraph.evaluation.diagnosis import Place
from relgraph.extract.trace import Attempt, Fate, Part, Sentence
from relgraph.model import Span

TEXT = "He met Omar Hejira in Rabat."


@pytest.fixture
def sentence() -> Sentence:
    """Return ``TEXT`` as parsed, in which nobody knows who "he" is."""
    return Sentence(
        Span(0, len(TEXT)),
        ("he", "meet", "omar", "hejira", "in", "rabat", "."),
        (Part("", "Omar Hejira", ("Omar Hejira",)), Part("", "Rabat", ("Rabat",))),
        lost=("He",),
    )


@pytest.fixture
def attempt() -> Callable[..., Attempt]:
    """Return what makes a try of "met" in ``TEXT``."""

    def make(
        fate: Fate = Fate.LACKING, *parts: Part, relation: str = "met", unfilled: str = ""
    ) -> Attempt:
        return Attempt(relation, "verb:meet", Span(3, 6), parts, fate, tuple(unfilled.split()))

    return make


@pytest.fixture
def place(sentence: Sentence) -> Callable[..., Place]:
    """Return what makes a place of ``TEXT`` with claims and tries."""

    def make(
        *attempts: Attempt,
        claims: tuple[Told, ...] = (),
        spare: tuple[Told, ...] = (),
        lemmas: str = "",
        lost: tuple[str, ...] = (),
    ) -> Place:
        seen = Sentence(sentence.span, tuple(lemmas.split()), sentence.known, lost)
        return Place(
            {"ana ruiz": "Ana Ruiz", "omar hejira": "Omar Hejira", "rabat": "Rabat"},
            frozenset(["Omar Hejira", "Rabat", "Ana Ruiz"]),
            claims,
            spare,
            (seen,),
            attempts,
            is_traced=True,
        )

    return make
