"""What is quoted tells something: no line left for a signature is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_library import TermEncoder, make

from index.library import Library
from search.answer import ask
from search.quoting import SIGNATURE

MINUTES = """
# minutes | Upper Fell Parish Council | Parish Council | 2018-01-16 | confirmed
@ decision 18.01.06 | Precept | 1 | RESOLVED:
That a precept of £5,000 be set.
@ discussion 18.01.07 | Correspondence
A letter on the chestnut tree was read.
Signed _____________________________________ Dated
The Clerk will reply.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("quoting")
    with make(folder, {"minutes.pdf": MINUTES}) as made:
        yield made


def test_a_line_left_for_a_signature_is_quoted_nowhere_and_what_stands_around_it_is(library: Library) -> None:
    answer = ask(library, TermEncoder(), "what was said of the letter on the chestnut tree")

    quotes = [one.quote for one in answer.citations]
    assert answer.outcome == "answered"
    assert quotes[:2] == ["A letter on the chestnut tree was read.", "The Clerk will reply."]
    assert "Signed" not in answer.answer


LINES = [
    ("Signed _______________ Dated", True),
    ("Signed___________________Dated", True),
    ("Signed ........................ Chair Date ..............", True),
    ("Chairman …………… Date ………", True),
    ("Signed (Chairman) ________ Date: _____", True),
    ("Signed: Ann Oak, Head of Finance", False),  # somebody did
    ("The minutes were signed by the Chairman.", False),
    ("Chair Smith reported ... and more", False),
]


@pytest.mark.parametrize(("line", "blank"), LINES)
def test_lines_left_for_signatures_are_told_from_signatures(line: str, blank: bool) -> None:
    assert bool(SIGNATURE.fullmatch(line)) is blank


NOVEMBER = """
# minutes | Upper Fell Parish Council | Parish Council | 2025-11-04 | draft
@ discussion 4 | Trees
The chestnut trees were looked at.
@ discussion 5 | Fellhead School
The Chairman told of planning for the buildings of Fellhead School.
"""
DECEMBER = """
# minutes | Upper Fell Parish Council | Parish Council | 2025-12-02 | draft
@ discussion
MINUTES OF THE PARISH COUNCIL MEETING HELD ON TUESDAY, 2 DECEMBER 2025. A meeting was held in Fellhead School.
@ discussion 3 | Bulbs
Bulbs were bought.
"""


def test_the_line_that_minutes_open_with_is_not_the_latest_of_anything(tmp_path: Path) -> None:
    with make(tmp_path, {"november.pdf": NOVEMBER, "december.pdf": DECEMBER}) as library:
        answer = ask(library, TermEncoder(), "latest on Fellhead School")

    assert [one.quote for one in answer.citations] == [
        "The Chairman told of planning for the buildings of Fellhead School."
    ]
