"""Traps that councils set: forms, schedules, motions, private items, two meetings in a file, slips of the year."""

from datetime import date

from corpus.record import read_record
from corpus.types import Record
from tests.typed_papers import typed

HEAD = """
*BARSETSHIRE DISTRICT COUNCIL*

*MINUTES of a meeting of the PLANNING COMMITTEE*
held in the Town Hall, Barchester on Tuesday, 4 March 2025

Present: Councillor Arabin (Chair), Councillor Bold and Councillor Proudie

"""


def decided(record: Record) -> list[tuple[str | None, str, str]]:
    return [
        (minute.number, part.verb, part.text)
        for found in record.proceedings
        for minute in found.minutes
        for part in minute.resolutions
    ]


def test_a_form_that_nobody_filled_in_decides_nothing() -> None:
    text = (
        HEAD + "*1. Street names*\n\nThe list was read.\n\nRESOLVED: That ____________________\n\n*2. Trees*\n\nNone.\n"
    )
    assert decided(read_record(typed(text))) == []


def test_the_last_column_of_a_schedule_gives_decisions_and_a_broken_row_goes_on() -> None:
    first = HEAD + (
        "*1. Applications*\n\nThe Committee considered the schedule.\n\n"
        "*Reference | Site | Decision*\n25/001 | The Deanery | Granted\n25/002 | Ullathorne | Deferred for a visit to\n"
    )
    second = " | | the ha-ha\n25/003 | Plumstead | Refused\n\n*2. Appeals*\n\nThere were none.\n"
    assert decided(read_record(typed(first, second))) == [
        ("1", "decision", "Granted"),
        ("1", "decision", "Deferred for a visit to the ha-ha"),
        ("1", "decision", "Refused"),
    ]


def test_a_motion_moved_and_lost_is_no_decision_though_it_says_resolves() -> None:
    text = HEAD + (
        "*1. Motion*\n\n1) Councillor Bold proposed, and Councillor Proudie seconded the motion that\n\n"
        "     “This Council resolves to:\n\n     (a) Drain the meadow.\n\n"
        "     (b) RESOLVED that the Dean be told.”\n\n"
        "2) The motion was put to the vote.\n\nFor (1)\n\nCouncillor Bold\n\nAgainst (2)\n\n"
        "Councillor Arabin, Councillor Proudie\n\nMotion lost.\n\n*2. Trees*\n\nRESOLVED that the report be noted.\n"
    )
    record = read_record(typed(text))
    assert decided(record) == [("2", "resolved", "the report be noted.")]
    (vote,) = record.proceedings[0].minutes[0].votes
    assert [(side.side, side.printed, side.names) for side in vote.tallies] == [
        ("for", 1, ("Councillor Bold",)),
        ("against", 2, ("Councillor Arabin", "Councillor Proudie")),
    ]
    assert vote.outcome == "lost"


def test_items_after_the_public_is_excluded_are_private_until_it_returns() -> None:
    text = HEAD + (
        "*1. Exclusion of the Public*\n\n"
        "RESOLVED that the press and public be excluded from the meeting for the next item.\n\n"
        "*2. Sale of the Warren*\n\nRESOLVED that the offer be accepted.\n\n"
        "The press and public were readmitted to the meeting.\n\n*3. Trees*\n\nRESOLVED that the report be noted.\n"
    )
    (found,) = read_record(typed(text)).proceedings
    assert [(minute.number, minute.private) for minute in found.minutes] == [("1", False), ("2", True), ("3", False)]


def test_two_meetings_in_one_file_keep_their_own_days_and_series() -> None:
    one = (
        HEAD
        + "*11. Trees*\n\nRESOLVED that the report be noted.\n\n*12. Walls*\n\nNone.\n\nMeeting closed at 8.15 pm.\n"
    )
    two = (
        HEAD.replace("4 March", "1 April")
        + "*1. Chair*\n\nRESOLVED that Councillor Bold be elected.\n\n*2. Bins*\n\nNone.\n"
    )
    record = read_record(typed(one, two))
    assert [(found.meeting.held_on, [minute.number for minute in found.minutes]) for found in record.proceedings] == [
        (date(2025, 3, 4), ["11", "12"]),
        (date(2025, 4, 1), ["1", "2"]),
    ]


def test_a_slip_of_the_year_is_flagged_and_not_corrected() -> None:
    (found,) = read_record(
        typed(HEAD.replace("2025", "2024") + "*1. Trees*\n\nNone.\n", name="minutes-2025-03-04.pdf")
    ).proceedings
    assert found.meeting.held_on == date(2024, 3, 4)
    assert found.flags == (
        "4 March 2024 was a Monday, but the heading says Tuesday",
        "the heading says 2024, the file's name 2025",
    )


def test_a_number_missing_and_a_number_repeated_are_kept_as_printed() -> None:
    text = HEAD + "".join(
        f"*{number}. {topic}*\n\nIt was noted.\n\n" for number, topic in ((7, "Bins"), (9, "Trees"), (9, "Walls"))
    )
    (found,) = read_record(typed(text)).proceedings
    assert [(minute.number, minute.heading) for minute in found.minutes] == [
        ("7", "Bins"),
        ("9", "Trees"),
        ("9", "Walls"),
    ]


def test_a_paper_marked_exempt_says_so_in_its_own_words() -> None:
    record = read_record(
        typed("*NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A*\n\n*Sale of the Warren*\n\n1.1 Offers.\n")
    )
    assert record.exempt == "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A"


def test_an_agenda_that_says_there_are_no_exempt_items_is_public() -> None:
    text = "*AGENDA*\n\n1. Apologies\n\n2. Trees\n\nEXEMPT ITEMS\n(At this time there were no exempt items.)\n"
    assert read_record(typed(text)).exempt is None
