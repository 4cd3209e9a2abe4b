"""What a server of a language model may do, and what comes of it."""

import socket
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from relgraph.errors import ArticleError, EndpointError, UsageError
from relgraph.extract import llm_endpoint
from relgraph.extract.llm_endpoint import LARGEST, ask, endpoint

QUESTION = {"model": "m", "messages": [{"role": "user", "content": "Zoë?"}]}
Handler = BaseHTTPRequestHandler
Answer = Callable[[Handler], None]


def asked(url: str, *, key: str = "", timeout: float = 5.0) -> str:
    server = endpoint(url, key=key, timeout=timeout, allow_http=False)
    return ask(server, QUESTION, where="a1")


def with_status(llm: Any, status: int, *, message: object = None, **headers: str) -> Answer:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    body = {"error": {"message": message}} if message else {}
    return lambda handler: llm.send(handler, body, status=status, headers=named)


def hangs_up(handler: Handler) -> None:
    # Closed with what came unread, a connection is reset.
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    handler.connection.close()


def test_a_question_is_posted_as_the_protocol_has_it(llm: Any) -> None:
    llm.answers = ["{}"]
    assert '"content": "{}"' in asked(llm.url, key="sk-0a1b")
    [request] = llm.asked
    assert request.path == "/v1/chat/completions"
    assert request.body == QUESTION
    assert request.headers["Authorization"] == "Bearer sk-0a1b"
    assert request.headers["Content-Type"] == "application/json"
    assert request.headers["Accept-Encoding"] == "identity"


def test_without_a_key_none_is_sent(llm: Any) -> None:
    llm.answers = ["{}"]
    asked(llm.url)
    assert "Authorization" not in llm.asked[0].headers


@pytest.mark.parametrize("tail", ["/", "/chat/completions", "/chat/completions/"])
def test_the_address_may_be_given_with_its_end(llm: Any, tail: str) -> None:
    llm.answers = ["{}"]
    asked(llm.url + tail)
    assert llm.asked[0].path == "/v1/chat/completions"


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_server_that_is_busy_is_asked_again(llm: Any, status: int) -> None:
    llm.answers = [with_status(llm, status), with_status(llm, status), "{}"]
    asked(llm.url)
    assert len(llm.asked) == 3


def test_a_server_that_hangs_up_is_asked_again(llm: Any) -> None:
    llm.answers = [hangs_up, "{}"]
    asked(llm.url)
    assert len(llm.asked) == 2


@pytest.mark.parametrize(
    ("retry_after", "pauses"),
    [
        pytest.param("7", [0.0, 7.0], id="seconds"),
        pytest.param("3600", [0.0, 60.0], id="an-hour"),
        pytest.param("Thu, 01 Jan 1970 00:00:00 GMT", [0.0, 0.0], id="a-date-gone-by"),
        pytest.param("Fri, 31 Dec 2999 23:59:59 GMT", [0.0, 60.0], id="a-date-far-off"),
        pytest.param("-5", [0.0, 0.5], id="less-than-nothing"),
        pytest.param("soon", [0.0, 0.5], id="words"),
        pytest.param("Thu, 01 Jan 99999999999999 00:00:00 GMT", [0.0, 0.5], id="no-such-year"),
        pytest.param("", [0.0, 0.5], id="nothing"),
    ],
)
def test_how_long_to_wait(
    llm: Any, monkeypatch: pytest.MonkeyPatch, retry_after: str, pauses: list[float]
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    monkeypatch.setattr(llm_endpoint, "PAUSES", (0.5, 0.5))
    llm.answers = [with_status(llm, 429, Retry_After=retry_after), "{}"]
    asked(llm.url)
    assert waited == pauses


def test_a_server_that_stays_busy_fails_the_article_in_the_end(llm: Any) -> None:
    llm.answers = [with_status(llm, 429, message="slow\ndown \x1b[2J")]
    with pytest.raises(ArticleError) as caught:
        asked(llm.url)
    assert len(llm.asked) == 4
    assert str(caught.value).startswith(
        f"a1: {llm.url[:-3]} is busy or broken: HTTP 429 'slow down"
    )
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        pytest.param(301, "sends us elsewhere (HTTP 301)", id="moved"),
        pytest.param(302, "sends us elsewhere (HTTP 302)", id="found"),
        pytest.param(307, "sends us elsewhere (HTTP 307)", id="post-again"),
        pytest.param(308, "sends us elsewhere (HTTP 308)", id="post-there-for-good"),
        pytest.param(401, "put the key that it wants into RELGRAPH_API_KEY", id="no-key"),
        pytest.param(403, "lets us not in: HTTP 403", id="forbidden"),
        pytest.param(404, "has nothing here: HTTP 404", id="no-such-page"),
        pytest.param(405, "has nothing here: HTTP 405", id="no-post"),
    ],
)
def test_what_no_other_article_would_change(llm: Any, status: int, words: str) -> None:
    llm.answers = [with_status(llm, status, Location=f"{llm.url}/elsewhere")]
    with pytest.raises(EndpointError) as caught:
        asked(llm.url, key="sk-secret")
    assert words in str(caught.value)
    assert len(llm.asked) == 1


