"""Documents without pages of their own: paragraphs and tables in order, as a Word file or a web page holds them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.words import mended

MOST_LETTERS = 4_000_000  # a pack of 1,500 pages; more is no council paper

_UNSEEN = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|[^\S\t\n ]|[\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
_BEYOND = re.compile(r"[\ud800-\udfff\U00010000-\U0010ffff]")  # pictures: the fonts of a PDF number 65,536 letters
_WHITE = re.compile(r"[\r\x0b\x0c\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters set alike.

    Example: ``Run("RESOLVED", bold=True)``.
    """

    text: str  # as ``cleaned`` leaves it; a newline ends a line within the paragraph
    bold: bool = False
    struck: bool = False  # struck through: shown so, and not what the document says


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, a heading, or an item of a list under the mark that a reader sees before it."""

    runs: tuple[Run, ...]
    mark: str = ""  # "129.", "(a)", "•"
    indent: float = 0.0  # points
    heading: bool = False
    new_page: bool = False  # begins a page

    @property
    def text(self) -> str:
        """Return its words without the mark."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; it may hold nothing."""

    paras: tuple[Para, ...]
    across: int = 1  # columns


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What a document holds, in reading order, and what it repeats around its pages."""

    title: str | None
    parts: tuple[Para | Table, ...]
    head: tuple[Para, ...] = ()  # printed above every page but the first, which begins with it
    foot: tuple[Para, ...] = ()

    @property
    def runs(self) -> Iterator[Run]:
        """Yield all that is set, marks included."""
        for part in (*self.head, *self.parts, *self.foot):
            paras = (
                (part,)
                if isinstance(part, Para)
                else (para for row in part.rows for cell in row for para in cell.paras)
            )
            for para in paras:
                yield Run(para.mark)
                yield from para.runs

    @property
    def letters(self) -> int:
        """Count the letters."""
        return sum(len(run.text) for run in self.runs)


def cleaned(text: str) -> str:
    """Return text with one form for each letter, ordinary spaces, and nothing that no reader sees."""
    plain = _WHITE.sub(" ", text).replace("\u2010", "-")  # the page is read with one hyphen
    return _UNSEEN.sub("", mended(unicodedata.normalize("NFC", _BEYOND.sub("\ufffd", plain))))


def folded_runs(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs with spaces folded across them, none at the ends of lines, and runs set alike joined."""
    found: list[Run] = []
    for run in runs:
        text = re.sub(r" *([\t\n]) *", r"\1", re.sub(r" +", " ", run.text))
        before = found[-1].text if found else "\n"
        if before.endswith((" ", "\t", "\n")):
            text = text.lstrip(" ")
        if text.startswith(("\t", "\n")) and before.endswith(" "):
            found[-1] = Run(before[:-1], found[-1].bold, found[-1].struck)
        if not text:
            continue
        if found and (found[-1].bold, found[-1].struck) == (run.bold, run.struck):
            found[-1] = Run(found[-1].text + text, run.bold, run.struck)
        else:
            found.append(Run(text, run.bold, run.struck))
    while found and not found[-1].text.strip():
        found.pop()
    if found:
        found[-1] = Run(found[-1].text.rstrip(), found[-1].bold, found[-1].struck)
    while found and not found[0].text.strip():
        found.pop(0)
    if found:
        found[0] = Run(found[0].text.lstrip(), found[0].bold, found[0].struck)
    return tuple(found)
