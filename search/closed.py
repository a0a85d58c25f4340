"""Whether a meeting sat in private: the resolution that excluded the press and public, and what was taken after it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import groupby

from corpus.access import goes_private
from corpus.types import Meeting
from index.library import Library
from index.types import Filter, Passage
from search.cite import runs_of
from search.compose import Quoted, Section
from search.decided import lead_words, title_of
from search.needs import needs_of
from search.retrieve import limits_of, minute_key
from search.scene import Scene
from search.types import Query

SOUGHT = ("excluded", "exclusion", "exempt", "private", "public")
LOOKED_AT = 400  # passages with these words: the minutes of a year of one council have some 60
PAPER = 20_000  # passages of one paper: the longest pack seen has some 3,000
MEETINGS = 5  # told in one answer, the newest of them first
ASKED = re.compile(
    r"\bin (?:private|closed|secret|camera)\b|\bbehind closed doors\b|\b(?:closed|private|exempt|secret) (?:sessions?|"
    r"items?|business|meetings?|part)\b|\bexclu\w+(?: of)?(?: the)? (?:press|public)\b|"
    r"\b(?:press|public)(?: (?:and|or|the|press|public|was|were|is|are|been|be|ever))* excluded\b",
    re.IGNORECASE,
)
ONLY_ASKING = re.compile(
    r"\b(?:were|was|did|any|anything|which|what|items?|business|matters?|reports?|decisions?|considered?|discuss\w*|hear\w*|"
    r"taken?|took|held|sit|sat|go|went|into|meetings?|part|press|public|exclu\w+|private|closed|secret|exempt|sessions?|doors|"
    r"behind|camera|asked|leave|told|minutes|made|decided)\b",
    re.IGNORECASE,
)
"""Words that ask no more than that: what is left beside them is a topic."""
NOT_CLOSED = "The minutes held record no exclusion of the press and public there."


def asks_whether_closed(query: Query, scene: Scene) -> bool:
    """Say whether nothing is asked but if a meeting sat in private: "was the press excluded at Cabinet"."""
    return bool(ASKED.search(query.text)) and not needs_of(ONLY_ASKING.sub(" ", query.topic), scene.lexicon)


def closed(library: Library, scene: Scene, query: Query) -> list[Section]:
    """Return, by meeting, the words that excluded the press and public and the minutes taken after it, newest first."""
    where = replace(limits_of(query, scene), kinds=("decision", "discussion"))
    found = library.passages(one for one, _ in library.words(SOUGHT, LOOKED_AT, where))
    printed: dict[Meeting, set[str]] = {}
    for one in found:
        if one.standing and (one.private or goes_private(one.text)):
            printed.setdefault(one.meeting, set()).add(one.paper)
    newest = sorted(printed, key=lambda one: one.held_on or date.min, reverse=True)
    return [
        section
        for meeting in newest[:MEETINGS]
        for section in _of_meeting(library, meeting, min(printed[meeting], key=partial(_rank, scene, meeting)))
    ]


def _rank(scene: Scene, meeting: Meeting, paper: str) -> tuple[object, ...]:
    return scene.standing_of_paper(paper, meeting.held_on)


def _of_meeting(library: Library, meeting: Meeting, paper: str) -> list[Section]:
    """Return the minutes of one meeting at which it was closed, and those taken while it was, in their order."""
    ids = library.select(Filter(papers=(paper,), kinds=("decision", "discussion")), PAPER)
    shut = [one for one in library.passages(ids) if one.meeting == meeting and one.standing]
    shut = [one for one in shut if one.private or goes_private(one.text)]
    made = []
    for _, parts in groupby(shut, key=minute_key):
        told = _telling(list(parts))
        quoted = tuple(quoted for one in told for quoted in _quoted(library, one))
        made.append(Section(title_of(told[0]), quoted))
    return made


def _quoted(library: Library, passage: Passage) -> tuple[Quoted, ...]:
    """Return a decision in full behind its stem, or each stretch of other words that stands together on the page."""
    if passage.kind == "decision":
        return (Quoted(passage, passage.text, lead_words(library, passage.lead)),)
    return tuple(Quoted(passage, " ".join(run)) for run in runs_of(library, passage))


def _telling(parts: Sequence[Passage]) -> Sequence[Passage]:
    """Return the decisions of a minute that was closed or closes the meeting; without one, how it opens."""
    return [one for one in parts if one.kind == "decision"] or parts[:1]
