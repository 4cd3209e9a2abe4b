"""Settle the kinds of names by what stands around them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from relgraph.extract import kinds
from relgraph.extract import vocabulary as v
from relgraph.extract.cast import Dateline
from relgraph.extract.names import CERTAIN, FORMED, GUESSED, LABELLED, LONGEST_PERSON, Item, Name
from relgraph.extract.roles import Role
from relgraph.extract.runs import ALL_HEADS
from relgraph.extract.tails import LONGEST_TAIL, RULES, extended
from relgraph.extract.titles import Title, is_particle
from relgraph.extract.tokens import Tokens
from relgraph.extract.words import words
from relgraph.gazetteer import begins_person
from relgraph.model import Span

WITHIN = words("in near across inside outside throughout around at from to")
PEOPLE = words("people peoples tribe tribes clan clans language speakers")
# One has these in a body, not in a town: "a stake in Petrobras".
HOLDING = words("stake share invest investment confidence interest role partner holding trust "
                "shareholder believe participate investor believe faith major place")  # fmt: skip
GOING = words("travel fly go return drive sail head depart leave arrive move proceed journey trip")
LYING = words("in near outside across throughout")
# Verbs whose object is a person given a post.
APPOINTING = words("appoint name elect nominate promote succeed replace")
SPEAKING = words("say tell add note stress explain state affirm declare announce recall write warn "
                 "disclose confirm clarify")  # fmt: skip
# Alone, these are names; other heads alone ("the Council") only point back.
NAMES_ALONE = words("embassy parliament cabinet senate congress knesset treasury kremlin duma "
                    "presidency chancellery")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the kinds of names are settled by."""

    page: Tokens
    items: Sequence[Item]
    roles: Mapping[int, Role]
    dateline: Dateline
    agency: Span | None


def settle(scene: Surroundings) -> dict[int, Name]:
    """Return the names among the items by their place, with kinds mended and no bare heads."""
    holders = {role.holder for role in scene.roles.values()}
    parts = _parts(scene)
    bodies = {role.body for role in scene.roles.values()}
    places = {role.place for role in scene.roles.values()}
    settled: dict[int, Name] = {}
    for number, item in enumerate(scene.items):
        if not isinstance(item, Name):
            continue
        if _is_bare_head(scene.page, item) and scene.page.text[item.begin] not in parts:
            continue
        if number in holders:
            kind, strength = "Person", max(item.strength, FORMED)
        else:
            kind, strength = _kind(scene, number, item)
            is_open = strength < FORMED
            if (
                is_open
                and number in bodies
                and kind in ("Product", "Facility", "", "Event", "Person")
            ):
                kind = "Organization"
            elif number in bodies and scene.page.lower[item.end - 1] == "forum":
                kind = "Organization"  # one with a chairman
            elif number in places and kind == "Person":
                kind = "Place"
        settled[number] = replace(item, kind=kind, strength=strength)
        following = scene.items[number + 1] if number + 1 < len(scene.items) else None
        if number not in holders and (following is None or following.begin > item.end):
            settled[number] = extended(scene.page, settled[number])
    return settled


def _parts(scene: Surroundings) -> set[str]:
    """Return the words of people's full names: "Park" is no park where Park Jin is."""
    page = scene.page
    return {
        word
        for item in scene.items
        if isinstance(item, Name) and item.kind == "Person" and item.end - item.begin > 1
        for word in page.text[item.begin : item.end]
    }


def _is_bare_head(page: Tokens, name: Name) -> bool:
    if name.end - name.begin > 1:
        return False
    word = page.lower[name.begin]
    if len(word) > 1 and page.text[name.begin].isupper() and word not in v.NEVER_NAMES:
        # "SPA" is an agency, "PORT" in a headline not.
        return len(word) > 3 and word in v.BARE
    return (word in v.BARE and word not in NAMES_ALONE) or page.is_possessive(name.begin)


