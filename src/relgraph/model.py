"""The values that flow from an article's text to the graph.

    Article ─extract→ Extraction ─resolve→ World ─rdf→ quads

What one text says is a *claim*, about *referents* (what linguists call discourse referents: one
thing under all the names that the text gives it). What the graph says is an *event* or a *state*,
about *entities*. Offsets are Unicode code points into ``Article.text``, end excluded.
"""

from dataclasses import dataclass
from enum import StrEnum


class Modality(StrEnum):
    """Whether the text says that a thing happened, will happen, or did not."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text."""

    begin: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of *text* that this stretch covers."""
        return text[self.begin : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether *other* lies inside."""
        return self.begin <= other.begin and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One news article, cleaned: NFC, no control characters, ``\\n`` line ends.

    ``id`` is what replaces it: the one it came with, else its URL, else the hash of its text.
    ``published`` is ``YYYY-MM-DD``, ``YYYY-MM``, ``YYYY`` or empty.
    """

    id: str
    text: str
    title: str = ""
    url: str = ""
    publisher: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Referent:
    """One thing that an article speaks of, under all its names there.

    ``id`` is ``e1``, ``e2`` … in the order of first mention; ``name`` is the fullest form in the
    text; ``country`` is the ISO 3166-1 alpha-2 code that the text ties it to, or empty;
    ``mentions`` are the places that name it, pronouns left out.
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    role: str = ""
    country: str = ""
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that says so, the words in it that made us think so, and the rule that did."""

    span: Span
    quote: str
    rule: str
    trigger: Span
    arguments: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """A referent (or, once resolved, an entity's IRI) with the part that it plays.

    ``part`` is one of the slots of the relation type: ``agent``, ``counterpart``, ``object`` …
    """

    who: str
    part: str


@dataclass(frozen=True, slots=True)
class EventClaim:
    """What one article says happened, will happen or did not.

    ``relation`` is the notation of a relation type of the ontology (``met``). ``date`` is a day,
    ``YYYY-MM``, ``YYYY``, an interval ``a/b``, ``XXXX-MM-DD`` where no year can be known, or empty.
    ``unnamed`` are the parties that the text does not name ("the Indian diaspora").
    """

    id: str
    relation: str
    participants: tuple[Participant, ...]
    evidence: tuple[Evidence, ...]
    object: str = ""
    object_text: str = ""
    place: str = ""
    date: str = ""
    date_text: str = ""
    modality: Modality = Modality.ASSERTED
    topics: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class StateClaim:
    """What one article says to hold: an office, a part of a whole, a maker.

    ``title`` is the office as written, for ``holds_office`` alone; with a title, ``object`` may be
    empty, where the text does not say in what the office is held.
    """

    id: str
    relation: str
    subject: str
    object: str
    evidence: tuple[Evidence, ...]
    title: str = ""
    modality: Modality = Modality.ASSERTED
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article says, as far as we can tell, each line of it grounded in the text."""

    article: str
    published: str
    referents: tuple[Referent, ...] = ()
    events: tuple[EventClaim, ...] = ()
    states: tuple[StateClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the world, as the articles together name it.

    ``referents`` are the IRIs of the articles' referents that it was merged from. ``matches`` are
    the IRIs that other vocabularies give it, with ``skos:exactMatch``.
    """

    iri: str
    kind: str
    label: str
    aliases: tuple[str, ...] = ()
    country: str = ""
    matches: tuple[str, ...] = ()
    referents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, as all articles together tell it.

    ``evidence`` holds the IRIs of evidence nodes in the articles' graphs; ``object`` and ``place``
    are entities' IRIs or empty; ``date`` is the most exact that any of them gives.
    """

    iri: str
    relation: str
    participants: tuple[Participant, ...]
    evidence: tuple[str, ...]
    object: str = ""
    object_text: str = ""
    place: str = ""
    date: str = ""
    date_text: str = ""
    modality: Modality = Modality.ASSERTED
    topics: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class State:
    """Something that holds between two entities, on the days that articles say so.

    ``object`` is empty for an office of which no article says in what it is held.
    """

    iri: str
    relation: str
    subject: str
    object: str
    evidence: tuple[str, ...]
    title: str = ""
    attested: tuple[str, ...] = ()
    modality: Modality = Modality.ASSERTED
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class World:
    """What the default graph says. Every tuple is sorted by IRI."""

    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    states: tuple[State, ...] = ()
