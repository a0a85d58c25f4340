"""The sample papers, whose truth is known exactly: the record is read as it was written."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.marks import mark_of
from corpus.reading import read_paper
from corpus.record import read_record
from corpus.rows import folded, quoted
from corpus.types import Paper, Proceedings, Record

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples"
TRUTH: list[dict[str, Any]] = [
    entry for entry in json.loads((SAMPLES / "truth.json").read_text())["papers"] if not entry["scan"]
]
MINUTES = [(entry["file"], meeting) for entry in TRUTH for meeting in entry["meetings"]]


@cache
def read(name: str) -> tuple[Paper, Record]:
    paper = read_paper(SAMPLES / "papers" / name)
    return paper, read_record(paper)


def proceedings(name: str, meeting: dict[str, Any]) -> Proceedings:
    _, record = read(name)
    return next(
        found
        for found in record.proceedings
        if (found.meeting.body, str(found.meeting.held_on)) == (meeting["body"], meeting["held_on"])
    )


@pytest.mark.parametrize("entry", TRUTH, ids=lambda entry: entry["file"])
def test_a_paper_is_taken_for_what_it_is(entry: dict[str, Any]) -> None:
    _, record = read(entry["file"])
    assert record.kind == entry["kind"]
    assert (record.meeting.body, str(record.meeting.held_on)) == (entry["body"], entry["meeting"])
    assert bool(record.exempt) == bool(entry["exempt"])
    assert bool(record.replaces) == bool(entry["replaces"])
    assert [(item.meeting.body, str(item.meeting.held_on)) for item in record.proceedings] == [
        (meeting["body"], meeting["held_on"]) for meeting in entry["meetings"]
    ]


@pytest.mark.parametrize(
    ("name", "meeting"), MINUTES, ids=lambda value: value if isinstance(value, str) else value["held_on"]
)
def test_minutes_are_read_as_they_were_written(name: str, meeting: dict[str, Any]) -> None:
    found = proceedings(name, meeting)
    assert [(item.number, item.heading, item.spans[0].page, item.private) for item in found.minutes] == [
        (item["number"], folded(item["heading"]), item["pdf_page"], item["private"]) for item in meeting["minutes"]
    ]
    printed = [
        (item.agenda_item, truth["agenda_item"]) for item, truth in zip(found.minutes, meeting["minutes"], strict=True)
    ]
    assert [pair for pair in printed if pair[0] not in {None, pair[1]}] == []  # only the cabinet prints "(Item 5)"
    assert [str(day) for day in found.confirms] == meeting["confirms"]
    assert bool(found.corrects) == bool(meeting["corrects"])


@pytest.mark.parametrize(
    ("name", "meeting"), MINUTES, ids=lambda value: value if isinstance(value, str) else value["held_on"]
)
def test_decisions_votes_and_declarations_are_read_word_for_word(name: str, meeting: dict[str, Any]) -> None:
    for item, truth in zip(proceedings(name, meeting).minutes, meeting["minutes"], strict=True):
        assert [(part.verb, part.text.replace("includ-ing", "including")) for part in item.resolutions] == [
            (part["verb"], folded(part["text"])) for part in truth["resolutions"]
        ]
        assert [(declared.name, declared.text) for declared in item.declarations] == [
            (declared["name"], folded(declared["text"])) for declared in truth["declarations"]
        ]
        named = [vote for vote in item.votes if any(side.names for side in vote.tallies)]
        assert [
            {"outcome": vote.outcome, **{side.side: list(side.names) for side in vote.tallies}} for vote in named
        ] == [vote for vote in truth["votes"] if "figures" not in vote]
        assert [
            {"outcome": vote.outcome, "figures": {side.side: side.printed for side in vote.tallies}}
            for vote in item.votes
            if vote not in named
        ] == [vote for vote in truth["votes"] if "figures" in vote]


@pytest.mark.parametrize("entry", TRUTH, ids=lambda entry: entry["file"])
def test_every_word_stands_in_one_block_and_no_word_in_two(entry: dict[str, Any]) -> None:
    paper, record = read(entry["file"])
    held = [(span.page, at) for block in record.blocks for span in block.spans for at in range(span.start, span.end)]
    assert len(held) == len(set(held))
    known = {
        *held,
        *((span.page, at) for block in record.blocks for span in block.lead for at in range(span.start, span.end)),
    }
    lost = []
    for page in paper.pages:
        for line in (line for line in page.lines if line.role == "body"):
            mark = mark_of(page.text[line.start : line.end])
            begins = line.start + (mark.length if mark else 0)  # a mark is kept as number or marker, not as words
            lost += [at for at in range(begins, line.end) if page.text[at].isalnum() and (page.number, at) not in known]
    assert lost == []


@pytest.mark.parametrize("entry", TRUTH, ids=lambda entry: entry["file"])
def test_every_span_gives_the_words_of_what_it_stands_for(entry: dict[str, Any]) -> None:
    paper, record = read(entry["file"])
    for found in record.proceedings:
        for minute in found.minutes:
            for part in (*minute.resolutions, *minute.declarations):
                assert quoted(paper, part.spans) == part.text
    order = [(span.page, span.start) for block in record.blocks for span in block.spans]
    assert order == sorted(order)
