"""Write the result of a query in the format that was asked for."""

from collections.abc import Callable, Iterable
from typing import BinaryIO

import pyoxigraph as ox

from relgraph.errors import UsageError
from relgraph.queries.rows import write_csv, write_json, write_tsv, write_xml
from relgraph.queries.table import write_markdown, write_table
from relgraph.rdf import PREFIXES, SYNTAXES
from relgraph.store import Answer, Result, Solutions, Triples

# Each writes to a binary file, and returns how many rows it wrote.
FORMATS_OF_ROWS: dict[str, Callable[[Solutions | Answer, BinaryIO], int]] = {
    "table": write_table,
    "csv": write_csv,
    "tsv": write_tsv,
    "json": write_json,
    "xml": write_xml,
    "markdown": write_markdown,
}

FORMATS_OF_GRAPHS = SYNTAXES


def write(result: Result, out: BinaryIO, *, format: str) -> int:  # noqa: A002 - as the option says
    """Write *result*; return how many rows or triples it has.

    Raises:
        UsageError: where *format* is none, or not one for this kind of result.
    """
    if isinstance(result, Triples):
        if format not in FORMATS_OF_GRAPHS:
            raise _unfit(format, "CONSTRUCT and DESCRIBE give triples", FORMATS_OF_GRAPHS)
        return _write_graph(result, out, format)
    if format not in FORMATS_OF_ROWS:
        raise _unfit(format, "SELECT and ASK give rows", FORMATS_OF_ROWS)
    return FORMATS_OF_ROWS[format](result, out)


def _write_graph(result: Triples, out: BinaryIO, name: str) -> int:
    # Sorted, and each once: an engine may build a triple again and again.
    triples: list[ox.Triple] = sorted(set(result.triples), key=str)
    ox.serialize(triples, out, format=SYNTAXES[name].format, prefixes=PREFIXES)
    return len(triples)


def _unfit(name: str, what: str, formats: Iterable[str]) -> UsageError:
    return UsageError(f"{what}, not {name}", where="format", hint=f"one of {', '.join(formats)}")
