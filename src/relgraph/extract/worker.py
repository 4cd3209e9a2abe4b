"""Read articles in a process of its own; run by ``crew.py``.

Reads pickles on stdin: a ``Backend``, then tuples of articles. Writes pickles on stdout: the name
of the extractor, then what each article says, or why it cannot be read, as soon as that is known.
An error that is no article's is its last word. What else is printed goes to stderr.
"""

import logging
import os
import pickle
import sys
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from relgraph.errors import RelgraphError
from relgraph.extract import Backend, Extractor, extract_each, extractor

# The exit code that says so: a process out of memory has none left for a message.
OUT_OF_MEMORY = 71


def main() -> None:
    """Read what stdin asks for, until whoever asks has gone."""
    logging.basicConfig(format="relgraph: %(message)s", level=logging.WARNING)
    with os.fdopen(os.dup(1), "wb") as out:
        # A library that prints must not print into the answers.
        os.dup2(2, 1)
        tasks: SimpleQueue[object] = SimpleQueue()
        Thread(target=_listen, args=(sys.stdin.buffer, tasks), daemon=True).start()
        with suppress(BrokenPipeError):
            _work(tasks, out)
    os._exit(0)  # nothing is left to do, and half a second to be saved


def _listen(stream: BinaryIO, tasks: SimpleQueue[object]) -> None:
    """Take in tasks; end the process, whatever it is doing, when there is nobody to do it for."""
    while True:
        try:
            task = pickle.load(stream)  # noqa: S301 - from the process that started this one
        except (EOFError, pickle.UnpicklingError):
            os._exit(0)
        except MemoryError:
            # Else only this thread would end, and both processes wait for ever.
            os._exit(OUT_OF_MEMORY)
        tasks.put(task)


def _work(tasks: SimpleQueue[object], out: BinaryIO) -> None:
    backend = tasks.get()
    assert isinstance(backend, Backend), "the first task says who reads"  # noqa: S101
    try:
        chosen = extractor(backend)
    except RelgraphError as error:
        _send(error, out)
        return
    _send(chosen.name, out)
    try:
        _read_all(chosen, tasks, out)
    except RelgraphError as error:
        _send(error, out)


def _read_all(chosen: Extractor, tasks: SimpleQueue[object], out: BinaryIO) -> None:
    while True:
        articles = tasks.get()
        assert isinstance(articles, tuple), "the other tasks are articles"  # noqa: S101
        for found in extract_each(chosen, articles):
            _send(found, out)


def _send(answer: object, out: BinaryIO) -> None:
    pickle.dump(answer, out, protocol=pickle.HIGHEST_PROTOCOL)
    out.flush()


if __name__ == "__main__":
    try:
        main()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
