"""Find the names in an article, with their kinds."""

from dataclasses import dataclass, replace

from relgraph.extract import kinds
from relgraph.extract import vocabulary as v
from relgraph.extract.titles import Title, courtesy_end, is_particle, title_at
from relgraph.extract.tokens import Tokens
from relgraph.extract.words import words

LONGEST_KNOWN = 7
LONGEST_PERSON = 7
GUESSED, LABELLED, FORMED, CERTAIN = range(4)

# Heads that take a complement into the name: "Ministry of …", "Bank for …", "Conference on …".
_TAKE_OF = (
    v.GOVERNMENT_HEADS | v.ORGANIZATION_HEADS | v.EVENT_HEADS | v.AGREEMENT_HEADS | v.PROGRAM_HEADS
    | words("centre center bank kingdom republic state states museum gulf cape bay sultanate horn "
            "emirate port house commonwealth mount isle sea lake strait faculty statue company")
)  # fmt: skip
_TAKE_ON = v.EVENT_HEADS | v.AGREEMENT_HEADS | v.PROGRAM_HEADS | words("committee commission group")
_ALL_HEADS = frozenset().union(*(heads for heads, _ in kinds.HEADS))
_OFFICE_STARTS = v.OFFICES | v.OFFICE_MODIFIERS | v.PORTFOLIOS
# Labels that say little: spaCy gives them to people and bodies as well.
_VAGUE = ("NORP", "LANGUAGE", "WORK_OF_ART")
# Heads before which "X and Y" is one: "Security and Development Summit", not "X and Y Ocean".
_JOINT_HEADS = (
    (v.GOVERNMENT_HEADS | v.ORGANIZATION_HEADS | v.EVENT_HEADS | v.AGREEMENT_HEADS)
    | v.PROGRAM_HEADS
    | words("centre center")
)
_OPENING = ("“", '"', "‘", "„", "«")
_CLOSING = ("”", '"', "’", "»")
_BEFORE_SENTENCE = (*_OPENING, "•", "-", "–", ".", ":")
_COURTESIES = ("dr", "mr", "mrs", "ms", "eng", "prof", "h.e", "hon", "shri", "smt")
_CONJUNCTIONS = ("e", "i", "y")
_COMPLEMENTERS = ("of", "for", "on", "in", "to", "against", "at")


@dataclass(frozen=True, slots=True)
class Name:
    """A name from token *begin* to *end*; *strength* is how well its kind is known."""

    begin: int
    end: int
    kind: str
    strength: int
    country: str = ""
    courtesy: int = -1
    in_title: bool = False


Item = Name | Title


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
    if not page.text[at][0].isalnum() and page.text[at] not in _OPENING:
        return None
    # An office first: "Chief Executive" begins as "Chief Marshal" does.
    begin = at if _title(page, at) else courtesy_end(page, at)
    if title := _title(page, begin):
        return _royal_house(page, title) or title
    if begin > at and (body := _ranked_body(page, at)):
        return body
    is_after_title = isinstance(previous, Title) and previous.end == at
    is_named = page.is_cap[at] or bool(_particles_end(page, at))
    if begin > at or (is_after_title and is_named and not _is_known_body(page, at)):
        return person_at(page, begin, courtesy=at if begin > at else -1)
    if not page.is_cap[at]:
        return None
    return name_at(page, at, firsts if _follows_title(page, at, previous) else None)


def _ranked_body(page: Tokens, at: int) -> Name | None:
    """Read "General Intelligence Department", which begins as a general's name does."""
    if page.lower[at] not in v.RANKS:
        return None
    end, head = _run(page, at)
    is_body = page.lower[head] in v.GOVERNMENT_HEADS or page.lower[head] in v.ORGANIZATION_HEADS
    return _formed(page, at, end, head) if is_body and head > at + 1 else None


