"""Tell which names of people mean one person."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import JaroWinkler

from relgraph.extract.vocabulary import ROYAL

# "Abdelatif Loudyi" and "Abdeltif Loudiyi" reach 0.96, "Rajnath Singh" and "Kirti Vardhan Singh"
# 0.69; the lower bar asks for the same office or country besides.
SAME_SPELLING = 0.95
SAME_WITH_ROLE = 0.88
SAME_GIVEN_NAME = 0.82
SAME_SURNAME = 0.93

# What a courtesy or an office tells of who "he" can be.
GENDERS = dict.fromkeys(
    ["mr", "shri", "sir", "sheikh", "lord", "king", "prince", "chairman", "spokesman", "herr",
     "bin", "ibn", "ould"], "m"
) | dict.fromkeys(
    ["mrs", "ms", "miss", "smt", "dame", "lady", "sheikha", "queen", "princess", "chairwoman",
     "spokeswoman", "frau", "madame", "bint"], "f"
)  # fmt: skip

_APOSTROPHES = str.maketrans({"’": "", "‘": "", "'": "", "`": "", "-": " ", "–": " ", ".": " "})
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])  # "Ferdinand Marcos Jr."
_PARTICLES = frozenset(["al", "el", "bin", "ibn", "bint", "de", "van", "von", "der", "den", "la"])


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention of a person: its place in the list, its words, its office and country."""

    number: int
    words: tuple[str, ...]
    at: int
    sentence: int
    is_subject: bool
    role: str = ""
    country: str = ""


@dataclass(slots=True)
class _Person:
    namings: list[Naming] = field(default_factory=list)
    forms: dict[tuple[str, ...], None] = field(default_factory=dict)
    roles: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)

    def add(self, naming: Naming) -> None:
        self.namings.append(naming)
        self.forms[naming.words] = None
        self.roles |= {naming.role} - {""}
        self.countries |= {naming.country} - {""}


