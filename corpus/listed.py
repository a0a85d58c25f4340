"""Lists under a stem: which paragraphs are the parts of what was decided, and where the list ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.decided import DEEPER, LEVEL, Decision, Stretch
from corpus.marks import Mark, begins, follows
from corpus.motions import next_of
from corpus.paragraphs import Paragraph
from corpus.phrases import SUM
from corpus.phrases_decided import CARRIES_LIST
from corpus.phrases_kept import ACTION_NOTED, CLOSED
from corpus.phrasing import opening, says, spaced
from corpus.series import is_heading
from corpus.stems import Stem, stem_of
from corpus.told_behind import reasons_belong, tells_why
from corpus.votes import side_of

_QUOTE = r"[“\"‘']?"
_SUM_ENDS = re.compile(rf"{spaced(SUM)}\W*$")
_PAIRED = re.compile(r"[A-Z][^.:;]{1,40}\s[–—-]\s[^.;]{2,60}$")
_OPENS_TEXT = re.compile(rf"{_QUOTE}(?:that|to)\b", re.IGNORECASE)
PAIR = 2  # cells of a line that may be what is paid, or who is sent where; more are a row of a table
ALIKE = 2  # first words that the lines over two lists of one resolution share: "This Council believes", "… agrees"


@dataclass(frozen=True, slots=True)
class _List:
    """A list under a stem, as far as it is read."""

    opener: Paragraph
    stem: Stem
    lead: tuple[Stretch, ...]  # the words that introduce it
    parts: tuple[Decision, ...]
    last: Mark | None  # the mark of its last part; None before the first, and of a list without marks
    left: float | None = None  # where that mark stands, points
    under: tuple[Stretch, ...] = ()  # the words between parts that introduce those after them
    again: bool = False  # a further list may begin under the same stem

    @property
    def bare(self) -> bool:
        """Say whether its stem stands alone on its line."""
        return not self.opener.text[self.stem.end :].strip() and not self.stem.weak


def listed(
    paragraphs: Sequence[Paragraph],
    index: int,
    stem: Stem,
    lead: tuple[Stretch, ...],
    first: Decision | None,
    mark: Mark | None = None,
) -> tuple[list[Decision], int]:
    """Return the parts listed under a stem, and the paragraph after them."""
    found = _List(paragraphs[index], stem, lead, (first,) if first else (), mark)
    at = index + 1
    while at < len(paragraphs) and not _stops(found.opener, paragraphs[at], each_its_own=not stem.verb):
        if _tells_why(found, paragraphs, at):
            break
        if _carries_on(found, paragraphs, at):
            after = carried(paragraphs, at + 1)
            whole = tuple(_whole(paragraphs, place) for place in range(at, after))
            return [Decision(None, stem.verb, whole, found.lead)], after
        longer = _longer(found, paragraphs, at)
        if longer is None:
            break
        found, at = longer, at + 1
    if not found.parts and found.bare and len(found.lead) > 1:
        # "That the licence be granted as follows:", and then a table
        return [Decision(None, stem.verb, found.lead[1:], found.lead[:1])], at
    return list(found.parts), at


def _tells_why(found: _List, paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Say whether a paragraph gives the reasons of what is listed above it, and is no part of that."""
    words = " ".join(paragraphs[part.paragraph].text for one in found.parts for part in (*one.stem, *one.text))
    return tells_why(paragraphs[at].text) and not reasons_belong(f"{found.opener.text} {words}")


def _longer(found: _List, paragraphs: Sequence[Paragraph], at: int) -> _List | None:
    """Return a list with one paragraph more, None where it has ended above it."""
    mark = paragraphs[at].mark
    if mark is not None:
        return _with_marked(found, paragraphs, at, mark)
    if found.last is not None:
        return _with_between(found, paragraphs, at, found.last)
    if found.again:
        lead = _lead_again(found, paragraphs, at)
        return replace(found, lead=lead, under=(*found.under, _whole(paragraphs, at)))
    return _with_unmarked(found, paragraphs, at) if _unmarked(found, paragraphs, at) else None


def _with_marked(found: _List, paragraphs: Sequence[Paragraph], at: int, mark: Mark) -> _List | None:
    """Return a list with a marked paragraph: its next part, or one of a deeper list within its last part."""
    paragraph = paragraphs[at]
    if found.last is None and not found.again and (found.parts or not _may_begin(found, paragraph, mark)):
        return None
    level = found.left is None or abs(paragraph.left - found.left) < LEVEL
    if found.last is None or (level and (_alike(found.last, mark) or follows(found.last, mark))):
        text = Stretch(at, paragraph.offset, len(paragraph.text))
        part = Decision(_printed(mark), found.stem.verb, (text,), (*found.lead, *found.under))
        return replace(found, parts=(*found.parts, part), last=mark, left=paragraph.left, again=False)
    if found.parts and found.left is not None and (paragraph.left > found.left + DEEPER or not level):
        return _with_more(found, _whole(paragraphs, at))
    return None


