"""Tests of corrections: what follows from one, that it outlives its paper, and that taking it back leaves no trace."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from plain_papers import COUNCIL, LetterEncoder, a_year, read_plain, write_plain

from corpus.types import Meeting, Record
from index.check import check
from index.correct import correct, undo_correction
from index.corrections import corrected, told
from index.errors import LibraryError
from index.ingest import ingest
from index.library import open_library
from index.store import DATABASE
from index.types import Correction, Filter, PaperEntry
from index.withdraw import readmit, withdraw

MADE = date(2026, 1, 2)
APRIL = "minutes-april.pdf"


@pytest.fixture
def year(tmp_path: Path) -> Path:
    a_year(tmp_path / "papers")
    take_in(tmp_path)
    return tmp_path


def take_in(folder: Path, *, include_withdrawn: bool = False) -> list[tuple[str, str]]:
    report = ingest(
        [folder / "papers"], folder / "library", LetterEncoder(), read=read_plain, apart=False,
        include_withdrawn=include_withdrawn,
    )  # fmt: skip
    return [(one.name, one.status) for one in report.outcomes if one.status != "skipped"]


def put_right(folder: Path, **changes: object) -> PaperEntry:
    return correct(folder / "library", LetterEncoder(), APRIL, "the cover has another day", MADE, **changes)  # type: ignore[arg-type]  # keywords of one call


def digest(folder: Path) -> str:
    assert check(folder / "library").faults == ()
    with open_library(folder / "library") as library:
        return library.digest()


def test_a_corrected_day_is_the_day_of_passages_context_confirmations_and_coverage(year: Path) -> None:
    entry = put_right(year, held_on=date(2025, 4, 9))
    assert (entry.body, entry.held_on) == ("Scrutiny Committee", date(2025, 4, 9))
    assert entry.correction == Correction(None, date(2025, 4, 9), "the cover has another day", MADE)
    with open_library(year / "library") as library:
        held = library.passages(library.select(Filter(papers=(entry.sha256,)), 9))
        assert {one.meeting.held_on for one in held} == {date(2025, 4, 9)}
        assert held[0].context == "Scrutiny Committee, 9 April 2025, minute 140"
        on_the_day = Filter(since=date(2025, 4, 9), until=date(2025, 4, 9))
        assert library.select(on_the_day, 9) == tuple(one.id for one in held)
        february = Meeting(COUNCIL, "Scrutiny Committee", date(2025, 2, 25))
        assert [one.by.held_on for one in library.confirmations(february)] == [date(2025, 4, 9)]
        assert [one.meetings for one in library.coverage().bodies if one.body == "Scrutiny Committee"] == [
            (date(2025, 2, 25), date(2025, 4, 9))
        ]
        assert library.record(entry.sha256).proceedings[0].flags == (
            "Date corrected by the library's keeper on 2 January 2026: the cover has another day",
        )
        assert library.record_as_read(entry.sha256).meeting.held_on == date(2025, 4, 8)
        assert library.words(["9 April"], 9) != ()
        assert library.words(["8 April"], 9) == ()
    assert check(year / "library").faults == ()


def test_taking_a_correction_back_leaves_no_trace(year: Path) -> None:
    before = digest(year)
    put_right(year, body="Planning Committee", held_on=date(2025, 4, 9))
    assert digest(year) != before
    assert undo_correction(year / "library", LetterEncoder(), APRIL).correction is None
    assert digest(year) == before


def test_a_paper_that_comes_back_is_corrected_as_before(year: Path) -> None:
    put_right(year, body="Planning Committee")
    expected = digest(year)
    away = (year / "papers" / APRIL).rename(year / "away.pdf")
    assert take_in(year) == [(APRIL, "removed")]
    away.rename(year / "papers" / APRIL)
    assert take_in(year) == [(APRIL, "read")]
    assert digest(year) == expected


def test_corrections_add_up_and_the_last_reason_stands(year: Path) -> None:
    put_right(year, body=" Planning \n Committee ")
    entry = correct(year / "library", LetterEncoder(), APRIL, "another reason", MADE, held_on=date(2025, 4, 9))
    assert entry.correction == Correction("Planning Committee", date(2025, 4, 9), "another reason", MADE)


def test_correcting_back_to_what_was_read_is_no_correction(year: Path) -> None:
    before = digest(year)
    put_right(year, held_on=date(2025, 4, 9))
    assert put_right(year, held_on=date(2025, 4, 8)).correction is None
    assert digest(year) == before


def test_what_changes_nothing_or_is_not_held_is_refused(year: Path) -> None:
    with pytest.raises(LibraryError, match=r"minutes-april.pdf is held as that already"):
        put_right(year, body="Scrutiny Committee")
    with pytest.raises(LibraryError, match=r"minutes-april.pdf was not corrected"):
        undo_correction(year / "library", LetterEncoder(), APRIL)
    with pytest.raises(LibraryError, match=r"budget.pdf is not held"):
        correct(year / "library", LetterEncoder(), "budget.pdf", "no reason", MADE, body="Cabinet")


def test_a_pack_keeps_the_day_of_the_minutes_that_it_prints_and_takes_the_body(tmp_path: Path) -> None:
    pack, earlier = Meeting("A", "Cabnet", date(2025, 3, 6)), Meeting("A", "Cabnet", date(2025, 1, 9))
    other = Meeting("A", "Audit Committee", date(2025, 3, 6))
    read = read_plain(write_plain(tmp_path, "pack.pdf", "minutes;A;Cabnet;2025-03-06", "decision;1;1;Agreed."))
    (block,), (minutes,) = read.record.blocks, read.record.proceedings
    record: Record = replace(
        read.record,
        meeting=pack,
        blocks=tuple(replace(block, meeting=one) for one in (pack, earlier, other)),
        proceedings=tuple(replace(minutes, meeting=one) for one in (earlier, other)),
    )
    found = corrected(record, Correction("Cabinet", date(2025, 3, 7), "misprinted", MADE))
    assert found.meeting == Meeting("A", "Cabinet", date(2025, 3, 7))
    assert [one.meeting for one in found.blocks] == [
        Meeting("A", "Cabinet", date(2025, 3, 7)), Meeting("A", "Cabinet", date(2025, 1, 9)), other,
    ]  # fmt: skip
    assert [len(one.flags) for one in found.proceedings] == [1, 0]


def test_a_library_is_mended_as_corrected(year: Path) -> None:
    put_right(year, held_on=date(2025, 4, 9))
    expected = digest(year)
    connection = sqlite3.connect(year / "library" / DATABASE, isolation_level=None)
    connection.execute("UPDATE proceedings SET held_on = '2024-01-01'")
    connection.execute("UPDATE papers SET held_on = '2025-04-08'")
    connection.close()
    assert check(year / "library").faults != ()
    assert check(year / "library", repair=True).faults == ()
    assert digest(year) == expected


def test_both_corrected_say_so_in_one_sentence() -> None:
    assert told(Correction("Cabinet", date(2025, 1, 1), "misprinted", MADE)) == (
        "Body and date corrected by the library's keeper on 2 January 2026: misprinted"
    )


def test_a_readmitted_paper_is_taken_in_by_the_next_ingestion(year: Path) -> None:
    before = digest(year)
    withdraw(year / "library", APRIL, "printed in error", MADE)
    assert take_in(year) == [(APRIL, "refused")]
    assert readmit(year / "library", APRIL) == year / "papers" / APRIL
    assert take_in(year) == [(APRIL, "read")]
    assert digest(year) == before
    with pytest.raises(LibraryError, match=r"minutes-april.pdf was not withdrawn"):
        readmit(year / "library", APRIL)


def test_what_lies_in_the_library_itself_is_not_missed_and_goes_with_its_withdrawal(year: Path) -> None:
    uploads = year / "library" / "uploads"
    path = write_plain(uploads, "uploaded.pdf", f"report;{COUNCIL};Cabinet;2025-03-06", "report;;;Uploaded words.")
    ingest([path], year / "library", LetterEncoder(), read=read_plain, apart=False)
    report = ingest([year], year / "library", LetterEncoder(), read=read_plain, apart=False)
    assert report.of("removed") == ()
    withdraw(year / "library", "uploaded.pdf", "printed in error", MADE)
    assert not path.exists()
    assert (year / "papers" / APRIL).exists()
