"""``python -m eval.record``: hold what is read of papers against their gold; ``minutebook evaluate record`` starts it.

The real papers are read where they stand, beside the checkout; where they are absent the samples are measured alone.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console

from corpus.errors import MinutebookError
from corpus.ocr import Ocr, open_ocr
from corpus.reading import read_paper
from corpus.record import read_record
from eval.markup import to_markdown
from eval.progress import counting
from eval.record_facts import block_facts, found_facts, gold_facts
from eval.record_gold import GOLD, GoldPaper, read_golds
from eval.record_measure import Compared, compare
from eval.record_report import Measured, report
from eval.record_samples import FOLDER, SAMPLES, sample_golds

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
        console.print(f"minutebook evaluate record: {error}", style="bold red", markup=False, highlight=False)
        return 1
    sys.stdout.write(to_markdown(report(measured, [*unread, *unreadable], asked.show_held_out)))
    return 0


def measure(gold: GoldPaper, path: Path, ocr: Ocr | None = None) -> Compared:
    """Read one paper and hold what is read against its gold."""
    paper = read_paper(path, ocr=ocr)
    record = read_record(paper)
    wanted, found = block_facts(gold, paper, record)
    return compare([*gold_facts(gold), *wanted], [*found_facts(paper, record), *found])


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
    measured, left = list[Measured](), list[str]()
    for gold in golds:
        if gold.scan and ocr is None:
            left.append(f"{gold.folder}/{gold.paper}, a scan (--ocr reads it)")
        else:
            measured.append(Measured(gold, measure(gold, _place(gold, papers), ocr)))
        count(1)
    return measured, left


def _place(gold: GoldPaper, papers: Path) -> Path:
    return (SAMPLES / "papers" if gold.folder == FOLDER else papers / gold.folder) / gold.paper


if __name__ == "__main__":
    sys.exit(main())
