"""A question about one quarter of the year is not answered from another."""

import pytest

from search.quarters import of_quarters, quarters_in

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
