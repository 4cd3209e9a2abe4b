"""Ask an OpenAI-compatible endpoint for one answer, trusting it with nothing but the question."""

import http.client
import ipaddress
import json
import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from urllib.parse import urlsplit

from relgraph.errors import ArticleError, EndpointError, UsageError, one_line

# An answer about one article has some thousands of characters.
LARGEST = 4 * 1024 * 1024
CONNECT_SECONDS = 10.0
# How long to wait before asking again; a server that asks for longer gets at most LONGEST_PAUSE.
PAUSES = (1.0, 2.0, 4.0)
LONGEST_PAUSE = 60.0
LONGEST_MESSAGE = 200

AGAIN = (408, 429, 500, 502, 503, 504)
NOT_LET_IN = (401, 403)
NOT_THERE = (404, 405, 410)

_PATH = "/chat/completions"
_PRINTABLE = re.compile(r"[!-~]+")  # "https://llm.example/v1", "sk-0a1b"
_JSON_TYPE = re.compile(r"application/(?:[\w.-]+\+)?json\b", re.IGNORECASE)  # "application/json"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask, with the key that lets us in and the seconds in which an answer must be here.

    Proxies and other settings of the surroundings are not looked at: a question goes to ``host``
    and nowhere else.
    """

    host: str
    port: int
    path: str
    is_secure: bool
    timeout: float
    key: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """Return the address without its path, for messages."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.is_secure else 'http'}://{host}:{self.port}"


