"""Parses made by hand, parses by the real model, and a server that speaks as endpoints do."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from relgraph.extract import llm_endpoint
from relgraph.extract.language_model import load_model


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Doc]:
    """Return what makes a parse of ``word|TAG|ENT|dep|head``; ``~`` glues a word to the last.

    Tags are NNP where left out; heads count from 0, and a word without one hangs on the first
        of its sentence. ``_`` is a line break, which ends a sentence.
    """
    vocab = spacy.blank("en").vocab

    def make(notation: str) -> Doc:
        rows = [(*row.split("|"), "", "", "", "")[:5] for row in notation.split(" ")]
        glued = [row[0].startswith("~") for row in rows]
        firsts = [0]
        for number in range(1, len(rows)):
            firsts.append(number if rows[number - 1][0] == "_" else firsts[-1])
        kinds = [row[2] for row in rows]
        begun = ["", *kinds]
        ents = [
            f"{'I' if kind == last else 'B'}-{kind}" if kind else "O"
            for kind, last in zip(kinds, begun, strict=False)
        ]
        return Doc(
            vocab,
            words=[row[0].removeprefix("~").replace("_", "\n") for row in rows],
            spaces=[not following for following in [*glued[1:], True]],
            tags=[row[1] or "NNP" for row in rows],
            pos=["PROPN" if (row[1] or "NNP") == "NNP" else "X" for row in rows],
            lemmas=[row[0].removeprefix("~").lower() for row in rows],
            deps=[row[3] or "dep" for row in rows],
            heads=[int(row[4] or first) for row, first in zip(rows, firsts, strict=True)],
            ents=ents,
        )

    return make


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Return the language model that ships with relgraph."""
    return load_model()


@dataclass(slots=True)
class Asked:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass(slots=True)
class Endpoint:
    """A server of a language model: each request gets the next of ``answers``, the last for ever.

    An answer is what the model writes, or a function that is handed the handler of the request.
    """

    url: str
    answers: list[str | Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        length = int(handler.headers["Content-Length"])
        body = json.loads(handler.rfile.read(length))
        self.asked.append(Asked(handler.path, dict(handler.headers), body))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, str):
            message = {"role": "assistant", "content": answer}
            self.send(handler, {"choices": [{"message": message, "finish_reason": "stop"}]})
        else:
            answer(handler)

    def send(
        self,
        handler: BaseHTTPRequestHandler,
        body: object,
        *,
        status: int = 200,
        kind: str = "application/json",
        headers: tuple[tuple[str, str], ...] = (),
    ) -> None:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        handler.send_response(status)
        given = dict(headers)
        for name, value in (
            {"Content-Type": kind, "Content-Length": str(len(content))} | given
        ).items():
            if value:
                handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that hang up, as they should here."""


@pytest.fixture
def llm(monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    """Return a server on this machine, with no pauses before it is asked again."""
    monkeypatch.setattr(llm_endpoint, "PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.delenv("RELGRAPH_API_KEY", raising=False)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            endpoint.answer(self)

        def log_message(self, *_: object) -> None:
            pass

    server = Server(("127.0.0.1", 0), Handler)
    endpoint = Endpoint(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield endpoint
    endpoint.stopped.set()
    server.shutdown()
    server.server_close()
    thread.join()
