"""Find whose office an office serves: "Special Envoy of the Japanese Prime Minister"."""

from collections.abc import Sequence

from relgraph.extract.name import Item, Name
from relgraph.extract.titles import DETERMINERS, Title
from relgraph.extract.tokens import Tokens
from relgraph.extract.words import words

SERVING = words("of to for")


def superior(page: Tokens, items: Sequence[Item], number: int) -> tuple[Title, str] | None:
    """Return the office that the one at *number* in the list serves, with its country.

    Who is named behind it holds the first: "Special Envoy of the Japanese Prime Minister, Haruka
    Nishimura". Without a country between, the two are read as one title.
    """
    if number + 2 >= len(items):
        return None
    title, state, boss = items[number : number + 3]
    if not (isinstance(title, Title) and isinstance(state, Name) and isinstance(boss, Title)):
        return None
    at = title.end
    if page.lower[at] not in SERVING:
        return None
    at += 1
    at += page.lower[at] in DETERMINERS
    owns = state.end == boss.begin or page.is_possessive(state.end)
    is_near = boss.begin - state.end <= 1
    if state.kind != "Country" or state.begin != at or not owns or not is_near:
        return None
    return boss, state.country
