"""The plots of a report, each followed by a table of the same numbers: a picture tells nothing to who cannot see it."""

from collections.abc import Mapping, Sequence

from eval import plots
from eval.calibration import Bin, reliability
from eval.evaluate import QuestionSet
from eval.markup import Block, Heading, Line, Picture, Table
from eval.measures import mean, recall_by_depth
from eval.runs import Run
from eval.scored import Scored, kind_mean, kinds

DEPTHS = tuple(range(1, 21))
PERCENTILES = (50, 75, 90, 95, 99)


def pictures(questions: QuestionSet, runs: Sequence[Scored]) -> list[Block]:
    """Return all plots of these runs, the one reported first."""
    return [
        *_kinds(questions, runs),
        *_depths(questions, runs),
        *(_declining(questions, runs) if runs[0].answers else []),
        *(_calibration(questions, runs[0]) if runs[0].run.confidence else []),
        *(_latency(runs) if runs[0].run.times else []),
    ]


def _kinds(questions: QuestionSet, runs: Sequence[Scored]) -> list[Block]:
    names = [one.run.name for one in runs]
    asked = [kind for kind in kinds(questions) if kind != "unanswerable"]
    rows = [(kind, [kind_mean(questions, one, kind, "RR@10") for one in runs]) for kind in asked]
    title = "RR@10 by kind of question, pages"
    table = Table(["kind", *names], [[kind, *_two(found)] for kind, found in rows], title)
    return [Heading(2, "By kind of question"), Picture("by-kind.svg", title, plots.bars(title, rows, names)), table]


def _depths(questions: QuestionSet, runs: Sequence[Scored]) -> list[Block]:
    rows = [
        (one.run.name, recall_by_depth(questions.topics, questions.judgments, one.run.pages, DEPTHS)) for one in runs
    ]
    title = "Recall by depth, pages"
    drawn = plots.curves(title, DEPTHS, rows, "places looked at")
    cells = [[str(depth), *_two([found[at] for _, found in rows])] for at, depth in enumerate(DEPTHS)]
    table = Table(["places looked at", *(name for name, _ in rows)], cells, title)
    return [Heading(2, "By depth"), Picture("by-depth.svg", title, drawn), table]


def _declining(questions: QuestionSet, runs: Sequence[Scored]) -> list[Block]:
    names = [one.run.name for one in runs]
    rows = [(kind, [_answered(questions, kind, one.run) for one in runs]) for kind in kinds(questions)]
    title = "Share of the questions answered, by kind; of the unanswerable it should be 0"
    table = Table(["kind", *names], [[kind, *_two(found)] for kind, found in rows], title)
    return [Heading(2, "Declining"), Picture("declining.svg", title, plots.bars(title, rows, names)), table]


def _calibration(questions: QuestionSet, scored: Scored) -> list[Block]:
    bins = reliability(scored.run.confidence, _right(questions, scored))
    if not bins:
        return []
    title = "Share of answers that are right, by how sure the system was"
    points = [one.sure for one in bins]
    drawn = plots.curves(
        title,
        points,
        [("right", [one.right for one in bins]), ("as right as it is sure (ideal)", points)],
        "confidence, mean of each group",
    )
    rows = [[f"{one.low:.2f} to {one.high:.2f}", str(one.questions), *_two([one.sure, one.right])] for one in bins]
    gap = sum(one.questions * abs(one.right - one.sure) for one in bins) / sum(one.questions for one in bins)
    return [
        Heading(2, "Calibration of declining"),
        Picture("calibration.svg", title, drawn),
        Table(["confidence", "questions", "mean confidence", "share right"], rows, title),
        Line(f"The mean gap between confidence and share right is {gap:.3f}; 0 would be perfect."),
        *_thresholds(bins),
    ]


def _thresholds(bins: Sequence[Bin]) -> list[Block]:
    """Return what declining below each confidence would do: how many are still answered, how many of them are right."""
    rows = []
    for at, one in enumerate(bins):
        rest = bins[at:]
        count = sum(part.questions for part in rest)
        right = sum(part.right * part.questions for part in rest) / count
        rows.append([f"{one.low:.2f}", str(count), f"{right:.2f}"])
    head = ["answer only from this confidence on", "questions answered", "share of them right"]
    return [Table(head, rows, "What declining earlier or later would do")]


def _latency(runs: Sequence[Scored]) -> list[Block]:
    timed = [one.run for one in runs if one.run.times]
    rows = [(run.name, [_percentile(run, share) for share in PERCENTILES]) for run in timed]
    highest = max(max(found) for _, found in rows) or 1.0
    shares = [(name, [value / highest for value in found]) for name, found in rows]
    title = f"Time of a search by percentile, as a share of {highest:.0f} ms"
    cells = [[f"{share}", *(f"{found[at]:.0f}" for _, found in rows)] for at, share in enumerate(PERCENTILES)]
    table = Table(["percentile", *(f"{name}, ms" for name, _ in rows)], cells, "Time of a search, milliseconds")
    drawn = plots.curves(title, [float(share) for share in PERCENTILES], shares, "percentile", even=True)
    return [Heading(2, "Latency"), Picture("latency.svg", title, drawn), table]


def _answered(questions: QuestionSet, kind: str, run: Run) -> float:
    chosen = [topic.id for topic in questions.topics if topic.kind == kind and topic.id in run.answers]
    return mean(float(run.answers[one].outcome == "answered") for one in chosen)


def _right(questions: QuestionSet, scored: Scored) -> Mapping[str, bool]:
    """Say of each question that was answered whether its first citation is right: never of an unanswerable one."""
    given = (topic.id for topic in questions.topics if _outcome(scored.run, topic.id) == "answered")
    return {topic: (scored.answers[topic].first_right or 0.0) > 0 for topic in given}


def _outcome(run: Run, topic: str) -> str:
    return run.answers[topic].outcome if topic in run.answers else ""


def _percentile(run: Run, share: int) -> float:
    found = sorted(one.search_ms for one in run.times.values())
    return found[min(len(found) - 1, int(len(found) * share / 100))]


def _two(found: Sequence[float]) -> list[str]:
    return [f"{value:.2f}" for value in found]
