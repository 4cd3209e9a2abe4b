"""What a reader, a person or a program, has found in one article, fit to be compared."""

from dataclasses import dataclass
from operator import attrgetter

from relgraph import ontology
from relgraph.errors import one_line
from relgraph.model import EventClaim, Extraction

# The type of every event that is not of the core; its own comes as ``subtype``.
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Named:
    """One thing that an article names, under all its names there."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """All its names."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Told:
    """One event that an article tells, its parties under their names.

    ``evidence`` is the sentence that says so, ``again`` are others. An optional event may be found
    or not: neither counts.
    """

    type: str
    participants: tuple[str, ...] = ()
    object: str = ""
    place: str = ""
    date: str = ""
    modality: str = "asserted"
    evidence: str = ""
    subtype: str = ""
    is_optional: bool = False
    again: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What to call it: of the others, their own type."""
        return self.subtype or self.type


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that one reader has found in one article."""

    id: str
    entities: tuple[Named, ...] = ()
    events: tuple[Told, ...] = ()


def core_types() -> tuple[str, ...]:
    """Return the types of events that are told of one by one."""
    core = (relation for relation in ontology.load().events if relation.is_core)
    return tuple(sorted(map(attrgetter("name"), core)))


def annotation(extraction: Extraction) -> Annotation:
    """Return what *extraction* says in the terms of an annotator."""
    names = {referent.id: referent.name for referent in extraction.referents}
    return Annotation(
        extraction.article,
        tuple(Named(r.name, r.kind, r.aliases) for r in extraction.referents),
        tuple(_told(event, names) for event in extraction.events),
    )


def _told(event: EventClaim, names: dict[str, str]) -> Told:
    is_core = event.relation in core_types()
    return Told(
        type=event.relation if is_core else OTHER,
        participants=tuple(names[participant.who] for participant in event.participants),
        object=f"{names.get(event.object, '')} {event.object_text}".strip(),
        place=names.get(event.place, ""),
        date=event.date,
        modality=event.modality.value,
        evidence=event.evidence[0].quote if event.evidence else "",
        subtype="" if is_core else event.relation,
        again=tuple(proof.quote for proof in event.evidence[1:]),
    )


def shown(told: Told) -> str:
    """Say in one line what an event is: "met Ana Ruiz, Omar Hejira"."""
    parties = ", ".join(told.participants) or "nobody named"
    thing = f" · {told.object}" if told.object else ""
    truth = "" if told.modality == "asserted" else f" ({told.modality})"
    return one_line(f"{told.label} {parties}{thing}{truth}")
