"""A question about one quarter of the year is not answered from another."""

from pathlib import Path

import pytest
from made_library import TermEncoder, make

from search.answer import ask
from search.quarters import lacks_quarter, of_quarters, quarters_in

NAMED = [
    ("Q3 of 2024/25", {3}),
    ("Quarter 3, with the first quarter", {1, 3}),
    ("a quarter of all members", set()),  # a share
    ("Q5", set()),
]


@pytest.mark.parametrize(("text", "quarters"), NAMED)
def test_quarters_are_read_as_people_write_them(text: str, quarters: set[int]) -> None:
    assert quarters_in(text) == quarters


def test_only_words_of_other_quarters_are_left_out() -> None:
    assert of_quarters({4}, "Complaints in Quarter 3") is False
    assert of_quarters({4}, "Complaints in the fourth quarter") is True
    assert of_quarters({4}, "Complaints") is True  # its heading may tell
    assert of_quarters(set(), "Complaints in Quarter 3") is True


PERFORMANCE = """
# report | Somewhere County Council | Cabinet | 2025-03-04
@ report 1.1 | Indicators
Of the indicators of this quarter 14 were red, 20 green and 3 grey.
"""


def test_the_name_of_a_paper_tells_its_quarter_where_its_words_do_not(tmp_path: Path) -> None:
    with make(tmp_path, {"QPR_Q3_Cabinet.pdf": PERFORMANCE}) as library:
        assert ask(library, TermEncoder(), "how many indicators were red in quarter 3").outcome == "answered"
        assert ask(library, TermEncoder(), "how many indicators were red in quarter 4").outcome == "not_found"


@pytest.mark.parametrize(
    ("heads", "lacking"),
    [
        ("District 2023-24 2024-25 Status Q1 Q2 Q3 Q4 Q1 Q2 Q3", True),  # the fourth quarter is the year before's
        ("District 2023-24 2024-25 Status Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4", False),
        ("District Q1 Q2 Q3 Q4", False),  # of which year they are is told elsewhere
        ("District 2023-24 Total 2024-25 Q3 Q4", False),  # the first has no quarters of its own
    ],
)
def test_a_quarter_of_a_year_is_looked_for_under_that_year(heads: str, lacking: bool) -> None:
    assert lacks_quarter(heads, [(2024, 2025)], [4]) is lacking
    assert lacks_quarter(heads, [(2023, 2024)], [4]) is False
