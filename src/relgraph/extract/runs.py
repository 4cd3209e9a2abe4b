"""Tell how far a name reaches: "Ministry of Transport, Communications and Technology"."""

import re

from relgraph.extract import kinds
from relgraph.extract import vocabulary as v
from relgraph.extract.titles import Title, is_particle, title_at
from relgraph.extract.tokens import Tokens
from relgraph.extract.words import words

# Heads that take a complement into the name: "Ministry of …", "Bank for …", "Conference on …".
_TAKE_OF = (
    v.GOVERNMENT_HEADS | v.ORGANIZATION_HEADS | v.EVENT_HEADS | v.AGREEMENT_HEADS | v.PROGRAM_HEADS
    | words("centre center bank kingdom republic state states museum gulf cape bay sultanate horn "
            "emirate port house commonwealth mount isle sea lake strait faculty statue company "
            "temple tower palace monument memorial church cathedral mosque hall gate garden tomb "
            "library hospital order medal act law code")
)  # fmt: skip
_TAKE_ON = (
    v.EVENT_HEADS | v.AGREEMENT_HEADS | v.PROGRAM_HEADS
    | words("committee commission group monument memorial")
)  # fmt: skip
ALL_HEADS = frozenset().union(*(heads for heads, _ in kinds.HEADS))
_OFFICE_STARTS = v.OFFICES | v.OFFICE_MODIFIERS | v.PORTFOLIOS
# Heads before which "X and Y" is one: "Security and Development Summit", not "X and Y Ocean".
_JOINT_HEADS = (
    (v.GOVERNMENT_HEADS | v.ORGANIZATION_HEADS | v.EVENT_HEADS | v.AGREEMENT_HEADS)
    | v.PROGRAM_HEADS
    | words("centre center")
)
# With a name before them these have a seat behind "of": "the Devgiri Group of Mumbai".
_SEATED = words("group company")
# Inside the legal forms of firms: "Mpala Sports (Pty) Ltd".
_PRIVATE = (("(", "pty", ")"), ("(", "pvt", ")"), ("(", "private", ")"))
# Plurals without an "s": "People's Committee".
_MANY = words("people women men children")
OPENING = ("“", '"', "‘", "„", "«")
CLOSING = ("”", '"', "’", "»")
_COURTESIES = ("dr", "mr", "mrs", "ms", "eng", "prof", "h.e", "hon", "shri", "smt",
               "lt", "maj", "gen", "col", "brig", "capt", "adm", "cdr")  # fmt: skip
_ELIDED = re.compile(r"[dl]['’][A-Z]")  # "Banc d'Arguin"
_CONJUNCTIONS = ("e", "i", "y")
_COMPLEMENTERS = ("of", "for", "on", "in", "to", "against", "at")


def run(page: Tokens, at: int) -> tuple[int, int]:
    """Return where the name ends that begins at *at*, and the index of its head."""
    end, head, has_complement = at, at, False
    while end < len(page) and not (end > at and page.is_break(end)):
        stop = _word_end(page, at, end, has_complement=has_complement)
        if not stop and end > at:
            stop = _joined(page, at, end, head, has_complement=has_complement)
            has_complement = has_complement or (bool(stop) and page.lower[end] in _COMPLEMENTERS)
        if not stop or _is_full_stop(page, at, end):
            break
        end = stop
        if not has_complement:
            head = end - 1
    while end > at + 1 and page.text[end - 1] in (",", "-", "–", "/"):
        end -= 1
    if page.text[head] == "." and head > at:
        head -= 1
    return end, min(head, end - 1)


def _word_end(page: Tokens, begin: int, at: int, *, has_complement: bool) -> int:
    """Return the end of the capitalised word at *at*, with a hyphen or stop inside, or 0."""
    if is_name_word(page, at):
        is_other = at > begin and (
            is_courtesy(page, at)
            or (begins_office(page, at) and not _is_inside_person(page, at))
            or _is_cut(page, at, has_complement=has_complement)
        )
        return 0 if is_other else at + 1
    if at == begin or at + 1 >= len(page):
        return 0
    is_slash = page.text[at] == "/" and page.glued[at - 1] and page.glued[at]
    if is_slash and kinds.known(page.text[at - 1]) and kinds.known(page.text[at + 1]):
        return 0  # "Kyiv/Warsaw"
    if page.joins(at) or is_slash:
        return 0 if page.lower[at + 1] in v.ADJECTIVAL else at + 2
    is_short = page.text[at] == "." and page.glued[at - 1] and _is_short(page, at)
    return at + 1 if is_short and not page.is_break(at + 1) else 0


def _is_full_stop(page: Tokens, begin: int, at: int) -> bool:
    """Tell whether a sentence begins at *at* though the parser has not seen it: "… Oy. Hanbit"."""
    if at < begin + 2 or not page.is_cap[at] or not page.text[at - 1].endswith("."):
        return False
    last = page.text[at - 2] if page.text[at - 1] == "." else page.text[at - 1]
    return kinds.is_legal_form(last) and not kinds.is_legal_form(page.text[at])


