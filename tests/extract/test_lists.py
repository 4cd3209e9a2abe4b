"""Lists below a sentence that ends in a colon, on sentences made by hand."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from relgraph.extract import lists


def parsed(*sentences: str) -> Span:
    """Return the first of *sentences*, of one document."""
    words: list[str] = []
    starts: list[bool | int | None] = []
    for sentence in sentences:
        parts = sentence.split()
        words += parts
        starts += [True, *[False] * (len(parts) - 1)]
    doc = Doc(spacy.blank("en").vocab, words=words, sent_starts=starts)
    return next(doc.sents)


@pytest.mark.parametrize(
    ("sentences", "items"),
    [
        pytest.param(
            ("She also met:", "-", "Ana Ruiz ; and", "-", "Jo Sy .", "She left ."),
            ["Ana Ruiz", "Jo Sy"],
            id="bullets",
        ),
        pytest.param(
            ("They discussed:", "1.", "trade", "2.", "visas"), ["trade", "visas"], id="1."
        ),
        pytest.param(("She met:", "Ana Ruiz ."), [], id="no-bullets"),
        pytest.param(("She met Ana Ruiz .", "-", "Jo Sy"), [], id="no-colon"),
        pytest.param(("She met:",), [], id="nothing-below"),
        pytest.param(("She met:", "-"), [], id="bullet-alone"),
    ],
)
def test_the_items_of_a_list(sentences: tuple[str, ...], items: list[str]) -> None:
    assert [lists.plain(item) for item in lists.items(parsed(*sentences))] == items
