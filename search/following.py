"""What stands behind a passage in its paper: words that end with "as follows:" answer only with what follows."""

import re

from index.library import Library
from index.types import Filter, Passage

PAPER = 20_000  # passages of one paper: the longest pack seen has some 3,000
ANNOUNCES = re.compile(r":[^.:]{0,30}$")  # "the voting was as follows: For (32)"
TABLE = re.compile(r"\b(?:tables?|figures?|chart) (?:below|\d)|\bbelow\b", re.IGNORECASE)
ENDS = re.compile(r"[.!?;][\"”’)\]]*$")


def leads_on(text: str) -> bool:
    """Say whether the words announce what stands behind them: "the voting was as follows:"."""
    return bool(ANNOUNCES.search(text))


def shows(text: str) -> bool:
    """Say whether the words announce a table: "The table below sets out …"."""
    return bool(TABLE.search(text))


def breaks_off(text: str) -> bool:
    """Say whether the words end where no sentence ends: at a decision, a table or a list of names."""
    return not ENDS.search(text.rstrip())


def following(library: Library, passage: Passage, count: int) -> tuple[Passage, ...]:
    """Return the next passages of the same paper, under the same heading or in the same minute, in their order."""
    ids = library.select(Filter(papers=(passage.paper,)), PAPER)
    at = ids.index(passage.id)
    behind = library.passages(ids[at + 1 : at + 1 + count])
    kept: list[Passage] = []
    for one in behind:
        if (one.heading, one.minute, one.meeting) != (passage.heading, passage.minute, passage.meeting):
            break
        kept.append(one)
    return tuple(kept)
