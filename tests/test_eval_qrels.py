"""Judgments: the places that they name, and what counts as the same place."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.qrels import Judgment, MinutePlace, PagePlace, docno, judgment_of, parse_docno, read_qrels, same_place
from eval.topics import SetError

names = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\x85\u2028\u2029"), min_size=1)
days = st.none() | st.dates()


@pytest.mark.parametrize(
    ("place", "written"),
    [
        (PagePlace("pack.pdf", 14, 14), "pack.pdf#14"),
        (PagePlace("pack.pdf", 13, 14), "pack.pdf#13-14"),  # a passage over a page break
        (PagePlace("Minutes 25 (scan) #2.pdf", 7, 7), "Minutes%2025%20(scan)%20#2.pdf#7"),  # blanks and a hash
        (MinutePlace(None, "Cabinet", date(2025, 1, 30), "90"), "minute:Cabinet|2025-01-30|90"),
        (MinutePlace("Kent County Council", "Cabinet", None, None), "minute:Kent%20County%20Council/Cabinet||"),
    ],
)
def test_a_place_is_written_as_one_word_and_read_back(place: PagePlace | MinutePlace, written: str) -> None:
    assert docno(place) == written
    assert parse_docno(written) == place


@given(names, st.integers(1, 999), st.integers(0, 9))
def test_any_file_name_survives_being_written(paper: str, first: int, more: int) -> None:
    place = PagePlace(paper, first, first + more)
    assert len(docno(place).split()) == 1
    assert parse_docno(docno(place)) == place


@given(st.none() | names, names, days, st.none() | names)
def test_any_body_survives_being_written(
    council: str | None, body: str, held_on: date | None, number: str | None
) -> None:
    place = MinutePlace(council, body, held_on, number)
    assert parse_docno(docno(place)) == place


DAY = date(2024, 1, 9)


@pytest.mark.parametrize(
    ("judged", "found", "same"),
    [
        (PagePlace("a.pdf", 13, 13), PagePlace("a.pdf", 13, 14), True),  # the passage runs on to the next page
        (PagePlace("a.pdf", 13, 13), PagePlace("a.pdf", 14, 14), False),  # one page off is wrong
        (PagePlace("a.pdf", 13, 13), PagePlace("b.pdf", 13, 13), False),  # another paper
        (MinutePlace(None, "Cabinet", DAY, "9"), MinutePlace("Kent County Council", "Cabinet", DAY, "9"), True),
        (MinutePlace(None, "County Council", DAY, "9"), MinutePlace("Kent County Council", "Cabinet", DAY, "9"), False),
        (  # a parish council is its own body
            MinutePlace(None, "Milburn Parish Council", DAY, "9"),
            MinutePlace("Milburn Parish Council", "Parish Council", DAY, "9"),
            True,
        ),
        (  # punctuation, case and small words differ from print to print
            MinutePlace(None, "Children, Young People and Education Scrutiny Commission", DAY, "9"),
            MinutePlace(None, "CHILDREN YOUNG PEOPLE & EDUCATION SCRUTINY COMMISSION", DAY, "9"),
            True,
        ),
        (MinutePlace(None, "Cabinet", DAY, "9"), MinutePlace(None, "Cabinet", date(2025, 1, 9), "9"), False),  # year
        (MinutePlace(None, "Cabinet", DAY, "9"), MinutePlace(None, "Cabinet", DAY, "90"), False),
        (MinutePlace(None, "Cabinet", DAY, "9"), PagePlace("a.pdf", 9, 9), False),
    ],
)
def test_a_place_is_the_judged_one_only_where_page_or_minute_agree(
    judged: PagePlace | MinutePlace, found: PagePlace | MinutePlace, same: bool
) -> None:
    assert same_place(judged, found) is same


def test_a_place_judged_twice_has_its_higher_grade() -> None:
    low = Judgment("q", 1, PagePlace("a.pdf", 13, 13), 1)
    high = Judgment("q", 2, PagePlace("a.pdf", 14, 14), 2)
    assert judgment_of([low, high], PagePlace("a.pdf", 13, 14)) == high
    assert judgment_of([low, high], PagePlace("a.pdf", 15, 15)) is None


def test_a_line_that_is_no_judgment_is_named(tmp_path: Path) -> None:
    path = tmp_path / "qrels.txt"
    path.write_text("q1 1 a.pdf#1 2\nq1 1 a.pdf 2\n", encoding="utf-8")
    with pytest.raises(SetError, match=r"qrels\.txt, line 2: not 'topic item docno grade'"):
        read_qrels(path)
