"""The backend that asks a language model behind an OpenAI-compatible endpoint.

Unlike the rules it sends every article that it reads to that endpoint; so it is used only when
asked for, with an address.
"""

import logging
import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version

from relgraph.errors import ArticleError, EndpointError, InputError, UsageError, one_line
from relgraph.extract.contract import Json
from relgraph.extract.llm_answer import Answer, read_answer
from relgraph.extract.llm_endpoint import Endpoint, ask, endpoint
from relgraph.extract.llm_envelope import content
from relgraph.extract.llm_question import ANSWER_FORMATS, question
from relgraph.model import Article, Extraction

KEY_VARIABLE = "RELGRAPH_API_KEY"
TIMEOUT = 300.0
# Some 15,000 tokens, which the answer comes on top of. A longer text is refused, not cut in
# pieces: people and agreements named in one piece would be strangers in the next.
LONGEST = 60_000
LONGEST_NAME = 200
# After so many articles in a row without an answer there is hardly one for the next.
GIVE_UP = 5
# Reasons told in the one line about an article; the log has them all at the level INFO.
TOLD = 3

log = logging.getLogger(__name__)


class Llm:
    """Reads articles one after another, with one question for each.

    The key, if the endpoint wants one, is taken from the environment and kept nowhere.
    """

    def __init__(
        self,
        *,
        endpoint: str,
        model: str,
        timeout: float = TIMEOUT,
        answer_format: str = ANSWER_FORMATS[0],
        allow_http: bool = False,
    ) -> None:
        if not model.strip() or len(model) > LONGEST_NAME:
            raise UsageError("no name of a language model", hint="give one with --llm-model")
        if answer_format not in ANSWER_FORMATS:
            known = ", ".join(ANSWER_FORMATS)
            raise UsageError(f"no answer format {answer_format!r}", hint=f"there are: {known}")
        self._server = _server(endpoint, timeout=timeout, allow_http=allow_http)
        self._model = model
        self._answer_format = answer_format
        self._unanswered = 0
        self.name = one_line(f"llm {version('relgraph')} {model}")

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Yield one grounded extraction for each article, in order.

        Raises:
            ArticleError: at the first to which there is no answer, or none that can be read.
            EndpointError: where there will be no answer to any.
        """
        for article in articles:
            yield self._extract(article)

    def _extract(self, article: Article) -> Extraction:
        if not article.text.strip():
            return Extraction(article.id, article.published)
        if len(article.text) > LONGEST:
            problem = f"{len(article.text):,} characters are too many for one question"
            hint = f"split it, or use the rules; the limit is {LONGEST:,}"
            raise ArticleError(problem, where=article.id, hint=hint)
        asked = question(article, model=self._model, answer_format=self._answer_format)
        answer = self._ask(asked, article)
        try:
            read = read_answer(content(answer), article)
        except InputError as error:
            problem = f"{error.where}: {error.what}" if error.where else error.what
            raise ArticleError(problem, where=article.id, hint=error.hint) from error
        _tell(article, read)
        return read.extraction

    def _ask(self, asked: Json, article: Article) -> str:
        self._unanswered += 1
        try:
            answer = ask(self._server, asked, where=article.id)
        except ArticleError as error:
            if self._unanswered < GIVE_UP:
                raise
            problem = f"no answer to {GIVE_UP} articles in a row; the last: {error.what}"
            raise EndpointError(problem, where=self._server.name, hint="try again later") from error
        self._unanswered = 0
        return answer


def _server(url: str, *, timeout: float, allow_http: bool) -> Endpoint:
    key = os.environ.get(KEY_VARIABLE, "").strip()
    return endpoint(url, key=key, timeout=timeout, allow_http=allow_http)


def _tell(article: Article, answer: Answer) -> None:
    """Say in one line what was refused, and why, as far as a line holds it."""
    for reason in (*answer.refused, *answer.left_out):
        log.info("%s: refused: %s", article.id, reason)
    if answer.refused:
        reasons = "; ".join(answer.refused[:TOLD])
        more = f"; and {rest} more" if (rest := len(answer.refused) - TOLD) > 0 else ""
        told = (article.id, len(answer.refused), answer.claims, reasons, more)
        log.warning("%s: refused %d of %d claims: %s%s", *told)
