"""What is resolved under one stem: a sentence, a list, the parts of one paragraph, or a resolution after it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.decided import DEEPER, Decision, Stretch
from corpus.listed import carried, listed
from corpus.marks import Mark, follows, mark_of
from corpus.motions import next_of
from corpus.paragraphs import Paragraph
from corpus.phrases_decided import CARRIES_LIST
from corpus.phrases_kept import ARISING
from corpus.phrasing import says, spaced
from corpus.sentences import sentence_end
from corpus.stems import ANEW, Stem, stem_of

LONGEST_LEAD = 90  # letters of words that lead on to a list by "to" or "that" alone: more is a sentence

_INLINE_MARK = re.compile(r"(?<=\s)(?:\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})\)|[a-z]\.|\d{1,2}\.)\s+(?=[A-Z“t])")
_NEXT_PART = re.compile(  # "…; and (3) a further report": told from "as in (2) above" by the stop before it
    r"(?:(?<=[;.,:]\s)|(?<=[;.,:]\sand\s)|(?<=[;.,:]\sor\s))\((?:[ivx]{1,4}|[a-z]|\d{1,2})\)\s+(?=[a-z£\d])"
)
_TO_WHOM = re.compile(r"\([^()]{2,40}\)")
_UNENDED = re.compile(r"\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)\s*$")  # "… the Executive Member for"
_CLOSED = re.compile(
    r"\s+The meeting (?:was )?(?:closed|ended|finished|rose|concluded)\b[^.]{0,40}(?:\.\d\d)?[^.]{0,20}\.?\s*$"
)
_ARISING = re.compile(rf"(?<=[.;])\s+(?={spaced(ARISING)})", re.IGNORECASE)  # what is told of the minutes confirmed
_SUM = re.compile(r"£\s?[\d,.]+\W*")
_THAT = re.compile(r"\s*that\s*[:–-]?\s*(?=\()", re.IGNORECASE)
_AND_NOTED = re.compile(r"and (?:duly )?(?:noted|received|accepted)\b\W*", re.IGNORECASE)
_ONLY_THAT = re.compile(r"(?:that|to)\W*", re.IGNORECASE)
_LEADS_ON = re.compile(r"\b(?:to|that|the following)$")


def resolved(paragraphs: Sequence[Paragraph], index: int, stem: Stem) -> tuple[list[Decision], int]:
    """Return the decisions under a stem, and the paragraph after them."""
    text = paragraphs[index].text
    words = text[stem.end :].strip()
    if _TO_WHOM.fullmatch(words) or not re.search(r"\w", words):  # "Resolved to RECOMMEND: (to Cabinet)", "that –"
        words, stem = "", replace(stem, end=len(text))
    before = _before_stem(paragraphs, index, stem, words)
    if before is not None:
        return [before], index + 1
    lead = Stretch(index, stem.start, stem.end)
    if stem.weak or not words:
        return listed(paragraphs, index, stem, (lead,), None)
    first = mark_of(words)
    if first is not None and first.style != "•":
        parts = _inline_parts(text, text.index(words, stem.end), first, index, stem.verb, lead)
        more, after = listed(paragraphs, index, stem, (lead,), parts[-1], first)
        return [*parts[:-1], *more], after
    if words.endswith(":") and says(CARRIES_LIST, words):
        after = carried(paragraphs, index + 1)
        carries = (Stretch(index, stem.end, len(text)), *_all_of(paragraphs, index + 1, after))
        return [Decision(None, stem.verb, carries, (lead,))], after
    if _introduces(paragraphs, index, words):
        parts, after = listed(paragraphs, index, stem, (Stretch(index, stem.start, len(text)),), None)
        if parts:
            return parts, after
    return _in_words(paragraphs, index, stem)


def _before_stem(paragraphs: Sequence[Paragraph], index: int, stem: Stem, words: str) -> Decision | None:
    """Return a decision whose words stand before its stem: "Marie Curie – RESOLVED £100.", "… RESOLVED and noted."."""
    paragraph = paragraphs[index]
    if stem.start <= paragraph.offset:
        return None
    if _SUM.fullmatch(words):
        return Decision(None, stem.verb, (Stretch(index, paragraph.offset, len(paragraph.text)),), ())
    noted = _AND_NOTED.match(words) if not stem.weak else None
    if noted is None:
        return None
    end = paragraph.text.index(words, stem.end) + noted.end()
    return Decision(None, stem.verb, (Stretch(index, paragraph.offset, end),), ())


def _introduces(paragraphs: Sequence[Paragraph], index: int, words: str) -> bool:
    """Say whether the words under a stem introduce a list."""
    if words.endswith((":", ":-", ": -")) or _ONLY_THAT.fullmatch(words):
        return True
    leads_on = len(words) < LONGEST_LEAD and _LEADS_ON.search(words) is not None
    return leads_on or _announces(paragraphs, index, words)


def _in_words(paragraphs: Sequence[Paragraph], index: int, stem: Stem) -> tuple[list[Decision], int]:
    """Return what is resolved in running words, with the resolution that may follow it in the same paragraph."""
    text, lead = paragraphs[index].text, Stretch(index, stem.start, stem.end)
    again = ANEW.search(text, stem.end) if stem.formal else None
    if again is not None:  # "Resolved: that A. Resolved: that B."
        anew = Stem(again["verb"].lower(), again.start(), again.end())
        parts, after = resolved(paragraphs, index, anew)
        return [Decision(None, stem.verb, (Stretch(index, stem.end, again.start()),), (lead,)), *parts], after
    closed = _CLOSED.search(text, stem.end) or _ARISING.search(text, stem.end)
    end = closed.start() if closed else len(text) if stem.formal else sentence_end(text, stem.end)
    after = index + 1
    while end == len(text) and after < len(paragraphs) and _runs_on(paragraphs, after, paragraphs[index]):
        after += 1
    whole = (Stretch(index, stem.end, end), *_all_of(paragraphs, index + 1, after))
    return [Decision(stem.marker, stem.verb, whole, (lead,))], after


def _inline_parts(text: str, start: int, first: Mark, index: int, verb: str, lead: Stretch) -> list[Decision]:
    """Return the parts that stand in one paragraph: "(i) That A, and (ii) That B"."""
    places = [(start, first)]
    found = (*_INLINE_MARK.finditer(text, start + first.length), *_NEXT_PART.finditer(text, start + first.length))
    for match in sorted(found, key=lambda one: one.start()):
        mark = mark_of(match.group())
        if mark is not None and follows(places[-1][1], mark):
            places.append((match.start(), mark))
    ends_at = [place for place, _ in places[1:]] + [len(text)]
    return [
        Decision(mark.text, verb, (Stretch(index, place + mark.length, end),), (lead,))
        for (place, mark), end in zip(places, ends_at, strict=True)
    ]


def parted_by_marks(paragraphs: Sequence[Paragraph], decision: Decision) -> list[Decision]:
    """Return a decision in its parts where its one paragraph numbers them: "That (1) A; (2) B"."""
    stretch = decision.text[0]
    text = paragraphs[stretch.paragraph].text[: stretch.end]
    that = _THAT.match(text, stretch.start)
    start = that.end() if that is not None else stretch.start
    first = mark_of(text[start:])
    if decision.marker is not None or len(decision.text) > 1 or first is None or first.style in {"•", "1.1"}:
        return [decision]
    lead = decision.stem[0] if decision.stem else Stretch(stretch.paragraph, start, start)
    parts = _inline_parts(text, start, first, stretch.paragraph, decision.verb, lead)
    return [replace(part, stem=decision.stem) for part in parts] if len(parts) > 1 else [decision]


def _all_of(paragraphs: Sequence[Paragraph], start: int, stop: int) -> tuple[Stretch, ...]:
    return tuple(Stretch(at, 0, len(paragraphs[at].text)) for at in range(start, stop))


def _announces(paragraphs: Sequence[Paragraph], index: int, words: str) -> bool:
    """Say whether a resolution ends in a list that it speaks of: "the following items should be brought forward."."""
    below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    deeper = below is not None and below.mark is not None and below.left > paragraphs[index].left + DEEPER
    return deeper and re.search(r"\bfollowing\b|\bas follows\b", words) is not None


def _runs_on(paragraphs: Sequence[Paragraph], index: int, opener: Paragraph) -> bool:
    """Say whether a paragraph goes on with the resolution above it: broken by a page, or a list under its colon."""
    above, paragraph = paragraphs[index - 1], paragraphs[index]
    if paragraph.table or stem_of(paragraph) is not None:
        return False
    if paragraph.mark is None:
        broken = above.page != paragraph.page and _UNENDED.search(above.text) is not None
        return not above.ended and (broken or paragraph.text[:1].islower())
    deeper = paragraph.left > opener.left + DEEPER
    goes_on = above.text.rstrip().endswith((":", ";", "; and", "; or", "whereby", "namely"))
    return deeper and not next_of(opener, paragraph) and goes_on
