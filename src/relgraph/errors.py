"""Every error that relgraph raises on purpose.

    RelgraphError
    ├── UsageError             2    options that do not go together, an unknown name
    ├── InputError             3    what was given cannot be read
    │   ├── ArticleError            an article, a line of articles, a file of them
    │   ├── EndpointError           a server of a language model that will answer nothing
    │   ├── QueryError              SPARQL that does not parse, or is refused
    │   ├── StoreError              no store, a store that is locked, damaged, out of disk
    │   └── WorkerError             an article that a process died of, or too little memory for it
    ├── MissingPartError       4    an optional part that is not installed
    └── QueryTimeoutError    124    a query that ran past its time limit

The number is the exit code of the command line. Only ``cli`` and ``server`` catch these.
"""

import re
from functools import partial
from typing import ClassVar

# What could move the cursor or change colours, "\x1b[2J", and halves of characters.
_UNSHOWN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")


def one_line(message: str) -> str:
    """Put *message* on one line, whatever a library, a file or its name brought along.

    >>> one_line("no such\\n  file: \\x1b[2J")
    'no such file: \ufffd[2J'
    """
    return _UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", " ".join(message.split()))


class RelgraphError(Exception):
    """Say what is wrong, where, and what to do, in one line.

    >>> print(RelgraphError("the file is empty", where="a.txt", hint="give one with text"))
    a.txt: the file is empty; give one with text
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        super().__init__(what, where, hint)

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        return one_line(f"{line}; {self.hint}" if self.hint else line)

    def __reduce__(self) -> tuple[partial["RelgraphError"], tuple[str]]:
        # Between processes; by itself an exception forgets what is given by name.
        return partial(type(self), where=self.where, hint=self.hint), (self.what,)


class UsageError(RelgraphError):
    """Options that do not go together, or a name that nothing has."""

    exit_code = 2


class InputError(RelgraphError):
    """Something given cannot be read."""

    exit_code = 3


class ArticleError(InputError):
    """An article that cannot be read; ``where`` is ``file`` or ``file:line``."""


class EndpointError(InputError):
    """A server of a language model that will answer nothing: not there, or it lets no one in."""


class QueryError(InputError):
    """SPARQL that does not parse or is refused; ``where`` is ``line:column`` if known."""


class StoreError(InputError):
    """No store there, or one that is locked, damaged or without room to write."""


class WorkerError(InputError):
    """A process that read articles and died: of one of them, of want of memory, or killed."""


class MissingPartError(RelgraphError):
    """An optional part that is not installed."""

    exit_code = 4


class QueryTimeoutError(RelgraphError):
    """A query that was stopped at its time limit."""

    exit_code = 124
