"""What is known of one entity, with the sentences that say so."""

from dataclasses import dataclass

from relgraph.store import Store
from relgraph.view import Edge, Node, build


@dataclass(frozen=True, slots=True)
class Fact:
    """One event or state of an entity, as one edge."""

    edge: Edge
    subject: str
    object: str

    def __str__(self) -> str:
        title = f" as {self.edge.title}" if self.edge.title else ""
        parts = (
            f"{self.subject} {self.edge.label} {self.object}{title}",
            self.edge.place,
            self.edge.date,
            "" if self.edge.modality == "asserted" else self.edge.modality,
        )
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Card:
    """An entity and its facts, by date, the undated last."""

    node: Node
    facts: tuple[Fact, ...]

    def __str__(self) -> str:
        names = f" ({', '.join(self.node.aliases)})" if self.node.aliases else ""
        head = f"{self.node.label}{names} · {self.node.kind}"
        return "\n".join([head, *(f"  {fact}" for fact in self.facts)])


def card(store: Store, entity: str) -> Card:
    """Gather the facts of the entity with this IRI."""
    view = build(store, focus=entity)
    nodes = {node.id: node for node in view.nodes}
    facts = [
        Fact(edge, nodes[edge.source].label, nodes[edge.target].label)
        for edge in view.edges
        if entity in (edge.source, edge.target)
    ]
    facts.sort(key=lambda fact: (fact.edge.start or "9999", fact.edge.id))
    return Card(nodes[entity], tuple(facts))
