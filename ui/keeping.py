"""The commands that keep a library: ``ingest``, ``withdraw`` and ``check``."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from corpus.ocr import open_ocr
from index.check import check as check_library
from index.encoder import open_encoder
from index.ingest import ingest as ingest_papers
from index.library import open_library
from index.types import IngestReport, Outcome, Progress, Status
from index.withdraw import readmit
from index.withdraw import withdraw as withdraw_paper
from ui.arguments import command_line
from ui.holdings import counted, taken_for
from ui.mending import mends
from ui.plain import one_line
from ui.progress_file import written_to
from ui.terminal import open_console, show_table

DONE, FAILED = 0, 1  # exit statuses of the contract
ORDER: tuple[Status, ...] = ("failed", "refused", "removed", "skipped", "read")  # what needs eyes comes last on screen
MANY = 3  # files skipped for the same reason that are named one by one; more are counted
NAME = 40  # characters of a file's name beside the bar


def ingest(call: Namespace) -> int:
    """Read new and changed papers into the library, and say what became of each."""
    ocr = open_ocr()
    with _bar() as bar, written_to(call.progress) as write:
        task = bar.add_task("Looking", total=None)

        def tell(progress: Progress) -> None:
            write(progress)
            _move(bar, task, progress)

        report = ingest_papers(
            call.paths,
            call.library,
            open_encoder(),
            include_exempt=call.include_exempt,
            include_withdrawn=call.include_withdrawn,
            progress=tell,
            ocr=ocr,
        )
    console = open_console()
    _show_report(console, report)
    if report.outcomes:
        if ocr is None:
            _name_silent_pages(console, call)
        console.print(f"\nAsk here with: {command_line(call, 'ask', 'your question')}", soft_wrap=True)
        console.print(f"Open the page with: {command_line(call, 'serve')}", soft_wrap=True)
    return FAILED if report.of("failed") else DONE


def _name_silent_pages(console: Console, call: Namespace) -> None:
    """Say what would let pages be read that are only pictures, where the library holds any."""
    with open_library(call.library) as library:
        silent = library.coverage().pages_without_text
    if silent:
        have = "page has" if silent == 1 else "pages have"
        mend = "install Tesseract (Debian: tesseract-ocr) and ingest again"
        console.print(f"\n{silent:,} {have} no text: {mend}.", soft_wrap=True)


def _bar() -> Bar:
    console = Console(file=sys.stderr, markup=False, emoji=False, highlight=False)
    return Bar(
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[encoded]} passages", markup=False),
        TextColumn("{task.description}", markup=False),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _move(bar: Bar, task: TaskID, progress: Progress) -> None:
    name = one_line(progress.outcome.name)[:NAME] if progress.outcome else None
    bar.update(task, completed=progress.done, total=progress.total, encoded=progress.encoded, description=name)


def _show_report(console: Console, report: IngestReport) -> None:
    if not report.outcomes:
        console.print("No papers were found there.")
        return
    show_table(console, ("", "Paper", "Taken for, or why not"), closing_rows(report))
    counts = Counter(one.status for one in report.outcomes)
    pages = sum(one.pages for one in report.of("read"))
    said = ", ".join(f"{counts[status]} {status}" for status in reversed(ORDER) if counts[status])
    console.print(f"\n{counted(len(report.outcomes), 'paper')}: {said} ({counted(pages, 'new page')}).")


def closing_rows(report: IngestReport) -> Iterator[tuple[str, ...]]:
    """Yield the closing table: status, paper, and what it was taken for or why not; many of a kind are counted."""
    for status in reversed(ORDER):
        outcomes = report.of(status)
        many = {reason for reason, count in Counter(one.reason for one in outcomes).items() if count > MANY}
        if status in ("skipped", "removed"):
            for reason in sorted(many, key=str):
                count = sum(one.reason == reason for one in outcomes)
                yield (status, counted(count, "paper"), reason or "not changed")
        else:
            many = set()
        yield from (_row(one) for one in outcomes if one.reason not in many)


def _row(one: Outcome) -> tuple[str, ...]:
    if one.reason or not one.kind:
        return (one.status, one.name, one.reason or "")
    return (one.status, one.name, taken_for(one.kind, one.body, one.held_on, one.pages))


def withdraw(call: Namespace) -> int:
    """Take a paper out of the library at once, and keep it out; or let it be ingested again."""
    if call.undo:
        path = readmit(call.library, call.paper)
        mend = command_line(call, "ingest", str(path))
        open_console().print(f"{path.name} may be ingested again. Where its file still is: {mend}", soft_wrap=True)
        return DONE
    done = withdraw_paper(call.library, call.paper, call.reason, datetime.now().astimezone().date())
    console = open_console()
    console.print(f"{done.paper.name} is withdrawn: no answer draws on it any more, and it is not read in again.")
    if not done.complete:
        console.print(
            "A program that has the library open still holds parts of it back from deletion: "
            f"run {command_line(call, 'check', '--repair')} when it has closed."
        )
    return DONE


def check(call: Namespace) -> int:
    """Say whether the library is whole; with ``--repair`` mend what can be."""
    report = check_library(call.library, repair=call.repair)
    console = open_console()
    for fault in report.mended:
        console.print(f"{'Dropped' if fault.mend == 'ingest' else 'Mended'}: {fault.what}")
    for fault in report.faults:
        console.print(f"Fault: {fault.what}")
    for note in report.notes:
        console.print(f"Note: {note}")
    whole = f"not whole: {counted(len(report.faults), 'fault')}" if report.faults else "whole"
    console.print(f"The library is {whole}.")
    for hint in mends(call, report):
        console.print(hint, soft_wrap=True)  # a command is pasted whole
    return FAILED if report.faults else DONE
