"""Decisions told in sentences: "it was resolved to", "agreed unanimously", "the work programme was noted"."""

import re
from collections.abc import Iterator, Sequence

from corpus.counts import inline_vote
from corpus.decided import DEEPER, Decision, Stretch
from corpus.listed import listed
from corpus.motions_carried import MOVED_THAT, PUT
from corpus.paragraphs import Paragraph
from corpus.phrases_decided import (
    A_BODY,
    ALONE_PROSE,
    AS_DECIDED,
    ASKED_AND_AGREED,
    COUNTED,
    DECIDING,
    DID,
    FORMAL_PROSE,
    NOT_DECIDED,
    NOT_OURS,
    OPENING_PROSE,
    PLAIN_DECISIONS,
    PROPOSERS,
    PROSE_DECISIONS,
    SUGGESTED,
)
from corpus.phrasing import opening, pattern, says, spaced
from corpus.rows import folded
from corpus.sentences import sentence_end, sentences
from corpus.stems import Stem

NAMED = 16  # words from which a sentence says more than who put a motion
SHORT = 6  # words from which a sentence says by itself what was agreed
INITIALS = 2  # words of a cell that says who is to act
_BEGUN = re.compile(r"\bfollowing\b[^:]{0,60}:\s?[-–—]?\s+(?=\S)")
_AGREED_SO = re.compile(
    r"(?:all )?(?:the )?(?:councillors|members)(?: present)? were (?P<content>content) with (?:this|the proposal)\b|"
    r"(?:this|it|the (?:motion|proposal)) was (?:then |duly |unanimously )?"
    r"(?P<verb>agreed|approved|carried|passed|accepted)\b"
    r"|(?:and )?(?:unanimously )?(?P<alone>agreed|approved|carried|passed|accepted)"
    r"(?: unanimously| nem\.? con\.?| by \w+ votes?(?: to \w+)?(?:,? with \w+ abstentions?)?)?"
    r"(?: and (?:duly )?signed by the \w+)?\W*$",
    re.IGNORECASE,
)
_LEANS = re.compile(  # on the sentence before it, which says what was proposed
    r"(?:this|it|the (?:motion|proposal)) (?:was|being|having been) (?:duly |then )?(?:seconded|carried|passed|put)\b"
    r"|this was (?:unanimously )?(?:approved|agreed|accepted) by\b"
    r"|(?:\w[\w.'’-]* ){1,4}(?:then )?seconded(?: (?:this|it|the (?:motion|proposal))\b"
    r"|,? and (?:this|it|the|unanimously|carried|agreed)\b)"
    r"|(?:with|there being) no (?:other|further) nominations?\b[^.]*\b(?:elected|appointed)\W*$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:all|unanimous(?:ly)?|was|were)?\s*(?P<verb>carried|agreed|approved|passed|in favour)\b", re.IGNORECASE
)
_MOTION_CARRIED = re.compile(
    r"the (?:original )?(?:motion|proposal) was (?:then )?put (?:to the (?:meeting|vote|council) )?"
    r"and (?:was )?(?:declared )?carried",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[‘“\"']?that\s", re.IGNORECASE)
_SAYS_WHAT = re.compile(r"\b(?:that|to|a|an|the motion)\b", re.IGNORECASE)
_COMPLETE = re.compile(  # says by itself what was agreed: "Resolved to pay.", "Payments of £1,204 were approved."
    rf"{spaced(A_BODY)}\s+(?:noted|received|approved|endorsed|adopted)\s+(?:the|its|their)\s+\w"
    r"|(?:resolved|agreed)\s+(?:to|that)\s"
    r"|(?!(?:this|that|these|those|it|they|all|both|which|the\s+(?:motion|proposal|resolution|lower|lowest|higher|first"
    r"|second|third|former|latter|cheaper|same))\b)\w[\w ,£.’'-]*?\s(?:was|were)\b",
    re.IGNORECASE,
)


def unanimous(paragraphs: Sequence[Paragraph], place: int, taken: set[int]) -> Iterator[Decision]:
    """Return what "Agreed unanimously." agrees to: the proposal above it, unless a resolution follows."""
    if place - 1 in taken or place + 1 in taken:
        return
    match = MOVED_THAT.search(paragraphs[place - 1].text)
    if match is not None:
        start, whole = paragraphs[place - 1].offset, paragraphs[place - 1].text
        text = Stretch(place - 1, match.end(), sentence_end(whole, match.end()))
        verb = "resolved" if "resolved" in paragraphs[place].text.lower() else "agreed"
        yield Decision(None, verb, (text,), (Stretch(place - 1, start, match.end()),))


def carried_motion(paragraphs: Sequence[Paragraph], place: int) -> Decision | None:
    """Return the words of a motion that stand alone between who put it and how it ended, where it was carried.

    Example: "Proposed – Mr Hay Seconded – Ms Orr", "‘That the bills be paid’", "All in favour".
    """
    if not 0 < place < len(paragraphs) - 1 or _WORDS.match(paragraphs[place].text) is None:
        return None
    above, below = paragraphs[place - 1].text, paragraphs[place + 1]
    if opening(PROPOSERS).match(above) is None or not says(PUT, above) or len(above.split()) >= NAMED:
        return None
    text = (Stretch(place, paragraphs[place].offset, len(paragraphs[place].text)),)
    ended = _ENDED.match(below.text) if len(below.text.split()) < SHORT else None
    if ended is not None:
        return Decision(None, ended["verb"].lower(), text, ())
    vote = inline_vote(below)
    tally = {one.side: one.printed or 0 for one in vote.tallies} if vote is not None else {}
    return Decision(None, "carried", text, ()) if tally.get("for", 0) > tally.get("against", 0) else None


def told_in(paragraph: Paragraph, place: int, formal: bool, *, alone: bool = False) -> list[Decision]:
    """Return the sentences of a paragraph that tell of a decision; ``alone``: nothing else of its item does."""
    found: list[Decision] = []
    last: tuple[int, int] | None = None
    moved: tuple[int, int] | None = None  # the last sentence that moved something
    for start, end in ((0, _said_until(paragraph)),) if paragraph.table else sentences(paragraph.text):
        begin = max(start, paragraph.offset)
        sentence = paragraph.text[begin:end]
        before = paragraph.text[slice(*last)] if last is not None and last[1] >= begin - 3 else ""
        verb, leans = _told(sentence, before, start == 0, formal)
        if verb is None and alone and not says(NOT_DECIDED, sentence):
            verb = _verb((*ALONE_PROSE, *ASKED_AND_AGREED) if start == 0 else ASKED_AND_AGREED, sentence)
        if verb is None and moved is not None and _MOTION_CARRIED.match(sentence) is not None:
            found.append(Decision(None, "carried", (Stretch(place, *moved),), ()))
            moved = None
        elif says(PUT, sentence) and says(r"\bthat\b", sentence) and not says(r"\bamendment\b", sentence):
            moved = (begin, end) if verb is None else None
        if leans and last is not None:  # "All agreed." says what only with the sentence before it
            begin = last[0]
            if verb is not None:
                verb = next((part.verb for part in found if part.text[0].start == begin), verb)
                found = [part for part in found if part.text[0].start != begin]
        if verb is not None:
            found.append(Decision(None, verb, (Stretch(place, begin, end),), ()))
        last = (begin, end)
    return found


def _told(sentence: str, before: str, opens: bool, formal: bool) -> tuple[str | None, bool]:
    """Return the verb of a decision that a sentence tells, and whether it leans on the sentence before it."""
    so = _AGREED_SO.match(sentence) if before else None
    if so is not None and _put(before, sentence):
        return (so["verb"] or so["alone"] or so["content"]).lower(), True
    if before and _is_proposers(sentence):
        did = pattern(DID).match(before)
        ended = _ENDED.search(sentence)
        return ((did or ended)["verb"].lower() if ended is not None else None), True
    if before and pattern(COUNTED).fullmatch(sentence.strip()):
        return None, True
    sentence = pattern(AS_DECIDED).sub("", sentence)
    verb = _verb(PLAIN_DECISIONS, sentence) or _verb(FORMAL_PROSE if formal else PROSE_DECISIONS, sentence)
    if verb is None and opens:
        verb = _verb(OPENING_PROSE, sentence)
    others = not formal and says(NOT_OURS, sentence)
    undecided = verb is None or (not verb.startswith("not ") and says(NOT_DECIDED, sentence))
    if verb is None or others or undecided or sentence.rstrip().endswith("?"):
        return None, False
    short = len(sentence.split()) < SHORT and _COMPLETE.match(sentence) is None
    return verb, bool(before) and (short or _LEANS.match(sentence) is not None)


def _is_proposers(sentence: str) -> bool:
    """Say whether a sentence names who put what the one before it says: "Prop Cllr Ash, sec Cllr Fenn, carried."."""
    named = opening(PROPOSERS).match(sentence) is not None and not _SAYS_WHAT.search(sentence)
    return named and len(sentence.split()) < NAMED


def _put(proposal: str, outcome: str) -> bool:
    """Say whether a sentence was put to the meeting, to which "This was agreed." agrees."""
    if says(r"\bapolog(?:y|ies)\b", proposal):
        return says(r"\baccepted\b", outcome)
    return says(PUT, proposal) or (len(outcome.split()) < SHORT and says(SUGGESTED, proposal))


def _said_until(row: Paragraph) -> int:
    """Return where the words of a row end: before a last cell of a word or two, who is to act."""
    cells = row.rows[0].line.cells
    start = row.rows[0].line.start
    if len(cells) > 1 and len(row.text[cells[-1][0] - start :].split()) <= INITIALS:
        return len(row.text[: cells[-1][0] - start].rstrip())
    return len(row.text)


def told_list(paragraphs: Sequence[Paragraph], place: int, told: list[Decision]) -> tuple[list[Decision], int]:
    """Return decisions told, the last with the list that it announces: "it was agreed that the following be paid:"."""
    if not told:
        return told, place + 1
    last = told[-1].text[0]
    begun = _BEGUN.search(paragraphs[place].text, last.start, last.end)
    if begun is not None and last.end == len(paragraphs[place].text):
        parts, after = _line_by_line(
            paragraphs, place, told[-1].verb, Stretch(place, last.start, begun.end()), last.end
        )
        return ([*told[:-1], *parts], after) if after > place + 1 else (told, place + 1)
    if not re.search(r":\s*[-–—]?\s*$", paragraphs[place].text):
        return told, place + 1
    if last.end < len(paragraphs[place].text):
        return told, place + 1
    stem = Stem(told[-1].verb, last.start, last.end, weak=True)
    parts, after = listed(paragraphs, place, stem, (last,), None)
    return ([*told[:-1], *parts], after) if parts else (told, place + 1)


def _line_by_line(
    paragraphs: Sequence[Paragraph], place: int, verb: str, lead: Stretch, end: int
) -> tuple[list[Decision], int]:
    """Return a list that begins on the line that announces it and goes on, indented, a line an entry."""
    opener = paragraphs[place]
    parts = [Decision(None, verb, (Stretch(place, lead.end, end),), (lead,))]
    after = place + 1
    while after < len(paragraphs):
        paragraph = paragraphs[after]
        if paragraph.gap or paragraph.bold or paragraph.table or paragraph.left < opener.left + DEEPER:
            break
        parts.append(Decision(None, verb, (Stretch(after, paragraph.offset, len(paragraph.text)),), (lead,)))
        after += 1
    return parts, after


def _verb(phrases: Sequence[str], sentence: str) -> str | None:
    lowered = " ".join(sentence.lower().split())
    if not any(word in lowered for word in DECIDING):
        return None  # most sentences of a debate: they are spared the patterns
    for phrase in phrases:
        match = pattern(phrase).search(sentence)
        if match is not None:
            said = next(value for name, value in match.groupdict().items() if value)
            return folded(said).lower()
    return None
