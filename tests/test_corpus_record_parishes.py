"""Parish minutes: decisions in prose, slipped numbers, items out of order, agendas filed as minutes."""

from datetime import date
from pathlib import Path

import pytest

from corpus.reading import read_paper
from corpus.record import read_record
from corpus.types import Record

pytestmark = pytest.mark.papers


def read(papers: Path, name: str) -> Record:
    return read_record(read_paper(papers / name))


def test_a_resolution_broken_by_a_page_is_one(papers: Path) -> None:
    record = read(papers, "burton-cum-walden/minutes-2024-11-05.pdf")
    mower = record.proceedings[0].minutes[6]
    (part,) = mower.resolutions
    assert [span.page for span in part.spans] == [1, 2]
    assert part.text.endswith("and report back to the Council at the next meeting.")


def test_minutes_that_print_who_signed_them_and_when_are_confirmed(papers: Path) -> None:
    record = read(papers, "burton-cum-walden/minutes-2024-11-05.pdf")
    assert record.proceedings[0].standing == "confirmed"
    assert record.proceedings[0].confirms == (date(2024, 10, 1),)


def test_a_signature_not_filled_in_confirms_nothing(papers: Path) -> None:
    assert read(papers, "milburn/Minutes_for_Meeting_of_2016-11-01.pdf").proceedings[0].standing == "draft"


def test_decisions_told_in_prose_are_sentences(papers: Path) -> None:
    record = read(papers, "milburn/minutes_2021-01-26_.pdf")
    found = {
        minute.number: [(part.verb, part.text) for part in minute.resolutions]
        for minute in record.proceedings[0].minutes
    }
    assert found["21.01.09"] == [
        ("resolved", "After discussion it was resolved to apply for £4500 precept."),
        ("resolved", "Resolved to pay M Joyce for website fees of £45.00"),
    ]
    assert found["21.01.08"] == [
        ("agreed", "The Councillors agreed they had no objections to window boxes or hanging baskets.")
    ]


def test_a_slip_in_a_number_is_kept_as_printed(papers: Path) -> None:
    record = read(papers, "milburn/Minutes_8.5.18_AGM.pdf")
    assert [minute.number for minute in record.proceedings[0].minutes][6:9] == ["18.05.7", "1.05.8", "18.05.9"]


def test_items_out_of_order_are_all_read(papers: Path) -> None:
    record = read(papers, "milburn/Minutes_7.5.19.pdf")
    assert [minute.number for minute in record.proceedings[0].minutes][:4] == [
        "19.05.03",
        "19.05.01",
        "19.05.02",
        "19.05.04",
    ]


def test_an_agenda_filed_as_minutes_is_an_agenda(papers: Path) -> None:
    record = read(papers, "milburn/Minutes_for_Meeting_of_2017-05-02.pdf")
    assert (record.kind, record.proceedings, record.meeting.held_on) == ("agenda", (), date(2017, 7, 4))


def test_an_annual_parish_meeting_is_another_body_with_unnumbered_items(papers: Path) -> None:
    record = read(papers, "milburn/Minutes_for_Meeting_of_2018-05-08__Annual_Parish_Meeting_.pdf")
    assert record.meeting.body == "Annual Parish Meeting"
    assert [minute.heading for minute in record.proceedings[0].minutes] == [
        "Minutes of the Last Annual Parish Meeting",
        "Matters Arising",
        "Annual Report of the Council",
        "Matters of Concern raised by Parishioners",
    ]
