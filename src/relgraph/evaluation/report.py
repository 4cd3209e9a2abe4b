"""Write figures, and what was missed, for people and for programs."""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields

from relgraph.evaluation.losses import Loss, Sign
from relgraph.evaluation.scoring import CORE, FINE, Figure

MEASURES = ("precision", "recall", "f1", "accuracy")
# Of figures in print and in files.
SHOWN, KEPT = 3, 4
NAME = 24
SIGNS = {Sign.MISSED: "−", Sign.EXTRA: "+", Sign.WRONG: "~"}


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured over so many articles; ``losses`` is None where nobody asked for them."""

    articles: int
    figures: tuple[Figure, ...]
    losses: tuple[Loss, ...] | None = None


def measures(figure: Figure) -> dict[str, float | None]:
    """Return what a figure is made of, by name; None for what it does not have."""
    count = figure.count
    if figure.is_accuracy:
        values: tuple[float | None, ...] = (None, None, None, figure.score)
    else:
        values = (count.precision, count.recall, count.f1, None)
    return dict(zip(MEASURES, values, strict=True))


def to_json(report: Report) -> str:
    """Write one object with all that was measured."""
    told: dict[str, object] = {
        "articles": report.articles,
        "figures": list(map(_row, report.figures)),
    }
    if report.losses is not None:
        told["losses"] = list(map(asdict, report.losses))
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def to_csv(report: Report) -> str:
    """Write a row for each figure, or for each loss where these were asked for."""
    rows: list[dict[str, object]]
    if report.losses is None:
        rows = list(map(_row, report.figures))
        return _rows(list(rows[0]), rows)
    rows = list(map(asdict, report.losses))
    return _rows([field.name for field in fields(Loss)], rows)


def _rows(names: Sequence[str], rows: Sequence[Mapping[str, object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, names)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _row(figure: Figure) -> dict[str, object]:
    told = {
        name: None if value is None else round(value, KEPT)
        for name, value in measures(figure).items()
    }
    return {
        "figure": figure.name,
        **told,
        "low": round(figure.low, KEPT),
        "high": round(figure.high, KEPT),
        "right": figure.count.right,
        "found": None if figure.is_accuracy else figure.count.found,
        "gold": figure.count.gold,
    }


def to_table(report: Report) -> str:
    """Write the figures in columns, and the losses article by article."""
    lines = list(_figures(report))
    if report.losses is not None:
        lines += _losses(report.losses)
    return "\n".join([*lines, ""])


def _figures(report: Report) -> Iterator[str]:
    scores = f"{'precision':>9}{'recall':>8}{'F1':>7}{'95 % interval':>17}"
    heads = {
        FINE: f"{'entities':<{NAME}}{scores}{'right':>8}{'found':>7}{'gold':>7}",
        CORE: f"\n{'events':<{NAME}}{scores}{'right':>8}{'found':>7}{'gold':>7}",
        next((figure.name for figure in report.figures if figure.is_accuracy), ""): (
            f"\n{'of events found':<{NAME}}{'accuracy':>17}{'95 % interval':>24}"
            f"{'right':>8}{'of':>14}"
        ),
    }
    for figure in report.figures:
        if figure.name in heads:
            yield heads[figure.name]
        yield _line(figure)


def _line(figure: Figure) -> str:
    precision, recall, f1, accuracy = (
        "" if value is None else f"{value:.{SHOWN}f}" for value in measures(figure).values()
    )
    count = figure.count
    found = "" if figure.is_accuracy or count.found is None else str(count.found)
    interval = f"{figure.low:.{SHOWN}f} – {figure.high:.{SHOWN}f}"
    return (
        f"{figure.name:<{NAME}}{precision:>9}{recall or accuracy:>8}{f1:>7}{interval:>17}"
        f"{count.right:>8}{found:>7}{count.gold:>7}"
    )


def _losses(losses: Sequence[Loss]) -> Iterator[str]:
    before: Loss | None = None
    for loss in losses:
        if before is None or loss.article != before.article:
            yield f"\n── {loss.article} ──"
        detail = f": {loss.detail}" if loss.detail else ""
        # An event that was found may be wrong in several ways; it is shown once.
        if loss.sign is not Sign.WRONG or before is None or _shown(loss) != _shown(before):
            yield f"{SIGNS[loss.sign]} {loss.what}"
            yield from [f"    “{loss.sentence}”"] if loss.sentence else ()
        yield f"    {loss.stage}{detail}"
        before = loss
    yield from _summary(losses)


def _shown(loss: Loss) -> tuple[str, Sign, str, str]:
    return loss.article, loss.sign, loss.what, loss.sentence


def _summary(losses: Sequence[Loss]) -> Iterator[str]:
    """Say how many were lost at each stage, the most first."""
    counted = Counter((loss.sign, loss.stage) for loss in losses)
    yield ""
    for sign in Sign:
        told = [(number, stage) for (one, stage), number in counted.most_common() if one is sign]
        total = sum(number for number, _ in told)
        by_stage = ", ".join(f"{number} {stage}" for number, stage in told)
        yield f"{SIGNS[sign]} {total} {sign}" + (f": {by_stage}" if told else "")


FORMATS: dict[str, Callable[[Report], str]] = {"table": to_table, "csv": to_csv, "json": to_json}
