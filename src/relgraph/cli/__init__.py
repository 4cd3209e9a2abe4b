"""The ``relgraph`` command."""

import logging
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import cast

import click

from relgraph import __version__
from relgraph.errors import InputError, RelgraphError

__all__ = ["COMMANDS", "main", "relgraph"]

INTERRUPTED = 130
BROKEN_PIPE = 141

# In the order in which people come to need them. Each is a module of this package, imported when
# its name is typed; the line is its help in the list of commands.
COMMANDS = {
    "demo": "Build a small graph from the sample articles, to look at.",
    "ingest": "Put articles into a store.",
    "query": "Answer SPARQL.",
    "run": "Run one of the named queries.",
    "view": "Make the network page.",
    "export": "Write the graph for another tool.",
    "explain": "Show the sentences behind an entity or an edge.",
    "extract": "Print what articles say as JSON, without a store.",
    "eval": "Measure extraction against annotated articles.",
    "status": "Say what a store holds.",
    "validate": "Check a store against its shapes and its sources.",
    "rebuild": "Derive the merged view anew.",
    "remove": "Take articles out of a store.",
}


class _Commands(click.Group):
    """Commands that are imported when used, so that ``--help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        return cast("click.Command", import_module(f"relgraph.cli.{cmd_name}").command)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Said here: click would end with 1, which is our word for a finding.
            return _tell(BrokenPipeError())

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "RELGRAPH"},
    epilog="Start with `relgraph demo`. Results go to stdout, words about them to stderr.",
)
@click.version_option(__version__, "-V", "--version", message="relgraph %(version)s")
def relgraph() -> None:
    """Turn news articles into a knowledge graph: query it, look at it, carry it elsewhere.

    Every edge of the graph can show the sentence it came from.
    Nothing leaves this machine, unless you ask with --backend llm.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; every failure is one line on stderr and an exit code.

    0 done, 1 a finding, 2 usage, 3 bad input, 4 a part is missing, 124 time limit, 130 interrupted.
    """
    sys.exit(invoke(arguments))


def invoke(arguments: list[str] | None = None) -> int:
    """Run the command line, returning its exit code."""
    _open_missing()
    logging.basicConfig(format="relgraph: %(message)s", level=logging.WARNING)
    try:
        code = _attempt(arguments)
    except (click.ClickException, click.Abort, RelgraphError, OSError, KeyboardInterrupt) as error:
        return _tell(error)
    except MemoryError:
        return _fail("out of memory; give it less at a time", InputError.exit_code)
    return code


def _open_missing() -> None:
    """Stand in for the standard streams that whoever started us has closed."""
    # In the order of their numbers: a file opened later must not take the number of one.
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # Open to the end of the program, like those that it stands in for.
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def _attempt(arguments: list[str] | None) -> int:
    code = relgraph.main(args=arguments, prog_name="relgraph", standalone_mode=False)
    if not sys.stdout.closed:  # as it is where the reader has gone in the middle
        sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _tell(error: BaseException) -> int:
    """Say in one line what went wrong; return the exit code for it."""
    match error:
        case click.UsageError():
            error.show()
            return error.exit_code
        case click.ClickException():
            return _fail(error.format_message(), error.exit_code)
        case RelgraphError():
            return _fail(str(error), error.exit_code)
        case BrokenPipeError():
            # The reader has gone (`relgraph … | head`); so goes what is still in our buffer.
            if not sys.stdout.closed:
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return BROKEN_PIPE
        case OSError():
            return _fail(f"{error.filename or 'output'}: {error.strerror}", InputError.exit_code)
        case _:
            return _fail("interrupted", INTERRUPTED)


def _fail(message: str, code: int) -> int:
    click.echo(f"{click.style('relgraph:', fg='red')} {message}", err=True)
    return code
