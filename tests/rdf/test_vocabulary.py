"""The prefixes and the ontology name the same things."""

import re

import pyoxigraph as ox

from relgraph import ontology, resources
from relgraph.rdf import PREFIXES, SYNTAXES, vocabulary
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


def test_every_term_that_the_docs_show_is_one_that_the_code_or_the_ontology_knows() -> None:
    docs = (resources.folder("graph").parent / "docs" / "graph-model.md").read_text("utf-8")
    turtle = (resources.folder("graph") / "ontology.ttl").read_text("utf-8")
    shown = set(re.findall(r"\brg:[a-z][A-Za-z0-9]*", docs))
    known = {f"rg:{value.value.removeprefix(PREFIXES['rg'])}" for value in _terms()}

    assert shown - known - set(re.findall(r"\brg:\w+", turtle)) == set()


def _terms() -> list[ox.NamedNode]:
    values = [*vars(vocabulary).values(), *vocabulary.PART_TERMS.values()]
    return [value for value in values if isinstance(value, ox.NamedNode)]
