"""Puts quotations together as an answer: each is checked against its page, numbered and cited, or left out."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from corpus.types import Record
from index.library import Library
from index.types import Passage
from search.cite import cite
from search.types import Citation, Copy
from search.votes import minute_of

MARKED = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s", re.IGNORECASE)  # a marker that the words bring: "1) "


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
    """Return the quotations as text with [1] marks, and their citations; what is not on its page is left out.

    Several quotations of one section stand one a line, resolutions with their marks as printed: "1) That … [1]".
    """
    parts: list[str] = []
    citations: list[Citation] = []
    told_before: set[tuple[str, str]] = set()
    record = cache(library.record)  # which is unpacked anew each time: a meeting's sixty decisions stand in one
    for section in sections:
        told: list[tuple[Quoted, Citation]] = []
        for quoted in section.quoted:
            if (quoted.passage.id, quoted.quote) in told_before:
                continue  # one passage may be found, and led on to by another
            told_before.add((quoted.passage.id, quoted.quote))
            citation = cite(library, quoted.passage, quoted.quote, len(citations) + 1, quoted.copies)
            if citation is not None:
                citations.append(citation)
                told.append((quoted, citation))
        if told:
            parts.append("\n".join(filter(None, (section.title, *_lines(told, record)))))
    return Composed("\n\n".join(parts), tuple(citations))


def in_order(sections: Iterable[Section]) -> list[Section]:
    """Return the sections, the decisions of one minute that stand together in the order in which they were taken.

    They are found and read best first; told so, "2)" would stand before "1)". Their stem stays before the first.
    """
    return [replace(section, quoted=tuple(_taken_in_order(section.quoted))) for section in sections]


def _taken_in_order(quoted: Sequence[Quoted]) -> Iterator[Quoted]:
    for minute, run in groupby(quoted, key=_of_one_minute):
        some = list(run)
        stems = [one.before for one in some if one.before]
        if minute is None or len(stems) > 1 or len({one.passage.id for one in some}) < len(some):
            yield from some
            continue
        ordered = sorted(some, key=lambda one: one.passage.position)
        for at, one in enumerate(ordered):
            yield replace(one, before="".join(stems) if at == 0 else "")


def _of_one_minute(quoted: Quoted) -> tuple[str | None, ...] | None:
    """Return what the decisions of one minute share in one paper; None for what is no decision."""
    one = quoted.passage
    return (one.paper, one.minute, one.heading) if one.kind == "decision" else None


def _lines(told: Sequence[tuple[Quoted, Citation]], record: Callable[[str], Record]) -> list[str]:
    if len(told) == 1:  # a single quotation reads best behind its stem
        quoted, citation = told[0]
        return [" ".join(filter(None, (quoted.before, f"{citation.quote} [{citation.n}]")))]
    lines = []
    agreed = False
    for quoted, citation in told:
        marker = None if MARKED.match(citation.quote) else _marker(quoted.passage, record)
        apart = "\n" * (agreed and quoted.passage.kind != "decision")  # else debate would read as agreed
        agreed = quoted.passage.kind == "decision"
        lines += [quoted.before, apart + f"{marker} " * bool(marker) + f"{citation.quote} [{citation.n}]"]
    return [line for line in lines if line]


def _marker(passage: Passage, record: Callable[[str], Record]) -> str | None:
    """Return the mark printed before a resolution: "1)", "(b)"; None where none is."""
    minute = minute_of(record(passage.paper), passage) if passage.resolution is not None else None
    resolutions = minute.resolutions if minute else ()
    return next((one.marker for one in resolutions if one.ordinal == passage.resolution), None)
