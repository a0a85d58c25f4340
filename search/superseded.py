"""What has taken the place of words: a supplement that replaces a report, a later meeting's correction of a minute."""

import re
from collections.abc import Iterator

from rapidfuzz.fuzz import token_sort_ratio

from corpus.dates import MONTHS
from index.library import Library
from index.types import Filter, Passage
from search.compose import Quoted, Section
from search.errata import mends
from search.scene import Scene

ALIKE = 55.0  # of 100: a paragraph in its two versions had 60 and more, another paragraph under a like heading below 45
PAPER = 2_000  # passages of a paper looked through: a supplement has some 100
JOIN = " – "  # between the parts of a report's heading, its title first

ASKED = re.compile(
    r"\bminutes?\b.*\b(?:corrected|amended|put right)\b|\bcorrections? (?:to|of) (?:\w+ ){0,3}minutes?\b", re.IGNORECASE
)
EARLIER = "Earlier, in a version that has been replaced:"
CORRECTED = "Corrected at a later meeting:"


def current_of(library: Library, scene: Scene, passage: Passage) -> Passage | None:
    """Return what stands in the place of a passage: in the paper that replaces its report, or what corrects it."""
    best: tuple[float, Passage] | None = None
    for paper in scene.papers.values():
        meeting = (paper.council, paper.body, paper.held_on)
        if paper.sha256 == passage.paper or meeting != _meeting(scene, passage) or paper.held_on is None:
            continue
        if paper.kind == "supplement" and not paper.replaces and passage.paragraph:
            ids = library.select(Filter(papers=(paper.sha256,)), PAPER)
            if mending := next((one for one in library.passages(ids) if mends(one, passage)), None):
                return mending
        if not paper.replaces:
            continue
        ids = library.select(Filter(papers=(paper.sha256,), kinds=(passage.kind,)), PAPER)
        for one in library.passages(ids):
            alike = token_sort_ratio(one.text, passage.text)
            if _last(one) == _last(passage) and alike >= ALIKE and (best is None or alike > best[0]):
                best = alike, one
    return best[1] if best and best[1].family != passage.family else None


def corrections_of(library: Library, passage: Passage) -> Iterator[tuple[Passage, str]]:
    """Yield the words by which a later meeting corrected the minute of a passage, with the passage that holds them."""
    if not passage.minute:
        return
    named = naming(passage.minute)
    told: set[str] = set()
    for confirmation in library.confirmations(passage.meeting):
        for span in confirmation.corrects:
            words = library.page_text(span.paper, span.page).text[span.start : span.end]
            folded = " ".join(words.split())
            if folded in told or not named.search(folded):
                continue
            ids = library.select(Filter(papers=(span.paper,), kinds=("decision", "discussion")), PAPER)
            for one in library.passages(ids):
                if any(own.page == span.page and own.start < span.end and span.start < own.end for own in one.spans):
                    told.add(folded)
                    yield one, folded if folded in one.text else one.text
                    break


def naming(minute: str) -> re.Pattern[str]:
    """Return what words of a later meeting say that they are on the minute of this number; no day is one."""
    day = rf"(?!(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})\b)"
    return re.compile(rf"\bminutes?\b(?:\s+nos?\.)?[^.]{{0,40}}?\b{re.escape(minute)}\b{day}", re.IGNORECASE)


def corrected(library: Library, passage: Passage) -> list[Section]:
    """Return the corrections of a passage's minute as a section of an answer, if there are any."""
    if passage.standing != "corrected":
        return []
    quoted = tuple(Quoted(one, quote) for one, quote in corrections_of(library, passage))
    return [Section(CORRECTED, quoted)] if quoted else []


def asks_whether_corrected(question: str) -> bool:
    """Say whether a question asks if minutes were put right: "was minute 32 corrected"."""
    return bool(ASKED.search(question))


def _meeting(scene: Scene, passage: Passage) -> tuple[object, ...]:
    paper = scene.papers[passage.paper]
    return paper.council, paper.body, paper.held_on


def _last(passage: Passage) -> str:
    """Return the last part of a report's heading, the one beneath which the passage stands."""
    return (passage.heading or "").split(JOIN)[-1].casefold()
