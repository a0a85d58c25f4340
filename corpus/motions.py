"""Motions: words that were moved, which decide nothing until they are carried and resolved."""

import re
from collections.abc import Sequence

from corpus.decided import LEVEL
from corpus.marks import follows
from corpus.paragraphs import Paragraph
from corpus.phrases_decided import MOTION, MOVED_AND_QUOTED
from corpus.phrasing import says
from corpus.rows import folded
from corpus.stems import stem_of
from corpus.votes import side_of


def motions(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return the paragraphs that give the words of a motion or of an amendment."""
    inside: set[int] = set()
    index = 0
    while index < len(paragraphs):
        text = folded(paragraphs[index].text)
        told = says(MOTION, text[:700])
        if not told and not _quoted_below(paragraphs, index):
            index += 1
            continue
        opener = paragraphs[index]
        quoted = text.count("“") > text.count("”")
        stem = stem_of(opener)
        if stem is not None and stem.formal and stem.verb == "resolved" and not quoted:
            index += 1  # "Proposed by Mr Hay, seconded by Ms Orr, it was RESOLVED that:"
            continue
        if not quoted and not re.search(r"(?:that|:)\s*[“\"]?$", text):
            index += 1
            continue
        inside.add(index)
        index += 1
        while index < len(paragraphs):
            paragraph = paragraphs[index]
            if next_of(opener, paragraph) or side_of(paragraph.text) is not None:
                break
            stem = stem_of(paragraph)
            if stem is not None and not stem.weak and not quoted and not paragraph.text.lstrip().startswith(("“", '"')):
                break
            inside.add(index)
            index += 1
            closing = paragraph.text.count("”") - paragraph.text.count("“")
            quoted = quoted or "“" in paragraph.text
            if not told and paragraph.text.startswith('"') and paragraph.text.rstrip().endswith('"'):
                break
            if quoted and (closing > 0 or (closing == 0 and paragraph.text.rstrip().endswith("”"))):
                break
    return frozenset(inside)


def _quoted_below(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether who moved and who seconded is told before a colon, and the words stand in quotation marks below."""
    below = paragraphs[index + 1].text.lstrip() if index + 1 < len(paragraphs) else ""
    return below[:1] in {"“", '"'} and says(MOVED_AND_QUOTED, folded(paragraphs[index].text))


def next_of(opener: Paragraph, paragraph: Paragraph) -> bool:
    """Say whether a paragraph is the next of the numbered paragraphs that another stands among."""
    if opener.mark is None or paragraph.mark is None or opener.mark.style == "•":
        return False
    return follows(opener.mark, paragraph.mark) and abs(opener.left - paragraph.left) < 3 * LEVEL
