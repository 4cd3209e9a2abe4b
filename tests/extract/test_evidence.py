"""Names whose kind only the text around them tells."""

import pytest
from spacy.language import Language

from relgraph.extract.casting import cast
from relgraph.extract.reading import read
from relgraph.model import Article

pytestmark = pytest.mark.model


def kinds(text: str, nlp: Language) -> dict[str, str]:
    found = cast(read(Article("a", text), nlp))
    return {name: one.kind for one in found.referents for name in (one.name, *one.aliases)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Falcon Tresk, a subsidiary of Orrin Group, builds pumps.", "Falcon Tresk", id="behind"
        ),
        pytest.param("Pump maker Falcon Tresk won the order.", "Falcon Tresk", id="before"),
        pytest.param("The firm “Falcon Tresk” won the order.", "Falcon Tresk", id="quoted"),
        pytest.param("Pump maker Falcon Delta won the order.", "Falcon Delta", id="as a place"),
        pytest.param(
            "Another Danish company, Falcon Tresk, won the order.", "Falcon Tresk", id="apposed"
        ),
        pytest.param("Falcon Tresk is a subsidiary of Orrin Group.", "Falcon Tresk", id="is one"),
        pytest.param(
            "Falcon Tresk chief executive Ana Costa flew to Oslo.", "Falcon Tresk", id="its chief"
        ),
        pytest.param(
            "Tore Lie, managing director of Falcon Tresk, flew to Oslo.", "Falcon Tresk", id="of"
        ),
        pytest.param("Kestrel Mobility won the order.", "Kestrel Mobility", id="head noun"),
        pytest.param("Konkan Blue Lines won the order.", "Konkan Blue Lines", id="shipping lines"),
    ],
)
def test_is_a_company(text: str, name: str, nlp: Language) -> None:
    assert kinds(text, nlp)[name] == "Company"


def test_what_one_sentence_says_holds_in_all(nlp: Language) -> None:
    text = (
        "Rikke Holm met Falcon Tresk in Oslo. Falcon Tresk, a firm from Bergen, opened a plant. "
        "Falcon Tresk said so."
    )
    found = [name for name, kind in kinds(text, nlp).items() if kind == "Company"]
    assert found == ["Falcon Tresk"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Film maker Tore Lindholm flew to Oslo.", "Tore Lindholm", id="film maker"),
        pytest.param(
            "He praised the company Tore Lindholm joined.", "Tore Lindholm", id="of the company"
        ),
        pytest.param(
            "Ms Ana Costa makes pumps. Ana Costa sold the company.", "Ana Costa", id="courtesy"
        ),
    ],
)
def test_a_person_stays_one(text: str, name: str, nlp: Language) -> None:
    assert kinds(text, nlp)[name] == "Person"


def test_two_companies_are_two(nlp: Language) -> None:
    found = kinds("Konkan Blue Lines and Nouria Logistics signed nothing.", nlp)
    assert found == {"Konkan Blue Lines": "Company", "Nouria Logistics": "Company"}


def test_a_newswire_is_no_person(nlp: Language) -> None:
    assert kinds('"No," Costa told Maghreb Wire.', nlp)["Maghreb Wire"] == "Organization"


def test_a_seat_is_no_part_of_the_name(nlp: Language) -> None:
    found = kinds("Falcon Tresk is a unit of the Orrin Group of Mumbai.", nlp)
    assert (found["Orrin Group"], found["Mumbai"]) == ("Organization", "Place")


def test_initials_stand_for_the_only_name_that_has_them(nlp: Language) -> None:
    text = "The Wheeled Armoured Platform has eight wheels. Engineers drove the WhAP to Oslo."
    found = cast(read(Article("a", text), nlp))
    (platform,) = [one for one in found.referents if "WhAP" in (one.name, *one.aliases)]
    assert platform.name == "Wheeled Armoured Platform"


def test_a_model_number_is_no_body(nlp: Language) -> None:
    assert "K8" not in kinds("The K8 axle was sold in Oslo.", nlp)


def test_a_number_in_words_is_no_name(nlp: Language) -> None:
    assert "Sixty" not in kinds('"Sixty of our welders work there," Ana Costa said.', nlp)
