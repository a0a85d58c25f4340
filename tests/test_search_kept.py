"""Tests of what is worked out once in a library's generation."""

from collections.abc import Callable
from pathlib import Path

import pytest
from plain_papers import COUNCIL, LetterEncoder, a_year, read_plain, write_plain

from index.ingest import ingest
from index.library import Library, open_library
from index.types import EVERYTHING, Passage
from search import kept as keeping
from search.kept import kept, passage_id


def hold(folder: Path) -> Path:
    ingest([folder / "papers"], folder / "library", LetterEncoder(), read=read_plain, apart=False)
    return folder / "library"


def noting(worked: list[str]) -> Callable[[Library, Passage], str]:
    @kept(passage_id)
    def shouted(_: Library, passage: Passage) -> str:
        worked.append(passage.text)
        return passage.text.upper()

    return shouted


def two(library: Library) -> tuple[Passage, Passage]:
    first, second = library.passages(library.select(EVERYTHING, 2))
    return first, second


def test_it_is_worked_out_once_for_all_views_and_anew_once_the_library_changes(tmp_path: Path) -> None:
    worked: list[str] = []
    shouted = noting(worked)
    a_year(tmp_path / "papers")
    folder = hold(tmp_path)
    with open_library(folder) as library, open_library(folder, derived=library.derived) as other:
        first, second = two(library)
        told = [shouted(library, first), shouted(other, first), shouted(library, second)]
        assert told == [first.text.upper(), first.text.upper(), second.text.upper()]
        assert worked == [first.text, second.text]
        write_plain(
            tmp_path / "papers", "minutes-may.pdf", f"minutes;{COUNCIL};Cabinet;2025-05-06", "decision;1;1;That it be."
        )
        hold(tmp_path)
        assert library.refresh()
        assert shouted(library, first) == first.text.upper()
        assert worked == [first.text, second.text, first.text]


def test_all_is_forgotten_before_it_is_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 1)
    worked: list[str] = []
    shouted = noting(worked)
    a_year(tmp_path / "papers")
    with open_library(hold(tmp_path)) as library:
        first, second = two(library)
        told = [shouted(library, one) for one in (first, second, second, first)]
        assert told == [one.text.upper() for one in (first, second, second, first)]
        assert worked == [first.text, second.text, first.text]
