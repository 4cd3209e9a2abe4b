"""``relgraph eval``: measure what is found in articles against what a reader finds."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from relgraph import articles
from relgraph.cli.backends import backend_options
from relgraph.cli.options import FINDING, counted, say
from relgraph.errors import ArticleError, InputError, UsageError
from relgraph.evaluation import Annotation, Figure, annotation, figures, read_found, read_gold
from relgraph.extract import Backend, Extractor, extractor
from relgraph.model import Article

# Beside the annotations.
ARTICLES = "articles.jsonl"
MEASURES = ("precision", "recall", "f1", "accuracy")
_BAR = re.compile(
    rf"(?:(?P<name>[\w.]+?)(?:\.(?P<measure>{'|'.join(MEASURES)}))?=)?(?P<least>[01]?\.?\d*)"
)  # "core.precision=0.8", "Person.recall=0.96", "0.72"


@dataclass(frozen=True, slots=True)
class Bar:
    """What a figure must reach; ``measure`` is empty for its score."""

    name: str
    measure: str
    least: float


class _BarType(click.ParamType[Bar]):
    name = "bar"

    def convert(
        self, value: str | Bar, param: click.Parameter | None, ctx: click.Context | None
    ) -> Bar:
        if isinstance(value, Bar):
            return value
        match = _BAR.fullmatch(value)
        try:
            least = float(match["least"]) if match else -1.0
        except ValueError:
            least = -1.0
        if match is None or not 0 <= least <= 1:
            self.fail(f"{value!r} is not like core=0.72 or Person.recall=0.96", param, ctx)
        return Bar(match["name"] or "core", match["measure"] or "", least)


@click.command(short_help="Measure extraction against annotated articles.")
@click.argument("gold", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("texts", required=False, metavar="[ARTICLES]", type=click.Path(path_type=Path))
@click.option(
    "--predictions",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Measure what some system has found, in the JSON of `relgraph extract`.",
)
@click.option(
    "--fail-under",
    "bars",
    type=_BarType(),
    multiple=True,
    metavar="[FIGURE=]0…1",
    help="End with exit code 1 where a figure is lower; a bare number is for F1 of core events.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "csv", "json"]),
    help="How to print the figures. [default: table on a terminal, else csv]",
)
@backend_options
def command(
    *,
    gold: Path,
    texts: Path | None,
    predictions: Path | None,
    bars: tuple[Bar, ...],
    format_name: str | None,
    backend: Backend,
) -> int:
    """Read ARTICLES, and measure what is found against the annotations in GOLD.

    ARTICLES is the file articles.jsonl beside GOLD, unless told.

    Prints precision, recall and F1 of entities and events, and how often date, place, modality
    and evidence of an event found are right, with 95 % intervals.

    \b
    Examples:
      relgraph eval gold.jsonl
      relgraph eval gold.jsonl --predictions theirs.jsonl
      relgraph eval gold.jsonl --fail-under core=0.72 --fail-under Person.recall=0.96
    """
    if texts is not None and predictions is not None:
        raise UsageError("nothing is read where predictions are given", where="ARTICLES")
    records = read_gold(gold)
    if predictions is not None:
        found = _given(records, predictions)
    else:
        found = _extracted(records, texts or gold.with_name(ARTICLES), backend)
    empty = [record.id for record in records if record.id not in found]
    if empty:
        say(f"nothing was found in {counted(len(empty), 'article')}: {', '.join(empty[:5])}")
    pairs = [(record, found.get(record.id, Annotation(record.id))) for record in records]
    measured = figures(pairs)
    chosen = format_name or ("table" if sys.stdout.isatty() else "csv")
    click.echo(_FORMATS[chosen](measured, len(pairs)), nl=False)
    return FINDING if _is_below(measured, bars) else 0


def _given(gold: Sequence[Annotation], path: Path) -> dict[str, Annotation]:
    found = {record.id: record for record in read_found(path)}
    if not any(record.id in found for record in gold):
        problem = "no record has the id of an annotated article"
        raise InputError(problem, where=path.name, hint="ids must be those of GOLD")
    return found


def _extracted(gold: Sequence[Annotation], path: Path, backend: Backend) -> dict[str, Annotation]:
    wanted = {record.id for record in gold}
    texts: dict[str, Article] = {}
    for item in articles.read([path]):
        if isinstance(item, ArticleError):
            raise item
        if item.id in wanted:
            texts[item.id] = item
    if missing := [record.id for record in gold if record.id not in texts]:
        problem = f"has no article with the id {missing[0]!r}"
        more = f", nor {len(missing) - 1} others" if len(missing) > 1 else ""
        raise InputError(problem + more, where=path.name, hint="each record of GOLD needs its text")
    return dict(_read(list(texts.values()), extractor(backend)))


def _read(texts: Sequence[Article], reader: Extractor) -> Iterator[tuple[str, Annotation]]:
    progress = sys.stderr.isatty()
    for number, extraction in enumerate(reader.extract(texts), start=1):
        if progress:
            click.echo(f"\r{number} of {counted(len(texts), 'article')} read", nl=False, err=True)
        yield extraction.article, annotation(extraction)
    if progress:
        click.echo("\r\x1b[K", nl=False, err=True)


def _is_below(measured: Sequence[Figure], bars: Sequence[Bar]) -> bool:
    by_name = {figure.name: figure for figure in measured}
    below = False
    for bar in bars:
        if bar.name not in by_name:
            hint = f"there are: {', '.join(by_name)}"
            raise UsageError(f"no figure is called {bar.name!r}", where="--fail-under", hint=hint)
        figure = by_name[bar.name]
        value = _measures(figure)[bar.measure] if bar.measure else figure.score
        if value is None:
            problem = f"{bar.name} has no {bar.measure}"
            raise UsageError(problem, where="--fail-under", hint="leave it out")
        if value < bar.least:
            below = True
            say(f"{bar.name}{bar.measure and '.' + bar.measure} is {value:.3f}, under {bar.least}")
    return below


def _measures(figure: Figure) -> dict[str, float | None]:
    count = figure.count
    if figure.is_accuracy:
        values: tuple[float | None, ...] = (None, None, None, figure.score)
    else:
        values = (count.precision, count.recall, count.f1, None)
    return dict(zip(MEASURES, values, strict=True))


def _row(figure: Figure) -> dict[str, object]:
    told = {name: None if one is None else round(one, 4) for name, one in _measures(figure).items()}
    return {
        "figure": figure.name,
        **told,
        "low": round(figure.low, 4),
        "high": round(figure.high, 4),
        "right": figure.count.right,
        "found": None if figure.is_accuracy else figure.count.found,
        "gold": figure.count.gold,
    }


def _json(measured: Sequence[Figure], read: int) -> str:
    report = {"articles": read, "figures": list(map(_row, measured))}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _csv(measured: Sequence[Figure], read: int) -> str:
    del read
    out = io.StringIO()
    rows = list(map(_row, measured))
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _table(measured: Sequence[Figure], read: int) -> str:
    lines = [counted(read, "article")]
    head = f"{'':<24}precision  recall     F1   95 % interval    right  found   gold"
    for figure in measured:
        if figure.name in ("fine", "core"):
            lines += ["", head]
        if figure.name == "date":
            lines += [
                "",
                f"{'':<24}          accuracy         95 % interval    right            of",
            ]
        lines.append(_line(figure))
    return "\n".join([*lines, ""])


def _line(figure: Figure) -> str:
    values = [_spelled(one) for one in _measures(figure).values()]
    if figure.is_accuracy:
        values = ["", values[3], ""]
    found = "" if figure.is_accuracy or figure.count.found is None else str(figure.count.found)
    return (
        f"{figure.name:<24}{values[0]:>9}{values[1]:>8}{values[2]:>7}"
        f"   {figure.low:.3f} – {figure.high:.3f}"
        f"{figure.count.right:>8}{found:>7}{figure.count.gold:>7}"
    )


def _spelled(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


_FORMATS: dict[str, Callable[[Sequence[Figure], int], str]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
}
