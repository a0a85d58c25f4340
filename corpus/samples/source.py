"""Reading the sources of the sample papers: a header of `key: value` lines, a rule, then marked blocks.

A block starts at a mark and runs to the next mark or blank line:

    # 13 | 5 | Family Hubs        a minute (number, agenda item, heading), or an agenda item (number, label, heading)
    ## Background                 a heading;  ### a lesser one
    1.1 The report …              a numbered paragraph; also 1. (1) (a) 1)
    - Members asked …             a bullet;  -- one below it
    =: AGREED:                    the words that introduce resolutions
    = 1) That the report …        a resolution;  = (5) RESOLVED that :: the minutes …  carries its own stem
    ! Councillor Oddie :: …       a declaration of interest
    | a | b |                     a row of a table, the first being its heading;  @widths 30 70 before it if need be
    @vote carried                 a vote, with lines For: / Against: / Abstain: below
    @told carried 6 1 1           the figures of a vote told in the words above: for, against, abstentions; not printed
    @break @landscape @portrait   page control;  @centre @right  placed lines
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.errors import MinutebookError

BlockKind = Literal[
    "minute", "heading", "subheading", "numbered", "bullet", "subbullet", "stem", "resolution", "declaration", "table",
    "vote", "told", "break", "landscape", "portrait", "centre", "right", "widths", "para",
]  # fmt: skip
"""What a block of a source is."""

MARKER = re.compile(r"(\d+\.\d+(?:\.\d+)?|\d+\.|\d+\)|\(\d+\)|\([a-z]\)|\([ivx]+\))\s+")
PLACED: tuple[BlockKind, ...] = ("break", "landscape", "portrait", "centre", "right", "widths", "vote", "told")
WHOLE_LINE = ("#", "=: ", "@")  # marks whose block ends with the line; a vote's lines are told by their own rule
SIGNS: tuple[tuple[str, BlockKind], ...] = (
    ("### ", "subheading"),
    ("## ", "heading"),
    ("# ", "minute"),
    ("-- ", "subbullet"),
    ("- ", "bullet"),
    ("=: ", "stem"),
    ("= ", "resolution"),
    ("! ", "declaration"),
)


class SourceError(MinutebookError):
    """A source of the sample papers that cannot be typeset, with the line to mend."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a source.

    Example: ``Block("resolution", text="That the report be noted.", marker="1)")``.
    """

    kind: BlockKind
    text: str = ""
    marker: str | None = None
    name: str | None = None  # who declared, the stem of a resolution, a minute's agenda item, how a vote ended
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A source as read: its header and its blocks in order."""

    name: str
    header: dict[str, str]
    blocks: tuple[Block, ...]

    def listed(self, key: str) -> tuple[str, ...]:
        """Return the entries of a header line that holds a list divided by semicolons."""
        return tuple(part.strip() for part in self.header.get(key, "").split(";") if part.strip())


def read_source(path: Path) -> Source:
    """Read one source file, refusing characters that the printed fonts do not have."""
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        try:
            line.encode("cp1252")
        except UnicodeEncodeError as error:
            raise SourceError(f"{path.name}, line {number}: {error.object[error.start]!r} cannot be printed") from error
    top, _, rest = text.partition("\n---\n")
    header = dict(_pair(line, path.name) for line in top.splitlines() if line.strip())
    return Source(path.stem, header, tuple(_block(raw) for raw in _raw_blocks(rest)))


def _pair(line: str, name: str) -> tuple[str, str]:
    """Return the key and value of one line of a header."""
    key, colon, value = line.partition(":")
    if not colon:
        raise SourceError(f"{name}: the header line {line!r} has no colon")
    return key.strip(), value.strip()


def _raw_blocks(text: str) -> list[list[str]]:
    """Divide the text after the header into the lines of each block."""
    blocks: list[list[str]] = []
    fresh = True
    for line in text.splitlines():
        if not line.strip():
            fresh = True
            continue
        continues_table = line.startswith("|") and bool(blocks) and blocks[-1][0].startswith("|") and not fresh
        in_vote = (
            bool(blocks) and blocks[-1][0].startswith("@vote") and line.startswith(("For:", "Against:", "Abstain:"))
        )
        marked = line.startswith(("@", "|", *(sign for sign, _ in SIGNS))) or MARKER.match(line)
        if continues_table or in_vote or (not fresh and not marked):
            blocks[-1].append(line.strip())
        else:
            blocks.append([line.strip()])
        fresh = line.startswith(WHOLE_LINE)
    return blocks


def _block(lines: list[str]) -> Block:
    """Read one block from its lines."""
    if lines[0].startswith("|"):
        return Block("table", rows=tuple(tuple(c.strip() for c in line.strip("|").split("|")) for line in lines))
    if lines[0].startswith("@"):
        return _placed(lines)
    text = " ".join(lines)
    for sign, kind in SIGNS:
        if text.startswith(sign):
            return _signed(kind, text[len(sign) :].strip())
    marker, text = _take_marker(text)
    return Block("numbered" if marker else "para", text, marker)


def _placed(lines: list[str]) -> Block:
    """Read a block that starts with ``@``."""
    word, _, text = lines[0][1:].partition(" ")
    for kind in PLACED:
        if word == kind:
            rows = tuple(
                (side.strip(), names.strip()) for side, _, names in (line.partition(":") for line in lines[1:])
            )
            return Block(kind, text, name=text if kind == "vote" else None, rows=rows)
    raise SourceError(f"unknown mark @{word}")


def _signed(kind: BlockKind, text: str) -> Block:
    """Read a block whose kind its sign has told."""
    if kind == "minute":
        number, item, heading = (part.strip() for part in text.split("|", 2))
        return Block(kind, heading, number or None, item or None)
    if kind in ("declaration", "resolution", "stem"):
        marker, text = _take_marker(text) if kind != "declaration" else (None, text)
        name, divided, rest = text.partition("::")
        return Block(kind, rest.strip() if divided else text, marker, name.strip() if divided else None)
    return Block(kind, text)


def _take_marker(text: str) -> tuple[str | None, str]:
    """Divide a paragraph's own number from its words."""
    found = MARKER.match(text)
    return (found.group(1), text[found.end() :]) if found else (None, text)
