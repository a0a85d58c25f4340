"""The gold files are well formed, enough, fairly split, and stand on the pages that they name."""

from collections import Counter
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.record_gold import (
    GOLD,
    GoldPaper,
    Wording,
    bare,
    digest,
    gold_path,
    read_gold,
    read_golds,
    stands_in,
    wording,
    write_gold,
)
from eval.record_samples import SAMPLES, sample_golds

GOLDS = read_golds()
WITH_TEXT = [gold for gold in GOLDS if not gold.scan]
SHIFTED = {  # their text layers hold other letters than are drawn: the gold is what is drawn
    "minutes-2024-03-05__994d8d.pdf",
    "minutes-2024-07-02.pdf",
    "minutes-2025-02-04.pdf",
}


@cache
def letters_of(path: Path) -> tuple[str, ...]:
    """Return the letters of each page as pdfium reads it."""
    document = pypdfium2.PdfDocument(path)
    try:
        return tuple(bare(document[number].get_textpage().get_text_range()) for number in range(len(document)))
    finally:
        document.close()


def test_there_is_gold_for_forty_real_papers_and_more_of_all_councils() -> None:
    assert Counter(gold.folder for gold in GOLDS) == {
        "burton-cum-walden": 14,
        "kent": 19,
        "leicester": 1,
        "leicester-scanned": 1,
        "milburn": 14,
    }


def test_a_third_is_held_out_by_the_hash_and_copies_go_together() -> None:
    assert Counter((gold.folder, gold.held_out) for gold in GOLDS if gold.held_out) == {
        ("burton-cum-walden", True): 3,
        ("kent", True): 7,
        ("milburn", True): 8,
    }
    splits: dict[str, set[bool]] = {}
    for gold in GOLDS:
        splits.setdefault(gold.family, set()).add(gold.held_out)
    assert [family for family, split in splits.items() if len(split) != 1] == []


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: gold.paper)
def test_a_gold_file_is_named_for_its_paper_and_written_again_is_the_same(gold: GoldPaper, tmp_path: Path) -> None:
    path = gold_path(gold.folder, gold.paper)
    assert write_gold(gold, tmp_path).read_text(encoding="utf-8") == path.read_text(encoding="utf-8")
    assert read_gold(path) == gold


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: gold.paper)
def test_no_gold_file_copies_a_sentence(gold: GoldPaper) -> None:
    for said in wordings(gold):
        assert len(said.first.split()) <= 6
        assert len(said.last.split()) <= 4
        assert len(said.sha256) == 16


@pytest.mark.parametrize("gold", WITH_TEXT, ids=lambda gold: gold.paper)
def test_the_gold_stands_on_the_pages_that_it_names(gold: GoldPaper, papers: Path) -> None:
    pages = letters_of(papers / gold.folder / gold.paper)
    assert len(gold.printed_pages) == len(pages)
    if gold.paper in SHIFTED:
        return
    for number, said in placed(gold):
        page, following = pages[number - 1], (pages[number : number + 1] or ("",))[0]
        assert bare(said.first) in page, (number, said.first)
        # one that runs over the page is parted by the foot of the page
        assert stands_in(said, page) or bare(said.last) in following, (number, said.first, said.last)


@pytest.mark.parametrize("gold", sample_golds(), ids=lambda gold: gold.paper)
def test_the_samples_truth_stands_on_their_pages_in_the_form_of_the_gold(gold: GoldPaper) -> None:
    pages = letters_of(SAMPLES / "papers" / gold.paper)
    assert len(gold.printed_pages) == len(pages)
    if not gold.scan:
        assert [
            (number, said.first) for number, said in placed(gold) if bare(said.first) not in pages[number - 1]
        ] == []


def test_no_printed_figure_is_put_right_by_the_names_under_it() -> None:
    differing = [
        (gold.paper, minute.number, side.printed, side.names)
        for gold in GOLDS
        for meeting in gold.meetings
        for minute in meeting.minutes
        for vote in minute.votes
        for side in vote.sides
        if side.printed != side.names
    ]
    paper = "full_council__2025-03-13__Printed_minutes_13th-Mar-2025_10.00_County_Council.pdf"
    assert differing == [(paper, "306", 36, 35), (paper, "306", 37, 35)]


PRINTED = st.characters(max_codepoint=0x24F, categories=("L", "N", "P", "Zs"), include_characters="ﬁﬂ’“”–\n")


@given(st.text(PRINTED))
def test_letters_do_not_depend_on_white_space(text: str) -> None:
    assert bare(text) == bare(" ".join(text)) == bare(bare(text))


@given(st.text(alphabet="ab -\n"), st.text(alphabet="ab -\n", min_size=1), st.text(alphabet="ab -\n"))
def test_words_stand_in_every_text_that_holds_them(before: str, words: str, after: str) -> None:
    if bare(words):
        assert stands_in(wording(words), before + words + after)


def test_words_stand_only_where_every_letter_does() -> None:
    said = Wording("That the", "be noted.", len(bare("That the report be noted.")), digest("That the report be noted."))
    assert stands_in(said, "That the plan be agreed. That the re-\nport be noted.")
    assert not stands_in(said, "That the report be voted.")


def wordings(gold: GoldPaper) -> list[Wording]:
    """Return all that a gold file says of words."""
    return [said for _, said in placed(gold)]


def placed(gold: GoldPaper) -> list[tuple[int, Wording]]:
    """Return all that a gold file says of words, each with its page."""
    found = [(text.pdf_page, text.wording) for text in (*gold.recommendations, *gold.decisions)]
    for meeting in gold.meetings:
        for minute in meeting.minutes:
            found.append((minute.pdf_page, minute.heading))
            found += [(part.pdf_page, said) for part in minute.parts for said in part.wordings]
    return found


def test_the_folder_holds_nothing_but_gold() -> None:
    assert [path.name for path in sorted(GOLD.iterdir()) if path.suffix != ".json"] == []
