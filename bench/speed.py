"""CPU time of the command line's start, and of ingest beside the bare spaCy pass."""

import os
import resource
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator

import spacy
from spacy.language import Language

from bench import corpus
from relgraph.extract import Extractor, extractor
from relgraph.extract.language_model import DEFAULT_MODEL
from relgraph.extract.readers import Alone
from relgraph.model import Article
from relgraph.pipeline.ingest import ingest, summarise
from relgraph.store import open_store

REPEATS = 5
# So many copies of the sample that the time is worth measuring.
COPIES = 8


def help_row() -> str:
    """Measure ``relgraph --help``, in a process of its own."""
    seconds = statistics.median(_child_cpu(["relgraph", "--help"]) for _ in range(REPEATS))
    bare = statistics.median(_child_cpu([]) for _ in range(REPEATS))
    return f"| `relgraph --help` (Python itself {bare:.3f} s) | {seconds:.3f} s | | < 0.2 s |"


def ingest_rows() -> Iterator[str]:
    """Measure ingest into an empty store, beside the model alone on the same text."""
    texts = corpus.copies(COPIES)
    words = sum(len(article.text.split()) for article in texts)
    nlp = bare_model()
    rules = extractor()
    # Once through, so that neither pays for what is made once a process.
    list(rules.extract(texts[:1]))

    bare = _median(lambda: list(nlp.pipe(article.text for article in texts)))
    extracted = _median(lambda: list(rules.extract(texts)))
    ingested = _median(lambda: _ingest(texts, rules))
    yield f"| the model alone, {words:,} words | {bare:.2f} s | 1.00 | |"
    yield f"| extraction | {extracted:.2f} s | {extracted / bare:.2f} | |"
    yield f"| ingest, the store included | {ingested:.2f} s | {ingested / bare:.2f} | ≤ 1.50 |"


def bare_model() -> Language:
    """Load the model as spaCy does, with all that it comes with."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load(DEFAULT_MODEL)


def table() -> str:
    """Return the table."""
    head = ["| what | CPU time | to the model alone | asked for |", "| --- | --- | --- | --- |"]
    return "\n".join([*head, help_row(), *ingest_rows()])


def _ingest(texts: list[Article], rules: Extractor) -> None:
    store = open_store("memory:", create=True)
    summarise(ingest(store, texts, Alone(rules)))
    store.close()


def _median(work: Callable[[], object]) -> float:
    def once() -> float:
        begin = time.process_time()
        work()
        return time.process_time() - begin

    return statistics.median(once() for _ in range(REPEATS))


def _child_cpu(arguments: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = ["-m", *arguments] if arguments else ["-c", ""]
    subprocess.run([sys.executable, *code], check=True, stdout=subprocess.DEVNULL, env=os.environ)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
