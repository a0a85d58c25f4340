"""Decisions counted by month and body, as a picture made here (SVG) and as the figures of the table under it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from index.types import Passage
from search.cite import body_named

ROWS = 8  # bodies with a row of their own: what is told apart at a glance; the others share one
MONTHS = 36  # drawn singly: of a longer time years are drawn, so that a bar stays wider than its gap
WIDTH, ROW, LEFT, GAP = 720, 90, 4, 26  # units of the picture: its width, a row's height, its margin, room for a name
FIGURE = 16  # units above a bar in which its figure stands
WIDEST = 48  # units of a bar: two months side by side are still bars, not walls
OTHERS = "Other bodies"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its place in the picture, and its figure as words for whoever points at it."""

    x: float
    y: float
    width: float
    height: float
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class Series:
    """The counts of one body, a figure for each period, and the bars and the base line that draw them."""

    body: str
    counts: tuple[int, ...]
    name_y: float
    base_y: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """Decisions a month, or a year, by body."""

    unit: str  # "month" or "year"
    periods: tuple[str, ...]  # "March 2025" or "2025", the first of them the earliest
    series: tuple[Series, ...]
    most: int  # of one body in one period
    width: int
    height: int


def decisions_plot(decisions: Sequence[Passage]) -> Plot | None:
    """Return the plot of dated decisions, or None where fewer than two periods hold any."""
    dated = [(one.meeting.held_on, _name(one)) for one in decisions if one.meeting.held_on]
    days = sorted(day for day, _ in dated)
    if not days:
        return None
    months = _months(days[0], days[-1])
    yearly = len(months) > MONTHS
    periods = tuple(dict.fromkeys(_period(day, yearly) for day in months))
    if len(periods) < 2:
        return None
    totals = Counter(body for _, body in dated)
    named = [body for body, _ in sorted(totals.items(), key=lambda one: (-one[1], one[0]))]
    rows = [(body, {body}) for body in named[:ROWS]]
    if len(named) > ROWS:
        rows.append((OTHERS, set(named[ROWS:])))
    counted = [
        (name, tuple(_counts([day for day, body in dated if body in bodies], periods, yearly))) for name, bodies in rows
    ]
    most = max(max(counts) for _, counts in counted)
    series = tuple(_series(turn, name, counts, periods, most) for turn, (name, counts) in enumerate(counted))
    return Plot("year" if yearly else "month", periods, series, most, WIDTH, len(series) * ROW + GAP)


def _series(turn: int, body: str, counts: tuple[int, ...], periods: Sequence[str], most: int) -> Series:
    top = turn * ROW
    step = (WIDTH - 2 * LEFT) / len(periods)
    tallest = ROW - GAP - FIGURE
    width = min(step * 0.8, WIDEST)
    bars = tuple(
        Bar(
            x=round(LEFT + at * step + (step - width) / 2, 1),
            y=round(top + ROW - tallest * count / most, 1),
            width=round(width, 1),
            height=round(tallest * count / most, 1),
            count=count,
            words=f"{body}, {period}: {count}",
        )
        for at, (period, count) in enumerate(zip(periods, counts, strict=True))
        if count
    )
    return Series(body, counts, top + GAP - 8, top + ROW, bars)


def _counts(days: Sequence[date], periods: Sequence[str], yearly: bool) -> Iterator[int]:
    found = Counter(_period(day, yearly) for day in days)
    return (found[period] for period in periods)


def _months(first: date, last: date) -> list[date]:
    """Return the first day of every month from the one day to the other."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(at // 12, at % 12 + 1, 1) for at in months]


def _period(day: date, yearly: bool) -> str:
    return f"{day:%Y}" if yearly else f"{day:%B %Y}"


def _name(one: Passage) -> str:
    """Return the body's name with its council's, since every council has a Cabinet."""
    council = one.meeting.council
    body = body_named(council, one.meeting.body) if one.meeting.body else "No body named"
    return f"{body}, {council}" if council and council not in body else body
