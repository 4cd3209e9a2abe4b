"""Small words behind a name that belong to it."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from relgraph.extract.name import CERTAIN, FORMED, LABELLED, Name
from relgraph.extract.tails import extended
from relgraph.extract.tokens import tokens

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("notation", "name", "expected"),
    [
        pytest.param(
            "Iraqi|JJ government|NN said|VBD", Name(0, 1, "Country", FORMED, "IQ"),
            ("Iraqi government", "GovernmentBody"), id="government",
        ),
        pytest.param(
            "Iranian|JJ foreign|JJ ministry|NN said|VBD", Name(0, 1, "Country", FORMED, "IR"),
            ("Iranian foreign ministry", "GovernmentBody"), id="ministry with its business",
        ),
        pytest.param(
            "US|NNP government|NN officials|NNS said|VBD", Name(0, 1, "Country", FORMED, "US"),
            ("US", "Country"), id="government that only says whose",
        ),
        pytest.param(
            "Iraqi|JJ police|NNS said|VBD", Name(0, 1, "Country", FORMED, "IQ"),
            ("Iraqi", "Country"), id="no body of its own",
        ),
        pytest.param(
            "Jeddah summit|NN ended|VBD", Name(0, 1, "Place", FORMED, "SA"),
            ("Jeddah summit", "Event"), id="summit",
        ),
        pytest.param(
            "3rd|JJ Jeddah summit|NN ended|VBD", Name(1, 2, "Place", FORMED, "SA"),
            ("3rd Jeddah summit", "Event"), id="counted summit",
        ),
        pytest.param(
            "Moroccan|JJ conference|NN ended|VBD", Name(0, 1, "Country", FORMED, "MA"),
            ("Moroccan", "Country"), id="a people holds no summit",
        ),
        pytest.param(
            "Barakah nuclear|JJ power|NN plant|NN opened|VBD", Name(0, 1, "Person", LABELLED),
            ("Barakah nuclear power plant", "Facility"), id="works that look like a person",
        ),
        pytest.param(
            "Gyumri wagon|NN works|NNS opened|VBD", Name(0, 1, "Place", FORMED, "AM"),
            ("Gyumri wagon works", "Facility"), id="works",
        ),
        pytest.param(
            "Ana|NNP Costa|NNP plant|NN", Name(0, 2, "Person", LABELLED),
            ("Ana Costa", "Person"), id="a person is no works",
        ),
        pytest.param(
            "–|: Luxor line|NN", Name(1, 2, "Place", FORMED, "EG"), ("Luxor", "Place"),
            id="half of a line",
        ),
        pytest.param(
            "DOHA summit|NN", Name(0, 1, "Place", CERTAIN, "QA"), ("DOHA", "Place"), id="dateline"
        ),
    ],
)  # fmt: skip
def test_takes_in(notation: str, name: Name, expected: tuple[str, str], parse: Parse) -> None:
    page = tokens(parse(notation))
    found = extended(page, name)
    assert (page.words(found.begin, found.end), found.kind) == expected
