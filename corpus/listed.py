"""Lists under a stem: which paragraphs are the parts of what was decided, and where the list ends."""

import re
from collections.abc import Sequence

from corpus.decided import DEEPER, LEVEL, Decision, Stretch
from corpus.marks import Mark, begins, follows
from corpus.motions import next_of
from corpus.paragraphs import Paragraph
from corpus.phrases import ACTION_NOTED, CARRIES_LIST, CLOSED
from corpus.phrasing import opening, says
from corpus.series import is_heading
from corpus.stems import Stem, stem_of
from corpus.votes import side_of

_QUOTE = r"[“\"‘']?"
_SUM_ENDS = re.compile(r"£\s?[\d,]+(?:\.\d\d)?\W*$")
_PAIRED = re.compile(r"[A-Z][^.:;]{1,40}\s[–—-]\s[^.;]{2,60}$")
_OPENS_TEXT = re.compile(rf"{_QUOTE}(?:that|to)\b", re.IGNORECASE)


def listed(
    paragraphs: Sequence[Paragraph],
    index: int,
    stem: Stem,
    lead: tuple[Stretch, ...],
    first: Decision | None,
    mark: Mark | None = None,
) -> tuple[list[Decision], int]:
    """Return the parts listed under a stem, and the paragraph after them."""
    opener = paragraphs[index]
    parts: list[Decision] = [first] if first else []
    last, left = mark, None
    under: tuple[Stretch, ...] = ()
    again = False  # a further list may begin under the same stem
    bare = not opener.text[stem.end :].strip() and not stem.weak
    at = index + 1
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        here = Stretch(at, paragraph.offset, len(paragraph.text))
        if _stops(opener, paragraph, each_its_own=not stem.verb):
            break
        if paragraph.mark is not None:
            if (
                last is None
                and not again
                and (parts or not (begins(paragraph.mark) or paragraph.left > opener.left + DEEPER))
            ):
                break
            level = left is None or abs(paragraph.left - left) < LEVEL
            if (
                last is None
                or (level and (_alike(last, paragraph.mark) or follows(last, paragraph.mark)))
                or (left is None and follows(last, paragraph.mark))
            ):
                parts.append(Decision(_printed(paragraph.mark), stem.verb, (here,), (*lead, *under)))
                last, left, again = paragraph.mark, paragraph.left, False
            elif parts and left is not None and (paragraph.left > left + DEEPER or not level):
                parts[-1] = _with(parts[-1], Stretch(at, 0, len(paragraph.text)))
            else:
                break
        elif last is not None:
            following = paragraphs[at + 1].mark if at + 1 < len(paragraphs) else None
            continues = following is not None and (_alike(last, following) and follows(last, following))
            if continues and (is_heading(paragraph) or paragraph.text.rstrip().endswith(":")):
                under = (here,)
            elif paragraph.left > opener.left + DEEPER and _list_ahead(paragraphs, at):
                under, last, left, again = (here,), None, None, True
            elif parts and (
                (left is not None and paragraph.left > left + DEEPER)
                or (paragraph.text[:1].islower() and not paragraphs[at - 1].ended)
            ):
                parts[-1] = _with(parts[-1], here)
            else:
                break
        elif again:
            under = (*under, here)
        elif not _unmarked(paragraphs, at, opener, parts, bare):
            break
        elif not parts and paragraph.text.rstrip().endswith(":") and says(CARRIES_LIST, paragraph.text):
            after = carried(paragraphs, at + 1)
            reasons = (Stretch(place, 0, len(paragraphs[place].text)) for place in range(at + 1, after))
            return [Decision(None, stem.verb, (here, *reasons), lead)], after
        elif not parts and (paragraph.text.rstrip().endswith(":") or _before_list(paragraphs, at)):
            lead = (*lead, here)
        elif parts and not paragraphs[at - 1].ended and paragraph.text[:1].islower():
            parts[-1] = _with(parts[-1], here)
        else:
            parts.append(Decision(None, stem.verb, (here,), lead))
        at += 1
    if not parts and bare and len(lead) > 1:  # "That the licence be granted as follows:", and then a table
        parts = [Decision(None, stem.verb, lead[1:], lead[:1])]
    return parts, max(at, index + 1)


