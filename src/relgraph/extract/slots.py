"""Find the tokens that stand in a slot of a frame, around its verb or its noun."""

from collections.abc import Iterator

from spacy.tokens import Token

from relgraph.extract import clauses
from relgraph.extract.words import words

# Whose meetings are cancelled or sought, but for other owners, are those of who does it.
DISPOSING = words(
    "abandon arrange call cancel continue cut drop end extend plan postpone propose request resume "
    "schedule scrap seek shorten suspend"
)
# Who does these to an act does the act: "presided over the inauguration of the port".
PERFORMING = words("announce chair conduct lead officiate oversee perform preside")
# "spoke by phone", "welcomed at the airport", "met over lunch"
BY_MEANS = words("among at by for into on over through via in under upon with")
MEANWHILE = words("after at with within before during following for in on upon")
# "on the sidelines of a meeting", "at the end of a visit": the outer noun says only when.
STAGES = words(
    "beginning close conclusion course end framework margin margins part sideline sidelines start"
)
# Parsers hang "in a call with Rabbah" on the noun before it, "for a meeting" on the place.
LOOSE = ("dobj", "pobj", "attr")
ACCOMPANYING = words("accompany flank join")
# What these count is meant, not they.
QUANTITIES = words(
    "array batch couple dozen group handful host hundred majority member number pair range "
    "edition round series set string thousand variety"
)
# Where "between" and "with" may hide below a noun: "a contract worth $5 million with …",
# "the fifth session of the commission between …". Below a verb they are its own.
_THROUGH = words("acl amod appos compound nmod npadvmod nummod pobj prep quantmod")
_HIDDEN = words("between with")
_NOUNS = ("NOUN", "PROPN")


def of_clause(
    places: tuple[str, ...], clause: clauses.Clause, partner: Token | None
) -> list[Token]:
    """Return what stands in the first of *places* around a verb; *partner* is its noun."""
    for place in places:
        found = list(_of_verb(place, clause, partner))
        if found:
            return found
    return []


def of_noun(noun: Token, places: tuple[str, ...]) -> list[Token]:
    """Return what stands in the first of *places* around *noun*."""
    for place in places:
        found = _around(noun, place)
        if found:
            return found
    return []


def counted(token: Token) -> Token:
    """Return the talks of "a round of talks", the ministers of "a number of ministers"."""
    if token.lemma_.lower() not in QUANTITIES:
        return token
    below = (n for p in token.children if p.lower_ == "of" for n in p.children if n.dep_ == "pobj")
    return next(below, token)


def hosting(noun: Token) -> Token | None:
    """Return the verb of what was done at an event that is new: "said in a meeting with Rabbah"."""
    prep = _outer(noun)
    verb = None if prep is None else _carrier(prep)
    if prep is None or verb is None or prep.lower_ not in MEANWHILE:
        return None
    # "during the meeting" tells of none that is new, "after his meeting" of an earlier one.
    is_known = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in noun.children)
    return None if is_known and not behind(noun, "with") else verb


def _carrier(prep: Token) -> Token | None:
    """Return the verb whose clause *prep* belongs to, past the noun that parsers hang it on."""
    head = prep.head
    while head.pos_ in _NOUNS and head.dep_ in LOOSE and head.head.i != head.i:
        head = head.head.head if head.dep_ == "pobj" else head.head
    return head if head.pos_ in ("VERB", "AUX") else None


def doer(noun: Token) -> list[Token]:
    """Return who acts in the clause that *noun* hangs on, new or known: "on his visit"."""
    prep = _outer(noun)
    verb = None if prep is None else _carrier(prep)
    return [] if verb is None else list(clauses.read(verb).subjects)


def _of_verb(place: str, clause: clauses.Clause, partner: Token | None) -> Iterator[Token]:
    verb = clause.verb
    if place in ("subject", "occasion"):
        yield from clause.subjects
    elif place == "object":
        yield from clause.objects
    elif place == "attr":
        yield from clause.attributes
    elif place == "noun":
        yield from (partner,) if partner is not None else ()
    elif place == "complement":
        yield from _complements(verb, partner)
    elif place == "to" and clause.recipients:
        yield from clause.recipients
    elif place.startswith("object."):
        yield from _of_objects(clause, place.removeprefix("object."))
    elif partner is not None and partner.dep_ in ("acomp", "advmod"):
        # "was present at the fair"
        yield from behind(verb, place) or behind(partner, place)
    elif partner is not None and partner.pos_ in _NOUNS:
        # "paid a call on Rabbah on Monday": parsers part them by chance.
        yield from of_noun(partner, (place,))
        yield from () if place in ("of", "poss") else behind(verb, place)
    else:
        yield from behind(verb, place)


