"""The tables of a report: what was found and answered, beside the baseline, and what went worst."""

from collections.abc import Mapping
from statistics import median, quantiles

from eval.answers import SCORE_NAMES, values
from eval.compare import Comparison, compare
from eval.evaluate import DEPTH, QuestionSet
from eval.markup import Block, Heading, Line, Table
from eval.measures import NAMES
from eval.qrels import ANSWERS, PagePlace, docno, judgment_of
from eval.runs import Run
from eval.scored import Scored, column, kinds, splits, with_interval
from eval.topics import Topic

COMPARED = ("Success@1", "R@5", "RR@10", "nDCG@10")
SHOWN = 15  # gains and losses listed each way
WORST = 10  # misses listed
PLACES = 3  # right pages named for a miss
ANSWER_LABELS = {
    "evidence": "evidence quoted", "precision": "citation precision", "recall": "citation recall",
    "first_right": "first citation right", "minute_right": "right minute (decisions)",
    "declined_rightly": "declined rightly (unanswerable)", "declined_wrongly": "declined wrongly (answerable)",
    "outcome_right": "outcome exactly right",
}  # fmt: skip

Scores = Mapping[str, Mapping[str, float]]


def overall(questions: QuestionSet, scores: Scores, caption: str) -> Table:
    """Return every measure of rankings by split, with intervals."""
    rows = []
    for label, chosen in splits(questions):
        measured = [scores[topic.id] for topic in chosen if topic.id in scores]
        rows.append([label, str(len(measured)), *(with_interval([one[name] for one in measured]) for name in NAMES)])
    return Table(["split", "questions", *NAMES], rows, caption)


def by_kind(questions: QuestionSet, scores: Scores, caption: str) -> Table:
    """Return every measure of rankings by kind of question and split, with intervals."""
    rows = []
    for kind in kinds(questions):
        for label, chosen in splits(questions):
            measured = [scores[topic.id] for topic in chosen if topic.kind == kind and topic.id in scores]
            if measured:
                cells = (with_interval([one[name] for one in measured]) for name in NAMES)
                rows.append([kind, label, str(len(measured)), *cells])
    return Table(["kind", "split", "questions", *NAMES], rows, caption)


def answers(questions: QuestionSet, scored: Scored) -> Table:
    """Return every measure of answers by split, with intervals and how many questions each is over."""
    rows = []
    for name in SCORE_NAMES:
        row = [ANSWER_LABELS[name]]
        for _, chosen in splits(questions):
            found = values([scored.answers[topic.id] for topic in chosen], name)
            row.append(f"{with_interval(found)} of {len(found)}")
        rows.append(row)
    return Table(["measure", *(label for label, _ in splits(questions))], rows, "Answers, by split")


def answers_by_kind(questions: QuestionSet, scored: Scored) -> Table:
    """Return every measure of answers by kind of question, with intervals."""
    rows = []
    for kind in kinds(questions):
        chosen = [scored.answers[topic.id] for topic in questions.topics if topic.kind == kind]
        cells = [values(chosen, name) for name in SCORE_NAMES]
        rows.append([kind, str(len(chosen)), *(with_interval(found) for found in cells)])
    return Table(["kind", "questions", *(ANSWER_LABELS[name] for name in SCORE_NAMES)], rows, "Answers, by kind")


def beside(questions: QuestionSet, scored: Scored, baseline: Scored) -> list[Block]:
    """Return the run beside the baseline: means and chance by split, gains and losses of the tune split alone."""
    rows, blocks = [], list[Block]()
    for label, chosen in splits(questions):
        for name in COMPARED:
            one = compare(name, *(column(which, chosen, name) for which in (baseline, scored)))
            difference = f"{one.after - one.before:+.3f} ({one.low:+.3f} to {one.high:+.3f})"
            counts = [str(len(one.gains)), str(len(one.losses))]
            rows.append([label, name, f"{one.before:.3f}", f"{one.after:.3f}", difference, f"{one.p:.4f}", *counts])
    head = ["split", "measure", "baseline", "now", "difference", "p", "gains", "losses"]
    blocks.append(Table(head, rows, "Differences, and how likely chance is to make them"))
    tuned = [topic for topic in questions.topics if topic.split == "tune"]  # nobody looks into the test split
    change = compare("RR@10", column(baseline, tuned, "RR@10"), column(scored, tuned, "RR@10"))
    return [*blocks, *_changes(questions, change)]


def times(run: Run) -> Table:
    """Return how long searches and answers took."""
    rows = []
    for label, found in (
        ("search", [one.search_ms for one in run.times.values()]),
        ("ask", [one.ask_ms for one in run.times.values() if one.ask_ms is not None]),
    ):
        if len(found) > 1:
            rows.append([label, f"{median(found):.0f}", f"{quantiles(found, n=20)[18]:.0f}", f"{max(found):.0f}"])
    return Table(["what", "median ms", "95th percentile ms", "longest ms"], rows, "Milliseconds a question")


def misses(questions: QuestionSet, scored: Scored) -> Table:
    """Return the worst misses of the tune split: what came first, what was expected, and where that was found."""
    tuned = [topic for topic in questions.topics if topic.split == "tune" and topic.id in scored.page]
    tuned.sort(key=lambda topic: (scored.page[topic.id]["RR@10"], scored.page[topic.id]["nDCG@10"], topic.id))
    head = ["id", "kind", "question", "came first", "expected", "first right at"]
    return Table(head, [_miss(questions, scored, one) for one in tuned[:WORST]], "The worst misses of the tune split")


def _miss(questions: QuestionSet, scored: Scored, topic: Topic) -> list[str]:
    judged = questions.judgments[topic.id]
    right = [one.place for one in judged if isinstance(one.place, PagePlace) and one.grade >= ANSWERS]
    named = ", ".join(docno(place) for place in right[:PLACES])
    if len(right) > PLACES:
        named += f" and {len(right) - PLACES} more"
    places = [one.place for one in scored.run.pages.get(topic.id, ())]
    ranks = [
        rank for rank, place in enumerate(places, 1) if (one := judgment_of(judged, place)) and one.grade >= ANSWERS
    ]
    first = docno(places[0]) if places else "nothing"
    return [topic.id, topic.kind, topic.question, first, named, str(ranks[0]) if ranks else f"not in {DEPTH}"]


def _changes(questions: QuestionSet, change: Comparison) -> list[Block]:
    asked = {topic.id: topic.question for topic in questions.topics}
    blocks: list[Block] = []
    for label, listed in (("Gains", change.gains), ("Losses", change.losses)):
        title = f"{label} in {change.measure} on the tune split ({len(listed)})"
        rows = [[o.topic, asked[o.topic], f"{o.before:.2f}", f"{o.after:.2f}"] for o in listed[:SHOWN]]
        table = Table(["id", "question", "before", "after"], rows, title)
        blocks += [Heading(3, title), table if rows else Line("None.")]
    return blocks
