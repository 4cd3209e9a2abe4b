"""Put beside what readers have found what is found anew."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from relgraph.errors import InputError
from relgraph.evaluation.annotations import Annotation, annotation
from relgraph.evaluation.losses import Reading
from relgraph.extract import Extractor
from relgraph.extract.trace import Tracer
from relgraph.model import Article


def extracted(
    gold: Sequence[Annotation], articles: Iterable[Article], extractor: Extractor
) -> Iterator[Reading]:
    """Read the articles that *gold* annotates, in its order; with a trace, if there can be one.

    Raises:
        InputError: where a record of *gold* has no article.
    """
    wanted = {record.id for record in gold}
    texts = {article.id: article for article in articles if article.id in wanted}
    if missing := [record.id for record in gold if record.id not in texts]:
        others = f", nor {len(missing) - 1} more of the annotated" if len(missing) > 1 else ""
        raise InputError(
            f"no article has the id {missing[0]!r}{others}",
            where="articles",
            hint="give those that the annotations are of",
        )
    chosen = [texts[record.id] for record in gold]
    if isinstance(extractor, Tracer):
        found = extractor.trace(chosen)
        for record, article, (extraction, trace) in zip(gold, chosen, found, strict=True):
            yield Reading(record, annotation(extraction), article.text, trace)
    else:
        for record, article, extraction in zip(
            gold, chosen, extractor.extract(chosen), strict=True
        ):
            yield Reading(record, annotation(extraction), article.text)


def given(gold: Sequence[Annotation], found: Iterable[Annotation]) -> tuple[Reading, ...]:
    """Put each record that was found beside that of *gold*; one that is not there is empty.

    Raises:
        InputError: where none has the id of an annotated article.
    """
    by_id: Mapping[str, Annotation] = {record.id: record for record in found}
    if not any(record.id in by_id for record in gold):
        problem = "no record has the id of an annotated article"
        hint = f"the first of these is {gold[0].id!r}"
        raise InputError(problem, where="predictions", hint=hint)
    return tuple(Reading(one, by_id.get(one.id, Annotation(one.id))) for one in gold)
