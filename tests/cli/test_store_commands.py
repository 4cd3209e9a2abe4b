"""The commands on a real store, built once from a few sentences by the real pipeline."""

import csv
import io
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest

from relgraph import cli, export, queries

Shell = Callable[..., Any]

ARTICLES = (
    {
        "id": "rabat-1",
        "title": "Morning talks in Rabat",
        "publisher": "The Example Post",
        "url": "https://post.example/rabat",
        "published": "2025-09-24",
        "text": "On Monday, Rajnath Singh met Ryad Mezzour in Rabat.",
    },
    {
        "id": "rabat-2",
        "published": "2025-09-25",
        "text": "Rajnath Singh visited Morocco on Tuesday. He will visit Tunisia in October.",
    },
)

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("store")
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), encoding="utf-8")
    location = str(folder / "made")
    assert cli.invoke(["ingest", str(path), "--store", location]) == 0
    return location


def test_run_prints_a_table_of_who_met_whom(shell: Shell, store: str) -> None:
    ran = shell("run", "meetings", "--store", store, "--format", "table")
    assert ran.code == 0
    header, _, row = ran.out.splitlines()
    assert header.split()[:3] == ["name", "met", "date"]
    assert row.split()[:5] == ["Rajnath", "Singh", "Ryad", "Mezzour", "2025-09-22"]


def test_run_takes_a_name_whatever_its_case(shell: Shell, store: str) -> None:
    ran = shell("run", "meetings", "--store", store, "--person", "rajnath SINGH")
    assert [row["met"] for row in csv.DictReader(io.StringIO(ran.out))] == ["Ryad Mezzour"]


def test_run_names_who_was_meant_perhaps(shell: Shell, store: str) -> None:
    ran = shell("run", "meetings", "--store", store, "--person", "Rajnat Singh")
    assert ran.code == 2
    assert "did you mean Rajnath Singh" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["run", "articles", "--publisher"], 2, "is no text", id="text"),
        pytest.param(["run", "meetings", "--person"], 2, "nothing in the store", id="entity"),
        pytest.param(["remove"], 3, "no such article", id="article"),
        pytest.param(["view", "--focus"], 2, "nothing in the store", id="focus"),
    ],
)
def test_bytes_that_are_no_text_are_told(
    shell: Shell, store: str, arguments: list[str], code: int, words: str
) -> None:
    ran = shell(*arguments, b"\xff".decode("utf-8", "surrogateescape"), "--store", store)
    assert (ran.code, ran.out) == (code, "")
    assert words in ran.err


@pytest.mark.parametrize("name", queries.load())
def test_each_named_query_has_help_and_runs(shell: Shell, store: str, name: str) -> None:
    assert shell("run", name, "--help").out.startswith(f"Usage: relgraph run {name}")
    assert shell("run", name, "--store", store).code == 0


def test_query_reads_stdin_and_a_file(shell: Shell, store: str, tmp_path: Path) -> None:
    text = "ASK { ?a rg:met ?b }"
    (tmp_path / "q.rq").write_text(text, encoding="utf-8")
    assert shell("query", "-", "--store", store, stdin=text.encode()).out.strip() == "true"
    assert shell("query", "-f", "q.rq", "--store", store).out.strip() == "true"


def test_query_says_so_when_no_row_fits(shell: Shell, store: str) -> None:
    ran = shell("query", "SELECT ?a { ?a rg:appointed ?b }", "--store", store)
    assert (ran.code, ran.out.split(), ran.err) == (0, ["a"], "no rows\n")


def test_query_points_at_a_mistake(shell: Shell, store: str) -> None:
    ran = shell("query", "SELECT ?a {\n  ?a rg:met }", "--store", store)
    assert ran.code == 3
    assert ran.err.startswith("relgraph: 2:")


def test_query_stops_at_its_time_limit(shell: Shell, store: str) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    begin = time.monotonic()
    ran = shell("query", endless, "--store", store, "--timeout", "0.5")
    assert (ran.code, ran.out) == (124, "")
    assert time.monotonic() - begin < 20  # not a speed test: it ends at all


