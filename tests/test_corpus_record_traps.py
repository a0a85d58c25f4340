"""Traps that councils set: forms, schedules, motions, private items, two meetings in a file, slips of the year."""

from datetime import date
from pathlib import Path

import pytest

from corpus.reading import read_paper
from corpus.record import read_record
from corpus.series import is_row_of_figures
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


@pytest.mark.parametrize(
    ("before", "heading", "below", "behind"),
    [
        ('AGREED – that the Council go "into committee" with members of the press and public excluded.', "Warren", "",
         "AGREED – that the Council come out of committee."),
        ("The public and press left the meeting.", "Warren", "", "The meeting returned to open session."),
        ("", "Warren (Exempt – paragraph 3)", "", ""),
        ("", "Warren", "(Exempt under Paragraph 3 of Part 1 of Schedule 12A)\n\n", ""),
    ],
)  # fmt: skip
def test_an_item_is_private_however_a_council_says_so_and_the_next_is_not(
    before: str, heading: str, below: str, behind: str
) -> None:
    text = HEAD + (
        f"*1. Audit*\n\nRESOLVED that the report be noted.\n\n{before}\n\n"
        f"*2. {heading}*\n\n{below}RESOLVED that the offer be accepted.\n\n{behind}\n\n"
        "*3. Trees*\n\nRESOLVED that the report be noted.\n"
    )
    (found,) = read_record(typed(text)).proceedings
    assert [(minute.number, minute.private) for minute in found.minutes] == [("1", False), ("2", True), ("3", False)]


@pytest.mark.parametrize(
    ("heading", "behind", "private"),
    [
        ("Sale of the Warren", "An exempt report was considered.\n\nRESOLVED that the offer be accepted.", True),
        ("Sale of the Warren", "", False),  # nothing more is told of it
        ("Exclusion of the press and public", "RESOLVED that the exempt minutes be received next.", False),
    ],
)
def test_an_item_that_begins_by_excluding_the_public_is_taken_in_private(
    heading: str, behind: str, private: bool
) -> None:
    text = HEAD + (
        f"*1. Audit*\n\nRESOLVED that the report be noted.\n\n*2. {heading}*\n\n"
        f"RESOLVED that the press and public be excluded from the meeting.\n\n{behind}\n"
    )
    (found,) = read_record(typed(text)).proceedings
    assert [(minute.number, minute.private) for minute in found.minutes] == [("1", False), ("2", private)]


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


@pytest.mark.parametrize(
    "said",
    [
        "Exempt appendix: Appendix D (valuations) – paragraph 3",
        "Appendix D to this report is exempt under paragraph 3.",
    ],
)
def test_a_report_is_public_whose_appendix_is_exempt(said: str) -> None:
    record = read_record(typed(f"*Baths: options for the future*\n\n{said}\n\n1.1 The baths opened in 1934.\n"))
    assert record.exempt is None


def test_the_reason_why_a_paper_is_exempt_is_told_to_its_end(samples: Path) -> None:
    record = read_record(read_paper(samples / "cabinet-2024-11-13-item-8-exempt-gasworks.pdf"))
    assert record.exempt == (
        "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972"
    )


def test_an_exempt_appendix_is_exempt() -> None:
    record = read_record(typed("*Exempt appendix D – by virtue of paragraph 3*\n\n1.1 Offers.\n"))
    assert record.exempt == "Exempt appendix D – by virtue of paragraph 3"


def test_an_agenda_that_says_there_are_no_exempt_items_is_public() -> None:
    text = "*AGENDA*\n\n1. Apologies\n\n2. Trees\n\nEXEMPT ITEMS\n(At this time there were no exempt items.)\n"
    assert read_record(typed(text)).exempt is None


def test_a_name_in_a_table_or_a_list_is_not_whose_paper_it_is() -> None:
    text = (
        "*Appendix B: Functions*\n\nDetail | Mayoral\nMembership of the Mayoral Data Council | x\n\n"
        "• Plumstead Borough Council pays a third.\n\n1. Plumstead Borough Council borrows more than we do.\n"
    )
    assert read_record(typed(text)).meeting.council is None


def test_a_paper_speaks_of_its_neighbours_by_name_and_its_own_council_by_its_folder() -> None:
    text = "*Treasury Strategy*\n\n" + "1. We work with Medway Council, and Barset County Council is us.\n\n" * 4
    assert read_record(typed(text)).meeting.council is None
    assert read_record(typed(text, folder="barset")).meeting.council == "Barset County Council"


