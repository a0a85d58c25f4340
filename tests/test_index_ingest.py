"""Tests of ingestion: what is read, what is left, what is turned away and what goes, on papers told in a few lines."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from plain_papers import COUNCIL, LetterEncoder, a_year, read_plain, write_plain

from corpus.errors import MinutebookError
from index.check import check
from index.encoder import Encoded
from index.errors import LibraryBusyError, LibraryError
from index.ingest import ingest
from index.library import open_library
from index.lock import HOLDER, LOCK
from index.reading import Reading
from index.store import DATABASE
from index.types import EVERYTHING, IngestReport, Progress
from index.withdraw import withdraw


class CountingEncoder(LetterEncoder):
    """Counts letters, and what it was given to encode."""

    def __init__(self) -> None:
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> Iterator[Encoded]:
        """Yield what is made of each text, and count them."""
        self.encoded += len(texts)
        return super().encode(texts)


def run(folder: Path, *paths: Path, **asked: bool) -> IngestReport:
    return ingest(
        paths or [folder / "papers"], folder / "library", LetterEncoder(), read=read_plain, apart=False, **asked
    )  # type: ignore[arg-type]  # flags alone


def said(report: IngestReport) -> list[tuple[str, str]]:
    return [(one.name, one.status) for one in report.outcomes]


def names(folder: Path) -> list[tuple[str, ...]]:
    with open_library(folder / "library") as library:
        return sorted(paper.names for paper in library.papers())


def digest(folder: Path) -> str:
    assert check(folder / "library").faults == ()
    with open_library(folder / "library") as library:
        return library.digest()


def test_papers_that_another_version_read_are_read_again(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    run(tmp_path)
    anew = digest(tmp_path)
    with sqlite3.connect(tmp_path / "library" / DATABASE) as database:
        paper = database.execute("UPDATE readings SET read_by = 'another' RETURNING paper").fetchall()[0][0]
        database.execute("DELETE FROM readings WHERE paper <> ?", (paper,))  # by a version that kept no note of it
    told = "3 papers were read by another version of Minutebook; ingesting the same files again reads them anew"
    assert check(tmp_path / "library").notes == (told,)
    assert [status for _, status in said(run(tmp_path))] == ["read"] * 3
    assert check(tmp_path / "library").notes == ()
    assert digest(tmp_path) == anew
    assert [status for _, status in said(run(tmp_path))] == ["skipped"] * 3


def test_a_library_without_notes_of_readings_is_whole_and_read_again(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    run(tmp_path)
    with sqlite3.connect(tmp_path / "library" / DATABASE) as database:
        database.execute("DROP TABLE readings")
    assert check(tmp_path / "library").faults == ()
    assert [status for _, status in said(run(tmp_path))] == ["read"] * 3


def test_a_second_run_reads_nothing_and_changes_nothing(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    first = run(tmp_path)
    before = digest(tmp_path)
    assert said(first) == [
        ("minutes-april.pdf", "read"),
        ("minutes-february.pdf", "read"),
        ("report-deficit.pdf", "read"),
    ]
    assert {status for _, status in said(run(tmp_path))} == {"skipped"}
    assert digest(tmp_path) == before


def test_the_report_says_what_a_paper_was_taken_for(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    april = run(tmp_path).outcomes[0]
    assert (april.kind, april.body, april.held_on, april.pages, april.passages) == (
        "minutes",
        "Scrutiny Committee",
        date(2025, 4, 8),
        1,
        2,
    )


def test_a_changed_paper_takes_the_place_of_the_earlier_one_alone(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    run(tmp_path)
    write_plain(
        tmp_path / "papers", "report-deficit.pdf", f"report;{COUNCIL};Cabinet;2025-03-06", "report;;;All is well."
    )
    assert said(run(tmp_path)) == [
        ("minutes-april.pdf", "skipped"),
        ("minutes-february.pdf", "skipped"),
        ("report-deficit.pdf", "read"),
    ]
    with open_library(tmp_path / "library") as library:
        assert library.words(["co-operation"], 9) == ()
        assert len(library.words(["all is well"], 9)) == 1
        assert len(library.papers()) == 3
    afresh = tmp_path / "afresh"
    ingest([tmp_path / "papers"], afresh / "library", LetterEncoder(), read=read_plain, apart=False)
    assert digest(tmp_path) == digest(afresh)


def test_a_paper_whose_file_has_gone_is_removed(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    run(tmp_path)
    (tmp_path / "papers" / "minutes-april.pdf").unlink()
    assert said(run(tmp_path))[0] == ("minutes-april.pdf", "removed")
    assert names(tmp_path) == [("minutes-february.pdf",), ("report-deficit.pdf",)]
    with open_library(tmp_path / "library") as library:
        assert {passage.standing for passage in library.passages(library.select(EVERYTHING, 99))} == {"draft", None}
    assert len(list((tmp_path / "library" / "papers").iterdir())) == 2
    assert check(tmp_path / "library").notes == ()


def test_papers_of_another_folder_stay_when_one_folder_is_read(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    other = write_plain(tmp_path / "others", "motion.pdf", f"motion;{COUNCIL};Council;2025-05-01", "report;;;A motion.")
    run(tmp_path, tmp_path / "papers", tmp_path / "others")
    (tmp_path / "papers" / "report-deficit.pdf").unlink()
    other.unlink()
    run(tmp_path, tmp_path / "papers")
    assert names(tmp_path) == [("minutes-april.pdf",), ("minutes-february.pdf",), ("motion.pdf",)]


def test_the_same_contents_under_two_names_are_one_paper_with_both(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    contents = (tmp_path / "papers" / "report-deficit.pdf").read_bytes()
    (tmp_path / "papers" / "again.pdf").write_bytes(contents)
    report = run(tmp_path)
    assert [(one.name, one.status, one.reason) for one in report.outcomes if one.reason] == [
        ("report-deficit.pdf", "skipped", "the same contents as again.pdf")
    ]
    assert ("again.pdf", "report-deficit.pdf") in names(tmp_path)
    (tmp_path / "papers" / "again.pdf").unlink()
    run(tmp_path)
    assert ("report-deficit.pdf",) in names(tmp_path)


def test_which_of_two_copies_came_first_does_not_matter(tmp_path: Path) -> None:
    digests = set()
    for first, second in (("a", "b"), ("b", "a")):
        folder = tmp_path / first
        for council in (first, second):
            write_plain(
                folder / "papers" / council, "report.pdf", "report;;Cabinet;2025-01-09", "report;;;The same report."
            )
            run(folder, folder / "papers" / council)
        digests.add(digest(folder))
    assert len(digests) == 1


def test_a_moved_paper_is_the_same_paper(tmp_path: Path) -> None:
    papers = a_year(tmp_path / "papers")
    run(tmp_path)
    papers.rename(tmp_path / "moved")
    (tmp_path / "papers").mkdir()
    report = run(tmp_path, tmp_path / "papers", tmp_path / "moved")
    assert [one.status for one in report.outcomes] == ["read"] * 3 + ["removed"] * 3
    assert len(names(tmp_path)) == 3
    assert digest(tmp_path)


def test_papers_whose_folder_moved_stay_held_without_being_read_again(tmp_path: Path) -> None:
    papers = a_year(tmp_path / "all" / "before" / "papers")
    run(tmp_path, tmp_path / "all")
    before = digest(tmp_path)
    (tmp_path / "all" / "after").mkdir()
    papers.rename(tmp_path / "all" / "after" / "papers")
    report = run(tmp_path, tmp_path / "all")
    assert [one.status for one in report.outcomes] == ["skipped"] * 3 + ["removed"] * 3
    assert digest(tmp_path) == before


def test_a_repeated_passage_is_encoded_once_in_the_life_of_the_library(tmp_path: Path) -> None:
    line = "decision;12;1;That the budget for new roads be approved."
    first = f"minutes;{COUNCIL};Cabinet;2025-01-09"
    write_plain(tmp_path / "papers", "a.pdf", first, line)
    write_plain(tmp_path / "papers", "b.pdf", first, "discussion;11;;Apologies.\f" + line)
    encoder = CountingEncoder()
    ingest([tmp_path / "papers"], tmp_path / "library", encoder, read=read_plain, apart=False)
    assert encoder.encoded == 2
    write_plain(tmp_path / "papers", "b.pdf", first, "discussion;11;;No apologies.\f" + line)
    ingest([tmp_path / "papers"], tmp_path / "library", encoder, read=read_plain, apart=False)
    assert encoder.encoded == 3
    assert digest(tmp_path)


def test_a_paper_that_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    write_plain(tmp_path / "papers", "bad.pdf", "unreadable")
    write_plain(tmp_path / "papers", "odd.pdf", "stumbling")
    failed = run(tmp_path).of("failed")
    assert [one.reason for one in failed] == [
        "bad.pdf: cannot be read: ask the council for another copy",
        "odd.pdf: could not be understood (ValueError: no such thing as a thirteenth month): please report it",
    ]
    assert len(names(tmp_path)) == 3
    with open_library(tmp_path / "library") as library:
        assert [(one.name, one.status) for one in library.problems()] == [("bad.pdf", "failed"), ("odd.pdf", "failed")]


def test_two_files_of_the_same_broken_contents_fail_each_by_its_own_name(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"")
    os.mkfifo(tmp_path / "pipe.pdf")  # which would never be read to its end
    report = ingest([tmp_path], tmp_path / "library", LetterEncoder())
    reasons = {one.reason for one in report.outcomes}
    assert reasons == {f"{name}: the file is empty; fetch it again" for name in ("a.pdf", "b.pdf")}


def test_a_failed_paper_is_tried_again_when_it_is_named_or_has_changed(tmp_path: Path) -> None:
    bad = write_plain(tmp_path / "papers", "bad.pdf", "unreadable")
    run(tmp_path)
    tried: list[Path] = []

    def read(path: Path) -> Reading:
        tried.append(path)
        return read_plain(path)

    for paths in ([tmp_path / "papers"], [bad]):
        report = ingest(paths, tmp_path / "library", LetterEncoder(), read=read, apart=False)
        assert [(one.status, one.reason) for one in report.outcomes] == [
            ("failed", "bad.pdf: cannot be read: ask the council for another copy")
        ]
    assert tried == [bad]
    write_plain(tmp_path / "papers", "bad.pdf", f"report;{COUNCIL};Cabinet;2025-03-06", "report;;;All is well.")
    assert said(run(tmp_path)) == [("bad.pdf", "read")]
    with open_library(tmp_path / "library") as library:
        assert library.problems() == ()


def test_a_paper_that_becomes_unreadable_takes_its_earlier_self_along(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    run(tmp_path)
    write_plain(tmp_path / "papers", "report-deficit.pdf", "unreadable")
    assert said(run(tmp_path))[2] == ("report-deficit.pdf", "failed")
    assert names(tmp_path) == [("minutes-april.pdf",), ("minutes-february.pdf",)]
    assert digest(tmp_path)


def test_an_exempt_paper_is_refused_unless_asked_for_and_then_marked(tmp_path: Path) -> None:
    exempt = "exempt=Not for publication by virtue of paragraph 3"
    write_plain(
        tmp_path / "papers", "land.pdf", f"report;{COUNCIL};Cabinet;2025-03-06;{exempt}", "report;;;The price is £9m."
    )
    assert [(one.status, one.reason) for one in run(tmp_path).outcomes] == [
        ("refused", "marked as exempt: “Not for publication by virtue of paragraph 3”")
    ]
    assert names(tmp_path) == []
    assert b"price" not in b"".join(path.read_bytes() for path in (tmp_path / "library").rglob("*") if path.is_file())
    assert said(run(tmp_path)) == [("land.pdf", "refused")]
    assert said(run(tmp_path, include_exempt=True)) == [("land.pdf", "read")]
    with open_library(tmp_path / "library") as library:
        assert [(paper.name, paper.exempt) for paper in library.papers()] == [("land.pdf", True)]


def everything_on_disk(folder: Path) -> bytes:
    return b"\0".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_of_a_withdrawn_paper_nothing_remains(tmp_path: Path) -> None:
    papers = a_year(tmp_path / "papers")
    secret = "That Zebediah Quintrell be paid a secretarial retainer."  # noqa: S105  # a resolution
    write_plain(papers, "secret.pdf", f"minutes;{COUNCIL};Cabinet;2025-03-06", f"decision;7;1;{secret}")
    run(tmp_path)
    with open_library(tmp_path / "library") as library:
        (passage,) = library.passages([one for one, _ in library.words(["Quintrell"], 9)])
        vector = LetterEncoder().encode_query(f"{passage.context}\n{passage.text}").tobytes()
    held = everything_on_disk(tmp_path / "library")
    assert [held.lower().count(trace) > 0 for trace in (b"zebediah", b"quintrel", vector.lower())] == [True, True, True]
    done = withdraw(tmp_path / "library", "secret.pdf", "names a private person", date(2025, 6, 1))
    assert (done.paper.name, done.complete) == ("secret.pdf", True)
    left = everything_on_disk(tmp_path / "library")
    assert [left.lower().count(trace) for trace in (b"zebediah", b"quintrel", vector.lower())] == [0, 0, 0]
    assert check(tmp_path / "library").faults == ()


def test_a_withdrawn_paper_stays_out_until_it_is_asked_for(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    run(tmp_path)
    withdraw(tmp_path / "library", "report-deficit.pdf", "superseded", date(2025, 6, 1))
    assert [(one.name, one.reason) for one in run(tmp_path).of("refused")] == [
        ("report-deficit.pdf", "withdrawn: superseded")
    ]
    with open_library(tmp_path / "library") as library:
        assert [(one.name, one.status, one.reason) for one in library.problems()] == [
            ("report-deficit.pdf", "withdrawn", "superseded")
        ]
    assert ("report-deficit.pdf", "read") in said(run(tmp_path, include_withdrawn=True))
    assert len(names(tmp_path)) == 3
    assert digest(tmp_path)


def test_withdrawing_is_complete_only_when_no_reader_needs_the_log(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    run(tmp_path)
    with open_library(tmp_path / "library") as reader:
        assert not withdraw(tmp_path / "library", "report-deficit.pdf", "superseded", date(2025, 6, 1)).complete
        assert len(reader.papers()) == 3
    assert [fault.part for fault in check(tmp_path / "library").faults] == ["withdrawal"]
    assert check(tmp_path / "library", repair=True).whole
    assert b"co-operation" not in everything_on_disk(tmp_path / "library")


def test_a_paper_that_is_not_held_cannot_be_withdrawn(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    run(tmp_path)
    with pytest.raises(LibraryError, match=r"budget.pdf is not held: `minutebook papers` lists what is"):
        withdraw(tmp_path / "library", "budget.pdf", "none", date(2025, 6, 1))


def test_a_path_that_is_not_there_is_said_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="nowhere is not there: name a paper or a folder of papers"):
        run(tmp_path, tmp_path / "nowhere")
    assert not (tmp_path / "library").exists()


def test_the_library_does_not_eat_its_own_copies(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    run(tmp_path, tmp_path)
    assert [status for _, status in said(run(tmp_path, tmp_path))] == ["skipped"] * 3


def test_a_second_writer_says_who_is_writing(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    run(tmp_path)
    with FileLock(tmp_path / "library" / LOCK):
        (tmp_path / "library" / HOLDER).write_text("process 4711 (minutebook ingest kent)\n", encoding="utf-8")
        with pytest.raises(LibraryBusyError, match=r"is being written by process 4711 \(minutebook ingest kent\)"):
            ingest([tmp_path / "papers"], tmp_path / "library", LetterEncoder(), read=read_plain, wait=0.1)
        (tmp_path / "library" / HOLDER).write_text("", encoding="utf-8")  # it is about to say who it is
        with pytest.raises(LibraryBusyError, match="is being written by another process: "):
            ingest([tmp_path / "papers"], tmp_path / "library", LetterEncoder(), read=read_plain, wait=0.1)


def test_a_paper_is_reported_only_when_readers_can_see_it(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    seen: list[tuple[str, bool]] = []

    def progress(step: Progress) -> None:
        if step.outcome:
            with open_library(tmp_path / "library") as library:
                seen.append((step.outcome.name, step.outcome.name in {paper.name for paper in library.papers()}))

    ingest(
        [tmp_path / "papers"], tmp_path / "library", LetterEncoder(), read=read_plain, apart=False, progress=progress
    )
    assert seen == [("minutes-april.pdf", True), ("minutes-february.pdf", True), ("report-deficit.pdf", True)]


def end_the_reader(path: Path) -> Reading:
    """Read a paper, or end the whole process as a broken file may."""
    if path.name == "b.pdf":
        os._exit(9)
    return read_plain(path)


def test_a_file_that_ends_its_reader_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name in ("a", "b", "c", "d"):
        write_plain(
            tmp_path / "papers", f"{name}.pdf", f"report;{COUNCIL};Cabinet;2025-03-06", f"report;;;Paper {name}."
        )
    report = ingest([tmp_path / "papers"], tmp_path / "library", LetterEncoder(), read=end_the_reader)
    assert said(report) == [("a.pdf", "read"), ("b.pdf", "failed"), ("c.pdf", "read"), ("d.pdf", "read")]
    assert report.outcomes[1].reason == (
        "b.pdf: reading it ended the reader, so the file may be damaged: try another copy"
    )


def swapped(path: Path) -> Reading:
    """Read a paper whose file another process changes at that very moment."""
    path.write_bytes(path.read_bytes() + b"report;;;One line more.\n")
    return read_plain(path)


def test_a_paper_that_changes_while_it_is_read_fails(tmp_path: Path) -> None:
    write_plain(tmp_path / "papers", "a.pdf", f"report;{COUNCIL};Cabinet;2025-03-06", "report;;;Paper a.")
    report = ingest([tmp_path / "papers"], tmp_path / "library", LetterEncoder(), read=swapped, apart=False)
    assert [one.reason for one in report.outcomes] == ["a.pdf: changed while it was being read: ingest it again"]
    assert list((tmp_path / "library" / "papers").iterdir()) == []


def lone_surrogate(path: Path) -> Reading:
    """Read a paper whose text layer holds half a character."""
    reading = read_plain(path)
    pages = tuple(replace(page, text="\ud800" + page.text[1:]) for page in reading.paper.pages)
    return Reading(replace(reading.paper, pages=pages), reading.record)


def test_text_that_is_no_text_fails_one_paper(tmp_path: Path) -> None:
    write_plain(tmp_path / "papers", "a.pdf", f"report;{COUNCIL};Cabinet;2025-03-06", "report;;;Paper a.")
    report = ingest([tmp_path / "papers"], tmp_path / "library", LetterEncoder(), read=lone_surrogate, apart=False)
    assert said(report) == [("a.pdf", "failed")]


def test_a_file_name_of_any_bytes_is_held(tmp_path: Path) -> None:
    path = write_plain(tmp_path / "papers", "a.pdf", f"report;{COUNCIL};Cabinet;2025-03-06", "report;;;Paper a.")
    path.rename(path.parent / os.fsdecode(b"b\xff';DROP TABLE papers;--.pdf"))
    run(tmp_path)
    assert names(tmp_path) == [("b\\udcff';DROP TABLE papers;--.pdf",)]
    assert [status for _, status in said(run(tmp_path))] == ["skipped"]


def test_errors_are_those_that_entry_points_catch() -> None:
    assert issubclass(LibraryBusyError, LibraryError)
    assert issubclass(LibraryError, MinutebookError)


def test_what_ingestion_imports_is_light() -> None:
    loaded = "import sys, index.ingest, index.check; print([m for m in ('torch', 'gradio') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