@pytest.mark.parametrize(
    "arguments",
    [pytest.param([], id="no-limit"), pytest.param(["--timeout", "600"], id="limit")],
)
def test_ctrl_c_stops_a_query(store: str, arguments: list[str]) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n_ ?o }"
    command = [sys.executable, "-m", "relgraph", "query", endless, "--store", store, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as query:
        # One copy is the reader's, one the query's: now it runs.
        while len(list(Path(store, "snapshots").glob("*/quads"))) < 2:
            time.sleep(0.01)
        time.sleep(0.5)
        assert query.poll() is None
        query.send_signal(signal.SIGINT)
        out, err = query.communicate(timeout=20)
    assert (query.returncode, out, err.strip()) == (130, b"", b"relgraph: interrupted")
    assert list(Path(store, "snapshots").iterdir()) == []


@pytest.mark.parametrize("limit", ["1e300", "inf"])
def test_a_limit_may_be_longer_than_anybody_waits(shell: Shell, store: str, limit: str) -> None:
    assert shell("query", "ASK {}", "--store", store, "--timeout", limit).out.strip() == "true"


@pytest.mark.parametrize("sparql", ["SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }"])
def test_query_fetches_from_nowhere(shell: Shell, store: str, sparql: str) -> None:
    ran = shell("query", sparql, "--store", store)
    assert ran.code == 3
    assert "SERVICE" in ran.err


@pytest.mark.parametrize("name", export.FORMATS)
def test_each_format_is_written_and_says_what_opens_it(
    shell: Shell, store: str, name: str, tmp_path: Path
) -> None:
    ran = shell("export", name, "--store", store, "-o", "out.file")
    assert ran.code == 0
    assert "out.file: opens in" in ran.err
    assert (tmp_path / "out.file").stat().st_size > 0


def test_graphml_on_stdout_is_what_networkx_reads(shell: Shell, store: str) -> None:
    ran = shell("export", "graphml", "--store", store, "-o", "-")
    network = nx.parse_graphml(ran.out)
    labels = {network.nodes[node]["label"] for node in network}
    assert {"Rajnath Singh", "Ryad Mezzour", "Morocco"} <= labels


def test_a_part_of_the_graph_is_what_the_filters_say(shell: Shell, store: str) -> None:
    ran = shell("export", "nodelink", "--store", store, "-o", "-", "--relation", "met")
    graph = json.loads(ran.out)
    assert [edge["relation"] for edge in graph["edges"]] == ["met"]


def test_filters_do_not_go_with_whole_stores(shell: Shell, store: str) -> None:
    ran = shell("export", "trig", "--store", store, "--since", "2025")
    assert ran.code == 2
    assert "trig: holds the whole store" in ran.err


@pytest.mark.parametrize("renderer", ["relgraph", "pyvis"])
def test_view_writes_one_page(shell: Shell, store: str, tmp_path: Path, renderer: str) -> None:
    ran = shell("view", "--store", store, "--renderer", renderer)
    assert ran.code == 0
    assert ran.err == "graph.html: 4 entities, 3 relations\n"
    page = (tmp_path / "graph.html").read_text(encoding="utf-8")
    assert "Ryad Mezzour" in page


def test_explain_quotes_the_sentence_and_its_source(shell: Shell, store: str) -> None:
    ran = shell("explain", "Rajnath Singh", "met", "Ryad Mezzour", "--store", store)
    assert ran.code == 0
    assert "“On Monday, Rajnath Singh met Ryad Mezzour in Rabat.”" in ran.out
    assert "The Example Post" in ran.out


def test_explain_finds_nothing_where_no_article_says_so(shell: Shell, store: str) -> None:
    ran = shell("explain", "Ryad Mezzour", "signed", "--store", store)
    assert (ran.code, ran.out) == (1, "")


def test_status_counts(shell: Shell, store: str) -> None:
    lines = shell("status", "--store", store).out.splitlines()
    assert lines[0].split() == ["articles", "2"]
    assert lines[2].split()[:2] == ["events", "3"]


def test_a_store_that_was_just_made_validates(shell: Shell, store: str) -> None:
    ran = shell("validate", "--store", store)
    assert (ran.code, ran.out) == (0, "")


def test_validate_finds_a_quote_that_is_not_in_the_text(shell: Shell, store: str) -> None:
    ran = shell("export", "nquads", "--store", store, "-o", "-")
    text = ran.out.replace('anchorOf> "On Monday, ', 'anchorOf> "On Friday, ')
    assert text != ran.out
    # A store that somebody has tampered with, past relgraph.
    Path("tampered").mkdir()
    engine = ox.Store("tampered/quads")
    engine.load(text.encode(), format=ox.RdfFormat.N_QUADS)
    del engine
    marker = Path(store, "relgraph-store").read_bytes()
    Path("tampered/relgraph-store").write_bytes(marker)
    found = shell("validate", "--store", "tampered")
    assert found.code == 1
    assert "quote" in found.out


def test_remove_and_rebuild(shell: Shell, morning: Path) -> None:
    assert shell("ingest", str(morning)).err == "relgraph.store: 1 added\n"
    assert shell("ingest", str(morning)).err == "relgraph.store: 1 unchanged\n"
    assert shell("rebuild").err == "relgraph.store: nothing to change\n"
    assert shell("remove", "rabat-1").code == 0
    assert shell("query", "ASK { ?a rg:met ?b }").out.strip() == "false"
    ran = shell("remove", "rabat-1")
    assert ran.code == 3
    assert "rabat-1: no such article" in ran.err


def test_extract_prints_the_json_contract(shell: Shell, morning: Path) -> None:
    record = json.loads(shell("extract", str(morning)).out)
    text = "On Monday, Rajnath Singh met Ryad Mezzour in Rabat."
    (met,) = record["events"]
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert [names[who] for who in met["participants"]] == ["Rajnath Singh", "Ryad Mezzour"]
    assert met["date"] == "2025-09-22"
    (evidence,) = met["evidence"]
    assert text[evidence["begin"] : evidence["end"]] == evidence["quote"]


def test_lines_that_cannot_be_read_are_told_and_the_rest_goes_in(
    shell: Shell, morning: Path
) -> None:
    with morning.open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    ran = shell("ingest", str(morning))
    assert ran.code == 3
    assert "morning.jsonl:2: not valid JSON" in ran.err
    assert "1 added, 1 failed" in ran.err
    assert shell("query", "ASK { ?a rg:met ?b }").out.strip() == "true"


def test_ingest_refuses_a_folder_that_is_no_store(
    shell: Shell, morning: Path, tmp_path: Path
) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "precious.txt").write_text("mine", encoding="utf-8")
    ran = shell("ingest", str(morning), "--store", "papers")
    assert ran.code == 3
    assert "papers" in ran.err
    assert [path.name for path in (tmp_path / "papers").iterdir()] == ["precious.txt"]


