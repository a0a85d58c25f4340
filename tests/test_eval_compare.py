"""Comparing two runs: by hand where that can be done, by its properties where chance comes in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.compare import Change, compare, interval, randomisation_p


def test_gains_and_losses_are_listed_largest_first() -> None:
    before = {"a": 0.5, "b": 1.0, "c": 0.0, "d": 0.25}
    after = {"a": 1.0, "b": 0.5, "c": 1.0, "d": 0.25, "new": 1.0}
    found = compare("RR@10", before, after)
    assert (found.questions, found.before, found.after) == (4, 0.4375, 0.6875)
    assert found.gains == (Change("c", 0.0, 1.0), Change("a", 0.5, 1.0))
    assert found.losses == (Change("b", 1.0, 0.5),)


@pytest.mark.parametrize(
    ("differences", "lowest", "highest"),
    [
        ([], 1.0, 1.0),
        ([0.0, 0.0], 1.0, 1.0),  # no question differs
        ([1.0], 1.0, 1.0),  # one question: either sign is as far from 0
        ([1.0, 1.0, 1.0], 0.24, 0.26),  # 2 of 8 sign patterns are as extreme
        ([1.0] * 20, 0.0, 0.001),
        ([1.0, -1.0] * 10, 0.99, 1.0),
    ],
)
def test_the_randomisation_test_counts_sign_patterns(differences: list[float], lowest: float, highest: float) -> None:
    assert lowest <= randomisation_p(differences) <= highest


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(-1, 1), min_size=1, max_size=30))
def test_the_interval_holds_the_mean_and_never_changes(differences: list[float]) -> None:
    low, high = interval(differences)
    assert (low, high) == interval(differences)
    assert low - 1e-9 <= sum(differences) / len(differences) <= high + 1e-9
