"""``relgraph run``: run one of the named queries."""

from functools import partial

import click

from relgraph import queries
from relgraph.cli.options import opened, out_option, store_option, timeout_option
from relgraph.cli.results import rows_format_option, write
from relgraph.queries import Kind, NamedQuery, Parameter

METAVARS = {
    Kind.ENTITY: "ENTITY",
    Kind.DATE: "DATE",
    Kind.LAST_DATE: "DATE",
    Kind.INT: "NUMBER",
    Kind.STRING: "TEXT",
}


class _Queries(click.Group):
    """A command for each file of ``queries/``, with the options that its header names."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(queries.load())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        query = queries.load().get(cmd_name)
        return None if query is None else _command(query)


@click.group(
    cls=_Queries, short_help="Run one of the named queries.", subcommand_metavar="NAME [OPTIONS]"
)
def command() -> None:
    """Run one of the named queries.

    `relgraph run NAME --help` tells its options. Each is a file of plain SPARQL, which runs in any
    other tool as well.

    \b
    Examples:
      relgraph run meetings --person "Rajnath Singh" --since 2025-09
      relgraph run agreements --format csv
    """


def _command(query: NamedQuery) -> click.Command:
    ask = partial(_ask, query)
    options: list[click.Parameter] = [_option(parameter) for parameter in query.parameters]
    made = click.Command(
        query.name, callback=ask, params=options, help=query.summary, short_help=query.summary
    )
    for decorate in (timeout_option, out_option, rows_format_option, store_option):
        made = decorate(made)
    return made


def _ask(
    query: NamedQuery,
    *,
    location: str,
    format_name: str | None,
    out: str | None,
    timeout: float,
    **values: object,
) -> None:
    with opened(location) as graph:
        sparql = query.bind(graph.store, **values)
        write(graph.store.query(sparql, timeout=timeout), format_name, out)


def _option(parameter: Parameter) -> click.Option:
    kind: click.ParamType[object] = click.STRING
    if parameter.kind is Kind.CHOICE:
        kind = click.Choice(parameter.choices)
    elif parameter.kind is Kind.INT:
        kind = click.INT
    return click.Option(
        [f"--{parameter.name.replace('_', '-')}", parameter.name],
        type=kind,
        metavar=METAVARS.get(parameter.kind),
        help=parameter.help[:1].upper() + parameter.help[1:] + ".",
    )
