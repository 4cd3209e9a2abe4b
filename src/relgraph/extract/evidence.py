"""Give a name that nothing in its form explains the one kind that its whole text shows."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from relgraph.extract import kinds
from relgraph.extract.name import FORMED, GUESSED, Name
from relgraph.extract.roles import Role
from relgraph.extract.runs import OPENING
from relgraph.extract.tokens import Tokens
from relgraph.extract.words import words

# What only a company is called. A producer, an operator or a contractor may be a person.
COMPANY_NOUNS = words("""
    company firm subsidiary manufacturer maker airline insurer carmaker automaker drugmaker
    refiner miner lender utility telco brewer shipbuilder steelmaker chipmaker start-up startup
    conglomerate multinational affiliate
""")
# "film maker" is a person.
_HUMAN_MAKERS = words("film movie music documentary dress")
# Offices that are a company's, unless the body's form says otherwise.
_BUSINESS_OFFICES = words("ceo cfo coo cto")
_CHIEFS = ("chief executive", "managing director", "chief operating", "chief technology",
           "chief financial", "chief commercial")  # fmt: skip
# What a body does to things, and a thing not.
_BUSINESS_VERBS = words("supply manufacture employ export import sell produce market make build")
# Behind a name these belong to a body: "the Kestrel Atlas plant".
_BELONGINGS = words("plant factory shares stock staff workers subsidiary headquarters")
# Kinds that spaCy takes names of bodies for.
_LOOSE = frozenset(["Person", "Product", "Organization", "Event", "Facility", ""])


@dataclass(frozen=True, slots=True)
class _Group:
    """All places where one text writes one name."""

    keys: tuple[int, ...]
    names: tuple[Name, ...]


def by_text(
    page: Tokens, settled: Mapping[int, Name], roles: Mapping[int, Role]
) -> dict[int, Name]:
    """Return the names, each of one kind in the whole text where the text says what it is.

    "X, a subsidiary of Y" says it of each X; "the X plant" says that no X is a person.
    """
    owners = {role.body: role for role in roles.values() if role.body >= 0}
    found = dict(settled)
    for group in _groups(page, settled):
        kind = _shown(page, group, owners) or _usual(group)
        if not kind:
            continue
        for key, name in zip(group.keys, group.names, strict=True):
            if name.kind != kind and _is_open(name, kind):
                found[key] = replace(name, kind=kind, strength=FORMED, country="")
    return found


def _groups(page: Tokens, settled: Mapping[int, Name]) -> Iterator[_Group]:
    by_form: dict[str, list[int]] = {}
    surnames: set[str] = set()
    for key, name in settled.items():
        written = page.words(name.begin, name.end)
        by_form.setdefault(written.casefold(), []).append(key)
        if name.kind == "Person" and name.strength >= FORMED:
            surnames.update(written.casefold().split())
    for form, keys in by_form.items():
        names = tuple(settled[key] for key in keys)
        is_human = any(n.kind == "Person" and n.strength >= FORMED for n in names)
        if not is_human and form not in surnames:
            yield _Group(tuple(keys), names)


def _is_open(name: Name, kind: str) -> bool:
    """Tell whether what the text shows outweighs what the name itself does."""
    if name.strength < FORMED:
        is_unknown = name.kind == "Place" and not name.country
        return name.kind in _LOOSE or kind == "Company" or is_unknown
    # "Devgiri Group" and "Falcon Delta" are by their form no companies, and may well be some.
    is_new = not name.country and name.kind in ("Organization", "Place", "Product")
    return name.strength == FORMED and kind == "Company" and is_new


def _shown(page: Tokens, group: _Group, owners: Mapping[int, Role]) -> str:
    """Return the kind that words about the name show, or nothing."""
    is_acronym = kinds.is_acronym(page.words(group.names[0].begin, group.names[0].end))
    has_chief = any(key in owners and _is_business(page, owners[key]) for key in group.keys)
    if any(_is_called_company(page, name) for name in group.names):
        return "Company"
    if has_chief and not is_acronym and all(n.strength < FORMED for n in group.names):
        return "Company"
    is_owner = any(key in owners for key in group.keys)
    if is_owner or any(_acts_as_body(page, name) for name in group.names):
        known = {name.kind for name in group.names} & kinds.BODIES
        return min(known, default="Organization")
    return ""


def _usual(group: _Group) -> str:
    """Return the kind that most of the mentions have, where a person and a thing are mixed."""
    if len(group.names) < 3 or group.names[0].end - group.names[0].begin < 2:
        return ""
    votes = Counter(name.kind for name in group.names if name.kind)
    (kind, count), *others = [*votes.most_common(2), ("", 0)][:2]
    is_mixed = "Person" in votes and any(other for _, other in others)
    return kind if is_mixed and count > len(group.names) / 2 else ""


def _is_business(page: Tokens, role: Role) -> bool:
    lower = page.lower[role.title.begin : role.title.end]
    return bool(_BUSINESS_OFFICES & set(lower)) or " ".join(lower).startswith(_CHIEFS)


def _is_called_company(page: Tokens, name: Name) -> bool:
    """Tell whether the text calls it one: "axle maker X", "X, its new subsidiary", "X is a firm".

    The words have to stand right beside it: parsers often hang them on somebody else.
    """
    token = page.doc[page.head(name.begin, name.end)]
    before = name.begin - (2 if name.begin > 1 and page.text[name.begin - 1] in OPENING else 1)
    if before >= 0 and _is_company_noun(page.doc[before]):
        # "the company Vikram Sorabkar joined"
        return not (token.dep_ == "nsubj" and token.head.dep_ == "relcl")
    if token.dep_ == "appos" and _is_company_noun(token.head) and name.begin > token.head.i:
        return True
    if any(_opens_with(child, page, name.end) for child in token.children):
        return True
    is_subject = token.dep_ == "nsubj" and token.head.lemma_ == "be"
    return is_subject and any(
        child.dep_ == "attr" and _is_company_noun(child) for child in token.head.children
    )


def _opens_with(child: Token, page: Tokens, end: int) -> bool:
    is_beside = child.dep_ == "appos" and page.text[end : end + 1] == (",",)
    return is_beside and child.left_edge.i == end + 1 and _is_company_noun(child)


def _is_company_noun(token: Token) -> bool:
    if token.lemma_.lower() not in COMPANY_NOUNS or not token.tag_.startswith("NN"):
        return False
    is_single = token.tag_ in ("NN", "NNP")
    return is_single and not any(child.lower_ in _HUMAN_MAKERS for child in token.lefts)


def _acts_as_body(page: Tokens, name: Name) -> bool:
    """Tell whether what seems a product or an unknown person owns or makes something."""
    if name.kind not in ("Product", "Person") or name.end - name.begin < 2:
        return False
    if name.end < len(page) and page.lower[name.end] in _BELONGINGS and page.tag[name.end] != "NNP":
        return True
    if name.kind == "Person" and name.strength > GUESSED:
        return False
    token = page.doc[page.head(name.begin, name.end)]
    verb = token.head.head if token.head.dep_ == "agent" else token.head
    is_actor = token.dep_ == "nsubj" or token.head.dep_ == "agent"
    return is_actor and verb.lemma_.lower() in _BUSINESS_VERBS
