"""Articles to measure with: the sample, as often as it takes, each time with names of its own."""

import json
import random
from pathlib import Path

from relgraph import articles, resources
from relgraph.model import Article

SYLLABLES = ("ba", "den", "ka", "lor", "mi", "nu", "ra", "sel", "to", "vin", "wa", "zeh")
# So many words of each article are replaced by names that no model has seen.
NEW_WORDS = 12


def sample() -> list[Article]:
    """Return the articles of the sample."""
    path = resources.folder("graph") / "sample" / "articles.jsonl"
    return [item for item in articles.read([path]) if isinstance(item, Article)]


def copies(number: int) -> list[Article]:
    """Return the sample *number* times, no two articles alike; the same each time."""
    chance = random.Random(1)
    return [
        Article(f"{article.id}-{copy}", _renamed(article.text, chance), published=article.published)
        for copy in range(number)
        for article in sample()
    ]


def write(texts: list[Article], path: Path) -> None:
    """Write articles as JSON lines."""
    records = ({"id": one.id, "text": one.text, "published": one.published} for one in texts)
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")


def _renamed(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    for at in chance.sample(range(len(words)), min(NEW_WORDS, len(words))):
        if words[at].isalpha():
            words[at] = "".join(chance.choices(SYLLABLES, k=4)).capitalize()
    return " ".join(words)
