"""Read who does what in a clause: subjects, objects and prepositions, with passives undone."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from relgraph.extract.words import words

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
OBJECTS = ("dobj", "obj")
# Verbs whose infinitive has their object as its subject: "invited him to visit".
OBJECT_CONTROL = words(
    "allow ask authorize authorise call command enable encourage expect force get help instruct "
    "invite let make nominate order permit persuade request require send tell urge want"
)

# Who is given a thing may stand without "to".
GIVING = words("award confer give grant hand lend offer present send")
# What may stand before the preposition asked for: "via video with", "in Rabat with".
BY_MEANS = words("via by through over")
SETTINGS = ("GPE", "LOC", "FAC", "DATE", "TIME", "ORG")
# "an invitation to Rabbah to attend": he is to attend.
ASKING = words("appeal call invitation offer order request")
SOURCES = words("according due owing thanks")  # "according to" goes nowhere
# What may stand between a passive verb and its "by".
BETWEEN = words("agent attr dative dobj oprd pobj prep")
ATTENDING = words("accompany accompanied flank flanked head headed join joined lead led")
NAMELIKE = ("NOUN", "PROPN", "NUM")
THANKING = words("applaud blame commend congratulate criticise criticize laud praise thank")
THANKS = words("appreciation congratulation gratitude praise thank thanks")


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb with its arguments as in the active voice, each conjunct by itself."""

    verb: Token
    passive: bool
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    attributes: tuple[Token, ...]
    recipients: tuple[Token, ...] = ()


def read(verb: Token) -> Clause:
    """Read the clause of *verb*."""
    passive = is_passive(verb)
    surface, company = _spread(subjects(verb)), _spread(_company(verb))
    attributes = tuple(child for child in verb.children if child.dep_ in ("attr", "oprd"))
    given, taken = _given(verb)
    if passive:
        doers = (*_spread(_agents(verb)), *company)
        if given and not taken:  # "she was awarded the order"
            return Clause(verb, passive, doers, given, attributes, tuple(surface))
        return Clause(verb, passive, doers, tuple(surface), attributes, taken)
    doers = (*surface, *company)
    whole = given or tuple(_spread(with_company(objects(verb))))
    return Clause(verb, passive, doers, whole, attributes, taken)


def _given(verb: Token) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return what is given and to whom, where neither has a preposition: "handed him the keys"."""
    own = [child for child in verb.children if child.dep_ in OBJECTS]
    taking = [child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP"]
    if not taking and verb.lemma_ in GIVING and len(own) > 1:
        taking, own = own[:1], own[1:]  # parsers call both an object
    if taking and not own:  # "awarded her the medal": parsers take it for her other name
        own = [child for child in taking[0].children if child.dep_ == "appos"]
    if verb.lemma_ not in GIVING or not own:
        return (), ()
    return tuple(_spread(own)), tuple(_spread(taking))


def is_passive(verb: Token) -> bool:
    """Tell whether the surface subject of *verb* is its object."""
    below = {child.dep_ for child in verb.children}
    if below & {"auxpass", "nsubjpass"} or ("agent" in below and not below & set(OBJECTS)):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" for child in verb.children):
        return False
    if verb.dep_ == "conj" and _is_verb(verb.head):
        own = any(child.dep_ in SUBJECTS for child in verb.children)
        return not own and is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl", "relcl", "amod", "ROOT", "appos") and not any(
        child.dep_ in OBJECTS for child in verb.children
    )


def subjects(verb: Token) -> list[Token]:
    """Return the surface subjects of *verb*, its own or those that it shares with another."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if not own and verb.dep_ == "ROOT" and verb.tag_ in ("VBD", "VBZ", "VBP"):
        return _swallowed(verb)
    if not own:  # "as both discussed": parsers hang "both" on "as"
        own = [t for mark in verb.children if mark.dep_ == "mark" for t in mark.children]
    head = verb.head
    if own or head.i == verb.i:
        return [_antecedent(token, verb) for token in own]
    if verb.dep_ == "relcl":
        return [head]
    if verb.dep_ == "conj":
        return subjects(head) if _is_verb(head) else []
    if verb.dep_ == "acl":
        return _of_noun_clause(verb)
    return _beside(verb) or _controllers(verb)


