"""What the reader is taught with: questions beside passages that answer them, and beside passages that only seem to.

A passage answers where it stands on a judged page and holds the words that a right answer must quote. One on a judged
page without them is left out: the answer may stand elsewhere on the page. What the search finds beside them, and all
that it finds for a question that the papers do not answer, is what a reader must learn to refuse.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.answers import holds_evidence
from eval.evaluate import QuestionSet
from eval.qrels import ANSWERS, PagePlace, judgment_of
from eval.topics import Split, Topic
from index.context import embedding_text, encoded
from index.encoder import Encoder
from index.library import Library
from search.find import query_of
from search.retrieve import hits_of, retrieve
from search.scene import scene_of
from search.types import Hit

MADE_UP = Path(__file__).with_name("made_up.jsonl")
"""Passages of councils that do not exist, each with questions that it answers and questions that it only seems to."""

HELD_BACK = 6  # of so many passages made up one is not taught: what is learnt of other councils is measured on them
LOOKED_AT = 30  # passages found, among which those that answer are looked for
ANSWERING = 3  # of them taught for one question at most
SEEMING = 3  # passages that only seem to answer, the best ranked: what an answer would be made of


@dataclass(frozen=True, slots=True)
class Lesson:
    """One passage held against one question.

    Example: ``Lesson("m-0001", "who moved it", "Cabinet, 30 January 2025 ...", answers=True)``.
    """

    topic: str
    question: str
    passage: str  # as it is read: under the line that says where it stands
    answers: bool


def lessons(
    library: Library,
    encoder: Encoder,
    questions: QuestionSet,
    split: Split,
    asked: Callable[[Topic], None] = lambda _: None,
) -> Iterator[Lesson]:
    """Yield the lessons of each question of this part of the set, in its order."""
    scene = scene_of(library, encoder)
    for topic in questions.topics:
        if topic.split != split:
            continue
        query = query_of(library, encoder, topic.question)
        hits = hits_of(library, scene, retrieve(library, encoder, query, scene).candidates[:LOOKED_AT])
        answering = [hit.passage for hit in hits if answers(library, hit, questions, topic)][:ANSWERING]
        seeming = [hit.passage for hit in hits if grade_of(library, hit, questions, topic) == 0][:SEEMING]
        for passages, right in ((answering, True), (seeming, False)):
            for passage in passages:
                yield Lesson(topic.id, query.text, embedding_text(passage), right)
        asked(topic)


def made_up(split: Split, path: Path = MADE_UP) -> Iterator[Lesson]:
    """Yield the lessons of the passages made up, of those taught or of those held back."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if (number % HELD_BACK == 0) == (split == "test"):
            row = json.loads(line)
            passage = encoded(row["place"], row["text"])
            yield from (Lesson(f"made-{number:04d}", asked, passage, answers=True) for asked in row["answers"])
            yield from (Lesson(f"made-{number:04d}", asked, passage, answers=False) for asked in row["not"])


def answers(library: Library, hit: Hit, questions: QuestionSet, topic: Topic) -> bool:
    """Say whether a hit stands on a page that answers and holds the words that a right answer must quote."""
    right = grade_of(library, hit, questions, topic) >= ANSWERS
    return right and holds_evidence(questions.expected[topic.id], [embedding_text(hit.passage)])


def grade_of(library: Library, hit: Hit, questions: QuestionSet, topic: Topic) -> int:
    """Return the highest grade of the pages on which a hit is printed; 0 where none of them was judged."""
    pages = [span.page for span in hit.passage.spans]
    places = [PagePlace(library.name(hit.passage.paper), min(pages), max(pages))]
    places += [PagePlace(copy.paper, copy.pdf_page, copy.pdf_page) for copy in hit.copies]
    judged = (judgment_of(questions.judgments.get(topic.id, ()), place) for place in places)
    return max((one.grade for one in judged if one is not None), default=0)
