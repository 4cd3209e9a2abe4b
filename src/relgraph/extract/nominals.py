"""Tell whom a noun phrase stands for: "the minister", "both sides", "the company"."""

from collections.abc import Callable

from spacy.tokens import Token

from relgraph import gazetteer
from relgraph.extract import kinds
from relgraph.extract.discourse import HE, SHE, SUBJECTS, Discourse
from relgraph.extract.officers import (
    DEFINITE,
    OTHERS,
    counterpart,
    from_country,
    holders,
    owners,
    several,
)
from relgraph.extract.words import words

# "the visiting dignitary", "the two women"
HUMANS = words("""
    dignitary official guest visitor envoy diplomat leader politician man woman host minister
    ambassador president veteran counterpart lawmaker monarch ruler premier excellency majesty
    highness eminence holiness head chief boss
""")
PEOPLE = words("""
    leader side minister official dignitary woman man counterpart president diplomat party duo pair
    two envoy politician delegation head team minister secretary ambassador general
""")
PAIRS = words("duo pair")
# "The four", as long as a reader would count along.
COUNTS = {"both": 2, "two": 2, "2": 2, "trio": 3, "three": 3, "four": 4, "five": 5, "six": 6}
NATIONS = words("country nation state government neighbour neighbor people capital republic")
FIRMS = words(
    "company firm group airline bank insurer manufacturer operator maker carrier retailer"
)
BODIES = words("""
    ministry agency council committee commission union embassy bank authority department university
    association federation league fund board parliament organisation organization forum summit
    conference institute party club court bloc
""")
REALMS = words("kingdom sultanate republic emirate")
DELEGATIONS = words("delegation entourage")
LEADING = words("lead head")
# "Her Excellency", "His Majesty"
STYLES = words("excellency majesty highness eminence holiness honour honor")
COLLEAGUE = "colleague"


def phrase(talk: Discourse, token: Token) -> tuple[str, ...]:
    """Resolve "the two leaders", "the company", "the Kingdom", "the visiting dignitary"."""
    lemma = token.lemma_.lower()
    children = {child.lower_ for child in token.children}
    count = _count(token, lemma, children)
    if count == 2:
        return _two(talk, token.i, talk.sentence_of[token.i], lemma)
    if count:
        is_human = lemma in PEOPLE | HUMANS or token.lower_ in COUNTS
        return talk.focus.newest(token.i, count, talk.company.is_human) if is_human else ()
    if lemma in DELEGATIONS:
        return _delegation(talk, token)
    is_bare = not any(child.dep_ == "prep" for child in token.children)
    if not children & DEFINITE or children & OTHERS or not is_bare:
        return ()
    if token.tag_ in ("NNS", "NNPS"):
        return several(talk, token, lemma) if lemma in PEOPLE and "the" in children else ()
    return _one(_single(talk, token, lemma, talk.sentence_of[token.i]))


def _count(token: Token, lemma: str, children: set[str]) -> int:
    """Return how many "the two", "both sides" or "the four envoys" are; 0 where it is not said."""
    if token.lower_ in COUNTS:
        is_noun = token.dep_ in (*SUBJECTS, "dobj", "pobj") and "the" in children
        return COUNTS[token.lower_] if is_noun or lemma in PAIRS else 0
    if lemma in PAIRS:
        return 2
    counts = [COUNTS[child] for child in sorted(children) if child in COUNTS]
    is_known = bool(counts) and (counts[0] == 2 or "the" in children)
    return counts[0] if is_known and token.tag_ in ("NNS", "NNPS") else 0


def _two(talk: Discourse, at: int, sentence: int, lemma: str) -> tuple[str, ...]:
    if lemma in NATIONS:
        is_country = talk.company.is_kind("Country")
        # "The two countries" of a report are these, however far back.
        return talk.focus.pair(at, sentence, is_country) or talk.focus.foremost(at, is_country)
    if lemma in FIRMS or lemma in BODIES:
        is_body = talk.company.is_kind("Company", "Organization", "GovernmentBody")
        return talk.focus.pair(at, sentence, is_body)
    if lemma not in PEOPLE:
        return ()
    holds = holders(talk, lemma)
    found = talk.focus.pair(at, sentence, holds)
    if not found:
        # "The two ministers" of a text that has two are these, however far back.
        both = tuple(who for who in talk.company.by_id if holds(who))
        is_told = len(both) == 2 and all(talk.focus.last(at, who.__eq__) for who in both)
        found = both if is_told else ()
    found = found or talk.focus.pair(at, sentence, talk.company.is_human)
    return found or (groups(talk, at, sentence) if lemma in ("side", "party", "two") else ())


def groups(talk: Discourse, at: int, sentence: int) -> tuple[str, ...]:
    """Return the two bodies or countries spoken of last, where no two people are."""
    return talk.focus.pair(
        at, sentence, talk.company.is_kind("Company", "Organization", "GovernmentBody")
    ) or talk.focus.pair(at, sentence, talk.company.is_kind("Country"))


