"""What stands behind a passage in its paper: words that end with "as follows:" answer only with what follows."""

import re

from index.library import Library
from index.types import Filter, Passage

PAPER = 20_000  # passages of one paper: the longest pack seen has some 3,000
BLANK = re.compile(
    r"\W*(?:this )?page (?:has been |is )?(?:intentionally |deliberately )?left blank\W*", re.IGNORECASE
)  # as packs print it
ANNOUNCES = re.compile(r":[^.:]{0,30}$")  # "the voting was as follows: For (32)"
TABLE = re.compile(r"\b(?:tables?|figures?|chart) (?:below|\d)|\bbelow\b", re.IGNORECASE)
ENDS = re.compile(r"[.!?;][\"”’)\]]*$")


VOTE = re.compile(r"\bto the vote\b|\bvoting was\b|\bvotes? (?:was|were) (?:cast|taken|recorded)\b", re.IGNORECASE)
NEXT_MOTION = re.compile(r"\bproposed,? and\b.{0,60}\bseconded\b", re.IGNORECASE)
VOTED_ON = 8  # passages behind a motion among which its vote stands: its purpose, its amount, its source


def leads_on(text: str) -> bool:
    """Say whether the words announce what stands behind them: "the voting was as follows:"."""
    return bool(ANNOUNCES.search(text))


def shows(text: str) -> bool:
    """Say whether the words announce a table: "The table below sets out …"."""
    return bool(TABLE.search(text))


def breaks_off(text: str) -> bool:
    """Say whether the words end where no sentence ends: at a decision, a table or a list of names."""
    return not ENDS.search(text.rstrip())


def following(library: Library, passage: Passage, count: int, *, parts: bool = False) -> tuple[Passage, ...]:
    """Return the next passages of the same paper, under the same heading and in the same minute, in their order.

    With ``parts`` those of its parts too, each of which has a heading of its own: the applications under one minute.
    """
    ids = library.select(Filter(papers=(passage.paper,)), PAPER)
    at = ids.index(passage.id)
    behind = library.passages(ids[at + 1 : at + 1 + count])
    kept: list[Passage] = []
    for one in (one for one in behind if not BLANK.fullmatch(one.text)):
        part = parts and passage.heading and (one.heading or "").startswith(f"{passage.heading} – ")
        if (one.minute, one.meeting) != (passage.minute, passage.meeting) or not (
            part or one.heading == passage.heading
        ):
            break
        kept.append(one)
    return tuple(kept)


def vote_on(library: Library, passage: Passage) -> Passage | None:
    """Return the passage that tells the vote on the motion before it; None where the next motion comes first."""
    if passage.minute is None:
        return None
    for one in following(library, passage, VOTED_ON):
        if VOTE.search(one.text):
            return one
        if NEXT_MOTION.search(one.text):
            return None
    return None
