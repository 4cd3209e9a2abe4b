"""The prefixes and terms that the graph is written with."""

import re

import pyoxigraph as ox

from relgraph.iri import NAMESPACE
from relgraph.model import Modality

# What queries may use without declaring it, and what the writers declare.
PREFIXES = {
    "rg": NAMESPACE,
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_LOCAL = re.compile(r"\w[\w.-]*|")  # "met"; what may follow a prefix here

# The parts of an event that make a participant of who plays them. An object or a place is none.
PARTIES = ("agent", "counterpart", "recipient", "witness")


def term(name: str) -> ox.NamedNode:
    """Spell out a prefixed name.

    >>> term("rg:met").value
    'https://w3id.org/relgraph/ns#met'
    """
    prefix, _, local = name.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


def short(iri: str) -> str:
    """Write *iri* with a prefix where one fits, else as it is.

    >>> short("https://w3id.org/relgraph/ns#met"), short("https://w3id.org/relgraph/ns#a/b")
    ('rg:met', 'https://w3id.org/relgraph/ns#a/b')
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


TYPE = term("rdf:type")

ARTICLE = term("schema:NewsArticle")
SENTENCE = term("nif:Sentence")
REFERENT_CLASS = term("rg:Referent")
EVENT_CLAIM = term("rg:EventClaim")
STATE_CLAIM = term("rg:StateClaim")
EVIDENCE_CLASS = term("rg:Evidence")
EVENT = term("rg:Event")
STATE = term("rg:State")

IDENTIFIER = term("dcterms:identifier")
HEADLINE = term("schema:headline")
PUBLISHER = term("schema:publisher")
URL = term("schema:url")
PUBLISHED = term("schema:datePublished")
TEXT = term("rg:text")
SHA256 = term("rg:sha256")
EXTRACTOR = term("rg:extractor")
FILED_ON = term("rg:filedOn")

BEGIN = term("nif:beginIndex")
END = term("nif:endIndex")
ANCHOR = term("nif:anchorOf")
CONTEXT = term("nif:referenceContext")

KIND = term("rg:kind")
NAME = term("rg:name")
ALIAS = term("rg:alias")
ROLE = term("rg:role")
COUNTRY_CODE = term("rg:countryCode")
MENTIONED_AT = term("rg:mentionedAt")

RELATION = term("rg:relation")
SUBJECT = term("rg:subject")
OBJECT = term("rg:object")
OBJECT_TEXT = term("rg:objectText")
PLACE = term("rg:place")
PARTICIPANT = term("rg:participant")
DATE_ISO = term("rg:dateIso")
DATE_TEXT = term("rg:dateText")
TOPIC = term("rg:topic")
UNNAMED = term("rg:unnamed")
TITLE = term("rg:title")
MODALITY = term("rg:modality")
CONFIDENCE = term("rg:confidence")
EVIDENCE = term("rg:evidence")

SENTENCE_OF = term("rg:sentence")
RULE = term("rg:rule")
TRIGGER_AT = term("rg:triggerAt")
ARGUMENT_AT = term("rg:argumentAt")

PREF_LABEL = term("skos:prefLabel")
ALT_LABEL = term("skos:altLabel")
EXACT_MATCH = term("skos:exactMatch")
REFERENT = term("rg:referent")
DATE = term("rg:date")
START_DATE = term("rg:startDate")
END_DATE = term("rg:endDate")
MONTH = term("rg:month")
REPORTS = term("rg:reports")
ATTESTED_ON = term("rg:attestedOn")

FORMAT_VERSION = term("rg:formatVersion")
BASE = term("rg:base")

PART_TERMS = {part: term(f"rg:{part}") for part in PARTIES}
MODALITY_TERMS = {
    Modality.ASSERTED: term("rg:Asserted"),
    Modality.PLANNED: term("rg:Planned"),
    Modality.NEGATED: term("rg:Negated"),
}
