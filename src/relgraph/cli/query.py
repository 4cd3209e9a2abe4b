"""``relgraph query``: answer SPARQL."""

import sys

import click

from relgraph.cli.options import opened, out_option, store_option, timeout_option
from relgraph.cli.results import format_option, write
from relgraph.errors import InputError, UsageError


@click.command(short_help="Answer SPARQL.")
@click.argument("sparql", required=False)
@click.option("--file", "-f", "path", type=click.Path(), help="Read the query from this file.")
@store_option
@format_option
@out_option
@timeout_option
def command(
    *,
    sparql: str | None,
    path: str | None,
    location: str,
    format_name: str | None,
    out: str | None,
    timeout: float,
) -> None:
    """Answer a SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE.

    The query is the argument, a file with -f, or stdin with -. The usual prefixes (rg:, schema:,
    foaf:, skos: …) need not be declared. Rows come as a table on a terminal, as CSV elsewhere.

    \b
    Examples:
      relgraph query 'SELECT ?a ?b { ?a rg:met ?b }'
      relgraph query -f queries/meetings.rq --format json
    """
    text = _text(sparql, path)
    with opened(location) as graph:
        write(graph.store.query(text, timeout=timeout), format_name, out)


def _text(sparql: str | None, path: str | None) -> str:
    if (sparql is None) == (path is None):
        raise UsageError(
            "give the query as an argument, with --file, or as - on stdin", where="query"
        )
    if sparql is not None:
        return sparql if sparql != "-" else _decoded(sys.stdin.buffer.read(), "stdin")
    try:
        with click.open_file(path or "-", "rb") as file:
            return _decoded(file.read(), str(path))
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", where=str(path)) from error


def _decoded(raw: bytes, where: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8", where=where, hint="save the query as UTF-8") from error
