"""Find the names in an article, with their kinds."""

from relgraph import gazetteer
from relgraph.extract import kinds
from relgraph.extract import vocabulary as v
from relgraph.extract.name import CERTAIN, FORMED, Item, Name
from relgraph.extract.proper import formed, name_at
from relgraph.extract.runs import (
    ALL_HEADS,
    OPENING,
    begins_office,
    is_courtesy,
    is_name_word,
    nickname_end,
    office_at,
    particles_end,
    run,
)
from relgraph.extract.titles import Title, courtesy_end
from relgraph.extract.tokens import Tokens

LONGEST_PERSON = 7
# Words without a capital in titles of works; the longest such title.
SMALL_WORDS = ("of", "the", "a", "an", "in", "on", "to", "and", "for", "from", "'s", "’s")
LONGEST_WORK = 10
# Parts of bodies, and no names: "the Board of Directors of Vopak".
BOARDS = tuple(
    ("board", "of", whom) for whom in ("directors", "governors", "trustees", "management")
)
# Names of people that are also small words.
SHORT_NAMES = ("an", "do", "ho", "no", "so", "to")


def items(page: Tokens) -> list[Item]:
    """Return the names and offices in text order; an office holds no names of bodies or places."""
    found: list[Item] = []
    # First words of bodies' names: "CEO of Orbit Mummtaz Daboul" is cut where Orbit is one.
    firsts: set[str] = set()
    at = 0
    while at < len(page):
        item = _item_at(page, at, found[-1] if found else None, firsts)
        if item is None:
            at += 1
            continue
        found.append(item)
        at = item.end
        if isinstance(item, Name) and item.kind in kinds.BODIES and item.strength >= FORMED:
            firsts.add(page.text[item.begin])
    return found


def _item_at(page: Tokens, at: int, previous: Item | None, firsts: set[str]) -> Item | None:
    if not page.text[at][0].isalnum() and page.text[at] not in OPENING:
        return None
    # An office first: "Chief Executive" begins as "Chief Marshal" does.
    begin = at if office_at(page, at) else courtesy_end(page, at)
    if title := office_at(page, begin):
        return _royal_house(page, title) or _seat(page, title) or title
    if thing := _no_person(page, at, begin):
        return thing
    if holders := _holders_of_each(page, at):
        return person_at(page, holders)
    is_after_title = previous is not None and previous.end == at and (
        isinstance(previous, Title) or (previous.in_title and previous.kind in kinds.BODIES)
    )  # fmt: skip
    is_plural = page.lower[at].endswith("s") and page.lower[at][:-1] in v.OFFICES
    is_named = (page.is_cap[at] and not is_plural) or bool(particles_end(page, at))
    if begin > at or (is_after_title and is_named and not _is_known_body(page, at)):
        return person_at(page, begin, courtesy=at if begin > at else -1, is_titled=is_after_title)
    known = firsts if _follows_title(page, at, previous) else None
    return name_at(page, at, known) if page.is_cap[at] else None


def _no_person(page: Tokens, at: int, begin: int) -> Name | None:
    """Read what begins as a name would, or as a courtesy that stops at *begin*, and is none."""
    if page.lower[at : at + 3] in BOARDS:
        return Name(at, at + 3, "", CERTAIN)
    if at and page.text[at - 1] == "(" and page.text[at + 1 : at + 2] == (":",):
        return Name(at, at + 3, "", CERTAIN)  # "(ASX: PLS)"
    if end := _quoted_title_end(page, at):
        return Name(at, end, "Product", FORMED)
    return (_ranked_body(page, at) or _honoured(page, at, begin)) if begin > at else None


def _quoted_title_end(page: Tokens, at: int) -> int:
    """Return where the title of a work ends: “The Ferryman of Ohrid”, or 0."""
    is_open = at > 0 and page.text[at - 1] in OPENING and page.text[at - 2 : at - 1] != ("(",)
    if not is_open or page.text[at] not in ("The", "A", "An"):
        return 0
    end = at + 1
    while end < min(at + LONGEST_WORK, len(page)) and not page.is_break(end):
        if page.text[end] in ("”", '"', "’", "»"):
            return end if end > at + 1 else 0
        if not page.is_cap[end] and page.lower[end] not in SMALL_WORDS:
            return 0
        end += 1
    return 0