def _is_inside_person(page: Tokens, at: int) -> bool:
    """Tell whether spaCy has one person on both sides: "Julie Bishop" is no bishop."""
    return page.ents[at] == page.ents[at - 1] == "PERSON" and at not in page.starts


def is_name_word(page: Tokens, at: int) -> bool:
    """Tell whether *at* is a capitalised word that can be part of a name."""
    word = page.lower[at]
    if not page.is_cap[at]:
        return False
    if page.text[at : at + 2] == ("A", "/"):  # "A/S"
        return True
    # "May" and "Will" are people too, but "On" and "The" are not.
    if word not in v.NEVER_NAMES:
        return True
    return word in v.AMBIGUOUS and page.ents[at] == "PERSON" and page.tag[at] == "NNP"


def begins_office(page: Tokens, at: int) -> bool:
    """Tell whether an office with a capital begins at *at*."""
    title = office_at(page, at)
    return title is not None and page.is_cap[title.head]


def office_at(page: Tokens, at: int) -> Title | None:
    """Read an office that begins at *at*, if the word there can begin one."""
    return title_at(page, at) if page.lower[at] in _OFFICE_STARTS else None


def _is_short(page: Tokens, at: int) -> bool:
    """Tell whether the full stop at *at* ends an abbreviation: "Ltd.", "J."."""
    word = page.text[at - 1]
    return kinds.is_legal_form(word) or (len(word) == 1 and word.isupper())


def _is_quoted_name(page: Tokens, at: int) -> bool:
    """Tell whether a quoted part of the name follows: Technical Faculty “Mihajlo Pupin”."""
    return (
        page.text[at] in OPENING
        and page.lower[at - 1] in ALL_HEADS
        and at + 1 < len(page)
        and page.is_cap[at + 1]
        and _quoted_length(page, at) > 0
    )


def _quoted_length(page: Tokens, at: int) -> int:
    for i in range(at + 2, min(at + 6, len(page))):
        if page.text[i] in CLOSING:
            return i - at
    return 0


def is_courtesy(page: Tokens, at: int) -> bool:
    """Tell whether a person begins inside: "the Ministry Dr. Ahmed"."""
    return page.lower[at].rstrip(".") in _COURTESIES and page.is_cap[at]


def _is_cut(page: Tokens, at: int, *, has_complement: bool) -> bool:
    """Tell whether a person's name begins at *at*, right behind another name."""
    if at not in page.starts or page.ents[at] != "PERSON" or page.joins(at - 1):
        return False
    before = page.ents[at - 1]
    return has_complement or before not in ("", "PERSON") or page.lower[at - 1] in ALL_HEADS


def _joined(page: Tokens, begin: int, at: int, head: int, *, has_complement: bool) -> int:
    """Return where the name goes on behind a word like "of" or "and", or 0."""
    word = page.lower[at]
    if _ELIDED.match(page.text[at]):
        return at + 1
    if (after := particles_end(page, at)) and (word not in _CONJUNCTIONS or _is_person(page, at)):
        return after
    if _is_quoted_name(page, at):
        return at + _quoted_length(page, at) + 1
    if bound := _bound_end(page, at):
        return bound
    if word in _COMPLEMENTERS:
        return _complement(page, at, head)
    is_listing = word in ("and", ",")
    return _conjunct(page, begin, at, head, has_complement=has_complement) if is_listing else 0


def nickname_end(page: Tokens, at: int) -> int:
    """Return where a nickname ends that parts a name: Dominador “Domeng” Ylaya, or 0."""
    end = at + 3
    if page.text[at] not in OPENING or end >= len(page) or page.is_break(end):
        return 0
    is_closed = page.text[at + 2] in ('"', "”", "’", "'", "»")
    return end if is_closed and page.is_cap[at + 1] and page.is_cap[end] else 0


def _bound_end(page: Tokens, at: int) -> int:
    """Return where a word ends that is bound to the name, at *at* or behind a bracket, or 0."""
    if page.lower[at : at + 3] in _PRIVATE and kinds.is_legal_form(page.words(at + 3, at + 4)):
        return at + 4
    if page.ents[at - 1] == "PERSON" and (after := nickname_end(page, at)):
        return after + 1
    return at + 2 if _is_bound(page, at) else 0


def _is_bound(page: Tokens, at: int) -> bool:
    """Tell whether the word behind *at* is the name's: "& Co", ", Ltd", "Leaders' Meeting"."""
    if at + 1 >= len(page) or not page.is_cap[at + 1]:
        return False
    if page.text[at] == ",":
        is_capital = page.lower[at - 1] == "washington" and page.lower[at + 1] in ("d.c.", "dc")
        return is_capital or kinds.is_legal_form(page.text[at + 1])
    if page.is_possessive(at):
        is_many = page.lower[at - 1].endswith("s") and page.text[at] in ("'", "’")
        is_many = (is_many and not kinds.known(page.text[at - 1])) or page.lower[at - 1] in _MANY
        # "Economic Leaders' Meeting", "Harvard University's Kennedy School"
        last = page.lower[capitals_end(page, at + 1) - 1]
        is_one_name = is_many and (page.lower[at + 1] in _JOINT_HEADS or last in _JOINT_HEADS)
        return is_one_name or page.lower[at - 1] == "university"
    return page.text[at] in ("&", "+")


