"""What the embedded store keeps, answers and refuses."""

import io
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from relgraph.errors import QueryError, QueryTimeoutError, StoreError, UsageError
from relgraph.store import Answer, Solutions, Stats, Store, Triples, open_store

BASE = "https://w3id.org/relgraph/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"
DEFAULT = ox.DefaultGraph()
Write = Callable[..., ox.Quad]


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(BASE + name)


def rows(store: Store, sparql: str, *, timeout: float | None = None) -> list[tuple[object, ...]]:
    """Return the rows of a SELECT, as strings."""
    result = store.query(sparql, timeout=timeout)
    assert isinstance(result, Solutions)
    return [
        tuple(term and getattr(term, "value", str(term)) for term in row) for row in result.rows
    ]


# ─── replace ─────────────────────────────────────────────────────────────────────────────────────


def test_replaces_a_graph_and_no_other(store: Store, quad: Write) -> None:
    store.replace({node("g"): [quad("a", "p", 1, "g")], node("h"): [quad("a", "p", 1, "h")]})
    store.replace({node("g"): [quad("b", "p", 2, "g")]})
    assert list(store.match(graph=node("g"))) == [quad("b", "p", ox.Literal("2"), "g")]
    assert list(store.match(graph=node("h"))) == [quad("a", "p", 1, "h")]


def test_the_same_again_changes_nothing(store: Store, quad: Write) -> None:
    odd = [
        quad("a", "p", ox.Literal("0.50", datatype=ox.NamedNode(f"{XSD}decimal")), "g"),
        quad("a", "p", ox.Literal("07", datatype=ox.NamedNode(f"{XSD}int")), "g"),
        quad("a", "p", ox.Literal("2025-02-30", datatype=ox.NamedNode(f"{XSD}date")), "g"),
        quad("a", "p", ox.Literal('"\\ \n\u2028', language="en"), "g"),
    ]
    assert store.replace({node("g"): odd})
    assert not store.replace({node("g"): odd})
    assert store.stats().quads == 2 + 4


def test_an_emptied_graph_is_gone(store: Store, quad: Write) -> None:
    store.replace({node("g"): [quad("a", "p", 1, "g")]})
    assert store.stats() == Stats(quads=3, graphs=2)
    assert store.replace({node("g"): []})
    assert store.stats() == Stats(quads=2, graphs=1)
    assert not store.replace({node("g"): []})