def _holders_of_each(page: Tokens, at: int) -> int:
    """Return where the first name begins in "Foreign Ministers Mirzoyan and Bayramov", or 0."""
    end = at
    while page.is_cap[end] and (page.lower[end] in v.OFFICE_MODIFIERS | v.PORTFOLIOS):
        end += 1
        if end + 1 >= len(page) or page.is_break(end):
            return 0
    is_plural = page.lower[end].endswith("s") and page.lower[end][:-1] in v.OFFICES
    if not is_plural or end + 1 >= len(page) or not page.is_cap[end + 1]:
        return 0
    is_human = page.ents[end + 1] == "PERSON" or gazetteer.begins_person(page.text[end + 1])
    return end + 1 if is_human and not page.is_break(end + 1) else 0


def _honoured(page: Tokens, at: int, begin: int) -> Name | None:
    """Read "Sheikh Zayed Grand Mosque Centre", which begins as a person's name does."""
    end, head = run(page, begin)
    if page.lower[head] not in v.HONOURING or end - begin < 2:
        return None
    if page.lower[at] == "the":
        at += 1
    return formed(page, at, end, head)


def _ranked_body(page: Tokens, at: int) -> Name | None:
    """Read "General Intelligence Department", which begins as a general's name does."""
    if page.lower[at] not in v.RANKS:
        return None
    end, head = run(page, at)
    is_body = page.lower[head] in v.GOVERNMENT_HEADS or page.lower[head] in v.ORGANIZATION_HEADS
    return formed(page, at, end, head) if is_body and head > at + 1 else None


def _royal_house(page: Tokens, title: Title) -> Name | None:
    """Read "King Hussein Bridge", which names no king that acts."""
    if page.lower[title.head] not in v.ROYAL or not page.is_cap[title.head]:
        return None
    end, head = run(page, title.head)
    if end - title.end < 2 or page.lower[head] not in ALL_HEADS:
        return None
    return formed(page, title.head, end, head)


def _seat(page: Tokens, title: Title) -> Name | None:
    """Read "Prime Minister's Office", which is a body and no minister."""
    at = title.end + 1
    if not page.is_possessive(title.end) or at >= len(page) or not page.is_cap[title.head]:
        return None
    if not page.is_cap[at] or page.lower[at] not in ("office", "department", "secretariat"):
        return None
    return Name(title.begin, at + 1, "GovernmentBody", FORMED)


def _follows_title(page: Tokens, at: int, previous: Item | None) -> bool:
    """Tell whether *at* stands in an office's complement: "Ambassador of …", "CEO of …"."""
    if page.text[at - 1] == ",":
        return False
    if previous is None or not (isinstance(previous, Title) or previous.in_title):
        return False
    between = page.tag[previous.end : at]
    return len(between) <= 2 or (len(between) == 3 and between[1:] == ("DT", "JJ"))


def _is_known_body(page: Tokens, at: int) -> bool:
    return page.ents[at] in ("ORG", "GPE") and kinds.known(page.text[at]) is not None


def person_at(page: Tokens, at: int, *, courtesy: int = -1, is_titled: bool = False) -> Name | None:
    """Read a person's name that begins at *at*; *courtesy* is where "Mr" before it begins."""
    # "General Secretary To Lam"
    is_led = is_titled and page.lower[at] in SHORT_NAMES and is_name_word(page, at + 1)
    end = at + 1 if is_led else at
    while end < min(at + LONGEST_PERSON, len(page)):
        if end > at and (page.is_break(end) or page.is_possessive(end) or is_courtesy(page, end)):
            break
        if page.joins(end) and end > at:
            if page.lower[end + 1] in v.ADJECTIVAL:  # "Tsukamoto-san"
                break
            end += 2
        elif is_name_word(page, end) and not (end > at and _is_office(page, end)):
            end += 1
        elif after := particles_end(page, end) or nickname_end(page, end):
            end = after
        elif _is_shortened(page, end) and end > at:  # "Ma. Theresa"
            end += 1
        else:
            break
    if end == at:
        return None
    if courtesy >= 0 and page.lower[at] in ("bin", "bint", "ibn"):
        # "Shaikha bint Rashid": what looked like a courtesy is her name.
        at, courtesy = at - 1, -1
    return Name(at, end, "Person", CERTAIN if courtesy >= 0 else FORMED, courtesy=courtesy)


def _is_shortened(page: Tokens, at: int) -> bool:
    """Tell whether the stop at *at* ends a shortened given name."""
    is_stop = page.text[at] == "." and page.glued[at - 1] and len(page.text[at - 1]) <= 2
    return is_stop and at + 1 < len(page) and not page.is_break(at + 1) and page.is_cap[at + 1]


def _is_office(page: Tokens, at: int) -> bool:
    """Tell whether an office begins at *at*, and not a surname such as Bishop or King."""
    is_surname = page.ents[at] == page.ents[at - 1] == "PERSON" and at not in page.starts
    return begins_office(page, at) and not is_surname
