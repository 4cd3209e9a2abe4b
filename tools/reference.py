"""Write the generated parts of README.md and docs/: cog calls these, and CI fails when stale."""

import io

from click.testing import CliRunner
from sample import sample_store

from relgraph import cli, export, ontology, queries

WIDTH = 88


def help_of(*arguments: str) -> str:
    """Return what a command prints with ``--help``, as a fenced block."""
    runner = CliRunner(env={"COLUMNS": str(WIDTH), "RELGRAPH_STORE": None})
    result = runner.invoke(cli.relgraph, [*arguments, "--help"], prog_name="relgraph")
    return f"```\n{result.output.rstrip()}\n```\n"


def commands() -> str:
    """Return the help of every command, a section each."""
    sections = [f"## relgraph {name}\n\n{help_of(name)}" for name in cli.COMMANDS]
    return "\n".join([help_of(), *sections])


def answer(name: str, **values: object) -> str:
    """Return what a named query answers on the sample, as a fenced block."""
    store = sample_store()
    out = io.BytesIO()
    result = store.query(queries.named(name).bind(store, **values))
    queries.write(result, out, format="table")
    store.close()
    return f"```\n{out.getvalue().decode().rstrip()}\n```\n"


def named_queries() -> str:
    """Return a table of the named queries."""
    rows = [
        f"| `{query.name}` | {query.summary} | {_parameters(query)} |"
        for query in queries.load().values()
    ]
    return "\n".join(["| query | answers | parameters |", "| --- | --- | --- |", *rows]) + "\n"


def formats() -> str:
    """Return a table of the export formats."""
    rows = [
        f"| `{form.name}` | `{form.suffix}` | {form.opens_in} |" for form in export.FORMATS.values()
    ]
    return "\n".join(["| format | suffix | opens in |", "| --- | --- | --- |", *rows]) + "\n"


def relations() -> str:
    """Return a table of the relation types."""
    rows = [
        f"| `{relation.name}` | {relation.definition} | {_code(relation)} "
        f"| {relation.examples[0].text} |"
        for relation in ontology.load().relations.values()
    ]
    head = ["| relation | means | PLOVER / CAMEO | as in |", "| --- | --- | --- | --- |"]
    return "\n".join([*head, *rows]) + "\n"


def kinds() -> str:
    """Return a table of the kinds of entities."""
    rows = [
        f"| `{kind.name}` | {kind.definition} | <{kind.iri}> |"
        for kind in ontology.load().kinds.values()
    ]
    return "\n".join(["| kind | means | class |", "| --- | --- | --- |", *rows]) + "\n"


def _parameters(query: queries.NamedQuery) -> str:
    return ", ".join(f"`--{parameter.name}`" for parameter in query.parameters) or "–"


def _code(relation: ontology.Relation) -> str:
    return " / ".join(code for code in (relation.plover, relation.cameo) if code) or "–"
