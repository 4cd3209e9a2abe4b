"""Read a proper name of any kind, by its form, by what is known of it, and by spaCy's label."""

import re
from dataclasses import replace

from relgraph import gazetteer
from relgraph.extract import kinds
from relgraph.extract import vocabulary as v
from relgraph.extract.name import CERTAIN, FORMED, GUESSED, LABELLED, Name
from relgraph.extract.runs import ALL_HEADS, OPENING, capitals_end, run
from relgraph.extract.tokens import Tokens
from relgraph.extract.words import words

LONGEST_KNOWN = 7
# What buildings do too, and what is done to people only.
_STANDS = words("be open reopen close host stand become remain have hold")
_MEETS = words("meet receive appoint elect invite accompany tell welcome thank")
# A smaller town is likelier a surname, where spaCy takes it for one.
LARGE = 40_000
# Labels that say little: spaCy gives them to people and bodies as well.
_VAGUE = ("NORP", "LANGUAGE", "WORK_OF_ART")
_BEFORE_SENTENCE = (*OPENING, "•", "-", "–", ".", ":")
_TRADE = re.compile(r"[A-Z][a-z]{2,}(?:er|or|ist|ian|eur)")  # "Hotelier"
ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")  # "17th"
_YEAR = re.compile(r"(?:19|20)\d\d")  # "2030"
_NUMBER = re.compile(r"\d{2}")  # "16"


def name_at(page: Tokens, at: int, firsts: set[str] | None = None) -> Name | None:
    """Read a name of any kind that begins at *at*.

    *firsts* is given where an office stands before: the name may then be followed by its holder's.
    """
    end, head = run(page, at)
    if end < capitals_end(page, at):
        end, head = _whole_place(page, at, end, head)
    if firsts is not None:
        end, head = _before_holder(page, at, end, head, firsts)
    begin = _without_opening(page, at, end)
    if begin >= end or all(
        word in v.PEOPLES or word in v.PORTFOLIOS for word in page.lower[begin:end]
    ):
        return None
    # "Foreign Ministers": offices of nobody in particular.
    is_plural = page.text[end - 1].endswith("s") and page.lower[end - 1][:-1] in v.OFFICES
    if is_plural and page.lower[end - 2] != "of":  # "House of Representatives"
        return None
    if end < len(page) and page.lower[end] in v.MONEY:
        return None
    if begin and page.lower[begin - 1] in v.COMPASS and page.lower[begin] in v.REGIONS:
        return Name(begin - 1, end, "Place", FORMED)
    found = _known(page, begin, end, head, in_title=firsts is not None)
    if found is None:
        found = formed(page, begin, end, head) or _labelled(page, begin, end)
    return found if firsts is None or found is None else replace(found, in_title=True)


def _whole_place(page: Tokens, at: int, end: int, head: int) -> tuple[int, int]:
    """Put together a place that a run has cut: "Bandar | Seri Begawan"."""
    for stop in range(min(capitals_end(page, at), at + LONGEST_KNOWN), end, -1):
        found = kinds.known(page.words(at, stop))
        if found is not None and found[0] in ("Place", "Country"):
            return stop, stop - 1
    return end, head


def formed(page: Tokens, begin: int, end: int, head: int) -> Name | None:
    """Return the name, if its form tells its kind: "Ministry of Trade", "17th Rabat Forum"."""
    name = page.words(begin, end)
    if end - begin == 1 and _is_year(page, end):
        name = page.words(begin, end + 1)  # "Vision 2030"
    kind = kinds.by_form(name, page.lower[head])
    if not kind and end - begin > 2 and kinds.known(page.text[end - 1]):
        # "FIFA World Cup Qatar": the head stands before the place.
        kind = kinds.by_form(name, page.lower[end - 2])
    if not kind and end - begin > 1 and page.lower[head] in v.NOTHING_HEADS:
        return Name(begin, end, "", CERTAIN)  # "Order of the Condor"
    if not kind or all(word in v.PORTFOLIOS for word in page.lower[begin:end]):
        return None
    if kind != "Agreement" and _acts(page, begin, end):
        return None
    if kind in ("Event", "Program"):
        begin, end = _with_numbers(page, begin, end)
    known = kinds.known(name)
    return Name(begin, end, kind, FORMED, known[1] if known and known[0] in kinds.BODIES else "")


