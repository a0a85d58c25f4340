"""Is a system as sure as it is right: groups worked out by hand."""

import pytest

from eval.calibration import Bin, reliability


def test_answers_are_grouped_by_confidence_the_least_sure_first() -> None:
    confidence = {"a": 0.9, "b": 0.1, "c": 0.7, "d": 0.3, "declined": 0.2}
    right = {"a": True, "b": False, "c": True, "d": False, "unsaid": True}
    assert reliability(confidence, right, groups=2) == [
        Bin(low=0.1, high=0.3, sure=0.2, right=0.0, questions=2),
        Bin(low=0.7, high=0.9, sure=pytest.approx(0.8), right=1.0, questions=2),
    ]


def test_fewer_answers_than_groups_make_a_group_each_and_none_make_none() -> None:
    assert [one.questions for one in reliability({"a": 0.5, "b": 0.6}, {"a": True, "b": False}, groups=5)] == [1, 1]
    assert reliability({}, {}) == []
