"""Find the phrases that name an office: "Union Minister of State for External Affairs"."""

import re
from dataclasses import dataclass

from relgraph.extract.tokens import Tokens
from relgraph.extract.vocabulary import (
    COMPANY_HEADS,
    COMPASS,
    COURTESIES,
    GOVERNMENT_HEADS,
    NEVER_NAMES,
    OFFICE_MODIFIERS,
    OFFICES,
    ORGANIZATION_HEADS,
    PARTICLES,
    PEOPLES,
    PORTFOLIOS,
    PURVIEW,
    RANKS,
    REGIONS,
    ROYAL,
    WEAK_OFFICES,
)
from relgraph.extract.words import words
from relgraph.gazetteer import begins_person, is_demonym

PREPOSITIONS = words("of for to at in with on")
# "Minister Delegate", "Secretary General", "president-elect"
TAILS = words(
    "justice delegate general designate elect emeritus counsel executive officer plenipotentiary "
    "d'affaires extraordinary mother consort regent"
)
DETERMINERS = words("the a an its his her their this that our")
# Before "General" these are another office; "Secretary General" is one.
GENERALS = words("chief minister president adviser advisor leader ambassador")
# "Executive Mansion"
HOUSES = words("mansion house palace residence building hospital quarters")
# Offices that have a business: "Secretary Commerce".
CHARGED = words("secretary minister director adviser advisor dg")
# No ranks alone: "Field Marshal", "Field Workers".
HALF_RANKS = words("vice rear air chief field")
SERVICES = words("army navy police")
# Said behind an officer's rank: "Lt Gen (retd)".
RETIRED = words("retd rtd ret r ret'd retired")
LONGEST_PREFIX = 9
LONGEST_COMPLEMENT = 14
# Nouns for what is done or dealt with: "Empowerment", "Navigation"; hardly anybody's surname.
_ABSTRACT = re.compile(r"[a-z-]{4,}(?:tion|sion|ment|ance|ness|ity|ship|ism|ics|ture|ology)")


@dataclass(frozen=True, slots=True)
class Title:
    """An office as written, from token *begin* to *end*; *head* is "Minister" in it."""

    begin: int
    end: int
    head: int


def title_at(page: Tokens, at: int) -> Title | None:
    """Read an office that begins at *at*, without what belongs to it by name.

    The complement is read as far as it names no body or country: "Minister of Trade" in
    "Minister of Trade of Oman".
    """
    head = _head(page, at)
    if head is None:
        return None
    end = _tail(page, head + 1)
    # "Deputy Prime Minister and Foreign Minister" is one title of one person.
    while end < len(page) and page.lower[end] in ("and", "&", "cum"):
        second = _head(page, end + 1)
        if second is None or not page.is_cap[second]:
            break
        end = _tail(page, second + 1)
    end = _complement(page, end)
    while end < len(page) and page.lower[end] == "and":
        second = _head(page, end + 1)
        if second is None or not page.is_cap[end + 1]:
            break
        end = _complement(page, _tail(page, second + 1))
    if not _is_office(page, at, head, end):
        return None
    return Title(at, end, head)


def courtesy_end(page: Tokens, at: int) -> int:
    """Return where the courtesies end that begin at *at*: "H.E. Mr", "Lt Gen", "The Hon."."""
    end = at
    if page.lower[end] == "the" and end + 1 < len(page) and _is_courtesy(page, end + 1):
        if title_at(page, end + 1) is not None:
            return at  # "the General Director"
        end += 1
    while end < len(page) and _is_courtesy(page, end):
        end += 1
        while end < len(page) and page.text[end] in (".", "'", "’") and page.glued[end - 1]:
            end += 1
        end = _retired_end(page, end)
    return end if end > at and end < len(page) and not page.is_break(end) else at


def _retired_end(page: Tokens, at: int) -> int:
    """Return where the bracket ends that begins at *at* and says that an officer has retired."""
    if page.text[at : at + 1] != ("(",) or page.lower[at + 1].rstrip(".") not in RETIRED:
        return at
    closing = at + 3 if page.text[at + 2] == "." else at + 2
    return closing + 1 if page.text[closing : closing + 1] == (")",) else at