def carried(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Return the paragraph after the list that begins at ``start`` and that the words above it carry on with."""
    at = start
    first = paragraphs[at].mark if at < len(paragraphs) else None
    if first is None:
        return _unmarked_after(paragraphs, start)
    left, last = paragraphs[at].left, first
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        if _stops(paragraphs[start - 1], paragraph):
            break
        level = abs(paragraph.left - left) < LEVEL
        if paragraph.mark is not None and level and at > start and not follows(last, paragraph.mark):
            break
        if not level and paragraph.left < left:
            break
        if paragraph.mark is None and level and paragraphs[at - 1].ended:
            break
        last = paragraph.mark if paragraph.mark is not None and level else last
        at += 1
    return at


def _unmarked_after(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Return the paragraph after those without a mark that words carry on with: "for the following reason:".

    They are those set deeper than the words; where none is, it is the one below.
    """
    opener, at = paragraphs[start - 1], start
    while at < len(paragraphs) and not (_stops(opener, paragraphs[at]) or is_heading(paragraphs[at])):
        if paragraphs[at].mark is not None or (at > start and paragraphs[at].left <= opener.left + DEEPER):
            break
        at += 1
    return at


def _stops(opener: Paragraph, paragraph: Paragraph, each_its_own: bool = False) -> bool:
    """Say whether a paragraph can no longer be part of the list under a stem; ``each_its_own``: parts have verbs."""
    stem = None if each_its_own and paragraph.mark is not None else stem_of(paragraph)
    lettered = paragraph.mark is not None and paragraph.mark.style == "A"  # "A", and the words in a column of their own
    if (paragraph.table and not lettered) or stem is not None or side_of(paragraph.text) is not None:
        return True
    if opening(ACTION_NOTED).match(paragraph.text) is not None:
        return True
    return next_of(opener, paragraph) or says(CLOSED, paragraph.text)


def _unmarked(
    paragraphs: Sequence[Paragraph], at: int, opener: Paragraph, parts: Sequence[Decision], bare: bool
) -> bool:
    """Say whether a paragraph without a mark is one of the things decided under a stem."""
    paragraph = paragraphs[at]
    if _OPENS_TEXT.match(paragraph.text):
        return True
    if paragraph.left > opener.left + DEEPER and abs(paragraph.left - opener.left) < 120:
        return True
    above = paragraphs[at - 1].text
    if parts and any(entry.search(paragraph.text) and entry.search(above) for entry in (_SUM_ENDS, _PAIRED)):
        return True  # the payments that a meeting approves, or whom it sends where, one a line
    if not parts:
        return bare or opener.text.rstrip().endswith((":", ":-"))
    if (
        opener.text.rstrip().endswith(":")
        and not paragraph.gap
        and len(paragraph.rows) == 1
        and not paragraphs[at - 1].ended
    ):
        return True
    return not paragraphs[at - 1].ended and paragraph.text[:1].islower()


def _list_ahead(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Say whether another list begins under a paragraph, or under the one after it."""
    for following in paragraphs[at + 1 : at + 3]:
        if following.mark is not None:
            return begins(following.mark) and following.mark.style != "•"
        if not following.text.rstrip().endswith(":"):
            return False
    return False


def _before_list(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Say whether a paragraph is a heading right above the first mark of a list."""
    following = paragraphs[at + 1].mark if at + 1 < len(paragraphs) else None
    return following is not None and begins(following) and is_heading(paragraphs[at])


def _alike(one: Mark, two: Mark) -> bool:
    """Say whether two marks are of one list: "A)" and "b)" are, "1." and "(a)" are not."""
    return one.style.lower() == two.style.lower()


def _printed(mark: Mark) -> str | None:
    return None if mark.style == "•" else mark.text


def _with(decision: Decision, stretch: Stretch) -> Decision:
    return Decision(decision.marker, decision.verb, (*decision.text, stretch), decision.stem)
