"""Articles read by several processes: what comes out, and what happens when one dies."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread

import pytest

from relgraph.errors import ArticleError, EndpointError, UsageError, WorkerError
from relgraph.extract import Backend, crew
from relgraph.extract.crew import Crew
from relgraph.extract.readers import read_items, reader
from relgraph.model import Article, Extraction

# A backend without a model, that does what the text tells it to.
ODD = """
import os, signal, time
from relgraph.errors import ArticleError, EndpointError
from relgraph.extract import BACKENDS, worker
from relgraph.model import Extraction

class Odd:
    name = "odd 1"

    def extract(self, articles):
        for article in articles:
            match article.text.split():
                case ["broken"]:
                    raise ArticleError("no sense in it", where=article.id, hint="give another")
                case ["gone"]:
                    raise EndpointError("nobody answers")
                case ["killed"]:
                    os.kill(os.getpid(), signal.SIGKILL)
                case ["full"]:
                    raise MemoryError
                case ["mad"]:
                    os._exit(5)
                case ["prints"]:
                    print("a library says hello")
                case ["slow", seconds]:
                    time.sleep(float(seconds))
            yield Extraction(article.id, f"{os.getpid()}")

class Absent:
    def __init__(self):
        raise EndpointError("nobody is there")

BACKENDS["odd"] = "__main__:Odd"
BACKENDS["absent"] = "__main__:Absent"
try:
    worker.main()
except MemoryError:
    os._exit(worker.OUT_OF_MEMORY)
"""

# One that has memory enough for its backend, and none for articles.
FULL = ODD.replace(
    "try:\n",
    """
class Full(worker.pickle.Unpickler):
    def find_class(self, module, name):
        if name == "Article":
            raise MemoryError
        return super().find_class(module, name)

worker.pickle.load = lambda stream: Full(stream).load()
try:
""",
)

Made = Callable[..., Crew]


@pytest.fixture
def odd(monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    monkeypatch.setattr(crew, "_WORKER", [sys.executable, "-c", ODD])
    made: list[Crew] = []

    def make(*, jobs: int = 2) -> Crew:
        made.append(Crew(Backend("odd"), jobs=jobs))
        return made[-1]

    yield make
    for one in made:
        one.close()


def texts(*words: str) -> list[Article]:
    return [Article(f"a{number}", word) for number, word in enumerate(words)]


def is_alive(pid: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def ends(pid: int) -> bool:
    deadline = time.monotonic() + 20
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not is_alive(pid)


def test_answers_come_in_the_order_of_the_articles(odd: Made) -> None:
    slow_first = texts("slow 0.3", *["quick"] * 40)
    found = [one for one in odd().begin(slow_first) if isinstance(one, Extraction)]
    assert [one.article for one in found] == [article.id for article in slow_first]


def test_several_processes_work_at_the_same_time(odd: Made) -> None:
    found = odd(jobs=2).begin(texts(*["slow 0.05"] * (2 * crew.PART)))
    assert len({one.published for one in found if isinstance(one, Extraction)}) == 2


def test_it_is_called_as_the_extractor_is(odd: Made) -> None:
    assert odd().name == "odd 1"


def test_an_article_that_cannot_be_read_is_told_in_its_place(odd: Made) -> None:
    found = list(odd().begin(texts("fine", "broken", "fine", "broken")))
    assert [isinstance(one, ArticleError) for one in found] == [False, True, False, True]
    assert str(found[3]) == "a3: no sense in it; give another"


def test_items_that_are_no_articles_keep_their_place(odd: Made) -> None:
    error = ArticleError("no JSON", where="x:2")
    first, second = texts("fine", "fine")
    found = list(read_items(odd(), [first, error, second]))
    assert found[1] is error
    assert [one[0] for one in found if isinstance(one, tuple)] == [first, second]


def test_what_a_library_prints_is_no_answer(odd: Made, capfd: pytest.CaptureFixture[str]) -> None:
    assert len(list(odd(jobs=1).begin(texts("prints", "fine")))) == 2
    assert capfd.readouterr().out == ""


def test_articles_that_find_no_memory_end_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_WORKER", [sys.executable, "-c", FULL])
    with (
        closing(Crew(Backend("odd"), jobs=1)) as chosen,
        pytest.raises(WorkerError, match="ran out of memory"),
    ):
        list(chosen.begin(texts("fine")))


def test_a_process_that_cannot_be_talked_to_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_thread(_: Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(Thread, "start", no_thread)
    with pytest.raises(WorkerError, match="can't start new thread; try fewer --jobs"):
        Crew(Backend("odd"), jobs=2)


def test_an_extractor_that_gives_up_ends_it_all(odd: Made) -> None:
    with pytest.raises(EndpointError, match="nobody answers"):
        list(odd().begin(texts("fine", "gone")))


@pytest.mark.parametrize(
    ("word", "fate"),
    [
        pytest.param("killed", r"was killed \(SIGKILL\)", id="killed"),
        pytest.param("full", "ran out of memory", id="memory"),
        pytest.param("mad", r"broke down \(exit code 5\)", id="crashed"),
    ],
)
def test_a_process_that_dies_is_told_with_what_it_read(odd: Made, word: str, fate: str) -> None:
    answers = odd().begin(texts("fine", word, "fine"))
    assert isinstance(next(answers), Extraction)
    message = f"a1: the process that read this, or the next, {fate}; fewer --jobs"
    with pytest.raises(WorkerError, match=message):
        next(answers)


def test_a_backend_that_cannot_be_loaded_says_so_once(
    odd: Made, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(EndpointError, match="nobody is there"):
        Crew(Backend("absent"), jobs=2)
    assert capfd.readouterr().err == ""


def test_a_process_that_cannot_be_started_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_WORKER", ["/nowhere/python"])
    with pytest.raises(WorkerError, match="no process can be started"):
        Crew(Backend(), jobs=2)


def test_a_process_that_dies_before_it_is_ready_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_WORKER", [sys.executable, "-c", "import os; os._exit(7)"])
    with pytest.raises(WorkerError, match=r"was to read articles broke down \(exit code 7\)"):
        Crew(Backend(), jobs=2)


def test_less_than_one_process_is_refused() -> None:
    with pytest.raises(UsageError, match="0 jobs"):
        reader("rules", jobs=0)


def test_closing_stops_what_is_being_done(odd: Made) -> None:
    made = odd()
    [first] = made.begin(texts("fine"))
    assert isinstance(first, Extraction)
    made.begin(texts("slow 60", *["slow 60"] * crew.PART))
    began = time.monotonic()
    made.close()
    assert time.monotonic() - began < 10
    assert not is_alive(int(first.published))


def test_no_process_outlives_the_one_that_started_it(tmp_path: Path) -> None:
    script = f"""
import sys, time
from relgraph.extract import Backend, crew
from relgraph.model import Article
crew._WORKER = [sys.executable, "-c", {ODD!r}]
made = crew.Crew(Backend("odd"), jobs=2)
[found] = made.begin([Article("a", "fine")])
made.begin([Article(str(n), "slow 60") for n in range(2 * crew.PART)])
print(found.published, flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    assert ends(worker)


@pytest.mark.model
def test_two_processes_read_what_one_reads() -> None:
    articles = texts("Leila Benali met Aziz Rabbah in Fez on Monday.", "Ann Lee visited Oman.", "")
    with closing(reader("rules")) as alone, closing(reader("rules", jobs=2)) as two:
        assert alone.name == two.name
        assert list(two.begin(articles)) == list(alone.begin(articles))
