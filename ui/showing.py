"""The commands that show what was read: ``minutes`` of one paper and ``papers`` of the library."""

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from corpus.types import Record
from index.library import Library, open_library
from index.read_by import told_otherwise
from index.withdraw import find_paper
from ui.arguments import CalledWronglyError
from ui.held_record import held_record
from ui.plain import one_line
from ui.record_forms import record_to_json, record_to_lines


def minutes(call: Namespace) -> int:
    """Print the record as parsed from a PDF, or from a paper held."""
    path = Path(call.paper)
    if path.is_file():
        from corpus.ocr import open_ocr
        from corpus.reading import read_paper
        from corpus.record import read_record

        paper = read_paper(path, ocr=open_ocr())
        record = read_record(paper)
        return _show(record_to_json(paper.name, record, paper.page), record, call.json)
    if path.exists():
        kind = "a folder" if path.is_dir() else "no paper's file"
        raise CalledWronglyError(f"{call.paper} is {kind}: name one paper by its file, or one that is held by its name")
    with open_library(call.library) as library:
        entry = find_paper(library, call.paper)
        return _show(held_record(library, entry), library.record(entry.sha256), call.json)


def papers(call: Namespace) -> int:
    """Print what the library holds and what it does not."""
    with open_library(call.library) as library:
        if call.json:
            from ui.holdings import holdings_to_json

            _print_json(holdings_to_json(library.coverage(), library.papers(), library.problems()))
        else:
            _show_papers(library)
    return 0


def _show(form: dict[str, Any], record: Record, as_json: bool) -> int:
    if as_json:
        _print_json(form)
    else:
        sys.stdout.writelines(_kept_indent(line) + "\n" for line in record_to_lines(form, record))
    return 0


def _kept_indent(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" "))) + one_line(line)


def _show_papers(library: Library) -> None:
    from ui.holdings import notes, summary, taken_for
    from ui.terminal import open_console, show_table

    console, coverage = open_console(), library.coverage()
    console.print(summary(coverage))
    if otherwise := told_otherwise(library.rows):
        console.print(f"{otherwise}.")
    console.print()
    rows = []
    for one in coverage.bodies:
        days = f"{one.first} to {one.last}" if one.first else "no dated meeting"
        gaps = "; ".join(str(day) for day in one.without_minutes)
        rows.append((one.body or "No body named", one.council or "", str(len(one.meetings)), days, gaps))
    show_table(console, ("Body", "Council", "Meetings", "From and to", "No minutes held of"), rows)
    console.print()
    held = [
        (one.name, taken_for(one.kind, one.body, one.held_on, one.pages) + (f"; {notes(one)}" if notes(one) else ""))
        for one in library.papers()
    ]
    show_table(console, ("Paper", "Taken for"), held)
    problems = library.problems()
    if problems:
        console.print("\nNot held")
        show_table(console, ("", "File", "Reason"), ((one.status, one.name, one.reason) for one in problems))


def _print_json(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