@pytest.mark.parametrize(
    ("status", "message", "words"),
    [
        pytest.param(
            400, "context too long", "refuses the question: HTTP 400 'context too", id="400"
        ),
        pytest.param(413, None, "refuses the question: HTTP 413", id="413"),
        pytest.param(204, None, "refuses the question: HTTP 204", id="204"),
    ],
)
def test_what_is_of_this_article(llm: Any, status: int, message: str | None, words: str) -> None:
    llm.answers = [with_status(llm, status, message=message)]
    with pytest.raises(ArticleError) as caught:
        asked(llm.url)
    assert words in str(caught.value)


def test_a_key_that_a_server_repeats_is_not_told(llm: Any) -> None:
    llm.answers = [with_status(llm, 401, message="no such key: sk-secret")]
    with pytest.raises(EndpointError) as caught:
        asked(llm.url, key="sk-secret")
    assert "no such key: …" in str(caught.value)
    assert "sk-secret" not in repr(caught.value)
    server = endpoint(llm.url, key="sk-secret", timeout=1, allow_http=False)
    assert "sk-secret" not in repr(server)


def sends(llm: Any, body: bytes, **headers: str) -> Answer:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return lambda handler: llm.send(handler, body, headers=named)


@pytest.mark.parametrize(
    ("body", "headers", "words"),
    [
        pytest.param(
            b"<p>Log in!", {"Content_Type": "text/html"}, "(content type: text/html)", id="page"
        ),
        pytest.param(b"{}", {"Content_Type": ""}, "(content type: nothing said)", id="no-type"),
        pytest.param(b"{}", {"Content_Length": "999"}, "broke off or is no HTTP", id="cut-off"),
        pytest.param(b"{}", {"Content_Encoding": "gzip"}, "packs its answer", id="packed"),
        pytest.param(b'{"\xff', {}, "no UTF-8", id="latin-1"),
        pytest.param(
            b"ff\r\n{}",
            {"Transfer_Encoding": "chunked", "Content_Length": ""},
            "broke off or is no HTTP",
            id="cut-chunk",
        ),
        pytest.param(b" " * (LARGEST + 1), {}, "longer than 4,194,304 bytes", id="too-long"),
        pytest.param(
            b" " * (LARGEST + 1), {"Content_Length": ""}, "longer than 4,194,304", id="endless"
        ),
    ],
)
def test_answers_that_are_none(llm: Any, body: bytes, headers: dict[str, str], words: str) -> None:
    llm.answers = [sends(llm, body, **headers)]
    with pytest.raises(ArticleError) as caught:
        asked(llm.url)
    assert str(caught.value).startswith("a1: ")
    assert words in str(caught.value)
    assert len(llm.asked) == 1


def no_http(handler: Handler) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")


def test_a_server_of_another_protocol(llm: Any) -> None:
    llm.answers = [no_http]
    with pytest.raises(ArticleError, match=r"broke off or is no HTTP: SSH-2\.0"):
        asked(llm.url)


def test_a_server_that_is_silent_is_left_in_time(llm: Any) -> None:
    llm.answers = [lambda _: llm.stopped.wait(30)]
    begun = time.monotonic()
    with pytest.raises(ArticleError, match=r"has not answered in 0\.2 seconds; allow more"):
        asked(llm.url, timeout=0.2)
    assert time.monotonic() - begun < 5
    assert len(llm.asked) == 1


