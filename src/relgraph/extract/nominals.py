"""Tell whom a noun phrase stands for: "the minister", "both sides", "the company"."""

from collections.abc import Callable

from spacy.tokens import Token

from relgraph import gazetteer
from relgraph.extract import kinds
from relgraph.extract.discourse import SUBJECTS, Discourse, spelled_out
from relgraph.extract.roles import Role
from relgraph.extract.words import words

# "the visiting dignitary", "the two women"
HUMANS = words("""
    dignitary official guest visitor envoy diplomat leader politician man woman host minister
    ambassador president veteran counterpart lawmaker monarch ruler premier excellency majesty
    highness
""")
PEOPLE = words("""
    leader side minister official dignitary woman man counterpart president diplomat party duo pair
    two envoy politician delegation head team minister secretary ambassador general
""")
PAIRS = words("duo pair")
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
# "the former minister" is somebody else than "the minister".
OTHERS = words("former then ex late previous next new incoming outgoing other another")
INDEFINITE = words("a an no any every some another")
DEFINITE = words("the this that said his her their")


def officer(talk: Discourse, token: Token, role: Role) -> str:
    """Resolve "the Defence Minister" by office and country."""
    if _is_somebody(talk, token, role):
        return ""
    if token.lower_ == "counterpart":
        return _counterpart(talk, token, role.country)
    wanted = spelled_out(talk.page.lower[role.title.begin : role.title.end])

    def holds(who: str) -> bool:
        offices = talk.company.offices.get(who, frozenset())
        country = talk.company.by_id[who].country
        differs = role.country and country and role.country != country
        return bool(wanted) and wanted <= offices and not differs

    who = talk.focus.last(token.i, holds)
    if not who and role.country:
        who = talk.focus.last(token.i, _is_from(talk, role.country))
    return who


def _is_somebody(talk: Discourse, token: Token, role: Role) -> bool:
    """Tell whether an office is that of nobody in particular: "a minister", "as president"."""
    before = talk.page.lower[role.begin - 1] if role.begin else ""
    modifiers = set(talk.page.lower[role.title.begin : token.i]) | {before}
    is_post = token.dep_ in ("attr", "oprd") or token.head.lower_ == "as"
    is_one = token.tag_ not in ("NNS", "NNPS") and not modifiers & INDEFINITE
    return is_post or not is_one or bool(modifiers & OTHERS)


def _is_from(talk: Discourse, country: str) -> Callable[[str], bool]:
    by_id = talk.company.by_id
    return lambda who: by_id[who].country == country and by_id[who].kind == "Person"


def _counterpart(talk: Discourse, token: Token, country: str) -> str:
    """Resolve "his Omani counterpart": of that country, or of his office elsewhere."""
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    mine = talk.at.get(owner.i, ()) if owner is not None else ()
    offices = frozenset().union(*(talk.company.offices.get(who, frozenset()) for who in mine))

    def fits(who: str) -> bool:
        if who in mine or not talk.company.is_human(who):
            return False
        if country:
            return talk.company.by_id[who].country == country
        return bool(offices & talk.company.offices.get(who, frozenset()))

    return talk.focus.last(token.i, fits)


def phrase(talk: Discourse, token: Token) -> tuple[str, ...]:
    """Resolve "the two leaders", "the company", "the Kingdom", "the visiting dignitary"."""
    lemma = token.lemma_.lower()
    children = {child.lower_ for child in token.children}
    sentence = talk.sentence_of[token.i]
    if token.lower_ == "two":
        is_two = token.dep_ in (*SUBJECTS, "dobj", "pobj") and "the" in children
    else:
        is_many = token.tag_ in ("NNS", "NNPS")
        is_two = (is_many and bool(children & {"two", "both", "2"})) or lemma in PAIRS
    if is_two:
        return _two(talk, token.i, sentence, lemma)
    is_bare = not any(child.dep_ == "prep" for child in token.children)
    if not children & DEFINITE or children & OTHERS or not is_bare:
        return ()
    if token.tag_ not in ("NNS", "NNPS"):
        return _one(_single(talk, token, lemma, sentence))
    is_joint = lemma in ("leader", "minister", "side") and "the" in children
    return talk.focus.pair(token.i, sentence, talk.company.is_human) if is_joint else ()


def _two(talk: Discourse, at: int, sentence: int, lemma: str) -> tuple[str, ...]:
    if lemma in NATIONS:
        return talk.focus.pair(at, sentence, talk.company.is_kind("Country"))
    if lemma in FIRMS or lemma in BODIES:
        is_body = talk.company.is_kind("Company", "Organization", "GovernmentBody")
        return talk.focus.pair(at, sentence, is_body)
    if lemma not in PEOPLE:
        return ()
    holds = _of_office(talk, lemma)
    found = talk.focus.pair(at, sentence, holds)
    if not found:
        # "The two ministers" of a text that has two are these, however far back.
        holders = tuple(who for who in talk.company.by_id if holds(who))
        is_told = len(holders) == 2 and all(talk.focus.last(at, who.__eq__) for who in holders)
        found = holders if is_told else ()
    found = found or talk.focus.pair(at, sentence, talk.company.is_human)
    return found or (groups(talk, at, sentence) if lemma in ("side", "party", "two") else ())


def _of_office(talk: Discourse, lemma: str) -> Callable[[str], bool]:
    return lambda who: lemma in talk.company.offices.get(who, frozenset())


def groups(talk: Discourse, at: int, sentence: int) -> tuple[str, ...]:
    """Return the two bodies or countries spoken of last, where no two people are."""
    return talk.focus.pair(
        at, sentence, talk.company.is_kind("Company", "Organization", "GovernmentBody")
    ) or talk.focus.pair(at, sentence, talk.company.is_kind("Country"))


def _single(talk: Discourse, token: Token, lemma: str, sentence: int) -> str:
    if lemma in HUMANS:
        country = next(
            (gazetteer.country_code(c.text) for c in token.children if c.text.istitle()), ""
        )
        if country:
            return talk.focus.last(token.i, _is_from(talk, country))
        verb = token.head.i if token.dep_ in ("dobj", "pobj", "dative") else -1
        mine = [w for c in token.children if c.dep_ == "poss" for w in talk.at.get(c.i, ())]
        return talk.focus.best(
            token.i,
            sentence,
            lambda who: talk.company.is_human(who) and who not in mine,
            not_of=verb,
        )
    if lemma in REALMS and token.text.istitle():
        return talk.focus.last(token.i, _is_realm(talk, lemma)) or talk.focus.last(
            token.i, talk.company.is_kind("Country")
        )
    if lemma in FIRMS or lemma in BODIES:
        return _body(talk, token, lemma)
    return ""


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

    if who := talk.focus.last(token.i, is_so_named):
        return who
    if lemma in FIRMS and lemma != "group":
        firms = ("Company",) if lemma in ("company", "firm") else ("Company", "Organization")
        return talk.focus.last(token.i, talk.company.is_kind(*firms))
    return ""


def _one(who: str) -> tuple[str, ...]:
    return (who,) if who else ()
