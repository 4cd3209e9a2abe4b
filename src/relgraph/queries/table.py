"""Write rows for people: a table for the terminal, or one in Markdown."""

import io
import re
import shutil
from collections.abc import Iterable
from typing import BinaryIO

import pyoxigraph as ox

from relgraph.iri import DEFAULT_BASE
from relgraph.queries.rows import bare
from relgraph.rdf import vocabulary as rg
from relgraph.store import Answer, Solutions, Term

# The width where the output has none of its own.
WIDTH = 100
# A column of sentences needs so much, another so much; as long as a date stays in one piece.
COLUMN, SLIVER, UNBROKEN = 24, 8, 10
SENTENCE = 60
GAP = 2

# What could move the cursor or change colours; line ends and tabs become spaces.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # "\x1b[2J"
_SPACE = re.compile(r"[ \t\r\n\u2028\u2029]+")  # "a\n  b"
_MARKDOWN = str.maketrans(
    {
        "|": "\\|",
        "\\": "\\\\",
        "<": "&lt;",
        "&": "&amp;",
        "*": "\\*",
        "_": "\\_",
        "`": "\\`",
        "[": "\\[",
    }
)
_NUMBERS = frozenset(map(rg.term, ("xsd:integer", "xsd:decimal", "xsd:double", "xsd:float")))


def write_table(result: Solutions | Answer, out: BinaryIO) -> int:
    """Write a table as wide as the terminal; where the columns would be slivers, row by row."""
    if isinstance(result, Answer):
        out.write(b"yes\n" if result.value else b"no\n")
        return 1
    rows = list(result.rows)
    cells = [[shown(term) for term in row] for row in rows]
    width = shutil.get_terminal_size((WIDTH, 0)).columns
    if _least(result.variables, cells) > width:
        _write_records(result.variables, cells, out)
    else:
        numbers = [all(map(_is_number, column)) for column in zip(*rows, strict=True)]
        _write_grid(result.variables, cells, numbers, width, out)
    return len(rows)


def _write_grid(
    names: tuple[str, ...], cells: list[list[str]], numbers: list[bool], width: int, out: BinaryIO
) -> None:
    from rich import box  # noqa: PLC0415 - not on the way to CSV
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for place, name in enumerate(names):
        table.add_column(
            Text(name),
            justify="right" if numbers and numbers[place] else "left",
            overflow="fold",
            # A date or a number is not to be broken.
            no_wrap=max((len(row[place]) for row in cells), default=0) <= UNBROKEN,
        )
    for row in cells:
        table.add_row(*map(Text, row))
    # Without terminal codes: the bytes are the same wherever they go.
    console = Console(file=io.StringIO(), width=width, color_system=None, legacy_windows=False)
    with console.capture() as captured:
        console.print(table)
    lines = (line.rstrip() for line in captured.get().splitlines())
    out.write("\n".join([*lines, ""]).encode())


def _write_records(names: tuple[str, ...], cells: list[list[str]], out: BinaryIO) -> None:
    label = max(map(len, names))
    for number, row in enumerate(cells, start=1):
        out.write(f"── {number} ──\n".encode())
        for name, cell in zip(names, row, strict=True):
            if cell:
                out.write(f"{name:<{label}}  {cell}\n".encode())


def _least(names: tuple[str, ...], cells: list[list[str]]) -> int:
    """Return the width below which a table of these could not be read."""
    longest = [max(map(len, column)) for column in zip(names, *cells, strict=True)]
    fair = (min(length, SLIVER if length < SENTENCE else COLUMN) for length in longest)
    return sum(fair) + GAP * (len(names) - 1)


def write_markdown(result: Solutions | Answer, out: BinaryIO) -> int:
    """Write a table in GitHub's Markdown."""
    if isinstance(result, Answer):
        out.write(b"yes\n" if result.value else b"no\n")
        return 1
    out.write(_line(_marked(name) for name in result.variables))
    out.write(_line("---" for _ in result.variables))
    count = 0
    for row in result.rows:
        out.write(_line(_marked(shown(term)) for term in row))
        count += 1
    return count


def shown(term: Term | None) -> str:
    """Return what a person reads of *term*, on one line.

    An IRI is written with a usual prefix, or from the default base on.

    >>> shown(ox.NamedNode("https://w3id.org/relgraph/ns#met"))
    'rg:met'
    >>> shown(ox.NamedNode("https://w3id.org/relgraph/id/person/rajnath-singh"))
    'person/rajnath-singh'
    """
    text = _short(term.value) if isinstance(term, ox.NamedNode) else bare(term)
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text)).strip()


def _short(iri: str) -> str:
    return iri.removeprefix(DEFAULT_BASE) if iri.startswith(DEFAULT_BASE) else rg.short(iri)


def _is_number(term: Term | None) -> bool:
    return term is None or (isinstance(term, ox.Literal) and term.datatype in _NUMBERS)


def _marked(text: str) -> str:
    return text.translate(_MARKDOWN)


def _line(cells: Iterable[str]) -> bytes:
    return f"| {' | '.join(cells)} |\n".encode()
