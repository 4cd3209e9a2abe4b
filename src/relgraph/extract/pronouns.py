"""Tell whom a pronoun stands for."""

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from relgraph.extract.discourse import HE, SAYING, SHE, SUBJECTS, Discourse
from relgraph.extract.focus import Seen
from relgraph.extract.nominals import PEOPLE, STYLES, beside, groups
from relgraph.extract.words import words

THEY = words("they them their theirs themselves both")
IT = words("it its itself")
LATTER, FORMER = "latter", "former"
RELATIVE = words("who whom which that whose")
PRAISING = words("congratulate thank praise commend felicitate laud applaud wish compliment")
# How many sentences back "they" can mean two people.
FAR = 2
# How far behind "his" the subject may stand that it means: "Hours after his arrival, Rao …".
AHEAD = 12


def pronoun(talk: Discourse, token: Token) -> tuple[str, ...] | None:
    """Return whom a pronoun stands for, perhaps nobody; None for other words."""
    word = token.lower_
    if token.text == "HE" or (token.dep_ == "poss" and token.head.lower_ in STYLES):
        return ()  # "H.E. the Minister", "Her Excellency"
    if word in HE or word in SHE:
        who = _he(talk, token, "m" if word in HE else "f")
        return (who,) if who else ()
    if word in RELATIVE and token.tag_ in ("WP", "WDT", "WP$"):
        return _antecedent(talk, token)
    if word in THEY:
        return _they(talk, token)
    if word in (LATTER, FORMER):
        return _of_two(talk, token)
    return _it(talk, token) if word in IT else None


def _he(talk: Discourse, token: Token, gender: str) -> str:
    could_be, sentence = talk.company.could_be(gender), talk.sentence_of[token.i]
    others = beside(talk, token)

    def fits(who: str) -> float:
        return 0 if who in others else could_be(who)

    verb = token.head.i if token.dep_ in ("dobj", "dative") else -1
    if token.dep_ == "pobj":
        verb = token.head.head.i
    who = _ahead(talk, token, fits) or _praised(talk, token, fits)
    at = token.sent.start if _is_reporting(token) else token.i
    is_quoted = token.i in talk.quoted
    who = who or talk.focus.best(at, sentence, fits, not_of=verb, is_quoted=is_quoted)
    if who:
        talk.company.genders.setdefault(who, gender)
    return who


