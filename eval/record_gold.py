"""What the papers' own pages say, written down by people: the gold that the record is measured against.

One JSON file a paper in ``eval/gold/``. The papers themselves stay where they were published: of a decision the gold
holds the page, its first and last words, the number of its letters and a SHA-256 of them, so that what was
read can be held against the page to the letter without copying the sentence.
"""

import json
import unicodedata
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError

from corpus.types import Meeting, Paper, PaperKind, Standing
from eval.topics import SetError

GOLD = Path(__file__).parent / "gold"
WIDE = 150  # characters of a line of a gold file: a wording stands on one
DIGITS = 16  # of the SHA-256 that are kept: 64 bits tell any two sentences of these papers apart
SHARE = 3  # one family of papers in three is held out
_STRICT = ConfigDict(extra="forbid")
_HYPHENS = dict.fromkeys((ord("-"), 0xAD, 0x2010, 0x2011, 0xFFFE))  # a word broken at a line's end may keep its hyphen
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})


@dataclass(frozen=True, slots=True)
class Wording:
    """Words on a page, known by their ends, their number of letters and their hash.

    Example: ``Wording("That the next due", "presented at Scrutiny.", 40, "41a2…")``.
    """

    __pydantic_config__ = _STRICT
    first: str  # at most six words
    last: str  # at most four
    letters: int  # of ``bare(text)``
    sha256: str  # the first digits of the hash of ``bare(text)``


@dataclass(frozen=True, slots=True)
class GoldPart:
    """One thing decided, with every wording and verb that is right for it."""

    __pydantic_config__ = _STRICT
    pdf_page: int  # where it begins
    marker: str | None
    verbs: tuple[str, ...]
    wordings: tuple[Wording, ...]  # a decision told in a sentence may be quoted with or without what leads up to it
    optional: bool = False  # people differ on whether it is a decision: neither wanted nor wrong


@dataclass(frozen=True, slots=True)
class GoldSide:
    """One side of a vote as printed."""

    __pydantic_config__ = _STRICT
    side: Literal["for", "against", "abstain"]
    printed: int | None
    names: int  # how many names are printed


@dataclass(frozen=True, slots=True)
class GoldVote:
    """A vote with at least one side printed."""

    __pydantic_config__ = _STRICT
    outcome: Literal["carried", "lost", "tied"] | None
    sides: tuple[GoldSide, ...]


@dataclass(frozen=True, slots=True)
class GoldMinute:
    """One minute."""

    __pydantic_config__ = _STRICT
    pdf_page: int  # where its heading begins
    number: str | None
    agenda_item: str | None
    heading: Wording
    parts: tuple[GoldPart, ...] = ()
    votes: tuple[GoldVote, ...] = ()
    declarations: tuple[str, ...] = ()  # the names of those who declared an interest
    private: bool = False


@dataclass(frozen=True, slots=True)
class GoldMeeting:
    """The minutes of one meeting as a paper prints them."""

    __pydantic_config__ = _STRICT
    body: str
    held_on: date
    present: int  # names printed under "present", the clerk's among them where the minutes list the clerk there
    apologies: int
    minutes: tuple[GoldMinute, ...]
    standing: Standing | None = None  # as the paper itself prints it; None where nobody has judged it
    confirms: tuple[date, ...] = ()  # the days of the meetings whose minutes it confirms
    corrects: int = 0  # corrections of earlier minutes that it tells of


@dataclass(frozen=True, slots=True)
class GoldText:
    """A recommendation of a report, or a part of a decision recorded outside minutes."""

    __pydantic_config__ = _STRICT
    pdf_page: int
    wording: Wording


