"""What holds between two things, told by the real parser."""

import pytest
from spacy.language import Language

from relgraph.extract.reading import read
from relgraph.extract.rules import claims
from relgraph.model import Article

pytestmark = pytest.mark.model


def told(text: str, nlp: Language) -> set[tuple[str, str, str]]:
    found = claims(read(Article("a", text), nlp))
    names = {one.id: one.name for one in found.referents} | {"": ""}
    return {(s.relation, names[s.subject], names[s.object]) for s in found.states}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        pytest.param(
            "Kepco's subsidiary Korea Hydro Ltd runs a reactor. Kepco Ltd is pleased.",
            ("subsidiary_of", "Korea Hydro Ltd", "Kepco Ltd"), id="whose subsidiary",
        ),
        pytest.param(
            "Falcon Cargo Ltd, a subsidiary of Falcon, flies to Oslo.",
            ("subsidiary_of", "Falcon Cargo Ltd", "Falcon"), id="parent of the same name",
        ),
        pytest.param(
            "Orrin Group owns Falcon Ltd, a firm in Oslo.",
            ("subsidiary_of", "Falcon Ltd", "Orrin Group"), id="owns",
        ),
        pytest.param(
            "The K-750 pump, made by Falcon Ltd, was shown.", ("made_by", "K-750", "Falcon Ltd"),
            id="clause on the noun behind",
        ),
        pytest.param(
            "Dangote Ltd has appointed Arvind Pathak as chief financial officer.",
            ("holds_office", "Arvind Pathak", "Dangote Ltd"), id="appointed by a firm",
        ),
        pytest.param(
            "Julia Chanduru, who is the president of Falcon Ltd, spoke in Oslo.",
            ("holds_office", "Julia Chanduru", "Falcon Ltd"), id="who is",
        ),
    ],
)  # fmt: skip
def test_tells(text: str, state: tuple[str, str, str], nlp: Language) -> None:
    assert state in told(text, nlp)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        pytest.param(
            "France's Alstom won the order.", ("part_of", "Alstom", "France"), id="a country's firm"
        ),
        pytest.param(
            "They met Falcon Ltd in Oslo.", ("located_in", "Falcon Ltd", "Oslo"), id="met in"
        ),
        pytest.param(
            "Major General Enrico Barduani was absent.", ("holds_office", "Enrico Barduani", ""),
            id="a rank is no office",
        ),
    ],
)  # fmt: skip
def test_does_not_tell(text: str, state: tuple[str, str, str], nlp: Language) -> None:
    assert state not in told(text, nlp)
