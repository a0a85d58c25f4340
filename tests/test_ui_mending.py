"""What `check` tells people to do about each fault: the commands it names do mend it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from plain_papers import LetterEncoder, a_year, read_plain

from index.ingest import ingest
from index.store import DATABASE
from ui.cli import main

REPAIR = "minutebook --library {library} check --repair"
INGEST = "minutebook --library {library} ingest {papers}/minutes-april.pdf {papers}/minutes-february.pdf"
ANEW = "Repair cannot mend the database. Build the library anew with: minutebook --library NEW ingest PATH"


@pytest.fixture
def year(tmp_path: Path) -> Path:
    a_year(tmp_path / "papers")
    ingest([tmp_path / "papers"], tmp_path / "library", LetterEncoder(), read=read_plain, apart=False)
    return tmp_path


def told(year: Path, said: str) -> list[str]:
    """Return the lines after the one that says whether the library is whole."""
    lines = said.splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("The library is "))
    return [
        line.replace(str(year / "library"), "{library}").replace(str(year / "papers"), "{papers}")
        for line in lines[at + 1 :]
    ]


def sql(statement: str) -> Callable[[Path], object]:
    def damage(year: Path) -> None:
        connection = sqlite3.connect(year / "library" / DATABASE, isolation_level=None)
        connection.execute(statement)
        connection.close()

    return damage


def lost_copy(year: Path) -> None:
    min((year / "library" / "papers").iterdir()).unlink()
    for path in (year / "papers").iterdir():
        path.unlink()


WANTED = (
    "{papers}/minutes-april.pdf has gone or changed: "
    f"put it back, or ingest it from where it is now, then run: {REPAIR}"
)
FAULTS = [
    # damage, what check tells, what check --repair tells
    (sql("DELETE FROM confirmations"), [f"Mend it with: {REPAIR}"], []),
    (
        sql("UPDATE passages SET text = 'That it be approved.' WHERE resolution = 1"),
        [
            f"Mend it with: {REPAIR}",
            f"That drops the papers which have to be read again; then bring them back with: {INGEST}",
        ],
        [f"Bring back what was dropped with: {INGEST}"],
    ),
    (lost_copy, [WANTED], [WANTED]),
    (sql("DELETE FROM papers WHERE body = 'Cabinet'"), [ANEW], [ANEW]),
    (lambda year: (year / "library" / DATABASE).write_bytes(b"no database" * 1000), [ANEW], [ANEW]),
]


@pytest.mark.parametrize(("damage", "checked", "repaired"), FAULTS)
def test_each_fault_is_told_with_what_mends_it_and_the_command_is_one_line(
    year: Path,
    capsys: pytest.CaptureFixture[str],
    damage: Callable[[Path], object],
    checked: list[str],
    repaired: list[str],
) -> None:
    damage(year)
    assert main(["--library", str(year / "library"), "check"]) == 1
    assert told(year, capsys.readouterr().out) == checked
    main(["--library", str(year / "library"), "check", "--repair"])
    assert told(year, capsys.readouterr().out) == repaired


def test_a_paper_that_repair_drops_is_not_told_as_mended(year: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sql("UPDATE papers SET record = x'00' WHERE kind = 'report'")(year)
    assert main(["--library", str(year / "library"), "check", "--repair"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Dropped: report-deficit.pdf: its record is damaged",
        "The library is whole.",
    ]
