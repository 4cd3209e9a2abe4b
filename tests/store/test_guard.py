"""Nothing is fetched: neither by cases thought of, nor by cases thrown together."""

import random
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pyoxigraph as ox
import pytest

from relgraph.errors import QueryError
from relgraph.store import guard

QUERIES = 4_000

Calls = tuple[str, list[str]]


@pytest.fixture(scope="module")
def listener() -> Iterator[Calls]:
    """Listen on a port of this machine; return its URL and what was asked for."""
    calls: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.append(self.path)
            body = b'{"head":{"vars":[]},"results":{"bindings":[]}}'
            self.send_response(200)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 - the base class's name

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", calls
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def engine() -> ox.Store:
    """Return a store in which every pattern of the cases has a match."""
    store = ox.Store()
    store.update(
        "PREFIX e: <e:> INSERT DATA { e: e: e: . e:b e:b e:b . e:b e: e:b . e: e:b e: . "
        'e:s e:p "#", 1, true, "x"@en, "\'", e:b }'
    )
    return store


CALLING = [
    pytest.param("SELECT * { SERVICE <URL> { ?s ?p ?o } }", id="plain"),
    pytest.param("SELECT*{SERVICE<URL>{?s ?p ?o}}", id="no space"),
    pytest.param(
        "PREFIX : <URL> SELECT * { SERVICE:x { ?s ?p ?o } }", id="keyword and name in one"
    ),
    pytest.param("SELECT * { SERVICESILENT<URL> { ?s ?p ?o } }", id="two keywords in one"),
    pytest.param("SELECT * { service silent <URL> { ?s ?p ?o } }", id="lower case"),
    pytest.param('SELECT * { ?s ?p "#" . SERVICE <URL> { ?s ?p ?o } }', id="hash in a string"),
    pytest.param("SELECT * { ?s ?p '\\'' . SERVICE <URL> { ?s ?p ?o } }", id="escaped quote"),
    pytest.param("SELECT * { ?s ?p 1.SERVICE <URL> { ?s ?p ?o } }", id="after a number"),
    pytest.param("SELECT * { ?s ?p trueSERVICE <URL> { ?s ?p ?o } }", id="after true"),
    pytest.param("SELECT * { ?a ?b ?c.SERVICE <URL> { ?s ?p ?o } }", id="after a variable"),
    pytest.param("SELECT * { SERVICE\n#c\n<URL> { ?s ?p ?o } }", id="comment between"),
    pytest.param(
        "PREFIX e: <e:> PREFIX : <URL> SELECT * { BIND(1 AS ?a) BIND(2 AS ?b) "
        "FILTER(?a<?b)SERVICE#>\n:x { ?s ?p ?o } }",
        id="keyword in what looks like an IRI",
    ),
    pytest.param(
        'SELECT * { BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a<?b)#>"""\nSERVICE <URL> {?s ?p ?o} }#"""',
        id="comment in what looks like an IRI opens a string",
    ),
    pytest.param(
        "PREFIX e: <e:> SELECT * { BIND(1 AS ?a) FILTER(?a<e:b||1<2)#>'''\n"
        "SERVICE <URL> {?s ?p ?o} }#'''",
        id="the same with a name that looks like a scheme",
    ),
    pytest.param(
        "SELECT * { BIND('!' AS ?a) FILTER(?a<'>')SERVICE <URL> {?s ?p ?o} }#'",
        id="string in what looks like an IRI",
    ),
]


@pytest.mark.parametrize("template", CALLING)
def test_refuses_what_would_call_out(template: str, engine: ox.Store, listener: Calls) -> None:
    url, calls = listener
    query = template.replace("URL", url)
    before = len(calls)
    list(engine.query(query))  # type: ignore[arg-type]  # each of these is a SELECT
    assert len(calls) > before, "the case does not call out: it tests nothing"

    with pytest.raises(QueryError):
        guard.check(query)


REFUSED = [
    pytest.param('ASK { ?s ?p "\udcff" }', "1:14: holds what is no character", id="no unicode"),
    pytest.param("SELECT * FROM <https://e.org/> { ?s ?p ?o }", "FROM is not taken", id="from"),
    pytest.param("LOAD <https://e.org/>", "LOAD is not taken", id="load"),
    pytest.param("BASE <https://e.org/> ASK { <a> ?p ?o }", "BASE is not taken", id="base"),
    pytest.param("ASK { FILTER(?a<e:b)#>\n) }", "two comparisons", id="IRI or comparison"),
    pytest.param("ASK { \\u0053ERVICE <x> {} }", "\\u escapes", id="escaped keyword"),
    pytest.param("ASK { <e:\\u0041> ?p ?o }", "\\u escapes", id="escape in an IRI"),
    pytest.param('ASK { ?s ?p "a\\u0022b" }', "escapes a quote", id="escaped quote"),
    pytest.param('ASK { ?s ?p "a\\U0000000Ab" }', "escapes a quote", id="escaped line end"),
    pytest.param("ASK { ?s ?p ?o } # \\u000A", "\\u escapes", id="escape in a comment"),
    pytest.param('ASK { ?s ?p "abc }', "1:13: a string is never closed", id="open string"),
    pytest.param("ASK " + "{" * 200 + "}" * 200, "nest more than", id="deep"),
    pytest.param("ASK { FILTER(" + "!" * 5_000 + "1) }", "more than 1,000", id="many operators"),
    pytest.param(
        "ASK {" + "OPTIONAL { ?s ?p ?o }" * 5_000 + "}", "more than 1,000", id="many parts"
    ),
]


