"""Ask a query with a time limit.

The engine cannot be interrupted, so the query runs in a process that can be killed. Its answer goes
to a file and is read only when whole: an answer cut short would look complete.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from relgraph.errors import QueryError
from relgraph.store import worker
from relgraph.store.result import Answer, Result, Solutions, Term, Triples

# The longest that a process goes on, limit or none: two weeks, which is as long as the system can
# be told to wait for one.
LONGEST = 14 * 86_400.0

# A script, not a module: it starts in half the time, and never runs the caller's own `__main__`.
_WORKER = [sys.executable, "-P", worker.__file__]


def ask(copy: Path, sparql: str, *, deadline: float, prefixes: Mapping[str, str]) -> Result:
    """Answer *sparql* from the engine's files at *copy* before the clock says *deadline*.

    The answer is written beside *copy*, and open when this returns, so that both may be deleted.

    Raises:
        SyntaxError: where it does not parse, as the engine does.
        TimeoutExpired: where the time ran out, once the process is dead.
        QueryError: where the process died of it.
    """
    answer = copy.with_name("answer")
    left = min(LONGEST, max(0.0, deadline - time.monotonic()))
    task = {
        "sparql": sparql,
        "prefixes": dict(prefixes),
        "copy": str(copy),
        "answer": str(answer),
        "seconds": left,
    }
    try:
        # On a time-out this kills the process and waits for its end.
        done = subprocess.run(  # noqa: S603 - our own script
            _WORKER,
            input=json.dumps(task).encode(),
            capture_output=True,
            timeout=left,
            check=False,
        )
    except OSError as error:
        raise QueryError(
            f"no process can be started for the query: {error}", hint="ask without a time limit"
        ) from error
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise QueryError(
            f"the query brought its process down: {last or done.returncode}",
            hint="it may have needed more memory or disk than there is; narrow it",
        )
    return _read(json.loads(done.stdout), answer)


def _read(told: dict[str, object], answer: Path) -> Result:
    match told:
        case {"mistake": str(message)}:
            raise SyntaxError(message)
        case {"value": bool(value)}:
            return Answer(value)
        case {"variables": list(names)}:
            return Solutions(tuple(map(str, names)), _rows(answer))
        case _:
            parsed = ox.parse(path=answer, format=ox.RdfFormat.N_TRIPLES)
            return Triples(quad.triple for quad in parsed)


def _rows(answer: Path) -> Iterator[tuple[Term | None, ...]]:
    rows = ox.parse_query_results(path=answer, format=ox.QueryResultsFormat.TSV)
    assert isinstance(rows, ox.QuerySolutions), "TSV holds rows"  # noqa: S101 - for the type checker
    return (tuple(row) for row in rows)