def test_a_numbered_item_of_an_agenda_names_no_meeting() -> None:
    text = (
        "*BARSET PARISH COUNCIL MEETING TO BE HELD ON TUESDAY, 3rd SEPTEMBER 2019 @ 7.30pm*\n\nAGENDA\n\n"
        "1. To receive apologies\n\n2. Eden District Council Plan 2019-2023\n\n3. Bonfire\n"
    )
    meeting = read_record(typed(text)).meeting
    assert (meeting.council, meeting.body, meeting.held_on) == (
        "Barset Parish Council",
        "Parish Council",
        date(2019, 9, 3),
    )


def test_an_agenda_whose_weekday_and_file_name_agree_against_its_year_is_of_their_year_and_flagged() -> None:
    text = (
        "*BARSET PARISH COUNCIL*\n\n*Meeting to be held on Tuesday, 7th May 2018 at 7.30pm*\n\nAGENDA\n\n"
        "1. Apologies\n\n2. Bins\n"
    )
    record = read_record(typed(text, name="Agenda_for_Meeting_of_2019-05-07.pdf"))
    assert record.meeting.held_on == date(2019, 5, 7)
    assert record.flags == ("it is dated 7 May 2018, but its weekday and the file's name say 2019",)
    plain = read_record(typed(text, name="Agenda.pdf"))
    assert (plain.meeting.held_on, plain.flags) == (date(2018, 5, 7), ())


def test_totals_that_differ_from_the_names_are_kept_as_printed_and_told_apart() -> None:
    text = HEAD + (
        "*1. Motion*\n\nA recorded vote was taken:\n\nFor (3)\n\nCouncillor Arabin, Councillor Bold\n\nAgainst (1)\n\n"
        "Councillor Proudie\n\nMotion carried.\n\n*2. Trees*\n\nNone.\n"
    )
    (vote,) = read_record(typed(text)).proceedings[0].minutes[0].votes
    assert [(side.side, side.printed, len(side.names), side.differs) for side in vote.tallies] == [
        ("for", 3, 2, True),
        ("against", 1, 1, False),
    ]


def test_a_day_on_which_the_meeting_was_not_held_is_not_its_day() -> None:
    text = HEAD.replace(
        "4 March 2025", "8 April 2025\n\nThis meeting held in place of the cancelled one of 4 March 2025"
    )
    (found,) = read_record(typed(text + "*1. Trees*\n\nNone.\n")).proceedings
    assert found.meeting.held_on == date(2025, 4, 8)


def test_minutes_said_to_confirm_those_of_a_later_day_are_flagged() -> None:
    text = HEAD + "*1. Minutes*\n\nRESOLVED that the minutes of 25 April 2025 be approved.\n\n*2. Trees*\n\nNone.\n"
    (found,) = read_record(typed(text)).proceedings
    assert found.confirms == ()
    assert found.flags == ("it confirms the minutes of a later day, 25 April 2025",)


def test_minutes_signed_on_the_next_page_in_a_large_hand_are_confirmed() -> None:
    first = HEAD + "*1. Trees*\n\nNone.\n\nThe meeting closed at 9 pm.\n"
    signed = "Date of the next meeting: 1 April 2025\n\nChairman - J. Arabin\n\nDate: 1 April 2025\n"
    assert [found.standing for found in read_record(typed(first, signed)).proceedings] == ["confirmed"]
    blank = signed.replace("J. Arabin", "- -")
    assert [found.standing for found in read_record(typed(first, blank)).proceedings] == ["draft"]
    told = "The Chair closed the meeting. Date of next meeting: 6 May 2025\n"
    assert [found.standing for found in read_record(typed(first, told)).proceedings] == ["draft"]


def test_two_members_who_declare_in_one_sentence_declare_each() -> None:
    text = (
        HEAD + "*1. Declarations of Interest*\n\nMrs Quill and Mr Raye declared an interest.\n\n*2. Trees*\n\nNone.\n"
    )
    (found,) = read_record(typed(text)).proceedings
    assert [one.name for one in found.minutes[0].declarations] == ["Mrs Quill", "Mr Raye"]
    assert len({one.spans for one in found.minutes[0].declarations}) == 1


