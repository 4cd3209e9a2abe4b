"""Show on a terminal how far a long run has come."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from relgraph import articles
from relgraph.cli.options import counted

MINUTE = 60
HOUR = 3600


@contextmanager
def progress(sources: tuple[str, ...]) -> Iterator[Callable[[], None]]:
    """Draw a bar on stderr, where that is a terminal; call what this yields for each article.

    No sources, no bar.
    """
    if not sources or not sys.stderr.isatty():
        yield _nothing
        return
    # A tenth of a second to import, which only who sees the bar pays.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (BarColumn(), TextColumn("{task.description}"))
    # What else is told meanwhile is printed above the bar, which is gone when all is done.
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=articles.count(sources))

        def advance() -> None:
            bar.advance(task)
            now = bar.tasks[0]
            words = told(int(now.completed), now.total, now.speed, now.time_remaining)
            bar.update(task, description=words)

        yield advance


def told(done: int, total: float | None, speed: float | None, left: float | None) -> str:
    """Say how far we are; *speed* is in articles a second, *left* in seconds.

    >>> told(128, 512, 23.4, 16.4)
    '128 of 512 articles, 23.4 a second, 16 s left'
    >>> told(1, None, None, None)
    '1 article'
    """
    words = f"{done:,} of {counted(int(total), 'article')}" if total else counted(done, "article")
    if speed:
        words += f", {speed:.1f} a second"
    if left is not None:
        words += f", {_time(left)} left"
    return words


def _time(seconds: float) -> str:
    """Spell a time.

    >>> _time(59), _time(61), _time(7384)
    ('59 s', '1 min 1 s', '2 h 3 min')
    """
    whole = int(seconds)
    if whole < MINUTE:
        return f"{whole} s"
    if whole < HOUR:
        return f"{whole // MINUTE} min {whole % MINUTE} s"
    return f"{whole // HOUR} h {whole % HOUR // MINUTE} min"


def _nothing() -> None:
    """Tell nobody."""
