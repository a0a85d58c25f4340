"""A line of a slide is quoted by itself, and lines of prose that a page has wrapped stay together."""

from pathlib import Path

import pytest
from made_library import TermEncoder, make

from search.answer import ask
from search.slides import is_slide

SLIDE = """
# report | Somewhere City Council | Children's Commission | 2025-04-08
@ report | Sufficiency strategy
Number of children placed in specialist lodgings has increased
Average cost of lodgings has increased though below the nation's
Average cost of an internal lodging is £4627 per week
Average cost of an external lodging is £5414 per week
Average cost of specialist lodging has increased
@ report | Ferry
The ferry to Quillow is to be painted red in the spring, and its crew are to be trained anew in the summer.
"""


def test_one_line_of_a_slide_is_quoted(tmp_path: Path) -> None:
    with make(tmp_path, {"slides.pdf": SLIDE}) as library:
        answer = ask(library, TermEncoder(), "average cost of an external lodging")
    assert [one.quote for one in answer.citations] == ["Average cost of an external lodging is £5414 per week"]


def test_lines_that_answer_alike_are_quoted_one_by_one(tmp_path: Path) -> None:
    with make(tmp_path, {"slides.pdf": SLIDE}) as library:
        answer = ask(library, TermEncoder(), "how much is the average cost of a lodging per week")
    assert [one.quote for one in answer.citations] == [
        "Average cost of an internal lodging is £4627 per week",
        "Average cost of an external lodging is £5414 per week",
    ]


def test_a_figure_of_another_line_is_not_told(tmp_path: Path) -> None:
    with make(tmp_path, {"slides.pdf": SLIDE}) as library:
        answer = ask(library, TermEncoder(), "how much is the average cost of a specialist lodging per week")
    assert answer.outcome == "not_found"


NEAR = "Children live near where they were born"
PAID = "Carers are paid each week in advance"
FULL = "The homes are full all of the year"
PARTS = [
    # lines that each say one thing, in one run or more, and with a short one among them
    ([[NEAR, PAID, FULL]], True),
    ([["Holly House", NEAR, PAID], [FULL]], True),
    # sentences
    ([[f"{NEAR}.", f"{PAID}.", f"{FULL}."]], False),
    # a list under its stem, which is read as one
    ([["The aims are these:", "children who live near schools", "carers who are paid well", FULL]], False),
    # an address
    ([["Ann Ash, Clerk", "2 Mill Lane, Thring", "Telephone 01234 567890"]], False),
    # two lines: a heading, and what stands under it
    ([["The sufficiency strategy of the council", NEAR]], False),
]


@pytest.mark.parametrize(("runs", "expected"), PARTS)
def test_a_slide_is_told_from_what_else_ends_in_no_full_stop(runs: list[list[str]], expected: bool) -> None:
    assert is_slide(runs) is expected
