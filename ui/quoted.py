"""An answer's words set out for reading: each quotation on a line of its own, resolutions with their numbers."""

import re
from dataclasses import dataclass

from search.types import Answer, Citation

_MARKED = re.compile(r"\(?\w{1,4}[.)]\s")  # a marker that the words bring along themselves: "1) ", "(a) ", "iv. "

_NUMBER = re.compile(
    r"(?:^|(?<=\n))\(?(?:\w{1,5}[.)]{1,2}|\d+(?:\.\d+)+[.)]?)\s$"
)  # the mark of a resolution, as the answer sets it


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One part of an answer: the line that says where it stands, empty where there is none, and the lines under it."""

    place: str
    lines: tuple[str, ...]
    numbered: bool  # the lines but for stems are resolutions that begin with their numbers


def paragraphs(answer: Answer) -> tuple[Paragraph, ...]:
    """Return the answer in parts; joined, their words are the answer's, but for the numbers of resolutions.

    Example: "AGREED: That it be noted. [1] That it be sent. [2]" becomes three lines, "AGREED:", "1. That it be
    noted. [1]" and "2. That it be sent. [2]".
    """
    found = []
    for text in answer.answer.split("\n\n"):
        place, colon, words = text.partition(":\n")
        if not colon or "\n" in place:
            place, words = "", text
        found.append(_set_out(place, words, answer.citations))
    return tuple(found)


def one_a_line(answer: Answer) -> str:
    """Return the answer as text for a terminal, each quotation of a part on its own line."""
    return "\n\n".join(
        "\n".join((*((f"{one.place}:",) if one.place else ()), *one.lines)) for one in paragraphs(answer)
    )


def _set_out(place: str, words: str, citations: tuple[Citation, ...]) -> Paragraph:
    pieces: list[tuple[Citation | None, str]] = []
    done = 0
    for citation in citations:
        quoted = f"{citation.quote} [{citation.n}]"
        at = words.find(quoted, done)
        if at < 0:
            continue  # it stands in another part
        mark = _NUMBER.search(words[done:at])
        before = words[done : done + mark.start()] if mark else words[done:at]
        pieces += [(None, before.strip()), (citation, f"{mark.group() if mark else ''}{quoted}")]
        done = at + len(quoted)
    pieces.append((None, words[done:].strip()))
    cited = [citation for citation, _ in pieces if citation]
    if len(cited) < 2:  # a single quotation reads best with its stem before it
        return Paragraph(place, (words,), False)
    ordinals = [one.resolution for one in cited]
    numbered = None not in ordinals and len(set(ordinals)) == len(ordinals)
    lines = tuple(_line(citation, text, numbered) for citation, text in pieces if text)
    return Paragraph(place, lines, numbered)


def _line(citation: Citation | None, text: str, numbered: bool) -> str:
    return f"{citation.resolution}. {text}" if citation and numbered and not _MARKED.match(text) else text
