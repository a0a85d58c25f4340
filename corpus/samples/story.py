"""Turning the blocks of a source into what reportlab lays out."""

import re
from dataclasses import dataclass

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Spacer, Table, TableStyle

from corpus.samples.house import House, markup
from corpus.samples.layout import MARGIN, Ledger, Marked
from corpus.samples.source import Block, SourceError

FIGURE = re.compile(r"[-–+(]{0,2}£?[\d,]+(?:\.\d+)?[mk%)]*|[-–]|n/a")


@dataclass(slots=True)
class Setting:
    """What the setting of one part of a paper needs to know, and how far it has come."""

    house: House
    ledger: Ledger
    breaks: dict[str, str]
    part: str  # begins every mark of the part: "2"
    indent: float = 0  # where the text stands, points from the margin
    width: float = A4[0] - 2 * MARGIN
    minute: int = 0  # ordinal of the minute being set, from 1
    resolution: int = 0  # ordinal of its last resolution

    def words(self, text: str, style: ParagraphStyle, mark: str = "", bullet: str | None = None) -> Marked:
        """Return a paragraph that will record where it stands."""
        breaks = self.breaks if self.house.hyphenated else None
        paragraph = Marked(markup(text, breaks), style, bulletText=bullet)
        paragraph.mark, paragraph.ledger = f"{self.part}/{mark}" if mark else "", self.ledger
        return paragraph


def flow(blocks: tuple[Block, ...], setting: Setting) -> list[Flowable]:
    """Return the flowables of a run of blocks."""
    story: list[Flowable] = []
    widths: tuple[float, ...] = ()
    for block in blocks:
        if block.kind == "widths":
            widths = tuple(float(part) for part in block.text.split())
            continue
        story += _table(block, setting, widths) if block.kind == "table" else _one(block, setting)
        widths = ()
    return story


def _one(block: Block, setting: Setting) -> list[Flowable]:
    """Return the flowables of one block that is not a table."""
    match block.kind:
        case "minute":
            return _minute(block, setting)
        case "vote":
            return _vote(block, setting)
        case "told":
            return []  # its figures stand in the words above it
        case "break" | "landscape" | "portrait":
            return _new_page(block, setting)
        case "heading" | "subheading":
            return [_heading(block, setting)]
        case "centre" | "right":
            return [setting.words(block.text, setting.house.style(align=block.kind, bold=True, keep=True))]
        case _:
            return [_paragraph(block, setting)]


def _new_page(block: Block, setting: Setting) -> list[Flowable]:
    """Return what begins a page, turned where the block says so: then the text has another width."""
    if block.kind == "break":
        return [PageBreak()]
    long_edge = A4[1] if block.kind == "landscape" else A4[0]
    setting.width = long_edge - 2 * MARGIN
    return [NextPageTemplate(block.kind), PageBreak()]


def _heading(block: Block, setting: Setting) -> Marked:
    """Return a heading within a minute or a report, in bold, or a lesser one in italics."""
    sign, before = ("**", 10) if block.kind == "heading" else ("*", 4)
    style = setting.house.style(align="left", before=before, left=setting.indent, keep=True)
    return setting.words(f"{sign}{block.text}{sign}", style)


def _paragraph(block: Block, setting: Setting) -> Marked:
    """Return one paragraph of running text."""
    match block.kind:
        case "para":
            return setting.words(block.text, setting.house.style(left=setting.indent))
        case "bullet" | "subbullet":
            return _bullet(block, setting)
        case "numbered":
            return _numbered(block, setting)
        case "stem":
            return _stem(block, setting)
        case "resolution":
            return _resolution(block, setting)
        case "declaration":
            mark = f"declaration/{setting.minute}"
            return setting.words(block.text, setting.house.style(left=setting.indent), mark)
        case _:
            raise SourceError(f"nothing sets a block of kind {block.kind}")


def _bullet(block: Block, setting: Setting) -> Marked:
    """Return a paragraph with a bullet before it, further in where it stands below another."""
    left = setting.indent + (18 if block.kind == "bullet" else 36)
    return setting.words(block.text, setting.house.style(left=left, hang=12, after=3), bullet="•")


