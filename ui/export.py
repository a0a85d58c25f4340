"""Answers to many questions as a working file: CSV, JSON lines, Markdown or a Word document.

Every format carries the official words, where they stand and a lasting link, and a question that could not be
answered keeps its place with the reason. What a paper prints stays words in all of them: no formula, markup or control.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from docx.document import Document as Word
from docx.shared import Pt

from corpus.forms import page_in
from search.styles import Style, markdown_text
from search.types import Answer, Citation, Outcome
from search.votes import told_beside
from ui.citing import answer_forms, lasting_link, pasted
from ui.listing import csv_of
from ui.word import add_link, for_word, saved, titled

Format = Literal["csv", "jsonl", "docx", "md"]
"""What a working file can be."""

COLUMNS = (
    "question", "outcome", "answer", "source", "quote", "label", "kind", "standing", "council", "body", "meeting_date",
    "minute", "resolution", "vote", "heading", "paper", "pdf_page", "printed_page", "link", "cited", "also_in",
    "coverage",
)  # fmt: skip
SAID: Mapping[Outcome, str] = {
    "answered": "Answered",
    "not_decided": "Found, but no decision is held",
    "not_found": "Nothing found in these papers",
    "private": "Considered in private",
}
"""How each outcome is told."""

NEAR = "Not an answer, but near:"
TITLE = "Answers from the papers held"
NARROW = Pt(9)  # coverage and sources beside the words that they serve


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer, or with the reason why there is none."""

    question: str
    answer: Answer | None
    trouble: str = ""


def exported(asked: Sequence[Asked], kind: Format, base: str, style: Style) -> bytes:
    """Return the working file; links begin with ``base``, and each source is also written in ``style``."""
    return _WRITERS[kind](asked, base, style)


def _csv(asked: Sequence[Asked], base: str, style: Style) -> bytes:
    rows = [row for one in asked for row in _rows(one, base, style)]
    return csv_of(COLUMNS, ([row.get(name) or "" for name in COLUMNS] for row in rows))


def _rows(one: Asked, base: str, style: Style) -> list[dict[str, object]]:
    """Return a row a source; a question without any has one row all the same."""
    if one.answer is None:
        return [{"question": one.question, "outcome": "error", "answer": one.trouble}]
    form = answer_forms(one.answer, base, style)
    whole: dict[str, object] = {
        "question": form["question"], "outcome": form["outcome"], "answer": form["answer"], "coverage": form["coverage"]
    }  # fmt: skip
    rows: list[dict[str, object]] = []
    for citation in form["citations"]:
        also = "; ".join(f"{copy['paper']}, {page_in(copy['paper'], copy['pdf_page'])}" for copy in citation["also_in"])
        vote = "; ".join(beside["vote"] for beside in form["votes"] if beside["n"] == citation["n"])
        rows.append({**citation, **whole, "source": citation["n"], "vote": vote, "also_in": also})
    return rows or [whole]


def _jsonl(asked: Sequence[Asked], base: str, style: Style) -> bytes:
    lines = [
        answer_forms(one.answer, base, style) if one.answer else {"question": one.question, "error": one.trouble}
        for one in asked
    ]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode("utf-8", "backslashreplace")


def _markdown(asked: Sequence[Asked], base: str, style: Style) -> bytes:
    parts = [f"# {TITLE}"]
    for one in asked:
        parts.append(f"## {markdown_text(one.question)}")
        if one.answer is None:
            parts.append(f"**Not answered:** {markdown_text(one.trouble)}")
            continue
        parts.append(f"**{SAID[one.answer.outcome]}.**")
        parts += [markdown_text(line) for line in one.answer.answer.splitlines() if line.strip()]
        parts += [markdown_text(told_beside(vote)) for vote in one.answer.votes]
        parts += [_markdown_source(citation, base, style) for citation in one.answer.citations]
        if one.answer.near:
            parts += [f"**{NEAR}**", *(_markdown_source(citation, base, style) for citation in one.answer.near)]
        parts.append(markdown_text(one.answer.coverage))
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def _markdown_source(citation: Citation, base: str, style: Style) -> str:
    if style == "markdown":
        return f"\\[{citation.n}\\]\n\n{pasted(citation, style, base)}"
    if style == "bibtex":
        return f"```bibtex\n{pasted(citation, style, base)}\n```"
    return f"\\[{citation.n}\\] {markdown_text(pasted(citation, style, base))}"


def _word(asked: Sequence[Asked], base: str, style: Style) -> bytes:
    document = titled(TITLE)
    for one in asked:
        document.add_heading(for_word(one.question), 1)
        if one.answer is None:
            document.add_paragraph(for_word(f"Not answered: {one.trouble}"))
            continue
        document.add_paragraph().add_run(f"{SAID[one.answer.outcome]}.").bold = True
        for line in one.answer.answer.splitlines():
            if line.strip():
                document.add_paragraph(for_word(line))
        for vote in one.answer.votes:
            document.add_paragraph(for_word(told_beside(vote)))
        for citation in one.answer.citations:
            _add_source(document, citation, base, style)
        if one.answer.near:
            document.add_paragraph().add_run(NEAR).bold = True
        for citation in one.answer.near:
            _add_source(document, citation, base, style)
        document.add_paragraph().add_run(for_word(one.answer.coverage)).font.size = NARROW
    return saved(document)


def _add_source(document: Word, citation: Citation, base: str, style: Style) -> None:
    document.add_paragraph(for_word(f"“{citation.quote}”"), style="Intense Quote")
    line = document.add_paragraph()
    line.add_run(f"[{citation.n}] ")
    add_link(line, citation.label, lasting_link(base, citation))
    line.add_run(
        for_word(f"; {citation.paper}, {page_in(citation.paper, citation.pdf_page)}; SHA-256 {citation.sha256}")
    )
    if style != "plain":
        document.add_paragraph().add_run(for_word(pasted(citation, style, base))).font.size = NARROW


_WRITERS: Mapping[Format, Callable[[Sequence[Asked], str, Style], bytes]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "docx": _word,
    "md": _markdown,
}
