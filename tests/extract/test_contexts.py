"""What names stand for by what stands around them."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from relgraph.extract.cast import Dateline
from relgraph.extract.contexts import Surroundings
from relgraph.extract.mentions import settle
from relgraph.extract.names import items
from relgraph.extract.roles import roles
from relgraph.extract.tokens import tokens

Parse = Callable[[str], Doc]


def kinds(doc: Doc) -> dict[str, str]:
    page = tokens(doc)
    found = items(page)
    settled = settle(Surroundings(page, found, roles(page, found), Dateline(), None))
    return {page.words(name.begin, name.end): name.kind for name in settled.values()}


@pytest.mark.parametrize(
    ("notation", "name", "kind"),
    [
        pytest.param(
            "said|VBD||ROOT|0 Olaya|NNP|ORG|dep|2 Dotel|NNP|ORG|nsubj|0", "Olaya Dotel", "Person",
            id="given name",
        ),
        pytest.param(
            "said|VBD||ROOT|0 Falcon|NNP|ORG|dep|2 Tresk|NNP|ORG|nsubj|0", "Falcon Tresk",
            "Organization", id="no given name",
        ),
        pytest.param(
            "on|IN||ROOT|0 the|DT||det|4 Easy|NNP|PERSON|dep|3 Sky|NNP|PERSON|compound|4 jet|NN||"
            "pobj|0", "Easy Sky", "", id="says which jet",
        ),
        pytest.param(
            "for|IN||ROOT|0 Enriquillo|NNP|PERSON|nmod|2 basin|NN||pobj|0", "Enriquillo", "Place",
            id="says which basin",
        ),
        pytest.param(
            "vessel|NN||ROOT|0 ~,|, the|DT||det|4 Hai|NNP||dep|4 Yang|NNP||appos|0", "Hai Yang",
            "Product", id="vessel",
        ),
        pytest.param(
            "the|DT||det|2 Raisi|NNP|PERSON|compound|2 administration|NN||ROOT|2", "Raisi",
            "Person", id="administration",
        ),
        pytest.param(
            "the|DT||det|2 Mojeño|NNP|PERSON|compound|2 people|NNS||ROOT|2", "Mojeño", "",
            id="a people",
        ),
        pytest.param(
            "met|VBD||ROOT|0 SKK|NNP|PERSON|dep|2 Migas|NNP|PERSON|dobj|0", "SKK Migas",
            "Organization", id="letters first",
        ),
        pytest.param(
            "met|VBD||ROOT|0 KOMORI|NNP|PERSON|dep|2 Shigeru|NNP|PERSON|dobj|0", "KOMORI Shigeru",
            "Person", id="surname in capitals",
        ),
        pytest.param(
            "Kayar|NNP|GPE|dep|0 and|CC||cc|0 Joal|NNP|PERSON|dep|0 ~-|HYPH ~Fadiouth|NNP|PERSON",
            "Joal-Fadiouth", "Place", id="listed with a place",
        ),
        pytest.param(
            "travelled|VBD||ROOT|0 to|IN||prep|0 Qasigiannguit|NNP|ORG|pobj|1", "Qasigiannguit",
            "Organization", id="the lemma tells, not the form",
        ),
        pytest.param(
            "travel|VBD||ROOT|0 to|IN||prep|0 Qasigiannguit|NNP|ORG|pobj|1", "Qasigiannguit",
            "Place", id="travelled to",
        ),
        pytest.param(
            "stake|NN||ROOT|0 in|IN||prep|0 Petrobras|NNP|ORG|pobj|1", "Petrobras", "Organization",
            id="stake in",
        ),
        pytest.param(
            "met|VBD||ROOT|0 France|NNP|GPE|poss|3 ~'s|POS||case|1 Alstom|NNP||dobj|0", "Alstom",
            "Organization", id="a country's firm",
        ),
        pytest.param(
            "in|IN||ROOT|0 Morocco|NNP|GPE|poss|3 ~'s|POS||case|1 Berrechid|NNP||pobj|0",
            "Berrechid", "Place", id="a country's town",
        ),
        pytest.param(
            "said|VBD||ROOT|0 Safaricom|NNP|GPE|dep|2 Ethiopia|NNP|GPE|nsubj|0",
            "Safaricom Ethiopia", "Organization", id="a firm's branch",
        ),
    ],
)  # fmt: skip
def test_settles(notation: str, name: str, kind: str, parse: Parse) -> None:
    assert kinds(parse(notation))[name] == kind
