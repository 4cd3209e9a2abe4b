"""Fit how sure claims are said to be, and show how far that holds.

usage: python tools/calibration/calibrate.py fit GOLD ARTICLES [GOLD ARTICLES …]
       python tools/calibration/calibrate.py table GOLD ARTICLES [GOLD ARTICLES …]
       python tools/calibration/calibrate.py said GOLD ARTICLES EXTRACTED [… … …]
       python tools/calibration/calibrate.py sight GOLD ARTICLES EXTRACTED [… … …]

``fit`` writes graph/confidence.tsv from annotated articles that the rules have been read against,
and from first-sight.tsv. ``table`` shows how reliable the confidence of this version is, ``said``
that of what ``relgraph extract`` of any version has printed. ``sight`` prints rows for
first-sight.tsv from what a version printed that had not seen the articles.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from json import loads
from pathlib import Path

from relgraph import articles
from relgraph.errors import RelgraphError
from relgraph.evaluation import read_gold
from relgraph.evaluation.calibration import Judged, brier, expected_error, judge, reliability
from relgraph.evaluation.fitting import COLUMNS, KNOWN, PENALTY, cross_validated, fit
from relgraph.extract import extractor
from relgraph.extract.confidence import BASE
from relgraph.extract.contract import from_json
from relgraph.model import Article, Extraction

HERE = Path(__file__).parent
FIRST_SIGHT = HERE / "first-sight.tsv"
TABLE = HERE.parent.parent / "graph" / "confidence.tsv"
HEADER = """\
# How much each trait of a claim bears on whether it is right, in log-odds.
# Written by tools/calibration/calibrate.py (make calibrate); docs/confidence.md says how.
# Fitted on {count} claims from {articles} annotated articles, {right} of them right; {new} of them
# are as read before the rules had been read against the text. Penalty {penalty}.
# Claims from a text that the rules know are right more often, by {known:.3f}, which is left out.
# trait, weight, claims that have it, those of them that are right
"""


def main(command: str, *files: str) -> int:
    """Do as told on the command line."""
    paths = list(map(Path, files))
    if command == "fit" and paths and not len(paths) % 2:
        write_weights(list(judged(paths)))
    elif command == "table" and paths and not len(paths) % 2:
        print_table("as said", list(judged(paths)))
    elif command in ("said", "sight") and paths and not len(paths) % 3:
        claims = list(judged(paths, are_extracted=True))
        if command == "said":
            print_table("as said", claims)
        else:
            print_rows(claims)
    else:
        raise SystemExit(__doc__)
    return 0


def judged(paths: list[Path], *, are_extracted: bool = False) -> Iterator[Judged]:
    """Yield every claim of several sets of articles."""
    step = 3 if are_extracted else 2
    for gold, texts, *extracted in zip(*(paths[n::step] for n in range(step)), strict=True):
        wanted = {record.id: record for record in read_gold(gold)}
        read = (one for one in articles.read([texts]) if isinstance(one, Article))
        known = {article.id: article for article in read if article.id in wanted}
        for extraction in _stored(extracted[0], known) if extracted else _made(known.values()):
            yield from judge(wanted[extraction.article], extraction)


def _made(texts: Iterable[Article]) -> Iterator[Extraction]:
    return extractor().extract(texts)


def _stored(path: Path, known: dict[str, Article]) -> Iterator[Extraction]:
    for line in path.read_text(encoding="utf-8").splitlines():
        record = loads(line)
        if record["id"] in known:
            yield from_json(record, known[record["id"]])


def first_sight() -> Iterator[Judged]:
    """Read the claims that earlier rules made of texts which nobody had read them against."""
    for line in FIRST_SIGHT.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            article, right, traits = line.split("\t")
            yield Judged(article, 0.0, right == "1", tuple(traits.split()))


def write_weights(read: list[Judged]) -> None:
    """Fit the weights on claims of known text and of text at first sight; print how far they hold.

    What they say of a claim is judged without its article.
    """
    known = [replace(claim, traits=(KNOWN, *claim.traits)) for claim in read]
    new = list(first_sight())
    claims = [*known, *new]
    weights = fit(claims)
    header = HEADER.format(
        count=len(claims),
        articles=len({claim.article for claim in claims}),
        right=sum(claim.is_right for claim in claims),
        new=len(new),
        penalty=PENALTY,
        known=weights[KNOWN],
    )
    having = Counter(trait for claim in claims for trait in (BASE, *claim.traits))
    right = Counter(trait for claim in claims if claim.is_right for trait in (BASE, *claim.traits))
    rows = (
        f"{name}\t{weights[name]:.3f}\t{having[name]}\t{right[name]}\n"
        for name in COLUMNS
        if name != KNOWN
    )
    TABLE.write_text(header + "".join(rows), encoding="utf-8", newline="\n")
    said = cross_validated(claims)
    print_table("known text, cross-validated", [c for c in said if KNOWN in c.traits])
    print_table("at first sight, cross-validated", [c for c in said if KNOWN not in c.traits])


def print_table(title: str, claims: list[Judged]) -> None:
    """Print how reliable the confidence of *claims* is, as Markdown."""
    bins = reliability(claims)
    share = sum(claim.is_right for claim in claims) / len(claims)
    errors = f"calibration error {expected_error(bins):.3f}, Brier score {brier(claims):.3f}"
    lines = [
        f"{title}: {len(claims)} claims, {share:.3f} right; expected {errors}",
        "",
        "| said | claims | mean said | right | share right | 95 % interval |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {one.begin:.1f}–{one.end:.1f} | {one.count} | {one.said:.2f} | {one.right} "
        f"| {one.share:.2f} | {one.low:.2f}–{one.high:.2f} |"
        for one in bins
    ]
    sys.stdout.write("\n".join([*lines, "", ""]))


def print_rows(claims: Iterable[Judged]) -> None:
    """Print article, whether right, and traits of each claim, for first-sight.tsv."""
    rows = (f"{claim.article}\t{claim.is_right:d}\t{' '.join(claim.traits)}\n" for claim in claims)
    sys.stdout.writelines(rows)


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:] or [""]))
    except RelgraphError as error:
        sys.exit(str(error))
