"""Puts quotations together as an answer: each is checked against its page, numbered and cited, or left out."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.library import Library
from index.types import Passage
from search.cite import cite
from search.types import Citation, Copy


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a passage to be quoted, with what stands before them in the answer.

    ``before`` is the record's own too: the marker and the stem of a resolution, the heading row of a table.
    """

    passage: Passage
    quote: str
    before: str = ""
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One part of an answer: a line that says where it stands, and the quotations under it."""

    title: str
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of an answer, and the citations that its marks stand for."""

    text: str
    citations: tuple[Citation, ...]


def compose(library: Library, sections: Iterable[Section]) -> Composed:
    """Return the quotations as text with [1] marks, and their citations; what is not on its page is left out."""
    lines: list[str] = []
    citations: list[Citation] = []
    for section in sections:
        pieces: list[str] = []
        for quoted in section.quoted:
            citation = cite(library, quoted.passage, quoted.quote, len(citations) + 1, quoted.copies)
            if citation is not None:
                citations.append(citation)
                pieces.append(" ".join(filter(None, (quoted.before, f"{citation.quote} [{citation.n}]"))))
        if pieces:
            lines.append("\n".join(filter(None, (section.title, " ".join(pieces)))))
    return Composed("\n\n".join(lines), tuple(citations))
