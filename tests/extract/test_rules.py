"""The whole pipeline on short sentences of our own, each for one way of saying things."""

import builtins
import sys

import pytest

from relgraph.errors import MissingPartError, UsageError
from relgraph.extract import Extractor, extractor
from relgraph.model import Article, EventClaim, Extraction

WEDNESDAY = "2025-09-24"


@pytest.fixture(scope="module")
def rules() -> Extractor:
    return extractor("rules")


def extract(rules: Extractor, text: str) -> Extraction:
    return next(rules.extract([Article("a1", text, published=WEDNESDAY)]))


def told(extraction: Extraction, event: EventClaim) -> str:
    """Write an event in one line: ``met Ann Lee + Bo Dal @ Oslo 2025-09-22``."""
    names = {r.id: r.name.removeprefix("the ") for r in extraction.referents}
    parties = sorted([*(names[p.who] for p in event.participants), *event.unnamed])
    words = [event.relation, " + ".join(parties)]
    if event.object or event.object_text:
        words.append(f"> {names.get(event.object) or event.object_text}")
    if event.place and event.place != event.object:
        words.append(f"@ {names[event.place]}")
    if event.date:
        words.append(event.date)
    if event.modality.value != "asserted":
        words.append(event.modality.value)
    return " ".join(word for word in words if word)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "events"),
    [
        pytest.param(
            "Leila Benali met Aziz Rabbah in Rabat on Monday.",
            ["met Aziz Rabbah + Leila Benali @ Rabat 2025-09-22"],
            id="active",
        ),
        pytest.param(
            "Leila Benali was received by Aziz Rabbah in Rabat.",
            ["met Aziz Rabbah + Leila Benali @ Rabat"],
            id="passive",
        ),
        pytest.param(
            "Leila Benali met Aziz Rabbah and visited Fez.",
            ["met Aziz Rabbah + Leila Benali", "visited Leila Benali > Fez"],
            id="conjoined-verbs",
        ),
        pytest.param(
            "Leila Benali held talks with Aziz Rabbah in Rabat on energy and water.",
            [
                "discussed Aziz Rabbah + Leila Benali @ Rabat",
                "met Aziz Rabbah + Leila Benali @ Rabat",
            ],
            id="light-verb",
        ),
        pytest.param(
            "Leila Benali met Aziz Rabbah in Rabat on Monday, as they discussed water.",
            [
                "discussed Aziz Rabbah + Leila Benali @ Rabat 2025-09-22",
                "met Aziz Rabbah + Leila Benali @ Rabat 2025-09-22",
            ],
            id="second-event-of-a-sentence",
        ),
        pytest.param(
            "A meeting between Leila Benali and Aziz Rabbah took place in Fez on Tuesday.",
            ["met Aziz Rabbah + Leila Benali @ Fez 2025-09-23"],
            id="noun-that-took-place",
        ),
        pytest.param(
            "Minister of Trade Aziz Rabbah, who visited Oman last week, spoke.",
            ["visited Aziz Rabbah > Oman 2025-09-15/2025-09-21"],
            id="relative-clause",
        ),
        pytest.param(
            "Leila Benali flew to Fez, where she met Aziz Rabbah.",
            ["met Aziz Rabbah + Leila Benali @ Fez", "visited Leila Benali > Fez"],
            id="where-clause",
        ),
        pytest.param(
            "Leila Benali visited Oman on 4 August and Qatar from 5-6 August.",
            [
                "visited Leila Benali > Oman 2025-08-04",
                "visited Leila Benali > Qatar 2025-08-05/2025-08-06",
            ],
            id="one-visit-a-destination",
        ),
        pytest.param(
            "India and Morocco signed a fisheries agreement in Rabat.",
            ["signed India + Morocco > fisheries agreement @ Rabat"],
            id="signed",
        ),
        pytest.param(
            "A memorandum of understanding between India and Morocco was signed on Monday.",
            ["signed India + Morocco > memorandum of understanding 2025-09-22"],
            id="signed-by-those-it-is-between",
        ),
        pytest.param(
            "Leila Benali opened a new hospital in Fez.",
            ["inaugurated Leila Benali > hospital @ Fez"],
            id="inaugurated",
        ),
        pytest.param(
            "Aziz Rabbah was appointed minister of energy in May 2024.",
            ["appointed Aziz Rabbah > minister of energy 2024-05"],
            id="appointed",
        ),
        pytest.param(
            "Leila Benali met Indian farmers in Rabat.",
            ["met Indian farmers + Leila Benali @ Rabat"],
            id="party-without-a-name",
        ),
        pytest.param(
            "Leila Benali opened the Kestrel plant in Fez. Aziz Rabbah opened the plant of Oran "
            "Steel in Oujda, and Omar Hejira opened the Sahel Cement plant in Rabat.",
            [
                "inaugurated Aziz Rabbah > plant @ Oujda",
                "inaugurated Leila Benali > Kestrel plant @ Fez",
                "inaugurated Omar Hejira > Sahel Cement plant @ Rabat",
            ],
            id="plants-of-several-owners",
        ),
        pytest.param(
            "Oran Steel and Sahel Cement signed the Berth Agreement. The five-year "
            "agreement was signed by Leila Benali and Aziz Rabbah.",
            [
                "signed Aziz Rabbah + Leila Benali + Oran Steel + Sahel Cement > Berth Agreement",
            ],
            id="measured-paper-told-before",
        ),
        pytest.param(
            "Oran Steel and Sahel Cement signed the Berth Supply Agreement. The Crane Lease "
            "Agreement lapsed. The two-year agreement was signed by Leila Benali.",
            [
                "signed Leila Benali > two-year agreement",
                "signed Oran Steel + Sahel Cement > Berth Supply Agreement",
            ],
            id="measured-paper-of-two",
        ),
        pytest.param(
            "The K8 axle was designed by Oran Steel and is sold in Fez.",
            ["designed Oran Steel > K8 axle"],
            id="thing-of-a-model",
        ),
        pytest.param(
            "Oran Steel and Sahel Cement drew up the Berth Supply Agreement. Leila Benali signed "
            "the agreement with Aziz Rabbah.",
            ["signed Aziz Rabbah + Leila Benali > Berth Supply Agreement"],
            id="paper-signed-with-somebody",
        ),
    ],
)
def test_ways_of_saying(rules: Extractor, text: str, events: list[str]) -> None:
    found = extract(rules, text)
    assert sorted(told(found, event) for event in found.events) == events


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("Leila Benali met Aziz Rabbah.", "asserted", id="past"),
        pytest.param("Leila Benali has met Aziz Rabbah.", "asserted", id="perfect"),
        pytest.param("Leila Benali managed to meet Aziz Rabbah.", "asserted", id="managed"),
        pytest.param("Leila Benali was delighted to meet Aziz Rabbah.", "asserted", id="delighted"),
        pytest.param("Leila Benali will meet Aziz Rabbah.", "planned", id="will"),
        pytest.param("Leila Benali is to meet Aziz Rabbah.", "planned", id="is-to"),
        pytest.param("Leila Benali is scheduled to meet Aziz Rabbah.", "planned", id="scheduled"),
        pytest.param("Leila Benali hopes to meet Aziz Rabbah.", "planned", id="hopes"),
        pytest.param("Leila Benali said she would meet Aziz Rabbah.", "planned", id="would"),
        pytest.param("Leila Benali did not meet Aziz Rabbah.", "negated", id="not"),
        pytest.param("Leila Benali refused to meet Aziz Rabbah.", "negated", id="refused"),
        pytest.param("Leila Benali left without meeting Aziz Rabbah.", "negated", id="without"),
        pytest.param(
            "Leila Benali cancelled a meeting with Aziz Rabbah.", "negated", id="cancelled"
        ),
        pytest.param("Leila Benali denied that she had met Aziz Rabbah.", "negated", id="denied"),
        pytest.param(
            "Leila Benali dismissed claims that she had met Aziz Rabbah.", "negated", id="claims"
        ),
        pytest.param(
            "Reports that Leila Benali met Aziz Rabbah are wrong.", "negated", id="reports"
        ),
        pytest.param(
            "Leila Benali could not meet Aziz Rabbah on Monday.", "negated", id="could-not"
        ),
        pytest.param("Leila Benali will no longer meet Aziz Rabbah.", "negated", id="no-longer"),
        pytest.param(
            "Leila Benali looks forward to meeting Aziz Rabbah.", "planned", id="looks-forward"
        ),
        pytest.param("Leila Benali left for talks with Aziz Rabbah.", "planned", id="for-talks"),
        pytest.param(
            "Leila Benali and Aziz Rabbah meet next Friday.", "planned", id="present-of-a-plan"
        ),
        pytest.param(
            "A meeting between Leila Benali and Aziz Rabbah was postponed.",
            "planned",
            id="postponed",
        ),
    ],
)
def test_modality(rules: Extractor, text: str, modality: str) -> None:
    found = extract(rules, text)
    [met] = [event for event in found.events if event.relation == "met"]
    assert met.modality.value == modality


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ministry met the deadline of Monday.", id="met-a-deadline"),
        pytest.param("Leila Benali met with applause in Rabat.", id="met-with-applause"),
        pytest.param("Rovers signed the striker on Monday.", id="signed-a-striker"),
        pytest.param("Soldiers opened fire near Fez on Monday.", id="opened-fire"),
        pytest.param("The opening session will be devoted to Africa.", id="opening-session"),
        pytest.param("Leila Benali opened the scoring in Rabat.", id="opened-the-scoring"),
        pytest.param("The plan of Leila Benali invites criticism.", id="invites-criticism"),
        pytest.param("Leila Benali named three conditions for a deal.", id="named-conditions"),
        pytest.param("An envoy may not call on Leila Benali before that.", id="may-not"),
        pytest.param("If Leila Benali meets Aziz Rabbah, markets will rise.", id="if"),
    ],
)
def test_what_says_nothing_of_the_kind(rules: Extractor, text: str) -> None:
    assert extract(rules, text).events == ()


