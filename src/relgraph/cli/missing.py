"""Say why an edge is missing: ``relgraph explain --missing``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from relgraph import articles
from relgraph.cli.options import counted, opened, say, say_skipped
from relgraph.errors import ArticleError, InputError, UsageError, one_line
from relgraph.evaluation import Edge, Lost, Stage, missing, stands_in
from relgraph.extract import extractor
from relgraph.extract.trace import Tracer
from relgraph.model import Article, Modality
from relgraph.pipeline import Card, Fact, KnowledgeGraph
from relgraph.pipeline.texts import articles as stored
from relgraph.queries import find

# Articles that are read anew, and answers that are shown.
READ = 50
SHOWN = 10
PERSON = "Person"
# The stage of what was not lost.
LAST = list(Stage).index(Stage.TOLD)
_LACKED = "the store lacks it: ingest the articles again"


@dataclass(frozen=True, slots=True)
class _Asked:
    """An edge with the articles that name either end of it; ``hints`` tell of unknown names."""

    edge: Edge
    texts: tuple[Article, ...]
    hints: tuple[str, ...] = ()
    is_drawn: bool = False


def explain(edge: Edge, *, files: Sequence[str], location: str) -> int:
    """Print where *edge* was lost, what came furthest first."""
    asked = _of_files(edge, files) if files else _of_store(edge, location)
    ends = (asked.edge.source, asked.edge.target)
    both = [one for one in asked.texts if all(stands_in(one.text, names) for names in ends)]
    either = [one for one in asked.texts if any(stands_in(one.text, names) for names in ends)]
    if not either or not (both or files):
        click.echo(one_line(_unnamed(asked)))
        return 0
    chosen = both or either
    if len(chosen) > READ:
        say(f"{counted(len(chosen), 'article')} may tell it; the first {READ} are read anew")
    answers = sorted(_lost(asked.edge, chosen[:READ]), key=_furthest, reverse=True)
    for answer in answers[:SHOWN]:
        click.echo("\n".join(_lines(answer)))
    if len(answers) > SHOWN:
        say(f"and {counted(len(answers) - SHOWN, 'article')} more")
    if not files and any(_furthest(answer) == LAST for answer in answers):
        say("the store has it" if asked.is_drawn else _LACKED)
    return 0


def _of_files(edge: Edge, files: Sequence[str]) -> _Asked:
    texts = tuple(_given(files))
    if not texts:
        raise InputError("no article", where="--article", hint="give a file with one")
    return _Asked(edge, texts)


def _of_store(edge: Edge, location: str) -> _Asked:
    with opened(location) as graph:
        one, other = (_entity(graph, names[0]) for names in (edge.source, edge.target))
        source = edge.source if isinstance(one, str) else _names(one)
        target = edge.target if isinstance(other, str) else _names(other)
        ends = (*source, *target)
        texts = tuple(stored(graph.store, lambda text: stands_in(text, ends)))
    hints = tuple(each for each in (one, other) if isinstance(each, str))
    is_drawn = (
        isinstance(one, Card)
        and isinstance(other, Card)
        and any(_is_edge(fact, edge.relation, other) for fact in one.facts)
    )
    return _Asked(Edge(source, edge.relation, target), texts, hints, is_drawn)


def _is_edge(fact: Fact, relation: str, other: Card) -> bool:
    edge = fact.edge
    is_drawn = edge.relation == relation and edge.modality == Modality.ASSERTED
    return is_drawn and other.node.id in (edge.source, edge.target)


def _given(files: Sequence[str]) -> Iterator[Article]:
    for item in articles.read(files):
        if isinstance(item, ArticleError):
            say_skipped(item)
        else:
            yield item


def _entity(graph: KnowledgeGraph, name: str) -> Card | str:
    """Return the entity that is called *name*, or what to say where there is not one."""
    try:
        iri = find(graph.store, name)
    except UsageError as error:
        return str(error)
    return graph.entity(iri)


def _names(card: Card) -> tuple[str, ...]:
    """Return the names that an entity can be told by; a surname alone may be anybody's."""
    node = card.node
    is_person = node.kind == PERSON and " " in node.label
    aliases = [name for name in node.aliases if " " in name or not is_person]
    return (node.label, *aliases)


def _unnamed(asked: _Asked) -> str:
    """Say which of the two no article names, or that none names both."""
    told = []
    for names in (asked.edge.source, asked.edge.target):
        number = sum(stands_in(one.text, names) for one in asked.texts)
        told.append(
            f"{names[0]!r} stands in {counted(number, 'article') if number else 'no article'}"
        )
    stage = Stage.PARTY_UNKNOWN if asked.hints else Stage.NEVER_TOGETHER
    return "; ".join((f"{stage}: {', '.join(told)}", *asked.hints))


def _lost(edge: Edge, texts: Sequence[Article]) -> Iterator[tuple[Lost, ...]]:
    reader = extractor()
    if isinstance(reader, Tracer):
        for article, (extraction, trace) in zip(texts, reader.trace(texts), strict=True):
            yield missing(edge, article, extraction, trace)


def _furthest(answer: tuple[Lost, ...]) -> int:
    return list(Stage).index(answer[0].cause.stage)


def _lines(answer: tuple[Lost, ...]) -> Iterator[str]:
    article = answer[0].article
    known = (article.title or article.id, article.publisher, article.published)
    yield click.style(one_line(" · ".join(filter(None, known))), bold=True)
    for lost in answer:
        yield f"  {lost.cause.stage}: {lost.cause.detail}"
        if lost.sentence:
            yield f"    “{lost.sentence}”"