def test_a_store_that_is_being_written_can_be_read_but_not_written(
    shell: Shell, morning: Path
) -> None:
    shell("ingest", str(morning))
    code = (
        "import relgraph; graph = relgraph.open('relgraph.store'); print('open', flush=True);"
        "input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        refused = shell("remove", "rabat-1")
        read = shell("query", "ASK { ?a rg:met ?b }")
        writer.communicate("\n")
    assert refused.code == 3
    assert "another process is writing to the store" in refused.err
    assert read.out.strip() == "true"


def test_a_full_disk_costs_a_line_and_nothing_else(shell: Shell, morning: Path) -> None:
    shell("ingest", str(morning))
    before = shell("export", "nquads", "-o", "-").out
    more = Path("more.txt")
    more.write_text(
        "On Friday, Omar Hejira met Piyush Goyal in New Delhi. " * 400, encoding="utf-8"
    )

    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        [sys.executable, "-m", "relgraph", "ingest", "more.txt"],
        preexec_fn=no_room,
        # Else the measuring of coverage would be what runs out of room.
        env={name: value for name, value in os.environ.items() if "COVERAGE" not in name},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3, done.stderr
    assert "no room left on the disk" in done.stderr
    assert "Traceback" not in done.stderr
    assert shell("export", "nquads", "-o", "-").out == before


def test_ctrl_c_leaves_the_store_as_it_was(shell: Shell, morning: Path) -> None:
    shell("ingest", str(morning))
    with subprocess.Popen(
        [sys.executable, "-m", "relgraph", "ingest", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as ingest:
        assert ingest.stdin is not None
        assert ingest.stderr is not None
        for number in range(40):
            line = {"id": f"n{number}", "text": "On Friday, Omar Hejira met Piyush Goyal."}
            ingest.stdin.write(json.dumps(line).encode() + b"\n")
        ingest.stdin.flush()
        time.sleep(3)  # it waits for more articles
        ingest.send_signal(signal.SIGINT)
        stderr = ingest.stderr.read().decode()
        ingest.stdin.close()
    assert ingest.returncode == 130
    assert "Traceback" not in stderr
    assert "interrupted" in stderr
    # The articles that were handed on together are in or out together.
    articles = shell("query", "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a a schema:NewsArticle } }")
    assert articles.out.split() in (["n", "1"], ["n", "33"])
    assert shell("validate").code == 0


def test_a_reader_that_goes_away_is_no_error(store: str) -> None:
    command = (
        f"{sys.executable} -m relgraph query 'SELECT * {{ ?a ?b ?c . ?d ?e ?f }}' --store {store}"
    )
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -1; exit ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ,
    )
    assert done.stdout == "a,b,c,d,e,f\n"
    assert done.returncode == 141
    assert done.stderr == ""


def test_a_full_disk_under_an_export_is_one_line(shell: Shell, store: str) -> None:
    ran = shell("export", "graphml", "--store", store, "-o", "/dev/full")
    assert ran.code == 3
    assert "/dev/full: cannot write: no space left on device" in ran.err
