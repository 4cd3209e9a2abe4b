"""Gather the names that mean one thing, and name it by the fullest of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from relgraph import gazetteer
from relgraph.extract import kinds, people
from relgraph.extract import vocabulary as v
from relgraph.extract.name import FORMED, LABELLED, Name
from relgraph.extract.people import Naming, spelled
from relgraph.extract.roles import Role
from relgraph.extract.tokens import Tokens
from relgraph.extract.vocabulary import OWNED, ROYAL

# Two letters fit too much.
SHORTEST_INITIALS = 3
# How far the parent's name may stand behind "a unit of": "a unit of state-run Pertamina".
LONGEST_GAP = 7
_OF_PARENT = frozenset((word, "of") for word in OWNED)
_ARTICLES = frozenset(["the", "a", "an"])


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing with all names that the text gives it; ``names`` are keys into the settled ones.

    ``unsure`` are the names that stand by another of the same surname, and may mean this one.
    """

    kind: str
    names: tuple[int, ...]
    shorts: tuple[tuple[int, int], ...] = ()
    country: str = ""
    unsure: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """The names of an article, settled; keys run in text order."""

    page: Tokens
    names: Mapping[int, Name]
    roles: Mapping[int, Role]
    shorts: Mapping[int, tuple[int, int, int]]

    def words(self, key: int) -> str:
        """Return the name *key* as written."""
        name = self.names[key]
        return self.page.words(name.begin, name.end)


def gather(named: Named) -> list[Thing]:
    """Return one thing for all names that mean it, in the order of first mention."""
    humans = _people(named)
    taken = {key for thing in humans for key in thing.names}
    countries = _countries(named, taken)
    taken |= {key for thing in countries for key in thing.names}
    others = _others(named, taken)
    return sorted(
        [*humans, *countries, *others], key=lambda thing: named.names[thing.names[0]].begin
    )


def _people(named: Named) -> list[Thing]:
    namings = _namings(named)
    by_key = {naming.number: naming for naming in namings}
    groups, doubtful = people.group(namings)
    things = []
    for number, group in enumerate(groups):
        country = next((by_key[key].country for key in group if by_key[key].country), "")
        unsure = tuple(
            key for key in by_key if key not in group and number in doubtful.get(key, ())
        )
        things.append(Thing("Person", tuple(group), country=country, unsure=unsure))
    return things


def _namings(named: Named) -> list[Naming]:
    page = named.page
    role_of = {role.holder: role for role in named.roles.values() if role.holder >= 0}
    full = {
        spelled(named.words(key))
        for key, name in named.names.items()
        if name.kind == "Person" and name.end - name.begin > 1
    }
    parts = {word for form in full for word in form}
    bodies = _bodies_forms(named)
    namings = []
    for key, name in named.names.items():
        words = spelled(named.words(key))
        is_body = name.strength <= LABELLED and named.words(key) in bodies
        is_person = name.kind == "Person" and not (is_body and not parts.issuperset(words))
        if not is_person and not _may_be(named, key, parts):
            continue
        role, token = role_of.get(key), page.doc[page.head(name.begin, name.end)]
        if role and len(words) == 1 and page.lower[role.title.head] in ROYAL:
            words = (page.lower[role.title.head], *words)  # "Prince Hussein"
        naming = Naming(
            number=key,
            words=words,
            at=name.begin,
            sentence=token.sent.start,
            is_subject=token.dep_ in ("nsubj", "nsubjpass"),
            role=page.words(role.title.begin, role.title.end).lower() if role else "",
            country=(role.country if role else "") or name.country,
        )
        namings.append(naming)
    return namings


def _bodies_forms(named: Named) -> set[str]:
    """Return what else names what is surely none: "Nordvind" of "Nordvind Turbines A/S"."""
    page = named.page
    forms = {page.words(begin, end) for begin, end, _ in named.shorts.values()}
    for key, name in named.names.items():
        if name.kind != "Person" and name.strength >= FORMED:
            forms.add(named.words(key))
            if name.kind in (*kinds.BODIES, "Place") and name.end - name.begin > 1:
                forms.add(page.text[name.begin])
    return forms


def _may_be(named: Named, key: int, parts: set[str]) -> bool:
    """Tell whether a lone word that passes for a place or body is a person's surname."""
    name = named.names[key]
    if name.end - name.begin != 1 and not named.page.joins(name.begin + 1):
        return False
    words = spelled(named.words(key))
    is_loose = not gazetteer.country(named.words(key)) and name.strength < FORMED
    return is_loose and bool(words) and all(word in parts for word in words)


def _countries(named: Named, taken: set[int]) -> list[Thing]:
    by_code: dict[str, list[int]] = {}
    for key, name in named.names.items():
        if key not in taken and name.kind == "Country":
            by_code.setdefault(name.country or named.words(key), []).append(key)
    return [Thing("Country", tuple(keys), country=code) for code, keys in by_code.items()]


def _others(named: Named, taken: set[int]) -> list[Thing]:
    groups: list[list[int]] = []
    index: dict[str, list[int]] = {}
    loose: list[int] = []
    for key, name in named.names.items():
        if key in taken:
            continue
        form = _known_form(named.words(key))
        if form in index:
            index[form].append(key)
        elif name.kind and (name.end - name.begin > 1 or name.strength > 0):
            index[form] = [key]
            groups.append(index[form])
        else:
            loose.append(key)
    _link_shorts(named, index)
    _link_initials(named, {form: group for form, group in index.items() if group})
    for key in loose:
        if group := index.get(_form(named.words(key))):
            group.append(key)
        elif named.names[key].kind:
            index[_form(named.words(key))] = group = [key]
            groups.append(group)
    merged = _merge_parts(named, groups)
    return [_thing(named, sorted(set(group))) for group in merged if group]


