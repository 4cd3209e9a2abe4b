"""Ask a query with a time limit.

The engine cannot be interrupted, so the query runs in a process that can. Its answer goes to a
file and is read only when whole: an answer cut short would look complete.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from relgraph.errors import QueryError, QueryTimeoutError
from relgraph.store import worker
from relgraph.store.result import Answer, Result, Solutions, Term, Triples

_WORKER = [sys.executable, "-P", worker.__file__]


def ask(snapshot: Path, sparql: str, *, timeout: float, prefixes: Mapping[str, str]) -> Result:
    """Answer *sparql* from the files at *snapshot*.

    Raises:
        SyntaxError: where it does not parse, as the engine does.
        QueryTimeoutError: where *timeout* seconds were not enough.
        QueryError: where the process died of it.
    """
    task = {
        "sparql": sparql,
        "prefixes": dict(prefixes),
        "snapshot": str(snapshot),
        "timeout": timeout,
    }
    out = tempfile.TemporaryFile()  # noqa: SIM115 - the rows are read from it later
    with subprocess.Popen(  # noqa: S603 - our own script
        _WORKER, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.PIPE
    ) as process:
        try:
            _, words = process.communicate(json.dumps(task).encode() + b"\n", timeout=timeout)
        except subprocess.TimeoutExpired as error:
            raise QueryTimeoutError(
                f"the query took longer than {timeout:g} s and was stopped",
                hint="narrow it, or give it more time",
            ) from error
        finally:
            process.kill()
    if process.returncode:
        last = words.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise QueryError(
            f"the query brought its process down: {last or process.returncode}",
            hint="it may have needed more memory or disk than there is; narrow it",
        )
    out.seek(0)
    return _read(out)


def _read(out: IO[bytes]) -> Result:
    header = json.loads(out.readline())
    match header["kind"]:
        case "syntax":
            raise SyntaxError(header["message"])
        case "answer":
            return Answer(header["value"])
        case "rows":
            return Solutions(tuple(header["variables"]), _rows(out))
        case _:
            return Triples(_triples(out))


def _rows(out: IO[bytes]) -> Iterator[tuple[Term | None, ...]]:
    with out:
        rows = ox.parse_query_results(out, format=ox.QueryResultsFormat.TSV)
        if isinstance(rows, ox.QuerySolutions):
            for row in rows:
                yield tuple(row)


def _triples(out: IO[bytes]) -> Iterator[ox.Triple]:
    with out:
        for quad in ox.parse(out, format=ox.RdfFormat.N_TRIPLES):
            yield quad.triple
