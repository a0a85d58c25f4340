"""Shows answers, hits and lists to a person at a terminal; words only, so that nothing depends on colour."""

import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from corpus.forms import page_in
from search.summary import Summary
from search.types import Answer, Citation, ReadLimit
from search.votes import told_beside
from ui.plain import one_line, shown
from ui.quoted import one_a_line
from ui.summaries import account

WIDEST = 100  # columns: longer lines are hard to read, however wide the terminal


def open_console(stream: TextIO | None = None) -> Console:
    """Return a console on the stream (standard output by default) that takes no markup from what it prints.

    Width follows the terminal; NO_COLOR and a stream that is no terminal are honoured.
    """
    console = Console(file=stream or sys.stdout, markup=False, emoji=False, highlight=False, soft_wrap=False)
    console.width = min(console.width, WIDEST)
    return console


def open_bar() -> Progress:
    """Return a progress bar on standard error that says how many are done; none where that is no terminal."""
    console = Console(file=sys.stderr, markup=False, emoji=False, highlight=False)
    return Progress(
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def show_answer(answer: Answer, console: Console) -> None:
    """Print an answer: its words, its numbered sources with both page numbers and standing, what was searched."""
    _paragraphs(console, one_a_line(answer))
    for vote in answer.votes:
        _paragraphs(console, told_beside(vote))
    if answer.citations:
        console.print(
            Text("\nWhat the papers do say" if answer.outcome == "not_decided" else "\nSources", style="bold")
        )
    for citation in answer.citations:
        _show_source(console, citation, quoted=one_line(citation.quote) not in one_line(answer.answer))
    if answer.near:
        console.print(Text("\nNot an answer, but near", style="bold"))
    for citation in answer.near:
        _show_source(console, citation, quoted=True)
    if answer.coverage:
        console.print(Text("\nSearched", style="bold"))
        _paragraphs(console, answer.coverage)


def show_summary(summary: Summary | None, console: Console) -> None:
    """Print a model's summary under the official words, in a block of its own that says what it is."""
    if summary is None:
        return
    console.print(Text("\nIn plain English", style="bold"))
    for sentence in summary.sentences:
        _indented(console, f"{sentence.text} {''.join(f'[{n}]' for n in sentence.cites)}")
    _paragraphs(console, account(summary))


def show_hits(
    hits: Sequence[tuple[Citation, str]], limits: Sequence[ReadLimit], console: Console, note: str = ""
) -> None:
    """Print how the query was read and its hits, each a citation and the text found; its number is the rank."""
    if limits:
        _paragraphs(console, f"Read as: {'; '.join(one.words for one in limits)}.\n")
    if note:
        _paragraphs(console, f"{note} What is listed is only near in meaning.\n" if hits else note)
    if not hits:
        console.print("Nothing in these papers matches.")
    for citation, text in hits:
        _show_source(console, citation, quoted=False)
        _indented(console, text)
        console.print()


def place(citation: Citation) -> str:
    """Return where a citation stands in its paper, with both page numbers: "pack.pdf, PDF page 14, printed page 10"."""
    if citation.reading_copy:
        return f"{citation.paper}, page {citation.pdf_page} of the reading copy (the original has no fixed pages)"
    printed = f", printed page {citation.printed_page}" if citation.printed_page else ", no printed page number"
    return f"{citation.paper}, PDF page {citation.pdf_page}{printed}"


def show_table(console: Console, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table whose cells are plain text."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in headings:
        table.add_column(Text(heading), overflow="fold")
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    console.print(table)


def _show_source(console: Console, citation: Citation, quoted: bool) -> None:
    number = f"[{citation.n}] "
    console.print()
    _indented(console, citation.label, number, style="bold")
    facts = [citation.kind, citation.standing or "", place(citation)]
    _indented(console, "; ".join(fact for fact in facts if fact), " " * len(number))
    if quoted:
        _indented(console, f"“{citation.quote}”", " " * len(number))
    for copy in citation.also_in:
        _indented(console, f"also printed in {copy.paper}, {page_in(copy.paper, copy.pdf_page)}", " " * len(number))


def _paragraphs(console: Console, text: str) -> None:
    for line in shown(text).splitlines():
        stand = len(line) - len(line.lstrip())
        _indented(console, line, " " * stand) if line.strip() else console.print()


def _indented(console: Console, text: str, first: str = "    ", style: str = "") -> None:
    lines = textwrap.wrap(
        one_line(text),
        width=max(console.width, 20),  # columns: narrower than that nothing can be read
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_on_hyphens=False,
    )
    for line in lines:
        console.print(Text(line, style=style), soft_wrap=True)
