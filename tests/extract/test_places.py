"""When and where events took place, in sentences of our own parsed by the real model.

24 September 2025, the day of the reports, was a Wednesday.
"""

import pytest

from relgraph.extract import Extractor, extractor
from relgraph.model import Article

pytestmark = pytest.mark.model

WEDNESDAY = "2025-09-24"


@pytest.fixture(scope="module")
def rules() -> Extractor:
    return extractor("rules")


def settings(rules: Extractor, text: str) -> set[tuple[str, str, str]]:
    """Return relation, place and date of each event in *text*."""
    article = Article("a", f"LISBON (PNA) — {text}", published=WEDNESDAY)
    extraction = next(rules.extract([article]))
    names = {referent.id: referent.name for referent in extraction.referents}
    return {(e.relation, names.get(e.place, ""), e.date) for e in extraction.events}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ana Costa met Grace Wanjiru on the sidelines of the UN General Assembly in New York "
            "last week.",
            ("met", "New York", "2025-09-15/2025-09-21"), id="on the sidelines of",
        ),
        pytest.param(
            "The agreement was signed at the Ministry of Trade in Lisbon on Tuesday by Ana Costa "
            "and Grace Wanjiru.",
            ("signed", "Lisbon", "2025-09-23"), id="in a building in a city",
        ),
        pytest.param(
            "The talks, held in Vienna on 3 September, were attended by Omar Diallo.",
            ("attended", "Vienna", "2025-09-03"), id="an occasion held there",
        ),
        pytest.param(
            "Omar Diallo took part in the Forum on Trade and Growth, which was held from 19 to 20 "
            "July 2022 in New Delhi.",
            ("attended", "New Delhi", "2022-07-19/2022-07-20"), id="which was held",
        ),
        pytest.param(
            "Grace Wanjiru, who met Ana Costa in Lima in May, left.",
            ("met", "Lima", "2025-05"), id="in a relative clause",
        ),
        pytest.param(
            "Ana Costa was last in the country in April 2023, when she met Armen Grigoryan.",
            ("met", "", "2023-04"), id="when",
        ),
        pytest.param(
            "Envoy Brett Kane will lead a delegation to Berlin for a meeting on October 17.",
            ("visited", "Berlin", "2025-10-17"), id="a visit dated by what it is for",
        ),
        pytest.param(
            "Ana Costa returned from Geneva on Sunday after meeting Grace Wanjiru there.",
            ("met", "Geneva", ""), id="there",
        ),
        pytest.param(
            "Awa Faye cut the ribbon at a new steel plant in the port zone of Thiès on Thursday.",
            ("inaugurated", "Thiès", "2025-09-18"), id="in the zone of a city",
        ),
        pytest.param(
            "The summit between Ana Costa and Grace Wanjiru, originally planned for 10 September, "
            "has been postponed to 2 October.",
            ("met", "", "2025-10-02"), id="the date to which it is moved",
        ),
        pytest.param(
            "In a meeting held at a hotel in Nairobi on September 22, 2025, Ana Costa and "
            "Grace Wanjiru discussed trade.",
            ("discussed", "Nairobi", "2025-09-22"), id="at an occasion held there",
        ),
        pytest.param(
            "Commissioner Maarten Kuiper will be in Yerevan on Thursday and Friday.",
            ("visited", "Yerevan", "2025-09-25/2025-09-26"), id="two days one after the other",
        ),
        pytest.param(
            "Before leaving for Cairo on Sunday evening, Grace Wanjiru met Pedro Alves.",
            ("visited", "Cairo", "2025-09-21"), id="before leaving, in the past",
        ),
        pytest.param(
            "Ana Costa visited the Fez Steel Plant on Monday and met Omar Diallo.",
            ("met", "", "2025-09-22"), id="one after the other, on one day",
        ),
        pytest.param(
            "On Tuesday Pedro Alves opened a terminal in Nouadhibou, in a ceremony attended by "
            "Ambassador Zhuo Peng.",
            ("attended", "Nouadhibou", "2025-09-23"), id="in a ceremony attended by",
        ),
        pytest.param(
            "Ana Costa met leaders of the Mapuche people in Temuco.",
            ("met", "Temuco", ""), id="leaders of a people in a town",
        ),
        pytest.param(
            "Ana Costa touched down in Istanbul. There she met Omar Diallo.",
            ("met", "Istanbul", ""), id="there, of the sentence before",
        ),
        pytest.param(
            "The Dutch minister, Floris Visser, plans a working visit to Vlissingen on 17 October.",
            ("visited", "Vlissingen", "2025-10-17"), id="plans a visit on a day",
        ),
        pytest.param(
            "Peru's envoy Rosa Gamarra was received at the embassy by Kofi Mensah on Friday.",
            ("met", "", "2025-09-19"), id="no place that is not named",
        ),
    ],
)  # fmt: skip
def test_setting(rules: Extractor, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in settings(rules, text)