def _royal_house(page: Tokens, title: Title) -> Name | None:
    """Read "King Hussein Bridge", which names no king that acts."""
    if page.lower[title.head] not in v.ROYAL or not page.is_cap[title.head]:
        return None
    end, head = _run(page, title.head)
    if end - title.end < 2 or page.lower[head] not in _ALL_HEADS:
        return None
    return _formed(page, title.head, end, head)


def _follows_title(page: Tokens, at: int, previous: Item | None) -> bool:
    """Tell whether *at* stands in an office's complement: "Ambassador of …", "CEO of …"."""
    if page.text[at - 1] == ",":
        return False
    return previous is not None and (
        isinstance(previous, Title) or previous.in_title
    ) and at - previous.end <= 2  # fmt: skip


def _title(page: Tokens, at: int) -> Title | None:
    return title_at(page, at) if page.lower[at] in _OFFICE_STARTS else None


def _is_known_body(page: Tokens, at: int) -> bool:
    return page.ents[at] in ("ORG", "GPE") and kinds.known(page.text[at]) is not None


def person_at(page: Tokens, at: int, *, courtesy: int = -1) -> Name | None:
    """Read a person's name that begins at *at*; *courtesy* is where "Mr" before it begins."""
    end = at
    while end < min(at + LONGEST_PERSON, len(page)):
        if end > at and (page.is_break(end) or page.is_possessive(end)):
            break
        if page.joins(end) and end > at:
            end += 2
        elif _is_name_word(page, end) and not (end > at and _begins_office(page, end)):
            end += 1
        elif after := _particles_end(page, end):
            end = after
        else:
            break
    if end == at:
        return None
    if courtesy >= 0 and page.lower[at] in ("bin", "bint", "ibn"):
        # "Shaikha bint Rashid": what looked like a courtesy is her name.
        at, courtesy = at - 1, -1
    return Name(at, end, "Person", CERTAIN if courtesy >= 0 else FORMED, courtesy=courtesy)


def _is_name_word(page: Tokens, at: int) -> bool:
    word = page.lower[at]
    if not page.is_cap[at]:
        return False
    if page.text[at : at + 2] == ("A", "/"):  # "A/S"
        return True
    # "May" and "Will" are people too, but "On" and "The" are not.
    if word not in v.NEVER_NAMES:
        return True
    return word in v.AMBIGUOUS and page.ents[at] == "PERSON" and page.tag[at] == "NNP"


def _begins_office(page: Tokens, at: int) -> bool:
    title = _title(page, at)
    return title is not None and page.is_cap[title.head]


def _particles_end(page: Tokens, at: int) -> int:
    """Return the end of "bin", "van der" and the capital after it, or 0."""
    i = at
    while i < len(page) and is_particle(page, i) and not page.is_break(i):
        i += 1
        if i < len(page) and page.joins(i):
            i += 1
    if i > at and i < len(page) and page.is_cap[i] and not page.is_break(i):
        return i + 1
    return 0


def name_at(page: Tokens, at: int, firsts: set[str] | None = None) -> Name | None:
    """Read a name of any kind that begins at *at*.

    *firsts* is given where an office stands before: the name may then be followed by its holder's.
    """
    end, head = _run(page, at)
    if firsts is not None:
        end, head = _before_holder(page, at, end, head, firsts)
    begin = _without_opening(page, at, end)
    if begin >= end or all(
        word in v.PEOPLES or word in v.PORTFOLIOS for word in page.lower[begin:end]
    ):
        return None
    # "Foreign Ministers": offices of nobody in particular.
    if page.text[end - 1].endswith("s") and page.lower[end - 1][:-1] in v.OFFICES:
        return None
    if begin and page.lower[begin - 1] in v.COMPASS and page.lower[begin] in v.REGIONS:
        return Name(begin - 1, end, "Place", FORMED)
    found = _known(page, begin, end, head, in_title=firsts is not None)
    if found is None:
        found = _formed(page, begin, end, head) or _labelled(page, begin, end)
    return found if firsts is None or found is None else replace(found, in_title=True)


