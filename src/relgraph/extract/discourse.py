"""Hold what the walk through a text knows so far: who is who, and who is in focus."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from relgraph.extract.focus import Focus, Seen
from relgraph.extract.tokens import Tokens
from relgraph.extract.words import words
from relgraph.model import Referent, Span

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
OBJECTS = ("dobj", "pobj", "dative")
OBLIQUES = ("poss", "compound", "nmod", "amod")
# Verbs by which a text gives somebody's words.
SAYING = words("""
    say tell add note stress explain state affirm declare announce recall write post tweet warn
    remark conclude continue comment reply respond reiterate emphasize emphasise underline insist
    ask observe quote describe joke admit acknowledge praise quip call
""")
# The guests in "the meeting was attended by …" are not the two that met.
ATTENDING = words("attend witness join")
HE = words("he him his himself")
SHE = words("she her hers herself")
# What it counts that a person is known to be a "she": more than a sentence's distance.
UNKNOWN, KNOWN = 0.1, 1.0
# Offices known by their letters.
SHORT_FORMS = {
    "mos": ("minister", "state"),
    "fm": ("minister", "foreign"),
    "pm": ("minister", "prime"),
    "premier": ("minister", "prime"),
    "eam": ("minister", "external", "affairs"),
    "ceo": ("chief", "executive"),
    "cfo": ("chief", "financial"),
}
_EMPTY = words("of for the and in charge visiting said to , - &")


@dataclass(frozen=True, slots=True)
class Company:
    """The referents of an article, and what the text lets us know of each.

    What the walk learns on its way ("his Peruvian counterpart" is from Peru, and president if he
    is) goes into *offices*, *countries* and *genders*.
    """

    by_id: Mapping[str, Referent]
    offices: dict[str, frozenset[str]]
    genders: dict[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    # Who leads a delegation, in the order of the text.
    leaders: list[str] = field(default_factory=list)

    def country(self, who: str) -> str:
        """Return the code of the country that *who* is from or serves, or nothing."""
        return self.by_id[who].country or self.countries.get(who, "")

    def is_human(self, who: str) -> bool:
        """Tell whether *who* is a person."""
        return self.by_id[who].kind == "Person"

    def is_kind(self, *wanted: str) -> Callable[[str], bool]:
        """Return a test for kinds."""
        return lambda who: self.by_id[who].kind in wanted

    def could_be(self, gender: str) -> Callable[[str], float]:
        """Return how well a person fits *gender*: known to be, or not known not to be."""

        def fits(who: str) -> float:
            known = self.genders.get(who)
            if not self.is_human(who) or known not in (None, gender):
                return 0
            return UNKNOWN if known is None else KNOWN

        return fits


@dataclass(frozen=True, slots=True)
class Discourse:
    """One article on the walk: ``at`` and ``extents`` fill up as phrases are resolved."""

    page: Tokens
    company: Company
    at: dict[int, tuple[str, ...]]
    extents: dict[int, Span]
    sentence_of: tuple[int, ...]
    quoted: frozenset[int]
    focus: Focus = field(default_factory=Focus)

    def put(self, token: Token, ids: tuple[str, ...]) -> None:
        """Let *token* stand for *ids*."""
        self.at[token.i] = ids
        self.extents[token.i] = Span(token.idx, token.idx + len(token))
        self.see(token.i, ids)

    def see(self, index: int, ids: tuple[str, ...]) -> None:
        """Bring *ids* into focus."""
        token, is_second = _phrase_head(self.page.doc[index])
        # Whom a relative clause tells of stays in the background: "succeeds Kohli, who left".
        is_subject = token.dep_ in SUBJECTS and token.head.dep_ != "relcl"
        verb = token.head.i if token.dep_ in (*SUBJECTS, *OBJECTS) else -1
        seen = Seen(
            at=index,
            ids=ids,
            sentence=self.sentence_of[index],
            is_subject=is_subject,
            is_second=is_second,
            is_oblique=token.dep_ in OBLIQUES,
            is_quoted=index in self.quoted,
            is_guest=token.sent.root.lemma_.lower() in ATTENDING,
            verb=verb,
        )
        self.focus.add(seen)


def _phrase_head(token: Token) -> tuple[Token, bool]:
    """Return the word by whose place a name is judged, and whether the name comes second there."""
    is_second = False
    while token.dep_ in ("appos", "conj", "flat") and token.head is not token:
        is_second = is_second or token.dep_ == "conj"
        token = token.head
    return token, is_second


def spelled_out(title: Iterable[str]) -> frozenset[str]:
    """Return the words of an office, with what short forms in it stand for.

    >>> sorted(spelled_out(["the", "mos"]))
    ['minister', 'state']
    """
    plain = content(title)
    longer = [SHORT_FORMS[word] for word in plain if word in SHORT_FORMS]
    return (plain - SHORT_FORMS.keys()).union(*longer)


def content(title: Iterable[str]) -> frozenset[str]:
    """Return the words of an office that tell it from others.

    >>> sorted(content(["visiting", "minister", "of", "trade"]))
    ['minister', 'trade']
    """
    return frozenset(title) - _EMPTY
