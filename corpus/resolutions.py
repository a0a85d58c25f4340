"""Resolutions: the parts of what a meeting decided, told from what was only moved, proposed or discussed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.marks import Mark, begins, follows, mark_of
from corpus.paragraphs import Paragraph
from corpus.phrases import (
    CLOSED,
    CONFIRMS,
    EFFECTS,
    MOTION,
    NOT_DECIDED,
    PLAIN_DECISIONS,
    PROSE_DECISIONS,
    STEM_AFTER,
    STEM_BEFORE,
    STEM_VERBS,
    UNANIMOUS,
)
from corpus.phrasing import pattern, says, spaced
from corpus.rows import folded
from corpus.schedules import scheduled
from corpus.sentences import sentences
from corpus.series import is_heading
from corpus.votes import side_of

_ANY = "|".join(sorted(STEM_VERBS, key=len, reverse=True))
_CAPITALS = _ANY.upper()
_QUOTE = r"[“\"‘']?"
_STEM = re.compile(
    rf"(?P<before>(?:^|(?<=[\s“\"])){spaced(STEM_BEFORE)})(?P<verb>{_CAPITALS})(?P<after>{spaced(STEM_AFTER)})"
    rf"(?P<colon>\s*[:;–—-]+|\s*\.(?=\s*$))?\s*(?P<that>(?:[Tt]hat|THAT)\b)?(?:\s*[:,](?=\s))?",
)
_LED = re.compile(
    rf"^(?P<before>{spaced(STEM_BEFORE)})(?P<verb>{_ANY})(?P<after>{spaced(STEM_AFTER)})"
    rf"(?:(?P<colon>\s*(?::|\s[–—-](?=\s)))\s*(?P<that>that\b)?|\s+(?P<that2>that\b)|\s*(?P<end>$))",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:it was|(?:the )?(?:council|committee|cabinet|panel|board|sub-committee|commission|executive|members"
    r"|councillors))"
    r"\s+(?:\w+\s+)?(?P<verb>resolved|agreed|decided)\s*(?:that|to)?\s*(?:the following)?\s*:\s*$",
    re.IGNORECASE,
)
_INLINE_MARK = re.compile(r"(?<=\s)(?:\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})\)|[a-z]\.|\d{1,2}\.)\s+(?=[A-Z“t])")
_OPENS_TEXT = re.compile(rf"{_QUOTE}(?:that|to)\b", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:propos|mov)ed\b.*?\bsecond(?:ed)?\b[^.]{0,80}?(?:,\s*)?\bthat\b[:\s]*", re.IGNORECASE | re.DOTALL
)
_CONFIRMING = frozenset({"confirmed", "approved", "agreed", "accepted", "signed", "adopted"})
_LEVEL = 14.0  # points within which items of one list begin, page to page
_DEEPER = 8.0  # points of indent that show a paragraph stands under another


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text of one paragraph of a minute."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Decision:
    """One part of what was decided, by paragraphs of its minute."""

    marker: str | None
    verb: str
    text: tuple[Stretch, ...]
    stem: tuple[Stretch, ...]
    heading: str | None = None  # a heading inside the minute that it stands under


@dataclass(frozen=True, slots=True)
class Stem:
    """The words that make a decision of what follows them."""

    verb: str
    start: int
    end: int  # where the decision's words begin
    weak: bool = False  # told in running words, and a stem only by the list under it
    formal: bool = True  # in capitals, or with a colon: the habit of a council that sets its decisions off


def stem_of(paragraph: Paragraph) -> Stem | None:
    """Return the stem in a paragraph, None where it has none."""
    text = paragraph.text
    if paragraph.table:
        return None
    for match in _STEM.finditer(text):
        if paragraph.capitals and not match["colon"] and len(paragraph.words.split()) > 5:
            continue
        if (
            match["colon"]
            or match["that"]
            or match.end() >= len(text) - 1
            or text[match.end() : match.end() + 3].lower() == "to "
        ):
            return _stem(match, paragraph, match["colon"], match["that"])
        if match["verb"] in {"RESOLVED", "AGREED", "RECOMMENDED"} and not text[match.end() :].strip().isupper():
            return _stem(match, paragraph, match["colon"], match["that"])
    led = _LED.match(text[paragraph.offset :])
    if led is not None and not (led["end"] is not None and not paragraph.bold):
        if led["verb"].lower() in {"noted", "approved", "determined"} and not led["colon"]:
            return None
        shift = paragraph.offset
        end = shift + (led.start("that") if led["colon"] and led["that"] else led.end())
        formal = bool(led["colon"]) or led["verb"].isupper() or paragraph.bold
        return Stem(_kept(led["verb"]), shift + led.start("verb"), end, formal=formal)
    bound = _BOUND.search(text)
    if bound is not None and not says(NOT_DECIDED, text):
        return Stem(bound["verb"].lower(), paragraph.offset, len(text), weak=True)
    return None


def _stem(match: re.Match[str], paragraph: Paragraph, colon: str | None, that: str | None) -> Stem:
    end = match.start("that") if colon and that else match.end()
    return Stem(_kept(match["verb"]), max(match.start("before"), paragraph.offset), end)


def _kept(verb: str) -> str:
    """Return a formal word as it is kept: in small letters, in the singular."""
    return verb.lower().replace("decisions", "decision")


def is_formal(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether minutes set their decisions off with stems such as "RESOLVED"."""
    stems = [stem for paragraph in paragraphs if (stem := stem_of(paragraph)) is not None and not stem.weak]
    return len(stems) > 2 or any(stem.formal for stem in stems)