def _is_courtesy(page: Tokens, at: int) -> bool:
    word = page.lower[at].rstrip(".").replace("’", "'")
    after = page.lower[at + 1] if at + 1 < len(page) else ""
    if (word not in COURTESIES and word not in RANKS) or _is_half(word, after):
        return False
    if word == "he":
        return page.text[at] == "HE"
    if not page.is_cap[at] or at + 1 >= len(page):
        return False
    following = at + 2 if page.text[at + 1] in (".", "'", "’") else at + 1
    return following < len(page) and (
        page.is_cap[following]
        or page.lower[following] == "the"
        or is_particle(page, following)
        or _retired_end(page, following) > following
    )


def _is_half(word: str, after: str) -> bool:
    """Tell whether *word* is a courtesy only with another: "Tan Sri", and not "Tan Boon Huat"."""
    if word in ("tan", "sri"):
        return after != "sri" if word == "tan" else after == "lanka"
    return word in HALF_RANKS and after not in RANKS


def is_particle(page: Tokens, at: int) -> bool:
    """Tell whether a particle of a person's name stands at *at*: "bin", "al" in "al-Ansari"."""
    return page.lower[at].rstrip("-") in PARTICLES


def _head(page: Tokens, at: int) -> int | None:
    """Return the index of the office's head, if *at* begins its modifiers or is it."""
    head = None
    if page.lower[at] in SERVICES and at and page.is_cap[at - 1] and at not in page.sentence_starts:
        return None  # "Indian Navy Chief": the navy is a name
    for i in range(at, min(at + LONGEST_PREFIX, len(page))):
        word = page.lower[i]
        if i > at and page.is_break(i):
            break
        if word in OFFICES:
            # "Prime Minister" and then "King Salman" are two.
            if head is not None and (
                word in ROYAL or page.is_cap[i] != page.is_cap[head] or _begins_anew(page, head, i)
            ):
                break
            head = i
        elif (
            (head is not None and _begins_anew(page, head, i))
            or not _modifies(page, i, at)
            or (head is not None and page.is_cap[i] != page.is_cap[head] and not page.joins(i))
        ):
            break
    return head


def _begins_anew(page: Tokens, head: int, at: int) -> bool:
    """Tell whether a rank of its own stands at *at*: "Army Chief General Dwivedi"."""
    word, before = page.lower[at], page.lower[head]
    if word == "general":
        return before in GENERALS
    if word == "professor":
        return True
    is_rank = word in RANKS and page.is_cap[at]
    return is_rank and (before not in RANKS or (before == "chief" and word != "marshal"))


def _modifies(page: Tokens, at: int, begin: int) -> bool:
    word = page.lower[at]
    if word in ("and", "&"):
        return at > begin and page.lower[at - 1] not in OFFICES
    return word in OFFICE_MODIFIERS or word in PORTFOLIOS or page.joins(at)


def _tail(page: Tokens, at: int) -> int:
    while at < len(page) and not page.is_break(at):
        is_joined = page.joins(at) or page.lower[at] == "and"  # "Extraordinary and Plenipotentiary"
        step = 2 if is_joined and at + 1 < len(page) else 1
        word = page.lower[at + step - 1]
        if word not in TAILS or (word == "general" and page.lower[at - 1] in GENERALS):
            break
        at += step
    return at


def _complement(page: Tokens, at: int) -> int:
    """Return where the complement ends that begins at *at*, before any name in it."""
    end, limit = at, min(at + LONGEST_COMPLEMENT, len(page))
    while end < limit:
        begin = _preposition_end(page, end)
        if begin == end and not _is_business_alone(page, end):
            return end
        while begin < limit and page.lower[begin] in DETERMINERS:
            begin += 1
        if begin >= limit or page.is_break(begin):
            return end
        nested = title_at(page, begin) if page.lower[end] in ("of", "to", ",") else None
        if nested is not None and page.is_cap[begin]:
            end = nested.end
            continue
        if page.lower[end] == "to":
            return end
        stop = _portfolio_end(page, begin, limit)
        if stop == begin and page.lower[end] == "for" and page.tag[begin] in ("NN", "NNS"):
            # "the state secretary for desalination"
            stop = begin + 1
        if stop == begin:
            return end
        end = stop
    return end


