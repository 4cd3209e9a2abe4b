"""The ways to write RDF down."""

from dataclasses import dataclass

import pyoxigraph as ox


@dataclass(frozen=True, slots=True)
class Syntax:
    """One RDF syntax; ``has_graphs`` tells whether it can say which graph a triple is in."""

    name: str
    label: str
    suffix: str
    media_type: str
    has_graphs: bool
    format: ox.RdfFormat


def _syntax(name: str, rdf_format: ox.RdfFormat) -> Syntax:
    return Syntax(
        name,
        rdf_format.name,
        f".{rdf_format.file_extension}",
        rdf_format.media_type,
        rdf_format.supports_datasets,
        rdf_format,
    )


SYNTAXES = {
    "turtle": _syntax("turtle", ox.RdfFormat.TURTLE),
    "ntriples": _syntax("ntriples", ox.RdfFormat.N_TRIPLES),
    "nquads": _syntax("nquads", ox.RdfFormat.N_QUADS),
    "trig": _syntax("trig", ox.RdfFormat.TRIG),
    "jsonld": _syntax("jsonld", ox.RdfFormat.JSON_LD),
    "rdfxml": _syntax("rdfxml", ox.RdfFormat.RDF_XML),
}
