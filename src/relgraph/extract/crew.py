"""Read articles in several processes at once, each with an extractor of its own.

What comes out is, byte for byte, what one extractor gives: articles do not know of each other, and
answers are taken in the order of the articles, whichever process has read them.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from queue import SimpleQueue
from signal import Signals
from threading import Thread

from relgraph.errors import ArticleError, RelgraphError, UsageError, WorkerError
from relgraph.extract import Backend
from relgraph.extract.worker import OUT_OF_MEMORY
from relgraph.model import Article, Extraction

# What a process is handed at a time: fewer cost speed, since the model reads them side by side;
# more leave one process idle at the end, while another has its last handful to do.
PART = 8
# Handfuls in hand beside the first, for each process: enough work for while a batch is stored.
AHEAD = 2
# A module, not this program over again: a caller's script needs no `if __name__ == "__main__"`.
# Without -P a file of articles called json.py, here in the folder, would be imported.
_WORKER = [sys.executable, "-P", "-m", "relgraph.extract.worker"]
# One thread a process: processes share the cores already, and threads wait for one another.
_ONE_THREAD = {
    f"{library}_NUM_THREADS": "1" for library in ("BLIS", "MKL", "OMP", "OPENBLAS", "VECLIB")
}
_HINT = "fewer --jobs need less memory; an ingest that is run again goes on from here"

_Answer = Extraction | RelgraphError


@dataclass(frozen=True, slots=True)
class _Task:
    """Articles for one process, and what comes of them."""

    articles: tuple[Article, ...]
    answers: SimpleQueue[_Answer] = field(default_factory=SimpleQueue)


class Crew:
    """Reads with *jobs* processes; a ``Reader``, which must be closed.

    Raises:
        UsageError: for fewer than one process, and whatever the backend raises when it is loaded.
        WorkerError: where a process cannot be started, or died; nothing is left running then.
    """

    def __init__(self, backend: Backend, *, jobs: int) -> None:
        if jobs < 1:
            raise UsageError(f"{jobs} jobs can read nothing", hint="give 1 or more")
        self.ahead = AHEAD * jobs
        self._todo: SimpleQueue[_Task | None] = SimpleQueue()
        self._workers: list[_Worker] = []
        try:
            self._start(backend, jobs)
        except BaseException:
            self.close()
            raise

    def _start(self, backend: Backend, jobs: int) -> None:
        for _ in range(jobs):
            self._workers.append(_Worker(backend, self._todo))
        names = [worker.name() for worker in self._workers]
        self.name = names[0]

    def begin(self, articles: Sequence[Article]) -> Iterator[Extraction | ArticleError]:
        """Hand out *articles*; yield the answers in their order."""
        tasks = [_Task(tuple(articles[at : at + PART])) for at in range(0, len(articles), PART)]
        for task in tasks:
            self._todo.put(task)
        return _answers(tasks)

    def close(self) -> None:
        """Kill every process, whatever it is doing, and wait until it is gone."""
        for worker in self._workers:
            worker.kill()
        for _ in self._workers:
            self._todo.put(None)
        for worker in self._workers:
            worker.join()
        self._workers = []


def _answers(tasks: Sequence[_Task]) -> Iterator[Extraction | ArticleError]:
    for task in tasks:
        for _ in task.articles:
            answer = task.answers.get()
            if isinstance(answer, RelgraphError) and not isinstance(answer, ArticleError):
                raise answer
            yield answer


class _Worker:
    """One process, and the thread that talks to it."""

    def __init__(self, backend: Backend, todo: SimpleQueue[_Task | None]) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                _WORKER,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=_ONE_THREAD | os.environ,
                # So that Ctrl-C is ours alone to deal with; they end when we do.
                start_new_session=True,
            )
        except OSError as error:
            problem = f"no process can be started to read articles: {error.strerror}"
            raise WorkerError(problem, hint="try fewer --jobs") from error
        self._hello: SimpleQueue[str | RelgraphError] = SimpleQueue()
        self._thread = Thread(target=self._serve, args=(backend, todo), daemon=True)
        try:
            self._thread.start()
        except RuntimeError as error:
            with self._process:
                self._process.kill()
            problem = f"no process can be talked to: {error}"
            raise WorkerError(problem, hint="try fewer --jobs") from error

    def name(self) -> str:
        """Wait until it is ready; return the name of its extractor."""
        hello = self._hello.get()
        if isinstance(hello, RelgraphError):
            raise hello
        return hello

    def kill(self) -> None:
        self._process.kill()

    def join(self) -> None:
        self._process.wait()
        self._thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None  # noqa: S101 - for the type checker
            # Closing flushes, and what was meant for the dead cannot be delivered.
            with suppress(BrokenPipeError):
                pipe.close()

    def _serve(self, backend: Backend, todo: SimpleQueue[_Task | None]) -> None:
        """Hand over task after task, until there are no more, or the process is dead."""
        self._send(backend)
        hello = self._heard()
        self._hello.put(hello if isinstance(hello, str | RelgraphError) else self._death(()))
        if not isinstance(hello, str):
            return
        while (task := todo.get()) is not None:
            self._send(task.articles)
            for done in range(len(task.articles)):
                answer = self._heard()
                if not isinstance(answer, Extraction | RelgraphError):
                    task.answers.put(self._death(task.articles[done:]))
                    return
                task.answers.put(answer)

    def _send(self, message: object) -> None:
        assert self._process.stdin is not None  # noqa: S101 - for the type checker
        # To the dead nothing can be sent; that they are shows when they do not answer.
        with suppress(OSError, ValueError):
            pickle.dump(message, self._process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()

    def _heard(self) -> object:
        """Return the next answer, None from the dead."""
        assert self._process.stdout is not None  # noqa: S101 - for the type checker
        try:
            return pickle.load(self._process.stdout)  # noqa: S301 - from our own module
        except (EOFError, pickle.UnpicklingError):
            return None

    def _death(self, unread: Sequence[Article]) -> WorkerError:
        where = unread[0].id if unread else ""
        return WorkerError(
            f"{_who(len(unread))} {_fate(self._process.wait())}", where=where, hint=_HINT
        )


def _who(unread: int) -> str:
    if not unread:
        return "a process that was to read articles"
    others = "the next" if unread == 2 else f"one of the {unread - 1} after it"
    return f"the process that read this{f', or {others},' if unread > 1 else ''}"


def _fate(code: int) -> str:
    """Say what became of a process that ended with *code*.

    >>> _fate(-9), _fate(OUT_OF_MEMORY)
    ('was killed (SIGKILL)', 'ran out of memory')
    """
    if code == OUT_OF_MEMORY:
        return "ran out of memory"
    if code < 0:
        known = {signal.value: signal.name for signal in Signals}
        return f"was killed ({known.get(-code, -code)})"
    return f"broke down (exit code {code})"
