"""``python -m eval.pool SET``: the pages that runs rank high and nobody has judged, for a person to judge.

A judgment made from one system's results favours that system: a right page that its author did not think of counts
against every other. So the first pages of all runs kept for the set are pooled and shown, those that most runs agree on
first.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.evaluate import RUNS, QuestionSet, read_set
from eval.measures import judged_topics
from eval.qrels import PagePlace, docno, judgment_of
from eval.runs import Run, read_run

DEPTH = 5  # places of each run: the depth that users look at


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A page that systems ranked high for a question."""

    topic: str
    place: PagePlace
    systems: tuple[str, ...]
    best: int  # its highest rank in any run


def pool(questions: QuestionSet, runs: Iterable[Run], depth: int = DEPTH) -> list[Unjudged]:
    """Return the unjudged pages among the first ``depth`` of each run: those that most systems found first."""
    ranks: dict[tuple[str, PagePlace], dict[str, int]] = {}
    kept = list(runs)
    for topic in judged_topics(questions.topics, questions.judgments, "page"):
        for run in kept:
            for rank, one in enumerate(run.pages.get(topic.id, ())[:depth], start=1):
                place = one.place
                if isinstance(place, PagePlace) and judgment_of(questions.judgments[topic.id], place) is None:
                    ranks.setdefault((topic.id, place), {}).setdefault(run.made.system, rank)
    found = [
        Unjudged(topic, place, tuple(sorted(systems)), min(systems.values()))
        for (topic, place), systems in ranks.items()
    ]
    return sorted(found, key=lambda one: (-len(one.systems), one.best, one.topic, docno(one.place)))


def main(arguments: Sequence[str] | None = None) -> int:
    """List what there is to judge; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m eval.pool", description="List pages that nobody has judged.")
    parser.add_argument("set", help="samples or papers")
    parser.add_argument("--runs", type=Path, default=RUNS)
    asked = parser.parse_args(arguments)
    questions = read_set(asked.set)
    runs = [read_run(home.parent) for home in sorted((asked.runs / asked.set).glob("*/run.json"))]
    words = {topic.id: topic.question for topic in questions.topics}
    for one in pool(questions, runs):
        line = (one.topic, docno(one.place), str(one.best), ",".join(one.systems), words[one.topic])
        sys.stdout.write("\t".join(line) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