def _kind(scene: Surroundings, number: int, name: Name) -> tuple[str, int]:
    page = scene.page
    filed = "Place" if _is_filed(page, name) else _in_dateline(scene, name)
    if filed:
        return filed, CERTAIN
    following = page.lower[name.end] if name.end < len(page) else ""
    if _is_vessel(page, name):
        return "Product", FORMED
    if _is_thing(page, name):
        noun = page.doc[page.head(name.begin, name.end)].head.lemma_.lower()
        return ("Place", FORMED) if noun in v.PLACE_HEADS | v.PLACE_NOUNS else ("", GUESSED)
    if name.kind == "Facility" and _speaks(page, name):
        return "GovernmentBody", name.strength  # "the Executive Mansion has disclosed"
    if following in PEOPLE and name.strength < FORMED:
        return "", GUESSED  # "the Mojeño people"
    is_lone = name.end - name.begin == 1 and page.ents[name.begin] != "NORP"
    if following in RULES and name.kind in ("Person", "") and is_lone:
        return "Person", FORMED
    if name.kind == "Facility" and following in ("area", "zone", "district"):
        return "Place", FORMED
    if name.strength >= FORMED or _is_model_of(page, name):
        return ("" if name.strength < FORMED else name.kind), name.strength
    for test in (_as_place, _as_body, _as_person):
        if kind := test(scene, number, name):
            return kind, FORMED if test is _as_place else LABELLED
    if not name.kind:
        return _guess(page, name), name.strength
    return name.kind, name.strength


def _is_thing(page: Tokens, name: Name) -> bool:
    """Tell whether what seems a person says which of its kind a thing is: "the Eager Lion"."""
    if name.kind != "Person" or name.strength >= FORMED or name.begin == 0:
        return False
    if page.lower[name.begin - 1] == "the":
        return True
    token = page.doc[page.head(name.begin, name.end)]
    noun = token.head
    is_beside = token.dep_ in ("compound", "nmod") and 0 <= noun.i - name.end <= LONGEST_TAIL
    is_human = begins_person(page.text[name.begin]) and name.end - name.begin > 1
    return is_beside and noun.tag_ == "NN" and not is_human and noun.lower_ not in RULES


def _is_vessel(page: Tokens, name: Name) -> bool:
    """Tell whether the name is that of a ship or the like: "the vessel, the Hai Yang Xing"."""
    if name.strength >= FORMED or page.lower[name.begin - 1 : name.begin] != ("the",):
        return False
    token = page.doc[page.head(name.begin, name.end)]
    return token.dep_ == "appos" and token.head.lemma_.lower() in v.PRODUCT_HEADS


def _speaks(page: Tokens, name: Name) -> bool:
    token = page.doc[page.head(name.begin, name.end)]
    is_house = page.lower[name.end - 1] in ("house", "mansion", "palace")
    return is_house and token.dep_ == "nsubj" and token.head.lemma_ in SPEAKING


def _is_model_of(page: Tokens, name: Name) -> bool:
    """Tell whether the name only says which of its kind the next word is: "the K8 axle"."""
    if name.end - name.begin > 1 or name.end >= len(page) or page.is_cap[name.end]:
        return False
    # Taggers take also the common noun for a proper one.
    return page.tag[name.end] in ("NN", "NNP") and kinds.is_model(page.text[name.begin])


def _guess(page: Tokens, name: Name) -> str:
    """Guess at a name of which nothing is known: who does something is somebody."""
    dep = page.doc[name.end - 1].dep_
    if name.end - name.begin > 1:
        return "Person" if dep == "nsubj" else ""
    is_first = name.begin == 0 or name.begin in page.sentence_starts
    is_party = dep in ("nsubj", "dobj", "pobj", "appos", "conj", "dative")
    is_party = is_party and page.tag[name.begin].startswith("NNP")
    is_long = len(page.text[name.begin]) > 2 and page.text[name.begin].isalpha()
    return "Organization" if is_party and is_long and not is_first else ""


def _in_dateline(scene: Surroundings, name: Name) -> str:
    span = scene.page.span(name.begin, name.end)
    if scene.agency is not None and scene.agency.covers(span):
        return "Organization"
    if span.end > scene.dateline.end or not scene.dateline.place:
        return ""
    written = scene.page.words(name.begin, name.end)
    return "Place" if written == scene.dateline.place else ""


def _is_filed(page: Tokens, name: Name) -> bool:
    """Tell whether a paragraph's own dateline has the name: "SUVA – The …" among news in brief."""
    at = name.begin
    is_first = at == 0 or (at in page.sentence_starts and "\n" in page.text[at - 1])
    end = name.end
    # "WICK, Scotland –"
    while end < min(name.end + 3, len(page)) and (page.text[end] == "," or page.is_cap[end]):
        end += 1
    is_dashed = end < len(page) and page.text[end] in ("–", "—", "--", "-", ":")
    return is_first and is_dashed and page.text[at].isupper()


def _as_place(scene: Surroundings, number: int, name: Name) -> str:
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
    if name.kind in ("Organization", "Facility", "Product", "Event"):
        return ""
    is_human = not is_lone and begins_person(page.text[name.begin])
    is_within = before in LYING and is_plain and not page.is_possessive(name.end) and not is_human
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