def _single(talk: Discourse, token: Token, lemma: str, sentence: int) -> str:
    if lemma in STYLES:
        return _styled(talk, token, sentence)
    if lemma == COLLEAGUE or lemma in HUMANS:
        return _human(talk, token, lemma, sentence)
    if lemma in REALMS and token.text.istitle():
        return talk.focus.last(token.i, _is_realm(talk, lemma)) or talk.focus.last(
            token.i, talk.company.is_kind("Country")
        )
    if lemma in FIRMS or lemma in BODIES:
        return _body(talk, token, lemma)
    return ""


def _human(talk: Discourse, token: Token, lemma: str, sentence: int) -> str:
    """Resolve "the Omani guest", "her Omani colleague", "the IDB official", "the dignitary"."""
    country = _adjective(token)
    if lemma == COLLEAGUE:
        return counterpart(talk, token, country) if country else ""
    if country:
        return from_country(talk, token.i, country, holders(talk, lemma))
    others = (*owners(talk, token), *beside(talk, token))
    modifiers = [child for child in token.children if child.dep_ in ("compound", "poss")]
    bodies = {who for child in modifiers for who in talk.at.get(child.i, ())}

    def fits(who: str) -> bool:
        return talk.company.is_human(who) and who not in others

    def is_of_body(who: str) -> bool:
        return fits(who) and talk.company.bodies.get(who, "") in bodies

    verb = token.head.i if token.dep_ in ("dobj", "pobj", "dative") else -1
    who = talk.focus.last(token.i, is_of_body)
    return who or talk.focus.best(token.i, sentence, fits, not_of=verb)


def _delegation(talk: Discourse, token: Token) -> tuple[str, ...]:
    """Resolve "his delegation", "a delegation led by Singh" and later "the delegation" to him."""
    heads = [
        head.i
        for clause in token.children
        if clause.dep_ == "acl" and clause.lemma_ in LEADING
        for agent in clause.children
        for head in agent.children
    ]
    led = [who for i in heads for who in talk.at.get(i, ())]
    found = [who for who in (*owners(talk, token), *led) if talk.company.is_human(who)]
    if found:
        talk.company.leaders.extend(found[:1])
    elif any(child.lower_ == "the" for child in token.children):
        found = talk.company.leaders[-1:]
    return tuple(found[:1])


def _styled(talk: Discourse, token: Token, sentence: int) -> str:
    """Resolve "Her Excellency" to the woman, or whoever may be one, most in focus."""
    gender = next(
        (g for g, own in (("m", HE), ("f", SHE)) for c in token.children if c.lower_ in own), ""
    )
    if not gender:
        return ""

    def is_known(who: str) -> bool:
        return talk.company.is_human(who) and talk.company.genders.get(who) == gender

    # A style of address is for whom the text has told to be a woman, if there is one.
    who = talk.focus.best(token.i, sentence, is_known)
    return who or talk.focus.best(token.i, sentence, talk.company.could_be(gender))


def _adjective(token: Token) -> str:
    """Return the code of the country in "the Omani guest", or nothing."""
    codes = (gazetteer.country_code(c.text) for c in token.children if c.text.istitle())
    return next((code for code in codes if code), "")


def beside(talk: Discourse, token: Token) -> tuple[str, ...]:
    """Return who is coordinated with *token*: "he and Etchart" are two."""
    others = [c for c in token.children if c.dep_ == "conj"]
    if token.dep_ == "conj":
        others.append(token.head)
    return tuple(who for other in others for who in talk.at.get(other.i, ()))


def _is_realm(talk: Discourse, lemma: str) -> Callable[[str], bool]:
    """Return a test for countries that call themselves so: the "Kingdom" is not Iraq."""

    def fits(who: str) -> bool:
        referent = talk.company.by_id[who]
        known = gazetteer.country(referent.name) if referent.kind == "Country" else None
        names = (*referent.aliases, *(known.aliases if known else ()))
        return any(lemma in name.lower().split() for name in names)

    return fits


def _body(talk: Discourse, token: Token, lemma: str) -> str:
    """Resolve "the bank" to a bank, and "the company" to whichever company was last."""

    def is_so_named(who: str) -> bool:
        referent = talk.company.by_id[who]
        names = (referent.name, *referent.aliases)
        return referent.kind in kinds.BODIES | {"Event"} and any(
            lemma in name.lower().split() for name in names
        )

    for owner in owners(talk, token):
        if body := talk.company.bodies.get(owner):
            return body  # "her firm"
    if who := talk.focus.last(token.i, is_so_named):
        return who
    if lemma in FIRMS and lemma != "group":
        firms = ("Company",) if lemma in ("company", "firm") else ("Company", "Organization")
        return talk.focus.last(token.i, talk.company.is_kind(*firms))
    return ""


def _one(who: str) -> tuple[str, ...]:
    return (who,) if who else ()
