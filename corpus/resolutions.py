"""Resolutions: the parts of what a meeting decided, told from what was only moved, proposed or discussed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from corpus.decided import DEEPER, Decision, Stretch
from corpus.listed import carried, listed
from corpus.marks import Mark, follows, mark_of
from corpus.motions import motions, next_of
from corpus.motions_carried import motion_carried
from corpus.paragraphs import Paragraph
from corpus.phrases import (
    BODY_ALONE,
    CARRIES_LIST,
    CONFIRMS,
    DID,
    EFFECTS,
    PAYMENTS_HEAD,
    RECOMMENDED,
    STEM_VERBS,
    UNANIMOUS,
)
from corpus.phrasing import pattern, says
from corpus.rows import folded
from corpus.schedules import scheduled
from corpus.sentences import sentence_end
from corpus.stems import ANEW, Stem, stem_of
from corpus.told import carried_motion, told_in, told_list, unanimous

_INLINE_MARK = re.compile(r"(?<=\s)(?:\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})\)|[a-z]\.|\d{1,2}\.)\s+(?=[A-Z“t])")
_NEXT_PART = re.compile(  # "…; and (3) a further report": told from "as in (2) above" by the stop before it
    r"(?:(?<=[;.,:]\s)|(?<=[;.,:]\sand\s)|(?<=[;.,:]\sor\s))\((?:[ivx]{1,4}|[a-z]|\d{1,2})\)\s+(?=[a-z£\d])"
)
_TO_WHOM = re.compile(r"\([^()]{2,40}\)")
_UNENDED = re.compile(r"\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)\s*$")  # "… the Executive Member for"
_CLOSED = re.compile(
    r"\s+The meeting (?:was )?(?:closed|ended|finished|rose|concluded)\b[^.]{0,40}(?:\.\d\d)?[^.]{0,20}\.?\s*$"
)
_SUM = re.compile(r"£\s?[\d,.]+\W*")
_THAT = re.compile(r"\s*that\s*[:–-]?\s*(?=\()", re.IGNORECASE)
_AND_NOTED = re.compile(r"and (?:duly )?(?:noted|received|accepted)\b\W*", re.IGNORECASE)
_CARRIED = re.compile(r"(?:motion )?carried\s*[:–-]\s*.{0,20}\d.*", re.IGNORECASE)  # "CARRIED: 5 for 2 abstentions"
_NO_COLUMN: Mapping[int, str] = MappingProxyType({})
_SETTLED = frozenset({"resolved", "agreed", "decided", "determined"})
_CONFIRMING = frozenset({"confirmed", "approved", "agreed", "accepted", "signed", "adopted"})


def decisions(
    paragraphs: Sequence[Paragraph], formal: bool, column: Mapping[int, str] = _NO_COLUMN
) -> tuple[Decision, ...]:
    """Return the parts of what a minute's paragraphs decide, in order.

    ``column`` names those that stood in the column of a table that gives what was decided, each with its verb.
    """
    found: list[Decision] = [
        Decision(None, _own_verb(paragraphs[place], verb), (Stretch(place, 0, len(paragraphs[place].text)),), ())
        for place, verb in column.items()
        if stem_of(paragraphs[place]) is None
    ]
    given = {decision.text[0].paragraph for decision in found}
    moved = motions(paragraphs) | given
    set_off = any(
        stem.formal and not stem.weak
        for place, paragraph in enumerate(paragraphs)
        if place not in moved and (stem := stem_of(paragraph)) is not None
    )
    index = 0
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        stem = None if index in moved else stem_of(paragraph)
        if (
            stem is not None
            and set_off
            and not stem.formal
            and stem.verb == "agreed"
            and not _under_stem(paragraphs, index)
        ):
            stem = None  # "Members agreed that …", talked of before what the item resolves
        if stem is not None and not (stem.weak and formal):
            parts, after = _resolved(paragraphs, index, stem)
            found += [_by_its_own_verb(paragraphs, part) for part in parts] if stem.verb == "decision" else parts
            if parts and after == index + 1 and parts[-1].text[-1].end < len(paragraph.text):
                rest = parts[-1].text[-1].end  # sentences that go on after what was agreed may tell of more
                found += [part for part in told_in(paragraph, index, formal) if part.text[0].start >= rest]
            index = after
            continue
        if stem is None and _CARRIED.fullmatch(paragraph.text) and _is_motion(paragraphs, index + 1):
            that = Stretch(index + 1, 0, len(paragraphs[index + 1].text))
            found.append(Decision(None, "carried", (that,), (Stretch(index, 0, len(paragraph.text)),)))
            index += 2
            continue
        quoted = carried_motion(paragraphs, index) if not set_off else None
        if quoted is not None:
            found.append(quoted)
            index += 2
            continue
        if stem is None and index not in moved and pattern(BODY_ALONE).fullmatch(paragraph.text.strip()):
            parts, index = _done(paragraphs, index)
            found += parts
            continue
        index += 1
    for verb, head, (first, last), cells in scheduled(paragraphs):
        text = tuple(Stretch(place, start, end) for place, start, end in cells)
        found.append(Decision(None, verb, text, (Stretch(head, first, last),)))
    taken = {stretch.paragraph for decision in found for stretch in (*decision.text, *decision.stem)}
    if not set_off:
        taken |= {place + 1 for place in range(len(paragraphs)) if carried_motion(paragraphs, place) is not None}
    confirmed = any(says(CONFIRMS, paragraphs[part.paragraph].text) for decision in found for part in decision.text)
    resolved = bool(taken)
    for place, paragraph in enumerate(paragraphs):
        if place in taken or place in moved or (paragraph.table and formal):
            continue
        if pattern(UNANIMOUS).fullmatch(folded(paragraph.text).strip(" .")) and place:
            found += unanimous(paragraphs, place, taken)
            continue
        told = told_in(paragraph, place, formal, alone=not resolved)
        if formal and resolved:  # then a sentence of prose decides only what has no stem: confirming the minutes
            told = [part for part in told if (part.verb in _CONFIRMING and not confirmed) or _opens(paragraph, part)]
        parts, after = told_list(paragraphs, place, told)
        taken |= set(range(place + 1, after))
        found += parts
    found = found or list(motion_carried(paragraphs))
    found = [
        _recommending(paragraphs, part)
        for decision in found
        if _filled_in(paragraphs, decision)
        for part in _parted(paragraphs, decision)
    ]
    return tuple(sorted(found, key=lambda decision: (decision.text[0].paragraph, decision.text[0].start)))


def _opens(paragraph: Paragraph, part: Decision) -> bool:
    """Say whether a paragraph opens with the word that decides: "Resolved to carry this forward."."""
    start = part.text[0].start
    return start <= paragraph.offset and paragraph.text[start:].lower().startswith("resolved")


def _is_motion(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a paragraph gives the words of a motion, under how it ended: "THAT the minutes be accepted"."""
    return index < len(paragraphs) and re.match(r"that\s", paragraphs[index].text, re.IGNORECASE) is not None


