"""Slips are held against the words that a library's passages print."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_library import make

from index.spellings import spellings
from index.words import words
from search.lexicon import Lexicon
from search.scene import scene_of

PRINTED = {"arrivals": 3, "arising": 90, "changes": 8, "chance": 30, "residents": 40, "permit": 5, "permits": 9}
LEXICON = Lexicon(
    1000, {"arriv": 3, "aris": 90, "chang": 8, "chanc": 30, "resid": 40, "permit": 9}, {}, {}, lambda: PRINTED
)


def test_every_word_of_four_letters_is_counted_as_printed() -> None:
    assert spellings(["The Clerk's permits", "permits at No 4 – the PERMIT", "x" * 40]) == {
        "clerk": 1, "permit": 1, "permits": 2,
    }  # fmt: skip


SLIPS = [
    ("arivals", "arrivals"),  # one letter of two left out, before a commoner word with one letter changed
    ("chnages", "changes"),  # two letters swapped, in a word whose ending stemming takes away
    ("resdents", "residents"),
    ("permitt", "permit"),
    ("prmt", None),  # too many slips for its length
    ("permits", None),  # no slip
    ("2025", None),
]


@pytest.mark.parametrize(("typed", "meant"), SLIPS)
def test_a_slip_is_read_as_the_printed_word_of_the_same_letters(typed: str, meant: str | None) -> None:
    (word,) = words(typed)
    assert LEXICON.nearest(word) == meant


def test_a_word_of_no_paper_is_a_slip_though_it_is_the_stem_of_another() -> None:
    known = replace(
        LEXICON,
        frequency={"staf": 9, "staff": 80},
        printed=lambda: {"staffing": 9, "staff": 80},
        english="elect".__eq__,
    )
    assert [known.nearest(*words(typed)) for typed in ("staf", "staff", "elect", "staffing")] == ["staff", *[None] * 3]


def test_the_words_of_a_library_serve_whichever_view_of_it_asks(tmp_path: Path) -> None:
    paper = (
        "# minutes | Somewhere Council | Cabinet | 2025-07-09 | draft\n@ discussion 4 | Rents\nAllotment rents rose.\n"
    )
    with make(tmp_path, {"minutes.pdf": paper}) as library:
        (word,) = words("alotment")
        assert [scene_of(library).lexicon.nearest(word) for _ in range(2)] == ["allotment", "allotment"]
