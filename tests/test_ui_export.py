"""A working file holds every question in order, opens in its own program, and nothing printed in a paper runs there."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from reading_room import run

from search.types import Answer, Citation, Copy
from ui.arguments import FORMATS
from ui.export import COLUMNS, Asked, Format, exported

HOST = "https://minutes.example"
SHA = "9f2c" * 16
CITED = Citation(
    n=1,
    label="Minute 7, Roads Committee, 5 May 2025 (confirmed), page 3",
    council="Borough of Example",
    body="Roads Committee",
    meeting_date=date(2025, 5, 5),
    minute="7",
    resolution=None,
    heading="THE ROUNDABOUT",
    kind="decision",
    standing="confirmed",
    paper="roads.pdf",
    sha256=SHA,
    pdf_page=4,
    printed_page="3",
    quote="That the roundabout be built.",
    also_in=(Copy("pack.pdf", 9),),
    passage="0123456789abcdef",
)
ANSWER = Answer(
    "what was agreed on the roundabout",
    "answered",
    "Minute 7:\nRESOLVED: That the roundabout be built. [1]",
    (CITED, replace(CITED, n=2, quote="Second words.")),
    "Searched 1 paper.",
)
DECLINED = Answer("zeppelins", "not_found", "Nothing in these papers answers this.", (), "Searched 1 paper.")
ASKED = (
    Asked(ANSWER.question, ANSWER),
    Asked("zeppelins", DECLINED),
    Asked("broken", None, "the library is damaged: run minutebook check"),
)


def read_csv(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def word_lines(written: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(written)).paragraphs]


def test_the_command_line_offers_every_format() -> None:
    assert get_args(Format) == FORMATS


def test_csv_has_a_row_a_source_and_one_for_a_question_without() -> None:
    rows = read_csv(exported(ASKED, "csv", HOST, "report"))

    assert tuple(rows[0]) == COLUMNS
    assert [(row["question"], row["outcome"], row["source"], row["quote"]) for row in rows] == [
        ("what was agreed on the roundabout", "answered", "1", "That the roundabout be built."),
        ("what was agreed on the roundabout", "answered", "2", "Second words."),
        ("zeppelins", "not_found", "", ""),
        ("broken", "error", "", ""),
    ]
    assert rows[0]["link"] == f"{HOST}/papers/{SHA}/4"
    assert rows[0]["also_in"] == "pack.pdf, PDF page 9"
    assert rows[0]["meeting_date"] == "2025-05-05"
    assert rows[0]["cited"].startswith("Roads Committee, 5 May 2025, Minute 7 (THE ROUNDABOUT), page 3: “That")
    assert rows[3]["answer"] == "the library is damaged: run minutebook check"


FORMULAS = [
    '=HYPERLINK("http://evil.example","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "  =1",
    "\x00=1",  # a control that a spreadsheet drops
    "\u202e=1",  # a mark that nobody sees
]


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_is_a_formula(words: str) -> None:
    hostile = replace(CITED, quote=words, paper=words, heading=words, label=words)
    answer = replace(ANSWER, question=words, answer=words, citations=(hostile,), coverage=words)

    (row,) = read_csv(exported([Asked(words, answer)], "csv", HOST, "plain"))

    for name in ("question", "answer", "quote", "paper", "heading", "label", "coverage"):
        assert row[name].startswith("'"), name


@given(st.text())
def test_csv_gives_any_words_back(words: str) -> None:
    (row,) = read_csv(exported([Asked("q", None, "x" + words)], "csv", "", "plain"))

    assert row["answer"][0] == "x"
    assert not set("\x00\x1b\u202e") & set(row["answer"])


def test_json_lines_are_the_answers_in_order() -> None:
    lines = [json.loads(line) for line in exported(ASKED, "jsonl", HOST, "oscola").decode().splitlines()]

    assert [line["question"] for line in lines] == ["what was agreed on the roundabout", "zeppelins", "broken"]
    assert lines[0]["citations"][1]["cited"].endswith(f"minute 7, page 3 <{HOST}/papers/{SHA}/4>.")
    assert lines[2]["error"] == "the library is damaged: run minutebook check"


def test_a_word_document_opens_with_words_sources_and_links() -> None:
    written = exported(ASKED, "docx", HOST, "report")

    document = Document(io.BytesIO(written))
    headings = [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert headings == ["what was agreed on the roundabout", "zeppelins", "broken"]
    assert word_lines(written)[2:8] == [
        "Answered.",
        "Minute 7:",
        "RESOLVED: That the roundabout be built. [1]",
        "“That the roundabout be built.”",
        f"[1] {CITED.label}; roads.pdf, PDF page 4; SHA-256 {SHA}",
        word_lines(written)[7],
    ]
    assert word_lines(written)[7].startswith("Roads Committee, 5 May 2025, Minute 7")
    links = [link.address for one in document.paragraphs for link in one.hyperlinks]
    assert links == [f"{HOST}/papers/{SHA}/4"] * 2
    assert "Not answered: the library is damaged: run minutebook check" in word_lines(written)


def test_a_word_document_without_an_address_has_no_links() -> None:
    document = Document(io.BytesIO(exported(ASKED, "docx", "", "plain")))

    assert [link.address for one in document.paragraphs for link in one.hyperlinks] == []


@settings(max_examples=25, deadline=None)  # a document takes a tenth of a second
@given(st.text(), st.text())
def test_a_word_document_takes_any_words(quote: str, name: str) -> None:
    answer = replace(ANSWER, answer=quote, citations=(replace(CITED, quote=quote, paper=name, label=name),))

    lines = word_lines(exported([Asked("q", answer)], "docx", HOST, "bibtex"))

    assert lines[1] == "q"


def test_what_comes_near_a_question_without_an_answer_is_named_as_no_answer() -> None:
    asked = (Asked("zeppelins", replace(DECLINED, near=(CITED,))),)
    lines = word_lines(exported(asked, "docx", HOST, "plain"))
    markdown = exported(asked, "md", HOST, "plain").decode()

    assert lines[lines.index("Not an answer, but near:") + 1] == "“That the roundabout be built.”"
    assert markdown.index("**Not an answer, but near:**") < markdown.index("That the roundabout be built.")
    assert "near" not in exported((Asked("zeppelins", DECLINED),), "md", HOST, "plain").decode()


def test_markdown_shows_hostile_words_as_words() -> None:
    words = "<script>x</script>\n# not a heading\n- [click](javascript:x)"
    answer = replace(ANSWER, question=words, answer=words, citations=(replace(CITED, quote=words),))

    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(
        exported([Asked(words, answer)], "md", HOST, "markdown").decode()
    )

    assert "<script" not in html
    assert 'href="javascript' not in html
    assert html.count("<h1>") == 1
    assert "<p># not a heading</p>" in html
    assert f'<a href="{HOST}/papers/{SHA}/4">Minute 7, Roads Committee, 5 May 2025 (confirmed), page 3</a>' in html


def test_a_batch_becomes_a_working_file_in_the_order_of_its_lines(small_library: tuple[Path, object]) -> None:
    questions = "what was agreed about zeppelin moorings\n\nwhat was agreed on the LADO annual report\n"

    status, output, errors = run("--library", str(small_library[0]), "ask", "-", "--format", "csv", stdin=questions)

    rows = list(csv.DictReader(io.StringIO(output.removeprefix("\ufeff"))))
    assert (status, errors) == (0, "")  # no bar where there is no terminal
    assert [(row["outcome"], row["minute"], row["resolution"]) for row in rows] == [
        ("not_found", "", ""),
        ("answered", "53", "1"),
        ("answered", "53", "2"),
        ("answered", "53", "3"),
        ("answered", "53", "4"),
    ]
