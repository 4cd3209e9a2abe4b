"""What is being read from an engine, until that is closed."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from relgraph.errors import StoreError
from relgraph.store import directory

T = TypeVar("T")


class Stream(Generic[T]):
    """An iterator that lets go of its engine when it is closed, and then says so."""

    def __init__(self, items: Iterator[T], location: str) -> None:
        self._items: Iterator[T] | None = items
        self._location = location

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        if self._items is None:
            # Ending here without a word would pass off a part for the whole.
            raise StoreError(
                "the store was closed before its answer was read", where=self._location
            )
        try:
            return next(self._items)
        except directory.FAILURES as error:
            raise directory.problem(error, self._location) from error

    def close(self) -> None:
        """Let go of the engine; the next look at this raises."""
        self._items = None
