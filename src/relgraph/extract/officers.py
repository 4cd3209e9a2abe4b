"""Tell whom an office stands for: "the Defence Minister", "his Omani counterpart"."""

from collections.abc import Callable

from spacy.tokens import Token

from relgraph.extract.discourse import Discourse, spelled_out
from relgraph.extract.roles import Role
from relgraph.extract.words import words

COUNTERPART = "counterpart"
# "The former minister" is somebody else than "the minister".
OTHERS = words("former then ex late previous next new incoming outgoing other another")
INDEFINITE = words("a an no any every some another")
DEFINITE = words("the this that said his her their both")
# In the plural, whoever was last spoken of together.
JOINT = words("leader minister side")


def officers(talk: Discourse, token: Token, role: Role) -> tuple[str, ...]:
    """Resolve "the Defence Minister" by office and country, "the presidents" to the two."""
    if _is_somebody(talk, token, role):
        return ()
    if token.tag_ in ("NNS", "NNPS"):
        return several(talk, token, token.lemma_.lower())
    who = (
        counterpart(talk, token, role.country)
        if token.lower_ == COUNTERPART
        else _officer(talk, token, role)
    )
    return (who,) if who else ()


def several(talk: Discourse, token: Token, office: str) -> tuple[str, ...]:
    """Return the two last spoken of together who hold *office*; of "leaders" any two people."""
    sentence = talk.sentence_of[token.i]
    found = talk.focus.pair(token.i, sentence, holders(talk, office))
    if found or office not in JOINT:
        return found
    return talk.focus.pair(token.i, sentence, talk.company.is_human)


def take_office(talk: Discourse, token: Token, role: Role) -> None:
    """Give whom "his Omani counterpart, Badr Al-Busaidi" names his office and that country."""
    for who in talk.at.get(token.i, ()):
        offices = _offices(talk, owners(talk, token))
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
    return from_country(talk, token.i, role.country, holds)


def from_country(talk: Discourse, at: int, country: str, fits: Callable[[str], bool]) -> str:
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


def owners(talk: Discourse, token: Token) -> tuple[str, ...]:
    """Return whose counterpart it is: "his", "Singh's"."""
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    return talk.at.get(owner.i, ()) if owner is not None else ()


def holders(talk: Discourse, office: str) -> Callable[[str], bool]:
    """Return a test for those in whose title *office* is a word."""
    return lambda who: office in talk.company.offices.get(who, frozenset())


def _offices(talk: Discourse, ids: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(talk.company.offices.get(who, frozenset()) for who in ids))


def counterpart(talk: Discourse, token: Token, country: str) -> str:
    """Resolve "his Omani counterpart": of that country, or of his office elsewhere."""
    mine = owners(talk, token)
    offices = _offices(talk, mine)

    def is_other(who: str) -> bool:
        return who not in mine and talk.company.is_human(who)

    def is_alike(who: str) -> bool:
        return is_other(who) and bool(offices & talk.company.offices.get(who, frozenset()))

    if not country:
        return talk.focus.last(token.i, is_alike)
    is_from = _is_from(talk, country)
    who = talk.focus.last(token.i, lambda who: is_other(who) and is_from(who))
    return who or from_country(talk, token.i, country, is_alike)
