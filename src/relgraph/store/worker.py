"""Answer one query in a process of its own, which can be killed; run by ``timed.py``.

Reads a line of JSON on stdin: the query, the prefixes, the directory of a snapshot, the limit in
seconds. Writes a line of JSON on stdout, which says what the answer is, and then the answer: rows
as TSV, triples as N-Triples. What went wrong is a line of JSON as well. Run as a script, so that it
imports the engine and nothing else.
"""

import json
import signal
import sys
from contextlib import suppress

import pyoxigraph as ox

# An answer as large as this fills a disk before it helps anybody.
ANSWER_BYTES = 4 << 30
# Should the process that asked be killed, this one ends by itself, so long after the limit.
GRACE = 5.0


def main() -> None:
    """Answer the query on stdin."""
    _limit_answer()
    task = json.loads(sys.stdin.buffer.readline())
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, task["timeout"] + GRACE)
    try:
        result = ox.Store.read_only(task["snapshot"]).query(
            task["sparql"], prefixes=task["prefixes"]
        )
    except SyntaxError as error:
        _say({"kind": "syntax", "message": str(error)})
        return
    if isinstance(result, ox.QueryBoolean):
        _say({"kind": "answer", "value": bool(result)})
    elif isinstance(result, ox.QuerySolutions):
        _say({"kind": "rows", "variables": [variable.value for variable in result.variables]})
        result.serialize(sys.stdout.buffer, format=ox.QueryResultsFormat.TSV)
    else:
        _say({"kind": "triples"})
        result.serialize(sys.stdout.buffer, format=ox.RdfFormat.N_TRIPLES)
    sys.stdout.buffer.flush()


def _say(header: dict[str, object]) -> None:
    sys.stdout.buffer.write(json.dumps(header).encode() + b"\n")


def _limit_answer() -> None:
    with suppress(ImportError):  # Windows has none
        import resource  # noqa: PLC0415

        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        limit = ANSWER_BYTES if most == resource.RLIM_INFINITY else min(ANSWER_BYTES, most)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))


if __name__ == "__main__":
    main()