def decisions(paragraphs: Sequence[Paragraph], formal: bool) -> tuple[Decision, ...]:
    """Return the parts of what a minute's paragraphs decide, in order."""
    found: list[Decision] = []
    moved = motions(paragraphs)
    index = 0
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        stem = None if index in moved else stem_of(paragraph)
        if stem is not None and not (stem.weak and formal):
            parts, index = _resolved(paragraphs, index, stem)
            found += parts
            continue
        index += 1
    for verb, head, (first, last), cells in scheduled(paragraphs):
        text = tuple(Stretch(place, start, end) for place, start, end in cells)
        found.append(Decision(None, verb, text, (Stretch(head, first, last),)))
    taken = {stretch.paragraph for decision in found for stretch in (*decision.text, *decision.stem)}
    confirmed = any(says(CONFIRMS, paragraphs[part.paragraph].text) for decision in found for part in decision.text)
    resolved = bool(taken)
    for place, paragraph in enumerate(paragraphs):
        if place in taken or place in moved or (paragraph.table and formal):
            continue
        if pattern(UNANIMOUS).fullmatch(folded(paragraph.text).strip(" .")) and place:
            found += _unanimous(paragraphs, place, taken)
            continue
        told = _told(paragraph, place, formal)
        if formal and resolved:  # then a sentence of prose decides only what has no stem: confirming the minutes
            told = [part for part in told if part.verb in _CONFIRMING and not confirmed]
        listed, after = _told_list(paragraphs, place, told)
        taken |= set(range(place + 1, after))
        found += listed
    found = [decision for decision in found if _filled_in(paragraphs, decision)]
    return tuple(sorted(found, key=lambda decision: (decision.text[0].paragraph, decision.text[0].start)))


def _filled_in(paragraphs: Sequence[Paragraph], decision: Decision) -> bool:
    """Say whether a decision has words: a form printed beforehand that nobody filled in decides nothing."""
    text = " ".join(paragraphs[part.paragraph].text[part.start : part.end] for part in decision.text)
    return re.search(r"[^\W\d_]{2}", text) is not None and re.search(r"_{4}|\.{8}|…{4}", text) is None


