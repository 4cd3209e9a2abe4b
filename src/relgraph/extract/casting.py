"""Find who and what an article speaks of."""

from relgraph.extract.cast import Cast, Reading
from relgraph.model import Referent, Span

_KINDS = {
    "PERSON": "Person", "GPE": "Place", "LOC": "Place", "ORG": "Organization", "FAC": "Facility",
    "EVENT": "Event", "PRODUCT": "Product", "NORP": "Country",
}  # fmt: skip


def cast(reading: Reading) -> Cast:
    """Return the cast of *reading*."""
    text = reading.article.text
    spans: dict[tuple[str, str], list[Span]] = {}
    at: dict[int, tuple[str, ...]] = {}
    extents: dict[int, Span] = {}
    ids: dict[tuple[str, str], str] = {}
    for name in reading.doc.ents:
        kind = _KINDS.get(name.label_)
        if kind is None:
            continue
        key = (kind, name.text)
        ids.setdefault(key, f"e{len(ids) + 1}")
        span = Span(name.start_char, name.end_char)
        spans.setdefault(key, []).append(span)
        at[name.root.i] = (ids[key],)
        extents[name.root.i] = span
    referents = tuple(
        Referent(ids[key], key[0], found[0].of(text), mentions=tuple(found))
        for key, found in spans.items()
    )
    return Cast(referents, at, extents)