def _acts(page: Tokens, begin: int, end: int) -> bool:
    """Tell whether "Tom Hall" is a man by that name, who meets or is met, and no building."""
    if end - begin != 2 or not gazetteer.begins_person(page.text[begin]):
        return False
    if page.ents[begin] != "PERSON" or page.ents[end - 1] != "PERSON":
        return False
    token = page.doc[end - 1]
    while token.dep_ == "conj":
        token = token.head
    verb = token.head.lemma_.lower()
    return (token.dep_ == "nsubj" and verb not in _STANDS) or (
        token.dep_ == "dobj" and verb in _MEETS
    )


def _with_numbers(page: Tokens, begin: int, end: int) -> tuple[int, int]:
    """Take in the number of an occasion or plan: "17th CII Conclave", "Exercise Eager Lion 16"."""
    if begin and ORDINAL.fullmatch(page.text[begin - 1]) and not page.is_break(begin):
        begin -= 1
    is_number = _is_year(page, end) or (
        page.tag[end : end + 1] == ("CD",) and _NUMBER.fullmatch(page.text[end])
    )
    if not is_number or page.is_break(end):
        return begin, end
    last = end + 3 if page.joins(end + 1) and _is_year(page, end + 2) else end + 1  # "2022-2024"
    is_year = _is_year(page, end)
    return begin, last if is_year or not _is_counted(page, last) else end


def _is_year(page: Tokens, at: int) -> bool:
    return at < len(page) and bool(_YEAR.fullmatch(page.text[at])) and not page.is_break(at)


def _is_counted(page: Tokens, at: int) -> bool:
    return at < len(page) and page.tag[at] in ("NN", "NNS", "CD")


def _before_holder(page: Tokens, at: int, end: int, head: int, firsts: set[str]) -> tuple[int, int]:
    """Cut "Orbit Mummtaz Daboul" behind the body, and "Darfur Region Minni Minawi" likewise."""
    for cut in range(end - 1, at, -1):
        if page.lower[cut - 1] in ALL_HEADS and end - cut > 1 and _is_human(page, cut, end):
            return cut, min(head, cut - 1)
    if end - at >= 3 and head == end - 1:
        word = page.text[at]
        is_body = word in firsts or kinds.is_acronym(word) or kinds.is_coined(word)
        if is_body and not page.joins(at + 1) and page.lower[end - 1] not in ALL_HEADS:
            return at + 1, at
        if page.lower[at + 1] in v.PLACE_HEADS and kinds.known(page.text[at]):
            return at + 2, at + 1
    return end, head


def _is_human(page: Tokens, begin: int, end: int) -> bool:
    """Tell whether a person's name stands behind a body's: "the Senate Carolina Barros"."""
    if page.ents[begin] == "PERSON" or gazetteer.begins_person(page.text[begin]):
        return True
    words = set(page.lower[begin:end])
    if not page.is_cap[begin]:
        return False
    return not any(page.ents[begin:end]) and words.isdisjoint(ALL_HEADS | v.PORTFOLIOS)


