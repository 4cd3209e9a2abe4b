"""Read an article from an HTML page."""

import logging
import re
import warnings
from typing import Protocol, cast

from relgraph.articles.draft import Draft
from relgraph.articles.encoding import decode
from relgraph.errors import ArticleError

# The longest page: an article of the longest kind, with ten times as much around it.
LONGEST_PAGE = 16_000_000
# Three times what long live blogs have. trafilatura takes time by the square of it: 9 s at most.
MOST_TAGS = 30_000
# An article has a paragraph of so many words; a menu has not.
LONGEST_PARAGRAPH = 10

# as in <meta charset="utf-8"> and <meta content="text/html; charset=utf-8">
_CHARSET = re.compile(rb"""<meta[^>]{1,200}charset=["']?(?P<name>[\w-]{2,40})""", re.IGNORECASE)
# the first line of XHTML, <?xml version="1.0" encoding="utf-8"?>
_XML_HEAD = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
# all of <script>if (a<b) …</script>
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z]")  # the beginning of <p class="x">
# as in <!-- saved from … --><html lang="en">
_LOOKS_LIKE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)

# A date that the page does not declare is not guessed from its text, and what is taken for a date
# does not depend on today's.
_DECLARED_DATE = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}

log = logging.getLogger(__name__)


class _Found(Protocol):
    """What we use of trafilatura's document."""

    text: str | None
    title: str | None
    date: str | None
    sitename: str | None
    url: str | None


def is_page(head: str) -> bool:
    """Tell whether a file that begins with *head* is HTML."""
    return _LOOKS_LIKE.match(head) is not None


def from_page(content: bytes, *, where: str) -> Draft:
    """Take the article out of a page: its body, title, date, site and canonical address.

    Nothing is fetched, no entity but those of HTML is known, and scripts are not run.

    Raises:
        ArticleError: where there is no article in it.
    """
    if len(content) > LONGEST_PAGE:
        problem = f"the page is over the limit of {LONGEST_PAGE:,} bytes"
        raise ArticleError(problem, where=where, hint="give the text of the article as .txt")
    markup = _markup(content, where=where)
    tags = len(_TAG.findall(_SCRIPT.sub("", markup)))
    if tags > MOST_TAGS:
        problem = f"the page has {tags:,} tags, over the limit of {MOST_TAGS:,}"
        raise ArticleError(problem, where=where, hint="give the text of the article as .txt")
    found = _extract(markup)
    paragraphs = (found.text or "").strip().split("\n") if found else []
    if found is None or max(len(words.split()) for words in paragraphs) < LONGEST_PARAGRAPH:
        raise ArticleError(
            "no article found in this page",
            where=where,
            hint="give its text as .txt, or save the page once it shows its text",
        )
    # trafilatura ends a paragraph with one line end; everywhere else here it is an empty line.
    title = found.title or ""
    return Draft(
        where,
        "\n\n".join(paragraphs[1:] if paragraphs[0] == title else paragraphs),
        title=title,
        url=found.url or "",
        publisher=found.sitename or "",
        published=found.date or "",
    )


def _markup(content: bytes, *, where: str) -> str:
    named = _CHARSET.search(content[:4096])
    decoded = decode(content)
    if (decoded.problem or decoded.is_guess) and named:
        try:
            text = content.decode(named["name"].decode("ascii"))
        except (UnicodeDecodeError, LookupError):
            text = decoded.text
    else:
        text = decoded.text
    if not text:
        problem, hint = decoded.problem or "the page is empty", decoded.hint or "give one with text"
        raise ArticleError(problem, where=where, hint=hint)
    # lxml refuses text that names an encoding.
    return _XML_HEAD.sub("", text, count=1)


def _extract(markup: str, *, with_metadata: bool = True) -> _Found | None:
    from lxml import etree  # type: ignore[import-untyped] # noqa: PLC0415 - comes with the next
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second

    # What it warns of, we say in our own words.
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        # A time zone that a page makes up is no concern of the reader's.
        warnings.simplefilter("ignore")
        try:
            found = bare_extraction(
                markup,
                include_comments=False,
                with_metadata=with_metadata,
                date_extraction_params=_DECLARED_DATE,
            )
        except (
            etree.LxmlError,
            AssertionError,
            AttributeError,
            LookupError,
            RecursionError,
            TypeError,
            ValueError,
        ):
            # What a library stumbles over is most often the date or another entry of the head.
            log.debug("trafilatura failed", exc_info=True)
            return _extract(markup, with_metadata=False) if with_metadata else None
    return cast("_Found | None", found)
