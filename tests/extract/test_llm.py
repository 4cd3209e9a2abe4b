"""Articles read by a language model, from the question to the store."""

import json
import logging
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from relgraph import cli
from relgraph.errors import ArticleError, EndpointError, UsageError
from relgraph.extract import Backend, Extractor, extract_each, extractor
from relgraph.extract.llm import GIVE_UP, LONGEST
from relgraph.model import Article, Extraction
from relgraph.pipeline import KnowledgeGraph, validate

TEXT = "On Monday, Rajnath Singh met Ryad Mezzour in Rabat."
ARTICLE = Article("a1", TEXT, published="2025-09-24")

GOOD: dict[str, Any] = {
    "entities": [
        {"id": "a", "type": "Person", "name": "Rajnath Singh", "aliases": [], "role": None},
        {"id": "b", "type": "Person", "name": "Ryad Mezzour", "aliases": [], "role": None},
        {"id": "c", "type": "Place", "name": "Rabat", "aliases": [], "role": None},
    ],
    "events": [
        {
            "id": "v1",
            "type": "met",
            "participants": [{"id": "a", "part": "agent"}, {"id": "b", "part": "counterpart"}],
            "unnamed": [],
            "object": None,
            "object_text": None,
            "place": "c",
            "date": "2025-09-22",
            "date_text": "On Monday",
            "modality": "asserted",
            "topics": [],
            "evidence": [{"quote": TEXT, "trigger": "met"}],
        }
    ],
    "states": [],
}
INVENTED = GOOD["events"][0] | {
    "evidence": [{"quote": "Rajnath Singh kissed Ryad Mezzour.", "trigger": "kissed"}]
}


def made(llm: Any, **options: Any) -> Extractor:
    return extractor(Backend("llm", {"endpoint": llm.url, "model": "m"} | options))


def replies(llm: Any, body: object) -> Callable[[BaseHTTPRequestHandler], None]:
    return lambda handler: llm.send(handler, body)


def chosen(**choice: object) -> dict[str, object]:
    return {"choices": [choice]}


def test_a_good_answer_becomes_claims(llm: Any) -> None:
    llm.answers = [json.dumps(GOOD)]
    [found] = made(llm).extract([ARTICLE])
    assert [referent.name for referent in found.referents] == [
        "Rajnath Singh",
        "Ryad Mezzour",
        "Rabat",
    ]
    [met] = found.events
    assert (met.relation, met.date, met.evidence[0].quote) == ("met", "2025-09-22", TEXT)
    assert llm.asked[0].body["model"] == "m"
    assert TEXT in llm.asked[0].body["messages"][1]["content"]


def test_what_is_invented_is_told_in_one_line(llm: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    llm.answers = [json.dumps(GOOD | {"events": [INVENTED] * 5 + GOOD["events"]})]
    [found] = made(llm).extract([ARTICLE])
    assert [event.relation for event in found.events] == ["met"]
    [line] = [record.message for record in caplog.records if record.levelname == "WARNING"]
    reason = "the quote 'Rajnath Singh kissed Ryad Mezzour.' is not in the text"
    assert line == (
        f"a1: refused 5 of 9 claims: event 1: {reason}; event 2: {reason}; event 3: {reason}; "
        "and 2 more"
    )
    assert len([record for record in caplog.records if record.levelname == "INFO"]) == 5


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        pytest.param(b"{", "broken JSON", id="broken"),
        pytest.param(b"[" * 100_000, "broken JSON", id="too-deep"),
        pytest.param([], "not a JSON object", id="list"),
        pytest.param({}, "has no choices", id="empty"),
        pytest.param({"choices": "x"}, "'choices' is not a list", id="choices"),
        pytest.param({"choices": [7]}, "not a JSON object", id="choice"),
        pytest.param(chosen(message=None), "not a JSON object", id="message"),
        pytest.param(chosen(message={"content": [1]}), "'content' is not a string", id="parts"),
        pytest.param(chosen(message={"content": None}), "the model wrote nothing", id="null"),
        pytest.param(
            chosen(message={"content": "", "refusal": "I can't."}), 'declines: "I can\'t."', id="no"
        ),
        pytest.param(
            chosen(message={"content": ""}, finish_reason="content_filter"),
            "the model wrote nothing (content_filter)",
            id="withheld",
        ),
        pytest.param(
            chosen(message={"content": '{"entities": ['}, finish_reason="length"),
            "cut off at the longest that the model may write",
            id="cut-off",
        ),
        pytest.param(chosen(message={"content": "Sure!"}), "no JSON", id="prose"),
        pytest.param(chosen(message={"content": "[]"}), "the answer: not a JSON", id="no-object"),
    ],
)
def test_an_answer_that_cannot_be_read_is_told_and_the_next_is_asked(
    llm: Any, body: object, problem: str
) -> None:
    llm.answers = [replies(llm, body), json.dumps(GOOD)]
    error, found = extract_each(made(llm), [ARTICLE, Article("a2", TEXT)])
    assert isinstance(error, ArticleError)
    assert str(error).startswith("a1: ")
    assert problem in str(error)
    assert isinstance(found, Extraction)
    assert (found.article, len(found.events)) == ("a2", 1)


