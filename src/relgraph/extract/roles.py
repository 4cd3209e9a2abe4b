"""Tie offices to those who hold them and to the country or body that they serve."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from relgraph.extract import kinds
from relgraph.extract.holders import holder_of, is_appointed, start_of
from relgraph.extract.name import LABELLED, Item, Name
from relgraph.extract.superiors import superior
from relgraph.extract.titles import DETERMINERS, Title
from relgraph.extract.tokens import Tokens
from relgraph.extract.words import words
from relgraph.gazetteer import is_demonym
from relgraph.model import Span

PREPOSITIONS = words("of for to at in with from")
BUSINESS = words("director chairman chairwoman executive ceo cfo manager")
GOVERNING = words("governor mayor ruler ambassador consul king emir sultan")
# No body, no place, no country.
_NOBODY = (-1, -1, "")
# How many words may stand between "of" and the name: "of the German company Kessler".
LONGEST_GAP = 4
# Those of a state that is sent to, not served: "Ambassador of Germany to Serbia".
ABROAD = words("to in with from")


@dataclass(frozen=True, slots=True)
class Role:
    """An office in the text; numbers are places in the list of items, or -1.

    ``begin`` and ``end`` take in what it belongs to: "India's Ambassador to Oman".
    """

    title: Title
    begin: int
    end: int
    holder: int = -1
    body: int = -1
    place: int = -1
    country: str = ""


def roles(page: Tokens, items: Sequence[Item]) -> dict[int, Role]:
    """Return the role of each office among *items*, by its place in the list."""
    found: dict[int, Role] = {}
    claimed: set[int] = set()
    served: set[int] = set()
    for number, title in enumerate(items):
        if not isinstance(title, Title) or number in served:
            continue
        item, last = title, number
        role = _owned(page, items, number, item)
        if (boss := superior(page, items, number)) is not None:
            served.add(number + 2)
            item, last = replace(title, end=boss[0].end), number + 2
            role = Role(item, role.begin, item.end, country=boss[1])
        holder, end = holder_of(page, items, (number, last), Span(role.begin, role.end), claimed)
        if holder >= 0:
            claimed.add(holder)
        role = _owned_behind_holder(page, items, holder, role)
        body, end = _body_behind(page, items, holder, role, end)
        if body < 0 and not role.country:
            body = _appointer(page, items, holder, item)
        found[number] = Role(
            item,
            role.begin,
            max(role.end, end),
            holder,
            body,
            role.place,
            _country(items, role, body),
        )
    return found


def _country(items: Sequence[Item], role: Role, body: int) -> str:
    if role.country or body < 0:
        return role.country
    owner = items[body]
    return owner.country if isinstance(owner, Name) else ""


def _owned(page: Tokens, items: Sequence[Item], number: int, title: Title) -> Role:
    """Read what stands before the office ("Morocco's", "Indian", "UNESCO") and behind it."""
    begin, owned = title.begin, _NOBODY
    before = items[number - 1] if number else None
    if isinstance(before, Name) and _owns(page, before, title):
        begin = before.begin
        owned = _taken(number - 1, before, "of", owned, page.lower[title.head])
        if (state := _owner_of_region(page, items, number, title)) is not None:
            begin = state.begin
            owned = _taken(number - 2, state, "of", _NOBODY, page.lower[title.head])
    end, k, preposition = title.end, number + 1, ""
    while k < len(items):
        owner = items[k]
        preposition, stop = _link(page, end, preposition)
        if not preposition or not isinstance(owner, Name) or not _is_near(page, stop, owner.begin):
            break
        if owner.kind == "Person" and owner.strength > LABELLED:
            break
        if page.is_possessive(owner.end):
            # "in Oman's Ministry of Transport" serves Oman.
            preposition = "of"
        owned = _taken(k, owner, preposition, owned, page.lower[title.head])
        end, k = owner.end, k + 1
    return Role(title, begin, end, -1, *owned)


def _owner_of_region(page: Tokens, items: Sequence[Item], number: int, title: Title) -> Name | None:
    """Return whose the office is in "Australia's Pacific minister"."""
    state, region = items[max(number - 2, 0)], items[number - 1]
    if not isinstance(state, Name) or not isinstance(region, Name) or region.kind != "Place":
        return None
    is_beside = region.end == title.begin and state.end + 1 == region.begin
    is_owner = is_beside and page.is_possessive(state.end) and state.kind != "Person"
    return state if is_owner else None


def _owns(page: Tokens, before: Name, title: Title) -> bool:
    """Tell whether *before* is whose office it is: "Indian", "Morocco's", and not "In Turkey"."""
    if not _touches(page, before.end, title.begin):
        return False
    if before.kind == "Person":
        # "Codelco chairman": no person stands so before an office.
        is_lone = before.end - before.begin == 1
        if before.end < title.begin:
            # "Pelangi's finance director", and not "Mnangagwa's spokesman"
            is_lone = is_lone and page.lower[title.head] in BUSINESS
        if before.strength > LABELLED or not is_lone or is_appointed(page, before):
            return False
    if is_appointed(page, before):
        return False
    is_bare = before.kind in ("Country", "Place") and before.end == title.begin
    if is_demonym(page.words(before.begin, before.end)):
        return True  # "with Maltese Minister Evarist Bartolo"
    return not (is_bare and page.lower[before.begin - 1] in PREPOSITIONS)


def _appointer(page: Tokens, items: Sequence[Item], holder: int, title: Title) -> int:
    """Return the body in "DP World named Yuvraj Narayan group chief executive"."""
    if holder < 0 or items[holder].end > title.begin or not is_appointed(page, items[holder]):
        return -1
    verb = page.doc[start_of(items[holder]) - 1]
    subjects = [child.i for child in verb.children if child.dep_ == "nsubj"]
    if verb.dep_ == "acl":  # as parsers may see it
        subjects.append(verb.head.i)
    for number in range(holder - 1, -1, -1):
        item = items[number]
        if isinstance(item, Name) and any(item.begin <= i < item.end for i in subjects):
            return number if item.kind in (*kinds.BODIES, "") else -1
    return -1


def _link(page: Tokens, at: int, preposition: str) -> tuple[str, int]:
    """Return how what follows at *at* belongs to what went before, and where it may begin."""
    if at >= len(page):
        return "", at
    if page.is_possessive(at):
        return preposition and "of", at + 1
    if page.text[at] == "," and page.lower[at + 1 : at + 2] == ("of",):
        at += 1
    if page.lower[at] in PREPOSITIONS:
        return page.lower[at], at + 1
    if preposition and page.lower[at] == "and":
        return preposition, at + 1
    # "of the German company Kessler & Sohn"
    return (preposition, at) if page.tag[at] in ("NN", "NNS") else ("", at)


def _taken(
    number: int, owner: Name, preposition: str, owned: tuple[int, int, str], title: str
) -> tuple[int, int, str]:
    body, place, country = owned
    is_human = owner.kind == "Person"
    if owner.kind == "Country":
        if preposition not in ABROAD:
            country = country or owner.country
    elif is_human and title in GOVERNING:
        place = number if place < 0 else place
    elif owner.kind in kinds.BODIES or owner.kind in ("", "Facility", "Product", "Person"):
        body = number if body < 0 else body
        country = country or owner.country
    elif owner.kind == "Place" and preposition not in ABROAD:
        place = number if place < 0 else place
    return body, place, country


def _touches(page: Tokens, end: int, begin: int) -> bool:
    # Such as: the Asian Development Bank (ADB) director.
    is_apart = end + 1 == begin and (page.is_possessive(end) or page.text[end] == ")")
    return end == begin or is_apart


def _is_near(page: Tokens, begin: int, end: int) -> bool:
    """Tell whether only "the", "its" and small words stand between: "the German company"."""
    if not 0 <= end - begin <= LONGEST_GAP:
        return False
    return all(
        page.lower[i] in DETERMINERS
        or page.text[i] in ('"', "“")
        or page.tag[i] in ("NN", "NNS", "JJ", "DT")
        for i in range(begin, end)
    )


def _owned_behind_holder(page: Tokens, items: Sequence[Item], holder: int, role: Role) -> Role:
    """Read "President Ana Costa of Portugal", where the name stands inside."""
    is_owned = role.body >= 0 or role.place >= 0 or bool(role.country)
    if is_owned or not role.title.head < items[holder].begin or holder + 1 >= len(items):
        return role
    at, owner = items[holder].end, items[holder + 1]
    begin = at + 2 if page.lower[at + 1 : at + 2] == ("the",) else at + 1
    if page.lower[at : at + 1] != ("of",) or owner.begin != begin or not isinstance(owner, Name):
        return role
    if owner.kind not in (*kinds.BODIES, "Country") or owner.strength <= LABELLED:
        return role
    body, place, country = _taken(holder + 1, owner, "of", _NOBODY, page.lower[role.title.head])
    return replace(role, end=owner.end, body=body, place=place, country=country)


def _body_behind(
    page: Tokens, items: Sequence[Item], holder: int, role: Role, end: int
) -> tuple[int, int]:
    """Read the body in "Anuradha Deshpande, Secretary, DAHD,", where no preposition is."""
    if role.body >= 0 or holder < 0 or items[holder].begin > role.begin:
        return role.body, end
    if role.end + 1 < len(page) and page.text[role.end] == ",":
        for k, name in enumerate(items[holder + 1 : holder + 4], holder + 1):
            if isinstance(name, Name) and name.begin == role.end + 1 and name.kind in kinds.BODIES:
                return k, name.end
    return role.body, end
