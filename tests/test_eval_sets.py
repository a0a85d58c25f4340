"""The evaluation sets themselves: complete, fair in kind and split, and true to the papers that they judge."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from eval.answers import plain
from eval.evaluate import SETS, read_set
from eval.qrels import ANSWERS, PagePlace
from eval.topics import read_topics

NAMES = tuple(sorted(one.parent.name for one in SETS.glob("*/topics.tsv")))
READERS = "readers"  # asked by others and taken as it came: no kind is filled up, and no hash deals its splits
TAUGHT_WITH = ("pairs", "rounds", "sample-pairs")  # so too: the reader is taught on their tune splits
COUNCILS = Path(__file__).resolve().parent.parent / "eval" / "councils"
MET = tuple(sorted(one.name for one in COUNCILS.iterdir()))  # made up by others, and taken as they came
SCANNED = ("(scan).pdf", "scan.pdf")  # their words are in no text layer: judged from the same minutes as text


@pytest.mark.parametrize("name", [name for name in NAMES if name not in (READERS, *TAUGHT_WITH, *MET)])
def test_no_kind_is_rare_and_a_third_of_each_is_kept_for_testing(name: str) -> None:
    topics = read_set(name).topics
    kinds = Counter(topic.kind for topic in topics)
    assert {kind: count for kind, count in kinds.items() if count < 15} == {}
    tests = Counter(topic.kind for topic in topics if topic.split == "test")
    assert {kind: tests[kind] for kind, count in kinds.items() if abs(tests[kind] - count / 3) > 2} == {}


def test_the_readers_questions_that_development_saw_are_all_in_the_tune_split() -> None:
    questions = read_set(READERS)
    for topic in questions.topics:  # the note begins with its number in its reader's list: the even ones were seen
        number = re.match(r"[A-Z](\d\d)\b", questions.expected[topic.id].note)
        assert number, topic.id
        assert topic.split == ("test" if int(number[1]) % 2 else "tune"), topic.id


@pytest.mark.parametrize("name", NAMES)
def test_every_answerable_question_has_a_place_and_every_other_has_a_reason(name: str) -> None:
    questions = read_set(name)
    for topic in questions.topics:
        expected, judged = questions.expected[topic.id], questions.judgments.get(topic.id, ())
        if expected.outcome == "answered":
            assert expected.anchors, topic.id
            assert any(one.grade >= ANSWERS and isinstance(one.place, PagePlace) for one in judged), topic.id
        else:
            assert topic.kind == "unanswerable", topic.id
            assert expected.note, topic.id


@pytest.mark.parametrize("name", NAMES)
def test_no_question_is_asked_twice(name: str) -> None:
    asked = Counter(plain(topic.question) for topic in read_topics(SETS / name / "topics.tsv"))
    assert {question: count for question, count in asked.items() if count > 1} == {}


@cache
def text_of(path: Path, page: int) -> str:
    """Return the text of one page of a PDF as pdfium reads it, ready to compare."""
    document = pypdfium2.PdfDocument(path)
    try:
        return plain(document[page - 1].get_textpage().get_text_range().replace("\ufffe", ""))
    finally:
        document.close()


def missing_anchors(name: str, folder: Path) -> list[str]:
    """Return the judged items that have no page with an anchor, and the judged pages that do not exist."""
    files = {path.name: path for path in folder.rglob("*.pdf")}
    questions = read_set(name)
    missing = []
    for topic in questions.topics:
        parts = [plain(part) for parts in questions.expected[topic.id].anchors for part in parts]
        held: dict[int, bool] = {}
        for one in questions.judgments.get(topic.id, ()):
            if not isinstance(one.place, PagePlace) or one.grade < ANSWERS:
                continue
            scanned = one.place.paper.endswith(SCANNED)
            words = "" if scanned else text_of(files[one.place.paper], one.place.first)
            held[one.item] = held.get(one.item, False) or scanned or any(part in words for part in parts)
        missing += [f"{topic.id} item {item}" for item, good in held.items() if not good and parts]
    return missing


@pytest.mark.papers
@pytest.mark.parametrize("name", ["papers", READERS, "pairs", "rounds"])
def test_every_item_judged_in_the_real_papers_has_its_anchor_on_a_judged_page(name: str, papers: Path) -> None:
    assert missing_anchors(name, papers) == []


@pytest.mark.parametrize("name", MET)
def test_every_item_judged_in_the_papers_of_councils_made_up_has_its_anchor_on_a_judged_page(name: str) -> None:
    assert missing_anchors(name, COUNCILS / name) == []


@pytest.mark.skipif("samples" not in NAMES, reason="the questions over the sample papers are not written yet")
def test_every_item_judged_in_the_sample_papers_has_its_anchor_on_a_judged_page(samples: Path) -> None:
    assert missing_anchors("samples", samples) == []
    assert missing_anchors("sample-pairs", samples) == []