def _formed(page: Tokens, begin: int, end: int, head: int) -> Name | None:
    name = page.words(begin, end)
    kind = kinds.by_form(name, page.lower[head])
    if not kind and end - begin > 2 and kinds.known(page.text[end - 1]):
        # "FIFA World Cup Qatar": the head stands before the place.
        kind = kinds.by_form(name, page.lower[end - 2])
    if not kind or all(word in v.PORTFOLIOS for word in page.lower[begin:end]):
        return None
    known = kinds.known(name)
    return Name(begin, end, kind, FORMED, known[1] if known and known[0] in kinds.BODIES else "")


def _before_holder(page: Tokens, at: int, end: int, head: int, firsts: set[str]) -> tuple[int, int]:
    """Cut "Orbit Mummtaz Daboul" behind the body, and "Darfur Region Minni Minawi" likewise."""
    if end - at >= 3 and head == end - 1:
        word = page.text[at]
        is_body = word in firsts or kinds.is_acronym(word) or kinds.is_coined(word)
        if is_body and not page.joins(at + 1) and page.lower[end - 1] not in _ALL_HEADS:
            return at + 1, at
        if page.lower[at + 1] in v.PLACE_HEADS and kinds.known(page.text[at]):
            return at + 2, at + 1
    return end, head


def _known(page: Tokens, begin: int, end: int, head: int, *, in_title: bool) -> Name | None:
    """Find the longest beginning of the run that the gazetteer knows."""
    for stop in range(min(end, begin + LONGEST_KNOWN), begin, -1):
        if not (page.is_cap[stop - 1] or page.text[stop - 1] == "."):
            continue
        found = kinds.known(page.words(begin, stop))
        if found is None:
            continue
        kind, country = found
        if kind == "Place" and stop < end and page.ents[begin] == "PERSON":
            continue  # a person whose first name some town has
        if stop == end:
            return _settled(page, begin, end, kind, country)
        # A longer name with a head is no mere place or ministry: "Abu Dhabi Water Forum".
        if (head >= stop or kind in kinds.BODIES) and _formed(page, begin, end, head):
            return None
        if page.joins(stop) and not _is_pair(page, stop):
            continue
        if kind != "Place" or in_title or _starts_anew(page, stop):
            return Name(begin, stop, kind, FORMED, country)
    return None


def _is_pair(page: Tokens, at: int) -> bool:
    """Tell whether the hyphen at *at* parts two countries ("Japan-South Korea") or "-based"."""
    return page.lower[at + 1] in (v.ADJECTIVAL | v.PEOPLES) or any(
        kinds.known(page.words(at + 1, end)) for end in (at + 2, min(at + 3, len(page)))
    )


def _settled(page: Tokens, begin: int, end: int, kind: str, country: str) -> Name | None:
    """Weigh what the gazetteer knows of a name against what spaCy makes of it in its sentence."""
    labels = set(page.ents[begin:end]) - {""}
    # "Jordan" and "Chad" are people's names as well, "Sharma" is a town.
    if kind == "Place" and labels == {"PERSON"}:
        return Name(begin, end, "Person", LABELLED)
    return Name(begin, end, kind, FORMED, country)


def _starts_anew(page: Tokens, at: int) -> bool:
    return (at in page.starts and page.ents[at] != "PERSON") or page.is_break(at)


def _labelled(page: Tokens, begin: int, end: int) -> Name | None:
    if page.lower[begin] in v.CURRENCIES and page.tag[end : end + 1] == ("CD",):
        return None
    labels = [label for label in page.ents[begin:end] if label in kinds.LABELS]
    if labels:
        # The last word's label: a name's head stands last.
        return Name(begin, end, kinds.LABELS[labels[-1]], LABELLED)
    if not {"", *_VAGUE}.issuperset(page.ents[begin:end]):
        return None
    if not any(tag.startswith("NNP") for tag in page.tag[begin:end]):
        return None
    is_single = end - begin == 1
    if is_single and len(page.text[begin]) > 1 and kinds.is_acronym(page.text[begin]):
        return Name(begin, end, "Organization", GUESSED)
    if is_single and page.lower[begin] in v.PORTFOLIOS:
        return None
    return Name(begin, end, "", GUESSED)


