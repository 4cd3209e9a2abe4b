"""Find what holds between two things of a text: what is part of, lies in, belongs to, made by what."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from relgraph.extract.cast import Cast, Reading
from relgraph.model import Evidence, Span, StateClaim
from relgraph.ontology import Ontology, Relation

SURE = 0.85
# What stands between a body or product and what owns or made it.
OWNED = frozenset(["subsidiary", "unit", "arm", "division", "branch", "affiliate"])
MAKING = frozenset(["make", "produce", "manufacture", "build"])
LYING = frozenset(["locate", "situate", "base", "headquarter", "base"])
WITHIN = frozenset(["in", "at", "of"])


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
        known = claims.get(key)
        if known is None:
            number = f"s{len(claims) + 1}"
            claims[key] = StateClaim(number, *key, evidence=(evidence,), confidence=SURE)
        elif all(evidence.span != proof.span for proof in known.evidence):
            claims[key] = replace(known, evidence=(*known.evidence, evidence))
    return tuple(claims.values())


def _fits(relation: Relation, kinds: dict[str, str], found: _Found) -> bool:
    subject, whole = kinds.get(found.subject, ""), kinds.get(found.object, "")
    return subject in relation.domain and whole in relation.range


def _all(reading: Reading, cast: Cast) -> Iterator[_Found]:
    for index in sorted(cast.at):
        token = reading.doc[index]
        for subject in cast.at[index]:
            # "They" are no one body; a state is told of one thing by its name.
            if len(cast.at[index]) == 1 and token.pos_ != "PRON":
                yield from _of(token, subject, cast)


def _of(token: Token, subject: str, cast: Cast) -> Iterator[_Found]:
    for child in token.children:
        if child.dep_ == "poss":
            yield from _either(
                ("part_of", "located_in", "facility_of"), token, subject, child, "possessive", cast
            )
        elif child.dep_ == "prep" and child.lower_ in WITHIN:
            relations = ("part_of", "facility_of") if child.lower_ == "of" else ("located_in",)
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield from _either(
                        relations, token, subject, noun, f"prep:{child.lower_}", cast
                    )
        elif child.dep_ == "appos":
            yield from _apposed(token, subject, child, cast)
        elif child.dep_ == "compound" and child.i in cast.at:
            yield from _either(("facility_of", "part_of"), token, subject, child, "compound", cast)
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            yield from _by_verb(token, subject, child, cast)
    verb = token.head
    if token.dep_ == "nsubjpass":
        yield from _by_verb(token, subject, verb, cast)
    elif token.dep_ == "nsubj" and verb.lemma_ == "be":
        for child in verb.children:
            if child.dep_ == "attr":
                yield from _owned(subject, child, token, cast)


def _apposed(token: Token, subject: str, child: Token, cast: Cast) -> Iterator[_Found]:
    """Read "Berrechid, Morocco" and "Kestrel Motors, a unit of Kestrel Group"."""
    if child.i in cast.at:
        yield from _either(("located_in", "part_of"), token, subject, child, "apposition", cast)
    yield from _owned(subject, child, token, cast)


def _owned(subject: str, noun: Token, token: Token, cast: Cast) -> Iterator[_Found]:
    if noun.lemma_.lower() not in OWNED:
        return
    for prep in noun.children:
        if prep.lower_ == "of":
            for whole in prep.children:
                yield from _either(
                    ("subsidiary_of",),
                    token,
                    subject,
                    whole,
                    f"noun:{noun.lemma_.lower()}",
                    cast,
                    noun,
                )


def _by_verb(token: Token, subject: str, verb: Token, cast: Cast) -> Iterator[_Found]:
    for child in verb.children:
        if verb.lemma_ in MAKING and child.lower_ == "by":
            relation = "made_by"
        elif verb.lemma_ in LYING and child.lower_ in ("in", "at"):
            relation = "located_in"
        else:
            continue
        for noun in child.children:
            yield from _either((relation,), token, subject, noun, f"verb:{verb.lemma_}", cast, verb)


def _either(
    relations: tuple[str, ...],
    token: Token,
    subject: str,
    other: Token,
    rule: str,
    cast: Cast,
    trigger: Token | None = None,
) -> Iterator[_Found]:
    whole = cast.at.get(other.i, ())
    if len(whole) == 1 and other.pos_ != "PRON" and other.tag_ != "PRP$":
        for relation in relations:
            yield _Found(relation, subject, whole[0], rule, trigger or token, (token, other))


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
