"""Tell what a name stands for by what stands around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relgraph.extract import kinds
from relgraph.extract import vocabulary as v
from relgraph.extract.cast import Dateline
from relgraph.extract.name import FORMED, Item, Name
from relgraph.extract.names import LONGEST_PERSON
from relgraph.extract.roles import Role
from relgraph.extract.runs import ALL_HEADS
from relgraph.extract.titles import Title, is_particle
from relgraph.extract.tokens import Tokens
from relgraph.extract.words import words
from relgraph.gazetteer import begins_person
from relgraph.model import Span

# Longer words in capitals may be people's: "KOMORI".
LONGEST_LETTERS, LONGEST_ACRONYM = 4, 6
WITHIN = words("in near across inside outside throughout around at from to")
# One has these in a body, not in a town: "a stake in Petrobras".
HOLDING = words("stake share invest investment confidence interest role partner holding trust "
                "shareholder believe participate investor believe faith major place")  # fmt: skip
GOING = words("travel fly go return drive sail head depart leave arrive move proceed journey trip")
LYING = words("in near outside across throughout")
# Verbs whose object is a person given a post.
APPOINTING = words("appoint name elect nominate promote succeed replace")
SPEAKING = words("say tell add note stress explain state affirm declare announce recall write warn "
                 "disclose confirm clarify")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the kinds of names are settled by."""

    page: Tokens
    items: Sequence[Item]
    roles: Mapping[int, Role]
    dateline: Dateline
    agency: Span | None


def as_place(scene: Surroundings, number: int, name: Name) -> str:
    """Return "Place" where the words around *name* say that it lies somewhere, else nothing."""
    page = scene.page
    following = page.lower[name.end] if name.end < len(page) else ""
    before = page.lower[name.begin - 1] if name.begin else ""
    is_plain = not kinds.is_acronym(page.words(name.begin, name.end))
    is_called_place = following in v.PLACE_NOUNS | v.WAYS and is_plain
    # "Pancevo-based", "from Uttara to Agargaon"
    is_based = page.joins(name.end) and page.lower[name.end + 1] == "based"
    is_end = before == "to" and "from" in page.lower[max(name.begin - 6, 0) : name.begin]
    is_called_place = is_called_place or is_based or (is_end and is_plain)
    if before == "of" and name.begin > 1:
        is_called_place = is_called_place or page.lower[name.begin - 2] in v.PLACE_NOUNS
    if is_called_place:
        return "Place"
    is_lone = name.end - name.begin == 1 or page.joins(name.begin + 1)
    if name.kind == "Organization" and is_lone and before == "in" and is_plain:
        return "" if page.doc[name.begin - 1].head.lemma_ in HOLDING else "Place"
    if name.kind == "Organization" and is_lone and is_plain and _is_gone_to(page, name):
        return "Place"
    if name.kind in ("Organization", "Facility", "Product", "Event"):
        return ""
    is_human = not is_lone and begins_person(page.text[name.begin])
    is_at = before == "at" and name.kind == "Person" and is_lone
    is_within = (
        (before in LYING or is_at)
        and is_plain
        and not page.is_possessive(name.end)
        and not is_human
    )
    is_origin = before == "from" and page.doc[name.begin - 1].head.pos_ == "NOUN" and is_plain
    is_beside = _is_beside_place(scene, number, name) or _is_owned(scene, number, name)
    # Such as: to Anand (Gujarat).
    is_around = following == "(" and before in WITHIN and _holds_place(scene, number, name)
    is_within = is_within or (is_plain and _is_gone_to(page, name))
    is_place = is_within or is_around or (is_lone and (is_origin or is_beside))
    return "Place" if is_place else ""


def _is_gone_to(page: Tokens, name: Name) -> bool:
    """Tell whether the name is where one goes: "travelled to Malaita and to Isabel"."""
    before = page.doc[name.begin - 1] if name.begin else None
    token = page.doc[name.begin]
    if token.dep_ == "dobj" and token.head.lemma_ == "reach" and name.end - name.begin == 1:
        return True
    if before is None or before.lower_ not in ("to", "from", "for", "in"):
        return False
    verb = before.head.head if before.head.dep_ in ("conj", "prep") else before.head
    return verb.lemma_ in GOING or before.head.lemma_ in GOING


def _is_owned(scene: Surroundings, number: int, name: Name) -> bool:
    """Tell whether a country's possessive stands before: "Morocco's Berrechid"."""
    owner = scene.items[number - 1] if number else None
    if not isinstance(owner, Name) or owner.kind != "Country" or owner.end + 1 != name.begin:
        return False
    # "France's Alstom" is a firm.
    is_led = scene.page.lower[owner.begin - 1] in WITHIN if owner.begin else False
    return scene.page.is_possessive(name.begin - 1) and (is_led or name.kind == "Place")


def _holds_place(scene: Surroundings, number: int, name: Name) -> bool:
    inside = scene.items[number + 1] if number + 1 < len(scene.items) else None
    is_inside = isinstance(inside, Name) and inside.begin == name.end + 1
    return is_inside and isinstance(inside, Name) and inside.kind == "Place"


def _is_beside_place(scene: Surroundings, number: int, name: Name) -> bool:
    """Tell whether the name goes on from a place: "Windhoek and Lüderitz"."""
    token = scene.page.doc[name.begin]
    before = scene.items[number - 1] if number else None
    is_listed = before is not None and before.end + 1 == name.begin
    if is_listed and isinstance(before, Name) and before.kind == "Place" and before.country:
        # "in Kayar, Mbour and Joal-Fadiouth", however parsed
        is_and = scene.page.lower[name.begin - 1] == "and"
        return is_and and not begins_person(scene.page.text[name.begin])
    is_place = isinstance(before, Name) and before.kind == "Place" and before.strength >= FORMED
    return is_place and before is not None and token.dep_ == "conj" and (
        before.begin <= token.head.i < before.end
    )  # fmt: skip


