"""Votes as recorded: figures, names, and how they ended."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from corpus.divisions import division
from corpus.names import TITLE
from corpus.paragraphs import Paragraph, cut
from corpus.people import names_in
from corpus.phrases import PLURAL_TITLES
from corpus.phrases_decided import MOTION_PUT, OUTCOME_TOLD, OUTCOMES, VOTE_RECORDED, VOTE_SIDES
from corpus.phrasing import opening, pattern, says, spaced
from corpus.rows import folded, joined
from corpus.sentences import sentence_end, sentences
from corpus.types import Span, Tally, Vote
from corpus.voted import Side, vote_in_table

Outcome = Literal["carried", "lost", "tied"]

_SIDES: tuple[tuple[re.Pattern[str], Side], ...] = tuple(
    (
        re.compile(
            rf"\s*(?:{spaced(words)})\s*(?:[:–—-]\s*)?(?:\(\s*(?P<figure>\d{{1,3}}|nil|none)\s*\)|(?P<bare>\d{{1,3}}|nil|none)(?!\w)|(?P<colon>:))\s*[:.–—-]?\s*",
            re.IGNORECASE,
        ),
        side,  # type: ignore[misc]  # the data says which sides there are
    )
    for words, side in VOTE_SIDES
)
_NAMED_SIDES: tuple[tuple[re.Pattern[str], Side], ...] = tuple(
    (
        re.compile(
            rf"(?<![\w-])(?:{spaced(words)})\s*(?:\((?P<figure>\d{{1,3}}|nil|none)\)\s*)?:\s*(?=[A-Z]|nil|none)",
            re.IGNORECASE,
        ),
        side,  # type: ignore[misc]  # as above
    )
    for words, side in VOTE_SIDES
)
_LISTED_AS = re.compile(r"\(\s*(?P<figure>\d{1,3})\s*\)")
_NOBODY = re.compile(r"(?:none|nil|nobody)\b", re.IGNORECASE)
_COUNTED = (
    "no|none|nil|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty"
)
_N = rf"\d{{1,3}}|{_COUNTED}"
_VOTES = r"\s*(?:(?:votes?|members?|councillors?)\s*)?(?:(?:voting|voted|were)\s+)?"
_ON_WHAT = r"(?:\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+)?(?:motion|amendment|proposal|recommendations?))?"
_ABSTAINED = (
    r"(?:there\s+(?:was|were)\s+)?(?P<c>{n})\s*(?:votes?\s*)?(?:abst(?:entions?|ain(?:ed|ing))?\b|members?\s+abstain)"
)
_WHO = r"(?:\s*\([^()]{1,80}\))?"  # "1 against (Cllr Wotton)"
_INLINE = re.compile(
    rf"\b(?:by\s+)?(?P<a>{_N}){_VOTES}(?P<x>for|in\s+favour)\b{_ON_WHAT}{_WHO}\W+(?:and\s+|with\s+)?"
    rf"(?P<b>{_N}){_VOTES}(?P<y>against)\b{_ON_WHAT}{_WHO}"
    rf"(?:\W+(?:and\s+|with\s+)?{_ABSTAINED.format(n=_N)})?",
    re.IGNORECASE,
)
_NONE_AGAINST = re.compile(  # "3 votes in favour and 1 abstention"
    rf"\b(?P<a>{_N}){_VOTES}(?:for|in\s+favour)\b{_ON_WHAT}\W+(?:and\s+|with\s+)?{_ABSTAINED.format(n=_N)}"
    r"(?P<b>(?!))?",
    re.IGNORECASE,
)
_INLINE_NAMED = re.compile(
    r"\b(?:for|in\s+favour)\s*[:=–-]?\s*\(?(?P<a>\d{1,3})\)?\W+(?:and\s+)?against\s*[:=–-]?\s*\(?(?P<b>\d{1,3})\)?"
    r"(?:\W+(?:and\s+)?(?:abstain(?:ed|ing)?|abstentions?)\s*[:=–-]?\s*\(?(?P<c>\d{1,3})\)?)?",
    re.IGNORECASE,
)
_NAMED_NONE_AGAINST = re.compile(  # "For - 3 Abstention – 1"
    r"^(?:for|in\s+favour)\s*[:=–-]\s*(?P<a>\d{1,3})\W+abst(?:entions?|ained|aining)\s*[:=–-]\s*(?P<c>\d{1,3})(?P<b>(?!))?\W*$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:(?:by|carried|lost|defeated)\s+(?=\d+\s+votes?)|on\s+a\s+vote\s+of\s+)(?P<a>\d{1,3})(?:\s+votes?)?\s+to\s+(?P<b>\d{1,3})(?:\W+with\s+(?P<c>\d{1,3})\s+abst)?",
    re.IGNORECASE,
)
_ASKED_SIDES: tuple[tuple[str, Side], ...] = (("against", "against"), ("abst", "abstain"), ("favour", "for"))
_TITLED = re.compile(rf"(?:{'|'.join(PLURAL_TITLES)}|{TITLE})\b")
_RESOLVED_BY = re.compile(
    r"(?:it was )?(?:resolved|agreed)\b,?(?: \(?(?:by|on))?\W*(?:a )?(?:vote(?: of)?|majority)?\W*$", re.IGNORECASE
)
"""What stands before the figures by which something was decided: "RESOLVED by 9 votes to 3: That …"."""
_WORDS = {word: max(0, rank - 3) for rank, word in enumerate(_COUNTED.split("|"))}


def side_of(text: str) -> tuple[Side, int | None, int] | None:
    """Return the side, the figure and where the names begin of a paragraph such as "For (41)"."""
    for pattern_, side in _SIDES:
        match = pattern_.match(text)
        if match is not None:
            figure = match["figure"] or match["bare"]
            return side, _figure(figure), match.end()
    return None


def outcome_of(text: str) -> Outcome | None:
    """Return how a vote ended where a short paragraph says so: "Amendment lost."."""
    words = folded(text).strip(" .")
    return _outcome(words) if len(words) <= 70 else None


def _outcome_told(paragraph: Paragraph) -> Outcome | None:
    """Return how the vote ended that a paragraph goes on from: "The amendment was declared carried and became …"."""
    told = opening(OUTCOME_TOLD).match(paragraph.text)
    return outcome_of(paragraph.text) or (_outcome(told.group()) if told is not None else None)


def _outcome(words: str) -> Outcome | None:
    for phrase, ended in reversed(OUTCOMES):
        if pattern(phrase).search(words):
            return ended  # type: ignore[return-value]  # the data says which outcomes there are
    return None


def recorded_votes(paragraphs: Sequence[Paragraph]) -> tuple[tuple[tuple[int, ...], Vote], ...]:
    """Return each vote recorded, with the paragraphs that record it."""
    found: list[tuple[tuple[int, ...], Vote]] = []
    index = 0
    while index < len(paragraphs):
        divided = division(paragraphs, index)
        if divided is not None:
            found.append(divided)
            index = divided[0][-1] + 1
            continue
        taken, vote = _tabled(paragraphs, index)
        if vote is None and _named_in_line(paragraphs[index]) is None:
            taken, vote = _vote_at(paragraphs, index)
        if vote is not None:
            after = taken[-1] + 1
            if vote.outcome is None and after < len(paragraphs) and not _of_another(vote.tallies, paragraphs[after]):
                vote = replace(vote, outcome=_outcome_told(paragraphs[after]))
            if _contradicts(vote.tallies, vote.outcome):
                vote = replace(vote, outcome=None)
            above = index - 1 if index and not (found and index - 1 in found[-1][0]) else None
            if vote.outcome is None and above is not None and says(MOTION_PUT, paragraphs[above].text):
                vote = replace(vote, outcome=outcome_of(paragraphs[above].text))  # told before the figures
            found.append((taken, vote))
            index = taken[-1] + 1
            continue
        below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        found += [((index,), _with_outcome(vote, below)) for vote in _in_one_paragraph(paragraphs[index])]
        found += [((index,), vote) for vote in _asked_for(paragraphs[index])]
        index += 1
    return tuple(found)


def _tabled(paragraphs: Sequence[Paragraph], index: int) -> tuple[tuple[int, ...], Vote | None]:
    """Return the vote whose table begins at ``index``, with how it ended where the paragraph below says so."""
    found = vote_in_table(paragraphs, index)
    if found is None:
        return (), None
    after = index + found.rows
    ended = _outcome_told(paragraphs[after]) if after < len(paragraphs) else None
    return tuple(range(index, after)), replace(found.vote, outcome=ended)


def inline_vote(paragraph: Paragraph) -> Vote | None:
    """Return a vote told within a sentence: "by 7 votes to 3", "5 for, 2 against and 1 abstention"."""
    text = folded(paragraph.text)
    match = (
        _INLINE.search(text)
        or _INLINE_NAMED.search(text)
        or _BY.search(text)
        or _NONE_AGAINST.search(text)
        or _NAMED_NONE_AGAINST.search(text)
    )
    if match is None:
        return None
    sides: tuple[tuple[Side, str | None], ...] = (("for", match["a"]), ("against", match["b"]), ("abstain", match["c"]))
    tallies = tuple(Tally(side, _figure(value), ()) for side, value in sides if value is not None)
    stop = text.find(". ", match.end())
    own = text[text.rfind(". ", 0, match.start()) + 1 : stop if stop > 0 else len(text)]
    resolved: Outcome | None = "carried" if _RESOLVED_BY.match(text[: match.start()]) else None
    ended: Outcome | None = (
        _outcome(own) or _outcome(text) or resolved
    )  # "The amendment was LOST. The motion was carried by 27 votes to 14."
    if match.re is _BY and ended == "lost" and (tallies[0].printed or 0) > (tallies[1].printed or 0):
        first, second, *others = tallies  # "LOST by 5 votes to 1": the more were against it
        tallies = (replace(first, printed=second.printed), replace(second, printed=first.printed), *others)
    elif _contradicts(tallies, ended):
        ended = None  # "the motion fell. … The Executive voted: 5 for, 1 against": that is how another vote ended
    return Vote(tallies, ended, paragraph.prose.spans())


def _with_outcome(vote: Vote, below: Paragraph | None) -> Vote:
    """Return a vote with how it ended where the paragraph below tells it, and not of another vote."""
    if vote.outcome is not None or below is None or _of_another(vote.tallies, below):
        return vote
    ended = _outcome_told(below)
    return vote if _contradicts(vote.tallies, ended) else replace(vote, outcome=ended)


def _in_one_paragraph(paragraph: Paragraph) -> list[Vote]:
    """Return the votes told within one paragraph: by figures, by names, or one by both."""
    told, named = inline_vote(paragraph), _named_in_line(paragraph)
    if told is None or named is None:
        return [vote for vote in (told, named) if vote is not None]
    figures = {one.side: one.printed for one in told.tallies}
    if all(
        figures.get(one.side, len(one.names)) == len(one.names) for one in named.tallies
    ):  # "by 5 votes to 2. For: …"
        tallies = (replace(one, printed=figures.get(one.side, one.printed)) for one in named.tallies)
        return [replace(named, tallies=tuple(tallies), outcome=told.outcome or named.outcome)]
    return [told, named]


def _asked_for(paragraph: Paragraph) -> list[Vote]:
    """Return the votes that members asked to have recorded as their own: "Mr Hay asked that his vote against be …"."""
    found: list[Vote] = []
    for start, end in sentences(paragraph.text) if says(VOTE_RECORDED, paragraph.text) else ():
        match = opening(r"\(?" + VOTE_RECORDED).match(paragraph.text[start:end])
        names = names_in(match["names"]) if match is not None and _TITLED.match(match["names"]) else ()
        side = next((side for word, side in _ASKED_SIDES if match is not None and word in match.group()), None)
        if names and side is not None:
            found.append(Vote((Tally(side, None, names),), None, paragraph.prose.spans(start, end)))
    return found


def _named_in_line(paragraph: Paragraph) -> Vote | None:
    """Return a recorded vote whose sides stand in one paragraph: "For: Councillors Ash and Fenn (2); Against: …"."""
    text = paragraph.text
    begun = sorted(
        ((match, side) for pattern_, side in _NAMED_SIDES for match in pattern_.finditer(text)),
        key=lambda one: one[0].start(),
    )
    while len(begun) > 1 and begun[1][1] == "for":  # "the vote for the motion was: For: …"
        begun = begun[1:]
    sides = [side for _, side in begun]
    if sides[:2] != ["for", "against"] or len(set(sides)) < len(sides):
        return None
    stops = [match.start() for match, _ in begun[1:]] + [len(text)]
    tallies = [_side_named(text, match, side, stop) for (match, side), stop in zip(begun, stops, strict=True)]
    if not any(one.names for one in tallies):
        return None
    ended = _outcome(text[begun[-1][0].end() :])
    return Vote(tuple(tallies), None if _contradicts(tallies, ended) else ended, paragraph.prose.spans())


def _side_named(text: str, match: re.Match[str], side: Side, stop: int) -> Tally:
    """Return a side with the names behind its word, up to their figure or the end of their sentence."""
    figure = _LISTED_AS.search(text, match.end(), stop)
    end = figure.start() if figure else min(stop, sentence_end(text, match.end()))
    said = text[match.end() : end].strip(" ;.,–-")
    printed = _figure(match["figure"] or (figure["figure"] if figure else None))
    if _NOBODY.match(said):
        return Tally(side, printed or 0, ())
    return Tally(side, printed, tuple(names_in(said)))


def _of_another(tallies: Sequence[Tally], paragraph: Paragraph) -> bool:
    """Say whether a line has other figures than these in its first sentence: it tells of the next vote, not of this."""
    told = inline_vote(cut(paragraph, 0, sentence_end(paragraph.text, 0)))
    figures = {one.printed for one in tallies}
    return told is not None and any(one.printed not in figures for one in told.tallies if one.printed)


def _contradicts(tallies: Sequence[Tally], ended: Outcome | None) -> bool:
    """Say whether the figures are against the word: more for what was lost, or against what was carried."""
    for_it, against = (next((one.printed for one in tallies if one.side == side), None) for side in ("for", "against"))
    if for_it is None or against is None:
        return False
    return (ended == "lost" and for_it > against) or (ended == "carried" and against > for_it)


def _vote_at(paragraphs: Sequence[Paragraph], index: int) -> tuple[tuple[int, ...], Vote | None]:
    """Return the vote whose first side stands at ``index``."""
    tallies: list[Tally] = []
    taken: list[int] = []
    spans: list[Span] = []
    names: list[str] = []
    side: Side | None = None
    printed: int | None = None
    ended: Outcome | None = None
    at = index
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        found = side_of(paragraph.text)
        finish = outcome_of(paragraph.text)
        if found is not None and side != found[0]:
            if side is not None:
                tallies.append(Tally(side, printed, tuple(names)))
            side, printed, begins = found
            if any(tally.side == side for tally in tallies) or (side != "for" and not tallies):
                side = None
                break
            names = list(names_in(paragraph.text[begins:])) if paragraph.text[begins:].strip() else []
            printed = _figure_after(paragraph.text[begins:]) if printed is None else printed
        elif side is None or (finish is not None and _of_another((*tallies, Tally(side, printed, ())), paragraph)):
            break
        elif finish is not None:
            ended = finish
            taken.append(at)
            spans += paragraph.prose.spans()
            break
        elif _names(paragraph) and (printed is None or len(names) < printed or not tallies):
            names += names_in(paragraph.text)
        else:
            break
        taken.append(at)
        spans += paragraph.prose.spans()
        at += 1
    if side is not None:
        tallies.append(Tally(side, printed, tuple(names)))
    if len(tallies) < 2 and not (tallies and ended and tallies[0].printed is not None):
        return (), None
    return tuple(taken), Vote(tuple(tallies), ended, joined(spans))


def _names(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is a list of names."""
    words = [word for word in paragraph.text.split() if word[0].isalpha() and word != "and"]
    return bool(words) and paragraph.mark is None and sum(word[0].islower() for word in words) <= 0.15 * len(words)


def _figure_after(text: str) -> int | None:
    """Return the figure that a list of names ends with: "Councillors Ford and Grange (2)"."""
    match = re.search(r"(?:\(|\s[–—-]\s*)(?P<figure>\d{1,3})(?: votes?)?\)?\W*$", text)
    return int(match["figure"]) if match is not None else None


def _figure(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdigit() else _WORDS.get(text.lower(), 0)
