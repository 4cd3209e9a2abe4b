"""Read the kinds of entities and types of relations from ``graph/ontology.ttl``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from relgraph import resources
from relgraph.errors import InputError
from relgraph.iri import NAMESPACE

RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PARTS = ("agent", "counterpart", "object", "place", "recipient", "witness", "topic")

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_SUBCLASS = ox.NamedNode(f"{RDFS}subClassOf")
_NOTATION = ox.NamedNode(f"{SKOS}notation")

_FRAME = re.compile(r"(?P<trigger>[^:]+):(?P<slots>.*)")  # "meet: agent=subject counterpart=object"
_NOUNS = re.compile(r"\((?P<lemmas>[^)]+)\)")  # "(meeting/talks)"
_PARTY = re.compile(r"\[([^\]]+)\]")  # "[Rajnath Singh] met …"
_OBJECT = re.compile(r"\{([^}]+)\}")  # "… visited {Morocco}"
_BRACKETS = str.maketrans("", "", "[]{}")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity; ``name`` is what JSON and the command line call it."""

    name: str
    iri: str
    label: str
    folder: str
    shape: str
    colour: str
    definition: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which English says a relation.

    Exactly one of ``verbs`` alone, ``verbs`` with ``nouns`` (a light verb, or a verb with its
    particle), or ``nouns`` alone is the trigger. ``slots`` maps a part to where it stands:
    ``subject``, ``object``, ``poss``, ``attr``, ``noun``, ``complement`` or a preposition;
    ``visitor`` is who makes the visit on which the noun hangs, for "a visit at the invitation of".
    ``needs`` are the parts without which it is not this frame at all.
    """

    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    slots: tuple[tuple[str, tuple[str, ...]], ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its parties and objects as marked."""

    text: str
    parties: tuple[str, ...]
    objects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A type of event or state; ``name`` is its notation, ``shortcut`` the direct edge's IRI.

    ``fillers`` maps a part to what may fill it: names of kinds, and names of noun classes for what
    has no name; a part that it lacks takes anything. ``required`` are the parts without which a
    frame says nothing.
    """

    name: str
    iri: str
    label: str
    is_state: bool
    is_core: bool
    is_symmetric: bool
    shortcut: str
    edge: tuple[str, str]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    frames: tuple[Frame, ...]
    fillers: dict[str, tuple[str, ...]]
    required: tuple[str, ...]
    examples: tuple[Example, ...]
    counter_examples: tuple[str, ...]
    cameo: str
    plover: str
    colour: str
    definition: str


@dataclass(frozen=True, slots=True)
class Ontology:
    """Kinds and relations by name, in the order of the file's names; classes of nouns likewise.

    ``noun_kinds`` says which kind a thing is that is only described by a noun of a class.
    """

    kinds: dict[str, Kind]
    relations: dict[str, Relation]
    nouns: dict[str, frozenset[str]]
    noun_kinds: dict[str, str]

    @property
    def events(self) -> tuple[Relation, ...]:
        """All types of events."""
        return tuple(relation for relation in self.relations.values() if not relation.is_state)

    @property
    def states(self) -> tuple[Relation, ...]:
        """All types of states."""
        return tuple(relation for relation in self.relations.values() if relation.is_state)


@cache
def load() -> Ontology:
    """Return the ontology that ships with relgraph."""
    path = resources.folder("graph") / "ontology.ttl"
    return parse(path.read_bytes(), where=path.name)


def parse(turtle: bytes, *, where: str) -> Ontology:
    """Read an ontology from Turtle; *where* names it in errors.

    Raises:
        InputError: where a block lacks something or a frame cannot be read.
    """
    try:
        triples = list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        raise InputError(str(error), where=where, hint="mend the Turtle") from error
    facts = _Facts([(t.subject.value, t.predicate.value, t.object.value) for t in triples], where)
    kinds = {kind.name: kind for kind in sorted(_kinds(facts), key=lambda kind: kind.name)}
    names = {kind.iri: kind.name for kind in kinds.values()}
    relations = {r.name: r for r in sorted(_relations(facts, names), key=lambda r: r.name)}
    classes = sorted(_nouns(facts, names))
    nouns = {name: lemmas for name, lemmas, _ in classes}
    for relation in relations.values():
        for part, allowed in relation.fillers.items():
            if unknown := [name for name in allowed if name not in kinds and name not in nouns]:
                problem = f"{relation.name}: {part} takes {unknown[0]!r}, which nothing is called"
                raise InputError(problem, where=where, hint="name a kind or a class of nouns")
    return Ontology(kinds, relations, nouns, {name: kind for name, _, kind in classes if kind})


def frame(line: str) -> Frame:
    """Read one frame; the header of ``ontology.ttl`` says how they are written.

    >>> frame("hold/have+talks: agent=subject counterpart=with").verbs
    ('hold', 'have')
    """
    match = _FRAME.fullmatch(line.strip())
    if match is None:
        raise InputError(f"no frame: {line!r}", hint="write TRIGGER: PART=SLOT,SLOT …")
    slots, needs = [], []
    for word in match["slots"].split():
        part, equals, places = word.partition("=")
        if part.endswith("!"):
            part = part.removesuffix("!")
            needs.append(part)
        if part not in PARTS or not equals or not places:
            raise InputError(f"no slot: {word!r} in {line!r}", hint=f"parts: {', '.join(PARTS)}")
        slots.append((part, tuple(places.split(","))))
    trigger = match["trigger"].strip()
    if nouns := _NOUNS.fullmatch(trigger):
        return Frame((), tuple(nouns["lemmas"].split("/")), tuple(slots), tuple(needs))
    verbs, _, with_nouns = trigger.partition("+")
    nouns_of = tuple(with_nouns.split("/")) if with_nouns else ()
    return Frame(tuple(verbs.split("/")), nouns_of, tuple(slots), tuple(needs))


def filler(line: str) -> tuple[str, tuple[str, ...]]:
    """Read what may fill a part.

    >>> filler("object: Agreement instrument")
    ('object', ('Agreement', 'instrument'))
    """
    part, colon, allowed = line.partition(":")
    if part.strip() not in PARTS or not colon or not allowed.strip():
        raise InputError(f"no filler: {line!r}", hint=f"parts: {', '.join(PARTS)}")
    return part.strip(), tuple(allowed.split())


def example(line: str) -> Example:
    """Read one example.

    >>> example("[Rajnath Singh] visited {Morocco}.").objects
    ('Morocco',)
    """
    parties, objects = tuple(_PARTY.findall(line)), tuple(_OBJECT.findall(line))
    return Example(line.translate(_BRACKETS), parties, objects)


class _Facts:
    """The triples of the file by subject and predicate."""

    def __init__(self, triples: list[tuple[str, str, str]], where: str) -> None:
        self.where = where
        self._values: dict[tuple[str, str], list[str]] = {}
        for subject, predicate, value in triples:
            self._values.setdefault((subject, predicate), []).append(value)

    def subjects(self, predicate: str, value: str) -> Iterator[str]:
        for (subject, known), values in self._values.items():
            if known == predicate and value in values:
                yield subject

    def all(self, subject: str, predicate: str) -> tuple[str, ...]:
        return tuple(self._values.get((subject, predicate), ()))

    def one(self, subject: str, predicate: str) -> str:
        values = self._values.get((subject, predicate), [])
        if len(values) != 1:
            problem = f"<{subject}> has {len(values)} values of <{predicate}>, not one"
            raise InputError(problem, where=self.where, hint="give exactly one")
        return values[0]

    def maybe(self, subject: str, predicate: str) -> str:
        return next(iter(self._values.get((subject, predicate), [])), "")


def _kinds(facts: _Facts) -> Iterator[Kind]:
    for iri in facts.subjects(_TYPE.value, f"{NAMESPACE}Kind"):
        yield Kind(
            name=facts.one(iri, _NOTATION.value),
            iri=iri,
            label=facts.one(iri, f"{RDFS}label"),
            folder=facts.one(iri, f"{NAMESPACE}folder"),
            shape=facts.one(iri, f"{NAMESPACE}shape"),
            colour=facts.one(iri, f"{NAMESPACE}colour"),
            definition=facts.one(iri, f"{SKOS}definition"),
        )


def _nouns(facts: _Facts, kinds: dict[str, str]) -> Iterator[tuple[str, frozenset[str], str]]:
    for iri in facts.subjects(_TYPE.value, f"{NAMESPACE}NounClass"):
        lemmas = " ".join(facts.all(iri, f"{NAMESPACE}nouns")).split()
        kind = kinds.get(facts.maybe(iri, f"{NAMESPACE}kind"), "")
        yield facts.one(iri, _NOTATION.value), frozenset(lemmas), kind


def _relations(facts: _Facts, kinds: dict[str, str]) -> Iterator[Relation]:
    for parent, is_state in ((f"{NAMESPACE}Event", False), (f"{NAMESPACE}State", True)):
        for iri in facts.subjects(_SUBCLASS.value, parent):
            edge = ("subject", "object")
            if not is_state:
                begin, end = facts.one(iri, f"{NAMESPACE}edge").split()
                edge = (begin, end)
            yield Relation(
                name=facts.one(iri, _NOTATION.value),
                iri=iri,
                label=facts.one(iri, f"{RDFS}label"),
                is_state=is_state,
                is_core=facts.maybe(iri, f"{NAMESPACE}core") == "true",
                is_symmetric=facts.maybe(iri, f"{NAMESPACE}symmetric") == "true",
                shortcut=facts.one(iri, f"{NAMESPACE}shortcut"),
                edge=edge,
                domain=tuple(kinds[kind] for kind in facts.all(iri, f"{NAMESPACE}domain")),
                range=tuple(kinds[kind] for kind in facts.all(iri, f"{NAMESPACE}range")),
                frames=tuple(frame(line) for line in facts.all(iri, f"{NAMESPACE}frame")),
                fillers=dict(
                    filler(line)
                    for owner in (parent, iri)
                    for line in facts.all(owner, f"{NAMESPACE}filler")
                ),
                required=tuple(facts.maybe(iri, f"{NAMESPACE}required").split()),
                examples=tuple(example(line) for line in facts.all(iri, f"{NAMESPACE}example")),
                counter_examples=facts.all(iri, f"{NAMESPACE}counterExample"),
                cameo=facts.maybe(iri, f"{NAMESPACE}cameo"),
                plover=facts.maybe(iri, f"{NAMESPACE}plover"),
                colour=facts.one(iri, f"{NAMESPACE}colour"),
                definition=facts.one(iri, f"{SKOS}definition"),
            )
