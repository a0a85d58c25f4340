"""``python -m eval.record_draft``: begin the gold of a paper, and seal what a person has corrected in it.

A draft is only what was read: every line of it is to be held against the page by eye. Where the words of a
decision are wrong, its ``first`` and ``last`` words are put right, its ``letters`` set to 0, and ``--seal`` takes the
rest from the page.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from rich.console import Console

from corpus.errors import MinutebookError
from corpus.reading import read_paper
from corpus.record import read_record
from corpus.types import Minute, Paper, Proceedings, Record, Vote
from eval.record_facts import quoted
from eval.record_gold import (
    GOLD,
    GoldMeeting,
    GoldMinute,
    GoldPaper,
    GoldPart,
    GoldSide,
    GoldText,
    GoldVote,
    Wording,
    bare,
    gold_path,
    letters_from,
    read_gold,
    wording,
    write_gold,
)
from eval.topics import SetError


def main(arguments: Sequence[str] | None = None) -> int:
    """Draft or seal as asked on the command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m eval.record_draft", description="Begin or seal a paper's gold.")
    parser.add_argument("paper", type=Path, help="the paper, in its folder of papers")
    parser.add_argument("--gold", type=Path, default=GOLD, help="the folder of gold files")
    parser.add_argument("--seal", action="store_true", help="take from the page what a person left at 0 letters")
    asked = parser.parse_args(arguments)
    console = Console(stderr=True)
    try:
        paper = read_paper(asked.paper)
        path = gold_path(asked.paper.resolve().parent.name, paper.name, asked.gold)
        if asked.seal:
            write_gold(sealed(read_gold(path), paper), asked.gold)
        elif path.exists():
            raise SetError(f"{path.name} is there already: remove it first to begin again.")
        else:
            write_gold(draft(paper, read_record(paper)), asked.gold)
    except (MinutebookError, OSError) as error:
        console.print(f"eval.record_draft: {error}", style="bold red", markup=False, highlight=False)
        return 1
    sys.stdout.write(f"{path}\n")
    return 0


def draft(paper: Paper, record: Record) -> GoldPaper:
    """Return what was read of a paper in the form of the gold: a beginning, not a truth."""
    recommended = [block for block in record.blocks if block.kind == "recommendation" and block.proceedings is None]
    return GoldPaper(
        paper=paper.name,
        folder=paper.folder or "",
        family=paper.name,
        kind=record.kind,
        meeting=record.meeting,
        printed_pages=tuple(page.printed for page in paper.pages),
        meetings=tuple(_meeting(one) for one in record.proceedings),
        recommendations=tuple(
            GoldText(block.spans[0].page, wording(quoted(paper, block.spans))) for block in recommended if block.spans
        ),
    )


def sealed(gold: GoldPaper, paper: Paper) -> GoldPaper:
    """Return the gold with every wording of 0 letters taken from its page; words not found raise a ``SetError``."""
    return replace(
        gold,
        meetings=tuple(
            replace(meeting, minutes=tuple(_sealed_minute(minute, paper) for minute in meeting.minutes))
            for meeting in gold.meetings
        ),
        recommendations=tuple(_sealed_text(one, paper) for one in gold.recommendations),
        decisions=tuple(_sealed_text(one, paper) for one in gold.decisions),
    )


def _sealed_minute(minute: GoldMinute, paper: Paper) -> GoldMinute:
    parts = tuple(
        replace(part, wordings=tuple(_sealed(one, paper, part.pdf_page) for one in part.wordings))
        for part in minute.parts
    )
    return replace(minute, heading=_sealed(minute.heading, paper, minute.pdf_page), parts=parts)


def _sealed_text(text: GoldText, paper: Paper) -> GoldText:
    return replace(text, wording=_sealed(text.wording, paper, text.pdf_page))


def _sealed(said: Wording, paper: Paper, number: int) -> Wording:
    if said.letters:
        return said
    letters = letters_from(paper, number)
    start = letters.find(bare(said.first))
    end = letters.find(bare(said.last), start)
    if min(start, end) < 0:
        raise SetError(f"{paper.name}, page {number}: “{said.first} … {said.last}” does not stand there as printed.")
    found = wording(letters[start : end + len(bare(said.last))])
    return replace(said, letters=found.letters, sha256=found.sha256)


def _meeting(one: Proceedings) -> GoldMeeting:
    counts = {role: sum(person.role == role for person in one.attendees) for role in ("present", "apologies")}
    held_on = one.meeting.held_on or date.min
    minutes = tuple(_minute(minute) for minute in one.minutes)
    return GoldMeeting(one.meeting.body or "", held_on, counts["present"], counts["apologies"], minutes)


def _minute(minute: Minute) -> GoldMinute:
    return GoldMinute(
        pdf_page=minute.spans[0].page,
        number=minute.number,
        agenda_item=minute.agenda_item,
        heading=wording(minute.heading),
        parts=tuple(
            GoldPart(part.spans[0].page, part.marker, (part.verb,), (wording(part.text),))
            for part in minute.resolutions
        ),
        votes=tuple(_vote(vote) for vote in minute.votes if vote.tallies),
        declarations=tuple(one.name for one in minute.declarations if one.name is not None),
        private=minute.private,
    )


def _vote(vote: Vote) -> GoldVote:
    return GoldVote(vote.outcome, tuple(GoldSide(one.side, one.printed, len(one.names)) for one in vote.tallies))


if __name__ == "__main__":
    sys.exit(main())
