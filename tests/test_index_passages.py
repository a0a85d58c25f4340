"""Passages: cut along the record, disjoint, complete, and at their exact places."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.types import Block, Kind, Meeting, Page, Paper, Record, Span
from index.context import embedding_text, words_of
from index.passages import LIMIT, ROOM, cut
from index.types import Passage

SHA = "9f" * 32
CABINET = Meeting("Somewhere Council", "Cabinet", date(2025, 2, 25))


def words(text: str) -> int:
    """Count a token a word: a tokenizer that can be followed by hand."""
    return len(text.split())


def paper_of(*texts: str, sha: str = SHA, source: Any = "text") -> Paper:
    pages = tuple(
        Page(sha, number, None, 595, 842, text, (), b"", source) for number, text in enumerate(texts, start=1)
    )
    return Paper(sha, "pack.pdf", None, pages)


def block_of(paper: Paper, *quotes: str, kind: Kind = "discussion", **more: Any) -> Block:
    """Make a block of the first place on the paper where each quote stands."""
    return Block(
        kind,
        tuple(found(paper, quote) for quote in quotes),
        **{"meeting": CABINET, "minute": "129", "heading": "LADO Annual Report", "proceedings": 0} | more,
    )


def found(paper: Paper, quote: str) -> Span:
    page = next(page for page in paper.pages if quote in page.text)
    start = page.text.index(quote)
    return page.span(start, start + len(quote))


def record_of(paper: Paper, *blocks: Block, title: str | None = None) -> Record:
    return Record(paper.sha256, "pack", CABINET, title, (), blocks, (), ())


def quoted(paper: Paper, passage: Passage) -> list[str]:
    return [paper.page(span.page).text[span.start : span.end] for span in passage.spans]


def test_a_resolution_stands_alone_with_its_stem_in_the_context() -> None:
    paper = paper_of("AGREED:\n1) That the report\nbe noted.\n2) That a further report be brought.")
    stem = (found(paper, "AGREED:"),)
    blocks = [
        block_of(paper, "That the report\nbe noted.", kind="decision", resolution=1, lead=stem),
        block_of(paper, "That a further report be brought.", kind="decision", resolution=2, lead=stem),
    ]
    first, second = cut(paper, record_of(paper, *blocks), words)
    assert (first.text, first.resolution, first.position) == ("That the report be noted.", 1, 0)
    assert (second.text, second.resolution, second.position) == ("That a further report be brought.", 2, 1)
    assert first.context == "Cabinet, 25 February 2025, minute 129: LADO Annual Report. AGREED:"
    assert embedding_text(first) == f"{first.context}\nThat the report be noted."
    assert first.lead == stem
    assert quoted(paper, first) == ["That the report\nbe noted."]


def test_small_neighbours_in_one_minute_are_one_passage_with_a_span_for_each() -> None:
    paper = paper_of("The Chair asked about costs.\nOfficers replied.\nThanks were given.")
    blocks = [block_of(paper, text) for text in paper.pages[0].text.split("\n")]
    (passage,) = cut(paper, record_of(paper, *blocks), words)
    assert quoted(paper, passage) == ["The Chair asked about costs.", "Officers replied.", "Thanks were given."]
    assert passage.text == "The Chair asked about costs. Officers replied. Thanks were given."


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "declaration"},  # what is quoted word for word stands alone
        {"minute": "130"},  # another item
        {"heading": "High Needs Block"},  # the same, where items have no number
        {"meeting": replace(CABINET, held_on=date(2025, 3, 25))},  # another meeting in the same file
        {"standing": "confirmed"},  # words of another standing
        {"paragraph": "3.26"},  # a number by which it can be asked for
        {"private": True},  # what the public was kept out of
        {"proceedings": 1},  # another set of minutes
    ],
    ids=lambda change: next(iter(change)),
)
def test_neighbours_in_another_place_are_another_passage(change: dict[str, Any]) -> None:
    paper = paper_of("The Chair asked about costs.\nOfficers replied.")
    blocks = [block_of(paper, "The Chair asked about costs."), block_of(paper, "Officers replied.", **change)]
    assert [passage.text for passage in cut(paper, record_of(paper, *blocks), words)] == [
        "The Chair asked about costs.",
        "Officers replied.",
    ]


def test_what_follows_a_numbered_paragraph_may_join_it() -> None:
    paper = paper_of("3.26 The deficit is forecast as:\n£22m in 2025;\n3.27 It will rise.")
    blocks = [
        block_of(paper, "3.26 The deficit is forecast as:", kind="report", paragraph="3.26"),
        block_of(paper, "£22m in 2025;", kind="report"),
        block_of(paper, "3.27 It will rise.", kind="report", paragraph="3.27"),
    ]
    first, second = cut(paper, record_of(paper, *blocks), words)
    assert (first.paragraph, first.text) == ("3.26", "3.26 The deficit is forecast as: £22m in 2025;")
    assert (second.paragraph, second.text) == ("3.27", "3.27 It will rise.")


def test_a_heading_joins_the_numbered_paragraph_beneath_it() -> None:
    paper = paper_of("1. Finance\n1.1 It will rise.\n1.2 It will fall.")
    section = {"kind": "report", "minute": None, "heading": "High Needs Block – 1. Finance"}
    blocks = [
        block_of(paper, "1. Finance", **section),
        block_of(paper, "1.1 It will rise.", paragraph="1.1", **section),
        block_of(paper, "1.2 It will fall.", paragraph="1.2", **section),
    ]
    assert [(passage.paragraph, passage.text) for passage in cut(paper, record_of(paper, *blocks), words)] == [
        ("1.1", "1. Finance 1.1 It will rise."),
        ("1.2", "1.2 It will fall."),
    ]


def test_a_signature_joins_a_full_passage_and_a_question_a_long_answer() -> None:
    full = "word " * (ROOM - 1) + "end."
    paper = paper_of(f"Question:\n{full}\nSigned: the Director of Finance")
    blocks = [block_of(paper, text) for text in paper.pages[0].text.split("\n")]
    (passage,) = cut(paper, record_of(paper, *blocks), words)
    assert words(passage.text) == ROOM + 6


def test_the_name_of_a_section_is_kept_where_the_report_s_is_long() -> None:
    paper = paper_of("It will rise.")
    heading = "Transfer of the Strengthening Independence Service to the Directorate of Adult Social Care and Health"
    block = block_of(
        paper, "It will rise.", minute=None, heading=f"{heading} and the Public – 5. Financial Implications"
    )
    (passage,) = cut(paper, record_of(paper, block, title=heading), words)
    assert passage.context == (
        "Cabinet, 25 February 2025: Transfer of the Strengthening Independence Service to the Directorate of Adult "
        "Social Care and – 5. Financial Implications"
    )


def test_rows_of_one_table_share_a_passage_and_its_header_stands_in_the_context() -> None:
    paper = paper_of("Year\tDeficit\n2024\t£19m\n2025\t£22m")
    header = (found(paper, "Year\tDeficit"),)
    rows = [block_of(paper, row, kind="table", lead=header) for row in ("2024\t£19m", "2025\t£22m")]
    (passage,) = cut(paper, record_of(paper, *rows), words)
    assert passage.text == "2024 £19m 2025 £22m"
    assert passage.context == "Cabinet, 25 February 2025, minute 129: LADO Annual Report. Year Deficit"
    assert passage.lead == header


def test_a_report_is_named_by_its_title_and_paragraph() -> None:
    paper = paper_of("3.26 The deficit will rise.")
    block = block_of(
        paper, "3.26 The deficit will rise.", kind="report", minute=None, paragraph="3.26", heading="Finance"
    )
    block = replace(block, proceedings=None)
    (passage,) = cut(paper, record_of(paper, block, title="High Needs Block"), words)
    assert passage.context == "Cabinet, 25 February 2025, paragraph 3.26: High Needs Block. Finance"


def test_what_a_paper_does_not_say_is_left_out_of_the_context() -> None:
    paper = paper_of("Thanks were given.")
    block = block_of(paper, "Thanks were given.", meeting=Meeting(None, None, None), minute=None, heading=None)
    (passage,) = cut(paper, record_of(paper, block), words)
    assert passage.context == ""
    assert embedding_text(passage) == "Thanks were given."


def test_a_long_point_is_split_at_the_ends_of_sentences_into_even_pieces() -> None:
    sentence = "Cllr. March asked the Director what was being done about it. "  # 11 words, one of them an abbreviation
    paper = paper_of((sentence * 11).strip())  # 121 words: more than fit, and two even pieces are 60 words
    passages = cut(paper, record_of(paper, block_of(paper, paper.pages[0].text)), words)
    assert [words(passage.text) for passage in passages] == [66, 55]
    assert [passage.text.startswith("Cllr. March") for passage in passages] == [True, True]
    assert len({passage.id for passage in passages}) == 2


def test_a_sentence_of_little_more_than_a_passage_s_room_is_not_parted() -> None:
    long = "The Leader judged the areas best placed by criteria that were strict and known " * 8  # 112 words
    paper = paper_of(f"He was pleased by what they wrote. {long.strip()}. They may ask again when they have met.")
    passages = cut(paper, record_of(paper, block_of(paper, paper.pages[0].text)), words)
    assert [(words(passage.text), passage.text[-4:]) for passage in passages] == [
        (7, "ote."),
        (112, "own."),
        (8, "met."),
    ]


def test_a_reply_has_both_ends_of_a_long_question_in_its_context() -> None:
    asked = (
        f"At the last meeting I asked about satnavs. {'The drivers come near to the school. ' * 20}What was the reply?"
    )
    paper = paper_of(f"{asked}\nNone has come.")
    block = block_of(paper, "None has come.", kind="report", heading="Answer", lead=(found(paper, asked),))
    (passage,) = cut(paper, record_of(paper, block), words)
    question = passage.context.partition("Answer. ")[2]
    assert question.startswith("At the last meeting I asked about satnavs. The drivers")
    assert question.endswith("school. What was the reply?")
    assert " … " in question
    assert len(question) < 490


def test_a_long_resolution_stays_whole_while_the_encoder_can_read_it() -> None:
    long = "That the Director report back on the progress made. " * 40  # 360 words
    paper = paper_of(long.strip())
    block = block_of(paper, paper.pages[0].text, kind="decision", resolution=1)
    (passage,) = cut(paper, record_of(paper, block), words)
    assert passage.text == long.strip()
    halves = cut(paper, record_of(paper, block), words, limit=254)
    assert max(words(embedding_text(half)) for half in halves) <= 254
    assert [half.resolution for half in halves] == [1, 1]


def test_a_passage_over_a_page_s_end_has_a_span_on_each_page() -> None:
    paper = paper_of("Members noted that the cost", "Agenda\nof the service had risen.")
    block = block_of(paper, "Members noted that the cost", "of the service had risen.")
    (passage,) = cut(paper, record_of(paper, block), words)
    assert passage.text == "Members noted that the cost of the service had risen."
    assert [span.page for span in passage.spans] == [1, 2]


def test_a_passage_read_by_recognition_says_so() -> None:
    paper = paper_of("Thanks were given.", source="ocr")
    assert [passage.ocr for passage in cut(paper, record_of(paper, block_of(paper, "Thanks were given.")), words)] == [
        True
    ]


def test_a_blank_block_gives_no_passage() -> None:
    paper = paper_of("Thanks.\n \n")
    block = replace(block_of(paper, "Thanks."), spans=(paper.pages[0].span(7, 9),))
    assert cut(paper, record_of(paper, block), words) == ()


def family_of(paper: Paper, text: str, **more: Any) -> str:
    (passage,) = cut(paper, record_of(paper, block_of(paper, text, **more)), words)
    return passage.family


def test_the_same_minute_printed_three_ways_is_one_family() -> None:
    in_pack = family_of(paper_of("That the report\nbe noted."), "That the report\nbe noted.")
    printed = paper_of("THAT the report be noted .", sha="1a" * 32)
    renamed = replace(CABINET, body="The Cabinet")
    assert family_of(printed, "THAT the report be noted .", meeting=renamed, heading="LADO  annual report") == in_pack


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("That the report be noted.", {"meeting": replace(CABINET, held_on=date(2025, 1, 28))}),  # January's
        ("That the report be noted.", {"meeting": replace(CABINET, body="County Council")}),  # another body's
        ("That the report be noted.", {"minute": "130"}),  # another item's
        ("That the report be noted.", {"kind": "decision", "resolution": 1}),  # decided, not said
        ("That the report be approved.", {}),  # other words
    ],
)
def test_what_differs_in_meeting_item_kind_or_words_is_another_family(text: str, change: dict[str, Any]) -> None:
    paper = paper_of("That the report be noted. That the report be approved.")
    assert family_of(paper, text, **change) != family_of(paper, "That the report be noted.")


def test_a_few_words_outside_minutes_are_nobody_s_copy() -> None:
    here, there = paper_of("None."), paper_of("None.", sha="1a" * 32)
    assert family_of(here, "None.", minute=None) != family_of(there, "None.", minute=None)
    assert family_of(here, "None.") == family_of(there, "None.")


@st.composite
def papers_with_blocks(draw: st.DrawFn) -> tuple[Paper, Sequence[Block]]:
    """Draw pages of words and blocks that divide them, some running over a page's end, with gaps between."""
    word = st.sampled_from(["noted", "agreed.", "Cllr.", "£22m", "(a)", "why?", "and;", "x" * 30, "“so.”", "–"])
    pages = draw(st.lists(st.lists(word, min_size=1, max_size=150).map(" ".join), min_size=1, max_size=3))
    paper = paper_of(*(draw(st.sampled_from([page, page.replace(" ", "\n")])) for page in pages))
    spans = []
    for page in paper.pages:
        at = sorted(draw(st.lists(st.integers(0, len(page.text)), max_size=6, unique=True)))
        spans += [page.span(start, end) for start, end in pairwise(at)]
    blocks = []
    while spans:
        size = draw(st.integers(1, 2))
        taken, spans = spans[:size], spans[size:]
        kind = draw(st.sampled_from(["decision", "discussion", "table"]))
        blocks.append(Block(kind, tuple(taken), CABINET, minute=draw(st.sampled_from(["1", "2"]))))
    return paper, blocks


