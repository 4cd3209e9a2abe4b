"""Find the entity that somebody means by a name."""

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from relgraph.errors import UsageError
from relgraph.letters import plain
from relgraph.rdf.vocabulary import ALT_LABEL, PREF_LABEL
from relgraph.store import Store

# As alike as "Ryad Mezour" and "Ryad Mezzour", not as "Rajnath" and "Ryad".
NEAR_SCORE = 75
NEAR_NAMES = 5
CANDIDATES = 10

_DEFAULT = ox.DefaultGraph()
_NOT_WORD = re.compile(r"[\W_]+")  # " (", ". "


def find(store: Store, name: str) -> str:
    """Return the IRI of the entity of *store* with this name, alias or IRI.

    Case and diacritics make no difference. A name goes before an alias. An IRI under the store's
    base may be given without the base.

    Raises:
        UsageError: where none has it, or more than one.
    """
    if iri := _known_iri(store, name):
        return iri
    wanted = fold(name)
    for predicate in (PREF_LABEL, ALT_LABEL):
        found = {iri for iri, label in _labels(store, predicate) if fold(label) == wanted}
        if len(found) == 1:
            return found.pop()
        if found:
            raise UsageError(
                f"more than one has this name: {_candidates(store, found)}",
                where=name,
                hint="give the IRI of the one you mean",
            )
    labels = {label for _, label in _labels(store, PREF_LABEL)}
    labels.update(label for _, label in _labels(store, ALT_LABEL))
    close = ", ".join(near(name, labels))
    hint = f"did you mean {close}?" if close else "`relgraph run entities` lists those it has"
    raise UsageError("nothing in the store has this name", where=name, hint=hint)


def near(name: str, names: Iterable[str]) -> list[str]:
    """Return the few of *names* that are most like *name*, the most alike first.

    >>> near("meeting", ["meetings", "visits"])
    ['meetings']
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only after a mistake

    # Sorted, so that a tie falls the same way each time.
    hits = process.extract(
        name,
        sorted(names),
        scorer=fuzz.WRatio,
        processor=fold,
        limit=NEAR_NAMES,
        score_cutoff=NEAR_SCORE,
    )
    return [hit[0] for hit in hits]


def fold(name: str) -> str:
    """Spell *name* without case, diacritics and punctuation.

    >>> fold("Đorđe  ŽIVANOVIĆ-Núñez")
    'dorde zivanovic nunez'
    """
    return _NOT_WORD.sub(" ", plain(name)).strip()


def _known_iri(store: Store, name: str) -> str:
    given = name.removeprefix("<").removesuffix(">")
    for iri in (given, store.base + given):
        try:
            node = ox.NamedNode(iri)
        except ValueError:
            continue
        if next(store.match(subject=node, graph=_DEFAULT), None) is not None:
            return iri
    return ""


def _labels(store: Store, predicate: ox.NamedNode) -> Iterator[tuple[str, str]]:
    for quad in store.match(predicate=predicate, graph=_DEFAULT):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            yield quad.subject.value, quad.object.value


def _candidates(store: Store, iris: set[str]) -> str:
    labels = {iri: label for iri, label in _labels(store, PREF_LABEL) if iri in iris}
    shown = [f"{labels.get(iri, '')} <{iri}>" for iri in sorted(iris)[:CANDIDATES]]
    more = len(iris) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
