"""Tests of what is said to be without minutes: only what is certain."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.types import Meeting, PaperKind
from index.coverage import coverage_of
from index.types import PaperEntry

HOLMSEA, DAY, BEFORE = "Holmsea District Council", date(2025, 11, 19), date(2025, 9, 24)
PAPER = PaperEntry("a", "a.pdf", ("a.pdf",), "a.pdf", "report", None, HOLMSEA, None, DAY, 2, 0, 0, 4, False, None, ())


def _paper(sha256: str, kind: PaperKind, body: str | None, day: date) -> PaperEntry:
    own = Meeting(HOLMSEA, body, day)
    minuted = (own,) if kind == "minutes" else ()
    return replace(PAPER, sha256=sha256, kind=kind, body=body, held_on=day, meetings=minuted)


def _without(*papers: PaperEntry, confirmed: tuple[Meeting, ...] = ()) -> dict[str | None, tuple[date, ...]]:
    found = coverage_of(papers, confirmed)
    return {one.body: one.without_minutes for one in found.bodies if one.without_minutes}


def test_a_meeting_of_which_only_a_report_is_held_is_without_minutes() -> None:
    assert _without(_paper("a", "report", "Cabinet", DAY)) == {"Cabinet": (DAY,)}


def test_a_meeting_whose_minutes_were_confirmed_and_are_not_held_is_without_minutes() -> None:
    held = _paper("a", "minutes", "Cabinet", DAY)
    assert _without(held, confirmed=(Meeting(HOLMSEA, "Cabinet", BEFORE),)) == {"Cabinet": (BEFORE,)}


@pytest.mark.parametrize(
    ("told", "minuted"),
    [
        ("Audit Committee", "Audit and Standards Committee"),  # the report names it in short
        ("Harbours and Piers Joint Board", "Joint Board"),
        ("Joint Board", None),  # the minutes name nobody
    ],
)
def test_a_day_whose_minutes_may_be_of_the_same_body_is_not_said_to_be_without(told: str, minuted: str | None) -> None:
    assert _without(_paper("a", "report", told, DAY), _paper("b", "minutes", minuted, DAY)) == {}


def test_minutes_of_another_body_on_the_same_day_are_no_minutes_of_it() -> None:
    papers = _paper("a", "report", "Planning Committee", DAY), _paper("b", "minutes", "Cabinet", DAY)
    assert _without(*papers) == {"Planning Committee": (DAY,)}


@pytest.mark.parametrize(
    "person", ["Cabinet Member for Harbours", "Councillor E Dewing, Portfolio Holder", "Harbours Director"]
)
def test_one_who_decides_alone_holds_no_meeting_of_which_minutes_are_missed(person: str) -> None:
    assert _without(_paper("a", "record_of_decision", person, DAY)) == {}


def test_a_panel_of_officers_holds_meetings() -> None:
    assert _without(_paper("a", "report", "Chief Officers Employment Panel", DAY)) != {}
