"""The Leicester pack of 8 April 2025: minutes of another day inside it, a statement, three reports."""

from datetime import date
from pathlib import Path

import pytest

from corpus.reading import read_paper
from corpus.record import read_record
from corpus.rows import quoted
from corpus.types import Meeting, Minute, Paper, Record

pytestmark = pytest.mark.papers

BODY = "Children, Young People and Education Scrutiny Commission"
THEN = Meeting("Leicester City Council", BODY, date(2025, 2, 25))
NOW = Meeting("Leicester City Council", BODY, date(2025, 4, 8))


@pytest.fixture(scope="module")
def pack(papers: Path) -> Paper:
    (path,) = (papers / "leicester").glob("*.pdf")
    return read_paper(path)


@pytest.fixture(scope="module")
def record(pack: Paper) -> Record:
    return read_record(pack)


def minute(record: Record, number: str) -> Minute:
    return next(item for item in record.proceedings[0].minutes if item.number == number)


def test_the_minutes_belong_to_the_meeting_that_made_them_and_are_draft(record: Record) -> None:
    (proceedings,) = record.proceedings
    assert (record.kind, record.meeting) == ("pack", NOW)
    assert (proceedings.meeting, proceedings.standing) == (THEN, "draft")
    assert [item.number for item in proceedings.minutes] == [str(number) for number in range(122, 134)]
    assert proceedings.confirms == (date(2025, 1, 14),)
    assert {block.meeting for block in record.blocks if block.proceedings == 0} == {THEN}
    assert {block.meeting for block in record.blocks if block.proceedings is None} == {NOW}


def test_minute_129_has_two_resolutions_word_for_word(record: Record, pack: Paper) -> None:
    lado = minute(record, "129")
    assert lado.heading == "LOCAL AUTHORITY DESIGNATED OFFICERS (LADO) ANNUAL REPORT 2023-24"
    assert [(part.marker, part.verb, part.effect, part.text) for part in lado.resolutions] == [
        ("1)", "agreed", "noted", "That report be noted."),
        ("2)", "agreed", None, "That the next due report be presented at Scrutiny."),
    ]
    assert {span.page for part in lado.resolutions for span in part.spans} == {14}
    assert pack.page(14).printed == "10"
    assert {quoted(pack, part.stem) for part in lado.resolutions} == {"AGREED:"}


def test_the_eleven_parts_of_minute_128_run_over_a_page(record: Record) -> None:
    parts = minute(record, "128").resolutions
    assert [part.marker for part in parts] == [f"{number})" for number in range(1, 12)]
    assert [part.spans[0].page for part in parts] == [13] * 6 + [14] * 5


def test_interests_are_declared_by_three_members(record: Record) -> None:
    assert [item.name for item in minute(record, "123").declarations] == [
        "Councillor Dr Moore",
        "Councillor March",
        "Councillor Barnes",
    ]


def test_who_was_there_is_told_with_posts_apologies_and_a_substitute(record: Record) -> None:
    people = {(person.name, person.role): person.note for person in record.proceedings[0].attendees}
    assert people["Councillor Batool", "present"] == "Chair"
    assert people["Councillor Bonham", "present"] == "Vice-Chair"
    assert people["Cllr Rae Bhatia", "apologies"] is None
    assert people["Cllr Orton", "substitute"] is None
    assert len([name for name, role in people if role == "present"]) == 8


def test_a_correction_of_earlier_minutes_is_found(record: Record, pack: Paper) -> None:
    assert quoted(pack, record.proceedings[0].corrects).startswith("It was noted that there was an error")


def test_noting_is_not_approving(record: Record) -> None:
    (noted,) = minute(record, "132").resolutions
    assert (noted.verb, noted.effect, noted.text) == ("noted", "noted", "The work programme was noted.")


def test_the_statement_at_the_end_belongs_to_minute_128_of_that_meeting(record: Record) -> None:
    statement = [block for block in record.blocks if block.spans[0].page in {20, 21}]
    assert {(block.kind, block.minute, block.meeting) for block in statement} == {("report", "128", THEN)}


def test_report_paragraphs_are_found_by_number_and_agenda_item(record: Record, pack: Paper) -> None:
    (block,) = (
        block for block in record.blocks if (block.paragraph, block.kind, block.agenda_item) == ("3.26", "report", "9")
    )
    assert quoted(pack, block.spans).startswith("At the time of writing, 5 of the 6 initial cohort")
    assert (block.agenda_item, block.kind, block.meeting) == ("9", "report", NOW)


def test_what_reports_recommend_is_no_decision(record: Record) -> None:
    asked = [block for block in record.blocks if block.kind == "recommendation"]
    assert [(block.agenda_item, block.paragraph) for block in asked if block.agenda_item == "10"] == [
        ("10", "2.1"),
        ("10", "2.2"),
    ]
    assert all(block.proceedings is None for block in asked)


def test_the_list_of_acronyms_is_read(record: Record) -> None:
    found = {entry.short: entry.long for entry in record.acronyms}
    assert found["LADO"] == "Local Authority Designated Officer"
    assert found["HNB"] == "High Needs Block"
