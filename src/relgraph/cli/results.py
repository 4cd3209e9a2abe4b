"""How the commands that ask something put down the answer."""

import sys
from typing import BinaryIO

import click

from relgraph.cli.options import counted, say
from relgraph.export import deliver
from relgraph.export.file import STDOUT
from relgraph.queries import FORMATS_OF_GRAPHS, FORMATS_OF_ROWS
from relgraph.queries import write as put
from relgraph.store import Result, Triples

_DEFAULT = "table on a terminal, else csv"

format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice([*FORMATS_OF_ROWS, *FORMATS_OF_GRAPHS]),
    help=f"How to print the answer. [default: {_DEFAULT}; turtle for triples]",
)

rows_format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS_OF_ROWS)),
    help=f"How to print the rows. [default: {_DEFAULT}]",
)


def write(result: Result, format_name: str | None, out: str | None) -> None:
    """Write *result* to the file *out* or stdout; say on stderr when there is nothing in it."""
    chosen = format_name or _fitting(result, to_terminal=out is None and sys.stdout.isatty())
    counts: list[int] = []

    def fill(file: BinaryIO) -> None:
        counts.append(put(result, file, format=chosen))

    deliver(fill, out or STDOUT)
    noun = "triple" if isinstance(result, Triples) else "row"
    if out not in (None, STDOUT):
        say(f"{out}: {counted(counts[0], noun)}")
    elif not counts[0]:
        say(f"no {noun}s")


def _fitting(result: Result, *, to_terminal: bool) -> str:
    if isinstance(result, Triples):
        return "turtle"
    return "table" if to_terminal else "csv"
