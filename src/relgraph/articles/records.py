"""Read articles from JSON."""

import json
import logging
from collections.abc import Iterable, Iterator
from io import BufferedReader

from relgraph.articles.draft import Draft
from relgraph.articles.encoding import decode, text_of
from relgraph.articles.files import buffered, read_all, read_part
from relgraph.errors import ArticleError

# A million characters, each written as a pair of \uXXXX escapes, and some room.
LONGEST_LINE = 16_000_000
NEEDED = 'an object with "id" and "text"'

_SECOND_RECORD = b"\n{"

log = logging.getLogger(__name__)


def parse(content: str | bytes, *, where: str) -> object:
    """Parse *content* as JSON.

    Raises:
        ArticleError: where it is no JSON, or nested so deep that it is no article either.
    """
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        at = where if error.lineno == 1 else f"{where}:{error.lineno}"
        problem = f"not valid JSON: {error.msg} (column {error.colno})"
        raise ArticleError(problem, where=at, hint=f"give {NEEDED}") from error
    except RecursionError as error:
        raise ArticleError("nested too deep", where=where, hint=f"give {NEEDED}") from error
    except ValueError as error:
        # An integer of more digits than Python will read.
        problem = "has a number that is too long"
        raise ArticleError(problem, where=where, hint=f"give {NEEDED}") from error


def read_lines(
    stream: BufferedReader, *, where: str, first: bytes = b""
) -> Iterator[Draft | ArticleError]:
    """Read JSON lines, each for itself; *first* is a line that was taken before.

    Raises:
        ArticleError: where there is no line.
    """
    number = count = 0
    line = first or read_part(stream, LONGEST_LINE, where=where)
    while line:
        number += 1
        at = f"{where}:{number}"
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = read_part(stream, LONGEST_LINE, where=at)
        if line.strip():
            count += 1
            yield _from_line(line, where=at)
        line = read_part(stream, LONGEST_LINE, where=at)
    if not count:
        raise ArticleError("there is nothing in it", where=where, hint=f"give {NEEDED} a line")


def read_json(stream: BufferedReader, *, where: str) -> Iterator[Draft | ArticleError]:
    """Read JSON lines, or one array or object: the first line tells which.

    Raises:
        ArticleError: where it is none of them.
    """
    first = read_part(stream, LONGEST_LINE, where=where)
    if _is_record(first):
        yield from read_lines(stream, where=where, first=first)
        return
    content = first + read_all(stream, where=where)
    try:
        value = parse(text_of(content, where=where), where=where)
    except ArticleError:
        # Broken lines, of which each is told, or one broken value.
        if not (first.lstrip().startswith(b"{") and _SECOND_RECORD in content):
            raise
        yield from read_lines(buffered(content), where=where)
        return
    if not isinstance(value, list):
        yield from_value(value, where=where)
    elif value:
        yield from from_values(value, where=where)
    else:
        raise ArticleError("the array is empty", where=where, hint=f"put {NEEDED} into it")


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(parse(decode(line).text, where=""), dict)
    except ArticleError:
        return False


def _from_line(line: bytes, *, where: str) -> Draft | ArticleError:
    if len(line) > LONGEST_LINE:
        problem = f"the line is over the limit of {LONGEST_LINE:,} bytes"
        return ArticleError(problem, where=where, hint="split it into several articles")
    try:
        return from_value(parse(text_of(line.strip(), where=where), where=where), where=where)
    except ArticleError as error:
        return error


def from_values(values: Iterable[object], *, where: str) -> Iterator[Draft | ArticleError]:
    """Read the articles of a JSON array."""
    for number, value in enumerate(values, start=1):
        at = f"{where}[{number}]"
        try:
            yield from_value(value, where=at)
        except ArticleError as error:
            yield error


def from_value(value: object, *, where: str) -> Draft:
    """Read one article from parsed JSON.

    Raises:
        ArticleError: where it is no object, has no text, or an id that is no string.
    """
    if not isinstance(value, dict):
        raise ArticleError(f"{_kind(value)} is no article", where=where, hint=f"give {NEEDED}")
    text = value.get("text")
    if not isinstance(text, str):
        problem = f'"text" is {_kind(text)}, not a string' if "text" in value else 'has no "text"'
        raise ArticleError(problem, where=where, hint=f"give {NEEDED}")
    identity = value.get("id")
    if isinstance(identity, int) and not isinstance(identity, bool):
        identity = str(identity)
    if identity is not None and not isinstance(identity, str):
        problem = f'"id" is {_kind(identity)}, not a string'
        raise ArticleError(problem, where=where, hint="give a string, or leave it out")
    return Draft(
        where=where,
        text=text,
        id=identity or "",
        title=_optional(value, "title", where),
        url=_optional(value, "url", where),
        publisher=_optional(value, "publisher", where),
        published=_optional(value, "published", where),
    )


def _optional(record: dict[str, object], name: str, where: str) -> str:
    value = record.get(name)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if name == "published" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)[:40]
    log.warning('%s: "%s" is %s, not a string; left out', where, name, _kind(value))
    return ""


def _kind(value: object) -> str:
    kinds = {dict: "an object", list: "an array", str: "a string", bool: "true or false"}
    return "null" if value is None else kinds.get(type(value), "a number")
