"""Find when and where an event took place, from the clause that tells it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from relgraph.extract import clauses
from relgraph.extract.dates import When
from relgraph.extract.discourse import SUBJECTS
from relgraph.extract.frames import Match
from relgraph.extract.parties import Phrases
from relgraph.extract.words import words

AT = words("in at inside near outside within")
# Most specific first.
PLACES = ("Facility", "Place", "Country")
ASIDE = words("sidelines margins sideline margin")
# Who stands for somebody at a place: there he need not be.
POSTED = words(
    "ambassador attaché attache bureau consul consulate correspondent delegate embassy envoy "
    "governor head mayor mission nuncio representative resident"
)
# A clause with such a mark, or a participle, tells of the same occasion as the one it hangs on.
TOGETHER = words("as while when where")
# What an inaugurated or visited thing hangs on tells where it stands.
STANDING = words("inaugurated signed visited appointed founded attended witnessed")
# Who attends is where and when the occasion is.
ATTENDED = words("attended witnessed")
# "A ceremony to mark the opening was held here today" says when and where it opened.
HOLDING = words("hold take occur")
HOSTING = words("host welcome")


@dataclass(frozen=True, slots=True)
class Scene:
    """What one sentence offers: its dates and the heads of its names of places."""

    sentence: Words
    dates: tuple[tuple[Token, When], ...]
    places: tuple[Token, ...]


def scenes(doc: Doc, dates: Sequence[When], phrases: Phrases) -> Iterator[Scene]:
    """Yield what each sentence of *doc* offers."""
    rest = list(dates)
    doc_end = len(doc)
    for sentence in doc.sents:
        here: list[tuple[Token, When]] = []
        while rest and rest[0].span.begin < sentence.end_char:
            when = rest.pop(0)
            words = doc.char_span(when.span.begin, when.span.end, alignment_mode="expand")
            if words is not None:
                here.append((_hung(words, sentence, doc_end), when))
        places = tuple(
            token
            for token in sentence
            if any(phrases.kind(who) in PLACES for who in phrases.cast.at.get(token.i, ()))
        )
        yield Scene(sentence, tuple(here), places)


def _hung(words: Words, sentence: Words, doc_end: int) -> Token:
    """Return the head of a date; of one set off at the end, the verb of the sentence.

    "He met Park, who is to be minister, the previous day": parsers hang it on the last clause.
    """
    first, last = words.start, words.end
    set_off = first > sentence.start and words.doc[first - 1].text == ","
    if (
        set_off
        and last < doc_end
        and words.doc[last].text in ".!?"
        and sentence.root.pos_ == "VERB"
    ):
        inner = words.root.head
        while inner.i != sentence.root.i and inner.dep_ != "relcl" and inner.head.i != inner.i:
            inner = inner.head
        if inner.dep_ == "relcl":
            return next(iter(sentence.root.children), sentence.root)
    return words.root


def dates_of(match: Match, scene: Scene, occasions: frozenset[str]) -> list[When]:
    """Return the dates that belong to *match*, in the order of the text."""
    own = [when for head, when in scene.dates if _belongs(head, match, occasions)]
    if own or match.verb is None:
        return own
    if match.relation.name == "visited" and (reason := _reason_dates(match, scene, occasions)):
        return reason
    host, fronted_only = _host(match.verb)
    if host is None:
        return []
    group = _group(host)
    return [
        when
        for head, when in scene.dates
        if _owner(head, occasions, None) in group and not (fronted_only and head.i > min(group))
    ]


def _reason_dates(match: Match, scene: Scene, occasions: frozenset[str]) -> list[When]:
    """Return when that is for which somebody comes: "to Berlin for a meeting on 17 November"."""
    verb = match.verb
    reasons = {
        noun.i
        for token in (verb.subtree if verb is not None else ())
        if token.lower_ == "for" and token.dep_ == "prep"
        for noun in token.children
        if noun.lemma_.lower() in occasions
    }
    return [when for head, when in scene.dates if _owner(head, occasions, None) in reasons]


def place_of(match: Match, scene: Scene, phrases: Phrases, home: str) -> str:
    """Return the most specific place that the clause of *match* names, or nothing.

    *home* is the referent of the dateline's place, which "here" stands for.
    """
    found = list(_places(match, scene, phrases))
    if not found and match.verb is not None:
        where = _antecedent(match.verb)
        is_place = where is not None and where.lower_ == "where"
        named = [t for t in scene.places if where is not None and t.i < where.i]
        if is_place and named:
            return _place(named[-1], phrases)
        host, fronted_only = _host(match.verb)
        if host is not None:
            found = [
                pair
                for pair in _places_below(_group(host), match, scene, phrases)
                if not fronted_only or pair[0].i < host.i
            ]
    if found:
        anchor = match.trigger.i
        best = min(
            found, key=lambda pair: (PLACES.index(phrases.kind(pair[1])), abs(pair[0].i - anchor))
        )
        return best[1]
    return _pointed_at(match, scene, phrases, home)


def _pointed_at(match: Match, scene: Scene, phrases: Phrases, home: str) -> str:
    """Return the place of "here", "there", or of "Doha hosted talks"; or nothing."""
    heads = {t.i: t for t in (match.verb, _holder(match.noun)) if t is not None}
    for verb in heads.values():
        for child in verb.children:
            if child.lower_ == "here":
                return home
            named = [token for token in scene.places if token.i < child.i]
            if child.lower_ == "there" and child.dep_ == "advmod" and named:
                return _place(named[-1], phrases)
            if verb.lemma_ in HOSTING and child.dep_ == "nsubj" and child in scene.places:
                return _place(child, phrases)
    return ""


def _holder(noun: Token | None) -> Token | None:
    """Return the verb that says that what *noun* is part of was held or hosted, or None."""
    token = noun
    while token is not None and token.head.i != token.i:
        above = token.head
        if above.pos_ in ("VERB", "AUX"):
            is_held = token.dep_ in SUBJECTS and above.lemma_ in HOLDING
            is_hosted = token.dep_ == "dobj" and above.lemma_ in HOSTING
            if is_held or is_hosted:
                return above
            if above.dep_ != "acl":  # "a ceremony to mark the opening"
                return None
        token = above
    return None


def _group(verb: Token) -> frozenset[int]:
    """Return *verb* with the verbs above it that only carry it: "is due to meet"."""
    group = {verb.i}
    while verb.dep_ == "xcomp" or (verb.dep_ == "acl" and verb.head.dep_ == "attr"):
        verb = verb.head
        group.add(verb.i)
    return frozenset(group)


def _host(verb: Token) -> tuple[Token | None, bool]:
    """Return the verb whose dates and places *verb* shares, and whether only those in front."""
    if (where := _antecedent(verb)) is not None:
        own = {verb.i, *(t.i for t in where.ancestors if t.i > where.i)}
        return next(
            (t for t in where.ancestors if t.pos_ == "VERB" and t.i not in own), None
        ), False
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return head, True
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    if verb.dep_ == "advcl" and (marks & TOGETHER or not marks):
        return head, False
    if verb.dep_ == "acl" and head.dep_ == "pobj" and head.head.lower_ == "with":
        above = head.head.head
        return (above, False) if above.pos_ in ("VERB", "AUX") else (None, False)
    return None, False


def _antecedent(verb: Token) -> Token | None:
    """Return the "where" or "when" that *verb* tells more of.

    "flew to Fez, where he is to meet Rabbah"; parsers hang such a clause on any word before it.
    """
    top = verb
    while top.dep_ in ("xcomp", "conj") and top.head.pos_ in ("VERB", "AUX"):
        top = top.head
    if top.dep_ not in ("relcl", "advcl", "ccomp"):
        return None
    asked = (t for t in top.subtree if t.lower_ in ("where", "when") and t.i < verb.i)
    return next(asked, None)


def _belongs(head: Token, match: Match, occasions: frozenset[str]) -> bool:
    owner = _owner(head, occasions, match.noun)
    holder = _holder(match.noun)
    if holder is not None and owner == holder.i:
        return True
    told = [match.noun] if match.noun is not None else []
    if match.relation.name in ATTENDED:
        told += match.slots.get("object", ())
    if any(owner in _told_by(noun) for noun in told):
        return True
    return match.verb is not None and owner in _group(match.verb)


def _owner(token: Token, occasions: frozenset[str], mine: Token | None) -> int:
    """Climb from a date to the verb or event noun that it dates; -1 where there is none."""
    while True:
        if token.head.i == token.i:
            return token.i if token.pos_ in ("VERB", "AUX") else -1
        token = token.head
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "amod":
            return token.i
        if mine is not None and token.i == mine.i:
            return token.i
        if token.lemma_.lower() in occasions and token.dep_ not in (*clauses.OBJECTS, "nsubjpass"):
            return token.i


def _places(match: Match, scene: Scene, phrases: Phrases) -> Iterator[tuple[Token, str]]:
    group = set(_group(match.verb)) if match.verb is not None else set()
    if match.noun is not None:
        group |= _told_by(match.noun)
        holder = _holder(match.noun)
        group |= {holder.i} if holder is not None else set()
    if match.relation.name in ATTENDED:
        group |= {i for token in match.slots.get("object", ()) for i in _told_by(token)}
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
        if prep.dep_ != "prep" or prep.lower_ not in AT:
            continue
        if _hangs_on(prep, group, match, phrases):
            yield token, _place(token, phrases)


def _told_by(noun: Token) -> set[int]:
    """Return *noun* with what says when it was: "a visit planned for May", "which was held in Fez".

    Parsers hang such a clause on any noun of the phrase: "the Forum on Trade, which was held".
    """
    own = {c.i for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"}
    held = {
        t.i
        for t in noun.subtree
        if t.i > noun.i and t.dep_ in ("acl", "relcl") and t.lemma_ in HOLDING
    }
    return {noun.i, *own, *held}


def _place(token: Token, phrases: Phrases) -> str:
    return next(who for who in phrases.cast.at[token.i] if phrases.kind(who) in PLACES)


def _hangs_on(prep: Token, group: frozenset[int], match: Match, phrases: Phrases) -> bool:
    """Tell whether a place behind *prep* is where the clause of *group* takes place.

    Parsers hang "in Rabat" of "met Minister Mezzour in Rabat" on the minister. It is his post
    ("the ambassador in Rabat") only where it stands before his name.
    """
    arguments = {t.i for part, tokens in match.slots.items() if part != "topic" for t in tokens}
    head = phrases.whole(prep.head)
    while head.i not in group:
        if head.pos_ in ("VERB", "AUX") or head.head.i == head.i:
            return False
        named = _is_named_between(head, prep, phrases)
        if head.lemma_.lower() in POSTED and not named:
            return False
        above = head.head
        is_where = head.dep_ in ("pobj", "npadvmod") and above.lower_ in (*AT, "on")
        is_aside = {above.lower_, above.head.lower_} & ASIDE or phrases.is_occasion(head)
        # "discussed the situation in Syria" does not take place there.
        is_matter = head.dep_ == "pobj" and above.lower_ in ("on", "about", "of", "for")
        passes = is_where or is_aside or head.i in arguments or named
        known = head.i in phrases.cast.at or phrases.is_party(head)
        is_link = head.dep_ in ("prep", "agent", "appos", "conj")
        if not passes and (is_matter or not (known or is_link)):
            return False
        head = phrases.whole(above)
    return True


def _is_named_between(head: Token, prep: Token, phrases: Phrases) -> bool:
    between = range(head.i, prep.i)
    return any("Person" in map(phrases.kind, phrases.cast.at.get(i, ())) for i in between)
