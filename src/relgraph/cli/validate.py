"""``relgraph validate``: check a store against its shapes and its sources."""

import click

from relgraph.cli.options import FINDING, counted, opened, say, store_option
from relgraph.pipeline import validate


@click.command(short_help="Check a store against its shapes and its sources.")
@store_option
def command(location: str) -> int:
    """Check that the graph has the promised shape, and that each quote stands in its article.

    Prints a line for each finding; the exit code is 1 if there is any.
    """
    with opened(location) as graph:
        findings = validate(graph.store)
    for finding in findings:
        click.echo(str(finding))
    say(f"{location}: {counted(len(findings), 'finding')}" if findings else f"{location}: valid")
    return FINDING if findings else 0
