"""Answers in every format, against the engine's own writers and other readers."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
import rdflib
from rich.cells import cell_len

from relgraph import queries
from relgraph.errors import UsageError
from relgraph.store import Answer, Result, Solutions, Term, Triples

XSD = "http://www.w3.org/2001/XMLSchema#"
NODE = ox.NamedNode("https://w3id.org/relgraph/ns#met")

ODD = [
    pytest.param(ox.Literal('a "quoted", word'), id="quotes"),
    pytest.param(ox.Literal("two\nlines\ttab\r\\back"), id="line ends"),
    pytest.param(ox.Literal(""), id="empty"),
    pytest.param(ox.Literal("محمد السادس 国連 😀"), id="scripts"),
    pytest.param(ox.Literal("<b>&amp;</b>]]>"), id="markup"),
    pytest.param(ox.Literal("Maroc", language="fr"), id="language"),
    pytest.param(ox.Literal("x", language="ar", direction=ox.BaseDirection.RTL), id="direction"),
    pytest.param(ox.Literal("2025-09-22", datatype=ox.NamedNode(f"{XSD}date")), id="date"),
    pytest.param(ox.Literal("=1+1"), id="formula"),
    pytest.param(ox.Literal(" x\t\n"), id="space at the ends"),
    pytest.param(ox.NamedNode("https://e.org/é?a=1&b=2"), id="iri"),
    pytest.param(ox.BlankNode("b1"), id="blank"),
    pytest.param(ox.Triple(NODE, NODE, ox.Literal("a\n")), id="triple"),
    pytest.param(None, id="unbound"),
]
EXACT = [
    pytest.param("tsv", ox.QueryResultsFormat.TSV, id="tsv"),
    pytest.param("json", ox.QueryResultsFormat.JSON, id="json"),
    pytest.param("xml", ox.QueryResultsFormat.XML, id="xml"),
]


def written(result: Result, name: str) -> str:
    out = io.BytesIO()
    queries.write(result, out, format=name)
    assert not out.closed
    return out.getvalue().decode()


def of(*rows: tuple[Term | None, ...]) -> Solutions:
    return Solutions(tuple("abc"[: len(rows[0])]), iter(rows))


@pytest.mark.parametrize("term", ODD)
@pytest.mark.parametrize(("name", "engine"), EXACT)
def test_no_term_is_changed(
    name: str, engine: ox.QueryResultsFormat, term: ox.NamedNode | ox.Literal | None
) -> None:
    text = written(of((term, NODE), (NODE, term)), name)
    back = ox.parse_query_results(text, format=engine)
    assert isinstance(back, ox.QuerySolutions)
    assert [tuple(row) for row in back] == [(term, NODE), (NODE, term)]


@pytest.mark.parametrize("term", ODD)
def test_csv_is_that_of_the_engine(term: ox.NamedNode | ox.Literal | None) -> None:
    text = written(of((term, NODE)), "csv")
    ((head), (row)) = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert head == ["a", "b"]
    value = "" if term is None else getattr(term, "value", str(term))
    expected = str(term) if isinstance(term, ox.BlankNode) else value
    assert row == [expected, NODE.value]


def test_csv_ends_lines_as_the_rfc_says() -> None:
    assert written(of((ox.Literal("x"), None)), "csv") == "a,b\r\nx,\r\n"


def test_json_is_json_and_xml_is_xml() -> None:
    row = (ox.Literal("\x01\x0b"), ox.Literal(3))
    ((found,)) = json.loads(written(of(row), "json"))["results"]["bindings"]
    assert found["a"] == {"type": "literal", "value": "\x01\x0b"}
    assert found["b"] == {"type": "literal", "value": "3", "datatype": f"{XSD}integer"}
    root = ET.fromstring(written(of(row), "xml"))
    texts = [
        element.text for element in root.iter("{http://www.w3.org/2005/sparql-results#}literal")
    ]
    assert texts == ["\ufffd\ufffd", "3"]


EMPTY = [
    pytest.param("csv", "a\r\n", id="csv"),
    pytest.param("tsv", "?a\n", id="tsv"),
    pytest.param("json", '{"head": {"vars": ["a"]}, "results": {"bindings": [\n]}}\n', id="json"),
    pytest.param("markdown", "| a |\n| --- |\n", id="markdown"),
]


@pytest.mark.parametrize(("name", "text"), EMPTY)
def test_no_rows_leave_the_head(name: str, text: str) -> None:
    assert written(Solutions(("a",), iter(())), name) == text


ASKED = [
    pytest.param("table", "yes\n", id="table"),
    pytest.param("csv", "true\r\n", id="csv"),
    pytest.param("tsv", "true\n", id="tsv"),
    pytest.param("json", '{"head": {}, "boolean": true}\n', id="json"),
    pytest.param("markdown", "yes\n", id="markdown"),
]


@pytest.mark.parametrize(("name", "text"), ASKED)
def test_answers_yes(name: str, text: str) -> None:
    assert written(Answer(value=True), name) == text


def test_a_table_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    long = "The two ministers inaugurated a plant in Berrechid on Tuesday."
    text = written(of((ox.Literal("国連 é"), ox.Literal(long), ox.Literal(12))), "table")
    assert max(map(cell_len, text.splitlines())) <= 40
    assert "国連 é" in text
    assert " 12\n" in text


def test_a_date_stays_in_one_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    row = (ox.Literal("2025-09-22"), ox.Literal("a long and windy name for a thing"), NODE)
    assert "2025-09-22 " in written(of(row), "table")


def test_what_would_be_slivers_stands_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    quote = "The two ministers inaugurated a plant in Berrechid on Tuesday morning."
    rows = of((ox.Literal("Meeting"), ox.Literal(quote), ox.Literal(quote)), (NODE, None, NODE))
    assert written(rows, "table") == (
        f"── 1 ──\na  Meeting\nb  {quote}\nc  {quote}\n── 2 ──\na  rg:met\nc  rg:met\n"
    )


def test_a_table_shows_short_names_and_no_control_codes() -> None:
    rows = of(
        (ox.Literal("\x1b[2Jgone\nnext"), NODE),
        (ox.Literal("[bold]x[/bold]"), ox.NamedNode("https://w3id.org/relgraph/id/person/x")),
    )
    text = written(rows, "table")
    assert "\x1b" not in text
    assert "\ufffd[2Jgone next" in text
    assert "[bold]x[/bold]" in text
    assert "rg:met" in text
    assert "person/x" in text


def test_markdown_keeps_to_its_cells() -> None:
    text = written(of((ox.Literal("a|b\nc"), ox.Literal("<script>*x*"))), "markdown")
    assert text.splitlines()[2] == "| a\\|b c | &lt;script>\\*x\\* |"


def graph() -> Triples:
    node = ox.NamedNode("https://e.org/a")
    triples = [ox.Triple(node, NODE, ox.Literal(value)) for value in ("b", "a", "b")]
    return Triples(iter(triples))


GRAPHS = [pytest.param(name, id=name) for name in queries.FORMATS_OF_GRAPHS]


@pytest.mark.parametrize("name", GRAPHS)
def test_writes_each_triple_once_in_any_order(name: str) -> None:
    text = written(graph(), name)
    syntax = queries.FORMATS_OF_GRAPHS[name].format
    assert len(list(ox.parse(text, format=syntax))) == 2
    assert text == written(Triples(reversed(list(graph().triples))), name)


def test_turtle_has_prefixes_and_another_reader_reads_it() -> None:
    text = written(graph(), "turtle")
    assert "@prefix rg: <https://w3id.org/relgraph/ns#> ." in text
    assert 'rg:met "a"' in text
    assert len(rdflib.Graph().parse(data=text, format="turtle")) == 2


def test_counts_what_it_wrote() -> None:
    out = io.BytesIO()
    assert queries.write(of((NODE,), (NODE,)), out, format="csv") == 2
    assert queries.write(Solutions(("a",), iter(())), out, format="table") == 0
    assert queries.write(graph(), out, format="ntriples") == 2


UNFIT = [
    pytest.param(Answer(value=True), "turtle", "SELECT and ASK give rows, not turtle", id="rows"),
    pytest.param(graph(), "csv", "CONSTRUCT and DESCRIBE give triples, not csv", id="triples"),
]


@pytest.mark.parametrize(("result", "name", "words"), UNFIT)
def test_refuses_a_format_of_the_other_kind(
    result: Answer | Triples, name: str, words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        queries.write(result, io.BytesIO(), format=name)
