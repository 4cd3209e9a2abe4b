"""``relgraph explain``: show the sentences behind an entity or an edge, or why there are none."""

import shutil
import textwrap
from collections.abc import Iterator

import click

from relgraph import ontology
from relgraph.cli import missing as lost
from relgraph.cli.options import FINDING, opened, say, store_option
from relgraph.errors import UsageError, one_line
from relgraph.evaluation import Edge
from relgraph.pipeline import Card, Fact
from relgraph.queries import find
from relgraph.view import Quote

WIDEST = 96


@click.command(short_help="Show the sentences behind an entity or an edge.")
@click.argument("entity", metavar="ENTITY")
@click.argument(
    "relation",
    required=False,
    metavar="[RELATION]",
    type=click.Choice(list(ontology.load().relations)),
)
@click.argument("other", required=False, metavar="[OTHER]")
@click.option(
    "--missing",
    is_flag=True,
    help="Say why there is no such edge: in which sentence it could stand, and what lost it there.",
)
@click.option(
    "--article",
    "files",
    multiple=True,
    metavar="FILE|-",
    help="With --missing, the articles to look in, instead of those of the store.",
)
@store_option
def command(
    *,
    entity: str,
    relation: str | None,
    other: str | None,
    missing: bool,
    files: tuple[str, ...],
    location: str,
) -> int:
    """Tell what is known of ENTITY, each fact with the sentences it came from.

    With a RELATION, only such facts; with OTHER too, only those between the two.

    With --missing, the articles that name both are read anew, and each sentence that could tell
    of the edge is shown with the stage at which it was lost.

    \b
    Examples:
      relgraph explain "Rajnath Singh"
      relgraph explain "Rajnath Singh" met "Ryad Mezzour"
      relgraph explain --missing "Rajnath Singh" met "Abdelouafi Loudyi"
    """
    if missing:
        if relation is None or other is None:
            problem = "needs ENTITY, RELATION and OTHER"
            raise UsageError(problem, where="--missing", hint="say which edge you miss")
        return lost.explain(Edge((entity,), relation, (other,)), files=files, location=location)
    if files:
        raise UsageError("is for --missing alone", where="--article", hint="add --missing")
    with opened(location) as graph:
        card = graph.entity(entity)
        end = find(graph.store, other) if other else None
    facts = [
        fact
        for fact in card.facts
        if relation in (None, fact.edge.relation)
        and end in (None, fact.edge.source, fact.edge.target)
    ]
    if not facts:
        more = "; --missing says why" if other else ""
        say(f"no article says so of {one_line(card.node.label)}{more}")
        return FINDING
    click.echo(click.style(one_line(str(Card(card.node, ()))), bold=True))
    width = min(WIDEST, shutil.get_terminal_size((WIDEST, 0)).columns)
    for fact in facts:
        click.echo("\n".join(_lines(fact, width)))
    return 0


def _lines(fact: Fact, width: int) -> Iterator[str]:
    # An article's text was cleaned when it was read; a store of elsewhere may hold anything.
    yield f"\n{one_line(str(fact))}"
    for quote in fact.edge.quotes:
        yield _filled(f"“{quote.text}”", width, indent=4)
        yield click.style(_filled(_source(quote), width, indent=6), dim=True)


def _filled(text: str, width: int, *, indent: int) -> str:
    margin = " " * indent
    return textwrap.fill(
        one_line(text),
        width,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _source(quote: Quote) -> str:
    known = (quote.headline, quote.publisher, quote.published, quote.url, f"by {quote.rule}")
    return " · ".join(part for part in known if part)
