"""The parts of a report, and how they look in Markdown and in HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
    "table{border-collapse:collapse;margin:1rem 0}"
    "td,th{border:1px solid #8886;padding:.2rem .6rem;text-align:left;font-variant-numeric:tabular-nums}"
    "figure{margin:1rem 0}svg{max-width:100%;height:auto}"
    "caption{text-align:left;font-weight:bold;padding:.2rem 0}"
    ".wide{overflow-x:auto}"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of plain words, the first of each row its name; the caption stands in HTML alone."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A plot, kept as a file beside the Markdown and inside the HTML."""

    name: str
    title: str
    svg: str


Block = Heading | Line | Table | Picture


def to_markdown(blocks: Sequence[Block]) -> str:
    """Return the parts as Markdown."""
    return "\n\n".join(_markdown(block) for block in blocks) + "\n"


def to_html(title: str, blocks: Sequence[Block]) -> str:
    """Return the parts as one HTML page that needs nothing else."""
    head = f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
    sized = '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    body = "\n".join(_html(block) for block in blocks)
    return f"{head}{sized}<style>{STYLE}</style>\n<main>\n{body}\n</main>\n</html>\n"


def _markdown(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"{'#' * level} {words}"
        case Line(words):
            return words
        case Picture(name, title, _):
            return f"![{title}]({name})"
        case Table(head, rows, _):
            lines = [head, ["---"] * len(head), *rows]
            return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _html(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"<h{level}>{escape(words)}</h{level}>"
        case Line(words):
            return f"<p>{escape(words)}</p>"
        case Picture(_, _, svg):
            return f"<figure>\n{svg}</figure>"
        case Table(head, rows, caption):
            return _html_table(head, rows, caption)


def _html_table(head: Sequence[str], rows: Sequence[Sequence[str]], caption: str) -> str:
    """Return a table that a screen reader can walk and a keyboard can scroll."""
    named = escape(caption or " and ".join(head[:2]), quote=True)
    title = f"<caption>{escape(caption)}</caption>\n" if caption else ""
    top = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "\n".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    table = f"<table>\n{title}<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    return f'<div class="wide" role="region" tabindex="0" aria-label="{named}">\n{table}\n</div>'


def _cells(row: Sequence[str]) -> str:
    first, rest = row[0], row[1:]
    return f'<th scope="row">{escape(first)}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
