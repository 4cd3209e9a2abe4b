from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from relgraph.extract.titles import courtesy_end, title_at
from relgraph.extract.tokens import tokens

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("notation", "title"),
    [
        pytest.param("Prime Minister Modi", "Prime Minister", id="plain"),
        pytest.param(
            "Union Minister of|IN State for|IN Ports ~,|, Shipping and|CC Waterways ~,|, Rao",
            "Union Minister of State for Ports, Shipping and Waterways",
            id="list of business",
        ),
        pytest.param(
            "Secretary of|IN State in|IN charge|NN of|IN Foreign Trade of|IN Morocco",
            "Secretary of State in charge of Foreign Trade",
            id="in charge of",
        ),
        pytest.param(
            "Deputy Prime Minister and|CC Foreign Minister Safadi",
            "Deputy Prime Minister and Foreign Minister",
            id="two in one",
        ),
        pytest.param(
            "Minister of|IN Trade Ryad|NNP|PERSON Mezzour", "Minister of Trade", id="holder behind"
        ),
        pytest.param("Vice ~-|HYPH ~Minister Komori", "Vice-Minister", id="hyphen"),
        pytest.param("Chargé d'Affaires at|IN Oslo", "Chargé d'Affaires", id="chargé"),
        pytest.param("trade|NN minister|NN Lesego", "trade minister", id="lower case"),
        pytest.param(
            "state|NN secretary|NN for|IN desalination|NN ~,|, Ali",
            "state secretary for desalination",
            id="lower-case business",
        ),
        pytest.param(
            "Chief Executive Officer of|IN Orbit", "Chief Executive Officer", id="three heads"
        ),
        pytest.param(
            "Minister of|IN Industry and|CC Investment Promotion ~,|, Qais",
            "Minister of Industry and Investment Promotion",
            id="business known by its ending",
        ),
        pytest.param(
            "Minister of|IN Finance ~,|, National Planning and|CC Trade Hassan",
            "Minister of Finance, National Planning and Trade",
            id="national business",
        ),
        pytest.param(
            "Minister of|IN Health and|CC Social Services Nangombe",
            "Minister of Health and Social Services",
            id="services are business",
        ),
        pytest.param(
            "Minister for|IN Pacific Partnerships Fiona",
            "Minister for Pacific Partnerships",
            id="business of a region",
        ),
        pytest.param("Secretary Commerce Rabia", "Secretary Commerce", id="business without of"),
        pytest.param("Army Chief General Dwivedi", "Army Chief", id="a rank begins anew"),
        pytest.param("Chief Adviser Professor Yunus", "Chief Adviser", id="professor begins anew"),
        pytest.param("Chief Justice Torkornoo", "Chief Justice", id="justice closes it"),
        pytest.param(
            "Chairman of|IN the|DT municipal|JJ People|NNPS ~'s|POS Committee",
            "Chairman",
            id="a small word before a body is no business",
        ),
        pytest.param(
            "Minister for|IN Health and|CC Medical Services ~,|, Hon",
            "Minister for Health and Medical Services",
            id="an unknown word before business",
        ),
    ],
)
def test_reads_an_office(notation: str, title: str, parse: Parse) -> None:
    page = tokens(parse(notation))
    found = title_at(page, 0)
    assert found is not None
    assert page.words(found.begin, found.end) == title


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param("Foreign Ministry of|IN Oman", id="a ministry"),
        pytest.param("chief|JJ reason|NN is|VBZ", id="adjective"),
        pytest.param("Executive Committee met|VBD", id="a body"),
        pytest.param("foreign|JJ investment|NN grew|VBD", id="no head"),
    ],
)
def test_reads_none(notation: str, parse: Parse) -> None:
    assert title_at(tokens(parse(notation)), 0) is None


@pytest.mark.parametrize(
    ("notation", "name"),
    [
        pytest.param("H.E. Mr Omar Hejira", "Omar Hejira", id="two"),
        pytest.param("Lt Gen P. Venkatesan", "P. Venkatesan", id="rank"),
        pytest.param("Dato' Seri Anwar Ibrahim", "Anwar Ibrahim", id="Malay"),
        pytest.param("The Hon. Tuala Leota", "Tuala Leota", id="with article"),
        pytest.param("Dr al|NNP ~-|HYPH ~Ansari", "al-Ansari", id="before a particle"),
        pytest.param("Omar Hejira", "Omar Hejira", id="none"),
        pytest.param("Lt Gen (|-LRB- ~retd ~)|-RRB- Nadeem", "Nadeem", id="retired"),
        pytest.param("H.H. Sheikh Mohamed", "Mohamed", id="highness"),
        pytest.param("Sri Lanka Navy", "Sri Lanka Navy", id="a country's name is none"),
        pytest.param("Field Workers", "Field Workers", id="half a rank is none"),
        pytest.param("Field Marshal Sisi", "Sisi", id="two halves are"),
        pytest.param("Tan Boon Huat", "Tan Boon Huat", id="half a courtesy is none"),
        pytest.param("Tan Sri Nazir", "Nazir", id="both halves are"),
        pytest.param(
            "The General Director of|IN", "The General Director of", id="an office, no general"
        ),
    ],
)
def test_skips_courtesies(notation: str, name: str, parse: Parse) -> None:
    page = tokens(parse(notation))
    assert page.words(courtesy_end(page, 0), len(page)) == name
