"""The whole store as RDF, in each of its syntaxes."""

from functools import partial
from typing import BinaryIO

from relgraph.export.format import Format
from relgraph.rdf import SYNTAXES, Syntax
from relgraph.store import Store

GRAPHS = "Jena, RDF4J, GraphDB, Virtuoso, Oxigraph, rdflib"
TRIPLES = "Protégé, Jena, rdflib"


def _dump(store: Store, out: BinaryIO, *, syntax: str) -> None:
    store.export(out, syntax=syntax)


def _format(syntax: Syntax) -> Format:
    return Format(
        syntax.name,
        suffix=syntax.suffix,
        opens_in=GRAPHS if syntax.has_graphs else TRIPLES,
        media_type=syntax.media_type,
        dump=partial(_dump, syntax=syntax.name),
    )


RDF_FORMATS = {syntax.name: _format(syntax) for syntax in SYNTAXES.values()}
