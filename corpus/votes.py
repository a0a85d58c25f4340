"""Votes as recorded: figures, names, and how they ended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.counts import Outcome, contradicts, counted, figure_of, inline_vote, outcome_in, were_more_for
from corpus.divisions import division
from corpus.names import TITLE
from corpus.paragraphs import Paragraph, cut
from corpus.people import names_in
from corpus.phrases import PLURAL_TITLES
from corpus.phrases_decided import MOTION_PUT, OUTCOME_TOLD, VOTE_RECORDED, VOTE_SIDES
from corpus.phrasing import opening, says, spaced
from corpus.rows import folded, joined
from corpus.sentences import sentence_end, sentences
from corpus.stems import stem_of
from corpus.types import Tally, Vote
from corpus.voted import Side, vote_in_table

_A_TITLE = rf"(?:{'|'.join(PLURAL_TITLES)}|{TITLE})\b"
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
            rf"(?<![\w-])(?:{spaced(words)})\s*(?:(?:\((?P<figure>\d{{1,3}}|nil|none)\)\s*)?:\s*(?=[A-Z]|nil|none)"
            rf"|\((?P<listed>\d{{1,3}})\)\s*(?={_A_TITLE}))",
            re.IGNORECASE,
        ),
        side,  # type: ignore[misc]  # as above
    )
    for words, side in VOTE_SIDES
)
LEAD = 60  # letters that may lead on to a stem: "whereupon, on the motion of the Chair, it was RESOLVED"
_FOLLOWING = frozenset({"resolved", "agreed", "decided", "determined", "recommended"})
_LISTED_AS = re.compile(r"\(\s*(?P<figure>\d{1,3})\s*\)")
_NOBODY = re.compile(r"(?:none|nil|nobody)\b", re.IGNORECASE)
_ASKED_SIDES: tuple[tuple[str, Side], ...] = (("against", "against"), ("abst", "abstain"), ("favour", "for"))
_TITLED = re.compile(_A_TITLE)


def side_of(text: str) -> tuple[Side, int | None, int] | None:
    """Return the side, the figure and where the names begin of a paragraph such as "For (41)"."""
    for pattern_, side in _SIDES:
        match = pattern_.match(text)
        if match is not None:
            figure = match["figure"] or match["bare"]
            return side, figure_of(figure), match.end()
    return None


def outcome_of(text: str) -> Outcome | None:
    """Return how a vote ended where a short paragraph says so: "Amendment lost."."""
    words = folded(text).strip(" .")
    return outcome_in(words) if len(words) <= 70 else None


def _outcome_told(paragraph: Paragraph) -> Outcome | None:
    """Return how the vote ended that a paragraph goes on from: "The amendment was declared carried and became …"."""
    told = opening(OUTCOME_TOLD).match(paragraph.text)
    return outcome_of(paragraph.text) or (outcome_in(told.group()) if told is not None else None)


def sides_in(text: str) -> Iterator[tuple[Side, int, int]]:
    """Yield where each side of a vote told by names in a sentence stands: "in favour: … (4). Against: … (2)."."""
    begun = _sides_begun(text)
    for rank, (match, side) in enumerate(begun):
        last = rank + 1 == len(begun)
        yield side, match.start(), sentence_end(text, match.end()) if last else begun[rank + 1][0].start()


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
        if vote is None and (_named_in_line(paragraphs[index]) is None or _goes_on(paragraphs, index)):
            taken, vote = _vote_at(paragraphs, index)
        if vote is not None:
            after = taken[-1] + 1
            if vote.outcome is None and after < len(paragraphs) and not _of_another(vote.tallies, paragraphs[after]):
                vote = replace(vote, outcome=_outcome_told(paragraphs[after]))
            if contradicts(vote.tallies, vote.outcome):
                vote = replace(vote, outcome=None)
            above = index - 1 if index and not (found and index - 1 in found[-1][0]) else None
            if vote.outcome is None and above is not None and says(MOTION_PUT, paragraphs[above].text):
                vote = replace(vote, outcome=outcome_of(paragraphs[above].text))  # told before the figures
            found.append((taken, _whereupon(vote, paragraphs, taken)))
            index = taken[-1] + 1
            continue
        below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        told = _in_one_paragraph(paragraphs[index])
        if told and found and found[-1][0][-1] == index - 1 and (again := _again(found[-1][1], told[0])) is not None:
            found[-1] = (found[-1][0], again)  # by names, and below in words: "With six votes for, …, it was LOST."
            told = told[1:]
        found += [((index,), vote) for vote in told[:-1]]
        found += [((index,), _whereupon(_with_outcome(vote, below), paragraphs, (index,))) for vote in told[-1:]]
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


def _with_outcome(vote: Vote, below: Paragraph | None) -> Vote:
    """Return a vote with how it ended where the paragraph below tells it, and not of another vote."""
    if vote.outcome is not None or below is None or _of_another(vote.tallies, below):
        return vote
    ended = _outcome_told(below)
    return vote if contradicts(vote.tallies, ended) else replace(vote, outcome=ended)


def _in_one_paragraph(paragraph: Paragraph) -> list[Vote]:
    """Return the votes told within one paragraph: by figures, by names, or one by both."""
    told, named = counted(paragraph), _named_in_line(paragraph)
    if named is None:
        return list(told)
    for rank, one in enumerate(told):
        figures = {tally.side: tally.printed for tally in one.tallies}
        if all(figures.get(side.side, len(side.names)) == len(side.names) for side in named.tallies):
            # told by both, as in "by 5 votes to 2. For: …"
            tallies = (replace(side, printed=figures.get(side.side, side.printed)) for side in named.tallies)
            both = replace(named, tallies=tuple(tallies), outcome=one.outcome or named.outcome)
            return [*told[:rank], both, *told[rank + 1 :]]
    return [*told, named]


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
    begun = _sides_begun(text)
    if not begun:
        return None
    stops = [match.start() for match, _ in begun[1:]] + [len(text)]
    tallies = [_side_named(text, match, side, stop) for (match, side), stop in zip(begun, stops, strict=True)]
    if not any(one.names for one in tallies):
        return None
    ended = outcome_in(text[begun[-1][0].end() :])
    return Vote(tuple(tallies), None if contradicts(tallies, ended) else ended, paragraph.prose.spans())


def _sides_begun(text: str) -> list[tuple[re.Match[str], Side]]:
    """Return where the names of each side begin, those for first; none where a text tells of no vote by names."""
    begun = sorted(
        ((match, side) for pattern_, side in _NAMED_SIDES for match in pattern_.finditer(text)),
        key=lambda one: one[0].start(),
    )
    while len(begun) > 1 and begun[1][1] == "for":  # "the vote for the motion was: For: …"
        begun = begun[1:]
    sides = [side for _, side in begun]
    return begun if sides[:2] == ["for", "against"] and len(set(sides)) == len(sides) else []


def _side_named(text: str, match: re.Match[str], side: Side, stop: int) -> Tally:
    """Return a side with the names behind its word, up to their figure or the end of their sentence."""
    figure = _LISTED_AS.search(text, match.end(), stop)
    end = figure.start() if figure else min(stop, sentence_end(text, match.end()))
    said = text[match.end() : end].strip(" ;.,–-")
    printed = figure_of(match["figure"] or match["listed"] or (figure["figure"] if figure else None))
    if _NOBODY.match(said):
        return Tally(side, printed or 0, ())
    return Tally(side, printed, tuple(names_in(said)))


def _of_another(tallies: Sequence[Tally], paragraph: Paragraph) -> bool:
    """Say whether a line has other figures than these in its first sentence: it tells of the next vote, not of this."""
    told = inline_vote(cut(paragraph, 0, sentence_end(paragraph.text, 0)))
    figures = {one.printed for one in tallies}
    return told is not None and any(one.printed not in figures for one in told.tallies if one.printed)


def _again(vote: Vote, told: Vote) -> Vote | None:
    """Return a vote with how it ended where the next tells of the same, None where it is another."""
    figures = {one.side: one.printed if one.printed is not None else len(one.names) for one in vote.tallies}
    named = any(one.names for one in vote.tallies)
    if not named or told.outcome is None or vote.outcome not in {None, told.outcome}:
        return None
    same = len(told.tallies) > 1 and all(figures.get(one.side, 0) == one.printed for one in told.tallies)
    return replace(vote, outcome=told.outcome) if same else None


def _whereupon(vote: Vote, paragraphs: Sequence[Paragraph], taken: Sequence[int]) -> Vote:
    """Return a vote as carried where more were for it and what was then resolved begins the paragraph below.

    Or where it stands alone under what was resolved: "RESOLVED: No comment", "(Vote: 7 For, 3 Abst)".
    """
    if vote.outcome is not None or not were_more_for(vote.tallies):
        return vote
    first, after = taken[0], taken[-1] + 1
    below = after < len(paragraphs) and _resolves(paragraphs[after])
    alone = len(taken) == 1 and len(paragraphs[first].text) < LEAD
    above = alone and first > 0 and _resolves(paragraphs[first - 1])
    return replace(vote, outcome="carried") if below or above else vote


def _resolves(paragraph: Paragraph) -> bool:
    """Say whether a paragraph begins with what was resolved, or with a few words that lead on to it."""
    stem = stem_of(paragraph)
    if stem is None or stem.weak or stem.verb not in _FOLLOWING:
        return False
    return stem.start < LEAD and "." not in paragraph.text[paragraph.offset : stem.start]


def _goes_on(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a recorded vote that begins a paragraph goes on in the next, with another of its sides."""
    sides = [_begins(part) for at, part in _parts(paragraphs[: index + 2], index)]
    return len(sides) > 2 and None not in sides and len(set(sides)) == len(sides)


