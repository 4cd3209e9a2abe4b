"""What a check of a store can find."""

from dataclasses import dataclass

from relgraph.errors import one_line

INGEST = "ingest the article again"
REBUILD = "run `relgraph rebuild`"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and what to do.

    >>> print(Finding("the text is not the one that was hashed", "https://e.org/a", INGEST))
    https://e.org/a: the text is not the one that was hashed; ingest the article again
    """

    what: str
    where: str
    hint: str

    def __str__(self) -> str:
        return one_line(f"{self.where}: {self.what}; {self.hint}")
