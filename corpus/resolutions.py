"""Resolutions: the parts of what a meeting decided, told from what was only moved, proposed or discussed."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from types import MappingProxyType

from corpus.decided import Decision, Stretch
from corpus.listed import listed
from corpus.motions import motions
from corpus.motions_carried import motion_carried
from corpus.paragraphs import Paragraph
from corpus.phrases import UNFILLED
from corpus.phrases_decided import BODY_ALONE, DID, EFFECTS, PAYMENTS_HEAD, RECOMMENDED, STEM_VERBS, UNANIMOUS
from corpus.phrases_kept import CONFIRMS
from corpus.phrasing import pattern, says
from corpus.resolved import parted_by_marks, resolved
from corpus.rows import folded
from corpus.schedules import observed, scheduled
from corpus.stems import Stem, stem_of
from corpus.told import carried_motion, told_in, told_list, unanimous
from corpus.told_behind import without_telling

_CARRIED = re.compile(r"(?:motion )?carried\s*[:–-]\s*.{0,20}\d.*", re.IGNORECASE)  # "CARRIED: 5 for 2 abstentions"
_NO_COLUMN: Mapping[int, str] = MappingProxyType({})
_SETTLED = frozenset({"resolved", "agreed", "decided", "determined"})
_CONFIRMING = frozenset({"confirmed", "approved", "agreed", "accepted", "signed", "adopted"})


def decisions(
    paragraphs: Sequence[Paragraph], formal: bool, column: Mapping[int, str] = _NO_COLUMN, small: bool = False
) -> tuple[Decision, ...]:
    """Return the parts of what a minute's paragraphs decide, in order.

    ``column`` names those that stood in the column of a table that gives what was decided, each with its verb.
    ``small``: of a town or parish, whose tables give its own observations on planning applications.
    """
    found = list(_in_column(paragraphs, column))
    moved = motions(paragraphs) | {decision.text[0].paragraph for decision in found}
    stems = _stems(paragraphs, moved)
    quoted = _quoted(paragraphs, stems)
    found += _set_off(paragraphs, moved, stems, quoted, formal)
    found += _scheduled(paragraphs, small)
    found += _told(paragraphs, moved, found, quoted, formal)
    parts = [
        _recommending(paragraphs, without_telling(paragraphs, part))
        for decision in found or motion_carried(paragraphs)
        if _filled_in(paragraphs, decision)
        for part in parted_by_marks(paragraphs, decision)
    ]
    return tuple(sorted(parts, key=lambda decision: (decision.text[0].paragraph, decision.text[0].start)))


def _in_column(paragraphs: Sequence[Paragraph], column: Mapping[int, str]) -> Iterator[Decision]:
    """Yield what stands in the column of a table that gives what was decided."""
    for place, verb in column.items():
        if stem_of(paragraphs[place]) is None:
            whole = Stretch(place, 0, len(paragraphs[place].text))
            yield Decision(None, _own_verb(paragraphs[place], verb), (whole,), ())


def _stems(paragraphs: Sequence[Paragraph], moved: Set[int]) -> list[Stem | None]:
    """Return the stem of each paragraph; none of what was only moved, nor of talk before what the item resolves."""
    stems = [None if place in moved else stem_of(paragraph) for place, paragraph in enumerate(paragraphs)]
    if not _sets_off(stems):
        return stems
    return [None if _is_talk(paragraphs, place, stem) else stem for place, stem in enumerate(stems)]


def _sets_off(stems: Sequence[Stem | None]) -> bool:
    """Say whether an item sets its decisions off with formal stems."""
    return any(stem is not None and stem.formal and not stem.weak for stem in stems)


def _is_talk(paragraphs: Sequence[Paragraph], place: int, stem: Stem | None) -> bool:
    """Say whether a stem is talked of before what an item resolves: "Members agreed that …"."""
    talked = stem is not None and not stem.formal and stem.verb == "agreed"
    return talked and not _under_stem(paragraphs, place)


def _quoted(paragraphs: Sequence[Paragraph], stems: Sequence[Stem | None]) -> dict[int, Decision]:
    """Return the motions carried that stand between who put them and how they ended, without a stem."""
    if _sets_off(stems):
        return {}
    motions_put = ((place, carried_motion(paragraphs, place)) for place in range(len(paragraphs)))
    return {place: motion for place, motion in motions_put if motion is not None}


def _set_off(
    paragraphs: Sequence[Paragraph],
    moved: Set[int],
    stems: Sequence[Stem | None],
    quoted: Mapping[int, Decision],
    formal: bool,
) -> list[Decision]:
    """Return what is set off as decided: under stems, under how a motion ended, under the name of a body alone."""
    found: list[Decision] = []
    index = 0
    while index < len(paragraphs):
        stem = stems[index]
        if stem is not None and not (stem.weak and formal):
            parts, after = _under(paragraphs, index, stem, formal)
        elif stem is None and _CARRIED.fullmatch(paragraphs[index].text) and _is_motion(paragraphs, index + 1):
            parts, after = [_ended(paragraphs, index)], index + 2
        elif index in quoted:
            parts, after = [quoted[index]], index + 2
        elif stem is None and index not in moved and pattern(BODY_ALONE).fullmatch(paragraphs[index].text.strip()):
            parts, after = _done(paragraphs, index)
        else:
            parts, after = [], index + 1
        found, index = [*found, *parts], after
    return found


def _under(paragraphs: Sequence[Paragraph], index: int, stem: Stem, formal: bool) -> tuple[list[Decision], int]:
    """Return what is decided under a stem and told by the sentences after it, and the paragraph after them."""
    parts, after = resolved(paragraphs, index, stem)
    found = [_by_its_own_verb(paragraphs, part) for part in parts] if stem.verb == "decision" else parts
    if parts and after == index + 1 and parts[-1].text[-1].end < len(paragraphs[index].text):
        rest = parts[-1].text[-1].end
        told = told_in(paragraphs[index], index, formal)
        return [*found, *(part for part in told if part.text[0].start >= rest)], after
    return found, after


def _ended(paragraphs: Sequence[Paragraph], index: int) -> Decision:
    """Return the motion under the line that says that it was carried."""
    that = Stretch(index + 1, 0, len(paragraphs[index + 1].text))
    return Decision(None, "carried", (that,), (Stretch(index, 0, len(paragraphs[index].text)),))


def _scheduled(paragraphs: Sequence[Paragraph], small: bool) -> Iterator[Decision]:
    """Yield what a schedule gives as decided, application by application."""
    for verb, head, (first, last), cells in scheduled(paragraphs):
        text = tuple(Stretch(place, start, end) for place, start, end in cells)
        yield Decision(None, verb, text, (Stretch(head, first, last),))
    for verb, row, end in observed(paragraphs) if small else ():
        yield Decision(None, verb, (Stretch(row, 0, end),), ())


def _told(
    paragraphs: Sequence[Paragraph],
    moved: Set[int],
    found: Sequence[Decision],
    quoted: Mapping[int, Decision],
    formal: bool,
) -> list[Decision]:
    """Return what the paragraphs tell as decided that hold nothing of what is found."""
    taken = {stretch.paragraph for decision in found for stretch in (*decision.text, *decision.stem)}
    taken |= {place + 1 for place in quoted}
    confirmed = any(says(CONFIRMS, paragraphs[part.paragraph].text) for decision in found for part in decision.text)
    settled = bool(taken)
    told: list[Decision] = []
    for place, paragraph in enumerate(paragraphs):
        if place in taken or place in moved or (paragraph.table and formal):
            continue
        if pattern(UNANIMOUS).fullmatch(folded(paragraph.text).strip(" .")) and place:
            told += unanimous(paragraphs, place, taken)
            continue
        said = told_in(paragraph, place, formal, alone=not settled)
        if formal and settled:  # then a sentence of prose decides only what has no stem: confirming the minutes
            said = [part for part in said if (part.verb in _CONFIRMING and not confirmed) or _opens(paragraph, part)]
        parts, after = told_list(paragraphs, place, said)
        taken |= set(range(place + 1, after))
        told += parts
    return told


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
    return re.search(r"[^\W\d_]{2}", text) is not None and not says(UNFILLED, text)


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
