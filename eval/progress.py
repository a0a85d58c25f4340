"""A progress bar on standard error for the questions of a set."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from eval.topics import Topic


@contextmanager
def asking(console: Console, questions: int) -> Iterator[Callable[[Topic], None]]:
    """Show a bar while questions are put to a system; what is given is called once for each."""
    with counting(console, "questions", questions) as count:
        yield lambda _: count(1)


@contextmanager
def counting(console: Console, what: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar that moves by the number it is told."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task(what, total=total)
        yield lambda done: progress.advance(task, done)
