"""What is quoted of one place, as the reader finds it to answer: the best words first, those far behind left out.

A minute's parts and the entries of a list are found together. "When is it to come back" is answered by one of four
resolutions, and read by itself each says whether it does.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from index.context import encoded
from search.compose import Quoted, Section
from search.minutes import APPLICATION
from search.reading import OF_THE_ONE_BEFORE, read_words

FAR = 3.0  # of the reader's score, behind the best words of a place: not quoted beside them
AHEAD = 1.0  # of it, by which other words, or another place, must answer better to be told before what was found first
MOST = 8  # words read of one place, some 10 ms each: what stands behind them in a long minute is left out


def sharpened(question: str, sections: Sequence[Section], *, dated: bool = False) -> tuple[Section, ...]:
    """Return the sections, the one that answers best first, and of each place its best words, none far behind them.

    What was put right, and what puts it right, stand in their order, and so do places that are ``dated``.
    """
    if len(sections) == 1 and (len(sections[0].quoted) == 1 or _of_rows(sections[0])):
        return tuple(sections)  # nothing to choose from
    made = [_sharpened(question, section) for section in sections]
    bound = dated or any(section.title in OF_THE_ONE_BEFORE for section in sections)
    if made and not bound and made[0][0] < max(score for score, _ in made) - AHEAD:
        made.sort(key=lambda one: -one[0])
    return tuple(section for _, section in made)


def _sharpened(question: str, section: Section) -> tuple[float, Section]:
    """Return a section with its best words first, and the reader's score of these."""
    quoted = _with_stems(section.quoted)
    texts = [encoded(one.passage.context, f"{one.before} {one.quote}".strip()) for one in quoted[:MOST]]
    scores = read_words(question, texts)
    best = max(scores, default=-math.inf)
    if len(quoted) < 2 or any(map(_names_one, quoted)) or _of_rows(section):
        return best, section
    kept = [(score, one) for score, one in zip(scores, quoted, strict=False) if score >= best - FAR]
    if kept[0][0] < best - AHEAD:
        kept.sort(key=lambda one: -one[0])
    return best, replace(section, quoted=tuple(_without_repeated([one for _, one in kept])))


def _names_one(quoted: Quoted) -> bool:
    """Say whether a line names one application of several, behind which stands what is decided on it.

    The heading of a whole minute stands over all that is quoted of it in any order.
    """
    named = APPLICATION.match(quoted.quote) is not None
    return named and (quoted.passage.heading or "\n") not in quoted.quote


def _of_rows(section: Section) -> bool:
    """Say whether rows of a table are quoted: read without its columns each says little."""
    return any(one.passage.kind == "table" for one in section.quoted)


def _with_stems(quoted: Sequence[Quoted]) -> list[Quoted]:
    """Return the quotations, each resolution with the stem that stands before the first of its minute's."""
    made: list[Quoted] = []
    for one in quoted:
        goes_on = made and not one.before and one.passage.kind == "decision" == made[-1].passage.kind
        same = goes_on and (one.passage.paper, one.passage.lead) == (made[-1].passage.paper, made[-1].passage.lead)
        made.append(replace(one, before=made[-1].before) if same else one)
    return made


def _without_repeated(quoted: Sequence[Quoted]) -> list[Quoted]:
    """Return the quotations, a stem that several have standing before the first of them alone."""
    made: list[Quoted] = []
    last = ""
    for one in quoted:
        made.append(replace(one, before="") if one.before and one.before == last else one)
        last = one.before if one.passage.kind == "decision" else ""
    return made
