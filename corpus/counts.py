"""Votes told within sentences by their figures: "by 7 votes to 3", "5 for, 2 against and 1 abstention"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from corpus.paragraphs import Paragraph
from corpus.phrases_decided import MOTION_PUT, OF_THE_MEETING, OUTCOMES, VOTED_EARLIER, VOTED_OUTSIDE
from corpus.phrasing import pattern, says
from corpus.rows import folded
from corpus.types import Tally, Vote
from corpus.voted import Side

Outcome = Literal["carried", "lost", "tied"]
LARGEST = 150  # votes: no council of the United Kingdom has as many members

_COUNTED = (
    "no|none|nil|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty"
)
_WORDS = {word: max(0, rank - 3) for rank, word in enumerate(_COUNTED.split("|"))}
_N = rf"(?:\d{{1,3}}|{_COUNTED})\b"
_VOTES = r"\s*(?:(?:votes?|members?|councillors?|pleidlais)\s*)?(?:(?:voting|voted|were|cast)\s+)?"
_FOR, _AGAINST = r"(?:for|in\s+favour|o\s+blaid)\b", r"(?:against|yn\s+erbyn)\b"
_MATTER = r"(?:motion|amendment|proposal|proposition|resolution|application|recommendations?|refusal|approval|deferral)"
_ON_WHAT = (
    rf"(?:\s+(?:of\s+)?(?:(?:the|this|that)\s+)?(?:[\w'’]+\s+)?{_MATTER}|\s+it\b|\s+of\s+\w+ing\b[\w '’]{{0,50}}?)?"
)
_AND = r"\W+(?:(?:and|with|but|to|ac|a)\s+)?"
_WHO = r"(?:\s*\([^()]{1,80}\))?"  # "1 against (Cllr Wotton)"
_ABSTAINED = (
    rf"(?:there\s+(?:was|were)\s+)?(?P<c>{_N})\s*(?:votes?\s*)?(?:abst(?:entions?|ain(?:ed|ing)?)?\b"
    r"|(?:members?|councillors?)\s+abstain(?:ed|ing)?|(?:yn\s+|wedi\s+)?ymatal\w*)"
)
_ABSTAINED_BETWEEN = _ABSTAINED.replace("<c>", "<d>")
_ABSTAINED_LAST = rf"(?:\W+(?:(?:and|with|but|ac|a)\s+){{0,2}}{_ABSTAINED})?"
_INLINE = re.compile(
    rf"\b(?:by\s+)?(?P<a>{_N}){_VOTES}{_FOR}{_ON_WHAT}{_WHO}(?:{_AND}{_ABSTAINED_BETWEEN}{_WHO})?{_AND}"
    rf"(?P<b>{_N}){_VOTES}{_AGAINST}{_ON_WHAT}{_WHO}{_ABSTAINED_LAST}",
    re.IGNORECASE,
)
_NONE_AGAINST = re.compile(  # "3 votes in favour and 1 abstention"
    rf"\b(?P<a>{_N}){_VOTES}{_FOR}{_ON_WHAT}{_AND}{_ABSTAINED}", re.IGNORECASE
)
_ABSTAINING = r"(?:abstain(?:ed|ing)?|abstentions?|not\s+voting|ymatal\w*)"
_FIGURE = r"\s*[:=–-]?\s*\(?(?P<?>\d{1,3}|nil|none)\b\)?(?:\s+votes?\b)?"
_INLINE_NAMED = re.compile(
    rf"\b(?:(?:votes?\s+)?{_FOR}{_ON_WHAT}|ayes?|yes){_FIGURE.replace('?>', 'a>', 1)}"
    rf"(?:\W+(?:and\s+)?{_ABSTAINING}{_FIGURE.replace('?>', 'd>', 1)})?"
    rf"\W+(?:(?:and|but|ac|a)\s+)?(?:(?:votes?\s+|those\s+)?{_AGAINST}{_ON_WHAT}|noes?|nays?)"
    rf"{_FIGURE.replace('?>', 'b>', 1)}"
    rf"(?:\W+(?:(?:and|ac|a)\s+)?{_ABSTAINING}{_FIGURE.replace('?>', 'c>', 1)})?",
    re.IGNORECASE,
)
_NAMED_NONE_AGAINST = re.compile(  # "For - 3 Abstention – 1"
    r"^(?:for|in\s+favour)\s*[:=–-]\s*(?P<a>\d{1,3})\W+abst(?:entions?|ained|aining)\s*[:=–-]\s*(?P<c>\d{1,3})\W*$",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?:(?:by|carried|lost|defeated|fell)\s+(?=(?:{_N})\s+votes?\b)|on\s+a\s+vote\s+of\s+"
    rf"|by\s+a\s+(?:majority|vote)\s+of\s+|(?:(?<=resolved )|(?<=agreed )|(?<=decided ))by\s+(?=\d)"
    rf"|(?:carried|lost|defeated|passed),?\s+(?:by\s+)?)"
    rf"(?P<a>{_N})(?:\s+votes?)?\s+(?:to|against)\s+(?P<b>{_N})(?:\s+votes?\b)?{_ABSTAINED_LAST}",
    re.IGNORECASE,
)
_BY_ALONE = re.compile(  # "carried by 8 votes with 1 abstention"
    rf"\bby\s+(?P<a>{_N})\s+votes?\W+(?:(?:and|with|to\s+none)\W+){{0,2}}{_ABSTAINED}", re.IGNORECASE
)
_DASHED = re.compile(  # "CARRIED (9–2–1)"
    r"\b(?:carried|lost|defeated)\W{1,3}(?P<a>\d{1,2})\s?[-–]\s?(?P<b>\d{1,2})(?:\s?[-–]\s?(?P<c>\d{1,2}))?(?![\d/-])",
    re.IGNORECASE,
)
_TOLD = (_INLINE, _INLINE_NAMED, _BY, _DASHED, _NONE_AGAINST, _NAMED_NONE_AGAINST, _BY_ALONE)
_BY_THE_WINNERS = frozenset({_BY, _DASHED})  # what was lost "by 8 votes to 3" had the three
_RESOLVED_BY = re.compile(
    r"\b(?<!not )(?:resolved?|agreed|recommended)\b[,:]?(?: \(?(?:by|on))?\W*(?:a )?(?:vote(?: of)?|majority)?\W*$",
    re.IGNORECASE,
)
"""What stands before the figures by which something was decided: "RESOLVED by 9 votes to 3: That …"."""

_RESOLVED = re.compile(
    r"(?<!not )\b(?:RESOLVED|AGREED|PENDERFYNWYD|CYTUNWYD|(?:Resolved?|Agreed|Penderfynwyd|Cytunwyd)(?=\s*[:–—-]))"
)
_AMENDMENT = re.compile(r"\bamendments?\b", re.IGNORECASE)
_BEGINS = re.compile(r"[.;]\s*[(\[]?(?:vot(?:e|es|ing)\s*[:–-]?\s*)?$", re.IGNORECASE)  # a sentence, with the figures
_SO_RESOLVED = re.compile(
    r"[^.;]{0,30}[\s).,;:–—-]+(?:(?:whereupon|accordingly|therefore|and|so)\W+)*(?:it was (?:then |therefore )?|)"
    r"(?:(?-i:RESOLVED|AGREED|RECOMMENDED|DECIDED)|(?<=it was )(?:resolved|agreed|decided))\b",
    re.IGNORECASE,
)
"""… and behind them: "On a vote, 7 for and 2 against, it was RESOLVED that …"."""


def inline_vote(paragraph: Paragraph) -> Vote | None:
    """Return the first vote told within a sentence of a paragraph, None where none is."""
    return next(iter(counted(paragraph)), None)


def counted(paragraph: Paragraph) -> tuple[Vote, ...]:
    """Return the votes told within the sentences of a paragraph, each once, with how it ended where that is told."""
    text = folded(paragraph.text)
    found = list(_found(text))
    votes: list[Vote] = []
    start = 0
    for rank, match in enumerate(found):
        stop = _until(text, match, found[rank + 1]) if rank + 1 < len(found) else len(text)
        spans = paragraph.prose.spans(*(_unfolded(paragraph.text, at) for at in (start, stop)))
        vote = replace(_vote(text, match, start, stop), spans=spans)
        if _voted_outside(text, match, vote):
            start = stop
            continue
        if not votes or vote.tallies[:2] != votes[-1].tallies[:2]:  # told in words, and again in figures
            votes.append(vote)
        start = stop
    return tuple(votes)


def _voted_outside(text: str, match: re.Match[str], vote: Vote) -> bool:
    """Say whether figures are of a ballot, a survey, a consultation or another meeting, and of no vote of this one."""
    if sum(one.printed or 0 for one in vote.tallies) > LARGEST:
        return True
    end = text.find(". ", match.end())
    begins = text.rfind(". ", 0, match.start()) + 1
    sentence = text[begins : end if end >= 0 else len(text)]
    if says(VOTED_EARLIER, text[begins : match.start()].rstrip()):
        return True
    return says(VOTED_OUTSIDE, sentence) and not says(OF_THE_MEETING, sentence)


def _unfolded(text: str, at: int) -> int:
    """Return where a place of a folded text stands in the text as printed, white space and all."""
    if at <= 0:
        return 0
    words = list(re.finditer(r"\S+", text))
    passed = 0
    for word in words:
        if passed + len(word.group()) >= at:
            return word.start() + at - passed
        passed += len(word.group()) + 1
    return len(text)


def _found(text: str) -> Iterator[re.Match[str]]:
    """Yield the figures of each vote that a text tells, in order."""
    at = 0
    while True:
        every = [match for told in _TOLD if (match := told.search(text, at)) is not None]
        if not every:
            return
        first = min(every, key=lambda match: (match.start("a"), -match.end()))
        yield first
        at = first.end()


def _until(text: str, match: re.Match[str], following: re.Match[str]) -> int:
    """Return where what tells of one vote gives way to what tells of the next: a sentence, or what "and" joins."""
    stop = text.rfind(". ", match.end(), following.start())
    joined = text.rfind(" and ", match.end(), following.start())
    return stop + 1 if stop >= 0 else joined if joined >= 0 else following.start()


def _vote(text: str, match: re.Match[str], start: int, stop: int) -> Vote:
    """Return a vote by its figures; what tells how it ended stands between ``start`` and ``stop``."""
    said = match.groupdict()
    sides: tuple[tuple[Side, str | None], ...] = (
        ("for", said["a"]),
        ("against", said.get("b")),
        ("abstain", said.get("c") or said.get("d")),
    )
    tallies = tuple(Tally(side, figure_of(value), ()) for side, value in sides if value is not None)
    ends = text.find(". ", match.end(), stop)
    own = text[max(text.rfind(". ", 0, match.start()) + 1, start) : ends if ends > 0 else stop]
    before, after = text[start : match.start()], text[match.end() : stop]
    decided = _RESOLVED_BY.search(before) or (
        were_more_for(tallies) and (_SO_RESOLVED.match(after) or _was_resolved(before, after))
    )
    resolved: Outcome | None = "carried" if decided else None
    ended: Outcome | None = (
        outcome_in(own) or outcome_in(text[start:stop]) or resolved
    )  # "The amendment was LOST. The motion was carried by 27 votes to 14."
    if match.re in _BY_THE_WINNERS and ended == "lost" and (tallies[0].printed or 0) > (tallies[1].printed or 0):
        first, second, *others = tallies  # "LOST by 5 votes to 1": the more were against it
        tallies = (replace(first, printed=second.printed), replace(second, printed=first.printed), *others)
    elif contradicts(tallies, ended):
        ended = resolved  # "the motion fell. … The Executive voted: 5 for, 1 against": that is how another vote ended
    return Vote(tallies, ended, ())


def _was_resolved(before: str, after: str) -> bool:
    """Say whether what was resolved stands before the figures: "RESOLVED: No comment (7 for, 3 against)"."""
    resolved = list(_RESOLVED.finditer(before))
    behind = before[resolved[-1].end() :] if resolved else ""
    if not resolved or _AMENDMENT.search(behind):
        return False
    alone = not after.strip(" .)]") or (_BEGINS.search(behind) is not None and not says(MOTION_PUT, behind))
    return ". " not in behind or alone


def outcome_in(words: str) -> Outcome | None:
    """Return how a vote ended by the words that say so, None where none do."""
    for phrase, ended in reversed(OUTCOMES):
        if pattern(phrase).search(words):
            return ended  # type: ignore[return-value]  # the data says which outcomes there are
    return None


def contradicts(tallies: Sequence[Tally], ended: Outcome | None) -> bool:
    """Say whether the figures are against the word: more for what was lost, or against what was carried."""
    for_it, against = (next((one.printed for one in tallies if one.side == side), None) for side in ("for", "against"))
    if for_it is None or against is None:
        return False
    return (ended == "lost" and for_it > against) or (ended == "carried" and against > for_it)


def were_more_for(tallies: Sequence[Tally]) -> bool:
    """Say whether more are counted for than against, by the figures printed or else by the names."""
    sides = {one.side: one.printed if one.printed is not None else len(one.names) for one in tallies}
    return sides.get("for", 0) > sides.get("against", 0)


def figure_of(text: str | None) -> int | None:
    """Return a figure in digits or in words: "nil" is 0."""
    if text is None:
        return None
    return int(text) if text.isdigit() else _WORDS.get(text.lower(), 0)
