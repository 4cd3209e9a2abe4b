"""Find where an event took place, from the clause that tells it."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from relgraph.extract.anchors import (
    HOSTING,
    VERBS,
    anchors_of,
    antecedent,
    holder_of,
    host_of,
    verb_group,
)
from relgraph.extract.frames import Match
from relgraph.extract.parties import Phrases
from relgraph.extract.settings import PLACES, Scene
from relgraph.extract.words import words

AT = words("in at inside near outside within")
AREAS = words("""
    area bay canton capital center centre city coast county department district governorate heart
    hills island municipality neighborhood neighbourhood north south east west outskirts parish part
    port prefecture province quarter region state suburb town township vicinity village zone
""")
ASIDE = words("sidelines margins sideline margin")
# Who stands for somebody at a place: there he need not be.
POSTED = words(
    "ambassador attaché attache bureau consul consulate correspondent delegate embassy envoy "
    "governor head mayor mission nuncio representative resident"
)
# What an inaugurated or visited thing hangs on tells where it stands.
STANDING = words("inaugurated signed visited appointed founded attended witnessed")


def place_of(match: Match, scene: Scene, phrases: Phrases, home: str) -> str:
    """Return the most specific place that the clause of *match* names, or nothing.

    *home* is the referent of the dateline's place, which "here" stands for.
    """
    fits = _is_where(match, phrases)
    found = [pair for pair in _places(match, scene, phrases) if fits(pair[1])]
    if not found and match.verb is not None:
        where = antecedent(match.verb)
        is_place = where is not None and where.lower_ == "where"
        named = [t for t in scene.places if where is not None and t.i < where.i]
        if is_place and named:
            return _place(named[-1], phrases)
        host, fronted_only = host_of(match.verb)
        if host is not None:
            found = [
                pair
                for pair in _places_below(verb_group(host), match, scene, phrases)
                if (not fronted_only or pair[0].i < host.i) and fits(pair[1])
            ]
    if found:
        anchor = match.trigger.i
        best = min(
            found, key=lambda pair: (PLACES.index(phrases.kind(pair[1])), abs(pair[0].i - anchor))
        )
        return best[1]
    return _pointed_at(match, scene, phrases, home)


def is_named(who: str, phrases: Phrases) -> bool:
    """Tell whether *who* has a name, and is no "wind farm" of a sentence."""
    return any(word[:1].isupper() for name in phrases.names(who) for word in name.split())


def _is_where(match: Match, phrases: Phrases) -> Callable[[str], bool]:
    """Return a test for places by name that are not what the event is about."""
    objects = {
        who for token in match.slots.get("object", ()) for who in phrases.cast.at.get(token.i, ())
    }

    def fits(who: str) -> bool:
        is_object = who in objects and match.relation.name != "visited"
        return is_named(who, phrases) and not is_object

    return fits


def _pointed_at(match: Match, scene: Scene, phrases: Phrases, home: str) -> str:
    """Return the place of "here", "there", or of "Doha hosted talks"; or nothing."""
    host = host_of(match.verb)[0] if match.verb is not None else None
    heads = {t.i: t for t in (match.verb, holder_of(match.noun), host) if t is not None}
    for verb in heads.values():
        for child in verb.children:
            if child.lower_ == "here":
                return home
            if child.lower_ == "there" and child.dep_ == "advmod":
                return _last_place(child, phrases)
            if verb.lemma_ in HOSTING and child.dep_ == "nsubj" and child in scene.places:
                return _place(child, phrases)
    return ""


def _last_place(there: Token, phrases: Phrases) -> str:
    """Return the place that was named last before "there", in its sentence or the one before."""
    start = there.sent.start
    first = there.doc[start - 1].sent.start if start else 0
    for index in range(there.i - 1, first - 1, -1):
        for who in phrases.cast.at.get(index, ()):
            if phrases.kind(who) in ("Place", "Country"):
                return who
    return ""


def _places(match: Match, scene: Scene, phrases: Phrases) -> Iterator[tuple[Token, str]]:
    group = anchors_of(match, phrases.is_occasion)
    if match.relation.name in STANDING:
        for token in match.slots.get("object", ()):
            group.add(token.i)
            group.update(child.i for child in token.children if child.dep_ in ("acl", "relcl"))
    yield from _places_below(frozenset(group), match, scene, phrases)


def _places_below(
    group: frozenset[int], match: Match, scene: Scene, phrases: Phrases
) -> Iterator[tuple[Token, str]]:
    for token in scene.places:
        before = token.doc[max(token.i - 1, 0)]
        opens = token.left_edge.i - 1 <= scene.sentence.start + 1 and before.lower_ in AT
        if opens and scene.sentence.root.i in group:
            # "In Turkey Minister Ellwood met …": parsers read one long name.
            yield token, _place(token, phrases)
            continue
        prep = token.head
        while prep.dep_ in ("conj", "compound", "nmod", "appos"):
            prep = prep.head
        prep = prep if prep.dep_ == "prep" else prep.head
        if prep.lower_ == "of" and prep.head.lemma_.lower() in AREAS:
            prep = prep.head.head  # "in the port zone of Rades"
        if prep.dep_ != "prep" or prep.lower_ not in AT:
            continue
        if _hangs_on(prep, group, match, phrases):
            yield token, _place(token, phrases)


def _place(token: Token, phrases: Phrases) -> str:
    return next(who for who in phrases.cast.at[token.i] if phrases.kind(who) in PLACES)


def _hangs_on(prep: Token, group: frozenset[int], match: Match, phrases: Phrases) -> bool:
    """Tell whether a place behind *prep* is where the clause of *group* takes place.

    Parsers hang "in Rabat" of "met Minister Mezzour in Rabat" on the minister. It is his post
    ("the ambassador in Rabat") only where it stands before his name.
    """
    arguments = {t.i for part, tokens in match.slots.items() if part != "topic" for t in tokens}
    parties = {t.i for part in ("agent", "counterpart") for t in match.slots.get(part, ())}
    head = phrases.whole(prep.head)
    while head.i not in group:
        if head.pos_ in VERBS or head.head.i == head.i:
            return False
        named = _is_named_between(head, prep, phrases)
        if head.lemma_.lower() in POSTED and not named:
            return False
        above = head.head
        is_where = head.dep_ in ("pobj", "npadvmod") and above.lower_ in (*AT, "on")
        is_aside = {above.lower_, above.head.lower_} & ASIDE or phrases.is_occasion(head)
        # "talked with leaders of the Maya people in Flores": the phrase of a party.
        is_of_party = head.dep_ == "pobj" and above.lower_ == "of" and above.head.i in parties
        # "discussed the situation in Syria" does not take place there.
        is_matter = head.dep_ == "pobj" and above.lower_ in ("on", "about", "of", "for")
        passes = is_where or is_aside or head.i in arguments or named or is_of_party
        known = head.i in phrases.cast.at or phrases.is_party(head)
        is_link = head.dep_ in ("prep", "agent", "appos", "conj")
        if not passes and (is_matter or not (known or is_link)):
            return False
        head = phrases.whole(above)
    return True


def _is_named_between(head: Token, prep: Token, phrases: Phrases) -> bool:
    between = range(head.i, prep.i)
    return any("Person" in map(phrases.kind, phrases.cast.at.get(i, ())) for i in between)
