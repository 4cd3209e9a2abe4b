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


def states(
    claims: Iterable[ToldState], entity_of: Mapping[str, Entity], *, base: str
) -> tuple[State, ...]:
    """Make one state of all claims of one relation, subject, object and title."""
    found: defaultdict[tuple[str, ...], list[ToldState]] = defaultdict(list)
    for told in claims:
        ends = [told.who.get(end) for end in (told.claim.subject, told.claim.object)]
        subject, thing = (entity_of[end.iri] if end else None for end in ends)
        if subject is None or thing is None or subject is thing:
            continue  # two names of one thing, merged since: it is no part of itself
        title = " ".join(sorted(bag(told.claim.title, country=thing.country)))
        modality = told.claim.modality.value
        found[told.claim.relation, modality, subject.iri, thing.iri, title].append(told)
    made = (_state(key, same, base=base) for key, same in found.items())
    return tuple(sorted(made, key=lambda state: state.iri))


def _state(key: tuple[str, ...], claims: list[ToldState], *, base: str) -> State:
    relation, _, subject, thing, _ = key
    titles = Counter(told.claim.title for told in claims)
    evidence = {evidence_iri(told.article, one) for told in claims for one in told.claim.evidence}
    return State(
        iri=iri.occurrence(base, relation, *key[1:]),
        relation=relation,
        subject=subject,
        object=thing,
        evidence=tuple(sorted(evidence)),
        title=min(titles, key=lambda title: (-titles[title], -len(title), title)),
        attested=tuple(sorted({told.published for told in claims if told.published})),
        modality=claims[0].claim.modality,
        confidence=max(told.claim.confidence for told in claims),
    )
