"""A question put at a meeting is answered by the reply that it was given, found by the words of the question."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_library import TermEncoder, read_made

from corpus.replies import with_questions
from index.ingest import ingest
from index.library import Library, open_library
from index.reading import Reading
from search.answer import ask

QUESTIONS = """
# report | Somewhere County Council | County Council | 2025-03-13
@ report | Question by Ann Ash to Bo Birch, Cabinet Member for Highways
Question by Ann Ash to Bo Birch, Cabinet Member for Highways
Last May I asked whether the makers of satnavs would warn drivers who come near to a school. Have they answered?
@ report | Question by Ann Ash to Bo Birch, Cabinet Member for Highways – Answer
Answer
Thank you for asking. This remains work in progress, and I have told the officers to raise it with them once more.
@ report | Question by Cy Cedar to Bo Birch, Cabinet Member for Highways
Question by Cy Cedar to Bo Birch, Cabinet Member for Highways
Will the ferry to Quillow be painted red?
@ report | Question by Cy Cedar to Bo Birch, Cabinet Member for Highways – Answer
Answer
Yes. The paint is bought.
"""
COMMENTS = """
# report | Somewhere County Council | County Council | 2025-03-13
@ report | Comments of the Leisure Task Group
The Task Group backed new baths on the moor, but was not persuaded that six lanes would meet demand.
@ report | Comments of the Leisure Task Group
Question from Councillor Dale: What would a household pay?
@ report | Comments of the Leisure Task Group
Answer: Some nine pounds a year, before any grant that may yet be won, which the Director expects in the autumn.
"""
OTHERS = """
# minutes | Somewhere County Council | County Council | 2025-01-09 | confirmed
@ discussion 7 | Schools
The access to the school was discussed, and the drivers who come near to it were told to go slowly.
"""


def read_with_replies(path: Path) -> Reading:
    """Read a paper written as plain text, its replies introduced by their questions."""
    read = read_made(path)
    return replace(read, record=replace(read.record, blocks=tuple(with_questions(read.paper, read.record.blocks))))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("replies")
    source = folder / "source"
    source.mkdir()
    for name, text in {"questions.pdf": QUESTIONS, "minutes.pdf": OTHERS, "comments.pdf": COMMENTS}.items():
        (source / name).write_text(text, encoding="utf-8")
    ingest([source], folder / "library", TermEncoder(), read=read_with_replies)
    with open_library(folder / "library", TermEncoder()) as made:
        yield made


REPLY = (
    "Thank you for asking. This remains work in progress, and I have told the officers to raise it with them once more."
)
ASKED = "Last May I asked whether the makers of satnavs would warn drivers who come near to a school."

ANSWERED = [
    # the one word that tells stands in the question alone
    ("satnavs that warn drivers near a school", REPLY),
    ("did the makers of satnavs respond on drivers near a school", REPLY),
    # who asks what was asked means the question
    ("what was asked about satnavs that warn drivers", ASKED),
    ("who asked whether satnavs would warn drivers", "Question by Ann Ash"),
]


@pytest.mark.parametrize(("question", "quote"), ANSWERED)
def test_the_reply_is_told_and_not_the_question(library: Library, question: str, quote: str) -> None:
    answer = ask(library, TermEncoder(), question)
    assert quote in answer.citations[0].quote
    assert "Answer" not in answer.answer


def test_a_short_reply_stands_behind_its_question(library: Library) -> None:
    answer = ask(library, TermEncoder(), "will the ferry to Quillow be painted red")
    assert answer.answer == "Will the ferry to Quillow be painted red? Yes. The paint is bought. [1]"
    assert answer.citations[0].quote == "Yes. The paint is bought."


def test_what_stands_before_a_question_in_one_passage_is_told_all_the_same(library: Library) -> None:
    answer = ask(library, TermEncoder(), "what did the task group say about six lanes")
    assert "not persuaded that six lanes would meet demand" in answer.citations[0].quote
