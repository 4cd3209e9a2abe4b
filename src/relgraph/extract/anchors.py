"""Tell which words of a sentence date and place an event: its verb, and what that verb hangs on."""

from collections.abc import Callable

from spacy.tokens import Token

from relgraph.extract.discourse import SUBJECTS
from relgraph.extract.frames import Match
from relgraph.extract.words import words

# A clause with such a mark, or a participle, tells of the same occasion as the one it hangs on.
TOGETHER = words("as while when where")
# "A ceremony to mark the opening was held here today" says when and where it opened.
HOLDING = words("hold take occur begin start open resume end conclude")
HOSTING = words("host welcome")
# "plans a visit on Monday"; not "announced a visit on Monday", which dates the announcement
MAKING = words("plan schedule pay make begin start end conclude complete cancel postpone hold")
AT_OCCASIONS = words("in at during over")
# "with ministers signing", "in a ceremony attended by"
WITHIN = words("with in at during")
# Who attends is where and when the occasion is.
ATTENDED = words("attended witnessed")
VERBS = ("VERB", "AUX")


def anchors_of(match: Match, is_occasion: Callable[[Token], bool]) -> set[int]:
    """Return the words on which a date or a place hangs that is one of *match*."""
    found: set[int] = set()
    if match.verb is not None:
        found |= verb_group(match.verb) | occasions_around(match.verb, is_occasion)
    if match.noun is not None:
        found |= told_by(match.noun)
        holder = holder_of(match.noun)
        found |= {holder.i} if holder is not None else set()
    if match.relation.name in ATTENDED:
        found |= {i for token in match.slots.get("object", ()) for i in told_by(token)}
    return found


def holder_of(noun: Token | None) -> Token | None:
    """Return the verb that says that what *noun* is part of was held or hosted, or None."""
    token = noun
    while token is not None and token.head.i != token.i:
        above = token.head
        if above.pos_ in VERBS:
            is_held = token.dep_ in SUBJECTS and above.lemma_ in HOLDING
            is_hosted = token.dep_ == "dobj" and above.lemma_ in HOSTING | MAKING
            if is_held or is_hosted:
                return above
            if above.dep_ != "acl":  # "a ceremony to mark the opening"
                return None
        token = above
    return None


def verb_group(verb: Token) -> frozenset[int]:
    """Return *verb* with the verbs above it that only carry it: "is due to meet"."""
    group = {verb.i}
    while verb.dep_ == "xcomp" or (verb.dep_ == "acl" and verb.head.dep_ == "attr"):
        verb = verb.head
        group.add(verb.i)
    return frozenset(group)


def host_of(verb: Token) -> tuple[Token | None, bool]:
    """Return the verb whose dates and places *verb* shares, and whether only those in front."""
    if (where := antecedent(verb)) is not None:
        own = {verb.i, *(t.i for t in where.ancestors if t.i > where.i)}
        return next((t for t in where.ancestors if t.pos_ in VERBS and t.i not in own), None), False
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in VERBS:
        # One after the other: visited the estate on Monday and met traders.
        return head, not _is_of_one_tense(verb, head)
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    if verb.dep_ == "advcl" and (marks & TOGETHER or not marks):
        return head, False
    if verb.dep_ == "acl" and head.dep_ == "pobj" and head.head.lower_ in WITHIN:
        above = head.head.head
        return (above, False) if above.pos_ in VERBS else (None, False)
    return None, False


def _is_of_one_tense(verb: Token, head: Token) -> bool:
    """Tell whether two coordinated verbs tell one thing after the other, in one breath."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return verb.tag_ == head.tag_ and not auxiliaries


def antecedent(verb: Token) -> Token | None:
    """Return the "where" or "when" that *verb* tells more of.

    "flew to Fez, where he is to meet Rabbah"; parsers hang such a clause on any word before it.
    """
    top = verb
    while top.dep_ in ("xcomp", "conj") and top.head.pos_ in VERBS:
        top = top.head
    if top.dep_ not in ("relcl", "advcl", "ccomp"):
        return None
    asked = (t for t in top.subtree if t.lower_ in ("where", "when") and t.i < verb.i)
    return next(asked, None)


def told_by(noun: Token) -> set[int]:
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


def occasions_around(verb: Token, is_occasion: Callable[[Token], bool]) -> set[int]:
    """Return the occasions at which *verb* happens: "in a meeting held on Monday, they discussed".

    With each comes the clause that says when it was held.
    """
    around = (
        noun
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ in AT_OCCASIONS
        for noun in child.children
        if is_occasion(noun)
    )
    return {i for noun in around for i in told_by(noun)}
