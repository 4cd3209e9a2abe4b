"""The prefixes and the ontology name the same things."""

import re

from relgraph import ontology, resources
from relgraph.rdf import PREFIXES, SYNTAXES
from relgraph.rdf.vocabulary import PARTIES


def test_the_ontology_file_declares_the_same_prefixes() -> None:
    turtle = (resources.folder("graph") / "ontology.ttl").read_text("utf-8")
    declared = dict(re.findall(r"^@prefix (\w+): <([^>]+)> \.$", turtle, re.MULTILINE))

    assert {name: PREFIXES[name] for name in declared} == declared


def test_every_edge_of_the_ontology_joins_parts_that_an_event_has() -> None:
    ends = {part for relation in ontology.load().events for part in relation.edge}

    assert ends <= {*PARTIES, "object", "place"}


def test_syntaxes_that_have_graphs_say_so() -> None:
    assert {name for name, syntax in SYNTAXES.items() if syntax.has_graphs} == {
        "nquads",
        "trig",
        "jsonld",
    }
