"""What the rules tried is told beside what they claim."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from relgraph.extract.reading import read
from relgraph.extract.rules import claims, traced
from relgraph.extract.trace import Fate, Part, Trace
from relgraph.model import Article

pytestmark = pytest.mark.model

Tracing = Callable[[str], Trace]


@pytest.fixture
def trace(nlp: Language) -> Tracing:
    return lambda text: traced(read(Article("a", text, published="2025-09-24"), nlp))[1]


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        pytest.param("Ana Ruiz met Omar Hejira on Monday.", Fate.CLAIMED, id="claimed"),
        pytest.param("Ana Ruiz may meet Omar Hejira.", Fate.OPEN, id="open"),
        pytest.param("Ana Ruiz met the deadline.", Fate.LACKING, id="lacking"),
    ],
)
def test_the_fate_of_a_frame(trace: Tracing, text: str, fate: Fate) -> None:
    (attempt,) = trace(text).attempts
    assert (attempt.relation, attempt.rule, attempt.fate) == ("met", "verb:meet", fate)
    assert attempt.trigger.of(text) in ("met", "meet")


def test_what_fills_the_parts(trace: Tracing) -> None:
    (attempt,) = trace("Some envoys met Omar Hejira in Rabat.").attempts
    assert attempt.parts == (
        Part("agent", "envoys", ()),
        Part("counterpart", "Omar Hejira", ("Omar Hejira",)),
    )
    assert attempt.unfilled == ()


def test_what_may_not_fill_a_part(trace: Tracing) -> None:
    (attempt,) = trace("Ana Ruiz met the deadline.").attempts
    assert Part("counterpart", "deadline", (), fits=False) in attempt.parts
    assert attempt.unfilled == ("counterpart",)


def test_each_sentence_has_its_words_and_those_they_stand_for(trace: Tracing) -> None:
    first, second = trace("It rained. Ana Ruiz left, and she slept.").sentences
    assert "rain" in first.lemmas
    assert [(part.words, part.names) for part in second.known] == [
        ("Ana Ruiz", ("Ana Ruiz",)),
        ("she", ("Ana Ruiz",)),
    ]
    assert (first.lost, second.lost) == (("It",), ())


def test_the_trace_changes_nothing(nlp: Language) -> None:
    article = Article("a", "Ana Ruiz met Omar Hejira. They may meet again in Rabat.")
    assert traced(read(article, nlp))[0] == claims(read(article, nlp))
