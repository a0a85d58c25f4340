"""``python -m eval.pool SET``: the pages that runs rank high or cite and nobody has judged, for a person to judge.

A judgment made from one system's results favours that system: a right page that its author did not think of counts
against every other. So the first pages of all runs kept for the set are pooled. The list is blind: it runs question by
question, in an order that tells neither which system found a page nor how high.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from eval.evaluate import RUNS, QuestionSet, read_set
from eval.measures import judged_topics
from eval.qrels import PagePlace, Place, docno, judgment_of
from eval.runs import Run, read_run
from eval.topics import Topic

DEPTH = 5  # places of each run: the depth that users look at


def pool(questions: QuestionSet, runs: Iterable[Run], depth: int = DEPTH) -> list[tuple[Topic, str]]:
    """Return the docno of each unjudged page among the first ``depth`` places and the citations of the runs."""
    kept = list(runs)
    pooled: list[tuple[Topic, str]] = []
    for topic in judged_topics(questions.topics, questions.judgments, "page"):
        judged = questions.judgments[topic.id]
        shown = {place for run in kept for place in _shown(run, topic, depth) if isinstance(place, PagePlace)}
        unjudged = [docno(place) for place in shown if judgment_of(judged, place) is None]
        pooled += [(topic, page) for page in sorted(unjudged, key=_blind)]
    return pooled


def _shown(run: Run, topic: Topic, depth: int) -> Iterator[Place]:
    yield from (one.place for one in run.pages.get(topic.id, ())[:depth])
    if topic.id in run.answers:
        yield from run.answers[topic.id].pages


def _blind(page: str) -> str:
    return sha256(page.encode()).hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """List what there is to judge; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m eval.pool", description="List pages that nobody has judged.")
    parser.add_argument("set", help="samples or papers")
    parser.add_argument("--runs", type=Path, default=RUNS, help="the folder of runs")
    parser.add_argument("--depth", type=int, default=DEPTH, help=f"places of each run ({DEPTH})")
    asked = parser.parse_args(arguments)
    runs = [read_run(home.parent) for home in sorted((asked.runs / asked.set).glob("*/run.json"))]
    for topic, page in pool(read_set(asked.set), runs, asked.depth):
        sys.stdout.write(f"{topic.id}\t{page}\t{topic.question}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