def _is_person(page: Tokens, at: int) -> bool:
    return page.ents[at] == "PERSON"


def particles_end(page: Tokens, at: int) -> int:
    """Return the end of "bin", "van der" and the capital after it, or 0."""
    i = at
    while i < len(page) and is_particle(page, i) and not page.is_break(i):
        i += 1
        if i < len(page) and page.joins(i):
            i += 1
    if i > at and i < len(page) and page.is_cap[i] and not page.is_break(i):
        return i + 1
    return 0


def _complement(page: Tokens, at: int, head: int) -> int:
    word, last = page.lower[at], page.lower[head]
    if word == "at":
        takes = last in v.PROGRAM_HEADS
    elif word == "to":
        takes = last in ("monument", "memorial")
    else:
        takes = last in (_TAKE_OF if word in ("of", "for") else _TAKE_ON)
    begin = at + 1
    if begin < len(page) and page.lower[begin] == "the":
        begin += 1
    if word == "in" and _is_where(page, begin):
        return 0
    if last in _SEATED and page.is_cap[head - 1] and _is_town(page, begin):
        return 0
    if not takes or begin >= len(page) or not is_name_word(page, begin) or page.is_break(begin):
        return 0
    if title := office_at(page, begin):
        # "Office of the Spokesperson" is a body, "Bank of Governor X" two names.
        return title.end if last == "office" else 0
    return begin + 1


def _is_where(page: Tokens, at: int) -> bool:
    """Tell whether "in" leads to a place, where a thing happens and not what it is called."""
    ends = range(at + 1, min(at + 4, len(page)) + 1)
    return any(kinds.known(page.words(at, end)) for end in ends)


def _is_town(page: Tokens, at: int) -> bool:
    found = (kinds.known(page.words(at, end)) for end in range(at + 1, min(at + 3, len(page)) + 1))
    return any(known is not None and known[0] == "Place" for known in found)


def _conjunct(page: Tokens, begin: int, at: int, head: int, *, has_complement: bool) -> int:
    """Join "Animal Husbandry and Dairying", and not "Ministry of Trade and India"."""
    following = at + 1
    if page.lower[at] == "," and page.lower[following : following + 1] == ("and",):
        following += 1
    if following >= len(page) or not is_name_word(page, following) or page.is_break(following):
        return 0
    is_pair = not has_complement and page.lower[at] == "and"
    if is_pair and kinds.known(page.words(begin, following + 1)):
        return following + 1  # "Jammu and Kashmir"
    word = page.lower[following]
    is_business = word in v.PORTFOLIOS and word not in v.GOVERNMENT_HEADS
    if page.ents[following] == "PERSON" or begins_office(page, following):
        return 0
    # "Information and Press Bureau"
    goes_on = not has_complement and following + 1 < len(page) and page.is_cap[following + 1]
    if word in ALL_HEADS and not is_business and not goes_on:
        return 0
    if not has_complement:
        joins = page.lower[at] == "and" and _ends_in_head(page, begin, at, following)
        return following + 1 if joins else 0
    joins = is_business or _is_coordinated(page, head, at, following)
    return following + 1 if joins and not kinds.known(page.text[following]) else 0


def _is_coordinated(page: Tokens, head: int, at: int, following: int) -> bool:
    """Tell whether the parser joins what follows to the complement, and not to the head."""
    end = capitals_end(page, following)
    token = page.doc[end - 1]
    inside = page.ents[following] == "ORG" and following not in page.starts
    return inside or (token.dep_ == "conj" and head < token.head.i <= at)


def capitals_end(page: Tokens, at: int) -> int:
    """Return where the capitalised words end that begin at *at*."""
    while at < len(page) and is_name_word(page, at) and not page.is_break(at):
        at += 1
    return at


def _ends_in_head(page: Tokens, begin: int, at: int, following: int) -> bool:
    """Tell whether "X and Y Organisation" is one name: a head ends it, and X is none alone."""
    end = following
    while end < len(page) and (is_name_word(page, end) or page.joins(end)):
        end += 1
    last = page.lower[end - 1]
    is_whole = page.lower[at - 1] in ALL_HEADS and page.lower[at - 1] != "partnership"
    if (
        last in ("corporation", "company")
        and page.lower[at - 1] in v.PLACE_HEADS | v.FACILITY_HEADS
    ):
        return True  # "China Road and Bridge Corporation"
    if last not in _JOINT_HEADS or end - following < 2 or is_whole:
        return False
    if "PERSON" in page.ents[begin:at] or kinds.known(page.words(begin, at)):
        return False
    before = page.lower[at - 1]
    is_business = before in v.PORTFOLIOS or before in v.PEOPLES or at - begin >= 3
    return is_business or page.ents[begin] == page.ents[end - 1]
