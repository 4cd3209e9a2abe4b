"""Nouns for people, by their form."""

import pytest
import spacy
from spacy.tokens import Doc

from relgraph.extract.doers import is_people


@pytest.mark.parametrize(
    ("word", "lemma", "tag", "people"),
    [
        pytest.param("winemakers", "winemaker", "NNS", True, id="winemakers"),
        pytest.param("activists", "activist", "NNS", True, id="activists"),
        pytest.param("winemaker", "winemaker", "NN", False, id="one-alone"),
        pytest.param("papers", "paper", "NNS", False, id="papers"),
        pytest.param("targets", "target", "NNS", False, id="targets"),
    ],
)
def test_a_plural_of_people(word: str, lemma: str, tag: str, *, people: bool) -> None:
    doc = Doc(spacy.blank("en").vocab, words=[word], lemmas=[lemma], tags=[tag])
    assert is_people(doc[0]) is people
