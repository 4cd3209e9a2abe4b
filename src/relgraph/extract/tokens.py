"""The columns of a parsed article that the rules for names walk over.

Reading an attribute of a spaCy token costs as much as ten of a tuple; these rules read each often.
"""

from dataclasses import dataclass

from spacy.tokens import Doc

from relgraph.model import Span

APOSTROPHES = ("'s", "’s", "'", "’")
HYPHENS = ("-", "–", "‑")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A ``Doc`` by columns; ``ents`` has spaCy's label for each token, ``starts`` where one begins.

    ``source`` is the text, ``index`` where each token begins in it; ``glued`` tells whether no
    space stands between a token and the next.
    """

    doc: Doc
    source: str
    index: tuple[int, ...]
    text: tuple[str, ...]
    lower: tuple[str, ...]
    tag: tuple[str, ...]
    is_cap: tuple[bool, ...]
    glued: tuple[bool, ...]
    ents: tuple[str, ...]
    starts: frozenset[int]
    sentence_starts: frozenset[int]

    def __len__(self) -> int:
        return len(self.text)

    def words(self, begin: int, end: int) -> str:
        """Return the text of tokens *begin* to *end*, with single spaces."""
        if begin >= end:
            return ""
        # Asked for thousands of times an article, and a span of spaCy's own is slow to make.
        stretch = self.source[self.index[begin] : self.index[end - 1] + len(self.text[end - 1])]
        # "/MONTSAME/" is one token to spaCy.
        return " ".join(stretch.split()).strip("/")

    def span(self, begin: int, end: int) -> Span:
        """Return where tokens *begin* to *end* stand in the article."""
        return Span(self.doc[begin].idx, self.doc[end - 1].idx + len(self.text[end - 1]))

    def head(self, begin: int, end: int) -> int:
        """Return the index of the syntactic head of tokens *begin* to *end*."""
        return int(self.doc[begin:end].root.i)

    def heads(self, begin: int, end: int) -> list[int]:
        """Return all tokens of *begin* to *end* that hang on others: parsers may tear a name."""
        inside = range(begin, end)
        loose = [
            i for i in inside if self.doc[i].head.i not in inside or self.doc[i].dep_ == "ROOT"
        ]
        return [i for i in loose if self.text[i][0].isalnum()] or [self.head(begin, end)]

    def is_break(self, at: int) -> bool:
        """Tell whether a name cannot go on at *at*: a line break, or the end."""
        return at >= len(self.text) or "\n" in self.text[at] or at in self.sentence_starts

    def is_possessive(self, at: int) -> bool:
        """Tell whether *at* is the ``'s`` of what stands before it."""
        return (
            at < len(self.text) and at > 0 and self.text[at] in APOSTROPHES and self.glued[at - 1]
        )

    def joins(self, at: int) -> bool:
        """Tell whether *at* is a hyphen inside a word: ``Al-Rawahi``, ``U.S.–Uruguay``."""
        return (
            0 < at < len(self.text) - 1
            and self.text[at] in HYPHENS
            and self.glued[at - 1]
            and self.glued[at]
        )


def tokens(doc: Doc) -> Tokens:
    """Take the columns of *doc*."""
    # spaCy makes its tokens anew each time that one goes through them.
    every = tuple(doc)
    text = tuple(token.text for token in every)
    return Tokens(
        doc=doc,
        source=doc.text,
        index=tuple(token.idx for token in every),
        text=text,
        lower=tuple(word.lower() for word in text),
        tag=tuple(token.tag_ for token in every),
        is_cap=tuple(word[0].isupper() for word in text),
        glued=tuple(not token.whitespace_ for token in every),
        ents=tuple(token.ent_type_ for token in every),
        starts=frozenset(ent.start for ent in doc.ents),
        sentence_starts=frozenset(token.i for token in every if token.is_sent_start and token.i),
    )