def motions(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return the paragraphs that give the words of a motion or of an amendment."""
    inside: set[int] = set()
    index = 0
    while index < len(paragraphs):
        text = folded(paragraphs[index].text)
        if not says(MOTION, text[:700]):
            index += 1
            continue
        opener = paragraphs[index]
        quoted = text.count("“") > text.count("”")
        if not quoted and not re.search(r"(?:that|:)\s*[“\"]?$", text):
            index += 1
            continue
        inside.add(index)
        index += 1
        while index < len(paragraphs):
            paragraph = paragraphs[index]
            if _next_of(opener, paragraph) or side_of(paragraph.text) is not None:
                break
            stem = stem_of(paragraph)
            if stem is not None and not stem.weak and not quoted and not paragraph.text.lstrip().startswith(("“", '"')):
                break
            inside.add(index)
            index += 1
            closing = paragraph.text.count("”") - paragraph.text.count("“")
            quoted = quoted or "“" in paragraph.text
            if quoted and (closing > 0 or (closing == 0 and paragraph.text.rstrip().endswith("”"))):
                break
    return frozenset(inside)


def _next_of(opener: Paragraph, paragraph: Paragraph) -> bool:
    """Say whether a paragraph is the next of the numbered paragraphs that another stands among."""
    if opener.mark is None or paragraph.mark is None or opener.mark.style == "•":
        return False
    return follows(opener.mark, paragraph.mark) and abs(opener.left - paragraph.left) < 3 * _LEVEL


def _resolved(paragraphs: Sequence[Paragraph], index: int, stem: Stem) -> tuple[list[Decision], int]:
    """Return the decisions under a stem, and the paragraph after them."""
    paragraph = paragraphs[index]
    text = paragraph.text
    words = text[stem.end :].strip()
    lead = Stretch(index, stem.start, stem.end)
    if stem.weak:
        return _listed(paragraphs, index, stem, (lead,), None)
    if not words:
        return _listed(paragraphs, index, stem, (lead,), None)
    first = mark_of(words)
    if first is not None and first.style != "•":
        parts = _inline_parts(text, text.index(words, stem.end), first, index, stem.verb, lead)
        more, after = _listed(paragraphs, index, stem, (lead,), parts[-1], first)
        return [*parts[:-1], *more], after
    if (
        words.endswith((":", ":-", ": -"))
        or (len(words) < 90 and re.search(r"\b(?:to|that|the following)$", words))
        or _announces(paragraphs, index, words)
    ):
        introduced = Stretch(index, stem.start, len(text))
        parts, after = _listed(paragraphs, index, stem, (introduced,), None)
        if parts:
            return parts, after
    whole = Decision(None, stem.verb, (Stretch(index, stem.end, len(text)),), (lead,))
    after = index + 1
    while after < len(paragraphs) and _runs_on(paragraphs, after, paragraph):
        whole = Decision(None, stem.verb, (*whole.text, Stretch(after, 0, len(paragraphs[after].text))), whole.stem)
        after += 1
    return [whole], after


def _inline_parts(text: str, start: int, first: Mark, index: int, verb: str, lead: Stretch) -> list[Decision]:
    """Return the parts that stand in one paragraph: "(i) That A, and (ii) That B"."""
    places = [(start, first)]
    for match in _INLINE_MARK.finditer(text, start + first.length):
        mark = mark_of(match.group())
        if mark is not None and follows(places[-1][1], mark):
            places.append((match.start(), mark))
    ends_at = [place for place, _ in places[1:]] + [len(text)]
    return [
        Decision(mark.text, verb, (Stretch(index, place + mark.length, end),), (lead,))
        for (place, mark), end in zip(places, ends_at, strict=True)
    ]


def _announces(paragraphs: Sequence[Paragraph], index: int, words: str) -> bool:
    """Say whether a resolution ends in a list that it speaks of: "the following items should be brought forward."."""
    below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    deeper = below is not None and below.mark is not None and below.left > paragraphs[index].left + _DEEPER
    return deeper and re.search(r"\bfollowing\b|\bas follows\b", words) is not None


def _runs_on(paragraphs: Sequence[Paragraph], index: int, opener: Paragraph) -> bool:
    """Say whether a paragraph goes on with the resolution above it: broken by a page, or a list under its colon."""
    above, paragraph = paragraphs[index - 1], paragraphs[index]
    if paragraph.table or stem_of(paragraph) is not None:
        return False
    if paragraph.mark is None:
        return not above.ended and paragraph.text[:1].islower()
    deeper = paragraph.left > opener.left + _DEEPER
    return deeper and not _next_of(opener, paragraph) and (above.text.rstrip().endswith((":", ";", "; and", "; or")))


def _listed(
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
        if _stops(opener, paragraph):
            break
        if paragraph.mark is not None:
            if (
                last is None
                and not again
                and (parts or not (begins(paragraph.mark) or paragraph.left > opener.left + _DEEPER))
            ):
                break
            level = left is None or abs(paragraph.left - left) < _LEVEL
            if (
                last is None
                or (level and (_alike(last, paragraph.mark) or follows(last, paragraph.mark)))
                or (left is None and follows(last, paragraph.mark))
            ):
                parts.append(Decision(_printed(paragraph.mark), stem.verb, (here,), (*lead, *under)))
                last, left, again = paragraph.mark, paragraph.left, False
            elif parts and left is not None and (paragraph.left > left + _DEEPER or not level):
                parts[-1] = _with(parts[-1], Stretch(at, 0, len(paragraph.text)))
            else:
                break
        elif last is not None:
            following = paragraphs[at + 1].mark if at + 1 < len(paragraphs) else None
            continues = following is not None and (_alike(last, following) and follows(last, following))
            if continues and (is_heading(paragraph) or paragraph.text.rstrip().endswith(":")):
                under = (here,)
            elif paragraph.left > opener.left + _DEEPER and _list_ahead(paragraphs, at):
                under, last, left, again = (here,), None, None, True
            elif parts and (
                (left is not None and paragraph.left > left + _DEEPER)
                or (paragraph.text[:1].islower() and not paragraphs[at - 1].ended)
            ):
                parts[-1] = _with(parts[-1], here)
            else:
                break
        elif again:
            under = (*under, here)
        elif not _unmarked(paragraphs, at, opener, parts, bare):
            break
        elif not parts and (paragraph.text.rstrip().endswith(":") or _before_list(paragraphs, at)):
            lead = (*lead, here)
        elif parts and not paragraphs[at - 1].ended and paragraph.text[:1].islower():
            parts[-1] = _with(parts[-1], here)
        else:
            parts.append(Decision(None, stem.verb, (here,), lead))
        at += 1
    return parts, max(at, index + 1)


def _stops(opener: Paragraph, paragraph: Paragraph) -> bool:
    """Say whether a paragraph can no longer be part of the list under a stem."""
    if paragraph.table or stem_of(paragraph) is not None or side_of(paragraph.text) is not None:
        return True
    return _next_of(opener, paragraph) or says(CLOSED, paragraph.text)


def _unmarked(
    paragraphs: Sequence[Paragraph], at: int, opener: Paragraph, parts: Sequence[Decision], bare: bool
) -> bool:
    """Say whether a paragraph without a mark is one of the things decided under a stem."""
    paragraph = paragraphs[at]
    if _OPENS_TEXT.match(paragraph.text):
        return True
    if paragraph.left > opener.left + _DEEPER and abs(paragraph.left - opener.left) < 120:
        return True
    if not parts:
        return bare or opener.text.rstrip().endswith(":")
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


def _unanimous(paragraphs: Sequence[Paragraph], place: int, taken: set[int]) -> Iterator[Decision]:
    """Return what "Agreed unanimously." agrees to: the proposal above it, unless a resolution follows."""
    if place - 1 in taken or place + 1 in taken:
        return
    match = _MOVED.search(paragraphs[place - 1].text)
    if match is not None:
        start = paragraphs[place - 1].offset
        text = Stretch(place - 1, match.end(), len(paragraphs[place - 1].text))
        yield Decision(None, "agreed", (text,), (Stretch(place - 1, start, match.end()),))


def _told(paragraph: Paragraph, place: int, formal: bool) -> list[Decision]:
    """Return the sentences of a paragraph that tell of a decision."""
    found: list[Decision] = []
    last: tuple[int, int] | None = None
    for start, end in ((0, len(paragraph.text)),) if paragraph.table else sentences(paragraph.text):
        begin = max(start, paragraph.offset)
        sentence = paragraph.text[begin:end]
        verb = _verb(PLAIN_DECISIONS, sentence) or (None if formal else _verb(PROSE_DECISIONS, sentence))
        if verb is not None and not says(NOT_DECIDED, sentence) and not sentence.rstrip().endswith("?"):
            if len(sentence.split()) < 6 and last is not None and last[1] >= begin - 3:
                begin = last[0]  # "All agreed." says what only with the sentence before it
                found = [part for part in found if part.text[0].start != begin]
            found.append(Decision(None, verb, (Stretch(place, begin, end),), ()))
        last = (begin, end)
    return found


def _told_list(paragraphs: Sequence[Paragraph], place: int, told: list[Decision]) -> tuple[list[Decision], int]:
    """Return decisions told, the last with the list that it announces: "it was agreed that the following be paid:"."""
    if not told or not re.search(r":\s*[-–—]?\s*$", paragraphs[place].text):
        return told, place + 1
    last = told[-1].text[0]
    if last.end < len(paragraphs[place].text):
        return told, place + 1
    stem = Stem(told[-1].verb, last.start, last.end, weak=True)
    parts, after = _listed(paragraphs, place, stem, (last,), None)
    return ([*told[:-1], *parts], after) if parts else (told, place + 1)


def _verb(phrases: Sequence[str], sentence: str) -> str | None:
    for phrase in phrases:
        match = pattern(phrase).search(sentence)
        if match is not None:
            said = next(value for name, value in match.groupdict().items() if value)
            return folded(said).lower()
    return None


def effect_of(text: str, verb: str) -> str | None:
    """Return what a decision does, by its wording: "noted", "approved", "deferred"; None where no word says so."""
    places = [
        (match.start(), order, effect)
        for order, (phrase, effect) in enumerate(EFFECTS)
        if (match := pattern(phrase).search(text)) is not None
    ]
    if not places:
        known = {effect for _, effect in EFFECTS}
        return verb if verb in known else None
    if any(effect == "confirmed" for _, _, effect in places):
        return "confirmed"
    return min(places)[2]
