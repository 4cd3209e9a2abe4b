"""``relgraph explain``: show the sentences behind an entity or an edge."""

import textwrap
from collections.abc import Iterator

import click

from relgraph import ontology
from relgraph.cli.options import FINDING, opened, say, store_option
from relgraph.errors import one_line
from relgraph.pipeline import Card, Fact
from relgraph.queries import find
from relgraph.view import Quote

WIDTH = 96


@click.command(short_help="Show the sentences behind an entity or an edge.")
@click.argument("entity", metavar="ENTITY")
@click.argument("relation", required=False, type=click.Choice(list(ontology.load().relations)))
@click.argument("other", required=False, metavar="[OTHER]")
@store_option
def command(entity: str, relation: str | None, other: str | None, location: str) -> int:
    """Tell what is known of ENTITY, each fact with the sentences it came from.

    With a RELATION, only such facts; with OTHER too, only those between the two.

    \b
    Examples:
      relgraph explain "Rajnath Singh"
      relgraph explain "Rajnath Singh" met "Ryad Mezzour"
    """
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
        say(f"no article says so of {card.node.label}")
        return FINDING
    click.echo(click.style(one_line(str(Card(card.node, ()))), bold=True))
    for fact in facts:
        click.echo("\n".join(_lines(fact)))
    return 0


def _lines(fact: Fact) -> Iterator[str]:
    # An article's text was cleaned when it was read; a store of elsewhere may hold anything.
    yield f"\n{one_line(str(fact))}"
    for quote in fact.edge.quotes:
        yield textwrap.fill(
            one_line(f"“{quote.text}”"), WIDTH, initial_indent="    ", subsequent_indent="    "
        )
        yield click.style(f"      {_source(quote)}", dim=True)


def _source(quote: Quote) -> str:
    known = (quote.headline, quote.publisher, quote.published, quote.url, f"by {quote.rule}")
    return one_line(" · ".join(part for part in known if part))