def _known(page: Tokens, begin: int, end: int, head: int, *, in_title: bool) -> Name | None:
    """Find the longest beginning of the run that the gazetteer knows."""
    for stop in range(min(end, begin + LONGEST_KNOWN), begin, -1):
        if not (page.is_cap[stop - 1] or page.text[stop - 1] == "."):
            continue
        found = kinds.known(page.words(begin, stop), is_shouted=_is_shouted(page, begin, stop))
        if found is None or _is_inside_name(page, begin, stop, found[0]):
            continue
        kind, country = found
        is_led = in_title and page.lower[begin - 1] in ("of", "in", "at", "for")
        if kind == "Place" and stop < end and page.ents[begin] == "PERSON" and not is_led:
            continue  # a person whose first name some town has
        if stop == end:
            return _settled(page, begin, end, kind, country)
        # A longer name with a head is no mere place or ministry: "Abu Dhabi Water Forum".
        if (head >= stop or kind in kinds.BODIES) and formed(page, begin, end, head):
            return None
        if page.joins(stop) and not _is_pair(page, stop):
            continue
        if kind != "Place" or in_title or _starts_anew(page, stop):
            return Name(begin, stop, kind, FORMED, country)
    return None


def _is_inside_name(page: Tokens, begin: int, end: int, kind: str) -> bool:
    """Tell whether a people only begins a body's name: "Georgian Dream"."""
    is_whole = end >= len(page) or end in page.starts or not page.is_cap[end]
    if kind != "Country" or is_whole or page.ents[begin] != "ORG" or page.ents[end] != "ORG":
        return False
    return gazetteer.is_demonym(page.words(begin, end)) and page.lower[end] not in v.PORTFOLIOS


def _is_shouted(page: Tokens, begin: int, end: int) -> bool:
    """Tell whether what stands beside a name in capitals is in capitals, or a dateline's dash."""
    if begin == 0 or begin in page.sentence_starts:
        return True
    beside = (page.text[begin - 1], *page.text[end : end + 1])
    return any(word.isupper() and len(word) > 1 for word in beside)


def _is_pair(page: Tokens, at: int) -> bool:
    """Tell whether the hyphen at *at* parts two countries ("Japan-South Korea") or "-based"."""
    return page.lower[at + 1] in (v.ADJECTIVAL | v.PEOPLES) or any(
        kinds.known(page.words(at + 1, end)) for end in (at + 2, min(at + 3, len(page)))
    )


def _settled(page: Tokens, begin: int, end: int, kind: str, country: str) -> Name | None:
    """Weigh what the gazetteer knows of a name against what spaCy makes of it in its sentence."""
    labels = set(page.ents[begin:end]) - {""}
    is_led = page.lower[begin - 1] in ("in", "to", "from", "at", "near")
    is_other = bool(labels - {"GPE", "LOC", "PERSON"}) and not is_led
    if kind == "Place" and is_other and _is_ambiguous(page, begin, end):
        return None  # "Nelson" may be anything
    # "Jordan" and "Chad" are people's names as well, "Sharma" is a town.
    if kind == "Place" and labels == {"PERSON"}:
        is_meant = (is_led and not page.is_possessive(end)) or _is_well_known(
            page.words(begin, end)
        )
        return Name(begin, end, "Place" if is_meant else "Person", LABELLED, country * is_meant)
    return Name(begin, end, kind, FORMED, country)


def _is_ambiguous(page: Tokens, begin: int, end: int) -> bool:
    known = gazetteer.place(page.words(begin, end))
    return known is not None and known.is_ambiguous


def _is_well_known(place: str) -> bool:
    """Tell whether *place* is a large one, or of two words, that no person is called like."""
    known = gazetteer.place(place)
    if known is None or known.is_ambiguous or gazetteer.begins_person(place.split(maxsplit=1)[0]):
        return False
    return " " in place or known.population >= LARGE or known.is_capital


def _starts_anew(page: Tokens, at: int) -> bool:
    return (at in page.starts and page.ents[at] != "PERSON") or page.is_break(at)


