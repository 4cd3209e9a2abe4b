"""Answer one query in a process of its own, which can be killed; run by ``timed.py``.

Reads JSON on stdin: the query, its prefixes, the directory of the engine's files, the file for the
answer, the limit in seconds. Writes JSON on stdout that says what the answer is, and the answer to
its file: rows as TSV, triples as N-Triples. Run as a script, it imports the engine and nothing
else.
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
    task = json.load(sys.stdin)
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, task["seconds"] + GRACE)
    engine = ox.Store.read_only(task["copy"])
    told: dict[str, object]
    try:
        result = engine.query(task["sparql"], prefixes=task["prefixes"])
    except SyntaxError as error:
        told = {"mistake": str(error)}
    else:
        told = _write(result, task["answer"])
    json.dump(told, sys.stdout)


def _write(
    result: ox.QueryBoolean | ox.QuerySolutions | ox.QueryTriples, answer: str
) -> dict[str, object]:
    if isinstance(result, ox.QueryBoolean):
        return {"value": bool(result)}
    if isinstance(result, ox.QuerySolutions):
        names = [variable.value for variable in result.variables]
        result.serialize(answer, format=ox.QueryResultsFormat.TSV)
        return {"variables": names}
    result.serialize(answer, format=ox.RdfFormat.N_TRIPLES)
    return {}


def _limit_answer() -> None:
    with suppress(ImportError):  # Windows has none
        import resource  # noqa: PLC0415

        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        limit = ANSWER_BYTES if most == resource.RLIM_INFINITY else min(ANSWER_BYTES, most)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))


if __name__ == "__main__":
    main()
