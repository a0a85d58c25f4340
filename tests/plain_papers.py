"""Papers told in a few lines of text, and an encoder whose vectors can be worked out by hand.

The real reader, record and encoder have tests of their own; these let tests of the library say exactly what a paper
holds. A paper's first line is ``kind;council;body;date`` and what else it has to say (``exempt=``, ``confirms=``,
``corrects=``, ``acronym=``, ``reference=``); each line after it is a block, ``kind;minute;resolution;text``, and a
form feed begins a page.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import PaperError
from corpus.types import Acronym, Block, Line, Meeting, Minute, Page, Paper, Proceedings, Record, Span
from index.encoder import Encoded, Tokens
from index.reading import Reading

COUNCIL = "Ashmere District Council"
WIDTH, HEIGHT = 595.0, 842.0


class LetterEncoder:
    """An encoder that counts letters: the vector of "ab" has two equal parts, at a and at b.

    Example: ``LetterEncoder().encode_query("ab")[:3]`` is ``[0.707, 0.707, 0]``.
    """

    name = "letters"
    fingerprint = "letters-1"
    dimension = 27
    token_dimension = 27
    limit = 500

    def count(self, text: str) -> int:
        """Count words."""
        return len(text.split())

    def encode(self, texts: Sequence[str]) -> Iterator[Encoded]:
        """Yield the vector of each text, and a token for each of its words."""
        return (Encoded(self.encode_query(text), self.query_tokens(text)) for text in texts)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """Return how often each letter stands in the text, at length one; the last part keeps it from being nothing."""
        counts = [text.lower().count(chr(ord("a") + place)) for place in range(26)]
        vector = np.array([*counts, 0.001], dtype=np.float32)
        return vector / np.float32(np.linalg.norm(vector))

    def query_tokens(self, text: str) -> Tokens:
        """Return a row for each word that stands in the direction of its first letter; the last part is no letter's."""
        return np.stack([np.rint(127 * self.encode_query(word[:1])).astype(np.int8) for word in text.split() or [""]])


class OtherEncoder(LetterEncoder):
    """The same with another fingerprint, as after a change of model."""

    name = "other letters"
    fingerprint = "letters-2"


def read_plain(path: Path) -> Reading:
    """Read a paper told in text; "unreadable" as its first line is a paper that cannot be read."""
    contents = path.read_bytes()
    paper = sha256(contents).hexdigest()
    first, *sheets = contents.decode().split("\n", 1)
    if first == "unreadable":
        raise PaperError(f"{path.name}: cannot be read: ask the council for another copy")
    if first == "stumbling":
        raise ValueError("no such thing as a thirteenth month")
    kind, council, body, held_on, *said = first.split(";")
    meeting = Meeting(council or None, body or None, date.fromisoformat(held_on) if held_on else None)
    blocks: list[Block] = []
    pages: list[Page] = []
    for number, sheet in enumerate("".join(sheets).rstrip("\n").split("\f"), 1):
        rows = [line.split(";", 3) for line in sheet.split("\n") if line]
        text = "\n".join(row[3] for row in rows)
        start = 0
        lines = []
        for block_kind, minute, resolution, words in rows:
            span = Span(paper, number, start, start + len(words))
            lines.append(Line(span.start, span.end, 50.0, 60.5, 500.0, 72.25, 11.0, bold=False, cells=((0, 2),)))
            blocks.append(
                Block(
                    block_kind,
                    (span,),
                    meeting,
                    standing="draft" if kind == "minutes" else None,
                    minute=minute or None,
                    resolution=int(resolution) if resolution else None,
                )
            )
            start += len(words) + 1
        boxes = np.array([[0, 2, 500, 605, 5000, 722]], dtype="<i4").tobytes()
        printed = str(number + 8)
        source = "text" if text else "none"
        pages.append(Page(paper, number, printed, WIDTH, HEIGHT, text, tuple(lines), boxes, source))
    told: dict[str, list[str]] = {}
    for one in said:
        name, _, value = one.partition("=")
        told.setdefault(name, []).append(value)
    origin = Span(paper, 1, 0, 4)
    minutes = Proceedings(
        meeting,
        "draft",
        (),
        tuple(
            Minute(number, None, "", (), (), (), ())
            for number in sorted({block.minute for block in blocks if block.minute})
        ),
        confirms=tuple(date.fromisoformat(one) for one in told.get("confirms", ())),
        corrects=tuple(origin for _ in told.get("corrects", ())),
    )
    record = Record(
        paper=paper,
        kind=kind,
        meeting=meeting,
        title=None,
        proceedings=(minutes,) if kind == "minutes" else (),
        blocks=tuple(blocks),
        acronyms=tuple(Acronym(*one.split(":"), origin) for one in told.get("acronym", ())),
        references=tuple(told.get("reference", ())),
        exempt=told["exempt"][0] if "exempt" in told else None,
    )
    return Reading(Paper(paper, path.name, None, tuple(pages), path.parent.name), record)


def write_plain(folder: Path, name: str, *lines: str) -> Path:
    """Write a paper told in lines into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / name


def a_year(folder: Path) -> Path:
    """Write a small year of papers: two sets of minutes, the second confirming the first, and a report."""
    write_plain(
        folder,
        "minutes-february.pdf",
        f"minutes;{COUNCIL};Scrutiny Committee;2025-02-25;reference=24/00109"
        ";acronym=LADO:Local Authority Designated Officer",
        "discussion;128;;Members asked about the sufficiency strategy for homes.",
        "decision;129;1;That the report on the LADO be noted.\f"
        "decision;129;2;That a call-in of decision 24/00109 be refused.",
    )
    write_plain(
        folder,
        "minutes-april.pdf",
        f"minutes;{COUNCIL};Scrutiny Committee;2025-04-08;confirms=2025-02-25;corrects=yes",
        "decision;140;1;That the minutes be confirmed.",
        "discussion;141;;The deficit of £1.5m was discussed.",
    )
    write_plain(
        folder,
        "report-deficit.pdf",
        f"report;{COUNCIL};Cabinet;2025-03-06",
        "report;;;The deficit on high needs is £1,500,000 in 2024/25.",
        "recommendation;;;That Cabinet note the co-operation of schools.",
    )
    return folder