@pytest.mark.parametrize(("query", "words"), REFUSED)
def test_refuses(query: str, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        guard.check(query)
    assert words in str(caught.value)


PASSED = [
    pytest.param("SELECT ?service { ?service ?p ?load }", id="variables"),
    pytest.param("ASK { ?s rg:service rg:load-factor }", id="local names"),
    pytest.param("ASK { <https://e.org/download#Service> ?p ?o }", id="IRI"),
    pytest.param('ASK { ?s ?p \'LOAD\', """a "SERVICE" """ } # SERVICE', id="text"),
    pytest.param("ASK { FILTER(?a<?b&&?c>?d) }", id="comparisons without spaces"),
    pytest.param("ASK { FILTER((?a<?b)&&(?c>'d')) }", id="comparisons in brackets"),
    pytest.param("ASK { FILTER(?a<5)} # 'tis", id="quote in a comment"),
    pytest.param('ASK { ?s ?p "caf\\u00e9" }', id="escaped letter"),
    pytest.param("ASK { <urn:isbn:1> ?p ?o }", id="urn"),
    pytest.param(
        "ASK { VALUES ?x {" + " UNDEF 'a' 1 <https://e.org/>" * 5_000 + "} }", id="long list"
    ),
]


@pytest.mark.parametrize("query", PASSED)
def test_passes(query: str) -> None:
    guard.check(query)


PIECES = (
    "SERVICE", "service", "SERVICE:", "SILENT", "<URL>", "<URL>", " ", " ", "\n", "?s", "?p", "?o",
    "e:", "e:b", "e:b.", "e:b-", "e\\:", "e:%41", ":", ".", ";", ",", "{", "}", "[]", "(", ")", "<",
    ">", "<e:b>", "<?b", "<e:b", "&&", '"x"', "'y'", "'", '"', '"""', "'''", '"""z"""', "\\", "1",
    "1.", ".5", "true", "a", "#", "#c\n", "_:b", "-", "^^", "@en", "OPTIONAL", "BIND(1 AS ?z)",
    "VALUES ?v {1}", "FILTER(1<2)", "FILTER(1<", "GRAPH ?g {}", "UNION", "{ ?x ?y ?z }",
)  # fmt: skip


def thrown(seed: int, url: str) -> str:
    """Throw pieces of SPARQL together around a SERVICE."""
    chance = random.Random(seed)
    some = [chance.choice(PIECES) for _ in range(chance.randrange(12))]
    head = chance.choice(["", "?s ?p ?o", "e: e: e:", "e:b e:b e:b", "?s ?p 1", "?s a ?o"])
    call = chance.choice(["SERVICE", "service ", "SERVICE SILENT ", "SERVICE#>\n", ""])
    name = chance.choice(["<URL>", " <URL>", ":x", " :x"])
    middle = len(some) // 2
    body = f"{head}{chance.choice(['', ' ', '.', ' . '])}{''.join(some[:middle])}{call}{name}"
    tail = "".join(some[middle:])
    query = f"PREFIX e: <e:> PREFIX : <URL> SELECT * {{ {body}{{ ?s ?p ?o }}{tail} }}"
    return query.replace("URL", url)


def fetches(query: str, engine: ox.Store, calls: list[str]) -> bool:
    """Tell whether the engine calls out for *query*."""
    before = len(calls)
    with suppress(SyntaxError, RuntimeError, OSError, ValueError):
        list(engine.query(query))  # type: ignore[arg-type]  # thrown together as a SELECT
    return len(calls) > before


def passes(query: str) -> bool:
    try:
        guard.check(query)
    except QueryError:
        return False
    return True


def test_nothing_thrown_together_calls_out(engine: ox.Store, listener: Calls) -> None:
    url, calls = listener
    queries = (thrown(seed, url) for seed in range(QUERIES))
    let_through = [query for query in queries if fetches(query, engine, calls) and passes(query)]
    assert calls, "no query called out: the test tests nothing"
    assert let_through == []
