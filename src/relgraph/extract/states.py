"""Find what holds between two things: which is part of, lies in, belongs to or is made by which."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from relgraph.extract.cast import Cast, Reading
from relgraph.extract.vocabulary import OWNED
from relgraph.extract.words import words
from relgraph.model import Evidence, Span, StateClaim
from relgraph.ontology import Ontology, Relation

# How sure, by the words that say so: counted on articles, see docs/confidence.md.
SURE, LESS_SURE = 0.9, 0.65
LOOSE = frozenset(["compound", "prep:of"])  # "the EU regulation", "a firm of Italy"
# What stands between a body or product and what owns or made it.
MAKING = words("make produce manufacture build")
LYING = words("locate situate base headquarter base")
WITHIN = words("in at of")


@dataclass(frozen=True, slots=True)
class _Found:
    relation: str
    subject: str
    object: str
    rule: str
    trigger: Token
    arguments: tuple[Token, Token]


def states(reading: Reading, cast: Cast, ontology: Ontology) -> tuple[StateClaim, ...]:
    """Return the states of *reading* but for offices, each once with all its evidence."""
    kinds = {referent.id: referent.kind for referent in cast.referents}
    claims: dict[tuple[str, str, str], StateClaim] = {}
    for found in _all(reading, cast):
        relation = ontology.relations[found.relation]
        if found.subject == found.object or not _fits(relation, kinds, found):
            continue
        evidence = _evidence(found, reading, cast)
        key = (found.relation, found.subject, found.object)
        sure = LESS_SURE if found.rule in LOOSE else SURE
        known = claims.get(key)
        if known is None:
            number = f"s{len(claims) + 1}"
            claims[key] = StateClaim(number, *key, evidence=(evidence,), confidence=sure)
        elif all(evidence.span != proof.span for proof in known.evidence):
            sure = max(known.confidence, sure)
            claims[key] = replace(known, evidence=(*known.evidence, evidence), confidence=sure)
    return tuple(claims.values())


def _fits(relation: Relation, kinds: dict[str, str], found: _Found) -> bool:
    subject, whole = kinds.get(found.subject, ""), kinds.get(found.object, "")
    if found.relation == "part_of" and whole == "Country" and subject != "GovernmentBody":
        return False  # "France's Alstom"
    if found.relation == "located_in" and subject == "Company" and found.rule.startswith("prep:"):
        return False  # "met executives of Petrobras in Cartagena"
    return subject in relation.domain and whole in relation.range


def _all(reading: Reading, cast: Cast) -> Iterator[_Found]:
    for index in sorted(cast.at):
        token = reading.doc[index]
        # "They" are no one body; a state is told of one thing by its name.
        if len(cast.at[index]) != 1 or token.pos_ == "PRON":
            continue
        for pair in (*_by_noun(token), *_by_clause(token)):
            whole = cast.at.get(pair.other.i, ())
            if len(whole) == 1 and pair.other.pos_ != "PRON" and pair.other.tag_ != "PRP$":
                for relation in pair.relations:
                    yield _Found(
                        relation,
                        cast.at[index][0],
                        whole[0],
                        pair.rule,
                        pair.trigger,
                        (token, pair.other),
                    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """What may be the whole of a thing, under which relations, and the word that says so."""

    relations: tuple[str, ...]
    other: Token
    rule: str
    trigger: Token


def _by_noun(token: Token) -> Iterator[_Pair]:
    """Read what hangs on a name: "Morocco's Berrechid", "Berrechid, Morocco"."""
    for child in token.children:
        if child.dep_ == "poss":
            yield _Pair(("part_of", "located_in", "facility_of"), child, "possessive", token)
        elif child.dep_ == "compound":
            yield _Pair(("facility_of", "part_of"), child, "compound", token)
        elif child.dep_ == "appos":
            yield _Pair(("located_in",), child, "apposition", token)
            if child.ent_type_ == "GPE" or child.lemma_ == "Government":
                # "Ministry of External Affairs, Government of India"; a list looks the same.
                yield _Pair(("part_of",), child, "apposition", token)
            yield from _owned(child)
        elif child.dep_ == "prep" and child.lower_ in WITHIN:
            relations = ("part_of", "facility_of") if child.lower_ == "of" else ("located_in",)
            for noun in child.children:
                yield _Pair(relations, noun, f"prep:{child.lower_}", token)


def _by_clause(token: Token) -> Iterator[_Pair]:
    """Read what a clause says of a name: "made by TASL", "is a subsidiary of Tata Sons"."""
    # "the K-750 pump, made by": the parser hangs the clause on the pump.
    noun = token.head if token.dep_ == "compound" and token.head.pos_ == "NOUN" else token
    verbs = [child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    if noun.dep_ == "nsubjpass":
        verbs.append(noun.head)
    for verb in verbs:
        yield from _by_participle(verb)
    if token.dep_ in ("appos", "dobj", "pobj", "nsubj", "conj"):
        yield from _called_owned(token)
    if token.dep_ == "dobj" and token.head.lemma_ == "own":
        for owner in token.head.children:
            if owner.dep_ == "nsubj":
                yield _Pair(("subsidiary_of", "facility_of"), owner, "verb:own", token.head)
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        for child in token.head.children:
            if child.dep_ == "attr":
                yield from _owned(child)


def _by_participle(verb: Token) -> Iterator[_Pair]:
    for prep in verb.children:
        made = verb.lemma_ in MAKING and prep.lower_ == "by"
        lies = verb.lemma_ in LYING and prep.lower_ in ("in", "at")
        owned = verb.lemma_ == "own" and prep.lower_ == "by"
        relations = ("made_by",) * made + ("located_in",) * lies
        relations += ("subsidiary_of", "facility_of") * owned
        for noun in prep.children if relations else ():
            yield _Pair(relations, noun, f"verb:{verb.lemma_}", verb)


def _called_owned(token: Token) -> Iterator[_Pair]:
    """Read "KEPCO's subsidiary KHNP", whichever of the two nouns the parser hangs on the other."""
    doc = token.doc
    at = token.left_edge.i - 1
    nouns = [child for child in token.children if child.dep_ in ("compound", "nmod")]
    if at >= 0:
        nouns.append(doc[at])
    for noun in nouns:
        if noun.lemma_.lower() in OWNED:
            for owner in (*noun.children, *token.children):
                if owner.dep_ == "poss" and owner.i < noun.i:
                    yield _Pair(("subsidiary_of",), owner, f"noun:{noun.lemma_.lower()}", noun)


def _owned(noun: Token) -> Iterator[_Pair]:
    if noun.lemma_.lower() in OWNED:
        for prep in noun.children:
            if prep.lower_ == "of":
                for whole in prep.children:
                    yield _Pair(("subsidiary_of",), whole, f"noun:{noun.lemma_.lower()}", noun)


def _evidence(found: _Found, reading: Reading, cast: Cast) -> Evidence:
    sentence = found.trigger.sent
    left = len(sentence.text) - len(sentence.text.lstrip())
    span = Span(sentence.start_char + left, sentence.start_char + len(sentence.text.rstrip()))
    trigger = Span(found.trigger.idx, found.trigger.idx + len(found.trigger))
    extents = (cast.extents.get(token.i) for token in found.arguments)
    arguments = tuple(
        sorted({extent for extent in extents if extent is not None and span.covers(extent)})
    )
    return Evidence(span, span.of(reading.article.text), found.rule, trigger, arguments)
