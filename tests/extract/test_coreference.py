"""Whom phrases stand for, in sentences of our own parsed by the real model."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from relgraph.extract.casting import cast
from relgraph.extract.reading import read
from relgraph.model import Article

pytestmark = pytest.mark.model

Whom = Callable[[str, str], list[str]]


@pytest.fixture
def whom(nlp: Language) -> Whom:
    """Return who the last word of a phrase in a text stands for, by name."""

    def find(text: str, phrase: str) -> list[str]:
        reading = read(Article("a", text), nlp)
        found = cast(reading)
        names = {referent.id: referent.name for referent in found.referents}
        end = text.index(phrase) + len(phrase)
        (token,) = [token for token in reading.doc if token.idx + len(token) == end]
        return [names[who] for who in found.at.get(token.i, ())]

    return find


MET = "Prime Minister Pedro Alves met Kenyan Foreign Minister Grace Wanjiru in Lisbon. "


@pytest.mark.parametrize(
    ("text", "phrase", "names"),
    [
        pytest.param(MET + "He praised her.", "He", ["Pedro Alves"], id="he, the subject"),
        pytest.param(
            MET + "They signed a pact.", "They", ["Pedro Alves", "Grace Wanjiru"], id="they"
        ),
        pytest.param(
            MET + "The two leaders signed a pact.", "The two leaders",
            ["Pedro Alves", "Grace Wanjiru"], id="the two leaders",
        ),
        pytest.param(
            MET + "The duo then left.", "The duo", ["Pedro Alves", "Grace Wanjiru"], id="the duo"
        ),
        pytest.param(
            MET + "The Prime Minister then left.", "The Prime Minister", ["Pedro Alves"],
            id="the minister by office",
        ),
        pytest.param(
            MET + "The Kenyan minister then left.", "The Kenyan minister", ["Grace Wanjiru"],
            id="the minister by country",
        ),
        pytest.param(
            MET + "A minister from Angola came too.", "A minister", [], id="a minister is nobody"
        ),
        pytest.param(
            MET + "Wanjiru, who flew in on Monday, thanked him.", "who", ["Grace Wanjiru"],
            id="relative pronoun",
        ),
        pytest.param(
            "Defence Minister Ana Costa flew to Oslo. She met her Norwegian counterpart, Tore Lie.",
            "Norwegian counterpart", ["Tore Lie"], id="counterpart with name",
        ),
        pytest.param(
            "During his visit to Rabat, Pedro Alves met Grace Wanjiru.", "his", ["Pedro Alves"],
            id="the subject comes behind",
        ),
        pytest.param(
            "Pedro Alves congratulated Omar Diallo on his election.", "his", ["Omar Diallo"],
            id="congratulated on his",
        ),
        pytest.param(
            MET + '"We signed a pact," Alves said.', "We", ["Pedro Alves"], id="we, the speaker"
        ),
        pytest.param(
            MET + '"I thank Portugal," said Wanjiru.', "I", ["Grace Wanjiru"], id="I, the speaker"
        ),
        pytest.param(
            "Sahel Motors Ltd opened a plant in Dakar. The company will hire 200 people.",
            "The company", ["Sahel Motors Ltd"], id="the company",
        ),
        pytest.param(
            "The Oslo Peace Council met on Monday. The Council will meet again.",
            "The Council", ["Oslo Peace Council"], id="bare head of a name",
        ),
        pytest.param(
            "Portugal and Kenya signed a pact. The two countries will build a port.",
            "The two countries", ["Portugal", "Kenya"], id="the two countries",
        ),
        pytest.param(
            MET + "Traders and bankers cheered. Omar Diallo, president of the Oslo Craft Chamber, "
            "came later with Rikke Holm. The weather was fine. The two ministers left.",
            "The two ministers", ["Pedro Alves", "Grace Wanjiru"], id="the only two ministers",
        ),
        pytest.param(
            "Pedro Alves met Grace Wanjiru in Lisbon. The two ministers signed a pact.",
            "The two ministers", ["Pedro Alves", "Grace Wanjiru"], id="ministers told so nowhere",
        ),
        pytest.param(
            "President Ana Costa met her Kenyan counterpart, John Mwangi, in Oslo. The Kenyan "
            "president then left.",
            "The Kenyan president", ["John Mwangi"], id="who is named a counterpart has the office",
        ),
        pytest.param(
            "Presidents Xi Jinping and Dina Boluarte opened a port. Later Xi met his Peruvian "
            "counterpart.",
            "Peruvian counterpart", ["Dina Boluarte"], id="counterpart of one office in the plural",
        ),
        pytest.param(
            "Presidents Xi Jinping and Dina Boluarte opened a port. Xi met his Peruvian "
            "counterpart. The Chinese president then left.",
            "The Chinese president", ["Xi Jinping"], id="the other one, since one is Peruvian",
        ),
        pytest.param(
            MET + "President Ana Costa watched. The ministers signed a pact.",
            "The ministers", ["Pedro Alves", "Grace Wanjiru"], id="an office in the plural",
        ),
        pytest.param(
            MET + "The premier then left.", "The premier", ["Pedro Alves"], id="premier"
        ),
        pytest.param(
            MET + "The latter praised him.", "The latter", ["Grace Wanjiru"], id="the latter"
        ),
        pytest.param(
            MET + "The former praised her.", "The former", ["Pedro Alves"], id="the former"
        ),
        pytest.param(
            MET + "The latter rain spoiled the day.", "The latter", [], id="latter, an adjective"
        ),
        pytest.param(
            "Pedro Alves met Omar Diallo. He and Alves signed a pact.", "He", ["Omar Diallo"],
            id="he beside the other",
        ),
        pytest.param(
            "Ana Costa, director of the Oslo Peace Council, met Omar Diallo. He left. The Council "
            "official stayed.",
            "The Council official", ["Ana Costa"], id="official of a body",
        ),
        pytest.param(
            MET + "He did not leave; Ana Costa said why.", "He", ["Pedro Alves"],
            id="a clause of its own does not lead to another",
        ),
        pytest.param(
            "Buthaina bint Ali met Omar Diallo in Oslo. Diallo left. Her Excellency stayed.",
            "Excellency", ["Buthaina bint Ali"], id="Her Excellency",
        ),
        pytest.param(
            "Pedro Alves was accompanied by Omar Diallo. The two toured the port.", "The two",
            ["Pedro Alves", "Omar Diallo"], id="whoever is accompanied is one of the two",
        ),
        pytest.param(
            "Volta Capital's chief executive, Ana Costa, met Omar Diallo of Sahel Motors Ltd. Her "
            "firm will open a plant.",
            "Her firm", ["Volta Capital"], id="her firm",
        ),
        pytest.param(
            "Defence Minister Ana Costa flew to Oslo. She met Norway's Defence Minister Tore Lie. "
            "She and her Norwegian colleague left.",
            "Norwegian colleague", ["Tore Lie"], id="colleague from a country",
        ),
        pytest.param(
            "Four ambassadors came: Ana Costa of Portugal, Mariam Keita of Mali, Lim Hui Ling "
            "(Singapore) and India's Priya Menon. The Malian ambassador spoke.",
            "The Malian ambassador", ["Mariam Keita"], id="of a country told behind the name",
        ),
        pytest.param(
            "Four ambassadors came: Ana Costa of Portugal, Mariam Keita of Mali, Lim Hui Ling "
            "(Singapore) and India's Priya Menon. The Indian diplomat spoke.",
            "The Indian diplomat", ["Priya Menon"], id="of a country told before the name",
        ),
        pytest.param(
            "Pedro Alves left Lisbon for Oslo. His delegation toured a port.", "His delegation",
            ["Pedro Alves"], id="his delegation",
        ),
        pytest.param(
            "A delegation led by Pedro Alves met Omar Diallo. Diallo thanked them. The delegation "
            "toured a port.", "The delegation", ["Pedro Alves"], id="the delegation that he leads",
        ),
        pytest.param(
            "Portugal and Kenya signed a pact. It is long. It is old. It is dry. It is cold. It "
            "rains. It snows. The two countries will build a port.",
            "The two countries", ["Portugal", "Kenya"], id="two countries, however far back",
        ),
        pytest.param(
            "President Ana Costa received Omar Diallo of Mali, Rikke Holm of Denmark and Lim Hui "
            "Ling of Singapore. The three later met traders.",
            "The three", ["Omar Diallo", "Rikke Holm", "Lim Hui Ling"], id="the three",
        ),
        pytest.param(
            "Minister Omar Diallo succeeds Pedro Alves, who left in May. He met traders.",
            "He", ["Omar Diallo"], id="not whom a relative clause tells of",
        ),
        pytest.param(
            "Senator Fiona Garrick\nMinister for Trade\n\nThis week I will travel to Palau.", "I",
            ["Fiona Garrick"], id="I, whose release it is",
        ),
        pytest.param(
            "By Fiona Garrick\n\nThis week I will travel to Palau.", "I", [],
            id="I, whose byline it is, is nobody of the story",
        ),
        pytest.param(
            "Local fishermen protested on Monday. Their boats stayed in Lisbon with Pedro Alves "
            "and Grace Wanjiru.",
            "Their", [], id="some unnamed many",
        ),
    ],
)  # fmt: skip
def test_stands_for(text: str, phrase: str, names: list[str], whom: Whom) -> None:
    assert whom(text, phrase) == names


def test_tells_two_of_one_surname_apart_by_focus(whom: Whom) -> None:
    text = (
        "Minister Sanjeev Rao met Nasser Al-Rawahi in Muscat. India's ambassador, Kavita Rao, was "
        "present. The minister later flew to Salalah. On Tuesday, Rao met traders."
    )
    assert whom(text, "On Tuesday, Rao") == ["Sanjeev Rao"]