def _without_opening(page: Tokens, at: int, end: int) -> int:
    """Skip a capitalised word that only begins the sentence: "Former", "Analysts"."""
    is_first = at == 0 or at in page.sentence_starts or page.text[at - 1] in _BEFORE_SENTENCE
    if not is_first or page.ents[at] or page.tag[at].startswith("NNP") or end == at:
        return at
    if end > at + 1 and page.lower[at] in v.COMPANY_FIRST:  # "Air Astana"
        return at
    return at if kinds.known(page.text[at]) else at + 1


def _run(page: Tokens, at: int) -> tuple[int, int]:
    """Return where the name ends that begins at *at*, and the index of its head."""
    end, head, has_complement = at, at, False
    while end < len(page) and not (end > at and page.is_break(end)):
        stop = _word_end(page, at, end, has_complement=has_complement)
        if not stop and end > at:
            stop = _joined(page, at, end, head, has_complement=has_complement)
            has_complement = has_complement or (bool(stop) and page.lower[end] in _COMPLEMENTERS)
        if not stop:
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
    if at > begin and _is_courtesy(page, at):
        return 0
    if _is_name_word(page, at):
        if at > begin and (_begins_office(page, at) or _is_cut(page, at, has_complement)):
            return 0
        return at + 1
    if at == begin:
        return 0
    if page.joins(at) or (page.text[at] == "/" and page.glued[at - 1] and page.glued[at]):
        return 0 if page.lower[at + 1] in v.ADJECTIVAL else at + 2
    if page.text[at] == "." and page.glued[at - 1] and _is_short(page, at):
        return 0 if page.is_break(at + 1) else at + 1
    return 0


def _is_short(page: Tokens, at: int) -> bool:
    """Tell whether the full stop at *at* ends an abbreviation: "Ltd.", "J."."""
    word = page.text[at - 1]
    return kinds.is_legal_form(word) or (len(word) == 1 and word.isupper())


def _is_form(page: Tokens, at: int) -> bool:
    return at < len(page) and kinds.is_legal_form(page.text[at])


def _is_quoted_name(page: Tokens, at: int) -> bool:
    """Tell whether a quoted part of the name follows: Technical Faculty “Mihajlo Pupin”."""
    return (
        page.text[at] in _OPENING
        and page.lower[at - 1] in _ALL_HEADS
        and at + 1 < len(page)
        and page.is_cap[at + 1]
        and _quoted_length(page, at) > 0
    )


def _quoted_length(page: Tokens, at: int) -> int:
    for i in range(at + 2, min(at + 6, len(page))):
        if page.text[i] in _CLOSING:
            return i - at
    return 0


def _is_courtesy(page: Tokens, at: int) -> bool:
    """Tell whether a person begins inside: "the Ministry Dr. Ahmed"."""
    return page.lower[at].rstrip(".") in _COURTESIES and page.is_cap[at]


def _is_cut(page: Tokens, at: int, has_complement: bool) -> bool:  # noqa: FBT001
    """Tell whether a person's name begins at *at*, right behind another name."""
    if at not in page.starts or page.ents[at] != "PERSON" or page.joins(at - 1):
        return False
    before = page.ents[at - 1]
    return has_complement or before not in ("", "PERSON") or page.lower[at - 1] in _ALL_HEADS


