"""A figure of one year is no answer about another."""

from datetime import date

import pytest

from search.years import tells_of, years_asked, years_shown

READ = [
    ("plans agreed in 2021/22", {(2021, 2022)}),
    ("plans agreed in 2021-2022", {(2021, 2022)}),
    ("in care on 31 March 2021", {(2021, 2021)}),
    ("from 1999/2000 to 2003", {(1999, 2000), (2003, 2003)}),
    ("the plan for 2024-30", set()),  # a stretch of years names a plan
    ("decision 24/00093 of 05/06/2025", set()),  # nor are a reference and a day years
    ("a budget of £2019", set()),
]


@pytest.mark.parametrize(("topic", "years"), READ)
def test_years_are_read_in_each_spelling(topic: str, years: set[tuple[int, int]]) -> None:
    assert years_asked(topic) == years


TOLD = [  # a question, the words, the day of the meeting, whether these can tell it
    ("2021/22", "605 plans in 2021-22", None, True),
    ("2021/22", "605 plans in 21/22", None, True),
    ("2021/22", "605 plans in 2023/24", None, False),
    ("2021/22", "605 plans in 2022/23", None, False),
    ("2021/22", "605 plans by March 2022", None, True),
    ("2021", "630 on 31st March 2023", None, False),
    ("2021", "630 in 2020/21", None, True),
    ("2028", "the plan for 2027-30", None, True),
    ("2024", "605 plans in Dec-24", None, True),  # as tables head their columns
    ("2024", "Dec-24%", None, False),
    ("2021", "605 plans", date(2021, 5, 4), True),
    ("2021/22", "605 plans", date(2022, 3, 4), True),
    ("2021/22", "605 plans", date(2025, 3, 4), False),
    ("2021/22", "605 plans in 2022/23", date(2021, 11, 4), False),  # met in it, and of the next
    ("2016/17", "605 plans for 16–17-year-olds", None, False),  # an age
    ("2021/22 and 2022/23", "605 plans in 2021/22", None, False),
    ("2026/27", "the programme for 2025-35", None, False),  # a plan of ten years tells of none of them
    ("2022", "the plan for 2022-2027", None, False),  # nor of one of them
    ("2026", "a bond of £10m that matures on 22/06/26", None, True),  # a day in figures
    ("2020/21", "a precept of £4,000", date(2020, 1, 7), True),  # set in the winter before
    ("2020/21", "a precept of £4,500", date(2021, 1, 26), False),  # and that of the next winter is of the next year
]


@pytest.mark.parametrize(("topic", "text", "held_on", "told"), TOLD)
def test_what_tells_of_a_year_names_it_or_was_met_in_it(
    topic: str, text: str, held_on: date | None, *, told: bool
) -> None:
    assert tells_of(years_asked(topic), text, held_on) is told


def test_years_are_shown_as_the_record_writes_them() -> None:
    assert years_shown(years_asked("in 2021 and 2019-20")) == "2019/20 and 2021"