def endpoint(url: str, *, key: str, timeout: float, allow_http: bool) -> Endpoint:
    """Read the address of an endpoint, as ``https://llm.example/v1``.

    Raises:
        UsageError: where it is none, or would carry the articles over a network unencrypted.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise UsageError(f"no address of an endpoint: {error}", hint=_EXAMPLE) from error
    if parts.username is not None or parts.query or parts.fragment:
        # First, and not repeated: it may hold a password or a key.
        problem = "the address of an endpoint takes no user, no query and no fragment"
        raise UsageError(problem, hint="give the key in RELGRAPH_API_KEY")
    secure = parts.scheme == "https"
    if not _PRINTABLE.fullmatch(url) or parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"no address of an endpoint: {url[:LONGEST_MESSAGE]!r}", hint=_EXAMPLE)
    if not secure and not allow_http and not _is_loopback(parts.hostname):
        problem = f"{parts.hostname} would get the articles unencrypted"
        raise UsageError(problem, hint="use https://, or --allow-http if the network is yours")
    if key and not _PRINTABLE.fullmatch(key):
        raise UsageError("RELGRAPH_API_KEY holds blanks or letters that no key has")
    path = parts.path.rstrip("/").removesuffix(_PATH) + _PATH
    return Endpoint(parts.hostname, port or (443 if secure else 80), path, secure, timeout, key)


_EXAMPLE = "give one such as http://localhost:11434/v1"


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(frozen=True, slots=True)
class _Response:
    status: int
    kind: str
    retry_after: str
    body: bytes


def ask(server: Endpoint, question: object, *, where: str) -> str:
    """Post *question* and return the JSON of the answer; *where* names the article in errors.

    Asked again, some times, where the server is busy or hangs up.

    Raises:
        ArticleError: where there is no answer to this question.
        EndpointError: where there will be none to any.
    """
    body = json.dumps(question, ensure_ascii=False).encode()
    problem, pause = "", 0.0
    for following in (*PAUSES, 0.0):
        time.sleep(pause)
        pause = following
        try:
            response = _post(server, body, where)
        except (ConnectionResetError, BrokenPipeError) as error:
            problem = f"{server.name} hung up: {_reason(error)}"
            continue
        if response.status not in AGAIN:
            return _read(response, server, where)
        problem = f"{server.name} is busy or broken: {_told(response, server)}"
        asked = _seconds(response.retry_after)
        pause = pause if asked is None else min(asked, LONGEST_PAUSE)
    raise ArticleError(problem, where=where, hint=f"tried {len(PAUSES) + 1} times; try again later")


def _read(response: _Response, server: Endpoint, where: str) -> str:
    told = _told(response, server)
    if response.status in NOT_LET_IN:
        hint = "put the key that it wants into RELGRAPH_API_KEY"
        raise EndpointError(f"lets us not in: {told}", where=server.name, hint=hint)
    if response.status in NOT_THERE:
        hint = f"is the model there, and is {server.path} the right path?"
        raise EndpointError(f"has nothing here: {told}", where=server.name, hint=hint)
    if response.status // 100 == 3:
        # Followed, it would take the article, and the key, to where nobody wanted them.
        problem = f"sends us elsewhere (HTTP {response.status}), where we do not go"
        raise EndpointError(problem, where=server.name, hint="give its real address as --endpoint")
    if response.status != http.client.OK:
        raise ArticleError(f"{server.name} refuses the question: {told}", where=where)
    if not _JSON_TYPE.match(response.kind):
        kind = one_line(response.kind)[:LONGEST_MESSAGE] or "nothing said"
        problem = f"the answer of {server.name} is no JSON (content type: {kind})"
        raise ArticleError(problem, where=where, hint="is it an OpenAI-compatible endpoint?")
    try:
        return response.body.decode()
    except UnicodeDecodeError as error:
        raise ArticleError(f"the answer of {server.name} is no UTF-8", where=where) from error


def _post(server: Endpoint, body: bytes, where: str) -> _Response:
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "User-Agent": f"relgraph/{version('relgraph')}",
        "Connection": "close",
    }
    if server.key:
        headers["Authorization"] = f"Bearer {server.key}"
    connection = _connected(server)
    with _limited(connection, server, where):
        connection.request("POST", server.path, body, headers)
        with connection.getresponse() as response:
            return _received(response, server, where)


def _received(response: http.client.HTTPResponse, server: Endpoint, where: str) -> _Response:
    content = response.read(LARGEST + 1)
    if len(content) > LARGEST:
        problem = f"the answer of {server.name} is longer than {LARGEST:,} bytes"
        raise ArticleError(problem, where=where)
    if response.length:
        # http.client says nothing of a body that ends too soon when told how much to read.
        raise http.client.IncompleteRead(content, response.length)
    if response.getheader("Content-Encoding", "identity") != "identity":
        raise ArticleError(f"{server.name} packs its answer, unasked", where=where)
    kind = response.getheader("Content-Type", "")
    return _Response(response.status, kind, response.getheader("Retry-After", ""), content)


def _connected(server: Endpoint) -> http.client.HTTPConnection:
    connection = (
        http.client.HTTPSConnection(
            server.host,
            server.port,
            timeout=CONNECT_SECONDS,
            context=ssl.create_default_context(),
        )
        if server.is_secure
        else http.client.HTTPConnection(server.host, server.port, timeout=CONNECT_SECONDS)
    )
    try:
        connection.connect()
    except ConnectionResetError:
        connection.close()
        raise
    except (OSError, UnicodeError) as error:  # the second for a host that is no name of one
        connection.close()
        reason = str(error) or type(error).__name__
        hint = "is it running, and is --endpoint right?"
        if isinstance(error, ssl.SSLCertVerificationError):
            hint = "SSL_CERT_FILE can name the certificates that you trust"
        raise EndpointError(f"cannot be reached: {reason}", where=server.name, hint=hint) from error
    return connection


@contextmanager
def _limited(
    connection: http.client.HTTPConnection, server: Endpoint, where: str
) -> Iterator[None]:
    """Close *connection* at the end, or when time is up; tell what went wrong with it.

    A socket's own time limit starts anew with each byte: a server that drips could hold us for
    ever.
    """
    late = threading.Event()
    sock: socket.socket = connection.sock
    # None: the watch below is the limit.
    sock.settimeout(None)

    def hang_up() -> None:
        late.set()
        with suppress(OSError):  # closed already
            # Of the plain socket: TLS would first say goodbye, and wait for an answer.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)

    watch = threading.Timer(server.timeout, hang_up)
    watch.daemon = True
    watch.start()
    try:
        yield
    except (OSError, http.client.HTTPException) as error:
        if late.is_set():
            raise _too_slow(server, where) from error
        if isinstance(error, ConnectionResetError | BrokenPipeError):
            raise
        problem = f"the answer of {server.name} broke off or is no HTTP: {_reason(error)}"
        raise ArticleError(problem, where=where) from error
    finally:
        watch.cancel()
        connection.close()
    if late.is_set():  # in the middle of a body without a length, which so came to its end
        raise _too_slow(server, where)


def _too_slow(server: Endpoint, where: str) -> ArticleError:
    problem = f"{server.name} has not answered in {server.timeout:g} seconds"
    return ArticleError(problem, where=where, hint="allow more with --llm-timeout")


def _reason(error: BaseException) -> str:
    return one_line(str(error))[:LONGEST_MESSAGE] or type(error).__name__


def _told(response: _Response, server: Endpoint) -> str:
    """Return the status with what the server says of it, in a line that never holds the key."""
    try:
        parsed = json.loads(response.body)
    except (ValueError, RecursionError):
        parsed = None
    error = parsed.get("error", parsed.get("detail")) if isinstance(parsed, dict) else None
    message = error.get("message") if isinstance(error, dict) else error
    said = one_line(message) if isinstance(message, str) else ""
    if server.key:
        said = said.replace(server.key, "…")
    return f"HTTP {response.status}" + (f" {said[:LONGEST_MESSAGE]!r}" if said else "")


def _seconds(retry_after: str) -> float | None:
    """Read how long a server asks to wait: seconds, or a date.

    >>> _seconds("7"), _seconds("Thu, 01 Jan 1970 00:00:00 GMT"), _seconds("soon")
    (7.0, 0.0, None)
    """
    written = retry_after.strip()
    if written.isascii() and written.isdigit() and len(written) < 10:
        return float(written)
    try:
        until = parsedate_to_datetime(written)
    except (ValueError, OverflowError):  # the second for a year of fourteen digits
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
