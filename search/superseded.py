"""What has taken the place of words: a supplement that replaces a report, a later meeting's correction of a minute."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import token_sort_ratio

from index.library import Library
from index.types import Filter, Passage
from index.words import term_of
from search.compose import Quoted, Section
from search.content import content, numeric
from search.dates import MONTHS
from search.errata import mends
from search.scene import Scene

ALIKE = 55.0  # of 100: a paragraph in its two versions had 60 and more, another paragraph under a like heading below 45
PAPER = 2_000  # passages of a paper looked through: a supplement has some 100
JOIN = " – "  # between the parts of a report's heading, its title first

ASKED = re.compile(
    r"\bminutes?\b.*\b(?:corrected|amended|put right)\b|\bcorrections? (?:to|of) (?:\w+ ){0,3}minutes?\b", re.IGNORECASE
)
NO_DAY = rf"\b(?!(?:/|(?:st|nd|rd|th)?\s+(?:of )?(?:{'|'.join(MONTHS)})))"  # "the minutes of 5 March" name no minute 5
A_MINUTE = re.compile(rf"\b(?:minute|item)s? (?:no\.? ?|number )?[\w/.]*\d[\w/.]*{NO_DAY}", re.IGNORECASE)
FORMALITIES = frozenset(
    term_of(word)
    for word in """above addition agreed amended amendment approved board cabinet chair chairman change circulated
    committee confirmed copy correct corrected correction council date duly following held last mayor meeting member
    minutes moved parish previous read record report resolved seconded signed subject town true""".split()  # noqa: SIM905  # a hundred quotation marks would hide the words
) | frozenset(map(term_of, MONTHS))
"""Words with which minutes are confirmed: those of a correction that says nothing of what it corrects."""
OF_IT = 2  # words that a correction shares with what it corrects, where it quotes none of it
QUOTATION = re.compile(r"[“\"‘]([^“”\"‘’]{3,200})[”\"’]")
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
    """Yield the words by which a later meeting corrected the minute of a passage, with the passage that holds them.

    They name the minute, or no minute at all and are of the matter of the passage.
    """
    if not passage.minute:
        return
    named = naming(passage.minute)
    told: set[str] = set()
    for confirmation in library.confirmations(passage.meeting):
        for span in confirmation.corrects:
            words = library.page_text(span.paper, span.page).text[span.start : span.end]
            folded = " ".join(words.split())
            meant = named.search(folded) or not (A_MINUTE.search(folded) or not _bears_on(folded, passage.text))
            if folded in told or not meant:
                continue
            ids = library.select(Filter(papers=(span.paper,), kinds=("decision", "discussion")), PAPER)
            for one in library.passages(ids):
                if any(own.page == span.page and own.start < span.end and span.start < own.end for own in one.spans):
                    told.add(folded)
                    yield one, folded if folded in one.text else one.text
                    break


def naming(minute: str) -> re.Pattern[str]:
    """Return what words of a later meeting say that they are on the minute of this number; no day is one."""
    named = rf"\b(?:minutes?|items?)\b(?:\s+nos?\.)?[^.]{{0,40}}?\b{re.escape(minute)}"
    return re.compile(f"{named}{NO_DAY}", re.IGNORECASE)


def corrected(library: Library, passage: Passage) -> list[Section]:
    """Return the corrections of a passage's minute as a section of an answer, if there are any."""
    if passage.standing != "corrected":
        return []
    quoted = tuple(Quoted(one, quote) for one, quote in corrections_of(library, passage))
    return [Section(CORRECTED, quoted)] if quoted else []


def with_corrections(library: Library, sections: Sequence[Section]) -> list[Section]:
    """Return the sections, behind each what a later meeting corrected of the words that it quotes, told once."""
    made: list[Section] = []
    told = {one.quote for section in sections for one in section.quoted}
    for section in sections:
        made.append(section)
        mended = [found for one in section.quoted for found in corrected(library, one.passage)]
        fresh = {
            one.quote: one
            for found in mended
            for one in found.quoted
            if one.quote not in told and any(_bears_on(one.quote, other.quote) for other in section.quoted)
        }
        told.update(fresh)
        if fresh:
            made.append(Section(CORRECTED, tuple(fresh.values())))
    return made


def _bears_on(correction: str, quote: str) -> bool:
    """Say whether a correction is of these words: it quotes some of them, or shares two words of their matter."""
    held = " ".join(quote.split()).casefold()
    if any(" ".join(words.split()).casefold() in held for words in QUOTATION.findall(correction)):
        return True
    own = {word.term for word in content(correction) if not numeric(word)} - FORMALITIES
    return len(own & {word.term for word in content(quote)}) >= OF_IT


def asks_whether_corrected(question: str) -> bool:
    """Say whether a question asks if minutes were put right: "was minute 32 corrected"."""
    return bool(ASKED.search(question))


def _meeting(scene: Scene, passage: Passage) -> tuple[object, ...]:
    paper = scene.papers[passage.paper]
    return paper.council, paper.body, paper.held_on


def _last(passage: Passage) -> str:
    """Return the last part of a report's heading, the one beneath which the passage stands."""
    return (passage.heading or "").split(JOIN)[-1].casefold()
