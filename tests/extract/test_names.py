from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from relgraph.extract.name import Name
from relgraph.extract.names import items
from relgraph.extract.tokens import tokens

Parse = Callable[[str], Doc]


def names(doc: Doc) -> list[tuple[str, str]]:
    page = tokens(doc)
    found = [item for item in items(page) if isinstance(item, Name)]
    return [(page.words(name.begin, name.end), name.kind) for name in found]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            "at|IN the|DT Ministry of|IN Transport ~,|, Communications and|CC Technology",
            [("Ministry of Transport, Communications and Technology", "GovernmentBody")],
            id="list in a ministry",
        ),
        pytest.param(
            "the|DT Defence|NNP|ORG Research|NNP|ORG and|CC|ORG Development|NNP|ORG Group|NNP|ORG",
            [("Defence Research and Development Group", "Organization")],
            id="and before the head",
        ),
        pytest.param(
            "signed|VBD by|IN Deccan Marine &|CC Logistics Ltd",
            [("Deccan Marine & Logistics Ltd", "Company")],
            id="ampersand and legal form",
        ),
        pytest.param(
            "of|IN Minato Medical Devices Co. ~,|, Ltd.",
            [("Minato Medical Devices Co., Ltd.", "Company")],
            id="comma in a legal form",
        ),
        pytest.param(
            "the|DT Abu Dhabi Water Forum",
            [("Abu Dhabi Water Forum", "Event")],
            id="place in an occasion",
        ),
        pytest.param(
            "the|DT Iranian|JJ|NORP Energy Minister",
            [("Iranian", "Country")],
            id="no title fragments",
        ),
        pytest.param(
            "in|IN Japan ~-|HYPH ~South Korea ties|NNS",
            [("Japan", "Country"), ("South Korea", "Country")],
            id="pair of countries",
        ),
        pytest.param(
            "the|DT U.S. ~–|HYPH ~Oman Joint Commission on|IN Trade",
            [("U.S.–Oman Joint Commission on Trade", "GovernmentBody")],
            id="pair in a body",
        ),
        pytest.param(
            "Minister of|IN Trade Ryad|NNP|PERSON Mezzour|NNP|PERSON",
            [("Ryad Mezzour", "Person")],
            id="holder behind the office",
        ),
        pytest.param(
            "CEO of|IN ADC|NNP|ORG Hussein|NNP|PERSON Safadi|NNP|PERSON",
            [("ADC", "Organization"), ("Hussein Safadi", "Person")],
            id="holder behind the body",
        ),
        pytest.param(
            "Lt Gen Piet van|NNP der|NNP Linde met|VBD",
            [("Piet van der Linde", "Person")],
            id="rank and particles",
        ),
        pytest.param(
            "King Hussein Bridge reopened|VBD", [("King Hussein Bridge", "Facility")], id="no king"
        ),
        pytest.param("in|IN southern|JJ Africa", [("southern Africa", "Place")], id="region"),
        pytest.param(
            "On|IN Monday we|PRP met|VBD the|DT Foreign Ministers|NNPS", [], id="nobody's name"
        ),
        pytest.param(
            "Foreign Minister Julie|NNP|PERSON Bishop|NNP|PERSON met|VBD",
            [("Julie Bishop", "Person")],
            id="surname that is an office",
        ),
        pytest.param(
            "the|DT APEC|NNP|ORG Economic Leaders ~'|POS Meeting",
            [("APEC Economic Leaders' Meeting", "Event")],
            id="plural possessive inside",
        ),
        pytest.param(
            "on|IN MRT|NNP|ORG Line ~-|HYPH ~6|CD", [("MRT Line-6", "Facility")], id="line"
        ),
        pytest.param(
            "the|DT Enhanced Partnership and|CC Cooperation Agreement",
            [("Enhanced Partnership and Cooperation Agreement", "Agreement")],
            id="two heads in one",
        ),
        pytest.param("700|CD million|CD U.S.|NNP|GPE dollars|NNS", [], id="money"),
        pytest.param("LE|NNP|ORG 545|CD million|CD", [], id="currency"),
    ],
)
def test_finds(notation: str, expected: list[tuple[str, str]], parse: Parse) -> None:
    assert names(parse(notation)) == expected
