"""No text crashes extraction, and nothing is said that does not stand in the text."""

import json
import random
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from relgraph import articles, iri
from relgraph.extract import Extractor, extractor
from relgraph.model import Article, Extraction
from relgraph.pipeline.grounding import check_grounding
from relgraph.rdf import article_quads, merged_quads, read_article
from relgraph.resolve import resolve

pytestmark = pytest.mark.model

BASE = "https://e.org/"
# What the rules look for, so that chance brings it together in ways that nobody would write.
WORDS = [
    *("Rajnath Singh", "Tata Motors", "Morocco", "India's", "Moroccan", "Rabat", "NATO", "(NATO)"),
    *(
        "Mr",
        "Dr.",
        "H.E.",
        "Shri",
        "Prime Minister",
        "the minister of",
        "Foreign Affairs",
        "former",
    ),
    *("-designate", "ambassador", "he", "she", "they", "both", "the duo", "his counterpart", "who"),
    *("I", "we", "said", "met", "will", "not", "signed", "an agreement", "visited", "inaugurated"),
    *(
        "talks",
        "his visit to",
        "paid",
        "a visit",
        "held",
        "opened",
        "appointed",
        "cancelled",
        "was",
    ),
    *(
        "were",
        "by",
        "at",
        "in",
        "with",
        "between",
        "and",
        "of",
        "the",
        "as",
        "no",
        "which",
        "plant",
    ),
    *("on Monday", "September 22-23", "22", "2025", "last week", "the 14th", "5 May", "UN", "U.S."),
    *("RABAT, Sept 24 (MAP) –", "Ltd", "&", "Inc.", "•", "1.", "\n", "\n\n", "\t", "—", "-", "’s"),
    *(",", ".", ":", ";", "(", ")", "“", "”", '"', "'", "[", "]"),
]
ODD = (
    "\u202e\u2066\u200f\u200d\u00ad\ufeff\u2028\x85",
    "👩🏽‍🚀🇲🇦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "שר החוץ פגש את الوزير في الرباط",
    "习近平主席会见了普京总统",
    "ﬁnance ﷺ Ǆ ẞ İ ı ß Å",
    "e\u0301" + "\u0301" * 50,
)

prose = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
soup = st.text(st.characters(), max_size=300)
marks = st.text("()[]{}“”\"'‘’«».,;:!?—–-…*•\n \t", max_size=200)
mixed = st.lists(st.one_of(prose, soup, marks, st.sampled_from(ODD)), max_size=6).map("".join)
dates = st.sampled_from(["", "2025", "2025-09", "2025-09-24"])


@pytest.fixture(scope="session")
def rules() -> Extractor:
    return extractor()


def check(rules: Extractor, article: Article) -> None:
    """Read *article*; each claim must be grounded, and say the same once it was stored."""
    [found] = rules.extract([article])
    assert list(check_grounding("a", article, found)) == []
    quads = article_quads(article, found, base=BASE, extractor=rules.name)
    assert merged(*read_article(quads)) == merged(article, found)


def merged(article: Article, found: Extraction) -> list[ox.Quad]:
    return merged_quads(resolve([(iri.article(BASE, article.id), article, found)], base=BASE))


def many(number: int) -> settings:
    return settings(
        max_examples=number,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


@many(300)
@given(text=mixed, published=dates)
def test_any_text_that_is_cleaned(rules: Extractor, text: str, published: str) -> None:
    item = next(iter(articles.read([Article("a", text)])))
    if isinstance(item, Article):
        check(rules, Article("a", item.text, published=published))


@many(300)
@given(text=prose, published=dates)
def test_words_of_the_trade_in_any_order(rules: Extractor, text: str, published: str) -> None:
    check(rules, Article("a", text, published=published))


@many(100)
@given(text=mixed)
@example("\x00\x1b[2J\x7f\ufffe")
def test_text_that_nobody_cleaned(rules: Extractor, text: str) -> None:
    article = Article("a", text)
    [found] = rules.extract([article])
    assert list(check_grounding("a", article, found)) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \t\n ", id="white-space"),
        pytest.param("a" * 10_000, id="one-long-word"),
        pytest.param("Rajnath" * 2_000 + " met Singh.", id="one-long-name"),
        pytest.param("\n" * 5_000 + "Ann Lee met Bob Ray." + "\n" * 5_000, id="line-breaks"),
        pytest.param("." * 3_000, id="full-stops"),
        pytest.param("“" * 300 + "Ann Lee met Bob Ray." + "”" * 300, id="nested-quotes"),
        pytest.param("(" * 300 + "Ann Lee met Bob Ray." + ")" * 300, id="nested-brackets"),
        pytest.param("[(“" * 200 + "Ann Lee", id="never-closed"),
        pytest.param("Ann Lee met Bob Ray and " * 300, id="an-endless-sentence"),
        pytest.param(", ".join(["Ann Lee"] * 400) + " met Bob Ray.", id="a-long-list"),
        pytest.param("the minister of " * 400, id="of-of-of"),
        pytest.param("Minister Mr Dr H.E. " * 200, id="titles-alone"),
        pytest.param("- " * 1_000, id="bullets-alone"),
        pytest.param("RABAT, " * 300, id="datelines-alone"),
        pytest.param("(MAP) – " * 300, id="agencies-alone"),
        pytest.param("1. 2. 3. 22-23 30 February 2025 99/99/9999 " * 50, id="numbers"),
        pytest.param("👩🏽‍🚀🇲🇦 met 🇮🇳 on Monday. " * 50, id="emoji"),
        pytest.param("الوزير met שר in Rabat. " * 50, id="right-to-left"),
        pytest.param("ANN LEE MET BOB RAY IN RABAT. " * 50, id="shouted"),
    ],
)
def test_texts_made_to_hurt(rules: Extractor, text: str) -> None:
    check(rules, Article("a", text, published="2025-09-24"))


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(4))
def test_articles_cut_at_random_places(rules: Extractor, shared: Path, seed: int) -> None:
    chance = random.Random(seed)
    lines = (shared / "gold" / "unannotated.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    for text in texts:
        begin, end = sorted(chance.sample(range(len(text) + 1), 2))
        other = chance.choice(texts)
        place = chance.randrange(len(other))
        check(rules, Article("a", text[begin:end].strip(), published="2025-09-24"))
        check(rules, Article("a", (text[:end] + other[place:]).strip()))