def _minute(block: Block, setting: Setting) -> list[Flowable]:
    """Return the heading of a minute in the body's own way."""
    house = setting.house
    setting.minute += 1
    setting.resolution = 0
    mark = f"minute/{setting.minute}"
    heading = house.style(align="left", bold=True, before=12, left=house.hang, hang=house.hang, after=4, keep=True)
    match house.heading:
        case "caps":
            return [setting.words(f"{block.marker}. {block.text}", heading, mark)]
        case "item":
            item = [setting.words(f"*(Item {block.name})*", house.style(align="left", left=house.hang, keep=True))]
            title = setting.words(block.text, house.style(
                align="left", bold=True, before=12, left=house.hang, hang=house.hang, after=0, keep=True,
            ), mark, bullet=f"{block.marker}.")  # fmt: skip
            return [title, *(item if block.name else [])]
        case _:
            return [setting.words(block.text, heading, mark, bullet=block.marker)]


def _marker_place(marker: str | None, base: float) -> tuple[float, float]:
    """Return indent and hang of a paragraph with this number before it."""
    if marker is None:
        return base, 0
    if re.fullmatch(r"\d+\.\d+(\.\d+)?", marker):
        return base + 36, 36
    return (base + 54, 24) if re.fullmatch(r"\([a-z]+\)", marker) else (base + 28, 28)


def _numbered(block: Block, setting: Setting) -> Marked:
    """Return a paragraph with its number hanging before it."""
    left, hang = _marker_place(block.marker, setting.indent)
    return setting.words(block.text, setting.house.style(left=left, hang=hang), bullet=block.marker)


def _stem(block: Block, setting: Setting) -> Marked:
    """Return the words that introduce resolutions, in bold."""
    left, hang = _marker_place(block.marker, setting.indent)
    style = setting.house.style(align="left", left=left, hang=hang, before=4, keep=True)
    return setting.words(f"**{block.text}**", style, bullet=block.marker)


def _resolution(block: Block, setting: Setting) -> Marked:
    """Return one resolution, marked with its ordinal in the minute."""
    setting.resolution += 1
    left, hang = _marker_place(block.marker, setting.indent)
    text = f"**{block.name}** {block.text}" if block.name else block.text
    mark = f"resolution/{setting.minute}/{setting.resolution}"
    return setting.words(text, setting.house.style(left=left, hang=hang, after=5), mark, bullet=block.marker)


def _vote(block: Block, setting: Setting) -> list[Flowable]:
    """Return a vote listed by name, with the number on each side."""
    house, base = setting.house, setting.indent
    story: list[Flowable] = []
    for side, names in block.rows:
        count = len(vote_names(names))
        label = house.style(align="left", bold=True, left=base, keep=True, after=2)
        story.append(setting.words(f"{side} ({count})", label))
        if count:
            story.append(setting.words(names, house.style(align="left", left=base), mark=f"vote/{setting.minute}"))
    outcome = setting.words(f"Motion {block.name}.", house.style(align="right"), mark=f"vote/{setting.minute}")
    return [*story, outcome]


def vote_names(names: str) -> tuple[str, ...]:
    """Return the names on one side of a vote."""
    return tuple(name.strip() for name in names.split(",") if name.strip())


def _table(block: Block, setting: Setting, widths: tuple[float, ...]) -> list[Flowable]:
    """Return a ruled table whose heading row is printed again on each page."""
    house, columns = setting.house, len(block.rows[0])
    if any(len(row) != columns for row in block.rows):
        raise SourceError(f"the table headed {block.rows[0]} has rows of unequal length")
    shares = widths or tuple(100 / columns for _ in range(columns))
    if len(shares) != columns:
        raise SourceError(f"the table headed {block.rows[0]} has {columns} columns, not {len(shares)}")
    size = house.size - 1.5
    rows = [
        [setting.words(cell, _cell_style(house, cell, size, heading=number == 0)) for cell in row]
        for number, row in enumerate(block.rows)
    ]
    room = setting.width - setting.indent
    table = Table(rows, colWidths=[room * share / sum(shares) for share in shares], repeatRows=1, hAlign="RIGHT")
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
                ("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.9, 0.9, 0.9)),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return [Spacer(1, 2), table, Spacer(1, 8)]


def _cell_style(house: House, cell: str, size: float, *, heading: bool) -> ParagraphStyle:
    """Return the style of one cell: figures stand to the right, headings are bold."""
    figure = FIGURE.fullmatch(cell.replace("*", "")) is not None
    return house.style(align="right" if figure else "left", bold=heading, after=0, size=size)
