"""The report of a run: tables and plots, beside the baseline where there is one, as Markdown and as one HTML page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from eval import plots
from eval.answers import SCORE_NAMES, AnswerScore, score_answers, values
from eval.compare import Comparison, compare, interval
from eval.evaluate import QuestionSet
from eval.markup import Block, Heading, Line, Picture, Table, to_html, to_markdown
from eval.measures import NAMES, mean, recall_by_depth, score_rankings, unjudged_share
from eval.runs import Run
from eval.topics import Split, Topic

DEPTHS = (1, 2, 3, 5, 10, 20)
COMPARED = ("Success@1", "R@5", "RR@10", "nDCG@10")
SHOWN = 15  # gains and losses listed each way
ANSWER_LABELS = {
    "evidence": "evidence quoted", "precision": "citation precision", "recall": "citation recall",
    "first_right": "first citation right", "minute_right": "right minute (decisions)",
    "declined_rightly": "declined rightly (unanswerable)", "declined_wrongly": "declined wrongly (answerable)",
    "outcome_right": "outcome exactly right",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scored:
    """A run with every question's values."""

    run: Run
    page: Mapping[str, Mapping[str, float]]
    minute: Mapping[str, Mapping[str, float]]
    answers: Mapping[str, AnswerScore]


def score_run(questions: QuestionSet, run: Run) -> Scored:
    """Return the run with each question measured at both levels, and its answers judged."""
    return Scored(
        run,
        score_rankings(questions.topics, questions.judgments, run.pages, "page"),
        score_rankings(questions.topics, questions.judgments, run.minutes, "minute"),
        score_answers(questions.topics, questions.expected, questions.judgments, run.answers) if run.answers else {},
    )


def write_report(questions: QuestionSet, scored: Scored, baseline: Scored | None, folder: Path) -> Path:
    """Write ``report.md``, ``report.html`` and the plots into the folder; return the Markdown file."""
    folder.mkdir(parents=True, exist_ok=True)
    blocks = report(questions, scored, baseline)
    for block in blocks:
        if isinstance(block, Picture):
            (folder / block.name).write_text(block.svg, encoding="utf-8")
    (folder / "report.html").write_text(to_html(f"Evaluation: {scored.run.name}", blocks), encoding="utf-8")
    (folder / "report.md").write_text(to_markdown(blocks), encoding="utf-8")
    return folder / "report.md"


def report(questions: QuestionSet, scored: Scored, baseline: Scored | None) -> list[Block]:
    """Return the report's parts in order."""
    made = scored.run.made
    unjudged = unjudged_share(questions.topics, questions.judgments, scored.run.pages)
    blocks: list[Block] = [
        Heading(1, f"Evaluation of {made.system} at {made.commit} on the set “{made.set_name}”"),
        Line(f"{len(questions.topics)} questions over {made.papers} papers. {made.note}".strip()),
        Line(f"Of the first ten pages, {unjudged:.0%} were never judged; they count as wrong."),
        Heading(2, "Pages found"),
        _overall(questions, scored.page),
        Heading(2, "Minutes found"),
        _overall(questions, scored.minute),
        Heading(2, "Pages found, by kind of question"),
        _by_kind(questions, scored.page),
        *_plots(questions, scored, baseline),
    ]
    if scored.answers:
        blocks += [Heading(2, "Answers"), _answers(questions, scored), Heading(2, "Answers, by kind of question")]
        blocks += [_answers_by_kind(questions, scored)]
    if baseline is not None:
        blocks += [Heading(2, f"Beside the baseline, {baseline.run.name}"), *_beside(questions, scored, baseline)]
    if scored.run.times:
        blocks += [Heading(2, "Time"), _times(scored.run)]
    return [*blocks, Heading(2, "Worst misses"), _misses(questions, scored)]


def _overall(questions: QuestionSet, scores: Mapping[str, Mapping[str, float]]) -> Table:
    rows = []
    for label, chosen in _splits(questions):
        measured = [scores[topic.id] for topic in chosen if topic.id in scores]
        rows.append([label, str(len(measured)), *(_with_interval([one[name] for one in measured]) for name in NAMES)])
    return Table(["split", "questions", *NAMES], rows)


def _by_kind(questions: QuestionSet, scores: Mapping[str, Mapping[str, float]]) -> Table:
    rows = []
    for kind in _kinds(questions):
        for label, chosen in _splits(questions):
            measured = [scores[topic.id] for topic in chosen if topic.kind == kind and topic.id in scores]
            if measured:
                rows.append([kind, label, str(len(measured)), *(f"{mean(o[n] for o in measured):.2f}" for n in NAMES)])
    return Table(["kind", "split", "questions", *NAMES], rows)


def _answers(questions: QuestionSet, scored: Scored) -> Table:
    rows = []
    for name in SCORE_NAMES:
        row = [ANSWER_LABELS[name]]
        for _, chosen in _splits(questions):
            found = values([scored.answers[topic.id] for topic in chosen], name)
            row.append(f"{_with_interval(found)} of {len(found)}")
        rows.append(row)
    return Table(["measure", *(label for label, _ in _splits(questions))], rows)


def _answers_by_kind(questions: QuestionSet, scored: Scored) -> Table:
    rows = []
    for kind in _kinds(questions):
        chosen = [scored.answers[topic.id] for topic in questions.topics if topic.kind == kind]
        cells = [values(chosen, name) for name in SCORE_NAMES]
        rows.append([kind, str(len(chosen)), *(f"{mean(found):.2f}" if found else "" for found in cells)])
    return Table(["kind", "questions", *(ANSWER_LABELS[name] for name in SCORE_NAMES)], rows)


