"""Tie offices to those who hold them and to the country or body that they serve."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from relgraph.extract import kinds
from relgraph.extract.names import LABELLED, Item, Name
from relgraph.extract.superiors import superior
from relgraph.extract.titles import DETERMINERS, Title
from relgraph.extract.tokens import Tokens
from relgraph.extract.words import words

PREPOSITIONS = words("of for to at in with from")
_BETWEEN = ("VBG", "JJ", "RB", "NN", "POS")  # ", the group's long-serving president"
_CLOSING = ("”", '"', "’", "»")
_BEFORE_HOLDER = words("the late then one a certain")  # ", the late Obeth Kandjii"
# "elected Lucía Ferrándiz president": she is the president, not what he presides over.
APPOINTING = words("appoint name elect nominate promote choose")
COPULAS = words("is became becomes remains")
SERVING = words("serves acts doubles")
AUXILIARIES = words("is was were has have been being")
_HONOURS = words("hon'ble hon honourable honorable")  # "X, Hon'ble Minister"
BUSINESS = words("director chairman chairwoman executive ceo cfo manager")
GOVERNING = words("governor mayor ruler ambassador consul king emir sultan")
# No body, no place, no country.
_NOBODY = (-1, -1, "")
# How many words may stand between "of" and the name: "of the German company Kessler".
LONGEST_GAP = 4
LONGEST_BRACKET = 8
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
        holder, end = _holder(page, items, (number, last), role, claimed)
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
        state = items[number - 2] if number > 1 else None
        is_region = before.kind == "Place" and before.end == title.begin
        if is_region and isinstance(state, Name) and state.end + 1 == before.begin:
            # "Australia's Pacific minister"
            if page.is_possessive(state.end) and state.kind == "Country":
                begin, owned = state.begin, (owned[0], owned[1], state.country)
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
        if before.strength > LABELLED or not is_lone or _is_appointed(page, before):
            return False
    if _is_appointed(page, before):
        return False
    is_bare = before.kind in ("Country", "Place") and before.end == title.begin
    return not (is_bare and page.lower[before.begin - 1] in PREPOSITIONS)


def _appointer(page: Tokens, items: Sequence[Item], holder: int, title: Title) -> int:
    """Return the body in "DP World named Yuvraj Narayan group chief executive"."""
    if holder < 0 or items[holder].end > title.begin or not _is_appointed(page, items[holder]):
        return -1
    verb = page.doc[_begin(items[holder]) - 1]
    subjects = [child.i for child in verb.children if child.dep_ == "nsubj"]
    if verb.dep_ == "acl":  # as parsers may see it
        subjects.append(verb.head.i)
    for number in range(holder - 1, -1, -1):
        item = items[number]
        if isinstance(item, Name) and any(item.begin <= i < item.end for i in subjects):
            return number if item.kind in (*kinds.BODIES, "") else -1
    return -1


def _begin(item: Item) -> int:
    return item.courtesy if isinstance(item, Name) and item.courtesy >= 0 else item.begin


def _is_appointed(page: Tokens, name: Item) -> bool:
    begin = _begin(name)
    return begin > 0 and page.doc[begin - 1].lemma_.lower() in APPOINTING


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
    return end == begin or (end + 1 == begin and page.is_possessive(end))


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


def _could_be_human(page: Tokens, name: Name) -> bool:
    if name.kind == "Person":
        return True
    is_loose = name.strength <= LABELLED and name.kind != "Country"
    if not name.kind and name.end - name.begin == 1:
        # "Beforehand, the Commissioner …"
        is_first = name.begin == 0 or name.begin in page.sentence_starts
        is_loose = is_loose and not is_first and page.tag[name.begin].startswith("NNP")
    return is_loose and not kinds.is_acronym(page.words(name.begin, name.end))


def _holder(
    page: Tokens, items: Sequence[Item], span: tuple[int, int], role: Role, claimed: set[int]
) -> tuple[int, int]:
    """Return who holds the office, by their place in the list, and where the phrase ends.

    *span* are the places in the list of its first and its last item.
    """
    first, last = span
    after, end, is_direct = _following(page, items, last, role)
    if after >= 0 and is_direct:
        return after, end
    before = _preceding(page, items, first, role)
    if before >= 0 and before not in claimed:
        return before, role.end
    return (after, end) if after >= 0 else (-1, role.end)


def _following(
    page: Tokens, items: Sequence[Item], number: int, role: Role
) -> tuple[int, int, bool]:
    """Find the holder behind: "the Minister of Trade (MoT), Ryad Mezzour"."""
    at = _bracket_end(page, role.end)
    at += at < len(page) and page.text[at] in _CLOSING
    is_direct = at >= len(page) or page.text[at] != ","
    at += not is_direct
    while not is_direct and at < len(page) and page.lower[at] in _BEFORE_HOLDER:
        at += 1
    for k in range(number + 1, min(number + 4, len(items))):
        name = items[k]
        if isinstance(name, Title):
            # "Army Chief General Dwivedi"
            at = name.end if name.begin == at and page.is_cap[name.head] else at
            continue
        begin = name.courtesy if name.courtesy >= 0 else name.begin
        if begin > at:
            break
        if begin == at and _could_be_human(page, name) and not page.is_break(begin):
            # "the minister, Singh said" has no holder; "the minister, Ryad Mezzour," has.
            is_full = name.end - name.begin > 1 or name.courtesy >= 0 or _closes(page, name.end)
            if is_direct or is_full:
                return k, name.end, is_direct
    return -1, role.end, False


def _closes(page: Tokens, at: int) -> bool:
    return at < len(page) and page.text[at] in (",", ".", ";", ")")


def _bracket_end(page: Tokens, at: int) -> int:
    if at < len(page) and page.text[at] == "(":
        for i in range(at + 1, min(at + LONGEST_BRACKET, len(page))):
            if page.text[i] == ")":
                return i + 1
    return at


def _preceding(page: Tokens, items: Sequence[Item], number: int, role: Role) -> int:
    """Find the holder before: "Omar Hejira (PJD), the visiting Secretary of State"."""
    before = items[number - 1] if number else None
    at = role.begin - 1
    while at > 0 and (page.lower[at] in DETERMINERS or page.lower[at] == "as"):
        at -= 1
    # "named X as its chairman"
    if isinstance(before, Name) and before.end == at + 1 and _is_appointed(page, before):
        return number - 1
    at = role.begin - 1
    while (
        at > 0
        and not page.is_break(at + 1)
        and (
            page.lower[at] in DETERMINERS or page.tag[at] in _BETWEEN or page.lower[at] in _HONOURS
        )
    ):
        at -= 1
    if at <= 0 or page.is_break(at + 1):
        return -1
    if subject := _subject_end(page, at):
        at = subject
    elif page.text[at] not in (",", "(", "–", "—"):
        return -1
    if page.text[at - 1].isdigit() and page.text[at - 2] == ",":
        at -= 2  # "Richelle, 51, …"
    if page.text[at - 1] == ")":
        at -= 1
        while at > 0 and page.text[at] != "(":
            at -= 1
    for k in range(number - 1, max(number - 4, -1), -1):
        name = items[k]
        if name.end < at:
            return -1
        if name.end == at and isinstance(name, Name) and _could_be_human(page, name):
            return k
    return -1


def _subject_end(page: Tokens, at: int) -> int:
    """Return where the name ends of whom a clause up to *at* says that he is, or became, or 0.

    "X is the …", "X, who also serves as …", "X has been appointed as …".
    """
    end = at - 1 if page.lower[at] == "as" else at
    word = page.lower[end]
    if word == "in" and page.lower[end - 1] == "sworn":
        end -= 2
    elif page.doc[end].lemma_.lower() in APPOINTING and page.tag[end] == "VBN":
        end -= 1
    elif word in COPULAS or (word in SERVING and end < at):
        end -= 1
        while end > 0 and page.tag[end] == "RB":
            end -= 1
        return _before_who(page, end)
    else:
        return 0
    if page.lower[end] not in AUXILIARIES:
        return 0
    while end > 0 and (page.lower[end] in AUXILIARIES or page.tag[end] == "RB"):
        end -= 1
    return 0 if page.tag[end] in ("MD", "TO") else _before_who(page, end)


def _before_who(page: Tokens, at: int) -> int:
    if page.lower[at] == "who":
        at -= 1
        return at if page.text[at] == "," else at + 1
    return at + 1


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
