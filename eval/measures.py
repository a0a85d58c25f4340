"""How good a ranking is, by the measures of the field (`ir_measures`), at the level of the page and of the minute.

Places are turned into items before they are counted (see `eval.qrels`): the first place of an item is the item, a
later one of the same item is a place wasted, as it is for the reader. Only a place that answers the question finds its
item; one that merely helps (the report before the decision) has a gain of its own in nDCG and no part in the others.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import ir_measures
from ir_measures import RR, R, Success, nDCG

from eval.qrels import ANSWERS, Judgment, Judgments, MinutePlace, docno, judgment_of
from eval.runs import Ranked
from eval.topics import Topic

Level = Literal["page", "minute"]
Scores = Mapping[str, Mapping[str, float]]
"""Of each topic, the value of each measure."""

MEASURES = {
    "Success@1": Success(rel=ANSWERS) @ 1,
    "Success@5": Success(rel=ANSWERS) @ 5,
    "R@5": R(rel=ANSWERS) @ 5,
    "R@20": R(rel=ANSWERS) @ 20,
    "RR@10": RR(rel=ANSWERS) @ 10,
    "nDCG@10": nDCG @ 10,
}
NAMES = tuple(MEASURES)


def judged_topics(topics: Iterable[Topic], judgments: Judgments, level: Level) -> tuple[Topic, ...]:
    """Return the questions that this level can measure: answerable, with a place of that level judged right."""
    return tuple(
        topic
        for topic in topics
        if topic.kind != "unanswerable"
        and any(one.grade >= ANSWERS for one in _of_level(judgments.get(topic.id, ()), level))
    )


def score_rankings(
    topics: Sequence[Topic], judgments: Judgments, rankings: Mapping[str, Sequence[Ranked]], level: Level
) -> dict[str, dict[str, float]]:
    """Return each measure for each question that the level can measure; nothing found scores 0."""
    measured = judged_topics(topics, judgments, level)
    qrels: dict[str, dict[str, int]] = {}
    run: dict[str, dict[str, float]] = {}
    for topic in measured:
        judged = _of_level(judgments[topic.id], level)
        qrels[topic.id] = _items(judged)
        run[topic.id] = _by_item(rankings.get(topic.id, ()), judged)
    scores = {topic.id: dict.fromkeys(NAMES, 0.0) for topic in measured}
    names = {measure: name for name, measure in MEASURES.items()}
    found = {topic: ranked for topic, ranked in run.items() if ranked}
    for value in ir_measures.iter_calc(MEASURES.values(), qrels, found):
        scores[value.query_id][names[value.measure]] = value.value
    return scores


def unjudged_share(
    topics: Sequence[Topic], judgments: Judgments, rankings: Mapping[str, Sequence[Ranked]], depth: int = 10
) -> float:
    """Return the share of the first ``depth`` pages that nobody has judged: where it is high, pool again."""
    seen = [
        judgment_of(judgments[topic.id], one.place) is None
        for topic in judged_topics(topics, judgments, "page")
        for one in rankings.get(topic.id, ())[:depth]
    ]
    return sum(seen) / len(seen) if seen else 0.0


def recall_by_depth(
    topics: Sequence[Topic], judgments: Judgments, rankings: Mapping[str, Sequence[Ranked]], depths: Sequence[int]
) -> list[float]:
    """Return, for each depth, the mean share of a question's items found by then."""
    measured = judged_topics(topics, judgments, "page")
    curves = []
    for topic in measured:
        judged = _of_level(judgments[topic.id], "page")
        items = {item for item, grade in _items(judged).items() if grade >= ANSWERS}
        names = list(_by_item(rankings.get(topic.id, ()), judged))
        curves.append([len(items & set(names[:depth])) / len(items) for depth in depths])
    return [sum(values) / len(curves) for values in zip(*curves, strict=True)] if curves else [0.0 for _ in depths]


def mean(values: Iterable[float]) -> float:
    """Return the mean, 0 where there is nothing."""
    given = list(values)
    return sum(given) / len(given) if given else 0.0


def _of_level(judgments: Iterable[Judgment], level: Level) -> tuple[Judgment, ...]:
    return tuple(one for one in judgments if isinstance(one.place, MinutePlace) == (level == "minute"))


def _items(judged: Iterable[Judgment]) -> dict[str, int]:
    grades: dict[str, int] = {}
    for one in judged:
        grades[_name(one)] = max(grades.get(_name(one), 0), one.grade)
    return grades


def _by_item(ranking: Sequence[Ranked], judged: Sequence[Judgment]) -> dict[str, float]:
    """Return falling scores by item, so that ties in a system's scores cannot change its order."""
    names: dict[str, float] = {}
    for rank, one in enumerate(ranking):
        judgment = judgment_of(judged, one.place)
        name = docno(one.place) if judgment is None or judgment.grade == 0 else _name(judgment)
        if name in names:
            name = f"again:{docno(one.place)}:{rank}"
        names[name] = float(len(ranking) - rank)
    return names


def _name(judgment: Judgment) -> str:
    """Name what the place stands for: the item that it answers with, or the help that it gives towards it."""
    return f"{'item' if judgment.grade >= ANSWERS else 'help'}-{judgment.item}"
