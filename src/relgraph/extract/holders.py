"""Find who holds an office that a text names."""

from collections.abc import Sequence

from relgraph.extract import kinds
from relgraph.extract.name import LABELLED, Item, Name
from relgraph.extract.runs import CLOSING
from relgraph.extract.titles import DETERMINERS, Title
from relgraph.extract.tokens import Tokens
from relgraph.extract.words import words
from relgraph.gazetteer import begins_person
from relgraph.model import Span

_BETWEEN = ("VBG", "JJ", "RB", "NN", "POS")  # ", the group's long-serving president"
_BEFORE_HOLDER = words("the late then one a certain")  # ", the late Obeth Kandjii"
# "elected Lucía Ferrándiz president": she is the president, not what he presides over.
APPOINTING = words("appoint name elect nominate promote choose")
COPULAS = words("is became becomes remains")
SERVING = words("serves acts doubles")
AUXILIARIES = words("is was were has have been being")
_HONOURS = words("hon'ble hon honourable honorable")  # "X, Hon'ble Minister"
LONGEST_BRACKET = 8


def _could_be_human(page: Tokens, name: Name) -> bool:
    if name.kind == "Person":
        return True
    is_loose = name.strength <= LABELLED and name.kind != "Country"
    if not name.kind and name.end - name.begin == 1:
        # "Beforehand, the Commissioner …"
        is_first = name.begin == 0 or name.begin in page.sentence_starts
        is_loose = is_loose and not is_first and page.tag[name.begin].startswith("NNP")
    return is_loose and not kinds.is_acronym(page.words(name.begin, name.end))


def holder_of(
    page: Tokens, items: Sequence[Item], span: tuple[int, int], office: Span, claimed: set[int]
) -> tuple[int, int]:
    """Return who holds the office, by their place in the list, and where the phrase ends.

    *span* are the places in the list of its first and its last item.
    """
    first, last = span
    after, end, is_direct = _following(page, items, last, office.end)
    if after >= 0 and is_direct and _is_surely_human(page, items[after]):
        return after, end
    before = _preceding(page, items, first, office.begin)
    # Of one person several offices may be told.
    is_free = before not in claimed or (after >= 0 and is_direct)
    if before >= 0 and is_free:
        return before, office.end
    return (after, end) if after >= 0 else (-1, office.end)


def _is_surely_human(page: Tokens, name: Item) -> bool:
    """Tell "Commander Ana Costa" from "Commander of the UAE Joint Operations"."""
    if not isinstance(name, Name) or name.kind == "Person":
        return True
    return page.ents[name.begin] == "PERSON" or begins_person(page.text[name.begin])


def _following(page: Tokens, items: Sequence[Item], number: int, end: int) -> tuple[int, int, bool]:
    """Find the holder behind: "the Minister of Trade (MoT), Ryad Mezzour"."""
    at = _bracket_end(page, end)
    at += at < len(page) and page.text[at] in CLOSING
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
    return -1, end, False


def _closes(page: Tokens, at: int) -> bool:
    return at < len(page) and page.text[at] in (",", ".", ";", ")")


def _bracket_end(page: Tokens, at: int) -> int:
    if at < len(page) and page.text[at] == "(":
        for i in range(at + 1, min(at + LONGEST_BRACKET, len(page))):
            if page.text[i] == ")":
                return i + 1
    return at


def _preceding(page: Tokens, items: Sequence[Item], number: int, begin: int) -> int:
    """Find the holder before: "Omar Hejira (PJD), the visiting Secretary of State"."""
    if _is_just_appointed(page, items, number, begin):
        return number - 1
    at = _before_phrase(page, begin)
    if at <= 0 or page.is_break(at + 1):
        return -1
    if subject := _subject_end(page, at):
        at = subject
    elif page.text[at] not in (",", "(", "–", "—"):
        return -1
    at = _before_aside(page, at)
    for k in range(number - 1, max(number - 4, -1), -1):
        name = items[k]
        if name.end < at:
            return -1
        if name.end == at and isinstance(name, Name) and _could_be_human(page, name):
            return k
    return -1


def _is_just_appointed(page: Tokens, items: Sequence[Item], number: int, begin: int) -> bool:
    """Tell whether the office follows on its new holder: "named X as its chairman"."""
    before = items[number - 1] if number else None
    at = begin - 1
    while at > 0 and (page.lower[at] in DETERMINERS or page.lower[at] == "as"):
        at -= 1
    return isinstance(before, Name) and before.end == at + 1 and is_appointed(page, before)


def _before_phrase(page: Tokens, begin: int) -> int:
    """Return what stands before "the visiting" and the like at *begin*."""
    at = begin - 1
    while at > 0 and not page.is_break(at + 1):
        is_small = page.lower[at] in DETERMINERS or page.tag[at] in _BETWEEN
        if not is_small and page.lower[at] not in _HONOURS:
            break
        at -= 1
    return at


def _before_aside(page: Tokens, at: int) -> int:
    """Step back over an age or a bracket: "Richelle, 51, …", "Hejira (PJD), …"."""
    if page.text[at - 1].isdigit() and page.text[at - 2] == ",":
        return at - 2
    if page.text[at - 1] == ")":
        at -= 1
        while at > 0 and page.text[at] != "(":
            at -= 1
    return at


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


def start_of(item: Item) -> int:
    """Return where an item begins, the courtesy before it taken in."""
    return item.courtesy if isinstance(item, Name) and item.courtesy >= 0 else item.begin


def is_appointed(page: Tokens, name: Item) -> bool:
    """Tell whether a verb of appointing stands right before *name*."""
    begin = start_of(name)
    return begin > 0 and page.doc[begin - 1].lemma_.lower() in APPOINTING
