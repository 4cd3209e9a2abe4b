"""What a user reads when a query does not parse."""

from pathlib import Path

import pytest

from relgraph.errors import QueryError
from relgraph.store import Store, open_store

CASES = [
    pytest.param("", "1:1", "ends too early", id="nothing"),
    pytest.param("SELECT", "1:7", "ends too early", id="too short"),
    pytest.param("SELCT ?x { ?x ?p ?o }", "1:1", "near SELCT", id="keyword"),
    pytest.param("SELECT ?a { ?a foo:met ?b }", "1:16", "`PREFIX foo:", id="prefix"),
    pytest.param("SELECT * {\n  ?s a foo:X }", "2:8", "foo: is not declared", id="second line"),
    pytest.param("SELECT * { ?s ?p ?o } }", "1:23", "closes nothing", id="closed twice"),
    pytest.param("SELECT * {\n ?s ?p ?o", "1:10", "never closed", id="open brace"),
    pytest.param("ASK { FILTER(1 } ", "1:13", "is closed by a }", id="crossed brackets"),
    pytest.param("ASK { <a> ?p ?o }", "1:7", "<a> is no full IRI", id="relative IRI"),
    pytest.param("ASK { ?s <e:p ?o }", "1:10", "begins no IRI", id="open IRI"),
    pytest.param("ASK { ?s ?p 'é😀' ?x ?y }", "1:18", "near ?x", id="columns count characters"),
    pytest.param("SELECT * { ?s ?p ?o } LIMIT -1", "1:29", "near -", id="number"),
    pytest.param("SELECT * { ?s ?p ?o FILTER(foo(?x)) }", "1:28", "near foo(", id="function"),
    pytest.param("SELECT ?x WHERE ?s ?p ?o", "1:17", "{ would do", id="no brace"),
    pytest.param("SELECT ?x ?y { ?x ?p ?y } GROUP BY ?x", "", "not grouped", id="not grouped"),
    pytest.param("INSERT DATA { rg:a rg:b 1 }", "1:1", "is an update", id="update"),
    pytest.param(
        "PREFIX e: <e:> DELETE WHERE { ?s e:p 1 }", "1:16", "is an update", id="late update"
    ),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    path: Path = tmp_path_factory.mktemp("mistakes") / "store"
    return open_store(str(path), create=True)


@pytest.mark.parametrize(("query", "where", "words"), CASES)
def test_says_what_is_wrong_and_where(store: Store, query: str, where: str, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        store.query(query)
    assert caught.value.where == where
    assert words in str(caught.value)
    assert "['" not in str(caught.value), "the parser's own noise"