def test_many_new_quads_are_a_change_like_any_other(
    store: Store, quad: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relgraph.store.oxigraph.BULK", 10)
    many = [quad(f"s{n}", "p", n, "g") for n in range(20)]
    assert store.replace({node("g"): many, DEFAULT: [quad("a", "p", 1)]})
    assert set(store.match(graph=node("g"))) == set(many)
    assert not store.replace({node("g"): many})
    # With one to take out, it goes the other way, and both come true.
    more = [quad(f"t{n}", "p", n, "g") for n in range(20)]
    assert store.replace({node("g"): many[1:] + more})
    assert set(store.match(graph=node("g"))) == set(many[1:] + more)


BAD_QUADS = [
    pytest.param(ox.Quad(ox.BlankNode("x"), node("p"), node("b"), node("g")), id="blank subject"),
    pytest.param(ox.Quad(node("a"), node("p"), ox.BlankNode("x"), node("g")), id="blank object"),
    pytest.param(
        ox.Quad(
            node("a"), node("p"), ox.Triple(ox.BlankNode("x"), node("p"), node("b")), node("g")
        ),
        id="blank within a triple term",
    ),
    pytest.param(ox.Quad(node("a"), node("p"), node("b"), node("other")), id="other graph"),
]


@pytest.mark.parametrize("bad", BAD_QUADS)
def test_refuses_all_for_one_bad_quad(store: Store, quad: Write, bad: ox.Quad) -> None:
    with pytest.raises(StoreError):
        store.replace({DEFAULT: [quad("a", "p", 1)], node("g"): [quad("a", "p", 1, "g"), bad]})
    assert store.stats().quads == 2


# ─── query ───────────────────────────────────────────────────────────────────────────────────────


def test_usual_prefixes_need_no_declaration(store: Store) -> None:
    triple = ox.Quad(node("a"), ox.NamedNode("https://w3id.org/relgraph/ns#met"), node("b"))
    store.replace({DEFAULT: [triple]})
    assert rows(store, "SELECT ?a ?b { ?a rg:met ?b }") == [(f"{BASE}a", f"{BASE}b")]
    assert rows(store, "PREFIX rg: <urn:other:> SELECT ?a { ?a rg:met ?b }") == []


TIMES = [
    pytest.param(None, id="here"),
    pytest.param(60.0, id="in a process"),
    pytest.param(math.inf, id="in a process without limit"),
]


@pytest.mark.parametrize("timeout", TIMES)
def test_columns_stand_as_written(store: Store, quad: Write, timeout: float | None) -> None:
    store.replace({DEFAULT: [quad("a", "p", 1)]})
    result = store.query("SELECT * { ?z ?a ?m OPTIONAL { ?m ?q ?b } }", timeout=timeout)
    assert isinstance(result, Solutions)
    assert result.variables == ("z", "a", "m", "q", "b")
    assert list(result.rows) == [(node("a"), node("p"), ox.Literal("1"), None, None)]


@pytest.mark.parametrize("timeout", TIMES)
def test_answers_each_kind_of_query(store: Store, quad: Write, timeout: float | None) -> None:
    store.replace({DEFAULT: [quad("a", "p", 'x\t"\n')]})
    triple = quad("a", "p", 'x\t"\n').triple
    assert store.query("ASK { ?s ?p ?o }", timeout=timeout) == Answer(value=True)
    assert rows(store, "SELECT ?o { ?s ?p ?o }", timeout=timeout) == [('x\t"\n',)]
    built = store.query("CONSTRUCT WHERE { ?s ?p ?o }", timeout=timeout)
    assert isinstance(built, Triples)
    assert list(built.triples) == [triple]
    described = store.query(f"DESCRIBE <{BASE}a>", timeout=timeout)
    assert isinstance(described, Triples)
    assert list(described.triples) == [triple]


@pytest.mark.parametrize("timeout", TIMES)
def test_a_mistake_is_the_same_here_and_there(store: Store, timeout: float | None) -> None:
    with pytest.raises(QueryError) as caught:
        store.query("ASK { ?s ?p ?o", timeout=timeout)
    assert caught.value.where == "1:5"


def children() -> list[str]:
    tasks = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return [child for task in tasks for child in task.read_text().split()]


def test_stops_at_the_limit_and_kills(store: Store, quad: Write) -> None:
    store.replace({DEFAULT: [quad(f"s{n}", "p", n) for n in range(300)]})
    begun = time.monotonic()
    product = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with pytest.raises(QueryTimeoutError, match=r"longer than 0\.5 s") as caught:
        store.query(product, timeout=0.5)
    assert caught.value.exit_code == 124
    assert time.monotonic() - begun < 5
    assert children() == []
    assert rows(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == [("300",)]


def test_leaves_no_snapshot_behind(store: Store, place: Path) -> None:
    store.query("ASK {}", timeout=60)
    open_store(str(place), read_only=True).close()
    assert list((place / "snapshots").iterdir()) == []


def test_agrees_with_rdflib(store: Store, quad: Write) -> None:
    store.replace({DEFAULT: [quad(f"s{n % 7}", f"p{n % 3}", n) for n in range(60)]})
    out = io.BytesIO()
    store.export(out, syntax="ntriples")
    oracle = rdflib.Graph().parse(data=out.getvalue(), format="nt")
    query = (
        "SELECT ?s (COUNT(?o) AS ?n) (MAX(?o) AS ?most) { ?s ?p ?o FILTER(STRLEN(STR(?o)) > 1) } "
        "GROUP BY ?s ORDER BY DESC(?n) ?s"
    )
    theirs = [tuple(str(term) for term in row) for row in oracle.query(query)]  # type: ignore[union-attr]
    assert rows(store, query) == theirs
    assert len(theirs) == 7


# ─── close, lock, readers ────────────────────────────────────────────────────────────────────────


def test_a_live_iterator_does_not_keep_the_lock(place: Path, quad: Write) -> None:
    first = open_store(str(place))
    first.replace({DEFAULT: [quad("a", "p", n) for n in range(9)]})
    half_read = first.match()
    next(half_read)
    unread = first.query("SELECT * { ?s ?p ?o }")
    first.close()
    open_store(str(place)).close()
    with pytest.raises(StoreError, match="closed before its answer was read"):
        list(half_read)
    assert isinstance(unread, Solutions)
    with pytest.raises(StoreError, match="closed before its answer was read"):
        list(unread.rows)


def test_says_when_it_is_closed(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="the store is closed"):
        store.query("ASK {}")


def test_one_writer_at_a_time(store: Store, place: Path) -> None:
    with pytest.raises(StoreError, match="another process is writing"):
        open_store(str(place))


def test_a_reader_sees_what_was_there(store: Store, place: Path, quad: Write) -> None:
    store.replace({DEFAULT: [quad("a", "p", 1)]})
    reader = open_store(str(place), read_only=True)
    store.replace({DEFAULT: [quad("b", "p", 2), quad("b", "p", 3)]})
    assert list(reader.match(graph=DEFAULT)) == [quad("a", "p", 1)]
    assert rows(reader, "SELECT ?o { ?s ?p ?o }", timeout=60) == [("1",)]
    with pytest.raises(StoreError, match="for reading only"):
        reader.replace({DEFAULT: []})
    reader.close()


def test_memory_is_gone_after_close(
    quad: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    store = open_store("memory:")
    assert store.location == "memory:"
    assert store.replace({DEFAULT: [quad("a", "p", 1)]})
    assert rows(store, "SELECT ?o { ?s ?p ?o }", timeout=60) == [("1",)]
    store.close()
    assert list(tmp_path.iterdir()) == []


# ─── export ──────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def filled(store: Store, quad: Write) -> Store:
    store.replace(
        {
            node("h"): [quad("x", "p", n, "h") for n in range(12)],
            DEFAULT: [quad("b", "p", "é\n"), quad("a", "p", 1)],
        }
    )
    return store


def exported(store: Store, syntax: str) -> bytes:
    out = io.BytesIO()
    store.export(out, syntax=syntax)
    return out.getvalue()


def test_exports_sorted(filled: Store) -> None:
    lines = exported(filled, "nquads").decode().splitlines()
    assert lines[:3] == [
        f'<{BASE}a> <{BASE}p> "1" .',
        f'<{BASE}b> <{BASE}p> "é\\n" .',
        f'<{BASE}graph/store> <https://w3id.org/relgraph/ns#base> "{BASE}" <{BASE}graph/store> .',
    ]
    assert lines[4:7] == [f'<{BASE}x> <{BASE}p> "{n}" <{BASE}h> .' for n in (0, 1, 10)]


SYNTAXES = [
    pytest.param("nquads", ox.RdfFormat.N_QUADS, 16, id="nquads"),
    pytest.param("trig", ox.RdfFormat.TRIG, 16, id="trig"),
    pytest.param("turtle", ox.RdfFormat.TURTLE, 2, id="turtle"),
    pytest.param("ntriples", ox.RdfFormat.N_TRIPLES, 2, id="ntriples"),
    pytest.param("rdfxml", ox.RdfFormat.RDF_XML, 2, id="rdfxml"),
    pytest.param("jsonld", ox.RdfFormat.JSON_LD, 16, id="jsonld"),
]


@pytest.mark.parametrize(("syntax", "rdf_format", "quads"), SYNTAXES)
def test_exports_each_syntax(
    filled: Store, syntax: str, rdf_format: ox.RdfFormat, quads: int
) -> None:
    written = exported(filled, syntax)
    assert len(set(ox.parse(written, format=rdf_format))) == quads
    assert written == exported(filled, syntax)


def test_knows_no_other_syntax(store: Store) -> None:
    with pytest.raises(UsageError, match="known: turtle"):
        store.export(io.BytesIO(), syntax="n4")


# ─── kill ────────────────────────────────────────────────────────────────────────────────────────

WRITER = """
import sys, pyoxigraph as ox
from relgraph.store import open_store
store = open_store(sys.argv[1])
node = lambda name: ox.NamedNode("https://w3id.org/relgraph/id/" + name)
for turn in range(10**9):
    value = ox.Literal(str(turn))
    g, h = node("g"), node("h")
    store.replace({
        g: [ox.Quad(node(f"s{n}"), node("p"), value, g) for n in range(200)],
        h: [ox.Quad(node(f"s{n}"), node("p"), value, h) for n in range(50 + turn % 50)],
        ox.DefaultGraph(): [ox.Quad(node("x"), node("turn"), value)],
    })
    print(turn, flush=True)
"""


@pytest.mark.parametrize("turns", [pytest.param(turns, id=f"after {turns}") for turns in range(24)])
def test_killed_at_any_point_it_is_all_or_nothing(place: Path, turns: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(place)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(turns + 1)][-1]
        time.sleep(turns * 0.0007)
        process.send_signal(signal.SIGKILL)
        told = (process.stdout.read().split() or [told])[-1]

    store = open_store(str(place))
    found = {quad.object.value for quad in store.match() if quad.predicate.value[-4:] != "base"}  # type: ignore[union-attr]
    sizes = [len(list(store.match(graph=graph))) for graph in (node("g"), node("h"), DEFAULT)]
    store.close()
    last = sizes[1] - 50
    assert sizes == [200, 50 + last % 50, 1], "a part of a turn is missing"
    assert found - {"1"} == {str(last)} - {"1"}, "two turns are mixed"
    assert last >= int(told), "what was acknowledged is lost"


ADDER = """
import sys, pyoxigraph as ox
from relgraph.store import open_store, oxigraph
oxigraph.BULK = int(sys.argv[2])
store = open_store(sys.argv[1])
node = lambda name: ox.NamedNode("https://w3id.org/relgraph/id/" + name)
for turn in range(10**9):
    g, h = node(f"g{turn}"), node(f"h{turn}")
    store.replace({
        g: [ox.Quad(node(f"s{n}"), node("p"), node("o"), g) for n in range(200)],
        h: [ox.Quad(node(f"s{n}"), node("p"), node("o"), h) for n in range(100)],
    })
    print(turn, flush=True)
"""


@pytest.mark.parametrize("turns", [pytest.param(turns, id=f"after {turns}") for turns in range(6)])
@pytest.mark.parametrize("bulk", [pytest.param(10**9, id="few"), pytest.param(1, id="many")])
def test_killed_while_it_only_adds_it_is_all_or_nothing(place: Path, bulk: int, turns: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ADDER, str(place), str(bulk)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(turns + 1)][-1]
        time.sleep(turns * 0.0007)
        process.send_signal(signal.SIGKILL)
        told = (process.stdout.read().split() or [told])[-1]

    store = open_store(str(place))
    stats = store.stats()
    done, of_a_part = divmod(stats.quads - 2, 300)
    store.close()
    assert of_a_part == 0, "a part of a turn is missing"
    assert stats.graphs == 1 + 2 * done
    assert done > int(told), "what was acknowledged is lost"