def _beside(questions: QuestionSet, scored: Scored, baseline: Scored) -> list[Block]:
    rows, blocks = [], list[Block]()
    for label, chosen in _splits(questions):
        for name in COMPARED:
            one = compare(name, *(_column(which, chosen, name) for which in (baseline, scored)))
            difference = f"{one.after - one.before:+.3f} ({one.low:+.3f} to {one.high:+.3f})"
            counts = [str(len(one.gains)), str(len(one.losses))]
            rows.append([label, name, f"{one.before:.3f}", f"{one.after:.3f}", difference, f"{one.p:.4f}", *counts])
    blocks.append(Table(["split", "measure", "baseline", "now", "difference", "p", "gains", "losses"], rows))
    tuned = [topic for topic in questions.topics if topic.split == "tune"]  # nobody looks into the test split
    change = compare("RR@10", _column(baseline, tuned, "RR@10"), _column(scored, tuned, "RR@10"))
    return [*blocks, *_changes(questions, change)]


def _changes(questions: QuestionSet, change: Comparison) -> list[Block]:
    asked = {topic.id: topic.question for topic in questions.topics}
    blocks: list[Block] = []
    for label, listed in (("Gains", change.gains), ("Losses", change.losses)):
        rows = [[o.topic, asked[o.topic], f"{o.before:.2f}", f"{o.after:.2f}"] for o in listed[:SHOWN]]
        blocks += [Heading(3, f"{label} in {change.measure} on the tune split ({len(listed)})")]
        blocks += [Table(["id", "question", "before", "after"], rows)] if rows else [Line("None.")]
    return blocks


def _plots(questions: QuestionSet, scored: Scored, baseline: Scored | None) -> list[Block]:
    runs = [scored] if baseline is None else [scored, baseline]
    names = [one.run.name for one in runs]
    kinds = [kind for kind in _kinds(questions) if kind != "unanswerable"]
    bars = [(kind, [_kind_mean(questions, one, kind, "RR@10") for one in runs]) for kind in kinds]
    depth = [
        (one.run.name, recall_by_depth(questions.topics, questions.judgments, one.run.pages, DEPTHS)) for one in runs
    ]
    blocks: list[Block] = [
        Picture("by-kind.svg", plots.bars("RR@10 by kind of question, pages", bars, names)),
        Picture("by-depth.svg", plots.curves("Recall by depth, pages", DEPTHS, depth, "places looked at", log=True)),
    ]
    if scored.answers:
        blocks.append(
            Picture("declining.svg", plots.bars("Share answered, by kind", _answering(questions, runs), names))
        )
    times = [(one.run.name, _spread(one.run)) for one in runs if one.run.times]
    if times:
        highest = max(max(found) for _, found in times) or 1.0
        rows = [(name, [value / highest for value in found]) for name, found in times]
        shares = (50.0, 75.0, 90.0, 95.0, 99.0)
        title = f"Time of a search by percentile, as a share of {highest:.0f} ms"
        blocks.append(Picture("latency.svg", plots.curves(title, shares, rows, "percentile", log=True)))
    return blocks


def _answering(questions: QuestionSet, runs: Sequence[Scored]) -> list[tuple[str, list[float]]]:
    rows = []
    for kind in _kinds(questions):
        chosen = [topic.id for topic in questions.topics if topic.kind == kind]
        shares = []
        for one in runs:
            outcomes = [one.run.answers[topic].outcome for topic in chosen if topic in one.run.answers]
            shares.append(mean(float(outcome == "answered") for outcome in outcomes))
        rows.append((kind, shares))
    return rows


def _times(run: Run) -> Table:
    rows = []
    for label, found in (
        ("search", [one.search_ms for one in run.times.values()]),
        ("ask", [one.ask_ms for one in run.times.values() if one.ask_ms is not None]),
    ):
        if len(found) > 1:
            rows.append([label, f"{median(found):.0f}", f"{quantiles(found, n=20)[18]:.0f}", f"{max(found):.0f}"])
    return Table(["", "median ms", "95th percentile ms", "longest ms"], rows)


def _misses(questions: QuestionSet, scored: Scored) -> Table:
    tuned = [topic for topic in questions.topics if topic.split == "tune" and topic.id in scored.page]
    tuned.sort(key=lambda topic: (scored.page[topic.id]["RR@10"], scored.page[topic.id]["nDCG@10"], topic.id))
    rows = [[o.id, o.kind, o.question, f"{scored.page[o.id]['RR@10']:.2f}"] for o in tuned[:SHOWN]]
    return Table(["id", "kind", "question (tune split)", "RR@10"], rows)


def _spread(run: Run) -> list[float]:
    found = sorted(one.search_ms for one in run.times.values())
    return [found[min(len(found) - 1, int(len(found) * share / 100))] for share in (50, 75, 90, 95, 99)]


def _splits(questions: QuestionSet) -> list[tuple[str, list[Topic]]]:
    splits: tuple[Split, ...] = ("tune", "test")
    parts = [(split, [one for one in questions.topics if one.split == split]) for split in splits]
    return [("all", list(questions.topics)), *parts]


def _kinds(questions: QuestionSet) -> list[str]:
    return list(dict.fromkeys(topic.kind for topic in questions.topics))


def _column(scored: Scored, topics: Sequence[Topic], name: str) -> dict[str, float]:
    return {topic.id: scored.page[topic.id][name] for topic in topics if topic.id in scored.page}


def _kind_mean(questions: QuestionSet, scored: Scored, kind: str, name: str) -> float:
    return mean(
        scored.page[topic.id][name] for topic in questions.topics if topic.kind == kind and topic.id in scored.page
    )


def _with_interval(found: Sequence[float]) -> str:
    low, high = interval(found)
    return f"{mean(found):.3f} ({low:.2f}–{high:.2f})" if found else ""
