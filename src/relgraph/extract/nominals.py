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
COUNTERPART, COLLEAGUE = "counterpart", "colleague"
INDEFINITE = words("a an no any every some another")
DEFINITE = words("the this that said his her their")


def officers(talk: Discourse, token: Token, role: Role) -> tuple[str, ...]:
    """Resolve "the Defence Minister" by office and country, "the presidents" to the two."""
    if _is_somebody(talk, token, role):
        return ()
    if token.tag_ in ("NNS", "NNPS"):
        return phrase(talk, token)
    if token.lower_ == COUNTERPART:
        return _one(_counterpart(talk, token, role.country))
    return _one(_officer(talk, token, role))


def take_office(talk: Discourse, token: Token, role: Role) -> None:
    """Give whom "his Omani counterpart, Badr Al-Busaidi" names his office and that country."""
    for who in talk.at.get(token.i, ()):
        offices = _offices(talk, _owners(talk, token))
        if offices:
            talk.company.offices[who] = talk.company.offices.get(who, frozenset()) | offices
        if role.country:
            talk.company.countries.setdefault(who, role.country)


def _officer(talk: Discourse, token: Token, role: Role) -> str:
    wanted = spelled_out(talk.page.lower[role.title.begin : role.title.end])

    def holds(who: str) -> bool:
        return bool(wanted) and wanted <= talk.company.offices.get(who, frozenset())

    if not role.country:
        return talk.focus.last(token.i, holds)
    return _from(talk, token.i, role.country, holds)


def _from(talk: Discourse, at: int, country: str, fits: Callable[[str], bool]) -> str:
    """Return the last one from *country* that fits, or did not say where from; or the last there.

    Whom the text calls so is from there from now on.
    """
    is_from = _is_from(talk, country)
    if who := talk.focus.last(at, lambda who: fits(who) and is_from(who)):
        return who
    who = talk.focus.last(at, lambda who: fits(who) and not talk.company.country(who))
    if who:
        talk.company.countries[who] = country
    return who or talk.focus.last(at, is_from)


def _is_somebody(talk: Discourse, token: Token, role: Role) -> bool:
    """Tell whether an office is nobody's in particular: "a minister", "ministers", "as king"."""
    before = talk.page.lower[role.begin - 1] if role.begin else ""
    modifiers = set(talk.page.lower[role.title.begin : token.i]) | {before}
    is_post = token.dep_ in ("attr", "oprd") or token.head.lower_ == "as"
    is_any = token.tag_ in ("NNS", "NNPS") and not modifiers & DEFINITE
    return is_post or is_any or bool(modifiers & (INDEFINITE | OTHERS))


def _is_from(talk: Discourse, country: str) -> Callable[[str], bool]:
    return lambda who: talk.company.is_human(who) and talk.company.country(who) == country


def _owners(talk: Discourse, token: Token) -> tuple[str, ...]:
    """Return whose counterpart it is: "his", "Singh's"."""
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    return talk.at.get(owner.i, ()) if owner is not None else ()


def _offices(talk: Discourse, ids: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(talk.company.offices.get(who, frozenset()) for who in ids))


def _counterpart(talk: Discourse, token: Token, country: str) -> str:
    """Resolve "his Omani counterpart": of that country, or of his office elsewhere."""
    mine = _owners(talk, token)
    offices = _offices(talk, mine)

    def is_other(who: str) -> bool:
        return who not in mine and talk.company.is_human(who)

    def is_alike(who: str) -> bool:
        return is_other(who) and bool(offices & talk.company.offices.get(who, frozenset()))

    if not country:
        return talk.focus.last(token.i, is_alike)
    is_from = _is_from(talk, country)
    who = talk.focus.last(token.i, lambda who: is_other(who) and is_from(who))
    return who or _from(talk, token.i, country, is_alike)


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
    if lemma not in PEOPLE or "the" not in children:
        return ()
    found = talk.focus.pair(token.i, sentence, _of_office(talk, lemma))
    if found or lemma not in ("leader", "minister", "side"):
        return found
    return talk.focus.pair(token.i, sentence, talk.company.is_human)


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
    if lemma == COLLEAGUE:
        country = _adjective(token)
        return _counterpart(talk, token, country) if country else ""
    if lemma in HUMANS:
        if country := _adjective(token):
            return _from(talk, token.i, country, _of_office(talk, lemma))
        verb = token.head.i if token.dep_ in ("dobj", "pobj", "dative") else -1
        mine = (*_owners(talk, token), *beside(talk, token))
        bodies = {w for c in token.children if c.dep_ == "compound" for w in talk.at.get(c.i, ())}

        def fits(who: str) -> bool:
            return talk.company.is_human(who) and who not in mine

        # "the IDB official" is whom the text says to be of the IDB, where it does.
        who = talk.focus.last(
            token.i, lambda who: fits(who) and talk.company.bodies.get(who, "") in bodies
        )
        return who or talk.focus.best(token.i, sentence, fits, not_of=verb)
    if lemma in REALMS and token.text.istitle():
        return talk.focus.last(token.i, _is_realm(talk, lemma)) or talk.focus.last(
            token.i, talk.company.is_kind("Country")
        )
    if lemma in FIRMS or lemma in BODIES:
        return _body(talk, token, lemma)
    return ""


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

    if who := talk.focus.last(token.i, is_so_named):
        return who
    if lemma in FIRMS and lemma != "group":
        firms = ("Company",) if lemma in ("company", "firm") else ("Company", "Organization")
        return talk.focus.last(token.i, talk.company.is_kind(*firms))
    return ""


def _one(who: str) -> tuple[str, ...]:
    return (who,) if who else ()
