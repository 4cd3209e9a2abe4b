"""Wall time of extract and ingest with one process and with two, and how large the largest grew."""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench import corpus

REPEATS = 3
# Half a thousand articles: enough to hide the seconds in which the model is loaded.
COPIES = 32


def table() -> str:
    """Return the table."""
    head = [
        "| command | 1 job | 2 jobs | times as fast | asked for | largest process | asked for |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    return "\n".join([*head, *_rows()])


def _rows() -> Iterator[str]:
    texts = corpus.copies(COPIES)
    with tempfile.TemporaryDirectory() as folder:
        source, store = Path(folder) / "articles.jsonl", Path(folder) / "store"
        corpus.write(texts, source)
        for command in (["extract", str(source)], ["ingest", str(source), "--store", str(store)]):
            times: dict[int, list[float]] = {1: [], 2: []}
            # By turns, so that what else the machine does falls on both.
            for _ in range(REPEATS):
                for jobs, taken in times.items():
                    shutil.rmtree(store, ignore_errors=True)
                    taken.append(_wall([*command, "--jobs", str(jobs)]))
            one, two = min(times[1]), min(times[2])
            yield (
                f"| `relgraph {command[0]}`, {len(texts)} articles | {one:.1f} s | {two:.1f} s "
                f"| {one / two:.2f} | ≥ 1.7 | {_largest():.0f} MB | < 700 MB |"
            )


def _wall(arguments: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-m", "relgraph", *arguments], check=True, capture_output=True)
    return time.perf_counter() - begin


def _largest() -> float:
    """Return the megabytes of the largest process so far, those that ours have started included."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
