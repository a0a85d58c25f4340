"""Tests of the check: each kind of damage is named, and mended where it is of something derived."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from plain_papers import LetterEncoder, a_year, read_plain

from index.check import check
from index.errors import LibraryError
from index.ingest import ingest
from index.library import open_library
from index.store import DATABASE
from index.types import IngestReport
from index.vectors import FILE


def take_in(folder: Path) -> IngestReport:
    return ingest([folder / "papers"], folder / "library", LetterEncoder(), read=read_plain, apart=False)


@pytest.fixture
def year(tmp_path: Path) -> Path:
    a_year(tmp_path / "papers")
    take_in(tmp_path)
    return tmp_path


def digest(folder: Path) -> str:
    with open_library(folder / "library") as library:
        return library.digest()


def said(folder: Path) -> list[tuple[str, ...]]:
    with open_library(folder / "library") as library:
        return library.rows("SELECT id, text, hex(vector) FROM passages JOIN vectors USING (content) ORDER BY id")


def sql(statement: str) -> Callable[[Path], object]:
    def damage(library: Path) -> None:
        connection = sqlite3.connect(library / DATABASE, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(statement)
        connection.close()

    return damage


def first_copy(library: Path) -> Path:
    return min((library / "papers").iterdir())


def swap_index_of_words(library: Path) -> None:
    """Leave the rows of the full-text index as they are and change what it has indexed of one."""
    connection = sqlite3.connect(library / DATABASE, isolation_level=None)
    row = connection.execute("SELECT rowid, * FROM words WHERE words MATCH 'lado'").fetchone()
    connection.execute("DELETE FROM words WHERE rowid = ?", row[:1])
    connection.execute("INSERT INTO words (rowid, text) VALUES (?, 'nothing of the kind')", row[:1])
    connection.execute("UPDATE words_content SET c0 = ?2, c1 = ?3, c2 = ?4 WHERE id = ?1", row)
    connection.close()


DERIVED = [
    # what the full-text index holds of a passage
    (sql("UPDATE words SET text = 'something else' WHERE rowid = (SELECT min(key) FROM passages)"), "words"),
    (sql("DELETE FROM words WHERE rowid = (SELECT max(key) FROM passages)"), "words"),
    (sql("INSERT INTO words (rowid, text) VALUES (999, 'of no passage')"), "words"),
    (swap_index_of_words, "words"),
    # what is taken from records
    (sql("DELETE FROM confirmations"), "record"),
    (sql("UPDATE proceedings SET held_on = '2024-01-01'"), "record"),
    (sql("UPDATE papers SET body = 'Another Body'"), "record"),
    (sql("INSERT INTO decision_references SELECT sha256, '99/99999' FROM papers"), "record"),
    # vectors and their file
    (sql("INSERT INTO vectors VALUES (x'00112233445566778899aabbccddeeff', zeroblob(108), NULL)"), "vectors"),
    (lambda library: (library / FILE).write_bytes((library / FILE).read_bytes()[:-40]), "vectors file"),
    (lambda library: (library / FILE).write_bytes((library / FILE).read_bytes()[:-4] + b"\0\0\0\x3f"), "vectors file"),
    (
        lambda library: (library / FILE).write_bytes(b"another kind" + (library / FILE).read_bytes()[12:]),
        "vectors file",
    ),
    (lambda library: (library / FILE).write_bytes(b""), "vectors file"),
    # copies whose file is still where it was
    (lambda library: first_copy(library).unlink(), "copies"),
    (lambda library: first_copy(library).write_bytes(b"another file"), "copies"),
]


@pytest.mark.parametrize(("damage", "part"), DERIVED)
def test_what_is_derived_is_found_damaged_and_mended(year: Path, damage: Callable[[Path], object], part: str) -> None:
    before = digest(year)
    damage(year / "library")
    assert {fault.part for fault in check(year / "library").faults} == {part}
    report = check(year / "library", repair=True)
    assert (report.whole, {fault.part for fault in report.mended}) == (True, {part})
    assert digest(year) == before


def damaged_and_no_file_of_vectors(library: Path) -> None:
    sql("UPDATE vectors SET vector = x'0000803f'")(library)
    (library / FILE).unlink()


READ_AGAIN = [
    # a passage that no longer says what its page says
    (sql("UPDATE passages SET text = 'That it be approved.' WHERE resolution = 1"), "passages"),
    (sql("UPDATE pages SET text = 'No longer the page that it was'"), "passages"),
    (sql("UPDATE passages SET spans = '[[9,0,4]]' WHERE resolution = 2"), "passages"),
    # vectors that the encoder cannot have made
    (sql("UPDATE vectors SET vector = zeroblob(108)"), "vectors"),
    (sql("UPDATE vectors SET vector = x'0000803f'"), "vectors"),
    (sql("UPDATE vectors SET tokens = x'010203'"), "vectors"),
    (sql("UPDATE vectors SET tokens = NULL"), "vectors"),
    (damaged_and_no_file_of_vectors, "vectors"),
    # a record that is no record, or another paper's
    (sql("UPDATE papers SET record = x'00'"), "record"),
    (sql("UPDATE papers SET record = (SELECT record FROM papers ORDER BY sha256 LIMIT 1)"), "record"),
    # files and papers that do not know of each other
    (sql("DELETE FROM files WHERE name = 'report-deficit.pdf'"), "files"),
    (sql("DELETE FROM papers WHERE body = 'Cabinet'"), "database"),
]


@pytest.mark.parametrize(("damage", "part"), READ_AGAIN[:-1])
def test_what_only_a_file_can_tell_is_dropped_and_read_again(
    year: Path, damage: Callable[[Path], object], part: str
) -> None:
    before = digest(year)
    damage(year / "library")
    assert (part, "ingest") in {(fault.part, fault.mend) for fault in check(year / "library").faults}
    assert check(year / "library", repair=True).whole
    take_in(year)
    assert check(year / "library").faults == ()
    assert digest(year) == before


def test_rows_without_their_paper_are_a_fault_of_the_database(year: Path) -> None:
    sql("DELETE FROM papers WHERE body = 'Cabinet'")(year / "library")
    assert {(fault.part, fault.mend) for fault in check(year / "library").faults} == {("database", "anew")}


def test_a_database_with_a_torn_page_is_named_as_damaged(year: Path) -> None:
    database = year / "library" / DATABASE
    contents = bytearray(database.read_bytes())
    for page in range(2, len(contents) // 4096):
        contents[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    database.write_bytes(contents)
    report = check(year / "library")
    assert {fault.part for fault in report.faults} == {"database"}
    assert check(year / "library", repair=True).faults == report.faults


def test_a_copy_whose_file_has_gone_stays_a_fault_that_names_it(year: Path) -> None:
    first_copy(year / "library").unlink()
    for path in (year / "papers").iterdir():
        path.unlink()
    (fault,) = check(year / "library", repair=True).faults
    assert (fault.part, fault.what) == ("copies", "the copy of minutes-april.pdf is missing")
    assert (fault.mend, fault.file) == ("file", str(year / "papers" / "minutes-april.pdf"))


@pytest.mark.parametrize(
    "damage",
    [
        lambda library: first_copy(library).unlink(),
        sql("UPDATE passages SET text = 'That it be approved.' WHERE resolution = 1"),
        sql("UPDATE vectors SET vector = x'0000803f'"),
        sql("UPDATE papers SET record = x'00'"),
    ],
    ids=["copy", "passages", "vectors", "record"],
)
def test_a_paper_whose_file_has_gone_is_kept_until_the_file_is_found_elsewhere(
    year: Path, damage: Callable[[Path], object]
) -> None:
    before = said(year)
    damage(year / "library")
    moved = year / "elsewhere" / "papers"
    moved.parent.mkdir()
    (year / "papers").rename(moved)
    report = check(year / "library", repair=True)
    assert {fault.mend for fault in report.faults} == {"file"}
    assert len(said(year)) == len(before)
    for _ in range(2):  # what was dropped when the files were found is read the second time
        ingest([moved], year / "library", LetterEncoder(), read=read_plain, apart=False)
        assert check(year / "library", repair=True).whole
    assert said(year) == before


def test_what_a_kill_leaves_behind_is_noted_and_is_no_fault(year: Path) -> None:
    (year / "library" / FILE).unlink()
    (year / "library" / "papers" / f"{'0' * 64}.pdf").write_bytes(b"copied, and never committed")
    report = check(year / "library")
    assert (report.whole, len(report.notes)) == (True, 2)
    mended = check(year / "library", repair=True)
    assert (mended.whole, mended.notes) == (True, ())
    assert (year / "library" / FILE).is_file()


def test_a_copy_of_a_withdrawn_paper_is_a_fault(year: Path) -> None:
    with open_library(year / "library") as library:
        paper = library.papers()[0]
    sql(f"INSERT INTO withdrawn VALUES ('{'0' * 64}', 'secret.pdf', '/secret.pdf', 'private', '2025-06-01')")(  # noqa: S608  # no question's text
        year / "library"
    )
    (year / "library" / "papers" / f"{'0' * 64}.pdf").write_bytes(b"a secret")
    assert [fault.what for fault in check(year / "library").faults] == [
        "a copy of secret.pdf, which was withdrawn, is still there"
    ]
    assert check(year / "library", repair=True).whole
    assert (year / "library" / "papers" / f"{paper.sha256}.pdf").is_file()


def test_checking_alone_writes_nothing(year: Path) -> None:
    before = {
        path: path.read_bytes()
        for path in (year / "library").rglob("*")
        if path.suffix in (".sqlite", ".faiss", ".pdf")
    }
    check(year / "library")
    assert {path: path.read_bytes() for path in before} == before


def test_a_folder_without_a_library_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="holds no library"):
        check(tmp_path)
