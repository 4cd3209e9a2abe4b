"""Check that what an article's graph says stands in the article's text."""

from collections.abc import Iterator

from relgraph import iri
from relgraph.model import Article, Evidence, Extraction, Span
from relgraph.pipeline.findings import INGEST, Finding
from relgraph.rdf.article import evidence_iri


def check_grounding(
    article_iri: str, article: Article, extraction: Extraction
) -> Iterator[Finding]:
    """Yield a finding for each quote, trigger, argument or mention that is not where it says."""
    cited = [one for claim in extraction.events for one in claim.evidence]
    cited += [one for claim in extraction.states for one in claim.evidence]
    for at, evidence in {evidence_iri(article_iri, one): one for one in cited}.items():
        yield from _check_evidence(at, evidence, article.text)
    for referent in extraction.referents:
        at = iri.within(article_iri, "referent", referent.id)
        for mention in referent.mentions:
            if not _is_stretch(mention, article.text):
                yield _finding(at, f"the mention {_spell(mention)} is no stretch of the text")


def _check_evidence(at: str, evidence: Evidence, text: str) -> Iterator[Finding]:
    if not _is_stretch(evidence.span, text) or evidence.span.of(text) != evidence.quote:
        yield _finding(at, f"the quote does not stand in the text at {_spell(evidence.span)}")
    if not _lies_in(evidence.trigger, evidence.span):
        yield _finding(at, f"the trigger {_spell(evidence.trigger)} is not inside its sentence")
    for argument in evidence.arguments:
        if not _lies_in(argument, evidence.span):
            yield _finding(at, f"the argument {_spell(argument)} is not inside its sentence")


def _is_stretch(span: Span, text: str) -> bool:
    return 0 <= span.begin < span.end <= len(text)


def _lies_in(part: Span, whole: Span) -> bool:
    return part.begin < part.end and whole.covers(part)


def _spell(span: Span) -> str:
    return f"{span.begin},{span.end}"


def _finding(at: str, what: str) -> Finding:
    return Finding(what, at, INGEST)
