"""Everything that the sample papers are set from, read once: the council, the texts, and which paper prints which."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from corpus.samples.source import Source, SourceError, read_source


@dataclass(frozen=True, slots=True)
class Entry:
    """One paper to set, as ``papers.toml`` lists it.

    Example: ``Entry("cabinet-2024-07-10-pack.pdf", "pack", "Public reports pack", "cabinet", date(2024, 7, 10), …)``.
    """

    file: str
    kind: str
    title: str
    body: str  # short name: "families", "cabinet", "planning"
    meeting: date  # the meeting that the paper was published for
    parts: tuple[tuple[str, str], ...]  # what each part is ("front", "agenda", "minutes", "document") and its text
    first: int = 1  # the first number printed
    unnumbered: tuple[str, ...] = ("front", "agenda")  # kinds of part that bear no printed number
    minutes_label: str | None = None
    draft: bool = False
    signed: str | None = None  # who signed the minutes as a correct record, and when
    scan: bool = False


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The council as made up, the papers to set, and the texts that they are set from."""

    council: dict[str, Any]
    entries: tuple[Entry, ...]
    texts: dict[str, Source]  # by the stem of the file
    breaks: dict[str, str]  # where long words may be broken: "committee" -> "com-mit-tee"

    def text(self, name: str) -> Source:
        """Return a text by the stem of its file."""
        if name not in self.texts:
            raise SourceError(f"papers.toml names the text {name!r}, which is not there")
        return self.texts[name]

    def agenda(self, entry: Entry) -> Source:
        """Return the agenda of the meeting that a paper was published for."""
        return self.text(f"agenda-{entry.body}-{entry.meeting.isoformat()}")

    def body_name(self, short: str) -> str:
        """Return the full name of a body."""
        name: str = self.council["bodies"][short]["name"]
        return name

    def all_minutes(self) -> tuple[Source, ...]:
        """Return the minutes of every meeting, in order of their files' names."""
        return tuple(source for _, source in sorted(self.texts.items()) if "held" in source.header)


def read_manuscript(folder: Path) -> Manuscript:
    """Read all sources of the sample papers."""
    papers = tomllib.loads((folder / "papers.toml").read_text(encoding="utf-8"))["paper"]
    words = (folder / "hyphens.txt").read_text(encoding="utf-8").split()
    return Manuscript(
        council=tomllib.loads((folder / "council.toml").read_text(encoding="utf-8")),
        entries=tuple(_entry(paper) for paper in papers),
        texts={path.stem: read_source(path) for path in sorted(folder.glob("*/*.txt"))},
        breaks={word.replace("-", "").lower(): word.lower() for word in words},
    )


def _entry(paper: dict[str, Any]) -> Entry:
    """Return one entry of ``papers.toml``, its lists made fixed."""
    divided = (part.partition(" ") for part in paper.pop("parts"))
    parts = tuple((word, name) for word, _, name in divided)
    if "unnumbered" in paper:
        paper["unnumbered"] = tuple(paper["unnumbered"])
    return Entry(parts=parts, **paper)
