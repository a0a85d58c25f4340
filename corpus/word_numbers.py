"""The numbers that Word puts before paragraphs by itself: they stand in no paragraph's text and must be counted out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

DEEPEST = 9  # levels of a list in Word
MOST_NUMBER = 100_000  # of an item: a start that a file sets higher is no number of an item
TWIPS = 20.0  # in a point
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_KEPT_BULLETS = frozenset("-–—*")


def figure(value: int, form: str) -> str:
    """Return a number as a list writes it: ``figure(4, "lowerRoman")`` is ``iv``; forms are those of Word."""
    value = min(max(value, 0), MOST_NUMBER)
    match form:
        case "none" | "bullet":
            return ""
        case "lowerLetter" | "upperLetter" if value:
            turns, place = divmod(value - 1, 26)
            letter = chr(ord("a") + place) * min(turns + 1, 10)
            return letter.upper() if form == "upperLetter" else letter
        case "lowerRoman" | "upperRoman" if 0 < value < 4000:
            written = ""
            for worth, numeral in _ROMAN:
                times, value = divmod(value, worth)
                written += numeral * times
            return written.upper() if form == "upperRoman" else written
        case "decimalZero":
            return f"{value:02}"
        case "ordinal":
            ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
            return f"{value}{ending}"
    return str(value)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, what it prints, and where."""

    start: int
    form: str
    text: str  # "%1.", "(%2)", "%1.%2"
    legal: bool  # all its figures are decimal
    restarts: bool
    style: str | None  # the paragraph style that stands at this level
    left: float | None  # of the mark, points


@dataclass(slots=True)
class Numbers:
    """The lists of one document while its paragraphs are counted, in order."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by list and level
    lists: dict[str, str] = field(default_factory=dict)  # by number: the list that it counts
    starts: dict[tuple[str, int], int] = field(default_factory=dict)  # by number and level: where it begins anew
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, number: str, style: str) -> int | None:
        """Return the level of a list that belongs to a paragraph style."""
        levels = self.levels.get(self.lists.get(number, ""), {})
        return next((place for place, level in levels.items() if level.style == style), None)

    def level(self, number: str, place: int) -> Level | None:
        """Return a level of the list that a number counts."""
        return self.levels.get(self.lists.get(number, ""), {}).get(place)

    def count(self, number: str, place: int) -> str:
        """Count one more paragraph at a level, and return the mark that Word prints before it."""
        level = self.level(number, place)
        if level is None:
            return ""
        counts = self.counts.setdefault(self.lists[number], {})
        if (number, place) in self.starts and (number, place) not in self.begun:
            counts[place] = self.starts[number, place]
        else:
            counts[place] = counts[place] + 1 if place in counts else level.start
        self.begun.add((number, place))
        levels = self.levels[self.lists[number]]
        for deeper in [one for one in counts if one > place]:
            if deeper not in levels or levels[deeper].restarts:
                del counts[deeper]
        if level.form == "bullet":
            return level.text if level.text in _KEPT_BULLETS else "•"
        written = level.text
        for other in range(place + 1):
            beside = levels.get(other)
            if beside is not None and f"%{other + 1}" in written:
                form = "decimal" if level.legal and beside.form != "none" else beside.form
                written = written.replace(f"%{other + 1}", figure(counts.get(other, beside.start), form))
        return written.strip()


def read_numbers(numbering: Any, styles: dict[str, Any]) -> Numbers:
    """Read the lists that a document defines: ``numbering`` is the root of its part, ``styles`` those of paragraphs."""
    found = Numbers()
    links: dict[str, str] = {}
    for one in numbering.findall(qn("w:abstractNum")):
        key = one.get(qn("w:abstractNumId"), "")
        found.levels[key] = dict(_levels(one))
        link = one.find(qn("w:numStyleLink"))
        if link is not None:
            links[key] = link.get(qn("w:val"), "")
    for one in numbering.findall(qn("w:num")):
        number, of = one.get(qn("w:numId"), ""), one.find(qn("w:abstractNumId"))
        found.lists[number] = of.get(qn("w:val"), "") if of is not None else ""
    for one in numbering.findall(qn("w:num")):
        number = one.get(qn("w:numId"), "")
        style = styles.get(links.get(found.lists[number], ""))
        meant = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") if style is not None else None
        if meant is not None:
            found.lists[number] = found.lists.get(meant.get(qn("w:val"), ""), found.lists[number])
        _override(found, number, one)
    return found


def _override(found: Numbers, number: str, one: Any) -> None:
    """Take what a number changes of its list: where it begins, or a whole level."""
    for changed in one.findall(qn("w:lvlOverride")):
        place = _whole(changed.get(qn("w:ilvl")), 0)
        begins = changed.find(qn("w:startOverride"))
        if begins is not None:
            found.starts[number, place] = _whole(begins.get(qn("w:val")), 1)
        levels = dict(_levels(changed))
        if levels:
            own = f"{number} of {found.lists[number]}"
            found.levels[own] = found.levels.get(found.lists[number], {}) | levels
            found.lists[number] = own


def _levels(parent: Any) -> Iterator[tuple[int, Level]]:
    for one in parent.findall(qn("w:lvl"))[:DEEPEST]:
        restart, indent = one.find(qn("w:lvlRestart")), one.find(f"{qn('w:pPr')}/{qn('w:ind')}")
        yield (
            _whole(one.get(qn("w:ilvl")), 0),
            Level(
                _whole(_value(one, "w:start"), 0),
                _value(one, "w:numFmt") or "decimal",
                _value(one, "w:lvlText") or "",
                one.find(qn("w:isLgl")) is not None,
                restart is None or restart.get(qn("w:val")) != "0",
                _value(one, "w:pStyle"),
                hanging(indent) if indent is not None else None,
            ),
        )


def hanging(indent: Any) -> float | None:
    """Return where the first line of an indent begins, points; None where it does not say."""
    left = indent.get(qn("w:left"), indent.get(qn("w:start")))
    first = _whole(indent.get(qn("w:firstLine")), 0) - _whole(indent.get(qn("w:hanging")), 0)
    return None if left is None else (_whole(left, 0) + first) / TWIPS


def _value(parent: Any, name: str) -> str | None:
    one = parent.find(qn(name))
    value: str | None = one.get(qn("w:val")) if one is not None else None
    return value


def _whole(value: str | None, otherwise: int) -> int:
    try:
        return max(-MOST_NUMBER, min(int(float(value)), MOST_NUMBER)) if value is not None else otherwise
    except (ValueError, OverflowError):
        return otherwise
