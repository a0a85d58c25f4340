"""Minutes that no line calls so: what shows that a paper tells of one meeting that was held."""

import re
from collections.abc import Sequence

from corpus.bodies import BODY_WORD, councils_in
from corpus.dates import dates_in
from corpus.labels import label_of, lists_by_columns, member_label_of, unlabelled
from corpus.name_lists import unlabelled_lines
from corpus.paragraphs import Paragraph
from corpus.phrases import CALLED_MINUTES, COVERING, KIND_NAMES, KIND_WORDS, SUMMONS
from corpus.phrases_kept import CLOSED
from corpus.phrasing import pattern, says
from corpus.rows import folded
from corpus.stems import stem_of
from corpus.titles import has_fields
from corpus.told import told_in
from corpus.types import Paper

HEADING = 6  # paragraphs at the head of a paper among which its body and its day stand
HEAD = 260  # letters there in which a paper says what else it is
LISTED = 40  # paragraphs among which those who were there are listed
DECIDED = 2  # decisions set off or told: fewer may be told of another meeting
FIELDS = 2  # of the head of a report: more and it is one
LONGEST_CLOSE = 200  # letters of the line that says when a meeting ended

_ABSENT = re.compile(  # no agenda says so
    r"(?:\d{1,3}[.)]?\s+)?(?:apologies|an apology)\b[^.:]{0,60}?"
    r"\b(?:was|were|had been)\s+(?:received|accepted|given|noted)\b",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"(?:draft|unconfirmed)\b", re.IGNORECASE)


def is_held(paper: Paper, found: Sequence[Paragraph]) -> bool:
    """Say whether a paper is the minutes of a meeting though no line of it says so.

    Its head names a body and a day and nothing that is sent out before a meeting; it lists who was there and tells of
    what was decided; and it says when the meeting ended, or its name or its head calls it minutes or a draft.
    """
    first = [paragraph for paragraph in found[:LISTED] if paragraph.page == found[0].page]
    texts = [folded(paragraph.text) for paragraph in first]
    name = re.sub(r"[_.]+", " ", paper.name.rsplit(".", 1)[0]).lower()
    if _is_something_else(name, texts) or has_fields(first) > FIELDS or not _names_meeting(texts[:HEADING]):
        return False
    called = says(CALLED_MINUTES, name) or any(_DRAFT.match(text) for text in texts[:HEADING])
    return (called or _ended(found)) and _lists_those_there(first) and _decides(found)


def _is_something_else(name: str, texts: Sequence[str]) -> bool:
    """Say whether a paper is called something else, or is sent out before a meeting."""
    named = not says(CALLED_MINUTES, name) and any(re.search(phrase, name) for phrase, _ in KIND_NAMES)
    head = " ".join(texts)[:HEAD]
    worded = any(says(phrase, head) for phrase, _ in KIND_WORDS)
    return named or worded or any(says(SUMMONS, text) for text in texts) or says(COVERING, " ".join(texts))


def _names_meeting(texts: Sequence[str]) -> bool:
    """Say whether the head of a paper names a body and the day of a meeting."""
    head = " ".join(texts)
    named = BODY_WORD.search(head) is not None or bool(councils_in(head))
    return named and any(dated.full is not None for dated in dates_in(head))


def _lists_those_there(first: Sequence[Paragraph]) -> bool:
    """Say whether people are listed as there, as having sent apologies, or as nothing but names."""
    for paragraph in first:
        label = label_of(paragraph.text)
        if (label is not None and label.role != "substitute") or unlabelled(paragraph.text):
            return True
        if _ABSENT.match(paragraph.text) is not None:
            return True
        members = member_label_of(paragraph.text)
        if (members is not None and not members.alone) or lists_by_columns(paragraph.text):
            return True
    return unlabelled_lines(first) is not None


def _decides(found: Sequence[Paragraph]) -> bool:
    """Say whether enough was decided: under formal words, or in sentences that tell of it."""
    decided = 0
    for place, paragraph in enumerate(found):
        stem = stem_of(paragraph)
        set_off = stem is not None and stem.formal and not stem.weak
        decided += set_off or bool(told_in(paragraph, place, formal=False))
        if decided >= DECIDED:
            return True
    return False


def _ended(found: Sequence[Paragraph]) -> bool:
    return any(len(one.text) < LONGEST_CLOSE and pattern(*CLOSED).search(one.text) is not None for one in found)
