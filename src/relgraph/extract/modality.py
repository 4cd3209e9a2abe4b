"""Tell whether a text says that an event happened, will happen or did not."""

from spacy.tokens import Token

from relgraph.extract.frames import Match
from relgraph.extract.words import words
from relgraph.model import Modality

FUTURE = words("will shall would 'll ’ll wo should must ought")
# Nothing can be said of what may be: "may not sign" states a rule, "could meet" a guess.
POSSIBLE = words("may might can could ca")
# An infinitive below these has happened, if they have: "managed to sign", "went on to visit".
IMPLICATIVE = words("begin come continue decide_ get go help manage proceed start")
REFUSING = words("decline deny fail forget neglect refuse reject")
CANCELLING = words(
    "abandon abort axe ban block call_off cancel drop foil prevent scrap shelve skip"
)
PLANNING = words(
    "accept announce arrange await expect finalise finalize intend offer plan postpone prepare "
    "defer delay move push reschedule propose request schedule seek set shift suggest"
)
WEIGHING = words("allow approve authorise authorize consider contemplate discuss permit")
# Who travels for talks has not held them yet; who asks for them has not either.
MOVING = words("arrive be come depart embark fly go head land leave lead proceed return travel")
SEEKING = words("appeal ask call hope press push seek urge wait")
PROSPECTS = words("aim chance hope idea intention offer plan possibility proposal prospect")
# Whose infinitive is open when they are denied: "have not decided when to invite him".
UNDECIDED = words("announce decide determine know say specify")
# Who is "delighted to meet" somebody has met him.
GLAD = words(
    "delighted glad good great happy honored honoured pleased pleasure privilege privileged proud"
)
NOBODY = words("neither nobody none nothing")
NOT_ONE = words("neither no")
# "Reports that he met her are wrong."
CLAIMS = words("allegation assertion claim media news report rumor rumour speculation story")
REFUTING = words("deny dismiss quash refute reject rubbish scotch")
UNTRUE = words("baseless fabricated false inaccurate incorrect unfounded untrue wrong")
DUE = ("verb:expect", "verb:be+due")
INVITING = ("invite", "invitation")
SITTING = words("convene gather hold meet sit speak talk")
# What these say in a clause has not happened yet.
HOPING = words(
    "ask demand expect hope insist plan predict propose recommend request suggest urge want wish"
)
COMING = words(
    "coming expected forthcoming future next planned possible potential proposed scheduled upcoming"
)


def modality(match: Match) -> Modality | None:
    """Return the modality of *match*, or None where the text leaves it open."""
    verb = match.verb
    if verb is not None and verb.i != match.trigger.i and _has_negation(verb):
        return Modality.NEGATED  # "the planned visit could not take place"
    if match.noun is not None and not _is_done(match) and (noun := _of_noun(match.noun)):
        return noun
    if verb is None:
        return _of_holder(match.noun)
    if match.rule in DUE:
        return Modality.PLANNED
    if match.relation.name == "discussed" and verb.dep_ == "advcl" and verb.head.lemma_ in SITTING:
        verb = verb.head  # who met to discuss a thing is taken to have discussed it
    # What one is invited to, the invitation says.
    return None if _is_invited(verb) else _of_verb(verb)


def _is_done(match: Match) -> bool:
    """Tell whether the deed holds whatever is done to its noun.

    Who accepts an invitation, or awaits one, has been invited or not by another's deed; who
    announces an appointment has made it, and who accepts an award has it.
    """
    is_announced = match.relation.name == "appointed" and match.trigger.head.lemma_ == "announce"
    return is_announced or match.relation.name in ("invited", "handed_over", "awarded")


