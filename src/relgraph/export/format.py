"""What a format is: a name, a suffix, and a way to write it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from relgraph.errors import UsageError
from relgraph.store import Store
from relgraph.view import GraphView


@dataclass(frozen=True, slots=True)
class Format:
    """One way to carry the graph elsewhere.

    Exactly one of the two is there: ``write`` puts a view down as text, ``dump`` a whole store as
    bytes. ``media_type`` is what a server says of it.
    """

    name: str
    suffix: str
    opens_in: str
    media_type: str
    write: Callable[[GraphView, TextIO], None] | None = None
    dump: Callable[[Store, BinaryIO], None] | None = None

    @property
    def takes_store(self) -> bool:
        """Tell whether it holds the whole store, rather than a view of it."""
        return self.dump is not None

    def view_writer(self) -> Callable[[GraphView, TextIO], None]:
        """Return ``write``, or say that this format takes the whole store."""
        if self.write is None:
            raise UsageError("holds the whole store, not a view of it", where=self.name)
        return self.write

    def store_writer(self) -> Callable[[Store, BinaryIO], None]:
        """Return ``dump``, or say that this format takes a view."""
        if self.dump is None:
            raise UsageError("holds a view, not the whole store", where=self.name)
        return self.dump
