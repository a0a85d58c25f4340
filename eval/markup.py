"""The parts of a report, and how they look in Markdown and in HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
    "table{border-collapse:collapse;margin:1rem 0;display:block;overflow-x:auto}"
    "td,th{border:1px solid #8886;padding:.2rem .6rem;text-align:left;font-variant-numeric:tabular-nums}"
    "svg{max-width:100%;height:auto}"
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
    """A table of plain words."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Picture:
    """A plot, kept as a file beside the Markdown and inside the HTML."""

    name: str
    svg: str


Block = Heading | Line | Table | Picture


def to_markdown(blocks: Sequence[Block]) -> str:
    """Return the parts as Markdown."""
    return "\n\n".join(_markdown(block) for block in blocks) + "\n"


def to_html(title: str, blocks: Sequence[Block]) -> str:
    """Return the parts as one HTML page that needs nothing else."""
    head = f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
    return f"{head}<style>{STYLE}</style>\n" + "\n".join(_html(block) for block in blocks) + "\n</html>\n"


def _markdown(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"{'#' * level} {words}"
        case Line(words):
            return words
        case Picture(name, _):
            return f"![{name.removesuffix('.svg')}]({name})"
        case Table(head, rows):
            lines = [head, ["---"] * len(head), *rows]
            return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _html(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"<h{level}>{escape(words)}</h{level}>"
        case Line(words):
            return f"<p>{escape(words)}</p>"
        case Picture(_, svg):
            return svg
        case Table(head, rows):
            top = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
            body = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
            return f"<table>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