def spelled(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared.

    >>> spelled("Nasser bin Hilal Al-Rawahi")
    ('nasser', 'bin', 'hilal', 'al', 'rawahi')
    """
    plain = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES).lower())
    words = "".join(c for c in plain if not unicodedata.combining(c)).split()
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return tuple(words)


def group(namings: Sequence[Naming]) -> tuple[list[list[int]], dict[int, tuple[int, ...]]]:
    """Group *namings*, given in text order, by person; the groups hold their numbers.

    Full names are compared first, so that a surname may stand before its full name. The second
    value has, by number, the groups between which a surname alone does not decide.
    """
    people: list[_Person] = []
    for naming in namings:
        if len(naming.words) > 1:
            person = next((p for p in people if _is_same(p, naming)), None)
            if person is None:
                person = _Person()
                people.append(person)
            person.add(naming)
    # A surname with a particle, "Ben Romdhane", is taken for a full name until now.
    for short in [p for p in people if len(min(p.forms, key=len)) <= 3]:
        _fold(people, short)
    doubts: dict[int, list[_Person]] = {}
    for naming in namings:
        if len(naming.words) == 1:
            likely = [p for p in people if _can_shorten(p, naming)]
            person = _nearest(likely, naming)
            if person is None:
                person = _Person()
                people.append(person)
            equal = [p for p in likely if _rank(p, naming)[:2] == _rank(person, naming)[:2]]
            if len(equal) > 1:
                doubts[naming.number] = equal
            person.add(naming)
    number_of = {id(person): number for number, person in enumerate(people)}
    groups = [sorted(naming.number for naming in person.namings) for person in people]
    return groups, {n: tuple(number_of[id(p)] for p in who) for n, who in doubts.items()}


def _fold(people: list[_Person], short: _Person) -> None:
    form = max(short.forms, key=len)
    wholes = [p for p in people if p is not short and any(_within(form, f) for f in p.forms)]
    if form[0] in ROYAL and not wholes:
        # "Prince Faisal" is "Faisal bin Farhan".
        wholes = [
            p for p in people if p is not short and any(_is_of_house(form, f) for f in p.forms)
        ]
    if not wholes:
        return
    for naming in short.namings:
        whole = _nearest(wholes, naming)
        if whole is not None:
            whole.add(naming)
    people.remove(short)


def _is_of_house(royal: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return royal[1] == whole[0] and not _PARTICLES.isdisjoint(whole[1:])


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether *part* stands in *whole*, word by word."""
    if len(part) >= len(whole):
        return False
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


def _is_same(person: _Person, naming: Naming) -> bool:
    if naming.words in person.forms:
        return True
    agrees = bool(
        (naming.country and naming.country in person.countries)
        or (naming.role and naming.role in person.roles)
    )
    differs = bool(naming.country and person.countries and naming.country not in person.countries)
    return not differs and any(
        _is_variant(form, naming.words, agrees=agrees) for form in person.forms if len(form) > 1
    )


def _is_reordered(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one name is the other with the surname first, or with names left out.

    "Kishida Fumio" and "Fumio Kishida"; "Ana Ponce" and "Ana Gracia Ponce Villalba".
    """
    if sorted(one) == sorted(other):
        return True
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return len(short) > 1 and short[0] == long[0] and all(word in rest for word in short)


def _fused(form: tuple[str, ...]) -> tuple[str, ...]:
    """Return *form* with the article joined to its name: "Al Busaidi" is also "Albusaidi"."""
    words: list[str] = []
    for word in form:
        if words and words[-1] in ("al", "el"):
            words[-1] += word
        else:
            words.append(word)
    return tuple(words)


def _is_variant(one: tuple[str, ...], other: tuple[str, ...], *, agrees: bool) -> bool:
    """Tell whether two full names are spellings of one."""
    if _is_reordered(_fused(one), _fused(other)):
        return True
    if 1 in (len(one[0]), len(other[0])) and len(one) == len(other) == 2:
        return one[0][0] == other[0][0] and one[1] == other[1]  # "M. Josefson"
    likeness = JaroWinkler.similarity(" ".join(one), " ".join(other))
    given = JaroWinkler.similarity(one[0], other[0])
    surname = JaroWinkler.similarity(one[-1], other[-1])
    if len(one) == len(other) and given >= SAME_GIVEN_NAME and surname >= SAME_SURNAME - 0.05:
        return likeness >= (SAME_WITH_ROLE if agrees else SAME_SPELLING)
    # "Nasser bin Hilal Al-Rawahi" and "Nasir Al Rawahi"
    if surname >= SAME_SURNAME and given >= SAME_GIVEN_NAME:
        bare, other_bare = _bare(one), _bare(other)
        return len(bare) == 2 or len(other_bare) == 2 or bare[0] == other_bare[0]
    return False


def _bare(form: tuple[str, ...]) -> list[str]:
    return [word for word in form if word not in _PARTICLES]


def _can_shorten(person: _Person, naming: Naming) -> bool:
    word = naming.words[0]
    return any(
        word in form
        or f"al{word}" in form
        or (len(word) > 4 and JaroWinkler.similarity(form[-1], word) >= SAME_SURNAME)
        for form in person.forms
    )


def _nearest(people: Sequence[_Person], naming: Naming) -> _Person | None:
    """Choose whom a surname means: by office, by being a surname, then whoever is in focus."""
    return max(people, key=lambda person: _rank(person, naming), default=None)


def _rank(person: _Person, naming: Naming) -> tuple[bool, bool, tuple[int, bool, int]]:
    has_role = bool(naming.role) and any(naming.role in role for role in person.roles)
    is_surname = any(form[-len(naming.words) :] == naming.words for form in person.forms)
    return has_role, is_surname, _focus(person, naming.at)


def _focus(person: _Person, at: int) -> tuple[int, bool, int]:
    """Rank by the last sentence that names the person, subjects first; the coming ones last."""
    before = [naming for naming in person.namings if naming.at < at]
    if not before:
        return (-1 - min(naming.sentence for naming in person.namings), False, 0)
    last = max(before, key=lambda naming: naming.at)
    in_sentence = [naming for naming in before if naming.sentence == last.sentence]
    return last.sentence, any(naming.is_subject for naming in in_sentence), last.at
