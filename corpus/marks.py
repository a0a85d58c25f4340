"""The marks before items of a list and before paragraphs: "1)", "(a)", "iv.", "3.26", a bullet."""

import re
from dataclasses import dataclass

BULLETS = "•◦▪●○■□➢➤►▸✓✔∙·‣⁃\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf076\u2756"

_MARK = re.compile(
    rf"""
    (?P<bullet>[{BULLETS}]|[-–—*](?=\s)|[ox](?=\s+\S))(?:\s*[{BULLETS}](?=\s))?\s*
    | (?P<dotted>\d{{1,3}}(?:\.\d{{1,3}}){{1,4}}[A-Za-z]?)\.?(?=\s)(?!\s*(?:[ap]\.?m\b|%|[mk]\b|million|billion))\s+
    | (?P<lettered>[A-H])(?=\t)\s*
    | (?P<open>[(\[])?(?P<value>\d{{1,3}}|[ivxl]{{1,6}}|[a-z]{{1,2}}|[A-Z]|[IVX]{{1,5}})(?P<close>[)\]]\.?|\.(?!\w))\s*
    """,
    re.VERBOSE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the beginning of a line.

    Example: ``Mark(style="(a)", value="b", text="(b)", length=4)``.
    """

    style: str  # "•", "1.1", "1)", "(1)", "1.", "a)", "(a)", "a.", "A)", "(A)", "A" before a tabulator
    value: str
    text: str  # as printed, without the white space after it
    length: int  # with the white space after it


def mark_of(text: str) -> Mark | None:
    """Return the mark that a line begins with, None where it begins with its words."""
    match = _MARK.match(text)
    if match is None or match.end() == 0:
        return None
    printed = match.group().rstrip()
    if match["bullet"]:
        return Mark("•", match["bullet"], printed, match.end())
    if match["dotted"]:
        return Mark("1.1", match["dotted"], printed.rstrip("."), match.end())
    if match["lettered"]:
        return Mark("A", match["lettered"], printed, match.end())
    value, opened, closed = match["value"], match["open"] or "", match["close"]
    if opened and closed[0] not in ")]":
        return None
    if match.end() < len(text) and not text[match.end() - 1].isspace() and closed[0] == ".":
        return None
    if value.isalpha() and closed == "." and value.isupper() and len(value) == 1 and value not in "AB":
        return None  # an initial before a surname is commoner than a list that begins with C
    kind = "1" if value.isdigit() else "A" if value.isupper() else "a"
    if kind == "a" and len(value) > 1 and roman(value) is None and len(set(value)) > 1:
        return None
    return Mark(f"{opened}{kind}{closed[0]}", value, printed, match.end())


def roman(value: str) -> int | None:
    """Return the number of a small roman numeral, None for anything else: "iv" is 4."""
    total = 0
    lowered = value.lower()
    if not lowered or any(letter not in _ROMAN for letter in lowered):
        return None
    for letter, following in zip(lowered, lowered[1:] + " ", strict=True):
        worth = _ROMAN[letter]
        total += -worth if _ROMAN.get(following, 0) > worth else worth
    return total


def follows(before: Mark, after: Mark) -> bool:
    """Say whether two marks stand one after the other in the same list."""
    if before.style != after.style:
        return False
    if before.style == "•":
        return before.value == after.value
    if before.style == "1.1":
        first, second = (tuple(int(part) for part in _digits(mark.value)) for mark in (before, after))
        return second > first
    if before.value.isdigit():
        return int(after.value) == int(before.value) + 1
    if len(before.value) == len(after.value) == 1 and ord(after.value) == ord(before.value) + 1:
        return True
    one, two = roman(before.value), roman(after.value)
    return one is not None and two == one + 1


def begins(mark: Mark) -> bool:
    """Say whether a mark is the first of a list."""
    return mark.style == "•" or mark.value.lower() in {"1", "a", "i"} or mark.value.endswith(".1")


def _digits(value: str) -> list[str]:
    return re.findall(r"\d+", value)
