"""``python -m eval.score RUN...``: hold stored runs against today's judgments and against each other.

Nothing is searched again, so that runs of an hour are scored in a second whenever a page is judged or a question is
mended. The first run named is the one that the others are compared with.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from eval.compare import compare
from eval.evaluate import RUNS, QuestionSet, read_set
from eval.markup import Block, Heading, Line, Table, to_markdown
from eval.measures import NAMES, mean, unjudged_share
from eval.runs import Run, read_run
from eval.scored import Scored, column, score_run, splits, with_interval
from eval.topics import SetError, Topic

BASELINE = "baseline.txt"  # beside a set's runs: the name of the run that others are compared with
COMPARED = ("Success@1", "R@5", "RR@10", "nDCG@10")
BY_KIND = ("Success@1", "R@5", "RR@10")
SPLITS = ("all", "tune", "test")


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the runs named on the command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m eval.score", description="Score stored runs without searching.")
    parser.add_argument("runs", nargs="+", metavar="RUN", help="a run's folder, or its name under --runs")
    parser.add_argument("--set", default="samples", help="samples, papers, readers, pairs, rounds ...")
    parser.add_argument("--split", choices=SPLITS, default="all", help="the questions of the tables by kind")
    parser.add_argument("--runs", dest="home", type=Path, default=RUNS, help="where runs are kept")
    asked = parser.parse_args(arguments)
    try:
        questions = read_set(asked.set)
        scored = [score_run(questions, find_run(name, asked.home / asked.set)) for name in asked.runs]
    except (SetError, OSError) as error:
        sys.stderr.write(f"python -m eval.score: {error}\n")
        return 1
    sys.stdout.write(to_markdown(side_by_side(questions, scored, asked.split)))
    return 0


def find_run(name: str, home: Path) -> Run:
    """Return the run that stands in this folder or has this name under ``home``."""
    found = next((one for one in (Path(name), home / name) if (one / "run.json").is_file()), None)
    if found is None:
        raise SetError(f"There is no run {name!r}, neither as a folder nor under {home}.")
    return read_run(found)


def side_by_side(questions: QuestionSet, scored: Sequence[Scored], split: str = "all") -> list[Block]:
    """Return the systems beside each other: by split, by kind, and how likely chance is to make what parts them."""
    chosen = next(topics for label, topics in splits(questions) if label == split)
    first = scored[0]
    blocks: list[Block] = [Heading(2, f"Systems over the set “{questions.name}”, pages"), _overall(questions, scored)]
    if len(scored) > 1:
        blocks += [Heading(2, f"The lead of {first.run.name}"), _leads(questions, first, scored[1:])]
    for name in BY_KIND:
        title = f"{name} by kind" if split == "all" else f"{name} by kind, {split} split"
        blocks += [Heading(3, title), _kinds(chosen, scored, name)]
    shares = (
        f"{one.run.name} {unjudged_share(questions.topics, questions.judgments, one.run.pages, 5):.0%}"
        for one in scored
    )
    asked = len(questions.topics)
    for one in scored:
        if len(one.run.times) < asked:
            told = f"{one.run.name} was put {len(one.run.times)} of the {asked} questions; the others score 0."
            blocks.append(Line(told))
    return [*blocks, Line(f"Of the first five pages, never judged, and so counted as wrong: {'; '.join(shares)}.")]


def _overall(questions: QuestionSet, scored: Sequence[Scored]) -> Table:
    rows = []
    for one in scored:
        took = f"{median(time.search_ms for time in one.run.times.values()):.0f}" if one.run.times else ""
        for label, chosen in splits(questions):
            cells = (with_interval(list(column(one, chosen, name).values())) for name in NAMES)
            rows.append([one.run.name, label, *cells, took])
    return Table(["system", "split", *NAMES, "median ms"], rows)


def _leads(questions: QuestionSet, first: Scored, others: Sequence[Scored]) -> Table:
    rows = []
    for other in others:
        for label, chosen in splits(questions):
            found = [compare(name, column(other, chosen, name), column(first, chosen, name)) for name in COMPARED]
            cells = (f"{one.after - one.before:+.3f} (p {one.p:.4f})" for one in found)
            rows.append([other.run.name, label, *cells])
    return Table(["over", "split", *COMPARED], rows)


def _kinds(topics: Sequence[Topic], scored: Sequence[Scored], name: str) -> Table:
    rows = []
    for kind in dict.fromkeys(topic.kind for topic in topics):
        asked = [topic for topic in topics if topic.kind == kind and topic.id in scored[0].page]
        if asked:
            cells = (f"{mean(column(one, asked, name).values()):.2f}" for one in scored)
            rows.append([kind, str(len(asked)), *cells])
    return Table(["kind", "questions", *(one.run.name for one in scored)], rows)


if __name__ == "__main__":
    sys.exit(main())
