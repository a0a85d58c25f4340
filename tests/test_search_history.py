"""How an item went on is told as a chain of its own council's meetings."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_library import TermEncoder, make

from index.library import Library
from search.answer import ask
from search.history import asks_history

MARCH = """
# minutes | Somewhere Parish Council | Parish Council | 2024-03-05 | confirmed
@ decision 8 | Play area surface | 1 | RESOLVED:
That a quote for the play area surface be brought back to the next meeting.
"""
MAY = """
# minutes | Somewhere Parish Council | Parish Council | 2024-05-07 | confirmed
@ decision 6 | Play area surface | 1 | RESOLVED:
That the quote of £900 for the play area surface be accepted.
"""
JULY = """
# minutes | Somewhere Parish Council | Parish Council | 2024-07-02 | draft
@ decision 5 | Village sign | 1 | RESOLVED:
That the sign be painted.
"""
ELSEWHERE = """
# minutes | Elsewhere Parish Council | Parish Council | 2024-06-04 | draft
@ decision 3 | Play area surface | 1 | RESOLVED:
That the play area surface be swept.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("history")
    papers = {"march.pdf": MARCH, "may.pdf": MAY, "july.pdf": JULY}
    with make(folder, papers) as made:
        yield made


def test_what_happened_to_an_item_is_told_in_the_order_of_its_days(library: Library) -> None:
    assert ask(library, TermEncoder(), "what happened to the play area surface").answer == (
        "Asked to come back: Minute 8, Play area surface, Somewhere Parish Council, 5 March 2024 (confirmed):\n"
        "That a quote for the play area surface be brought back to the next meeting. [1]\n\n"
        "Agreed: Minute 6, Play area surface, Somewhere Parish Council, 7 May 2024 (confirmed):\n"
        "That the quote of £900 for the play area surface be accepted. [2]"
    )


def test_what_was_dealt_with_once_is_answered_as_any_question_is(library: Library) -> None:
    answer = ask(library, TermEncoder(), "what happened to the village sign")
    assert [citation.quote for citation in answer.citations] == ["That the sign be painted."]


def test_another_councils_item_of_the_same_name_is_no_part_of_it(tmp_path: Path) -> None:
    with make(tmp_path, {"march.pdf": MARCH, "may.pdf": MAY, "elsewhere.pdf": ELSEWHERE}) as made:
        answer = ask(made, TermEncoder(), "history of the play area surface")
        assert len({citation.council for citation in answer.citations}) == 1


def test_all_decisions_of_a_stretch_of_time_are_told_the_newest_first(library: Library) -> None:
    answer = ask(library, TermEncoder(), "play area surface, decisions during 2024")
    assert [str(citation.meeting_date) for citation in answer.citations] == ["2024-05-07", "2024-03-05"]


ASKS = [
    ("history of the drains", True),
    ("what became of the petition", True),
    ("how did the call-in go from scrutiny to cabinet", True),
    ("the plan from examination to adoption", True),
    ("the parked van: what was done at each meeting", True),
    ("how long is the bus journey from Tarnhythe to the Quayside hub", False),
    ("what was agreed on the drains", False),
]


@pytest.mark.parametrize(("question", "asks"), ASKS)
def test_what_asks_how_an_item_went_on_is_known(question: str, asks: bool) -> None:
    assert asks_history(question) is asks
