"""Decisions counted by month or year: every one is counted once, in its body's row, and drawn to one scale."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.types import Meeting
from index.types import Passage
from ui.plots import MONTHS, OTHERS, ROWS, Plot, decisions_plot

ONE = Passage(
    id="0123456789abcdef", family="0123456789abcdef", paper="ab" * 32, kind="decision", text="That it be noted.",
    context="", spans=(), lead=(), meeting=Meeting("Port Council", "Cabinet", None), standing=None, minute=None,
    agenda_item=None, heading=None, resolution=None, paragraph=None, private=False, ocr=False, position=0,
)  # fmt: skip


def decided(*when: tuple[str, str]) -> list[Passage]:
    """Return decisions of bodies on days: ("Cabinet", "2025-03-04")."""
    return [replace(ONE, meeting=Meeting("Port Council", body, date.fromisoformat(day))) for body, day in when]


def plotted(decisions: Sequence[Passage]) -> Plot:
    plot = decisions_plot(decisions)
    assert plot is not None
    return plot


def test_months_without_a_meeting_stand_between_those_with_one() -> None:
    plot = plotted(decided(("Cabinet", "2024-12-05"), ("Cabinet", "2025-02-01"), ("Cabinet", "2025-02-28")))

    assert plot.unit == "month"
    assert plot.periods == ("December 2024", "January 2025", "February 2025")
    assert [one.counts for one in plot.series] == [(1, 0, 2)]


def test_a_bar_is_as_high_as_its_share_of_the_highest_and_none_stands_for_nothing() -> None:
    plot = plotted(decided(("Cabinet", "2025-01-05"), ("Cabinet", "2025-02-01"), ("Cabinet", "2025-02-28"),
                           ("Harbour Committee", "2025-02-02")))  # fmt: skip
    cabinet, harbour = plot.series

    assert plot.most == 2
    assert [bar.words for bar in cabinet.bars] == [
        "Cabinet, Port Council, January 2025: 1",
        "Cabinet, Port Council, February 2025: 2",
    ]
    assert cabinet.bars[1].height == 2 * cabinet.bars[0].height == 2 * harbour.bars[0].height
    assert len(harbour.bars) == 1


def test_a_long_time_is_drawn_by_years() -> None:
    last = f"{2020 + MONTHS // 12}-01-01"
    plot = plotted(decided(("Cabinet", "2020-01-01"), ("Cabinet", last)))

    assert plot.unit == "year"
    assert plot.periods == ("2020", "2021", "2022", "2023")


def test_many_bodies_share_the_last_row_and_no_decision_is_lost() -> None:
    bodies = [(f"Committee {at:02}", "2025-01-01") for at in range(ROWS + 3)]
    plot = plotted(decided(*bodies, ("Committee 00", "2025-02-01")))

    assert len(plot.series) == ROWS + 1
    assert plot.series[0].body == "Committee 00, Port Council"
    assert (plot.series[-1].body, plot.series[-1].counts) == (OTHERS, (3, 0))
    assert sum(sum(one.counts) for one in plot.series) == ROWS + 4


def test_one_month_alone_and_decisions_without_a_day_make_no_plot() -> None:
    assert decisions_plot(decided(("Cabinet", "2025-01-01"), ("Cabinet", "2025-01-31"))) is None
    assert decisions_plot([ONE]) is None
