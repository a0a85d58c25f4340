"""Makes libraries from papers written as plain text, so that a test shows everything that its questions are asked of.

A paper is text with a directive a block; ``=====`` alone on a line turns the page::

    # minutes | Somewhere Council | Cabinet | 2025-02-25 | draft
    @ discussion 129 | LADO ANNUAL REPORT
    The purpose of the role was explained.
    @ decision 129 | LADO ANNUAL REPORT | 1 | AGREED:
    That the report be noted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import numpy as np

from corpus.types import Acronym, Block, Kind, Meeting, Page, Paper, Proceedings, Record, Span, Standing
from index.encoder import Encoded, Encoder, Tokens, Vector
from index.ingest import ingest
from index.library import Library, open_library
from index.reading import Reading
from index.words import terms

TURN = "====="
DIMENSION = 512


class TermEncoder(Encoder):
    """A fake encoder: a vector counts a text's terms, so that a cosine can be worked out by hand.

    A term is a token, and so the closeness to a question is the share of its terms that a passage holds.
    """

    name = "terms"
    fingerprint = "terms-1"
    dimension = DIMENSION
    token_dimension = DIMENSION
    limit = 510

    def count(self, text: str) -> int:
        """Count a token a word."""
        return len(text.split())

    def encode(self, texts: Sequence[str]) -> Iterator[Encoded]:
        """Yield the counts of each text's terms, of length one, and its terms."""
        return (Encoded(self.encode_query(text), self.query_tokens(text)) for text in texts)

    def encode_query(self, text: str) -> Vector:
        """Return the counts of a question's terms, of length one."""
        counts = self.query_tokens(text).astype(np.float32).sum(axis=0)
        vector: Vector = counts / (np.linalg.norm(counts) or 1)
        return vector

    def query_tokens(self, text: str) -> Tokens:
        """Return a row for each term of a question, with all its length in a place that the term decides."""
        places = [int.from_bytes(sha256(term.encode()).digest()[:4]) % DIMENSION for term in terms(text)]
        tokens = np.zeros((len(places), DIMENSION), np.int8)
        tokens[range(len(places)), places] = 127
        return tokens


@dataclass(slots=True)
class _Making:
    """A paper while its text is read."""

    sha: str
    texts: list[str]
    blocks: list[Block]
    acronyms: list[Acronym]

    def write(self, words: str) -> Span:
        """Write words on the last page and return where they stand."""
        start = len(self.texts[-1])
        self.texts[-1] += words + "\n"
        return Span(self.sha, len(self.texts), start, start + len(words))


def read_made(path: Path) -> Reading:
    """Read a paper written as plain text."""
    text = path.read_text(encoding="utf-8")
    making = _Making(sha256(text.encode()).hexdigest(), [""], [], [])
    kinds: list[tuple[str, Meeting]] = []
    standing: Standing | None = None
    private = False
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if line == TURN:
            making.texts.append("")
        elif line.startswith("#"):
            kind, council, body, day, *rest = (part.strip() for part in line[1:].split("|"))
            meeting = Meeting(council or None, body or None, date.fromisoformat(day) if day else None)
            kinds.append((kind, meeting))
            standing = rest[0] if rest else None
        elif line.startswith("~"):
            short, long = (part.strip() for part in line[1:].split("|"))
            making.acronyms.append(Acronym(short, long, making.write(f"{short} {long}")))
        elif line.startswith("@"):
            private = line.startswith("@!")
            block = _block(line.lstrip("@! "), making, meeting, standing, private)
        else:
            making.blocks.append(replace(block, spans=(making.write(line),)))
    pages = tuple(
        Page(making.sha, n, str(n), 595, 842, page, (), b"", "text") for n, page in enumerate(making.texts, 1)
    )
    proceedings = (Proceedings(meeting, standing, (), ()),) if standing else ()
    kind, meeting = kinds[0]
    record = Record(
        making.sha,
        kind,  # type: ignore[arg-type]  # read from text
        meeting,
        None,
        proceedings,
        tuple(making.blocks),
        tuple(making.acronyms),
        (),
    )
    return Reading(Paper(making.sha, path.name, None, pages), record)


def make(folder: Path, papers: dict[str, str]) -> Library:
    """Write the papers, ingest them, and open the library that they make."""
    source = folder / "source"
    source.mkdir(parents=True)
    for name, text in papers.items():
        (source / name).write_text(text, encoding="utf-8")
    encoder = TermEncoder()
    report = ingest([source], folder / "library", encoder, read=read_made)
    wrong = [one for one in report.outcomes if one.reason]
    assert not wrong, wrong
    return open_library(folder / "library", encoder)


def _block(line: str, making: _Making, meeting: Meeting, standing: Standing | None, private: bool) -> Block:
    head, *rest = (part.strip() for part in line.split("|"))
    kind, _, number = head.partition(" ")
    heading, resolution, lead = (rest + [""] * 3)[:3]
    return Block(
        kind=_kind(kind),
        spans=(),
        meeting=meeting,
        standing=standing,
        minute=number or None if standing else None,
        paragraph=None if standing else number or None,
        heading=heading or None,
        resolution=int(resolution) if resolution else None,
        lead=(making.write(lead),) if lead else (),
        proceedings=0 if standing else None,
        private=private,
    )


def _kind(name: str) -> Kind:
    assert name in {"decision", "recommendation", "discussion", "declaration", "attendance", "report", "table"}
    return name  # type: ignore[return-value]  # just checked
