"""Check what was read, and make an article of it."""

import hashlib
import logging
from dataclasses import dataclass

from relgraph.articles.cleaning import clean, one_line
from relgraph.articles.dates import iso_date
from relgraph.articles.language import foreign
from relgraph.errors import ArticleError
from relgraph.model import Article
from relgraph.rdf.article import web_url

# A long novel. What is longer is a file of many articles.
MAX_CHARACTERS = 1_000_000
LONGEST_ID = 2_000

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it was found, at ``where``: nothing is checked."""

    where: str
    text: str
    id: str = ""
    title: str = ""
    url: str = ""
    publisher: str = ""
    published: str = ""


def finish(draft: Draft, *, published: str = "") -> Article:
    """Clean a draft into an article; *published* is the date of one that gives none.

    Raises:
        ArticleError: where there is no text, or more than one article can have, or it is in
            another language than English.
    """
    text = clean(draft.text)
    if not any(map(str.isalpha, text)):
        what = "the text is empty" if not text else "the text has no words"
        raise ArticleError(what, where=draft.where, hint="give the words of the article")
    if len(text) > MAX_CHARACTERS:
        raise ArticleError(
            f"the article has {len(text):,} characters, over the limit of {MAX_CHARACTERS:,}",
            where=draft.where,
            hint="split it into one article for each report",
        )
    if language := foreign(text):
        raise ArticleError(
            f"the text is not in English, but most likely in {language}",
            where=draft.where,
            hint="give an English translation, or leave it out",
        )
    url = _web_address(draft)
    return Article(
        id=_identity(draft) or url or f"sha256:{hashlib.sha256(text.encode()).hexdigest()}",
        text=text,
        title=one_line(draft.title),
        url=url,
        publisher=one_line(draft.publisher),
        published=_date(draft) or published,
    )


def _identity(draft: Draft) -> str:
    given = one_line(draft.id)
    if len(given) > LONGEST_ID:
        raise ArticleError(
            f"the id has {len(given):,} characters, over the limit of {LONGEST_ID:,}",
            where=draft.where,
            hint="give a shorter one",
        )
    return given


def _web_address(draft: Draft) -> str:
    url = one_line(draft.url)
    if not url:
        return ""
    if web_url(url):
        return url
    log.warning("%s: %.60r is no web address; left out", draft.where, url)
    return ""


def _date(draft: Draft) -> str:
    written = one_line(draft.published)
    found = iso_date(written)
    if written and not found:
        hint = "give YYYY-MM-DD, YYYY-MM or YYYY"
        log.warning("%s: %.60r is no clear date; left out; %s", draft.where, written, hint)
    return found
