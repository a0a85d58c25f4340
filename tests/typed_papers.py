"""Papers typed out by a test: lines with indents, gaps and bold, set as pages without a PDF."""

from corpus.types import Line, Page, Paper

LEFT, TOP, WIDE, LETTER = 70.0, 60.0, 14.0, 5.4  # points: margins, from line to line, and a letter's width


def typed(*pages: str, name: str = "minutes.pdf", folder: str | None = None) -> Paper:
    """Return a paper: four spaces of indent are 18 points, asterisks are bold, an empty line a gap, "|" parts cells."""
    return Paper("0" * 64, name, None, tuple(_page(number, text) for number, text in enumerate(pages, 1)), folder)


def _page(number: int, text: str) -> Page:
    lines: list[Line] = []
    parts: list[str] = []
    offset, top = 0, TOP
    for raw in text.strip("\n").split("\n"):
        words = raw.strip()
        if words:
            bold = words.startswith("*") and words.endswith("*") and len(words) > 2
            words = words.strip("*") if bold else words
            left = LEFT + 4.5 * (len(raw) - len(raw.lstrip(" ")))
            right = left + LETTER * len(words)
            cells = _cells(words, offset) if "|" in words else ()
            words = "\t".join(cell.strip() for cell in words.split("|"))
            lines.append(Line(offset, offset + len(words), left, top, right, top + 11, 11.0, bold, cells=cells))
            parts.append(words)
            offset += len(words) + 1
            top += WIDE
        else:
            top += WIDE
    return Page("0" * 64, number, str(number), 595.0, 842.0, "\n".join(parts), tuple(lines), b"", "text")


def _cells(words: str, offset: int) -> tuple[tuple[int, int], ...]:
    cells = []
    for cell in (cell.strip() for cell in words.split("|")):
        cells.append((offset, offset + len(cell)))
        offset += len(cell) + 1
    return tuple(cells)