def _swallowed(verb: Token) -> list[Token]:
    """Return the subject that parsers took into the list before it.

    "In the presence of Singh, Rabbah and Hejira signed a pact": who stands behind the comma.
    """
    last = verb.i - 1
    while last > verb.sent.start and verb.doc[last].pos_ in ("ADV", "AUX", "PUNCT"):
        last -= 1
    token = verb.doc[last]
    chain = []
    while token.dep_ in ("compound", "conj", "appos", "nmod") and token.head.i < token.i:
        if token.dep_ == "conj":
            chain.append(token)
        token = token.head
    first = chain[-1] if chain else token
    if token.dep_ == "pobj" and verb.doc[token.left_edge.i - 1].text == ",":
        return [token]  # "In a call on Monday, Singh spoke": on, with two objects
    is_behind = any(t.text == "," for t in verb.doc[token.i + 1 : first.i])
    return chain[-1:] if token.dep_ == "pobj" and is_behind else []


def objects(verb: Token) -> list[Token]:
    """Return the objects of *verb*; of "signed and exchanged notes" both have the notes."""
    own = [child for child in verb.children if child.dep_ in OBJECTS]
    if not own:
        own = [
            child
            for other in verb.children
            if other.dep_ == "conj" and _is_verb(other)
            for child in other.children
            if child.dep_ in OBJECTS and not _has(verb, ("prep", "prt", "ccomp", "xcomp"))
        ]
    return [_antecedent(token, verb) for token in own] or _gap(verb)


def conjuncts(token: Token) -> Iterator[Token]:
    """Yield *token* and all that it is coordinated with to its right."""
    yield token
    for child in token.children:
        # "Egypt's President A and Somalia's President B": A is taken for a title of B.
        if child.dep_ == "nmod" and _has(child, ("cc",)) and child.pos_ == "PROPN":
            yield child
        if child.dep_ == "conj" and not _is_verb(child):
            yield from conjuncts(child)
        # "the CEO, Birgitte Thomsen, and the chairman": the second hangs on the first one's name.
        if child.dep_ == "appos":
            yield from (t for t in conjuncts(child) if t.i != child.i)


def prepositions(head: Token, words: tuple[str, ...]) -> list[Token]:
    """Return what stands behind any of *words* below *head*, conjuncts included.

    Parsers hang "with him" in "talks in Rabat with him" on Rabat: where nothing hangs on *head*
    itself, its other prepositions are searched.
    """
    direct = list(_spread(_behind(head, words)))
    if direct:
        return direct
    return [
        found
        for child in head.children
        if child.dep_ in ("prep", "agent")
        for noun in child.children
        if noun.dep_ == "pobj" and (child.lower_ in BY_MEANS or noun.ent_type_ in SETTINGS)
        for found in _spread(_behind(noun, words))
    ]


def _behind(head: Token, words: tuple[str, ...]) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ not in ("prep", "agent", "dative", "prt") or child.lower_ in SOURCES:
            continue
        # "from Fez to Rabat", "to Fez on Monday and to Rabat on Tuesday"
        pair = [child, *(c for c in child.children if c.dep_ in ("prep", "conj"))]
        for prep in pair:
            if prep.lower_ in words:
                yield from (c for c in prep.children if c.dep_ in ("pobj", "pcomp"))


def _agents(verb: Token) -> list[Token]:
    own = [token for token in prepositions(verb, ("by",)) if token.dep_ == "pobj"]
    waiting = [] if own else [child for child in verb.rights if child.dep_ in BETWEEN]
    while waiting:  # "was awarded to Tata by Morocco": parsers hang "by" on Tata
        token = waiting.pop(0)
        if token.lower_ == "by":
            return [noun for noun in token.children if noun.dep_ == "pobj"]
        waiting.extend(child for child in token.children if child.dep_ in BETWEEN)
    return own


def _spread(tokens: Iterator[Token] | list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from conjuncts(token)


def _company(verb: Token) -> Iterator[Token]:
    """Yield who acts "along with", "together with" or "accompanied by" the subject."""
    agents = (t for child in verb.children if child.dep_ == "agent" for t in child.children)
    for head in (verb, *subjects(verb), *agents):
        yield from company(head)
    for child in verb.children:
        if child.lower_ in ("along", "alongside", "together") and child.dep_ in ("prep", "advmod"):
            yield from (noun for noun in child.children if noun.dep_ == "pobj")
            for prep in child.children:
                if prep.lower_ == "with":
                    yield from (noun for noun in prep.children if noun.dep_ == "pobj")


def with_company(tokens: list[Token]) -> list[Token]:
    """Return *tokens* with who is with each."""
    return [each for token in tokens for each in (token, *company(token))]


def company(head: Token) -> Iterator[Token]:
    """Yield who is with *head*: "a delegation led by Rabbah", "the minister, joined by an aide"."""
    for child in head.children:
        if child.lemma_ in ATTENDING and child.dep_ in ("acl", "advcl") and child.i > head.i:
            yield from (t for by in child.children if by.lower_ == "by" for t in by.children)


def _antecedent(token: Token, verb: Token) -> Token:
    """Return the noun that a relative pronoun stands for."""
    if token.tag_ not in ("WP", "WDT"):
        return token
    clause = verb
    while clause.dep_ == "conj" and clause.head.i != clause.i:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else token


def _gap(verb: Token) -> list[Token]:
    """Return the noun whose relative clause lacks its object: "the forum that he opened"."""
    # "a contract that the firm signed": parsers take "that" for a conjunction
    is_relative = verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ in ("VBD", "VBZ"))
    if not is_relative or is_passive(verb):
        return []
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if not own or any(token.tag_ in ("WP", "WDT") for token in own):
        return []
    around = {t.lower_ for t in verb.subtree if t.i < verb.i}
    return [] if around & {"where", "when", "why"} else [verb.head]


