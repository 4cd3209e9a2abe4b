"""Settle the kinds of names by what stands around them."""

from dataclasses import replace

from relgraph.extract import kinds
from relgraph.extract import vocabulary as v
from relgraph.extract.contexts import SPEAKING, Surroundings, as_body, as_person, as_place
from relgraph.extract.name import CERTAIN, FORMED, GUESSED, LABELLED, Name
from relgraph.extract.tails import LONGEST_TAIL, RULES, extended
from relgraph.extract.tokens import Tokens
from relgraph.extract.words import words
from relgraph.gazetteer import begins_person

PEOPLE = words("people peoples tribe tribes clan clans language speakers")
# Alone, these are names; other heads alone ("the Council") only point back.
NAMES_ALONE = words("embassy parliament cabinet senate congress knesset treasury kremlin duma "
                    "presidency chancellery")  # fmt: skip


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
            elif number in bodies and scene.page.lower[item.end - 1] in ("forum", "conference"):
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
    for test in (_by_noun, _by_following):
        if (found := test(page, name)) is not None:
            return found
    if name.strength >= FORMED or _is_model_of(page, name):
        return ("" if name.strength < FORMED else name.kind), name.strength
    for reads in (as_place, as_body, as_person):
        if kind := reads(scene, number, name):
            return kind, FORMED if reads is as_place else LABELLED
    if not name.kind:
        return _guess(page, name), name.strength
    return name.kind, name.strength


def _by_noun(page: Tokens, name: Name) -> tuple[str, int] | None:
    """Tell what a common noun beside the name makes of it: "the vessel, the Hai Yang Xing"."""
    if _is_vessel(page, name):
        return "Product", FORMED
    if _is_thing(page, name):
        noun = page.doc[page.head(name.begin, name.end)].head.lemma_.lower()
        return ("Place", FORMED) if noun in v.PLACE_HEADS | v.PLACE_NOUNS else ("", GUESSED)
    return None


def _by_following(page: Tokens, name: Name) -> tuple[str, int] | None:
    """Tell what the words behind the name make of it: "the Raisi administration"."""
    following = page.lower[name.end] if name.end < len(page) else ""
    if name.kind == "Facility" and _speaks(page, name):
        return "GovernmentBody", name.strength  # "the Executive Mansion has disclosed"
    if name.kind == "Facility" and following in ("area", "zone", "district"):
        return "Place", FORMED
    if following in PEOPLE and name.strength < FORMED:
        return "", GUESSED  # "the Mojeño people"
    is_lone = name.end - name.begin == 1 and page.ents[name.begin] != "NORP"
    is_ruler = following in RULES and name.kind in ("Person", "") and is_lone
    return ("Person", FORMED) if is_ruler else None


def _is_thing(page: Tokens, name: Name) -> bool:
    """Tell whether what seems a person says which of its kind a thing is: "the Eager Lion"."""
    if name.kind != "Person" or name.strength >= FORMED or name.begin == 0:
        return False
    if page.lower[name.end : name.end + 1] and page.lower[name.end] in RULES:
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