def _is_invited(verb: Token) -> bool:
    """Tell whether *verb* says what somebody is asked to: "invited him to visit Spain"."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb.tag_ == "VB" and verb.head.i != verb.i and verb.head.lemma_ in INVITING


def _of_holder(noun: Token | None) -> Modality:
    """Read the tense of what an event noun is part of: "it will include talks"."""
    above = None if noun is None or noun.dep_ not in ("dobj", "nsubj", "nsubjpass") else noun.head
    if above is not None and _auxiliaries(above) & FUTURE and not _has_negation(above):
        return Modality.PLANNED
    return Modality.ASSERTED


def _of_noun(noun: Token) -> Modality | None:
    """Read what an event noun is the object of, and what stands before it."""
    if _is_denied(noun):
        return Modality.NEGATED
    verb = noun.head
    is_object = noun.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB"
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and _is_aim(noun.head):
        return Modality.PLANNED
    is_ahead = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "ahead"
    if is_ahead or _is_coming(noun) or (is_object and verb.lemma_ in PLANNING):
        return Modality.PLANNED
    return None


def _is_aim(prep: Token) -> bool:
    """Tell whether a text says "arrived for talks", "called for a meeting"."""
    verb = prep.head
    while verb.pos_ in ("NOUN", "PROPN") and verb.head.i != verb.i:
        verb = verb.head.head if verb.dep_ == "pobj" else verb.head
    return verb.lemma_ in MOVING | SEEKING


def _is_denied(noun: Token) -> bool:
    """Tell whether a text says "no meeting", "without talks", "called the visit off"."""
    if any(child.dep_ == "det" and child.lower_ == "no" for child in noun.children):
        return True
    verb = noun.head
    if noun.dep_ == "pobj":
        return verb.lower_ == "without"
    if noun.dep_ not in ("dobj", "nsubjpass"):
        return False
    particles = ["", *(f"_{child.lower_}" for child in verb.children if child.dep_ == "prt")]
    return any(f"{verb.lemma_}{particle}" in CANCELLING for particle in particles)


def _is_coming(noun: Token) -> bool:
    """Tell whether a text says "the upcoming visit", "a visit planned for May"."""
    return any(
        (child.dep_ == "amod" and child.lower_ in COMING)
        or (child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in PLANNING)
        for child in noun.children
    )


def _of_verb(verb: Token) -> Modality | None:
    auxiliaries = _auxiliaries(verb)
    is_denied = _has_negation(verb)
    open_ = auxiliaries & POSSIBLE and not ("could" in auxiliaries and is_denied)
    if open_ or _is_condition(verb):
        return None
    if is_denied:
        return Modality.NEGATED
    if auxiliaries & FUTURE:
        return _above(verb, Modality.PLANNED)
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX") and not _is_finite(verb):
        return _of_verb(head)
    if "to" in auxiliaries:
        # As the root it is a headline: "Working group to meet".
        return Modality.PLANNED if verb.dep_ == "ROOT" else _of_infinitive(verb)
    return _of_participle(verb) if _is_nonfinite(verb) else _above(verb, Modality.ASSERTED)


def _above(verb: Token, found: Modality) -> Modality | None:
    """Let what a clause depends on weigh: "denied that he met", "if she visited"."""
    head = verb.head
    is_relative = any(c.tag_ == "WP" and c.dep_ == "nsubj" for c in verb.children)
    if verb.dep_ == "ccomp" and head.pos_ == "VERB" and not is_relative:
        if head.lemma_ == "deny":
            return Modality.NEGATED
        if head.lemma_ in HOPING:
            return Modality.PLANNED
    if (
        verb.dep_ in ("acl", "ccomp", "relcl")
        and head.lemma_.lower() in CLAIMS
        and _is_refuted(head)
    ):
        return Modality.NEGATED
    if verb.dep_ == "conj" and head.pos_ == "VERB" and _is_condition(head):
        return None
    return found


def _is_refuted(claim: Token) -> bool:
    """Tell whether a text says "dismissed claims that", "reports that … are wrong"."""
    verdicts = {child.lower_ for child in claim.head.children if child.dep_ == "acomp"}
    return claim.head.lemma_ in REFUTING or bool(verdicts & UNTRUE)


def _of_infinitive(verb: Token) -> Modality | None:
    head = verb.head
    carries = verb.dep_ == "xcomp" and head.pos_ in ("VERB", "AUX")
    if head.lower_ in GLAD:
        above = head if head.pos_ == "VERB" else head.head
        is_said = above.pos_ in ("VERB", "AUX") and above.i != verb.i
        return _of_verb(above) if is_said else Modality.ASSERTED
    if carries and head.lemma_ in UNDECIDED:
        return Modality.PLANNED
    if head.lemma_ in REFUSING or (carries and _has_negation(head)):
        return Modality.NEGATED
    if carries and head.lemma_ in IMPLICATIVE and not (head.lemma_ == "go" and head.tag_ == "VBG"):
        return _of_verb(head)
    return Modality.ASSERTED if _is_ordinal(head) else Modality.PLANNED


def _is_ordinal(noun: Token) -> bool:
    """Tell whether *noun* is "the first", "the last", or has it: "the first minister to visit"."""
    return noun.lower_ in ("first", "last") or any(
        child.lower_ in ("first", "last", "only") for child in noun.children
    )


def _of_participle(verb: Token) -> Modality | None:
    """Read a clause without a tense of its own by what it hangs on."""
    head = verb.head
    if verb.dep_ == "pcomp":
        if head.lower_ == "without":
            return Modality.NEGATED
        if head.head.lemma_.lower() in PROSPECTS or _looks_forward(head):
            return Modality.PLANNED
        head = head.head
    if verb.dep_ not in ("xcomp", "advcl", "pcomp") or head.pos_ not in ("VERB", "AUX"):
        return Modality.ASSERTED
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.i > head.i:
        return Modality.ASSERTED  # "will show the vehicle, designed by TASL"
    if head.lemma_ in REFUSING:
        return Modality.NEGATED
    return Modality.PLANNED if head.lemma_ in WEIGHING | HOPING else _of_verb(head)


def _looks_forward(prep: Token) -> bool:
    """Tell whether a text says "looks forward to meeting"."""
    while prep.dep_ == "conj":
        prep = prep.head
    return any(child.lower_ == "forward" for child in prep.head.children)


def _has_negation(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "not", "n't"):
            return True
        if child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children):
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and (
            child.lower_ in NOBODY or any(c.lower_ in NOT_ONE for c in child.children)
        ):
            return True
    return False


def _auxiliaries(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}


def _is_condition(verb: Token) -> bool:
    return any(
        child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether")
        for child in verb.children
    )


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or bool(_auxiliaries(verb) - {"to"})


def _is_nonfinite(verb: Token) -> bool:
    return verb.tag_ in ("VBG", "VBN", "VB") and not _auxiliaries(verb)
