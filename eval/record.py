"""``python -m eval.record``: hold what is read of papers against their gold; ``minutebook evaluate record`` starts it.

The real papers are read where they stand, beside the checkout; where they are absent the samples are measured alone.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from corpus.errors import MinutebookError
from corpus.ocr import Ocr, open_ocr
from corpus.reading import read_paper
from corpus.record import read_record
from corpus.types import Paper, Record
from eval.complaints import complain
from eval.markup import to_markdown
from eval.progress import counting
from eval.record_facts import Fact, block_facts, found_facts, gold_facts, standing_facts
from eval.record_gold import GOLD, GoldPaper, read_golds
from eval.record_measure import Compared, compare
from eval.record_report import Measured, report
from eval.record_samples import FOLDER, SAMPLES, sample_golds
from index.councils import Councils

PAPERS = Path(__file__).resolve().parents[2] / "shared" / "papers"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure as asked on the command line; return the exit status."""
    asked = _parser().parse_args(arguments)
    console = Console(stderr=True)
    try:
        golds, unread = _chosen(asked.papers, read_golds(asked.gold), asked.only)
        ocr = open_ocr() if asked.ocr else None
        with counting(console, "papers", len(golds)) as count:
            measured, unreadable = _measure(golds, asked.papers, ocr, count)
    except (MinutebookError, OSError) as error:
        return complain(console, "minutebook evaluate record", error)
    sys.stdout.write(to_markdown(report(measured, [*unread, *unreadable], asked.show_held_out)))
    return 0


@dataclass(frozen=True, slots=True)
class Read:
    """A paper of the gold as it was read."""

    gold: GoldPaper
    paper: Paper
    record: Record

    @property
    def read_as(self) -> str:
        """Return the folder and the name under which a library would hold it."""
        return f"{self.gold.folder}/{self.gold.paper}"


def compared(read: Read, councils: Councils) -> Compared:
    """Hold what was read of one paper against its gold, each council settled as a library settles it."""
    record = _settled(read.record, councils)
    wanted, found = list[Fact](), list[Fact]()
    for pair in (block_facts(read.gold, read.paper, record), standing_facts(read.gold, record)):
        wanted += pair[0]
        found += pair[1]
    return compare([*gold_facts(read.gold), *wanted], [*found_facts(read.paper, record), *found])


def settling(read: Sequence[Read]) -> Councils:
    """Return whose the papers are that name no council themselves, by the other papers measured of their folders."""
    return Councils.of((one.paper.sha256, one.read_as, one.record.meeting.council) for one in read)


def _settled(record: Record, councils: Councils) -> Record:
    return replace(
        record,
        meeting=councils.settled(record.paper, record.meeting),
        proceedings=tuple(
            replace(one, meeting=councils.settled(record.paper, one.meeting)) for one in record.proceedings
        ),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="minutebook evaluate record", description="Measure how well papers are read as the record."
    )
    parser.add_argument("--papers", type=Path, default=PAPERS, help="the folder of real papers, a folder a council")
    parser.add_argument("--gold", type=Path, default=GOLD, help="the folder of gold files")
    parser.add_argument("--only", default="", help="measure only the papers whose folder or name has this in it")
    parser.add_argument("--ocr", action="store_true", help="read scans too (minutes); they are left out otherwise")
    parser.add_argument(
        "--show-held-out", action="store_true", help="list the misses of held-out papers too: not for writers of rules"
    )
    return parser


def _chosen(papers: Path, golds: Sequence[GoldPaper], only: str) -> tuple[list[GoldPaper], list[str]]:
    """Return the papers to measure, and what cannot be measured with the reason."""
    held = [gold for gold in golds if _place(gold, papers).is_file()]
    absent = len(golds) - len(held)
    unread = [f"{absent} of the {len(golds)} real papers, which are not under {papers.name}/"] if absent else []
    chosen = [gold for gold in (*held, *sample_golds()) if only in f"{gold.folder}/{gold.paper}"]
    return chosen, unread


def _measure(
    golds: Sequence[GoldPaper], papers: Path, ocr: Ocr | None, count: Callable[[int], None]
) -> tuple[list[Measured], list[str]]:
    """Return every paper measured, and the scans that were left out."""
    read, left = list[Read](), list[str]()
    for gold in golds:
        if gold.scan and ocr is None:
            left.append(f"{gold.folder}/{gold.paper}, a scan (--ocr reads it)")
        else:
            paper = read_paper(_place(gold, papers), ocr=ocr)
            read.append(Read(gold, paper, read_record(paper)))
        count(1)
    councils = settling(read)
    return [Measured(one.gold, compared(one, councils)) for one in read], left


def _place(gold: GoldPaper, papers: Path) -> Path:
    return (SAMPLES / "papers" if gold.folder == FOLDER else papers / gold.folder) / gold.paper


if __name__ == "__main__":
    sys.exit(main())