def _may_begin(found: _List, paragraph: Paragraph, mark: Mark) -> bool:
    """Say whether a marked paragraph may be the first part of a list."""
    return begins(mark) or paragraph.left > found.opener.left + DEEPER


def _with_between(found: _List, paragraphs: Sequence[Paragraph], at: int, last: Mark) -> _List | None:
    """Return a list with a paragraph between its marked parts: the words over the next, or more of the last."""
    paragraph = paragraphs[at]
    here = _whole(paragraphs, at)
    following = paragraphs[at + 1].mark if at + 1 < len(paragraphs) else None
    continues = following is not None and _alike(last, following) and follows(last, following)
    if continues and (is_heading(paragraph) or _announces(paragraph)):
        return replace(found, under=(here,))
    if paragraph.left > found.opener.left + DEEPER and _list_ahead(paragraphs, at):
        lead = _lead_again(found, paragraphs, at)
        return replace(found, lead=lead, under=(here,), last=None, left=None, again=True)
    deeper = found.left is not None and paragraph.left > found.left + DEEPER
    return _with_more(found, here) if found.parts and (deeper or _runs_on(paragraphs, at)) else None


def _lead_again(found: _List, paragraphs: Sequence[Paragraph], at: int) -> tuple[Stretch, ...]:
    """Return the lead of a further list: words that begin as those over the first list did stand in their place.

    Example: "This Council believes that:" over the first, and over the second "This Council agrees to call on …:".
    """
    if len(found.lead) < 2 or not _announces(paragraphs[at]):
        return found.lead
    over = paragraphs[found.lead[-1].paragraph].text[found.lead[-1].start :]
    alike = over.split()[:ALIKE] == paragraphs[at].text.split()[:ALIKE]
    return found.lead[:-1] if alike else found.lead


def _with_unmarked(found: _List, paragraphs: Sequence[Paragraph], at: int) -> _List:
    """Return a list without marks with one paragraph more: words over it, more of its last part, or a part."""
    here = _whole(paragraphs, at)
    if not found.parts and (_announces(paragraphs[at]) or _before_list(paragraphs, at)):
        return replace(found, lead=(*found.lead, here))
    if found.parts and _runs_on(paragraphs, at):
        return _with_more(found, here)
    return replace(found, parts=(*found.parts, Decision(None, found.stem.verb, (here,), found.lead)))


def _with_more(found: _List, stretch: Stretch) -> _List:
    """Return a list whose last part goes on."""
    part = found.parts[-1]
    return replace(found, parts=(*found.parts[:-1], replace(part, text=(*part.text, stretch))))


def _carries_on(found: _List, paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Say whether a paragraph and the list that it carries on with are one decision: "for the following reasons:"."""
    if found.parts or found.last is not None or found.again or paragraphs[at].mark is not None:
        return False
    announces = _announces(paragraphs[at]) and says(CARRIES_LIST, paragraphs[at].text)
    return announces and _unmarked(found, paragraphs, at)


def _announces(paragraph: Paragraph) -> bool:
    """Say whether a paragraph ends in a colon."""
    return paragraph.text.rstrip().endswith(":")


def _runs_on(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Say whether a paragraph goes on with a sentence of the one above it."""
    return paragraphs[at].text[:1].islower() and not paragraphs[at - 1].ended


def _whole(paragraphs: Sequence[Paragraph], at: int) -> Stretch:
    return Stretch(at, 0, len(paragraphs[at].text))


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


def _unmarked(found: _List, paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Say whether a paragraph without a mark is one of the things decided under a stem."""
    paragraph, opener = paragraphs[at], found.opener
    if len(paragraph.rows[0].line.cells) > PAIR and not found.parts:
        return False  # the head of a table without rules
    if _OPENS_TEXT.match(paragraph.text):
        return True
    if paragraph.left > opener.left + DEEPER and abs(paragraph.left - opener.left) < 120:
        return True
    if not found.parts:
        return found.bare or opener.text.rstrip().endswith((":", ":-"))
    above = paragraphs[at - 1]
    if any(entry.search(paragraph.text) and entry.search(above.text) for entry in (_SUM_ENDS, _PAIRED)):
        return True  # the payments that a meeting approves, or whom it sends where, one a line
    if _announces(opener) and not paragraph.gap and len(paragraph.rows) == 1 and not above.ended:
        return True
    return _runs_on(paragraphs, at)


def _list_ahead(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Say whether another list begins under a paragraph, or under the one after it."""
    for following in paragraphs[at + 1 : at + 3]:
        if following.mark is not None:
            return begins(following.mark) and following.mark.style != "•"
        if not _announces(following):
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
