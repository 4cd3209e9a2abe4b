"""Options that choose what reads the articles."""

from functools import wraps
from typing import Any, cast

import click
from click.core import ParameterSource

from relgraph.cli.options import F, number_of_seconds
from relgraph.extract import BACKENDS, Backend, Option
from relgraph.extract.language_model import DEFAULT_MODEL
from relgraph.extract.llm import TIMEOUT
from relgraph.extract.llm_question import ANSWER_FORMATS

LONGEST_SECONDS = 86_400.0

# The keyword of the backend for which each option stands; with another backend it says nothing.
_TAKEN = {
    "rules": {"model": "model"},
    "llm": {
        "endpoint": "endpoint",
        "llm_model": "model",
        "llm_timeout": "timeout",
        "llm_format": "answer_format",
        "allow_http": "allow_http",
    },
}
_NEEDED = {"llm": ("endpoint", "llm_model")}

_OPTIONS = (
    click.option(
        "--backend",
        type=click.Choice(list(BACKENDS)),
        default="rules",
        show_default=True,
        envvar="RELGRAPH_BACKEND",
        show_envvar=True,
        help="What reads the articles: the rules on this machine, or a language model elsewhere.",
    ),
    click.option(
        "--model",
        metavar="NAME|DIR",
        default=DEFAULT_MODEL,
        show_default=True,
        envvar="RELGRAPH_MODEL",
        show_envvar=True,
        help="The English spaCy pipeline that the rules use: an installed package, or a folder.",
    ),
    click.option(
        "--endpoint",
        metavar="URL",
        envvar="RELGRAPH_ENDPOINT",
        show_envvar=True,
        help="Where to ask with --backend llm, as http://localhost:11434/v1. The articles are sent "
        "there; a key, where one is needed, is read from RELGRAPH_API_KEY.",
    ),
    click.option(
        "--llm-model",
        metavar="NAME",
        envvar="RELGRAPH_LLM_MODEL",
        show_envvar=True,
        help="The language model to ask for there.",
    ),
    click.option(
        "--llm-timeout",
        type=click.FloatRange(min=0, max=LONGEST_SECONDS, min_open=True),
        callback=number_of_seconds,
        default=TIMEOUT,
        show_default=True,
        envvar="RELGRAPH_LLM_TIMEOUT",
        show_envvar=True,
        metavar="SECONDS",
        help="How long one answer may take.",
    ),
    click.option(
        "--llm-format",
        type=click.Choice(ANSWER_FORMATS),
        default=ANSWER_FORMATS[0],
        show_default=True,
        envvar="RELGRAPH_LLM_FORMAT",
        show_envvar=True,
        help="How the server is told to answer in JSON; not every one knows json_schema.",
    ),
    click.option(
        "--allow-http",
        is_flag=True,
        envvar="RELGRAPH_ALLOW_HTTP",
        show_envvar=True,
        help="Send articles unencrypted to an endpoint that is not on this machine.",
    ),
)
_NAMES = tuple(name for taken in _TAKEN.values() for name in taken)


def backend_options(command: F) -> F:
    """Add the options that choose a backend; the command gets them as one ``backend``."""

    @wraps(command)
    def gathered(*arguments: Any, backend: str, **given: Any) -> object:
        options = {name: given.pop(name) for name in _NAMES}
        return command(*arguments, backend=_chosen(backend, options), **given)

    decorated = cast("F", gathered)
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def _chosen(backend: str, options: dict[str, Option | None]) -> Backend:
    taken = _TAKEN.get(backend, {})
    context = click.get_current_context()
    for name in options:
        # What stands in the environment is there for other runs, too.
        is_typed = context.get_parameter_source(name) is ParameterSource.COMMANDLINE
        if is_typed and name not in taken:
            raise click.UsageError(f"{_flag(name)} says nothing with --backend {backend}")
    for name in _NEEDED.get(backend, ()):
        if not options[name]:
            raise click.UsageError(f"--backend {backend} needs {_flag(name)}")
    given = {keyword: options[name] for name, keyword in taken.items()}
    return Backend(backend, {key: value for key, value in given.items() if value is not None})


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"
