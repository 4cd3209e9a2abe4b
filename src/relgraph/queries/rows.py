"""Write rows in the formats of the W3C, as they come."""

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

import pyoxigraph as ox

from relgraph.rdf import vocabulary as rg
from relgraph.store import Answer, Solutions, Term

_TEXT_TYPES = frozenset(map(rg.term, ("xsd:string", "rdf:langString", "rdf:dirLangString")))
# XML 1.0 can't hold these, not even escaped.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # "\x01"
_EDGES = re.compile(r"^[ \t\n]+|[ \t\n]+$")  # " x "
_XML_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'
)


def write_csv(result: Solutions | Answer, out: BinaryIO) -> int:
    """Write SPARQL 1.1 CSV: bare values, CRLF, nothing for unbound."""
    text = _text(out)
    if isinstance(result, Answer):
        return _done(text, f"{_boolean(result)}\r\n")
    writer = csv.writer(text)
    writer.writerow(result.variables)
    count = 0
    for row in result.rows:
        writer.writerow([bare(term) for term in row])
        count += 1
    return _done(text, count=count)


def write_tsv(result: Solutions | Answer, out: BinaryIO) -> int:
    """Write SPARQL 1.1 TSV: terms as in N-Triples, so that none of their kind is lost."""
    text = _text(out)
    if isinstance(result, Answer):
        return _done(text, f"{_boolean(result)}\n")
    text.write("\t".join(f"?{name}" for name in result.variables) + "\n")
    count = 0
    for row in result.rows:
        text.write("\t".join("" if term is None else _turtle(term) for term in row) + "\n")
        count += 1
    return _done(text, count=count)


def write_json(result: Solutions | Answer, out: BinaryIO) -> int:
    """Write SPARQL 1.1 JSON, one row a line."""
    text = _text(out)
    if isinstance(result, Answer):
        return _done(text, f'{{"head": {{}}, "boolean": {_boolean(result)}}}\n')
    head = json.dumps({"vars": result.variables}, ensure_ascii=False)
    text.write(f'{{"head": {head}, "results": {{"bindings": [')
    count = 0
    for row in result.rows:
        bound = {
            name: _json(term) for name, term in zip(result.variables, row, strict=True) if term
        }
        text.write((",\n" if count else "\n") + json.dumps(bound, ensure_ascii=False))
        count += 1
    return _done(text, "\n]}}\n", count=count)


def write_xml(result: Solutions | Answer, out: BinaryIO) -> int:
    """Write SPARQL XML, one row a line."""
    text = _text(out)
    text.write(_XML_HEAD)
    if isinstance(result, Answer):
        return _done(text, f"<head/>\n<boolean>{_boolean(result)}</boolean>\n</sparql>\n")
    names = [_quoted(name) for name in result.variables]
    text.write(f"<head>{''.join(f'<variable name={name}/>' for name in names)}</head>\n<results>\n")
    count = 0
    for row in result.rows:
        bound = (
            f"<binding name={name}>{_xml(term)}</binding>"
            for name, term in zip(names, row, strict=True)
            if term
        )
        text.write(f"<result>{''.join(bound)}</result>\n")
        count += 1
    return _done(text, "</results>\n</sparql>\n", count=count)


def bare(term: Term | None) -> str:
    """Return the value of *term* with nothing of its kind: what CSV holds."""
    if term is None:
        return ""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _json(term: Term) -> dict[str, object]:
    match term:
        case ox.NamedNode():
            return {"type": "uri", "value": term.value}
        case ox.BlankNode():
            return {"type": "bnode", "value": term.value}
        case ox.Literal():
            return {"type": "literal", "value": term.value, **dict(_kind(term))}
        case _:
            value = {name: _json(part) for name, part in _parts(term)}
            return {"type": "triple", "value": value}


def _xml(term: Term) -> str:
    match term:
        case ox.NamedNode():
            return f"<uri>{_escaped(term.value)}</uri>"
        case ox.BlankNode():
            return f"<bnode>{_escaped(term.value)}</bnode>"
        case ox.Literal():
            kind = "".join(f" {name}={_quoted(value)}" for name, value in _kind(term))
            if "its:dir" in kind:
                kind += ' xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"'
            return f"<literal{kind}>{_escaped(term.value)}</literal>"
        case _:
            inner = "".join(f"<{name}>{_xml(part)}</{name}>" for name, part in _parts(term))
            return f"<triple>{inner}</triple>"


def _parts(triple: ox.Triple) -> Iterator[tuple[str, Term]]:
    yield "subject", triple.subject
    yield "predicate", triple.predicate
    yield "object", triple.object


def _kind(literal: ox.Literal) -> Iterator[tuple[str, str]]:
    if literal.language:
        yield "xml:lang", literal.language
    if literal.direction:
        yield "its:dir", literal.direction.value
    if literal.datatype not in _TEXT_TYPES:
        yield "datatype", literal.datatype.value


def _escaped(value: str) -> str:
    # A bare carriage return would be read back as a line feed, and space at the ends be lost.
    text = html.escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value), quote=False)
    text = text.replace("\r", "&#13;")
    return _EDGES.sub(lambda edge: "".join(f"&#{ord(space)};" for space in edge[0]), text)


def _quoted(value: str) -> str:
    return f'"{html.escape(value)}"'


def _turtle(term: Term) -> str:
    text = f"<<( {term} )>>" if isinstance(term, ox.Triple) else str(term)
    return text.replace("\t", "\\t")


def _boolean(answer: Answer) -> str:
    return "true" if answer.value else "false"


def _text(out: BinaryIO) -> io.TextIOWrapper:
    return io.TextIOWrapper(out, encoding="utf-8", newline="")


def _done(text: io.TextIOWrapper, tail: str = "", *, count: int = 1) -> int:
    """Write what remains, and leave the file below open to whoever opened it."""
    text.write(tail)
    text.flush()
    text.detach()
    return count
