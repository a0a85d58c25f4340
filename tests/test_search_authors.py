"""Who wrote a report is told by the line at its head or its end that says so, and by no more of it."""

from pathlib import Path

import pytest
from made_library import TermEncoder, make

from search.answer import ask
from search.authors import asks_author, author_line
from search.question import read_question

LINES = [
    # a field between others
    ("Wards affected: All Report author: Priya Nair, Leisure Manager Author contact details: 01632 960 001",
     "Report author: Priya Nair, Leisure Manager"),
    # a table of contacts at the end, with a telephone number
    ("9. Contact details Report Author: Sam Ould, Head of Parks 03000 410 000 sam.ould@example.org",
     "Report Author: Sam Ould, Head of Parks"),
    # no author: who the report is from
    ("From: Ada Quill, Cabinet Member for Roads To: Cabinet, 9 July 2025 Subject: Potholes",
     "From: Ada Quill, Cabinet Member for Roads"),
    # who takes the decision has not written the report
    ("Decision to be taken by: Cllr Gray Report author: Jo Finch", "Report author: Jo Finch"),
    ("The author spoke of her book, and the report was noted.", None),
    ("Letters from: the public", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), LINES)
def test_the_line_ends_where_the_next_field_begins(text: str, line: str | None) -> None:
    assert author_line(text) == line


ASKED = [
    ("who wrote the parks report", True),
    ("who is the author of the LADO paper", True),
    ("report author for the budget", True),
    ("who wrote to the minister", False),  # a letter is no paper of the council's
    ("what did the report say about authors", False),
]


@pytest.mark.parametrize(("question", "asked"), ASKED)
def test_only_who_wrote_a_paper_is_asked_of_its_head(question: str, asked: bool) -> None:
    assert asks_author(read_question(question)) is asked


PACK = """
# report | Somewhere Council | Cabinet | 2025-07-09
@ report | Parks strategy
Report author: Sam Ould, Head of Parks Lead director: Ada Quill
@ report | Parks strategy – 1. Purpose
The parks strategy sets out how the parks are kept.
@ report | Leisure strategy
Report author: Priya Nair, Leisure Manager
@ report | Leisure strategy – 1. Purpose
The leisure strategy sets out how pools are run.
"""


def test_of_two_reports_in_one_paper_each_has_its_own_author(tmp_path: Path) -> None:
    with make(tmp_path, {"pack.pdf": PACK}) as library:
        answers = [
            ask(library, TermEncoder(), f"who wrote the {topic} strategy report") for topic in ("parks", "leisure")
        ]
    assert [[one.quote for one in answer.citations] for answer in answers] == [
        ["Report author: Sam Ould, Head of Parks"],
        ["Report author: Priya Nair, Leisure Manager"],
    ]
