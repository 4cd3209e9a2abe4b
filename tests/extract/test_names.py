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
        pytest.param(
            "General|NNP Secretary|NNP To|NNP Lam|NNP|PERSON",
            [("To Lam", "Person")],
            id="a name like a small word",
        ),
        pytest.param(
            "Dominador|NNP|PERSON “|`` ~Domeng ~”|'' Ylaya|NNP|PERSON left|VBD",
            [("Dominador “Domeng” Ylaya", "Person")],
            id="nickname",
        ),
        pytest.param(
            "The|DT Sheikh Zayed Grand Mosque Centre opened|VBD",
            [("Sheikh Zayed Grand Mosque Centre", "Facility")],
            id="called in honour of somebody",
        ),
        pytest.param(
            "at|IN the|DT Prime Minister ~'s|POS Office",
            [("Prime Minister's Office", "GovernmentBody")],
            id="a minister's office",
        ),
        pytest.param(
            "Foreign Ministers Ararat|NNP|PERSON Mirzoyan|NNP|PERSON and|CC",
            [("Ararat Mirzoyan", "Person")],
            id="an office of several",
        ),
        pytest.param(
            "the|DT Cambodian|JJ|NORP People|NNPS ~'s|POS Party won|VBD",
            [("Cambodian People's Party", "Organization")],
            id="a people's body",
        ),
        pytest.param(
            "in|IN Jammu|NNP|GPE and|CC Kashmir|NNP|GPE",
            [("Jammu and Kashmir", "Place")],
            id="a pair that is one place",
        ),
        pytest.param("the|DT Order of|IN the|DT Condor", [("Order of the Condor", "")], id="order"),
        pytest.param(
            "the|DT 17th|JJ Lusaka Trade Conclave opened|VBD",
            [("17th Lusaka Trade Conclave", "Event")],
            id="ordinal before",
        ),
        pytest.param("with|IN Vision 2030|CD ~.|.", [("Vision 2030", "Program")], id="year behind"),
        pytest.param(
            "by|IN Mpala Sports (|-LRB- ~Pty ~)|-RRB- Ltd",
            [("Mpala Sports (Pty) Ltd", "Company")],
            id="legal form in brackets",
        ),
        pytest.param(
            "in|IN Banc d'Arguin National Park",
            [("Banc d'Arguin National Park", "Place")],
            id="elided particle",
        ),
        pytest.param(
            "the|DT Monument to|IN Heroes and|CC Martyrs|NNP||conj|3",
            [("Monument to Heroes and Martyrs", "Facility")],
            id="monument to",
        ),
        pytest.param(
            "by|IN Vaasa Engineering Oy. Hanbit|NNP|PERSON agreed|VBD",
            [("Vaasa Engineering Oy.", "Company"), ("Hanbit", "Person")],
            id="a stop behind a legal form",
        ),
        pytest.param(
            "in|IN Bandar|NNP|GPE Seri|NNP|PERSON Begawan|NNP|PERSON ~.|.",
            [("Bandar Seri Begawan", "Place")],
            id="a place that looks like a person",
        ),
        pytest.param(
            "_ Hotelier|NNP Desmond|NNP|PERSON Cato|NNP|PERSON opened|VBD",
            [("Desmond Cato", "Person")],
            id="trade before a name",
        ),
        pytest.param(
            "to|TO Da|NNP|PERSON Nang|NNP|PERSON ~.|.", [("Da Nang", "Place")], id="known place"
        ),
        pytest.param(
            "President|NNP of|IN the|DT Senate|NNP|ORG Carolina Barros left|VBD",
            [("Senate", "Organization"), ("Carolina Barros", "Person")],
            id="holder behind the body",
        ),
        pytest.param(
            "the|DT Board of|IN Directors of|IN Vopak Ltd",
            [("Board of Directors", ""), ("Vopak Ltd", "Company")],
            id="a board is a body's",
        ),
        pytest.param(
            "by|IN China Road and|CC Bridge Corporation",
            [("China Road and Bridge Corporation", "Company")],
            id="a road in a firm's name",
        ),
        pytest.param("at|IN IDEX 2025|CD ~.|.", [("IDEX 2025", "Event")], id="letters and a year"),
        pytest.param(
            "play|NN “|`` ~The|DT Ferryman of|IN Ohrid ~”|'' closed|VBD",
            [("The Ferryman of Ohrid", "Product")],
            id="title of a work",
        ),
        pytest.param(
            "_ Exercise|NN Eager Lion 16|CD will|MD",
            [("Exercise Eager Lion 16", "Event")],
            id="exercise at the beginning",
        ),
        pytest.param(
            "Secretary|NNP Ma ~.|. Theresa|NNP|PERSON Lazaro|NNP|PERSON left|VBD",
            [("Ma. Theresa Lazaro", "Person")],
            id="shortened given name",
        ),
        pytest.param(
            "the|DT Information and|CC Press Bureau",
            [("Information and Press Bureau", "GovernmentBody")],
            id="a head inside",
        ),
        pytest.param(
            "the|DT Dilla District Head Hospital",
            [("Dilla District Head Hospital", "Facility")],
            id="no head of anybody",
        ),
        pytest.param(
            "of|IN Falcon Ltd (|-LRB- ~ASX ~:|: PLS ~)|-RRB- rose|VBD",
            [("Falcon Ltd", "Company"), ("ASX: PLS", "")],
            id="ticker",
        ),
    ],
)
def test_finds(notation: str, expected: list[tuple[str, str]], parse: Parse) -> None:
    assert names(parse(notation)) == expected
