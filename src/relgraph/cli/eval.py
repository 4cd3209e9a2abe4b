"""``relgraph eval``: measure what is found in articles against what a reader finds."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from relgraph import articles
from relgraph.cli.backends import backend_options
from relgraph.cli.options import FINDING, counted, say, say_skipped
from relgraph.cli.progress import progress
from relgraph.errors import ArticleError, UsageError, one_line
from relgraph.evaluation import (
    FORMATS,
    MEASURES,
    Annotation,
    Figure,
    Reading,
    Report,
    extracted,
    figures,
    given,
    losses,
    measures,
    read_found,
    read_gold,
)
from relgraph.extract import Backend, extractor
from relgraph.model import Article

# Beside the annotations.
ARTICLES = "articles.jsonl"
SHOWN = 5

_BAR = re.compile(
    rf"(?:(?P<name>[\w.]+?)(?:\.(?P<measure>{'|'.join(MEASURES)}))?=)?(?P<least>\d*\.?\d+)"
)  # "core.precision=0.8", "Person.recall=0.96", "0.72"


@dataclass(frozen=True, slots=True)
class Bar:
    """What a figure must reach; ``measure`` is empty for its score."""

    name: str
    measure: str
    least: float

    def __str__(self) -> str:
        return f"{self.name}.{self.measure}" if self.measure else self.name


class _BarType(click.ParamType[Bar]):
    name = "bar"

    def convert(
        self, value: str | Bar, param: click.Parameter | None, ctx: click.Context | None
    ) -> Bar:
        if isinstance(value, Bar):
            return value
        match = _BAR.fullmatch(value)
        if match is None or float(match["least"]) > 1:
            self.fail(f"{value!r} is not like core=0.72 or Person.recall=0.96", param, ctx)
        return Bar(match["name"] or "core", match["measure"] or "", float(match["least"]))


@click.command(short_help="Measure extraction against annotated articles.")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("texts", required=False, metavar="[ARTICLES]")
@click.option(
    "--predictions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Measure what some system has found, in the JSON lines of `relgraph extract`.",
)
@click.option(
    "--misses",
    is_flag=True,
    help="List what was missed, what is extra and what is wrong, each with its sentence and the "
    "stage that lost it; as CSV, instead of the figures.",
)
@click.option(
    "--fail-under",
    "bars",
    type=_BarType(),
    multiple=True,
    metavar="[FIGURE=]0…1",
    help="End with exit code 1 where a figure is lower: core=0.72, Person.recall=0.96. "
    "A bare number is for F1 of core events. May be repeated.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    help="How to print it. [default: table on a terminal, else csv]",
)
@backend_options
def command(
    *,
    gold: Path,
    texts: str | None,
    predictions: Path | None,
    misses: bool,
    bars: tuple[Bar, ...],
    format_name: str | None,
    backend: Backend,
) -> int:
    """Read ARTICLES, and measure what is found against the annotations in GOLD.

    ARTICLES is the file articles.jsonl beside GOLD, unless told.

    Prints precision, recall and F1 of entities and events, and how often date, place, modality
    and evidence of the events found are right, with counts and 95 % intervals.

    \b
    Examples:
      relgraph eval gold.jsonl
      relgraph eval gold.jsonl --misses --format table | less
      relgraph eval gold.jsonl --predictions theirs.jsonl
      relgraph extract articles.jsonl | relgraph eval gold.jsonl --predictions -
      relgraph eval gold.jsonl --fail-under core=0.72 --fail-under Person.recall=0.96
    """
    if texts is not None and predictions is not None:
        problem = "with --predictions nothing is read"
        raise UsageError(problem, where="ARTICLES", hint="leave one of them out")
    records = read_gold(gold)
    if predictions is not None:
        readings = _given(records, predictions)
    else:
        readings = list(_extracted(records, texts or str(gold.with_name(ARTICLES)), backend))
    measured = figures([(reading.gold, reading.found) for reading in readings])
    lost = tuple(loss for reading in readings for loss in losses(reading)) if misses else None
    chosen = format_name or ("table" if sys.stdout.isatty() else "csv")
    click.echo(FORMATS[chosen](Report(len(readings), measured, lost)), nl=False)
    return FINDING if _is_below(measured, bars) else 0


def _given(gold: Sequence[Annotation], path: Path) -> list[Reading]:
    found = read_found(path)
    readings = list(given(gold, found))
    there = {record.id for record in gold}
    known = {record.id for record in found}
    if missing := [record.id for record in gold if record.id not in known]:
        say(f"{path}: nothing for {_listed(missing)}, so all there is missed")
    if foreign := [record.id for record in found if record.id not in there]:
        say(f"{path}: left out {_listed(foreign)}, which nobody has annotated")
    return readings


def _listed(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
    return one_line(f"{counted(len(ids), 'article')} ({', '.join(ids[:SHOWN])}{more})")


def _extracted(gold: Sequence[Annotation], source: str, backend: Backend) -> Iterator[Reading]:
    texts = list(_articles(source))
    with progress((source,)) as advance:
        for reading in extracted(gold, texts, extractor(backend)):
            yield reading
            advance()


def _articles(source: str) -> Iterator[Article]:
    for item in articles.read([source]):
        if isinstance(item, ArticleError):
            say_skipped(item)
        else:
            yield item


def _is_below(measured: Sequence[Figure], bars: Sequence[Bar]) -> bool:
    """Say which figures do not reach their bar, and tell whether there is any."""
    by_name = {figure.name: figure for figure in measured}
    is_below = False
    for bar in bars:
        if bar.name not in by_name:
            hint = f"there are: {', '.join(by_name)}"
            raise UsageError(f"no figure is called {bar.name!r}", where="--fail-under", hint=hint)
        figure = by_name[bar.name]
        value = measures(figure)[bar.measure] if bar.measure else figure.score
        if value is None:
            problem = f"{bar.name} has no {bar.measure}"
            raise UsageError(problem, where="--fail-under", hint=f"give {bar.name}=…")
        if value < bar.least:
            is_below = True
            say(f"{bar} is {value:.3f}, under {bar.least}")
    return is_below