def _of_objects(clause: clauses.Clause, place: str) -> Iterator[Token]:
    """Yield what hangs on an object: "a memorandum between the two ministries was signed"."""
    for thing in clause.objects:
        inner = [thing, *behind(thing, "of")]  # "a memorandum of understanding between …"
        found = next((below for token in inner if (below := behind(token, place))), ())
        yield from found or _hidden(thing, place)


def _around(noun: Token, place: str) -> list[Token]:
    if place == "poss":
        owners = (child for child in noun.children if child.dep_ == "poss")
        return [token for owner in owners for token in clauses.conjuncts(owner)]
    if place == "visitor":
        return _visitor(noun)
    if place == "host":
        return _host(noun)
    if place.startswith("of."):
        below = behind(noun, "of")
        return [t for thing in below for t in behind(thing, place.removeprefix("of."))]
    if place == "complement":
        return list(_complements(noun, None))
    # "a meeting, held in Fez, with Rabbah"
    participles = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    found = [t for head in (noun, *participles) for t in behind(head, place)]
    return found or _hidden(noun, place) or _aside(noun, place) or _staged(noun, place)


def behind(head: Token, place: str) -> tuple[Token, ...]:
    """Return what stands behind a preposition below *head*; "in_honour_of" is one as well."""
    if "_" in place:
        first, noun, last = place.split("_")
        inner = (t for t in clauses.prepositions(head, (first,)) if t.lemma_.lower() == noun)
        return tuple(t for n in inner for t in clauses.prepositions(n, (last,)))
    found = clauses.prepositions(head, (place,))
    return tuple(t for t in clauses.with_company(found) if t.ent_type_ not in ("DATE", "TIME"))


def _hidden(noun: Token, place: str) -> list[Token]:
    """Return what stands behind "between" or "with" further down in the phrase of *noun*."""
    if place not in _HIDDEN:
        return []
    waiting = list(noun.children)
    while waiting:
        token = waiting.pop(0)
        if token.dep_ == "prep" and token.lower_ == place:
            return [t for n in token.children if n.dep_ == "pobj" for t in clauses.conjuncts(n)]
        # "with" below a name is that name's: "companies with operations in …".
        is_way = token.dep_ in _THROUGH and not (place == "with" and token.pos_ == "PROPN")
        if is_way and (token.pos_ not in ("VERB", "AUX") or token.tag_ == "VBN"):
            waiting.extend(token.children)
    return []


def _aside(noun: Token, place: str) -> list[Token]:
    """Return who is behind a "with" further on: "left for talks on Monday with Rabbah"."""
    prep = _outer(noun) if place == "with" else None
    verb = None if prep is None else _carrier(prep)
    if prep is None or verb is None or not prep.head.i == verb.i < noun.i:
        return []
    below = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == place and c.i > noun.i)
    return [t for c in below for n in c.children if n.dep_ == "pobj" for t in clauses.conjuncts(n)]


def _staged(noun: Token, place: str) -> list[Token]:
    """Return what parsers hang on "the framework" in "the framework of his visit to Oman"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return list(behind(above, place)) if above.lemma_.lower() in STAGES and place != "of" else []


def _complements(verb: Token, partner: Token | None) -> Iterator[Token]:
    for head in (verb, partner):
        if head is not None:
            yield from (c for c in head.rights if c.dep_ in ("xcomp", "ccomp", "acl"))


def _host(noun: Token) -> list[Token]:
    """Return who acts in the clause that *noun* hangs on: "said in a meeting with Rabbah"."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in DISPOSING | PERFORMING:
        return list(clauses.read(noun.head).subjects)
    prep = _outer(noun)
    if prep is None:
        return []
    if prep.lower_ == "over" and prep.head.lemma_ in PERFORMING:
        return list(clauses.read(prep.head).subjects)
    if prep.lower_ == "on" and prep.head.pos_ == "PROPN":
        return [prep.head]  # "Haddad, on a visit to Algeria, said …"
    verb = hosting(noun)
    if verb is None:
        return []
    clause = clauses.read(verb)
    # "He was accompanied by her during a meeting with Rabbah."
    together = clause.objects if verb.lemma_ in ACCOMPANYING else ()
    return [*clause.subjects, *together]


def _outer(noun: Token) -> Token | None:
    """Return the preposition that *noun* is behind, past "the sidelines of"."""
    if noun.dep_ != "pobj":
        return None
    prep = noun.head
    above = prep.head
    if prep.lower_ == "of" and above.lemma_.lower() in STAGES and above.dep_ == "pobj":
        return above.head
    return prep


def _visitor(noun: Token) -> list[Token]:
    """Return who comes when *noun* is an invitation: "his visit at the invitation of …"."""
    host = noun.head.head if noun.dep_ == "pobj" else noun.head
    if host.pos_ in ("VERB", "AUX"):
        return list(clauses.read(host).subjects)
    return [child for child in host.children if child.dep_ == "poss"]