@pytest.mark.model
def test_a_quotation_repeats_what_was_told(rules: Extractor) -> None:
    text = (
        "Leila Benali met Aziz Rabbah in Fez on Monday.\n\n"
        '"I met Aziz Rabbah and we discussed water," Benali said.'
    )
    found = extract(rules, text)
    [met] = [event for event in found.events if event.relation == "met"]
    assert told(found, met) == "met Aziz Rabbah + Leila Benali @ Fez 2025-09-22"
    assert len(met.evidence) == 2


@pytest.mark.model
def test_articles_come_back_in_order_under_their_ids(rules: Extractor) -> None:
    articles = [Article(f"a{n}", f"Leila Benali visited Oman {n} times.") for n in range(3)]
    assert [found.article for found in rules.extract(articles)] == ["a0", "a1", "a2"]


@pytest.mark.model
def test_an_empty_article_says_nothing(rules: Extractor) -> None:
    assert extract(rules, "") == Extraction("a1", WEDNESDAY)


@pytest.mark.model
def test_the_name_says_which_model(rules: Extractor) -> None:
    assert rules.name.startswith("rules ")
    assert "en_core_web_md" in rules.name


def test_an_unknown_backend_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"'magic'; there are: llm, rules"):
        extractor("magic")


def test_without_spacy_the_command_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_spacy(name: str, *rest: object, **more: object) -> object:
        if name.split(".", maxsplit=1)[0] == "spacy":
            raise ModuleNotFoundError("No module named 'spacy'", name="spacy")
        return real(name, *rest, **more)  # type: ignore[arg-type]  # passed on as it came

    for module in [m for m in sys.modules if m.startswith(("relgraph.extract.", "spacy"))]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setattr(builtins, "__import__", without_spacy)
    with pytest.raises(MissingPartError, match="python -m pip install"):
        extractor("rules")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "date", "modality"),
    [
        pytest.param(
            "Ana Costa meets Omar Diallo in Oslo on Friday.", "2025-09-26", "planned",
            id="present tense, a weekday ahead",
        ),
        pytest.param(
            "Ana Costa met Omar Diallo in Oslo on Friday.", "2025-09-19", "asserted", id="past"
        ),
        pytest.param(
            "Ana Costa is to meet Omar Diallo on Friday.", "2025-09-26", "planned", id="is to"
        ),
    ],
)  # fmt: skip
def test_tense_decides_which_friday(rules: Extractor, text: str, date: str, modality: str) -> None:
    (event,) = extract(rules, text).events
    assert (event.date, event.modality.value) == (date, modality)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A contract was signed on Monday.", id="signed by nobody"),
        pytest.param("The show then travels to Cork.", id="no person travels"),
    ],
)
def test_what_nobody_did_is_no_claim(rules: Extractor, text: str) -> None:
    assert extract(rules, text).events == ()
