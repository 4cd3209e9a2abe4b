"""A name as it is found in a text, with its kind."""

from dataclasses import dataclass

from relgraph.extract.titles import Title

# How well the kind of a name is known: not at all, by spaCy, by its form, by what stands before it.
GUESSED, LABELLED, FORMED, CERTAIN = range(4)


@dataclass(frozen=True, slots=True)
class Name:
    """A name from token *begin* to *end*; *strength* is how well its kind is known."""

    begin: int
    end: int
    kind: str
    strength: int
    country: str = ""
    courtesy: int = -1
    in_title: bool = False


Item = Name | Title