def _joined(page: Tokens, begin: int, at: int, head: int, *, has_complement: bool) -> int:
    """Return where the name goes on behind a word like "of" or "and", or 0."""
    word = page.lower[at]
    if (after := _particles_end(page, at)) and (word not in _CONJUNCTIONS or _is_person(page, at)):
        return after
    if word == "&":
        return at + 2 if at + 1 < len(page) and page.is_cap[at + 1] else 0
    if _is_quoted_name(page, at):
        return at + _quoted_length(page, at) + 1
    if word == "," and at + 1 < len(page) and kinds.is_legal_form(page.text[at + 1]):
        return at + 2
    if page.is_possessive(at) and page.lower[at - 1] == "university":
        # "Harvard University's Kennedy School of Government"
        return at + 2 if at + 1 < len(page) and page.is_cap[at + 1] else 0
    if word in _COMPLEMENTERS:
        return _complement(page, at, head)
    if word in ("and", ","):
        return _conjunct(page, begin, at, head, has_complement=has_complement)
    return 0


def _is_person(page: Tokens, at: int) -> bool:
    return page.ents[at] == "PERSON"


def _complement(page: Tokens, at: int, head: int) -> int:
    word, last = page.lower[at], page.lower[head]
    if word == "at":
        takes = last in v.PROGRAM_HEADS
    else:
        takes = last in (_TAKE_OF if word in ("of", "for") else _TAKE_ON)
    begin = at + 1
    if begin < len(page) and page.lower[begin] == "the":
        begin += 1
    if word == "in" and _is_where(page, begin):
        return 0
    if not takes or begin >= len(page) or not _is_name_word(page, begin) or page.is_break(begin):
        return 0
    if title := _title(page, begin):
        # "Office of the Spokesperson" is a body, "Bank of Governor X" two names.
        return title.end if last == "office" else 0
    return begin + 1


def _is_where(page: Tokens, at: int) -> bool:
    """Tell whether "in" leads to a place, where a thing happens and not what it is called."""
    ends = range(at + 1, min(at + 4, len(page)) + 1)
    return any(kinds.known(page.words(at, end)) for end in ends)


def _conjunct(page: Tokens, begin: int, at: int, head: int, *, has_complement: bool) -> int:
    """Join "Animal Husbandry and Dairying", and not "Ministry of Trade and India"."""
    following = at + 1
    if page.lower[at] == "," and page.lower[following : following + 1] == ("and",):
        following += 1
    if following >= len(page) or not _is_name_word(page, following) or page.is_break(following):
        return 0
    word = page.lower[following]
    is_business = word in v.PORTFOLIOS and word not in v.GOVERNMENT_HEADS
    if page.ents[following] == "PERSON" or _begins_office(page, following):
        return 0
    if word in _ALL_HEADS and not is_business:
        return 0
    if not has_complement:
        joins = page.lower[at] == "and" and _ends_in_head(page, begin, at, following)
        return following + 1 if joins else 0
    joins = is_business or _is_coordinated(page, head, at, following)
    return following + 1 if joins and not kinds.known(page.text[following]) else 0


def _is_coordinated(page: Tokens, head: int, at: int, following: int) -> bool:
    """Tell whether the parser joins what follows to the complement, and not to the head."""
    end = _capitals_end(page, following)
    token = page.doc[end - 1]
    inside = page.ents[following] == "ORG" and following not in page.starts
    return inside or (token.dep_ == "conj" and head < token.head.i <= at)


def _capitals_end(page: Tokens, at: int) -> int:
    while at < len(page) and _is_name_word(page, at) and not page.is_break(at):
        at += 1
    return at


def _ends_in_head(page: Tokens, begin: int, at: int, following: int) -> bool:
    """Tell whether "X and Y Organisation" is one name: a head ends it, and X is none alone."""
    end = following
    while end < len(page) and (_is_name_word(page, end) or page.joins(end)):
        end += 1
    last = page.lower[end - 1]
    if last not in _JOINT_HEADS or end - following < 2 or page.lower[at - 1] in _ALL_HEADS:
        return False
    if "PERSON" in page.ents[begin:at] or kinds.known(page.words(begin, at)):
        return False
    before = page.lower[at - 1]
    is_business = before in v.PORTFOLIOS or before in v.PEOPLES or at - begin >= 3
    return is_business or page.ents[begin] == page.ents[end - 1]
