import json
import random
from pathlib import Path

import pytest
from spacy.language import Language

from relgraph.extract.cast import Cast
from relgraph.extract.casting import cast
from relgraph.extract.reading import read
from relgraph.model import Article, Modality, Referent

pytestmark = pytest.mark.model


def told(text: str, nlp: Language) -> Cast:
    return cast(read(Article("a", text), nlp))


def named(found: Cast, name: str) -> Referent:
    (referent,) = [one for one in found.referents if name in (one.name, *one.aliases)]
    return referent


def test_names_by_the_fullest_form_and_keeps_the_others(nlp: Language) -> None:
    found = told(
        "Shri Raghunath Meena met H.E. Ms. Freja Lindholm. Meena thanked Ms. Lindholm.", nlp
    )
    assert named(found, "Meena").name == "Raghunath Meena"
    assert set(named(found, "Freja Lindholm").aliases) == {
        "Lindholm", "H.E. Ms. Freja Lindholm", "Ms. Lindholm",
    }  # fmt: skip


def test_numbers_by_first_mention_and_grounds_each(nlp: Language) -> None:
    text = "Ana Costa flew to Oslo. In Oslo she met Tore Lie of Nordvind Ltd."
    found = told(text, nlp)
    firsts = [one.mentions[0].begin for one in found.referents]
    assert [one.id for one in found.referents] == [f"e{n + 1}" for n in range(len(firsts))]
    assert firsts == sorted(firsts)
    oslo = named(found, "Oslo")
    assert [span.of(text) for span in oslo.mentions] == ["Oslo", "Oslo"]


def test_gives_a_counterpart_the_office(nlp: Language) -> None:
    found = told(
        "Defence Minister Ana Costa flew to Oslo, where her Norwegian counterpart Tore Lie "
        "received her.",
        nlp,
    )
    lie = named(found, "Tore Lie")
    assert (lie.role, lie.country) == ("Defence Minister", "NO")


def test_claims_an_office_with_its_sentence(nlp: Language) -> None:
    text = "Talks were held. Morocco's Minister of Trade, Ryad Mezzour, opened them in Rabat."
    found = told(text, nlp)
    (office,) = found.offices
    (proof,) = office.evidence
    names = {one.id: one.name for one in found.referents}
    assert (names[office.subject], office.title, names[office.object]) == (
        "Ryad Mezzour", "Minister of Trade", "Morocco",
    )  # fmt: skip
    assert proof.quote == proof.span.of(text) == text[text.index("Morocco") :]
    assert proof.trigger.of(text) == "Minister of Trade"


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        pytest.param("Former Finance Minister Ana Costa met Tore Lie.", [], id="former"),
        pytest.param(
            "President-elect Ana Costa met Tore Lie.",
            [("President-elect", Modality.PLANNED)], id="elect",
        ),
        pytest.param(
            "Finance Minister Ana Costa met Tore Lie. Minister Costa then left Lima.",
            [("Finance Minister", Modality.ASSERTED)], id="short and full",
        ),
    ],
)  # fmt: skip
def test_weighs_offices(text: str, offices: list[tuple[str, Modality]], nlp: Language) -> None:
    assert [(one.title, one.modality) for one in told(text, nlp).offices] == offices


def test_reads_news_in_brief(nlp: Language) -> None:
    found = told(
        "LIMA – Peru opened a port.\n\nPORT VILA – Dockers went home.\n\nWICK – A cinema reopened.",
        nlp,
    )
    places = {one.name for one in found.referents if one.kind == "Place"}
    assert places == {"LIMA", "PORT VILA", "WICK"}


def test_finds_speakers(nlp: Language) -> None:
    found = told(
        'Ana Costa met Tore Lie in Lima. "It was a good day for both of us," said Lie.', nlp
    )
    (quotation,) = found.quotations
    assert quotation.speaker == named(found, "Tore Lie").id


def test_is_the_same_each_time(nlp: Language) -> None:
    text = "Minister Ana Costa met Tore Lie of Nordvind Ltd in Oslo. They signed an MoU."
    assert told(text, nlp) == told(text, nlp)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\n \n", id="blank"),
        pytest.param("(", id="bracket"),
        pytest.param("Minister of", id="cut office"),
        pytest.param("Mr.", id="courtesy alone"),
        pytest.param("“", id="quotation mark"),
        pytest.param("RABAT –", id="dateline alone"),
        pytest.param("’s Minister of ’s (’s) of the", id="possessives"),
        pytest.param("A/S & Co., and of the King", id="joints"),
        pytest.param("部长会见了大使。 وزير الخارجية", id="other scripts"),
        pytest.param("x" * 5000, id="one long word"),
        pytest.param("Minister " * 500, id="one word often"),
    ],
)
def test_never_fails(text: str, nlp: Language) -> None:
    found = told(text, nlp)
    assert all(span.end <= len(text) for one in found.referents for span in one.mentions)


@pytest.mark.shared
def test_real_articles_cut_anywhere(shared: Path, nlp: Language) -> None:
    chance = random.Random(7)
    lines = (shared / "gold" / "unannotated.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in chance.sample(lines, 8)]
    cuts = [text[chance.randrange(len(text) // 2) :][: chance.randrange(900)] for text in texts]
    assert all(isinstance(told(cut, nlp), Cast) for cut in cuts)


@pytest.mark.shared
def test_casts_the_article_the_project_began_with(shared: Path, nlp: Language) -> None:
    line = (shared / "gold" / "articles.jsonl").read_text(encoding="utf-8").splitlines()[0]
    found = told(json.loads(line)["text"], nlp)
    people = {one.name: (one.role, one.country) for one in found.referents if one.kind == "Person"}
    assert people == {
        "Kirti Vardhan Singh": ("Union Minister of State for External Affairs", ""),
        "Omar Hejira": ("Secretary of State in charge of Foreign Trade", "MA"),
        "Rajnath Singh": ("Defence Minister", "IN"),
        "Abdelatif Loudyi": ("Defence Minister", "MA"),
        "Ryad Mezzour": ("Minister of Trade", "MA"),
    }
    others = {one.name: one.kind for one in found.referents if one.kind != "Person"}
    assert others == {
        "New Delhi": "Place",
        "Rabat": "Place",
        "Berrechid": "Place",
        "Morocco": "Country",
        "India": "Country",
        "Tata Advanced Systems Limited": "Company",
        "Defence Research and Development Organisation": "GovernmentBody",
        "Wheeled Armoured Platform": "Product",
        "Memorandum of Understanding": "Agreement",
    }


def test_a_known_surname_at_the_head_of_a_sentence_is_no_noun(nlp: Language) -> None:
    found = told("Xi Jinping and Dina Boluarte met. Boluarte met Xi in San Francisco.", nlp)
    assert [span.begin for span in named(found, "Dina Boluarte").mentions] == [15, 34]


def test_a_person_called_hall_who_acts_is_no_building(nlp: Language) -> None:
    found = told("Tom Hall met Jack Mills in Prague. The minister opened Albert Hall.", nlp)
    kinds = {one.name: one.kind for one in found.referents}
    assert (kinds["Tom Hall"], kinds["Jack Mills"]) == ("Person", "Person")
    assert kinds["Albert Hall"] == "Facility"
