"""Word documents, web pages and Markdown in a library: found, kept beside their reading copies, proved, withdrawn."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from minutes_files import ITEMS, as_markdown, as_pdf, as_web_page, as_word
from plain_papers import LetterEncoder

from index.check import check
from index.files import original_path
from index.ingest import ingest
from index.library import open_library
from index.store import PAPERS, pdf_path
from index.types import EVERYTHING, IngestReport
from index.withdraw import withdraw

LETTERS = LetterEncoder()


def run(folder: Path, *paths: Path) -> IngestReport:
    """Ingest the papers of a folder into the library beside it."""
    return ingest(paths or [folder / "papers"], folder / "library", LETTERS, apart=False)


def said(report: IngestReport) -> list[tuple[str, str, str | None]]:
    """Return what the closing table says."""
    return [(one.name, one.status, one.reason) for one in report.outcomes]


@pytest.fixture
def held(tmp_path: Path) -> tuple[Path, str]:
    """Return a folder with a library of one Word document, and the SHA-256 of that."""
    (tmp_path / "papers").mkdir()
    as_word(tmp_path / "papers" / "minutes.docx")
    run(tmp_path)
    with open_library(tmp_path / "library", LETTERS) as library:
        (paper,) = library.papers()
    return tmp_path, paper.sha256


def test_papers_of_every_form_are_read_and_what_is_none_is_named(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    (papers / "saved_files").mkdir(parents=True)
    as_pdf(papers / "a.pdf")
    as_word(papers / "b.docx")
    as_web_page(papers / "saved.html")
    as_markdown(papers / "d.md")
    (papers / "saved_files" / "frame.html").write_text("<p>An advertisement</p>")
    (papers / "README.md").write_text("# How these papers were fetched\n")
    (papers / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (papers / "sums.docm").write_bytes(b"PK\x03\x04")
    (papers / "~$b.docx").write_bytes(b"lock")
    (papers / "broken.docx").write_bytes(b"PK\x03\x04")
    report = run(tmp_path)
    assert said(report) == [
        ("README.md", "skipped", "notes on a folder and no paper; name the file itself to have it read"),
        ("a.pdf", "read", None),
        ("b.docx", "read", None),
        ("broken.docx", "failed", "broken.docx: damaged, it cannot be unpacked; save it again or as PDF"),
        ("d.md", "read", None),
        ("old.doc", "skipped", "an old Word document; save it as .docx or PDF"),
        ("saved.html", "read", None),
        ("sums.docm", "skipped", "a Word document with macros; save it as .docx or PDF"),
    ]
    assert {(one.kind, one.body, one.held_on, one.pages) for one in report.of("read")} == {
        ("minutes", "Parish Council", date(2026, 5, 12), 1)
    }


def test_notes_on_a_folder_are_read_when_they_are_named(tmp_path: Path) -> None:
    notes = as_markdown(tmp_path / "README.md")
    assert said(run(tmp_path, notes)) == [("README.md", "read", None)]


def test_a_second_run_reads_nothing(held: tuple[Path, str]) -> None:
    folder, _ = held
    assert said(run(folder)) == [("minutes.docx", "skipped", None)]


def test_the_original_is_kept_beside_the_copy_that_has_the_pages(held: tuple[Path, str]) -> None:
    folder, sha256 = held
    with open_library(folder / "library", LETTERS) as library:
        assert library.original(sha256).read_bytes() == (folder / "papers" / "minutes.docx").read_bytes()
        assert library.pdf(sha256).read_bytes()[:5] == b"%PDF-"
        passages = [one for one in library.passages(library.select(EVERYTHING, 100)) if one.kind == "decision"]
        assert [one.text for one in passages][-2:] == list(ITEMS[2][2])
        assert library.page(sha256, 1).source == "copy"
    assert check(folder / "library").whole


def test_every_damage_to_either_file_is_found_and_mended(held: tuple[Path, str]) -> None:
    folder, sha256 = held
    library = folder / "library"
    shown, own = pdf_path(library, sha256), original_path(library, sha256)
    was = shown.read_bytes(), own.read_bytes()
    for path, change, fault in (
        (shown, b"%PDF-1.7 other", "the reading copy of minutes.docx is missing or damaged"),
        (shown, None, "the reading copy of minutes.docx is missing or damaged"),
        (own, b"other", "the copy of minutes.docx is not what was read"),
        (own, None, "the copy of minutes.docx is not what was read"),
    ):
        path.unlink()
        if change is not None:
            path.write_bytes(change)
        assert [one.what for one in check(library).faults] == [fault]
        assert check(library, repair=True).whole
        assert (shown.read_bytes(), own.read_bytes()) == was


def test_a_copy_whose_original_has_changed_on_the_disk_stays_a_fault(held: tuple[Path, str]) -> None:
    folder, sha256 = held
    own = original_path(folder / "library", sha256)
    own.write_bytes(b"other")
    as_markdown(folder / "papers" / "minutes.docx")
    assert not check(folder / "library", repair=True).whole


def test_of_a_withdrawn_document_neither_file_remains(held: tuple[Path, str]) -> None:
    folder, _ = held
    withdraw(folder / "library", "minutes.docx", "published by mistake", date(2026, 6, 1))
    assert list((folder / "library" / PAPERS).iterdir()) == []
    assert check(folder / "library").whole
    shutil.copy(folder / "papers" / "minutes.docx", folder / "papers" / "again.docx")
    assert {one.status for one in run(folder).outcomes} == {"refused"}