def _link_shorts(named: Named, index: dict[str, list[int]]) -> None:
    """Let the short form in brackets lead to the long one, wherever it stands later."""
    for key, (begin, end, _) in named.shorts.items():
        if key not in named.names:
            continue
        group = index.get(_form(named.words(key)))
        if group is None:
            continue
        short = _form(named.page.words(begin, end))
        if (other := index.get(short)) is not None and other is not group:
            group += other
            other.clear()
        index[short] = group


def _link_initials(named: Named, index: dict[str, list[int]]) -> None:
    """Let "WhAP" be the only thing of the text whose words begin so: Wheeled Armoured Platform."""
    spelled_out: dict[str, list[str]] = {}
    for form, group in index.items():
        capitals = [word[0] for word in named.words(group[0]).split() if word[0].isupper()]
        if len(capitals) >= SHORTEST_INITIALS:
            spelled_out.setdefault("".join(capitals), []).append(form)
    for form, group in list(index.items()):
        name, written = named.names[group[0]], named.words(group[0])
        letters = "".join(letter for letter in written if letter.isupper())
        longer = spelled_out.get(letters, [])
        is_loose = name.end - name.begin == 1 and name.strength < FORMED
        if is_loose and kinds.is_acronym(written) and len(longer) == 1:
            index[longer[0]].extend(group)
            group.clear()
            index[form] = index[longer[0]]


def _known_form(name: str) -> str:
    """Return the form of *name*, that of its usual name where the gazetteer has it: "UN"."""
    known = gazetteer.body(name)
    return _form(known.name if known and (known.matches or known.aliases) else name)


def _form(name: str) -> str:
    words = [word.strip(".,“”\"'’") for word in name.lower().replace("-", " ").split()]
    while words and words[0] in _ARTICLES:
        words = words[1:]
    while len(words) > 1 and kinds.is_legal_form(words[-1].upper()):
        words = words[:-1]
    return " ".join(words)


def _merge_parts(named: Named, groups: Sequence[list[int]]) -> list[list[int]]:
    """Join "Nordvind" to "Nordvind Turbines", "World Cup" to "FIFA World Cup"."""
    result = [group for group in groups if group]
    for short in [group for group in result if len(_form(named.words(group[0])).split()) <= 3]:
        form = _form(named.words(short[0])).split()
        name = named.names[short[0]]
        if _is_parent(named.page, name):
            continue  # "ExxonMobil PNG, a subsidiary of ExxonMobil"
        if name.kind == "Agreement" or (len(form) == 1 and form[0] in v.PORTFOLIOS):
            continue
        wholes = [
            group
            for group in result
            if group is not short
            and group
            and not any(_is_owned(named.page, named.names[key]) for key in group)
            and _shortens(named, form, name, group)
        ]
        if wholes:
            # The last one that was named before, else the first that comes.
            before = [group for group in wholes if named.names[group[0]].begin < name.begin]
            (before or wholes)[-1 if before else 0].extend(short)
            short.clear()
    return [group for group in result if group]


def _is_owned(page: Tokens, name: Name) -> bool:
    """Tell whether the text calls a body a part of another: "its unit, Vopak Singapore"."""
    at = name.begin - 1
    at -= at > 0 and page.text[at] == ","
    return at >= 0 and page.lower[at] in OWNED


def _is_parent(page: Tokens, name: Name) -> bool:
    """Tell whether the text says of a body that another is its subsidiary."""
    before = page.lower[max(name.begin - LONGEST_GAP, 0) : name.begin]
    return any(pair in _OF_PARENT for pair in pairwise(before))


def _shortens(named: Named, form: list[str], name: Name, group: list[int]) -> bool:
    whole = named.names[group[0]]
    words = _form(named.words(group[0])).split()
    if len(words) <= len(form) or whole.kind in ("Country", "Person", "Agreement"):
        return False
    if whole.kind == "Place":
        is_region = words[:-1] == form and words[-1] in v.PLACE_NOUNS
        return is_region and name.strength < FORMED
    if (
        whole.kind != name.kind
        and name.strength >= 2
        and not {whole.kind, name.kind} <= kinds.BODIES
    ):
        return False
    if words[: len(form)] == form:
        if name.strength >= FORMED and name.kind != "Company":
            return False  # "UN" is not the UN Security Council
        return whole.kind in kinds.BODIES or len(form) > 1
    is_end = words[-len(form) :] == form
    inside = any(words[i : i + len(form)] == form for i in range(len(words)))
    return (is_end and (len(form) > 1 or form[0] in v.BARE or whole.kind in kinds.BODIES)) or (
        inside and len(form) > 1
    )


def _thing(named: Named, keys: list[int]) -> Thing:
    names = [named.names[key] for key in keys]
    strength = max(name.strength for name in names)
    votes = Counter(name.kind for name in names if name.kind and name.strength == strength)
    kind = votes.most_common(1)[0][0] if votes else next(name.kind for name in names if name.kind)
    shorts = tuple(named.shorts[key][:2] for key in keys if key in named.shorts)
    country = next((name.country for name in names if name.country), "")
    return Thing(kind, tuple(keys), shorts, country)
