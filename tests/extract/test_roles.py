from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from relgraph.extract.names import items
from relgraph.extract.roles import roles
from relgraph.extract.tokens import tokens

Parse = Callable[[str], Doc]
PERSON = "|NNP|PERSON"


@pytest.mark.parametrize(
    ("notation", "holder", "country", "body"),
    [
        pytest.param(
            f"Morocco ~'s|POS Minister of|IN Trade Ryad{PERSON} Mezzour{PERSON} left|VBD",
            "Ryad Mezzour", "MA", "", id="possessive before, name behind",
        ),
        pytest.param(
            f"Omar{PERSON} Hejira{PERSON} ~,|, the|DT visiting|VBG Secretary of|IN State in|IN "
            "charge|NN of|IN Foreign Trade of|IN Morocco ~,|, left|VBD",
            "Omar Hejira", "MA", "", id="name before",
        ),
        pytest.param(
            f"Nasser{PERSON} Rawahi{PERSON} ~,|, Undersecretary for|IN Ports in|IN Oman ~'s|POS "
            "Ministry of|IN Transport",
            "Nasser Rawahi", "OM", "Ministry of Transport", id="country's ministry",
        ),
        pytest.param(
            "the|DT Envoy of|IN the|DT Japanese|JJ|NORP Prime Minister ~,|, "
            f"Ms Haruka{PERSON} Nishimura{PERSON} left|VBD",
            "Haruka Nishimura", "JP", "", id="serves another office",
        ),
        pytest.param(
            f"UNESCO|NNP|ORG Director ~-|HYPH ~General Audrey{PERSON} Azoulay{PERSON}",
            "Audrey Azoulay", "", "UNESCO", id="body before",
        ),
        pytest.param(
            f"the|DT Indian|JJ|NORP ambassador|NN to|IN Oman ~,|, Kavita{PERSON} Rao{PERSON} ~,|,",
            "Kavita Rao", "IN", "", id="sent to, not by",
        ),
        pytest.param(
            f"In|IN Turkey|NNP|GPE Minister Ellwood{PERSON} met|VBD",
            "Ellwood", "", "", id="a place before is none of his",
        ),
        pytest.param(
            f"Anuradha{PERSON} Deshpande{PERSON} ~,|, Secretary ~,|, DAHD|NNP|ORG ~,|, and|CC",
            "Anuradha Deshpande", "", "DAHD", id="body behind a comma",
        ),
        pytest.param(
            f"President Ana{PERSON} Costa{PERSON} of|IN Portugal|NNP|GPE left|VBD",
            "Ana Costa", "PT", "", id="country behind the name",
        ),
        pytest.param(
            f"Morocco ~'s|POS Minister Ana{PERSON} Costa{PERSON} of|IN Portugal|NNP|GPE left|VBD",
            "Ana Costa", "MA", "", id="whose it is stands before",
        ),
        pytest.param(
            f"Chairman Tore{PERSON} Lie{PERSON} of|IN Nordvind|NNP|ORG Ltd|NNP|ORG left|VBD",
            "Tore Lie", "", "Nordvind Ltd", id="company behind the name",
        ),
        pytest.param(
            f"Minister Tore{PERSON} Lie{PERSON} of|IN",
            "Tore Lie", "", "", id="cut behind the name",
        ),
        pytest.param(
            "the|DT Japanese|JJ|NORP foreign|JJ minister|NN left|VBD", "", "JP", "", id="nobody",
        ),
        pytest.param(
            f"_ Codelco{PERSON} chairman|NN Maximo{PERSON} Pacheco{PERSON} left|VBD",
            "Maximo Pacheco", "", "Codelco", id="a firm taken for a person",
        ),
        pytest.param(
            f"Zeljka{PERSON} Cvijanovic{PERSON} ~,|, who|WP is|VBZ the|DT president|NN of|IN "
            "Kosovo|NNP|GPE ~,|,",
            "Zeljka Cvijanovic", "XK", "", id="who is",
        ),
        pytest.param(
            f"Arvind{PERSON} Pathak{PERSON} has|VBZ been|VBN appoint|VBN as|IN Managing Director "
            "of|IN Dangote|NNP|ORG Ltd|NNP|ORG",
            "Arvind Pathak", "", "Dangote Ltd", id="has been appointed",
        ),
        pytest.param(
            "Dangote|NNP|ORG|dep|2 Ltd|NNP|ORG|nsubj|2 name|VBD||ROOT|2 "
            f"Arvind{PERSON} Pathak{PERSON} as|IN its|PRP$ chairman|NN",
            "Arvind Pathak", "", "Dangote Ltd", id="named as its",
        ),
        pytest.param(
            f"said|VBD Dick{PERSON} Richelle{PERSON} ~,|, 51|CD ~,|, chairman|NN of|IN "
            "Vopak|NNP|ORG Ltd|NNP|ORG",
            "Dick Richelle", "", "Vopak Ltd", id="age between",
        ),
        pytest.param(
            f"Piyush{PERSON} Goyal{PERSON} ~,|, Hon'ble Minister of|IN Commerce ~,|,",
            "Piyush Goyal", "", "", id="honoured office",
        ),
        pytest.param(
            f"Australia|NNP|GPE ~'s|POS Pacific|NNP|LOC minister|NN Pat{PERSON} Conroy{PERSON}",
            "Pat Conroy", "AU", "", id="a region is no owner",
        ),
        pytest.param(
            f"Marwan{PERSON} Suwaidi{PERSON} ~,|, Commander of|IN the|DT UAE|NNP|GPE Joint|NNP|ORG "
            "Operations|NNPS|ORG ~,|,",
            "Marwan Suwaidi", "AE", "", id="what follows is no person",
        ),
        pytest.param(
            "Asian|NNP|ORG Development|NNP|ORG Bank|NNP|ORG (|-LRB- ~ADB|NNP|ORG ~)|-RRB- "
            f"director|NN Said{PERSON} Zaidansyah{PERSON}",
            "Said Zaidansyah", "", "ADB", id="short form between",
        ),
        pytest.param(
            f"with|IN Maltese|JJ|NORP Minister of|IN Trade Evarist{PERSON} Bartolo{PERSON}",
            "Evarist Bartolo", "MT", "", id="a people behind a preposition",
        ),
    ],
)  # fmt: skip
def test_ties(notation: str, holder: str, country: str, body: str, parse: Parse) -> None:
    page = tokens(parse(notation))
    found = items(page)
    (role,) = roles(page, found).values()

    def name(number: int) -> str:
        return page.words(found[number].begin, found[number].end) if number >= 0 else ""

    assert (name(role.holder), role.country, name(role.body)) == (holder, country, body)


def test_a_list_of_officers_keeps_each_with_his_own(parse: Parse) -> None:
    page = tokens(
        parse(
            f"by|IN the|DT Mayor of|IN Zrenjanin|NNP|GPE Nenad{PERSON} Curcin{PERSON} ~,|, "
            f"Minister Ana{PERSON} Nemet{PERSON} and|CC Ambassador Jens{PERSON} Holm{PERSON}"
        )
    )
    found = items(page)
    held = [
        (
            page.words(r.title.begin, r.title.end),
            page.words(found[r.holder].begin, found[r.holder].end),
        )
        for r in roles(page, found).values()
    ]
    assert held == [
        ("Mayor", "Nenad Curcin"),
        ("Minister", "Ana Nemet"),
        ("Ambassador", "Jens Holm"),
    ]
