"""``python -m eval``: put a set of questions to a library, keep the run, compare it, write the report.

``minutebook evaluate`` starts this in a process of its own, because `ui` and `eval` import nothing of each other.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from corpus.errors import MinutebookError
from eval.complaints import complain
from eval.evaluate import RUNS, QuestionSet, current_commit, evaluate, read_set
from eval.measures import NAMES, mean
from eval.own import Minutebook
from eval.progress import asking
from eval.report import write_report
from eval.runs import Run, write_run
from eval.score import BASELINE, find_run
from eval.scored import Scored, score_run, splits
from index.encoder import open_encoder
from index.library import open_library

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluation as asked on the command line; return the exit status."""
    asked = _parser().parse_args(arguments)
    console = Console(stderr=True)
    try:
        questions = read_set(asked.set)
        baseline = _baseline(asked.baseline, asked.runs / asked.set)  # before the run, which takes minutes
        run = _run(asked.library, questions, asked.note, console)
        home = write_run(run, asked.runs / asked.set)
        scored = score_run(questions, run)
        written = write_report(questions, scored, score_run(questions, baseline) if baseline else None, home)
    except (MinutebookError, OSError) as error:
        return complain(console, "minutebook evaluate", error)
    sys.stdout.write(_summary(questions, scored) + f"\nThe whole report: {written} and {written.stem}.html\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="minutebook evaluate", description="Measure search and answers.")
    library = Path(os.environ.get("MINUTEBOOK_LIBRARY", "library"))
    parser.add_argument("--library", type=Path, default=library, help="the library (default: %(default)s)")
    parser.add_argument(
        "--set",
        default="samples",
        help="samples, sample-pairs, a folder of eval/councils (all shipped), papers, readers, pairs, rounds",
    )
    parser.add_argument("--baseline", help="a run's name or folder to compare with (default: the one kept for the set)")
    parser.add_argument("--runs", type=Path, default=RUNS, help="where runs are kept")
    parser.add_argument("--note", default="", help="what is special about this run, for its report")
    return parser


def _run(folder: Path, questions: QuestionSet, note: str, console: Console) -> Run:
    encoder = open_encoder()
    with open_library(folder, encoder) as library:
        system = Minutebook(library, encoder)
        system.require(questions, folder)
        with asking(console, len(questions.topics)) as asked:
            return evaluate(system, questions, current_commit(ROOT), note, asked)


def _baseline(asked: str | None, runs: Path) -> Run | None:
    if asked is None:
        kept = runs / BASELINE
        if not kept.is_file():
            return None
        asked = kept.read_text(encoding="utf-8").strip()
    return find_run(asked, runs)


def _summary(questions: QuestionSet, scored: Scored) -> str:
    lines = []
    for split, topics in splits(questions)[1:]:
        chosen = [scored.page[one.id] for one in topics if one.id in scored.page]
        measured = "  ".join(f"{name} {mean(one[name] for one in chosen):.3f}" for name in NAMES)
        lines.append(f"{split:5} {len(chosen):4} questions  {measured}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