def _begins(part: Paragraph) -> Side | None:
    found = side_of(part.text)
    return found[0] if found is not None else None


def _parts(paragraphs: Sequence[Paragraph], index: int) -> Iterator[tuple[int, Paragraph]]:
    """Yield the paragraphs from one on, those that begin with a side of a vote in parts, a side each."""
    for at in range(index, len(paragraphs)):
        paragraph = paragraphs[at]
        text = paragraph.text
        starts = {0}
        if side_of(text) is not None:
            starts |= {match.start() for one, _ in _NAMED_SIDES for match in one.finditer(text)}
        ordered = [*sorted(starts), len(text)]
        ordered = [start for start in ordered if start == 0 or text[:start].strip()]
        for start, stop in pairwise(ordered):
            yield at, paragraph if len(ordered) == 2 else cut(paragraph, start, stop)


def _vote_at(paragraphs: Sequence[Paragraph], index: int) -> tuple[tuple[int, ...], Vote | None]:
    """Return the vote whose first side stands at ``index``."""
    tallies: list[Tally] = []
    taken: dict[int, None] = {}
    said = ""  # the names behind the side that is read
    side: Side | None = None
    printed: int | None = None
    ended: Outcome | None = None
    for at, part in _parts(paragraphs, index):
        found = side_of(part.text)
        finish = outcome_of(part.text)
        if found is not None and side != found[0]:
            if side is not None:
                tallies.append(Tally(side, printed, names_in(said)))
            side, printed, begins = found
            if any(tally.side == side for tally in tallies) or (side != "for" and not tallies):
                side = None
                break
            said, ended = _said_and_ended(part.text[begins:])
            printed = _figure_after(said) if printed is None else printed
        elif side is None or (finish is not None and _of_another((*tallies, Tally(side, printed, ())), part)):
            break
        elif finish is not None:
            ended = finish
        elif _names(part) and (printed is None or len(names_in(said)) < printed or not tallies):
            said += (" " if not said.strip() or said.rstrip().endswith((",", " and")) else ", ") + part.text
        else:
            break
        taken[at] = None
        if ended is not None:
            break
    if side is not None:
        tallies.append(Tally(side, printed, names_in(said)))
    if len(tallies) < 2 and not (tallies and ended and tallies[0].printed is not None):
        return (), None
    spans = joined(span for at in taken for span in paragraphs[at].prose.spans())
    return tuple(taken), Vote(tuple(tallies), ended, spans)


def _said_and_ended(text: str) -> tuple[str, Outcome | None]:
    """Return the names behind a side, and how the vote ended where the sentence after them tells it."""
    end = sentence_end(text, 0)
    rest = text[end:].strip()
    told = opening(OUTCOME_TOLD).match(rest)
    ended = outcome_in(told.group()) if told is not None else outcome_of(rest)
    return (text[:end], ended) if ended is not None else (text, None)


def _names(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is a list of names."""
    words = [word for word in paragraph.text.split() if word[0].isalpha() and word != "and"]
    return bool(words) and paragraph.mark is None and sum(word[0].islower() for word in words) <= 0.15 * len(words)


def _figure_after(text: str) -> int | None:
    """Return the figure that a list of names ends with: "Councillors Ford and Grange (2)"."""
    match = re.search(r"(?:\(|\s[–—-]\s*)(?P<figure>\d{1,3})(?: votes?)?\)?\W*$", text)
    return int(match["figure"]) if match is not None else None
