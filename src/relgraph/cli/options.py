"""Options that several commands take."""

import math
from collections.abc import Callable
from typing import Any, TypeVar

import click

from relgraph import ontology
from relgraph.errors import ArticleError
from relgraph.extract import Backend, Extractor
from relgraph.pipeline import KnowledgeGraph

# Past what anybody has cores for, so that a slip of the finger fills no memory.
MOST_JOBS = 256
DEFAULT_STORE = "relgraph.store"
# The exit code of a command that looked for something to tell, and did not find all well.
FINDING = 1

F = TypeVar("F", bound=Callable[..., Any])

store_option = click.option(
    "--store",
    "location",
    envvar="RELGRAPH_STORE",
    default=DEFAULT_STORE,
    show_default=True,
    show_envvar=True,
    metavar="DIR",
    help="Where the graph is kept.",
)


def number_of_seconds(context: click.Context, parameter: click.Parameter, value: float) -> float:
    """Refuse what click takes for a number, and is none: ``nan``."""
    del context
    if math.isnan(value):
        raise click.BadParameter("it must be a number of seconds", param=parameter)
    return value


timeout_option = click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    callback=number_of_seconds,
    # Not None: a query with a limit, if an endless one, runs where Ctrl-C can stop it.
    default=math.inf,
    metavar="SECONDS",
    help="Stop the query after so long (exit code 124).",
)

out_option = click.option(
    "--out",
    "-o",
    type=click.Path(dir_okay=False, allow_dash=True),
    help="The file to write; - for stdout.",
)

jobs_option = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1, MOST_JOBS),
    default=1,
    show_default=True,
    envvar="RELGRAPH_JOBS",
    show_envvar=True,
    metavar="N",
    help="Read with so many processes; each takes half a gigabyte. The result is the same.",
)


def _share(context: click.Context, parameter: click.Parameter, value: float) -> float:
    del context
    if math.isnan(value):  # which is no less than 0, nor more than 1
        raise click.BadParameter("it must be from 0 to 1", param=parameter)
    return value


min_confidence_option = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    callback=_share,
    default=0.0,
    metavar="0…1",
    help="Only what is at least so sure: 0.8 keeps what is right four times in five.",
)

_FILTERS = (
    click.option("--focus", metavar="ENTITY", help="Only what is near this name or IRI."),
    click.option(
        "--hops",
        type=click.IntRange(1, 9),
        default=1,
        show_default=True,
        help="How near: steps from the focus.",
    ),
    click.option("--since", metavar="DATE", default="", help="Not before: YYYY, YYYY-MM or a day."),
    click.option("--until", metavar="DATE", default="", help="Not after."),
    click.option(
        "--kind",
        "kinds",
        multiple=True,
        metavar="KIND",
        type=click.Choice(list(ontology.load().kinds), case_sensitive=False),
        help="Only this kind of entity, as Person or Company; may be repeated.",
    ),
    click.option(
        "--relation",
        "relations",
        multiple=True,
        metavar="RELATION",
        type=click.Choice(list(ontology.load().relations)),
        help="Only this relation, as met or signed; may be repeated.",
    ),
    min_confidence_option,
)


def filter_options(command: F) -> F:
    """Add the options that choose what of the graph to show or write."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def opened(
    location: str,
    *,
    create: bool = False,
    read_only: bool = True,
    backend: str | Backend | Extractor = "rules",
) -> KnowledgeGraph:
    """Open the graph at *location* for a ``with`` block, to read what is there unless told."""
    return KnowledgeGraph.open(location, create=create, read_only=read_only, backend=backend)


def say(message: str) -> None:
    """Tell the user something that is no result."""
    click.echo(message, err=True)


def say_skipped(error: ArticleError) -> None:
    """Tell the user of what should have been an article."""
    say(f"{click.style('skipped', fg='yellow')} {error}")


def counted(number: int, noun: str, plural: str = "") -> str:
    """Spell a number with its noun.

    >>> counted(1, "article"), counted(3, "entity", "entities")
    ('1 article', '3 entities')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