def as_body(scene: Surroundings, number: int, name: Name) -> str:
    """Return "Organization" where the words around *name*, or its letters, say so, else nothing."""
    page = scene.page
    is_open = name.kind in ("Person", "Place", "")
    is_body = _has_office(scene, number, name) or _is_spelled_as_body(page, name)
    is_body = is_body or (is_open and _is_called_body(page, name))
    # Talks and contracts are had with bodies.
    before = page.lower[name.begin - 1] if name.begin else ""
    is_body = is_body or (name.kind == "Place" and before in ("with", "by"))
    return "Organization" if is_body else ""


def _has_office(scene: Surroundings, number: int, name: Name) -> bool:
    """Tell whether an office stands right behind: "Calder boss Mehmet Yıldırım", "MONUSCO head"."""
    following = scene.items[number + 1] if number + 1 < len(scene.items) else None
    if not isinstance(following, Title) or following.begin != name.end:
        return False
    is_lone = name.end - name.begin == 1
    if name.kind == "Place":
        return is_lone and not name.country
    is_first = name.begin in scene.page.sentence_starts
    return name.kind in ("Person", "") and (is_lone or not is_first)


def _is_called_body(page: Tokens, name: Name) -> bool:
    """Tell whether a noun before says that it is a body: "the broadcaster, TRT Haber"."""
    before = name.begin - 1
    if name.begin and page.text[before] in (",", "“", '"'):
        before -= 1
    # "producer Ana Costa"
    is_human = _is_called_like_person(page, name) and name.end - name.begin > 1
    return page.lower[before] in v.BODY_NOUNS and not is_human


def _is_spelled_as_body(page: Tokens, name: Name) -> bool:
    """Tell whether letters stand where a person's name was seen: "SKK Migas", "DRDO"."""
    if name.kind == "Person" and name.end - name.begin == 2 and not page.joins(name.begin + 1):
        # "KOMORI Shigeru" is a person.
        first, second = page.text[name.begin : name.end]
        is_human = begins_person(first) or begins_person(second) or second.isupper()
        return kinds.is_acronym(first) and len(first) <= LONGEST_LETTERS and not is_human
    is_short = name.end - name.begin == 1 and len(page.text[name.begin]) <= LONGEST_ACRONYM
    is_loose = name.kind in ("Person", "Product")
    return is_loose and is_short and kinds.is_acronym(page.text[name.begin])


def as_person(scene: Surroundings, number: int, name: Name) -> str:
    """Return "Person" where the name's words, its verb or its neighbours say so, else nothing."""
    page = scene.page
    if name.kind == "Person" or name.end - name.begin < 2:
        return ""
    if _is_called_like_person(page, name):
        return "Person"
    inner = range(name.begin + 1, name.end - 1)
    has_particle = any(is_particle(page, i) and not page.is_cap[i] for i in inner)
    if (name.kind == "Organization" and has_particle) or _acts_as_person(page, name):
        return "Person"
    has_country = _is_of_country(scene, number, name)
    is_listed = any(_is_person_near(scene, k, name) for k in (number - 2, number - 1, number + 2))
    return "Person" if has_country and is_listed and name.kind in ("Place", "") else ""


def _acts_as_person(page: Tokens, name: Name) -> bool:
    """Tell whether somebody is appointed, or somebody unknown speaks."""
    token = page.doc[page.head(name.begin, name.end)]
    verb = token.head.lemma_.lower()
    if token.dep_ in ("dobj", "nsubjpass") and verb in APPOINTING:
        return True
    if name.begin and page.doc[name.begin - 1].lemma_.lower() in APPOINTING:
        return True
    return not name.kind and token.dep_ == "nsubj" and verb in SPEAKING


def _is_called_like_person(page: Tokens, name: Name) -> bool:
    """Tell whether the name begins as people's do, and holds no word of a body or thing."""
    if not begins_person(page.text[name.begin]) or name.end - name.begin > LONGEST_PERSON:
        return False
    rest = page.lower[name.begin + 1 : name.end]
    if any(word in ALL_HEADS or word in v.PORTFOLIOS or word in "&/" for word in rest):
        return False
    before = page.lower[name.begin - 1] if name.begin else ""
    if before == "the" or (before in WITHIN and name.kind in ("Place", "Facility")):
        return False
    return page.is_cap[name.end - 1]


def _is_of_country(scene: Surroundings, number: int, name: Name) -> bool:
    """Tell whether the name is one "of Uganda", or "Vietnam's"."""
    items, page = scene.items, scene.page
    before = items[number - 1] if number else None
    is_country = isinstance(before, Name) and before.kind == "Country"
    if is_country and before is not None and page.is_possessive(name.begin - 1):
        return before.end + 1 == name.begin
    after = items[number + 1] if number + 1 < len(items) else None
    is_after = isinstance(after, Name) and after.kind == "Country" and name.end < len(page)
    return is_after and page.lower[name.end] == "of"


def _is_person_near(scene: Surroundings, k: int, name: Name) -> bool:
    if not 0 <= k < len(scene.items):
        return False
    other = scene.items[k]
    is_near = abs(other.begin - name.begin) <= 8
    return isinstance(other, Name) and other.kind == "Person" and is_near
