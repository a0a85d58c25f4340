"""How good the answers are: is the evidence quoted, is it cited rightly, and is declining right when it is done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from eval.qrels import ANSWERS, Judgment, Judgments, MinutePlace, Place, judgment_of, same_place
from eval.runs import Answered
from eval.topics import SetError, Topic, read_rows
from search.types import Outcome

COLUMNS = ("id", "outcome", "anchors", "note")
TYPOGRAPHIC = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " ", "\xad": ""})


@dataclass(frozen=True, slots=True)
class Expected:
    """What a question should get.

    Example: ``Expected("p-dec01", "answered", (("next due report",),), "")``: any one alternative will do, all of
    its parts together.
    """

    topic: str
    outcome: Outcome
    anchors: tuple[tuple[str, ...], ...]
    note: str


@dataclass(frozen=True, slots=True)
class AnswerScore:
    """One answer judged; None where the question does not ask for it."""

    evidence: float | None  # of answerable questions, 1 where the expected words are quoted from a judged page
    precision: float | None  # share of the citations that stand on judged pages
    recall: float | None  # share of the items that answer it, cited at least once
    first_right: float | None  # 1 where the first citation stands on a judged page
    minute_right: float | None  # of decision questions, 1 where the first citation names a judged minute
    declined_rightly: float | None  # of unanswerable questions, 1 where it declined
    declined_wrongly: float | None  # of answerable questions, 1 where it declined
    outcome_right: float  # 1 where the outcome is the expected one exactly


SCORE_NAMES = tuple(AnswerScore.__dataclass_fields__)


def read_answers(path: Path) -> dict[str, Expected]:
    """Return what is expected of each question in an ``answers.tsv``."""
    expected: dict[str, Expected] = {}
    for number, row in enumerate(read_rows(path, COLUMNS), start=2):
        outcome = next((one for one in get_args(Outcome) if one == row["outcome"]), None)
        if outcome is None:
            raise SetError(f"{path.name}, line {number}: {row['outcome']} is no outcome.")
        alternatives = [one for one in row["anchors"].split(" | ") if one]
        anchors = tuple(tuple(part.strip() for part in one.split(" & ")) for one in alternatives)
        expected[row["id"]] = Expected(row["id"], outcome, anchors, row["note"])
    return expected


def plain(text: str) -> str:
    """Return the text for comparison: lower case, straight quotation marks, white space folded."""
    return " ".join(text.translate(TYPOGRAPHIC).casefold().split())


def holds_evidence(expected: Expected, quotes: Iterable[str]) -> bool:
    """Say whether all parts of one alternative stand in the quotations taken together."""
    words = plain("\n".join(quotes))
    return any(all(plain(part) in words for part in parts) for parts in expected.anchors)


def quotes_judged(judged: Sequence[Judgment], cited: Iterable[tuple[Place, str]]) -> list[str]:
    """Return the quotations that were taken from pages that answer the question."""
    return [quote for place, quote in cited if _grade(judged, place) >= ANSWERS]


def score_answer(topic: Topic, expected: Expected, judged: Sequence[Judgment], answered: Answered) -> AnswerScore:
    """Judge one answer. An answerable question that was declined scores 0 throughout."""
    exact = float(answered.outcome == expected.outcome)
    given = answered.outcome == "answered"
    if expected.outcome != "answered":
        return AnswerScore(None, None, None, None, None, float(not given), None, exact)
    grades = [_grade(judged, place) for place in answered.pages] if given else []
    minutes = [one for one in judged if isinstance(one.place, MinutePlace) and one.grade >= ANSWERS]
    first = answered.minutes[0] if given and answered.minutes else None
    named = first is not None and any(same_place(one.place, first) for one in minutes)
    return AnswerScore(
        evidence=float(given and answered.evidence),
        precision=sum(grade > 0 for grade in grades) / len(grades) if grades else 0.0,
        recall=_recall(judged, answered.pages if given else ()),
        first_right=float(bool(grades) and grades[0] >= ANSWERS),
        minute_right=float(named) if topic.kind == "decision" and minutes else None,
        declined_rightly=None,
        declined_wrongly=float(not given),
        outcome_right=exact,
    )


def score_answers(
    topics: Iterable[Topic], expected: Mapping[str, Expected], judgments: Judgments, answers: Mapping[str, Answered]
) -> dict[str, AnswerScore]:
    """Judge every answer of a run; a question without one counts as answered with nothing."""
    nothing = Answered("", (), (), evidence=False)
    return {
        topic.id: score_answer(topic, expected[topic.id], judgments.get(topic.id, ()), answers.get(topic.id, nothing))
        for topic in topics
    }


def values(scores: Iterable[AnswerScore], name: str) -> list[float]:
    """Return the values of one measure, without the questions that do not ask for it."""
    found: list[float | None] = [getattr(score, name) for score in scores]
    return [value for value in found if value is not None]


def _grade(judged: Sequence[Judgment], place: Place) -> int:
    judgment = judgment_of(judged, place)
    return 0 if judgment is None else judgment.grade


def _recall(judged: Sequence[Judgment], pages: Sequence[Place]) -> float:
    answering = [one for one in judged if one.grade >= ANSWERS and not isinstance(one.place, MinutePlace)]
    items = {one.item for one in answering}
    cited = {one.item for one in answering for place in pages if same_place(one.place, place)}
    return len(cited) / len(items) if items else 0.0