def _of_noun_clause(verb: Token) -> list[Token]:
    """Return the subject of a clause on a noun: the noun, or who has "plans to visit"."""
    noun = verb.head
    if verb.tag_ != "VB":
        return [noun]
    if noun.lemma_.lower() in ASKING:
        asked = list(_behind(noun, ("to",))) or list(_behind(noun.head, ("to",)))
        if asked:
            return asked
    possessors = [child for child in noun.children if child.dep_ == "poss"]
    if possessors:
        return possessors
    named = [c for c in noun.head.children if c.dep_ == "attr"] if noun.dep_ == "nsubj" else []
    if named and noun.head.lemma_ == "be":
        return named  # "The last minister to visit it was Singh."
    if noun.dep_ in (*OBJECTS, "attr") and _is_verb(noun.head):
        return subjects(noun.head)  # "She was the first minister to visit it."
    return [noun]


def _beside(verb: Token) -> list[Token]:
    """Return the nouns right before a participle: "the vehicle, made by TASL".

    Parsers hang it on the verb of the sentence. Not meant is a place: "landed in Rabat, met by …".
    """
    if verb.dep_ != "advcl" or verb.tag_ != "VBN":
        return []
    doc, at = verb.doc, verb.left_edge.i - 1
    is_behind = verb.i > verb.head.i
    first = verb.head.i + 1 if is_behind else verb.sent.start
    has_agent = any(child.dep_ == "agent" for child in verb.children)
    if at < first or not doc[at].is_punct or (is_behind and not has_agent):
        return []
    while at > first and doc[at].is_punct:
        at -= 1
    if doc[at].pos_ not in NAMELIKE or doc[at].head.lower_ in ("in", "at", "to", "on"):
        return []
    found = []
    while at >= first and (doc[at].pos_ in NAMELIKE or doc[at].is_punct):
        found.append(doc[at])
        at -= 1
    return [token for token in found if not token.is_punct]


def _controllers(verb: Token) -> list[Token]:
    head = verb.head
    if verb.dep_ == "pcomp":
        if head.lower_ == "for" and (thanked := _thanked(head)):
            return thanked
        head = head.head
    if not _is_verb(head):
        # "is due to visit", "ready to sign": the adjective's verb has the subject.
        return subjects(head.head) if head.dep_ == "acomp" else _owner(head)
    if verb.dep_ in ("xcomp", "advcl", "ccomp") and head.lemma_ in OBJECT_CONTROL:
        controlled = subjects(head) if is_passive(head) else objects(head)
        if controlled:
            return controlled
    if verb.dep_ in ("xcomp", "advcl", "pcomp", "ccomp", "prep") and verb.tag_ in (
        "VB",
        "VBG",
        "VBN",
    ):
        return subjects(head)
    return []


def _thanked(prep: Token) -> list[Token]:
    """Return who is thanked "for visiting": their act, not that of who gives thanks."""
    head = prep.head
    if _is_verb(head) and head.lemma_ in THANKING:
        return objects(head)
    nouns = [head] if not _is_verb(head) else objects(head)
    for noun in nouns:
        if noun.lemma_.lower() in THANKS:
            return list(_behind(noun, ("to",))) or list(_behind(noun.head, ("to",)))
    return []


def _owner(noun: Token) -> list[Token]:
    owners = [child for child in noun.children if child.dep_ == "poss"]
    if owners:
        return owners
    if noun.dep_ in OBJECTS and _is_verb(noun.head):
        return subjects(noun.head)
    return []


def _has(token: Token, deps: tuple[str, ...]) -> bool:
    return any(child.dep_ in deps for child in token.children)


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")