@settings(max_examples=200, deadline=None)
@given(drawn=papers_with_blocks())
def test_passages_are_disjoint_in_order_and_cover_every_word_of_every_block(
    drawn: tuple[Paper, Sequence[Block]],
) -> None:
    paper, blocks = drawn
    passages = cut(paper, record_of(paper, *blocks), words)
    spans = [span for passage in passages for span in passage.spans]
    assert spans == sorted(spans, key=lambda span: (span.page, span.start))
    assert all(before.page < after.page or before.end <= after.start for before, after in pairwise(spans))
    assert "".join("".join(passage.text.split()) for passage in passages) == (
        "".join("".join(words_of(paper, block.spans).split()) for block in blocks)
    )
    assert [passage.position for passage in passages] == list(range(len(passages)))
    assert len({passage.id for passage in passages}) == len(passages)
    for passage in passages:
        assert passage.text == words_of(paper, passage.spans) != ""
        assert words(passage.text) <= (LIMIT if passage.kind == "decision" else ROOM)


def test_what_follows_the_end_of_a_vote_is_of_something_else() -> None:
    paper = paper_of("Abstain (0) Motion lost. Motion 3: Family Farm Tax")
    blocks = [block_of(paper, "Abstain (0) Motion lost."), block_of(paper, "Motion 3: Family Farm Tax")]
    assert [one.text for one in cut(paper, record_of(paper, *blocks), words)] == [
        "Abstain (0) Motion lost.",
        "Motion 3: Family Farm Tax",
    ]
