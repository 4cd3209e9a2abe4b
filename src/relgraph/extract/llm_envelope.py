"""Take what a model wrote out of the envelope that a server sends it in."""

import json

from relgraph.errors import InputError
from relgraph.extract.contract import Node

CUT_OFF = "length"
WITHHELD = "content_filter"
SHOWN = 120

_HINT = "is it an OpenAI-compatible endpoint?"


def content(body: str) -> str:
    """Return what the model wrote.

    Raises:
        InputError: where it wrote nothing, or not to the end.
    """
    try:
        parsed = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise InputError(f"the endpoint answers with broken JSON: {error}", hint=_HINT) from error
    choices = Node(parsed, "the endpoint's answer").items("choices")
    if not choices:
        raise InputError("the endpoint's answer has no choices", hint=_HINT)
    choice = Node(choices[0], "the endpoint's answer")
    ended = choice.text("finish_reason")
    if ended == CUT_OFF:
        problem = "the answer was cut off at the longest that the model may write"
        raise InputError(problem, hint="let the server write more, or split the article")
    message = Node(choice.value.get("message"), "the endpoint's answer")
    if refusal := message.text("refusal"):
        raise InputError(f"the model declines: {refusal[:SHOWN]!r}")
    written = message.text("content")
    if not written.strip():
        withheld = " (content_filter)" if ended == WITHHELD else ""
        raise InputError(f"the model wrote nothing{withheld}")
    return written