def test_an_empty_text_is_not_asked_about(llm: Any) -> None:
    assert list(made(llm).extract([Article("a", " \n")])) == [Extraction("a", "")]
    assert llm.asked == []


def test_a_text_that_is_too_long_is_not_sent(llm: Any) -> None:
    with pytest.raises(ArticleError, match=r"60,001 characters are too many for one question"):
        list(made(llm).extract([Article("a", "x" * (LONGEST + 1))]))
    assert llm.asked == []


def test_a_server_that_answers_nothing_is_given_up(llm: Any) -> None:
    llm.answers = [lambda handler: llm.send(handler, {}, status=400)]
    reader = made(llm)
    many = [Article(f"a{number}", TEXT) for number in range(20)]
    with pytest.raises(EndpointError, match=r"no answer to 5 articles in a row; the last: .*400"):
        list(extract_each(reader, many))
    assert len(llm.asked) == GIVE_UP


def test_the_record_names_the_model_and_no_more(llm: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELGRAPH_API_KEY", "sk-secret")
    reader = made(llm, model="qwen\n3")
    assert reader.name.startswith("llm ")
    assert reader.name.endswith(" qwen 3")
    assert "sk-secret" not in reader.name + repr(vars(reader))


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        pytest.param({"model": " "}, "no name of a language model", id="no-model"),
        pytest.param({"model": "m" * 201}, "no name of a language model", id="long-model"),
        pytest.param({"answer_format": "xml"}, "no answer format 'xml'", id="format"),
        pytest.param({"endpoint": "http://e.org"}, "unencrypted", id="http"),
        pytest.param({"temperature": 1}, "takes: endpoint, model, timeout", id="unknown-option"),
    ],
)
def test_options_that_are_refused(llm: Any, options: dict[str, Any], problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        made(llm, **options)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file of two articles."""
    path = tmp_path / "articles.jsonl"
    lines = [{"id": f"a{n}", "published": "2025-09-24", "text": TEXT} for n in (1, 2)]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def typed(llm: Any, *arguments: str) -> list[str]:
    return [*arguments, "--backend", "llm", "--endpoint", llm.url, "--llm-model", "m"]


def test_extract_prints_what_there_is_and_tells_the_rest(
    llm: Any, file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    llm.answers = ["nonsense", json.dumps(GOOD)]
    assert cli.invoke(typed(llm, "extract", str(file))) == 3
    out, err = capfd.readouterr()
    [line] = out.splitlines()
    assert [event["type"] for event in json.loads(line)["events"]] == ["met"]
    assert err.startswith("skipped a1: the answer is no JSON: Expecting value")
    assert len(err.splitlines()) == 1


def test_ingest_keeps_what_there_is_and_asks_for_the_rest_next_time(
    llm: Any, file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    location = str(tmp_path / "store")
    llm.answers = ["nonsense", json.dumps(GOOD)]
    assert cli.invoke(typed(llm, "ingest", str(file), "--store", location)) == 3
    assert capfd.readouterr().err.splitlines()[-1] == f"{location}: 1 added, 1 failed"
    assert cli.invoke(typed(llm, "ingest", str(file), "--store", location)) == 0
    assert capfd.readouterr().err.splitlines()[-1] == f"{location}: 1 added, 1 unchanged"
    assert len(llm.asked) == 3
    with KnowledgeGraph.open(location, read_only=True) as graph:
        assert list(validate(graph.store)) == []
        readers = graph.query("SELECT DISTINCT ?by { GRAPH ?a { ?a rg:extractor ?by } }")
    assert "llm " in str(readers)
    assert " m" in str(readers)


def test_ingest_leaves_no_key_in_the_store_or_on_the_screen(
    llm: Any,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("RELGRAPH_API_KEY", "sk-secret-0a1b")
    store = tmp_path / "store"
    llm.answers = ["nonsense", json.dumps(GOOD)]
    cli.invoke(typed(llm, "ingest", str(file), "--store", str(store)))
    assert llm.asked[0].headers["Authorization"] == "Bearer sk-secret-0a1b"
    assert "sk-secret" not in "".join(capfd.readouterr())
    written = b"".join(path.read_bytes() for path in store.rglob("*") if path.is_file())
    assert b"sk-secret" not in written


def test_a_wrong_key_stops_the_run_and_leaves_no_half(
    llm: Any, file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    location = str(tmp_path / "store")
    llm.answers = [json.dumps(GOOD), lambda handler: llm.send(handler, {}, status=401)]
    assert cli.invoke(typed(llm, "ingest", str(file), "--store", location)) == 3
    [line] = capfd.readouterr().err.splitlines()
    assert "lets us not in: HTTP 401; put the key that it wants into RELGRAPH_API_KEY" in line
    with KnowledgeGraph.open(location, read_only=True) as graph:
        assert list(validate(graph.store)) == []
        found = graph.query("SELECT ?id { GRAPH ?a { ?a dcterms:identifier ?id } }")
    assert "a1" in str(found)
    assert "a2" not in str(found)