@dataclass(frozen=True, slots=True)
class GoldPaper:
    """What one paper says, as far as it is measured."""

    __pydantic_config__ = _STRICT
    paper: str  # the file's name
    folder: str  # the folder of papers that it stands in, which names its council
    family: str  # the name that decides with its copies whether it is held out
    kind: PaperKind
    meeting: Meeting  # that the paper was published for
    printed_pages: tuple[str | None, ...]  # the number printed on each page of the PDF
    meetings: tuple[GoldMeeting, ...] = ()
    recommendations: tuple[GoldText, ...] = ()
    decisions: tuple[GoldText, ...] = ()
    scan: bool = False

    @property
    def held_out(self) -> bool:
        """Say whether the paper is held out: by a hash of its family's name, so that nobody chose it."""
        return int(sha256(self.family.encode()).hexdigest()[:8], 16) % SHARE == 0


_PAPER = TypeAdapter(GoldPaper)


def bare(text: str) -> str:
    """Return the letters of a text: no white space, no hyphens, straight quotation marks, ligatures undone."""
    plain = unicodedata.normalize("NFKC", text).translate(_HYPHENS).translate(_QUOTES)
    return "".join(plain.split())


def digest(text: str) -> str:
    """Return the first digits of the SHA-256 of a text's letters."""
    return sha256(bare(text).encode()).hexdigest()[:DIGITS]


def wording(text: str) -> Wording:
    """Return what the gold keeps of a text."""
    words = text.split()
    return Wording(" ".join(words[:6]), " ".join(words[-4:]), len(bare(text)), digest(text))


def stands_in(said: Wording, text: str) -> bool:
    """Say whether the words stand in a text, to the letter."""
    letters, first = bare(text), bare(said.first)
    start = letters.find(first)
    while start >= 0:
        if digest(letters[start : start + said.letters]) == said.sha256:
            return True
        start = letters.find(first, start + 1)
    return False


def letters_from(paper: Paper, number: int) -> str:
    """Return the letters of a page and of the one after it, as one that runs over the page is printed."""
    pages = paper.pages[number - 1 : number + 1]
    rows = [page.text[row.start : row.end] for page in pages for row in page.lines if row.role in ("body", "struck")]
    return bare("\n".join(rows))


def read_gold(path: Path) -> GoldPaper:
    """Return the gold of one paper; a file that is not well formed raises a ``SetError`` that says where."""
    try:
        return _PAPER.validate_json(path.read_text(encoding="utf-8"))
    except ValidationError as error:
        first = error.errors()[0]
        place = " > ".join(str(step) for step in first["loc"])
        raise SetError(f"{path.name}: {place}: {first['msg']}. See docs/new-council.md for the form.") from None


def read_golds(folder: Path = GOLD) -> tuple[GoldPaper, ...]:
    """Return the gold of every paper in a folder, by folder and name."""
    found = [read_gold(path) for path in sorted(folder.glob("*.json"))]
    return tuple(sorted(found, key=lambda gold: (gold.folder, gold.paper)))


def gold_path(papers: str, paper: str, folder: Path = GOLD) -> Path:
    """Return the gold file of a paper in a folder of papers."""
    return folder / f"{papers}--{Path(paper).stem}.json"


def write_gold(gold: GoldPaper, folder: Path = GOLD) -> Path:
    """Write the gold of one paper, a minute's parts one a line, and return the file."""
    path = gold_path(gold.folder, gold.paper, folder)
    path.write_text(_laid_out(_PAPER.dump_python(gold, mode="json", exclude_defaults=True)) + "\n", encoding="utf-8")
    return path


def _laid_out(value: object, depth: int = 0) -> str:
    """Return JSON that a person can read: short values on one line, long ones opened up."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + depth <= WIDE or not isinstance(value, (dict, list)):
        return line
    inside = " " * (depth + 1)
    if isinstance(value, dict):
        rows = [f"{inside}{json.dumps(name)}: {_laid_out(one, depth + 1)}" for name, one in value.items()]
        return "{\n" + ",\n".join(rows) + "\n" + " " * depth + "}"
    return "[\n" + ",\n".join(inside + _laid_out(one, depth + 1) for one in value) + "\n" + " " * depth + "]"