def _labelled(page: Tokens, begin: int, end: int) -> Name | None:
    if _is_no_name(page, begin, end):
        return None
    labels = [label for label in page.ents[begin:end] if label in kinds.LABELS]
    if _is_branch(page, begin, end):
        return Name(begin, end, "Organization", LABELLED)
    if labels:
        # The last word's label: a name's head stands last.
        return Name(begin, end, kinds.LABELS[labels[-1]], LABELLED)
    is_single = end - begin == 1
    is_proper = any(tag.startswith("NNP") for tag in page.tag[begin:end])
    is_vague = {"", *_VAGUE}.issuperset(page.ents[begin:end])
    # A lone word is kept also where it may be a known person's surname: "Lie", to taggers a noun.
    is_business = is_single and page.lower[begin] in v.PORTFOLIOS
    if not is_vague or not (is_proper or is_single) or is_business:
        return None
    is_acronym = is_single and is_proper and len(page.text[begin]) > 1
    is_acronym = is_acronym and kinds.is_acronym(page.text[begin])
    if is_acronym and _is_year(page, end) and page.lower[begin - 1] in ("at", "during"):
        return Name(begin, end + 1, "Event", FORMED)  # "at IDEX 2025"
    return Name(begin, end, "Organization" if is_acronym else "", GUESSED)


def _is_no_name(page: Tokens, begin: int, end: int) -> bool:
    """Tell whether a capital only begins a sentence ("Dockers") or a sum ("LE 545 million")."""
    is_sum = page.lower[begin] in v.CURRENCIES and page.tag[end : end + 1] == ("CD",)
    is_first = begin in page.sentence_starts or page.text[begin - 1] in OPENING
    is_opening = is_first and page.tag[begin] in ("NN", "NNS") and end - begin == 1
    if not is_opening or page.text[begin].isupper():
        return is_sum
    # A surname that the tagger takes for a noun, "Boluarte met Xi", has been told as a name.
    words = zip(page.text, page.tag, strict=True)
    return not any(word == page.text[begin] and tag == "NNP" for word, tag in words)


def _is_trade(page: Tokens, at: int, end: int) -> bool:
    """Tell whether a sentence begins with what a person is: "Hotelier Desmond Cato"."""
    if end - at < 3 or not _TRADE.fullmatch(page.text[at]):
        return False
    is_human = gazetteer.begins_person(page.text[at + 1])
    return is_human and not gazetteer.begins_person(page.text[at])


def _is_branch(page: Tokens, begin: int, end: int) -> bool:
    """Tell whether a country closes the name of a body: "Safaricom Ethiopia", "ExxonMobil PNG"."""
    if end - begin != 2 or page.joins(begin + 1) or page.lower[begin] in v.COMPASS:
        return False
    first, last = page.text[begin], page.text[end - 1]
    is_human = gazetteer.begins_person(first) or page.ents[begin] == "PERSON"
    is_state = gazetteer.country(last) is not None and not gazetteer.is_demonym(last)
    is_state = is_state or page.lower[end - 1] in v.REGIONS
    return is_state and not is_human and page.tag[begin].startswith("NNP")


def _without_opening(page: Tokens, at: int, end: int) -> int:
    """Skip a capitalised word that only begins the sentence: "Former", "Analysts"."""
    is_first = at == 0 or at in page.sentence_starts or page.text[at - 1] in _BEFORE_SENTENCE
    # "Embassy of the Republic of Lithuania", "Exercise Eager Lion"
    is_head = page.lower[at] in ALL_HEADS and page.lower[at + 1 : at + 2] == ("of",)
    if is_head or (page.lower[at] in v.FIRST_HEADS and end > at + 1):
        return at
    if is_first and _is_trade(page, at, end):
        return at + 1
    if not is_first or page.ents[at] or page.tag[at].startswith("NNP") or end == at:
        return at
    # "PORT VILA – Dockers …", "WICK – The …"
    following = page.text[at + 1] if at + 1 < len(page) else ""
    is_shouted = "." in page.text[at][1:-1]  # "A.Moldogaziev"
    is_dashed = following.isupper() or following in ("–", "—")
    is_shouted = is_shouted or (page.text[at].isupper() and is_dashed)
    if is_shouted or (end > at + 1 and page.lower[at] in v.COMPANY_FIRST):  # "Air Astana"
        return at
    return at if kinds.known(page.text[at]) else at + 1