@pytest.mark.parametrize(
    "begin",
    [
        pytest.param(b"HTTP/1.0 200 OK\r\nX: ", id="headers"),
        pytest.param(
            b"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n", id="body-without-length"
        ),
        pytest.param(
            b"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n",
            id="body",
        ),
    ],
)
def test_a_server_that_drips_is_left_in_time(llm: Any, begin: bytes) -> None:
    def drips(handler: Handler) -> None:
        handler.wfile.write(begin)
        while not llm.stopped.wait(0.02):
            handler.wfile.write(b" ")

    llm.answers = [drips]
    begun = time.monotonic()
    with pytest.raises(ArticleError, match=r"has not answered in 0\.3 seconds"):
        asked(llm.url, timeout=0.3)
    assert time.monotonic() - begun < 5


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(EndpointError) as caught:
        asked(f"http://127.0.0.1:{port}/v1")
    assert str(caught.value).startswith(f"http://127.0.0.1:{port}: cannot be reached: ")


def test_tls_with_a_server_that_has_none(llm: Any) -> None:
    with pytest.raises(EndpointError, match=r"cannot be reached: .*SSL"):
        asked(llm.url.replace("http:", "https:"))


def test_a_proxy_of_the_surroundings_gets_nothing(
    llm: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    llm.answers = ["{}"]
    asked(llm.url)
    assert len(llm.asked) == 1


@pytest.mark.parametrize(
    ("url", "words"),
    [
        pytest.param("", "no address of an endpoint: ''", id="nothing"),
        pytest.param("localhost:11434/v1", "no address of an endpoint", id="no-scheme"),
        pytest.param("ftp://e.org/v1", "no address of an endpoint", id="scheme"),
        pytest.param("file:///etc/passwd", "no address of an endpoint", id="file"),
        pytest.param("https:///v1", "no address of an endpoint", id="no-host"),
        pytest.param("https://e.org:port/v1", "no address of an endpoint", id="port"),
        pytest.param("https://e.org:99999/v1", "no address of an endpoint", id="high-port"),
        pytest.param("https://[::1/v1", "no address of an endpoint", id="bracket"),
        pytest.param("https://e.org/v1\r\nX: y", "no address of an endpoint", id="line-break"),
        pytest.param("https://münchen.example/v1", "no address of an endpoint", id="letters"),
        pytest.param("https://me:secret@e.org/v1", "takes no user", id="password"),
        pytest.param("https://me:my secret@e.org/v1", "takes no user", id="password-with-a-blank"),
        pytest.param("https://e.org/v1?key=secret", "takes no user, no query", id="query"),
        pytest.param("http://e.org/v1", "e.org would get the articles unencrypted", id="http"),
        pytest.param("http://10.0.0.7/v1", "10.0.0.7 would get", id="private-network"),
        pytest.param("http://localhost.e.org/v1", "would get", id="looks-like-localhost"),
        pytest.param("http://127.0.0.1.e.org/v1", "would get", id="looks-like-loopback"),
    ],
)
def test_addresses_that_are_refused(url: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        endpoint(url, key="", timeout=1, allow_http=False)
    assert words in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "host", "port", "path"),
    [
        pytest.param("https://e.org/v1", "e.org", 443, "/v1/chat/completions", id="https"),
        pytest.param(
            "http://localhost:11434/v1", "localhost", 11434, "/v1/chat/completions", id="localhost"
        ),
        pytest.param("http://[::1]:8080", "::1", 8080, "/chat/completions", id="ipv6"),
        pytest.param("http://127.8.8.8/v1", "127.8.8.8", 80, "/v1/chat/completions", id="loopback"),
    ],
)
def test_addresses_that_are_taken(url: str, host: str, port: int, path: str) -> None:
    server = endpoint(url, key="", timeout=1, allow_http=False)
    assert (server.host, server.port, server.path) == (host, port, path)


def test_a_number_with_colons_is_told_apart_from_its_port() -> None:
    server = endpoint("http://[::1]:8080", key="", timeout=1, allow_http=False)
    assert server.name == "http://[::1]:8080"


def test_a_network_of_ones_own_may_be_trusted() -> None:
    assert endpoint("http://10.0.0.7/v1", key="", timeout=1, allow_http=True).host == "10.0.0.7"


def test_a_key_with_a_line_break_is_refused_and_not_told() -> None:
    with pytest.raises(UsageError) as caught:
        endpoint("https://e.org", key="sk-secret\r\nX: y", timeout=1, allow_http=False)
    assert "sk-secret" not in str(caught.value)
