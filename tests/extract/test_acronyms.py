from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from relgraph.extract.acronyms import short_forms
from relgraph.extract.names import items
from relgraph.extract.tokens import tokens

Parse = Callable[[str], Doc]
ORG = "|NNP|ORG"


@pytest.mark.parametrize(
    ("notation", "short"),
    [
        pytest.param(
            f"Saudi Fund for|IN Development (|-LRB- ~SFD{ORG} ~)|-RRB-", "SFD", id="letters"
        ),
        pytest.param(
            f"Tata Advanced Systems Limited ~’s|POS (|-LRB- ~TASL{ORG} ~)|-RRB-", "TASL",
            id="behind a possessive",
        ),
        pytest.param(
            f"Nordvind Turbines A ~/ ~S (|-LRB- ~“|`` ~Nordvind{ORG} ~”|'' ~)|-RRB-", "Nordvind",
            id="quoted first word",
        ),
        pytest.param(
            "Wheeled Armoured Platform (|-LRB- ~WhAP ~)|-RRB-", "WhAP", id="mixed case"
        ),
        pytest.param(
            f"Jordan News Agency ~,|, Petra{ORG}|appos|2 ~,|,", "Petra", id="second name"
        ),
        pytest.param(
            f"Hyundai Engineering &|CC Construction (|-LRB- ~Hyundai{ORG} E&C{ORG} ~)|-RRB-",
            "Hyundai E&C", id="first word and letters",
        ),
        pytest.param(f"Chamber of|IN Shipowners (|-LRB- ~İADO{ORG} ~)|-RRB-", "İADO",
                     id="dotted capital"),
    ],
)  # fmt: skip
def test_finds(notation: str, short: str, parse: Parse) -> None:
    page = tokens(parse(notation))
    ((begin, end, _),) = short_forms(page, items(page)).values()
    assert page.words(begin, end) == short


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param("Katja|NNP|PERSON Heide|NNP|PERSON (|-LRB- ~SPD|NNP|ORG ~)|-RRB-", id="party"),
        pytest.param("Rabat Forum (|-LRB- ~Morocco|NNP|GPE ~)|-RRB-", id="country"),
    ],
)
def test_finds_none(notation: str, parse: Parse) -> None:
    page = tokens(parse(notation))
    assert short_forms(page, items(page)) == {}
