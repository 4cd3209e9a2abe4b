"""Make states of the claims that tell them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from relgraph import iri
from relgraph.model import Entity, State, StateClaim
from relgraph.rdf.article import evidence_iri
from relgraph.resolve.names import bag
from relgraph.resolve.profiles import Profile


@dataclass(frozen=True, slots=True)
class ToldState:
    """A claim with its article's IRI; ``who`` leads from its referents' ids to their profiles."""

    article: str
    published: str
    claim: StateClaim
    who: Mapping[str, Profile] = field(hash=False)


@dataclass(frozen=True, slots=True)
class _Key:
    """What makes claims those of one state: ``title`` is the words of an office in order."""

    relation: str
    modality: str
    subject: str
    title: str
    object: str = ""


def states(
    claims: Iterable[ToldState], entity_of: Mapping[str, Entity], *, base: str
) -> tuple[State, ...]:
    """Make one state of all claims of one relation, subject, object and title."""
    found: defaultdict[_Key, list[ToldState]] = defaultdict(list)
    for told in claims:
        if key := _key(told, entity_of):
            found[key].append(told)
    made = (_state(key, same, base=base) for key, same in _with_objects(found).items())
    return tuple(sorted(made, key=lambda state: state.iri))


def _key(told: ToldState, entity_of: Mapping[str, Entity]) -> _Key | None:
    """Return what the claim is of; None where it is of nothing, or of one thing and itself."""
    claim = told.claim
    subject, thing = (
        entity_of[end.iri] if (end := told.who.get(name)) else None
        for name in (claim.subject, claim.object)
    )
    if subject is None or subject is thing or not (thing or claim.title):
        return None
    country = (thing.country if thing else "") or subject.country
    title = " ".join(sorted(bag(claim.title, country=country)))
    name = thing.iri if thing else ""
    return _Key(claim.relation, claim.modality.value, subject.iri, title, name)


def _with_objects(found: Mapping[_Key, list[ToldState]]) -> dict[_Key, list[ToldState]]:
    """Take an office held nobody says where for the only one that its holder has by that title."""
    placed: defaultdict[tuple[str, ...], list[_Key]] = defaultdict(list)
    for key in found:
        if key.object:
            placed[key.relation, key.modality, key.subject, key.title].append(key)
    joined: defaultdict[_Key, list[ToldState]] = defaultdict(list)
    for key, claims in found.items():
        places = placed.get((key.relation, key.modality, key.subject, key.title), [])
        is_meant = not key.object and len(places) == 1
        joined[places[0] if is_meant else key].extend(claims)
    return joined


def _state(key: _Key, claims: list[ToldState], *, base: str) -> State:
    titles = Counter(told.claim.title for told in claims)
    evidence = {evidence_iri(told.article, one) for told in claims for one in told.claim.evidence}
    return State(
        iri=iri.occurrence(base, key.relation, key.modality, key.subject, key.object, key.title),
        relation=key.relation,
        subject=key.subject,
        object=key.object,
        evidence=tuple(sorted(evidence)),
        title=min(titles, key=lambda title: (-titles[title], -len(title), title)),
        # A dateline that gives no year gives no day on which somebody held office.
        attested=tuple(sorted({t.published for t in claims if t.published[:1].isdigit()})),
        modality=claims[0].claim.modality,
        confidence=max(told.claim.confidence for told in claims),
    )