def _as_body(scene: Surroundings, number: int, name: Name) -> str:
    page = scene.page
    following = scene.items[number + 1] if number + 1 < len(scene.items) else None
    # "Calder boss Mehmet Yıldırım"
    is_before_title = isinstance(following, Title) and following.begin == name.end
    is_lone = name.end - name.begin == 1
    if is_before_title and is_lone and name.kind == "Place" and not name.country:
        return "Organization"  # "MONUSCO head"
    if is_before_title and name.kind in ("Person", "") and name.begin not in page.sentence_starts:
        return "Organization"
    if is_before_title and name.end - name.begin == 1 and name.kind in ("Person", ""):
        return "Organization"
    before = (
        name.begin - 2
        if name.begin and page.text[name.begin - 1] in (",", "“", '"')
        else name.begin - 1
    )
    if name.kind in ("Person", "Place", "") and page.lower[before] in v.BODY_NOUNS:
        return "Organization"
    if name.kind == "Place" and name.begin and page.lower[name.begin - 1] in ("with", "by"):
        # Talks and contracts are had with bodies.
        return "Organization"
    if name.kind == "Person" and name.end - name.begin == 2 and not page.joins(name.begin + 1):
        # "SKK Migas", and not "KOMORI Shigeru"
        first, second = page.text[name.begin : name.end]
        is_human = begins_person(first) or begins_person(second) or second.isupper()
        if kinds.is_acronym(first) and len(first) <= 4 and not is_human:
            return "Organization"
    is_short = name.end - name.begin == 1 and len(page.text[name.begin]) <= 6
    if name.kind in ("Person", "Product") and is_short and kinds.is_acronym(page.text[name.begin]):
        return "Organization"
    return ""


def _as_person(scene: Surroundings, number: int, name: Name) -> str:
    page = scene.page
    if name.kind == "Person" or name.end - name.begin < 2:
        return ""
    if _is_called_like_person(page, name):
        return "Person"
    inner = range(name.begin + 1, name.end - 1)
    if name.kind == "Organization" and any(
        is_particle(page, i) and not page.is_cap[i] for i in inner
    ):
        return "Person"
    token = page.doc[page.head(name.begin, name.end)]
    verb = token.head.lemma_.lower()
    if token.dep_ in ("dobj", "nsubjpass") and verb in APPOINTING:
        return "Person"
    if name.begin and page.doc[name.begin - 1].lemma_.lower() in APPOINTING:
        return "Person"
    if not name.kind and token.dep_ == "nsubj" and verb in SPEAKING:
        return "Person"
    has_country = _is_of_country(scene, number, name)
    is_listed = any(_is_person_near(scene, k, name) for k in (number - 2, number - 1, number + 2))
    return "Person" if has_country and is_listed and name.kind in ("Place", "") else ""


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


def owners(page: Tokens, names: Mapping[int, Name]) -> Iterator[Name]:
    """Yield places in works' names, and countries in bodies': "Danish" in "Danish Ministry".

    Only of countries that the text also names by themselves.
    """
    told = {name.country for name in names.values() if name.kind == "Country"}
    for name in names.values():
        if name.kind == "Facility" and name.end - name.begin > 1:
            yield from _town(page, name)
        if name.kind not in kinds.BODIES or name.end - name.begin < 2:
            continue
        for begin, end in _owner_spans(page, name):
            found = kinds.known(page.words(begin, end))
            is_told = found is not None and (found[1] in told or end == name.end)
            # "paid for by the Japanese Government"
            is_told = is_told or page.lower[name.end - 1] == "government"
            if found is not None and found[0] == "Country" and is_told:
                yield Name(begin, end, "Country", FORMED, found[1])
                break


def _town(page: Tokens, name: Name) -> Iterator[Name]:
    """Yield the place in "the Opole mill", where the works have no other name."""
    at = name.begin
    while at < name.end and page.is_cap[at]:
        at += 1
    found = kinds.known(page.words(name.begin, at)) if name.begin < at < name.end else None
    if at < name.end and page.joins(at):
        return
    if found is not None and found[0] == "Place" and not page.is_cap[name.end - 1]:
        yield Name(name.begin, at, "Place", FORMED, found[1])


def _owner_spans(page: Tokens, name: Name) -> Iterator[tuple[int, int]]:
    for size in (2, 1):
        if name.begin + size < name.end and page.is_cap[name.begin + size - 1]:
            yield name.begin, name.begin + size
    for at in range(name.end - 2, name.begin, -1):
        if page.lower[at] == "of":
            yield (at + 2 if page.lower[at + 1] == "the" else at + 1), name.end
            return