def _is_business_alone(page: Tokens, at: int) -> bool:
    """Tell whether the business follows without "of": "Secretary Commerce", "Minister Health"."""
    if at >= len(page) or page.lower[at - 1] not in CHARGED or page.lower[at] == "justice":
        return False
    return page.is_cap[at] and page.is_cap[at - 1] and page.lower[at] in PORTFOLIOS


def _preposition_end(page: Tokens, at: int) -> int:
    """Return where "of", "in charge of" or "responsible for" ends."""
    i = at
    if page.text[i] == "," and i + 3 < len(page) and page.lower[i + 1] == "in":
        i += 1
    if page.lower[i : i + 3] == ("in", "charge", "of"):
        return i + 3
    if page.lower[i : i + 2] == ("responsible", "for"):
        return i + 2
    # "Adviser to the Deputy Prime Minister": "to" leads to an office, not to a business.
    leads = page.lower[at] in ("of", "for", "on") or page.lower[at : at + 2] == ("to", "the")
    return at + 1 if leads else at


def _portfolio_end(page: Tokens, begin: int, limit: int) -> int:
    """Return where the business ends that begins at *begin*: "Ports, Shipping and Waterways"."""
    end = i = begin
    is_written_big = page.is_cap[begin]
    while i < limit and not page.is_break(i):
        word = page.lower[i]
        # "for Pacific Partnerships"
        is_led = word in REGIONS or word == "national" or word in COMPASS or word in PEOPLES
        is_led = is_led or (i > begin and _is_attribute(page, i))
        if is_led and is_written_big and i + 1 < limit and _is_purview(page, i + 1):
            i += 1
        elif _is_purview(page, i) and (page.is_cap[i] == is_written_big or not is_written_big):
            i += 1
            end = i
        elif (word in ("and", "&", ",", "the") and i > begin) or page.joins(i) or word == "two":
            i += 1
        else:
            break
    if end < len(page) and page.is_cap[end] and page.tag[end - 1] == "JJ" and not is_written_big:
        return begin  # "the municipal People's Committee"
    # A body's head makes a name of it: "Trade and Industry Chamber".
    if end < len(page) and page.is_cap[end] and end > begin:
        word = page.lower[end]
        if word in GOVERNMENT_HEADS or word in ORGANIZATION_HEADS:
            return begin
    return end


def _is_attribute(page: Tokens, at: int) -> bool:
    """Tell whether *at* can say which business: "Moroccan Expatriates", "Medical Services"."""
    is_unknown = page.ents[at] in ("", "ORG") and not begins_person(page.text[at])
    is_unknown = is_unknown and page.is_cap[at] and page.lower[at - 1] in ("and", "&", ",")
    return is_unknown or is_demonym(page.text[at])


def _is_purview(page: Tokens, at: int) -> bool:
    """Tell whether *at* can be the business of an office: "Trade", "Empowerment"."""
    word = page.lower[at]
    if word in PORTFOLIOS or word in PURVIEW:
        return True
    if word in GOVERNMENT_HEADS or word in ORGANIZATION_HEADS or word in COMPANY_HEADS:
        return False
    return bool(_ABSTRACT.fullmatch(word)) and not begins_person(word.capitalize())


def _is_office(page: Tokens, begin: int, head: int, end: int) -> bool:
    word = page.lower[head]
    if page.tag[head].startswith("VB") and not page.is_cap[head]:
        return False
    # "the Deputy", "the Representative": alone and strong enough; "the chief reason" is not.
    if word in WEAK_OFFICES and not page.is_cap[head]:
        following = page.lower[end] if end < len(page) else ""
        return end > head + 1 or begin < head or following in PREPOSITIONS or _is_name(page, end)
    return not (page.is_cap[head] and end == head + 1 and _is_body(page, head + 1))


def _is_name(page: Tokens, at: int) -> bool:
    return at < len(page) and page.is_cap[at] and page.lower[at] not in NEVER_NAMES


def _is_body(page: Tokens, at: int) -> bool:
    heads = GOVERNMENT_HEADS | ORGANIZATION_HEADS | HOUSES
    return at < len(page) and page.is_cap[at] and page.lower[at] in heads and not page.is_break(at)
