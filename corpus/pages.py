"""Printed page numbers: figures that keep step with the pages of the file, not those that happen to stand there."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

STEPS = 2  # pages that must agree before a bare figure is believed to be a page number
LEVEL = 2.0  # points by which page numbers may stand higher or lower from page to page

_ARABIC = r"(?P<arabic>\d{1,4})"
_ROMAN = r"(?P<roman>[ivxl]{1,7})"
_ALONE = re.compile(
    rf"(?P<said>page\s*\|?\s*|pg\.?\s*|p\.\s*)?[-–—|~]*\s*(?:{_ARABIC}|{_ROMAN})\s*[-–—|~]*"
    r"(?P<of>\s*(?:of|/)\s*\d{1,4})?(?P<after>\s*\|?\s*page)?",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\bpage\s*\|?\s*(?P<after>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?(?![\d.])|(?P<before>\d{1,4})\s*\|\s*page\b",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(  # at the end of a foot: "Risk register.xlsx", and to the right "2 of 3"
    r"\S.*(?:\t\s*(?P<right>\d{1,4})\s*(?:of|/)|\s(?P<first>\d{1,4})\s+of)\s*(?P<last>\d{1,4})", re.IGNORECASE
)
_AT_END = re.compile(
    r"(?:(?:\S+\s+){3,}|\S.*\t)(?P<last>\d{1,4})"
)  # after a gap or three words: "Question 5" is a heading
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure at the edge of a page that may be its number.

    Example: ``Mark(page=13, line=22, printed="10", value=10, roman=False, said=False, alone=True)``.
    """

    page: int  # index
    line: int  # index
    printed: str
    value: int
    roman: bool
    said: bool  # the word "page" stands with it
    alone: bool  # nothing else stands on its line
    apart: float | None = None  # points from the page's edge, where it is its outermost line, set apart from the text

    @property
    def sequence(self) -> tuple[bool, int]:
        """Return what all numbers of one sequence share."""
        return self.roman, self.page - self.value


def marks(page: int, line: int, text: str) -> list[Mark]:
    """Return the figures of a line at a page's edge that may be the page's number."""
    match = _ALONE.fullmatch(text)
    if match is not None:
        said = any(match.group(name) for name in ("said", "of", "after"))
        if match.group("roman"):
            value = _roman(match.group("roman").lower())
            return [Mark(page, line, match.group("roman"), value, True, said, True)] if value else []
        return [Mark(page, line, match.group("arabic"), int(match.group("arabic")), False, said, True)]
    within = _WITHIN.search(text)
    if within is not None:
        printed = within.group("after") or within.group("before")
        return [Mark(page, line, printed, int(printed), False, True, False)]
    if (counted := _counted(text)) is not None:
        printed = counted["right"] or counted["first"]
        return [Mark(page, line, printed, int(printed), False, True, False)]
    at_end = _AT_END.fullmatch(text)
    return [Mark(page, line, at_end["last"], int(at_end["last"]), False, False, False)] if at_end else []


def without_number(text: str) -> str:
    """Return a line's wording without the page number that it may hold."""
    if _WITHIN.search(text):
        return _WITHIN.sub("", text)
    if (counted := _counted(text)) is not None:
        return text[: counted.start("right" if counted["right"] else "first")]
    at_end = _AT_END.fullmatch(text)
    return text[: at_end.start("last")] if at_end else text


def _counted(text: str) -> re.Match[str] | None:
    """Return where a line ends with its page and their number, "2 of 3": no year, "2025/26"."""
    match = _OF_SO_MANY.fullmatch(text)
    if match is None or not 0 < int(match["right"] or match["first"]) <= int(match["last"]):
        return None
    return match


def numbered(found: Sequence[Mark], pages: int) -> tuple[list[str | None], frozenset[tuple[int, int]]]:
    """Return each page's printed number, and the lines (page, line) that hold nothing but one.

    Where a page prints two, such as a report's own within a pack, the one whose sequence runs through more counts.
    """
    support = Counter(sequence for sequence, _ in sorted({(mark.sequence, mark.page) for mark in found}))
    believed = [mark for mark in found if support[mark.sequence] >= STEPS or _by_itself(mark)]
    places = [mark.apart for mark in believed if mark.apart is not None]
    believed += [mark for mark in found if mark not in believed and _in_their_place(mark, places)]
    best: dict[int, Mark] = {}
    for mark in believed:
        rival = best.get(mark.page)
        if rival is None or _weight(mark, support) > _weight(rival, support):
            best[mark.page] = mark
    printed = [best[page].printed if page in best else None for page in range(pages)]
    return printed, frozenset((mark.page, mark.line) for mark in believed if mark.alone)


def _by_itself(mark: Mark) -> bool:
    """Say whether a figure needs no other page to be believed: "Page 3", or a 3 at the edge of the third page."""
    if not mark.alone:
        return False
    return mark.said or (mark.apart is not None and not mark.roman and mark.value == mark.page + 1)


def _in_their_place(mark: Mark, places: Sequence[float]) -> bool:
    """Say whether a figure alone stands as far from the page's edge as one believed: "26" before "2" in minutes."""
    if not mark.alone or mark.apart is None or mark.roman:
        return False
    return any(abs(mark.apart - place) <= LEVEL for place in places)


def _weight(mark: Mark, support: Counter[tuple[bool, int]]) -> tuple[int, bool, bool, int]:
    """Return what decides between two numbers of one page."""
    return support[mark.sequence], mark.said, mark.alone, -mark.line


def _roman(text: str) -> int:
    """Return the value of a Roman number, or 0 where it is none."""
    values = [_ROMANS[letter] for letter in text]
    total = sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
    return total if _written(total) == text else 0


def _written(value: int) -> str:
    """Return a number below 90 in Roman figures."""
    tens, ones = divmod(value, 10)
    if not 0 < value < 90:
        return ""
    return ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx")[tens] + (
        "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]  # fmt: skip
