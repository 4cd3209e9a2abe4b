"""Refuse queries that would fetch from elsewhere, or bring the engine down.

The engine fetches what ``SERVICE`` and ``LOAD`` name, and cannot be told not to. It also needs no
space around a keyword: ``?c.SERVICE<x>`` and ``trueSERVICE:x`` both call out. So the keywords are
looked for in every character that could be code, whatever stands around them, and a query whose
strings and comments cannot be told from its code with certainty is refused. That refuses some
queries that would do no harm; it must never let one through that does.
"""

import re
from collections.abc import Iterable

from relgraph.errors import QueryError
from relgraph.store.lexer import Kind, Token, position, tokens

# The engine recurses: with 2,900 OPTIONALs, or some thousand brackets, the process dies.
MAX_DEPTH = 100
MAX_OPERATORS = 1_000

_FETCHING = re.compile(r"SERVICE|LOAD", re.IGNORECASE)
_SURE_IRI = re.compile(r"<[^:]+://")  # "<https://e.org/download>"
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\[uU]")
# What would end a text, if an engine read escapes before strings, as SPARQL 1.1 says it should.
_ENDS_TEXT = frozenset("\"'\\\n\r")
_OPERATORS = frozenset("!+-*/|&^=<>")
# Not taken either: what the engine ignores or this guard could not read, and the way round it.
_OTHER_WORDS = {
    "FROM": (
        "FROM is not taken: a query asks the whole of this store and nothing else",
        "ask one of its graphs by GRAPH <…> { }",
    ),
    "BASE": ("BASE is not taken", "use PREFIX, or write IRIs in full"),
}
_VALUE_WORDS = frozenset(("UNDEF", "TRUE", "FALSE"))
_OPENING, _CLOSING = frozenset("{(["), frozenset("})]")


def check(sparql: str) -> None:
    """Pass a query that asks only this store, and that the engine can bear.

    Raises:
        QueryError: where it might not.
    """
    _check_letters(sparql)
    depth = operators = 0
    for token in tokens(sparql):
        _check_text(token, sparql)
        _check_fetching(token, sparql)
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        operators += _operators(token)
        if depth > MAX_DEPTH:
            raise _refusal(token, sparql, f"brackets nest more than {MAX_DEPTH} deep", "unnest it")
    if operators > MAX_OPERATORS:
        raise QueryError(
            f"has more than {MAX_OPERATORS:,} keywords and operators",
            hint="list values in VALUES instead",
        )


def _check_letters(sparql: str) -> None:
    try:
        sparql.encode()
    except UnicodeEncodeError as error:
        raise QueryError(
            "holds what is no character",
            where=position(sparql, error.start),
            hint="write the query in UTF-8",
        ) from error


def _check_text(token: Token, sparql: str) -> None:
    """Refuse what may be text in one reading and code in another."""
    if token.kind is Kind.UNSURE:
        what = f"{token.text} may be an IRI or two comparisons"
        raise _refusal(token, sparql, what, "put spaces around < and >, or use a prefix")
    if token.kind is Kind.STRAY and token.text != "\\":
        raise _refusal(token, sparql, "a string is never closed", f"close it with {token.text}")
    if token.kind is Kind.STRING:
        escapes = _decoded(token.text)
        if not _ENDS_TEXT.isdisjoint(escapes):
            raise _refusal(
                token,
                sparql,
                "a string escapes a quote or a line end by its number",
                "write \\\" \\' \\\\ \\n or \\r",
            )
    elif token.kind is Kind.STRAY and _ESCAPE.match(sparql, token.at):
        raise _refusal(
            token, sparql, "\\u escapes stand only in strings", "write the letter itself"
        )
    elif token.kind is Kind.COMMENT and _ESCAPE.search(token.text):
        raise _refusal(token, sparql, "\\u escapes stand only in strings", "leave out the comment")


def _check_fetching(token: Token, sparql: str) -> None:
    if token.kind is Kind.WORD and token.text.upper() in _OTHER_WORDS:
        raise _refusal(token, sparql, *_OTHER_WORDS[token.text.upper()])
    if match := _FETCHING.search(_as_code(token)):
        what = f"{match[0].upper()} is not taken: a query asks this store and nothing else"
        raise _refusal(token, sparql, what, "ask the other endpoint itself")


def _as_code(token: Token) -> str:
    """Return what the engine could read as a keyword in *token*."""
    if token.kind in (Kind.WORD, Kind.MARK):
        return token.text
    if token.kind is Kind.IRI:
        # `<a://` can be nothing but an IRI; with one slash or none it may be a comparison.
        return "" if _SURE_IRI.match(token.text) else token.text
    if token.kind is Kind.NAME:
        # `SERVICE:x` is the keyword with a name; in `x:SERVICE` the local part is all one name.
        return token.text.partition(":")[0]
    return ""


def _operators(token: Token) -> int:
    if token.kind is Kind.WORD:
        return token.text.upper() not in _VALUE_WORDS
    return token.kind is Kind.MARK and token.text in _OPERATORS


def _decoded(text: str) -> Iterable[str]:
    for short, long in _ESCAPE.findall(text):
        number = int(short or long or "0", 16)
        yield chr(number) if number <= 0x10FFFF else "\\"


def _refusal(token: Token, sparql: str, what: str, hint: str) -> QueryError:
    return QueryError(what, where=position(sparql, token.at), hint=hint)
