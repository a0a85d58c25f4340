"""Kent's minutes: stems inside numbered paragraphs, motions lost, votes by name over pages, bodies within a council."""

from datetime import date
from pathlib import Path

import pytest

from corpus.reading import read_paper
from corpus.record import read_record
from corpus.types import Minute, Record

pytestmark = pytest.mark.papers

DECEMBER = "full_council__2025-02-13__19_December_2024_-_County_Council_minutes.pdf"
MARCH = "full_council__2025-03-13__Printed_minutes_13th-Mar-2025_10.00_County_Council.pdf"
CABINET = "cabinet__2025-01-30__Printed_minutes_30th-Jan-2025_10.00_Cabinet.pdf"
PARENTING = "full_council__2025-03-13__CPP_Minutes_10.12.24.pdf"
BUDGET = "full_council__2025-03-13__Minutes_of_Previous_Meeting.pdf"
PROPOSED = "cabinet__2025-01-30__24-00108_-_PROD.pdf"


def read(papers: Path, name: str) -> Record:
    return read_record(read_paper(papers / "kent" / name))


def minute(record: Record, number: str) -> Minute:
    return next(item for item in record.proceedings[0].minutes if item.number == number)


def test_minutes_printed_for_a_later_meeting_keep_their_own_day(papers: Path) -> None:
    record = read(papers, DECEMBER)
    assert record.meeting.held_on == date(2025, 2, 13)
    assert record.proceedings[0].meeting.held_on == date(2024, 12, 19)
    assert [item.number for item in record.proceedings[0].minutes] == [str(number) for number in range(270, 283)]
    assert [item.agenda_item for item in record.proceedings[0].minutes] == [str(number) for number in range(1, 14)]


def test_a_recorded_vote_has_its_figures_names_and_outcome(papers: Path) -> None:
    (vote,) = minute(read(papers, DECEMBER), "278").votes
    assert [(side.side, side.printed, len(side.names), side.differs) for side in vote.tallies] == [
        ("for", 51, 51, False),
        ("against", 6, 6, False),
        ("abstain", 2, 2, False),
    ]
    assert vote.outcome == "carried"
    assert vote.tallies[2].names == ("Mr Stepto", "Ms Wright")


def test_a_motion_that_was_lost_is_no_decision(papers: Path) -> None:
    motions = minute(read(papers, DECEMBER), "281")
    assert [vote.outcome for vote in motions.votes] == ["lost", "lost", "carried", "lost"]
    assert [part.marker for part in motions.resolutions] == ["1.", "2.", "3.", "4.", "5.", "6.", None]
    assert motions.resolutions[6].text.startswith("The Chairman proposed that Council resolve to extend the meeting")
    assert motions.resolutions[0].text.startswith("To declare our complete solidarity with the farmers")


def test_an_item_put_off_is_a_decision_to_defer(papers: Path) -> None:
    (part,) = minute(read(papers, DECEMBER), "279").resolutions
    assert (part.verb, part.effect) == ("deferred", "deferred")


def test_figures_that_differ_from_the_names_are_kept_as_printed(papers: Path) -> None:
    votes = minute(read(papers, MARCH), "306").votes
    assert [(vote.tallies[0].printed, len(vote.tallies[0].names)) for vote in votes if vote.tallies[0].differs] == [
        (36, 35),
        (37, 35),
    ]


def test_two_lists_under_one_stem_are_eight_parts_less_one(papers: Path) -> None:
    parts = minute(read(papers, MARCH), "308").resolutions
    assert [part.marker for part in parts] == ["a)", "b)", "c)", "d)", "a)", "b)"]


def test_a_long_list_with_headings_between_its_parts_is_read_to_its_end(papers: Path) -> None:
    parts = minute(read(papers, BUDGET), "291").resolutions
    assert [part.marker for part in parts] == [f"({letter})" for letter in "abcdefghijklmnopqrstuv"]


def test_the_cabinet_is_a_body_and_its_minutes_have_their_own_series(papers: Path) -> None:
    record = read(papers, CABINET)
    assert (record.meeting.council, record.meeting.body) == ("Kent County Council", "Cabinet")
    assert [item.number for item in record.proceedings[0].minutes] == [str(number) for number in range(84, 93)]
    assert [part.marker for part in minute(record, "88").resolutions] == ["A)", "b)", "c)", "d)", "e)", "f)"]


def test_items_without_numbers_are_found_by_their_agenda_item(papers: Path) -> None:
    (proceedings,) = read(papers, PARENTING).proceedings
    assert (proceedings.meeting.body, proceedings.meeting.held_on) == ("Corporate Parenting Panel", date(2024, 12, 10))
    assert [(item.number, item.agenda_item) for item in proceedings.minutes] == [
        (None, str(number)) for number in range(1, 11)
    ]


def test_a_proposed_record_of_decision_decides_nothing(papers: Path) -> None:
    record = read(papers, PROPOSED)
    assert record.kind == "record_of_decision"
    assert record.references == ("24/00108",)
    assert len([block for block in record.blocks if block.kind == "recommendation"]) == 6
    assert not [block for block in record.blocks if block.kind == "decision"]
