"""Read articles, whatever they come in."""

import hashlib
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from io import BufferedReader
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from relgraph.articles import records
from relgraph.articles.cleaning import one_line
from relgraph.articles.dates import iso_date
from relgraph.articles.draft import Draft, finish
from relgraph.articles.encoding import beginning, binary, mark, text_of
from relgraph.articles.files import Input, buffered, inputs, peek, read_all
from relgraph.articles.page import from_page, is_page
from relgraph.articles.plain import from_markdown, from_text
from relgraph.errors import ArticleError, UsageError
from relgraph.model import Article

Source = str | Path | BinaryIO | Article

_JSON = {"lines": records.read_lines, "json": records.read_json}
_WORDS = {"text": from_text, "markdown": from_markdown}
_WIDE = frozenset(["utf-16", "utf-32"])
_JSON_HEAD = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\{\]])')  # '{"id": …', '[{"id": …'

log = logging.getLogger(__name__)


def read(sources: Iterable[Source], *, published: str = "") -> Iterator[Article | ArticleError]:
    """Yield each article of *sources* in order, and an error for what should have been one.

    A source is a file, a folder (read through, in the order of names), ``-`` for standard input,
    a stream of bytes, or an article, which is cleaned like any other. *published* is the date of
    articles that give none. Of two articles with one id the second is an error, unless it says the
    same.

    Raises:
        UsageError: where *published* is no date.
    """
    date = iso_date(published)
    if published and not date:
        raise UsageError(f"{published!r} is no date", hint="give YYYY-MM-DD, YYYY-MM or YYYY")
    named: Iterable[Source] = [sources] if isinstance(sources, str | Path | Article) else sources
    return _articles(named, published=date)


def _articles(sources: Iterable[Source], *, published: str) -> Iterator[Article | ArticleError]:
    seen: dict[str, tuple[bytes, str]] = {}
    for draft in chain.from_iterable(map(_drafts, sources)):
        if isinstance(draft, ArticleError):
            yield draft
            continue
        try:
            article = finish(draft, published=published)
        except ArticleError as error:
            yield error
            continue
        digest = hashlib.sha256(article.text.encode()).digest()
        if article.id not in seen:
            seen[article.id] = digest, draft.where
            yield article
            continue
        known, first = seen[article.id]
        if known == digest:
            log.warning("%s: the same article as %s; left out", draft.where, first)
        else:
            problem = f"the id {article.id!r} is that of another article, at {first}"
            yield ArticleError(problem, where=draft.where, hint="give each an id of its own")


def _drafts(source: Source) -> Iterator[Draft | ArticleError]:
    if isinstance(source, Article):
        yield Draft(where=one_line(source.id) or "article", **asdict(source))
        return
    for item in inputs(source):
        if isinstance(item, ArticleError):
            yield item
            continue
        with item.stream as stream:
            try:
                yield from _contents(item, stream)
            except ArticleError as error:
                yield error


def _contents(item: Input, stream: BufferedReader) -> Iterator[Draft | ArticleError]:
    """Yield what is in one input; an error that is raised is one of the whole input."""
    where = item.where
    head = peek(stream, where=where)
    if not head:
        raise ArticleError("there is nothing in it", where=where, hint="give articles")
    if found := binary(head):
        raise ArticleError(found.problem, where=where, hint=found.hint)
    kind = item.kind or _kind(beginning(head))
    if kind in _JSON:
        if mark(head) in _WIDE:
            text = text_of(read_all(stream, where=where), where=where)
            stream = buffered(text.encode())
        yield from _JSON[kind](stream, where=where)
        return
    content = read_all(stream, where=where)
    if kind == "page":
        yield from_page(content, where=where)
    else:
        yield _WORDS[kind](text_of(content, where=where), where=where)


def _kind(head: str) -> str:
    if is_page(head):
        return "page"
    return "json" if _JSON_HEAD.match(head) else "text"
