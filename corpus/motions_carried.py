"""Motions carried and not printed again as a resolution: what was moved is what was decided."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.counts import Outcome
from corpus.decided import Decision, Stretch
from corpus.motions import motions
from corpus.paragraphs import Paragraph
from corpus.phrases_decided import CARRIED_SO, OUTCOME_TOLD
from corpus.phrasing import opening, says
from corpus.rows import folded
from corpus.sentences import sentence_end, sentences
from corpus.votes import outcome_of

PUT = r"\b(?:prop(?:osed|oser)?|moved)\b.*\bsec(?:ond|\b)"
MOVED_THAT = re.compile(
    r"\b(?:propos|mov)ed\b.*?\bsecond(?:ed)?\b[^.]{0,80}?(?:,\s*)?\bthat\b[:,]?\s*", re.IGNORECASE | re.DOTALL
)
_AMENDS = r"\bamend(?:ment|ed|s|ing)?\b"
_OF_MOTION = r"\b(?:substantive|original|main)\b|\bmotions?\b"


@dataclass(frozen=True, slots=True)
class _Moved:
    """What was moved: its words, and the words that moved it."""

    text: tuple[Stretch, ...]
    stem: tuple[Stretch, ...]


def motion_carried(paragraphs: Sequence[Paragraph]) -> tuple[Decision, ...]:
    """Return what an item decided by carrying a motion; nothing where an amendment to it was carried too.

    What an amended motion says in the end is then printed nowhere.
    """
    inside = motions(paragraphs)
    moved: _Moved | None = None
    amending = amended = False
    carried: list[_Moved] = []
    for place, paragraph in enumerate(paragraphs):
        if place in inside and place - 1 in inside and not says(PUT, paragraph.text[:200]):
            continue
        for start, end in sentences(paragraph.text):
            begin = max(start, paragraph.offset)
            sentence = paragraph.text[begin:end]
            if says(PUT, sentence):
                amending = says(_AMENDS, sentence)
                if not amending:
                    moved, amended = _moved(paragraphs, place, begin, inside), False
                if place in inside:
                    break  # the words of the motion begin here
                if says(CARRIED_SO, sentence) and not amending and moved is not None:
                    carried.append(moved)
                    moved = None
                continue
            ended = _ended(sentence)
            if ended is None:
                continue
            of_amendment = says(_AMENDS, sentence) or (amending and not says(_OF_MOTION, sentence))
            if of_amendment:
                amended = amended or ended == "carried"
                amending = False
            elif ended == "carried" and moved is not None and not amended:
                carried.append(moved)
                moved = None
            else:
                moved = None
    return tuple(Decision(None, "carried", one.text, one.stem) for one in carried)


def _ended(sentence: str) -> Outcome | None:
    """Return how something ended that was put to the vote, where a sentence tells it."""
    if says(CARRIED_SO, sentence):
        return "carried"
    told = opening(OUTCOME_TOLD).match(sentence)
    return outcome_of(told.group() if told is not None else sentence)


def _moved(paragraphs: Sequence[Paragraph], place: int, begin: int, inside: frozenset[int]) -> _Moved | None:
    """Return what a sentence moves: the paragraphs that it leads on to, or its own words behind "that"."""
    text = paragraphs[place].text
    if place in inside:
        after = place + 1
        while after in inside and not says(PUT, folded(paragraphs[after].text)[:200]):
            after += 1
        if after > place + 1:
            words = (Stretch(at, 0, len(paragraphs[at].text)) for at in range(place + 1, after))
            return _Moved(tuple(words), (Stretch(place, begin, len(text)),))
    match = MOVED_THAT.search(text, begin)
    if match is None:
        return None
    end = sentence_end(text, match.end())
    return _Moved((Stretch(place, match.end(), end),), (Stretch(place, begin, match.end()),))
