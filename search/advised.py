"""What was recommended to a meeting on a topic: by its reports alone, and by none that has been replaced."""

import re
from collections.abc import Iterable, Sequence

from index.library import Library
from index.types import Filter, Passage
from search.decided import lead_words
from search.evidence import weigh
from search.minutes import WholeMinute
from search.needs import Need, held_terms
from search.scene import Scene
from search.superseded import current_of

SUBJECT = 0.6  # share of the topic that a recommendation must hold with its heading
SAME = 0.8  # share of a minute's heading that a report's must hold to be the report on that very item
PROPOSED = 60  # recommendations of one meeting looked at: the longest agenda seen has 40

_DECIDED = re.compile(
    r"\W*(?:[Tt]he )?(?:[A-Z][\w’'-]+ ){1,8}(?:resolved|RESOLVED|agreed|AGREED|decided)\b|\W*RESOLVED\b"
)
"""How a decision begins that a paper prints again, such as a call-in that of the Cabinet."""


def recommended_to(
    library: Library, scene: Scene, minute: WholeMinute, needs: Sequence[Need], item: Sequence[Need] = ()
) -> tuple[Passage, ...]:
    """Return what was recommended on the topic to the meeting of a minute, each once, what was replaced in no version.

    ``item`` names what the minute's heading is of: the report on it may not have the words of the topic, such as a
    reference.
    """
    meeting = minute.parts[0].meeting
    if meeting.held_on is None or not meeting.body:
        return ()
    where = Filter((meeting.body,), ("recommendation",), meeting.held_on, meeting.held_on)
    found = [one for one in library.passages(library.select(where, PROPOSED)) if not _decided(library, one)]
    meant = [
        one
        for one in found
        if weigh(needs, held_terms(one.heading, one.text)).share >= SUBJECT
        or (item and weigh(item, held_terms(one.heading)).share >= SAME)
    ]
    return tuple({one.family: one for one in _current(library, scene, meant)}.values())


def folded(quote: str) -> str:
    """Return the words alone: one recommendation is often printed in two papers, the verb in capitals in one."""
    return " ".join(re.findall(r"\w+", quote.casefold()))


def _decided(library: Library, passage: Passage) -> bool:
    """Say whether this is a decision printed again in a report or under it, and recommends nothing."""
    return any(_DECIDED.match(words) for words in (passage.text, lead_words(library, passage.lead)))


def _current(library: Library, scene: Scene, passages: Iterable[Passage]) -> list[Passage]:
    return [current_of(library, scene, one) or one for one in passages]