def _under_stem(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a paragraph stands right under a stem alone on its line: "Decision", and then a sentence."""
    stem = stem_of(paragraphs[index - 1]) if index else None
    return stem is not None and stem.formal and not paragraphs[index - 1].text[stem.end :].strip()


def _own_verb(paragraph: Paragraph, verb: str) -> str:
    """Return the verb of a cell that is one word, "Noted.", and that of its column for any other."""
    word = folded(paragraph.text).strip(" .").lower()
    return word if word in STEM_VERBS else verb


def _done(paragraphs: Sequence[Paragraph], index: int) -> tuple[list[Decision], int]:
    """Return what a body did, listed under its name alone, each under the verb that it begins with."""
    stem = Stem("", paragraphs[index].offset, len(paragraphs[index].text), weak=True)
    parts, after = listed(paragraphs, index, stem, (Stretch(index, stem.start, stem.end),), None)
    verbs = [pattern(DID).match(_words(paragraphs, part)) for part in parts]
    if not parts or not all(verbs):
        return [], index + 1
    return [replace(part, verb=verb["verb"].lower()) for part, verb in zip(parts, verbs, strict=True) if verb], after


def _by_its_own_verb(paragraphs: Sequence[Paragraph], part: Decision) -> Decision:
    """Return a part of a list under "Decision" with the verb that it begins with: "2. requested that …"."""
    did = pattern(DID).match(_words(paragraphs, part)) if part.marker is not None else None
    return replace(part, verb=did["verb"].lower()) if did is not None else part


def _recommending(paragraphs: Sequence[Paragraph], part: Decision) -> Decision:
    """Return a part with the verb that says what it does where it was resolved, or agreed, to recommend."""
    led = " ".join(paragraphs[one.paragraph].text[one.start : one.end] for one in part.stem)
    recommends = pattern(RECOMMENDED).search(f"{led} {_words(paragraphs, part)}") if part.verb in _SETTLED else None
    return replace(part, verb="recommended") if recommends is not None else part


def _words(paragraphs: Sequence[Paragraph], decision: Decision) -> str:
    return " ".join(paragraphs[part.paragraph].text[part.start : part.end] for part in decision.text)


def _filled_in(paragraphs: Sequence[Paragraph], decision: Decision) -> bool:
    """Say whether a decision has words: a form printed beforehand that nobody filled in decides nothing."""
    text = _words(paragraphs, decision)
    if pattern(PAYMENTS_HEAD).fullmatch(text.strip()):
        return False
    return re.search(r"[^\W\d_]{2}", text) is not None and re.search(r"_{4}|\.{8}|…{4}", text) is None


def _resolved(paragraphs: Sequence[Paragraph], index: int, stem: Stem) -> tuple[list[Decision], int]:
    """Return the decisions under a stem, and the paragraph after them."""
    paragraph = paragraphs[index]
    text = paragraph.text
    words = text[stem.end :].strip()
    if _TO_WHOM.fullmatch(words) or not re.search(r"\w", words):  # "Resolved to RECOMMEND: (to Cabinet)", "that –"
        words, stem = "", replace(stem, end=len(text))
    lead = Stretch(index, stem.start, stem.end)
    if stem.start > paragraph.offset and _SUM.fullmatch(words):  # "Marie Curie – RESOLVED £100."
        return [Decision(None, stem.verb, (Stretch(index, paragraph.offset, len(text)),), ())], index + 1
    if stem.weak:
        return listed(paragraphs, index, stem, (lead,), None)
    noted = _AND_NOTED.match(words)
    if noted is not None and stem.start > paragraph.offset:  # "The van had come. RESOLVED and noted."
        end = text.index(words, stem.end) + noted.end()
        return [Decision(None, stem.verb, (Stretch(index, paragraph.offset, end),), ())], index + 1
    if not words:
        return listed(paragraphs, index, stem, (lead,), None)
    first = mark_of(words)
    if first is not None and first.style != "•":
        parts = _inline_parts(text, text.index(words, stem.end), first, index, stem.verb, lead)
        more, after = listed(paragraphs, index, stem, (lead,), parts[-1], first)
        return [*parts[:-1], *more], after
    if words.endswith(":") and says(CARRIES_LIST, words):
        after = carried(paragraphs, index + 1)
        text_ = (Stretch(index, stem.end, len(text)), *_all_of(paragraphs, index + 1, after))
        return [Decision(None, stem.verb, text_, (lead,))], after
    if (
        words.endswith((":", ":-", ": -"))
        or re.fullmatch(r"(?:that|to)\W*", words, re.IGNORECASE)
        or (len(words) < 90 and re.search(r"\b(?:to|that|the following)$", words))
        or _announces(paragraphs, index, words)
    ):
        introduced = Stretch(index, stem.start, len(text))
        parts, after = listed(paragraphs, index, stem, (introduced,), None)
        if parts:
            return parts, after
    again = ANEW.search(text, stem.end) if stem.formal else None
    if again is not None:  # "Resolved: that A. Resolved: that B."
        anew = Stem(again["verb"].lower(), again.start(), again.end())
        parts, after = _resolved(paragraphs, index, anew)
        return [Decision(None, stem.verb, (Stretch(index, stem.end, again.start()),), (lead,)), *parts], after
    closed = _CLOSED.search(text, stem.end)
    end = closed.start() if closed else len(text) if stem.formal else sentence_end(text, stem.end)
    whole = Decision(stem.marker, stem.verb, (Stretch(index, stem.end, end),), (lead,))
    if end < len(text):
        return [whole], index + 1
    after = index + 1
    while after < len(paragraphs) and _runs_on(paragraphs, after, paragraph):
        whole = Decision(
            whole.marker, stem.verb, (*whole.text, Stretch(after, 0, len(paragraphs[after].text))), whole.stem
        )
        after += 1
    return [whole], after


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


def _parted(paragraphs: Sequence[Paragraph], decision: Decision) -> list[Decision]:
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