def _ahead(talk: Discourse, token: Token, fits: Callable[[str], float]) -> str:
    """Resolve "During his visit, Singh met": the subject comes behind."""
    # "He did not go; Schialer had said why": a clause of its own, not one that leads to another.
    if token.dep_ in SUBJECTS and token.head.dep_ not in ("advcl", "acl", "relcl"):
        return ""
    sentence = token.sent
    subject = next((c for c in sentence.root.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.i < token.i or subject.i > token.i + AHEAD:
        return ""
    ids = talk.at.get(subject.i, ())
    is_quoted = (token.i in talk.quoted) != (subject.i in talk.quoted)
    return ids[0] if len(ids) == 1 and fits(ids[0]) and not is_quoted else ""


def _praised(talk: Discourse, token: Token, fits: Callable[[str], float]) -> str:
    """Resolve "congratulated Olivera on his appointment": the object's own."""
    if token.dep_ != "poss":
        return ""
    verb = token.head.head.head if token.head.dep_ == "pobj" else token.head.head
    if verb.lemma_.lower() not in PRAISING:
        return ""
    praised = next((c for c in verb.children if c.dep_ == "dobj" and c.i < token.i), None)
    ids = talk.at.get(praised.i, ()) if praised is not None else ()
    return ids[0] if len(ids) == 1 and fits(ids[0]) else ""


def _antecedent(talk: Discourse, token: Token) -> tuple[str, ...]:
    clause = token.head
    while clause.dep_ not in ("relcl", "ROOT", "ccomp", "acl") and clause.head is not clause:
        clause = clause.head
    if clause.dep_ != "relcl":
        return ()
    return talk.at.get(clause.head.i, ())


def _they(talk: Discourse, token: Token) -> tuple[str, ...]:
    # "both sides" is read at its noun, "both A and B" are named.
    is_modifier = token.dep_ in ("det", "preconj", "predet", "amod", "cc")
    if token.lower_ == "both" and (is_modifier or token.head.i in talk.at):
        return ()
    sentence = talk.sentence_of[token.i]
    subject = talk.focus.subject(token.i, sentence)
    if _is_crowd(token, talk.at, subject):
        return ()
    for reach in (0, 1):
        if found := talk.focus.pair(token.i, sentence, talk.company.is_human, reach=reach):
            return found
        if _follows_crowd(talk, token):
            return ()
        # "Rovers travel on Tuesday. They have not won."
        is_next = subject is not None and subject.sentence == sentence - reach
        if is_next and subject is not None and not talk.company.is_human(subject.ids[0]):
            return subject.ids
    found = talk.focus.pair(token.i, sentence, talk.company.is_human, reach=FAR)
    return found or (groups(talk, token.i, sentence) if token.dep_ in SUBJECTS else ())


def _of_two(talk: Discourse, token: Token) -> tuple[str, ...] | None:
    """Resolve "the latter" and "the former", where no noun follows."""
    is_alone = token.dep_ in (*SUBJECTS, "dobj", "pobj", "agent", "poss")
    before = token.doc[token.i - 1] if token.i else None
    if not is_alone or before is None or before.lower_ != "the":
        return None
    sentence = talk.sentence_of[token.i]
    told = [phrase for phrase in talk.focus.before(token.i, sentence) if phrase.sentence < sentence]
    near = [phrase for phrase in told if phrase.sentence == told[0].sentence]
    humans = [who for phrase in near for who in phrase.ids[::-1] if talk.company.is_human(who)]
    back = list(dict.fromkeys(humans))
    at = 0 if token.lower_ == LATTER else 1
    return tuple(back[at : at + 1])


def _follows_crowd(talk: Discourse, token: Token) -> bool:
    """Tell whether the sentence before is about some many: "Fishermen … Their spokesman"."""
    start = token.sent.start
    if not start:
        return False
    root = token.doc[start - 1].sent.root
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    is_many = subject is not None and subject.tag_ == "NNS" and subject.i not in talk.at
    return is_many and subject is not None and subject.lemma_.lower() not in (*PEOPLE, "talk")


def _it(talk: Discourse, token: Token) -> tuple[str, ...]:
    sentence = talk.sentence_of[token.i]
    is_body = talk.company.is_kind("Company", "Organization", "GovernmentBody", "Country")
    for phrase in talk.focus.before(token.i, sentence):
        if phrase.sentence < sentence - 1:
            return ()
        if phrase.is_subject and len(phrase.ids) == 1:
            return phrase.ids if is_body(phrase.ids[0]) else ()
    return ()


def _is_reporting(token: Token) -> bool:
    """Tell whether "she" speaks of what went before: "Talks with Deere have stalled, she said"."""
    verb = token.head
    is_speaker = token.dep_ == "nsubj" and verb.lemma_.lower() in SAYING
    return is_speaker and any(c.dep_ == "ccomp" and c.i < token.i for c in verb.children)


def _is_crowd(token: Token, at: Mapping[int, tuple[str, ...]], subject: Seen | None) -> bool:
    """Tell whether "they" are some unnamed many: "export industries … their needs"."""
    begin = subject.at + 1 if subject is not None and subject.at < token.i else token.sent.start
    begin = max(begin, token.sent.start)
    return any(
        other.tag_ == "NNS" and other.dep_ in (*SUBJECTS, "dobj", "conj") and other.i not in at
        and other.lemma_.lower() not in PEOPLE
        for other in token.doc[begin : token.i]
    )  # fmt: skip