def test_a_short_heading_does_not_go_on_with_the_heading_under_it() -> None:
    text = HEAD + (
        "*1. Finance*\n*Audit Form*\nThe Accounts were approved by the Parish Council and signed by the Chairman.\n\n"
        "*2. Trees*\n\nThe quotation for the oak was discussed by all those present and this quote was approved.\n"
    )
    (found,) = read_record(typed(text)).proceedings
    assert [minute.heading for minute in found.minutes] == ["Finance", "Trees"]
    assert [(part.verb, part.text) for minute in found.minutes for part in minute.resolutions] == [
        ("approved", "The Accounts were approved by the Parish Council and signed by the Chairman."),
        (
            "approved",
            "The quotation for the oak was discussed by all those present and this quote was approved.",
        ),
    ]


def test_a_list_that_begins_on_the_line_that_announces_it_is_a_decision_a_line() -> None:
    text = HEAD + (
        "*1. Payments*\n\n"
        "The Clerk presented the accounts of the year and answered questions of the members about every one of them.\n"
        "After discussion it was agreed to pay the following :- Mr Joyce for a name £ 9.59\n"
        "        CALC subscription £ 108.12\n"
        "        Inspection of the swings by an engineer £ 54.00\n\n*2. Trees*\n\nNone.\n"
    )
    assert decided(read_record(typed(text))) == [
        ("1", "agreed", "Mr Joyce for a name £ 9.59"),
        ("1", "agreed", "CALC subscription £ 108.12"),
        ("1", "agreed", "Inspection of the swings by an engineer £ 54.00"),
    ]


def test_a_procedural_motion_agreed_on_a_line_of_its_own_is_decided() -> None:
    text = HEAD + (
        "*1. Pay*\n\n1) Mr Bold proposed and Mrs Quill seconded that the motion be put to the vote.\n\nAgreed.\n\n"
        "2) The Chairman put the motion to the vote.\n\n3) RESOLVED that the pay policy be endorsed.\n\n"
        "*2. Trees*\n\nNone.\n"
    )
    assert decided(read_record(typed(text))) == [
        ("1", "agreed", "the motion be put to the vote."),
        ("1", "resolved", "the pay policy be endorsed."),
    ]


def test_the_stamp_of_an_agenda_item_begins_a_paper_wherever_it_is_read_on_its_first_page() -> None:
    letter = (
        "*BARSETSHIRE DISTRICT COUNCIL*\n\nDear Member\n\n*PLANNING COMMITTEE - TUESDAY, 4 MARCH 2025*\n\n"
        "I am now able to enclose the papers for the meeting.\n"
    )
    paper = (
        "*Amendment by Mr Thorne*\n\n*1. Introduction*\n\nThe meadow floods.\n\n"
        "*2. Costs*\n\nThey are small.\n\nAgenda Item 6\n"
    )
    record = read_record(typed(letter, paper))
    assert {(block.spans[0].page, block.agenda_item) for block in record.blocks} == {(1, None), (2, "6")}


def test_each_question_in_a_paper_of_questions_has_a_title_of_its_own() -> None:
    asked = (
        "*{}*\n\n*Question by {} to Bob Birch,*\n*Cabinet Member for Roads*\n\nWill the {} be mended this year?\n\n"
        "*Answer*\n\nYes, by the summer.\n\n"
    )
    pages = [asked.format(f"Question {n}", by, what) for n, by, what in ((1, "Ann Ash", "road"), (2, "Cy Elm", "lamp"))]
    record = read_record(typed(*pages))
    answered = [block.heading for block in record.blocks if block.heading and block.heading.endswith("– Answer")]
    assert list(dict.fromkeys(answered)) == [
        "Question by Ann Ash to Bob Birch, Cabinet Member for Roads – Answer",
        "Question by Cy Elm to Bob Birch, Cabinet Member for Roads – Answer",
    ]


def test_rows_of_amounts_are_no_items_and_no_headings() -> None:
    rows = "".join(f"*{n} | TOTAL PRICES | {n},039.3 | 78,133.7*\n" for n in range(114, 119))
    record = read_record(typed("*BUDGET MEETING*\n\nAGENDA\n\n" + rows))
    assert {(block.agenda_item, block.heading) for block in record.blocks if block.kind == "table"} == {
        (None, "BUDGET MEETING – AGENDA")
    }


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("203 TOTAL 201,039.3 78,133.7 93,856.5", True),  # a total
        ("Transport 250.0 250.0 Core", True),  # a row with words behind its amounts
        ("Budget 2025 2026", False),  # years
        ("Sections 3.2 and 4.1", False),  # numbers of paragraphs
        ("Precept of £9,450.00", False),  # one amount
    ],
)
def test_a_row_of_amounts_is_told_from_words_with_figures(words: str, figures: bool) -> None:
    assert is_row_of_figures(words) is figures
