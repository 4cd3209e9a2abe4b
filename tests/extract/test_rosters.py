"""Lists of people with titles, and names torn from their verbs, through the whole pipeline."""

import pytest

from relgraph.extract import Extractor, extractor
from relgraph.model import Article


@pytest.fixture(scope="module")
def rules() -> Extractor:
    return extractor("rules")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param(
            "HE Minister of Trade Tariq Al Saadi met with HE Minister of Fisheries and Blue "
            "Economy of the Republic of Seychelles Louis Hoareau, HE Minister of Foreign Affairs "
            "of the Republic of Peru Rosa Huaman, and HE Special Envoy for Oceans Peter Lindqvist.",
            ["Louis Hoareau", "Peter Lindqvist", "Rosa Huaman", "Tariq Al Saadi"],
            id="long-titles",
        ),
        pytest.param(
            "Leila Benali met Aziz Rabbah, an aide to President Omar Diallo, in Rabat.",
            ["Aziz Rabbah", "Leila Benali"],
            id="whose-aide-he-is",
        ),
        pytest.param(
            "Leila Benali met Aziz Rabbah, and President Omar Diallo praised the talks.",
            ["Aziz Rabbah", "Leila Benali"],
            id="who-did-something-else",
        ),
        pytest.param(
            "Minister Leila Benali received today in her office the Ambassador of Oman, "
            "Salem Hadi.",
            ["Leila Benali", "Salem Hadi"],
            id="received-in-her-office",
        ),
    ],
)
def test_who_met(rules: Extractor, text: str, parties: list[str]) -> None:
    (found,) = rules.extract([Article("a1", text)])
    names = {referent.id: referent.name for referent in found.referents}
    [met] = [event for event in found.events if event.relation == "met"]
    assert sorted(names[participant.who] for participant in met.participants) == parties
