"""Say in words what is wrong with a query that does not parse.

The engine's own message lists what a parser could have taken, and its position lies after the
mistake: it is where the longest keyword would have ended that was tried there.
"""

import re
from collections.abc import Collection

import pyoxigraph as ox

from relgraph.errors import QueryError
from relgraph.store.lexer import Kind, Token, code, position

# Room after the query for the longest keyword, so that every position can be counted back.
_ROOM = "\n#" + " " * 30
_MESSAGE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_KEYWORD = re.compile(r"(?:^|, )([A-Za-z_]{2,})(?=,|$)")  # "HAVING, OFFSET, ['0'..='9']"
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)+"|\[(?!_\])')  # '"{"', "['0'..='9']"; but not "[_]"
_SHOWN = re.compile(r'"([^"\\]+)"')
_BARE_IRI = re.compile(r"<[^<>\s]*>")  # "<a>"
_CLOSES = {"}": "{", ")": "(", "]": "["}
_UPDATES = frozenset(("INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"))
# What the engine says about a query that parses and still means nothing.
_MEANINGLESS = {
    "variable that is unbound": (
        "SELECT names a variable that the pattern does not bind, or that is not grouped",
        "add it to GROUP BY, or leave it out",
    ),
    "already": ("a variable is bound twice", "give the second one another name"),
}


def explain(sparql: str, error: SyntaxError, *, prefixes: Collection[str]) -> QueryError:
    """Turn the engine's *error* into one that says what is wrong, and where.

    *prefixes* are those that need no declaration.
    """
    found = code(sparql)
    for mistake in (_update, _undeclared, _unbalanced):
        if problem := mistake(sparql, found, prefixes):
            return problem
    return _unexpected(sparql, found, error, prefixes)


def _update(sparql: str, found: list[Token], _: Collection[str]) -> QueryError | None:
    words = (token for token in found if token.kind is Kind.WORD)
    first = next((word for word in words if word.text.upper() != "PREFIX"), None)
    if first is None or first.text.upper() not in _UPDATES:
        return None
    hint = "articles change the graph: see `relgraph ingest` and `relgraph remove`"
    return _problem(sparql, first.at, f"{first.text.upper()} is an update, not a query", hint)


def _undeclared(sparql: str, found: list[Token], prefixes: Collection[str]) -> QueryError | None:
    declared = set(prefixes)
    for before, token in zip([None, *found], found, strict=False):
        if token.kind is not Kind.NAME:
            continue
        prefix = token.text.partition(":")[0]
        if before and before.text.upper() == "PREFIX":
            declared.add(prefix)
        elif before and before.text == "<" and before.at + 1 == token.at:
            hint = "an IRI holds no space and ends with >"
            return _problem(sparql, before.at, "this < begins no IRI", hint)
        elif prefix not in declared and not (before and before.text == "_"):
            hint = f"did you forget `PREFIX {prefix}: <https://…>`?"
            return _problem(sparql, token.at, f"the prefix {prefix}: is not declared", hint)
    return None


def _unbalanced(sparql: str, found: list[Token], _: Collection[str]) -> QueryError | None:
    opened: list[Token] = []
    for token in found:
        if token.text in _CLOSES.values():
            opened.append(token)
        elif token.text in _CLOSES:
            if not opened:
                what = f"this {token.text} closes nothing"
                return _problem(sparql, token.at, what, "take it away, or open it before")
            if opened[-1].text != _CLOSES[token.text]:
                what = f"this {opened[-1].text} is closed by a {token.text}"
                return _problem(sparql, opened[-1].at, what, "close it before")
            opened.pop()
    if opened:
        return _problem(
            sparql, opened[-1].at, f"this {opened[-1].text} is never closed", "close it"
        )
    return None


def _unexpected(
    sparql: str, found: list[Token], error: SyntaxError, prefixes: Collection[str]
) -> QueryError:
    message = _padded(sparql, prefixes) or str(error)
    match = _MESSAGE.match(message)
    if match is None:
        return QueryError("does not parse", hint=message)
    line, column, expected = int(match[1]), int(match[2]), match[3]
    for words, (what, hint) in _MEANINGLESS.items():
        if words in expected:
            return QueryError(what, hint=hint)
    at = _offset(sparql + _ROOM, line, column) - _overshoot(expected)
    token = next((token for token in found if token.at + len(token.text) > at), None)
    shown = _SHOWN.findall(expected)
    hint = f"{' or '.join(shown)} would do" if 0 < len(shown) <= 3 else ""
    if token is None:
        return _problem(sparql, len(sparql.rstrip()), "the query ends too early", hint)
    return _problem(sparql, token.at, *_near(sparql, token, found, hint))


def _near(sparql: str, token: Token, found: list[Token], hint: str) -> tuple[str, str]:
    following = next((other.text for other in found if other.at > token.at), "")
    if bare := _BARE_IRI.match(sparql, token.at):
        return f"{bare[0]} is no full IRI", "begin it with https:// or use a prefix, as in rg:met"
    if token.kind is Kind.WORD and following == "(":
        return f"does not parse near {token.text}(", hint
    return f"does not parse near {token.text[:40]}", hint


def _padded(sparql: str, prefixes: Collection[str]) -> str:
    """Return what the engine says of the query with room behind it; empty if it parses."""
    known = dict.fromkeys(prefixes, "urn:x:")
    try:
        ox.Store().query(sparql + _ROOM, prefixes=known)
    except SyntaxError as error:
        return str(error)
    return ""


def _overshoot(expected: str) -> int:
    """Count how far the engine's position lies behind the mistake."""
    if _LITERAL.search(expected):
        return 0
    return min((len(word) for word in _KEYWORD.findall(expected)), default=0)


def _offset(sparql: str, line: int, column: int) -> int:
    lines = sparql.split("\n")
    return sum(len(text) + 1 for text in lines[: line - 1]) + column - 1


def _problem(sparql: str, at: int, what: str, hint: str) -> QueryError:
    return QueryError(what, where=position(sparql, at), hint=hint)
