"""Parses made by hand, and parses by the real model."""

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from relgraph.extract.language_model import load_model


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Doc]:
    """Return what makes a parse of ``word|TAG|ENT|dep|head``; ``~`` glues a word to the last.

    Tags are NNP where left out; heads count from 0, and a word without one hangs on the first
        of its sentence. ``_`` is a line break, which ends a sentence.
    """
    vocab = spacy.blank("en").vocab

    def make(notation: str) -> Doc:
        rows = [(*row.split("|"), "", "", "", "")[:5] for row in notation.split(" ")]
        glued = [row[0].startswith("~") for row in rows]
        firsts = [0]
        for number in range(1, len(rows)):
            firsts.append(number if rows[number - 1][0] == "_" else firsts[-1])
        kinds = [row[2] for row in rows]
        begun = ["", *kinds]
        ents = [
            f"{'I' if kind == last else 'B'}-{kind}" if kind else "O"
            for kind, last in zip(kinds, begun, strict=False)
        ]
        return Doc(
            vocab,
            words=[row[0].removeprefix("~").replace("_", "\n") for row in rows],
            spaces=[not following for following in [*glued[1:], True]],
            tags=[row[1] or "NNP" for row in rows],
            pos=["PROPN" if (row[1] or "NNP") == "NNP" else "X" for row in rows],
            lemmas=[row[0].removeprefix("~").lower() for row in rows],
            deps=[row[3] or "dep" for row in rows],
            heads=[int(row[4] or first) for row, first in zip(rows, firsts, strict=True)],
            ents=ents,
        )

    return make


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Return the language model that ships with relgraph."""
    return load_model()
