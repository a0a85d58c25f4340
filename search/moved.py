"""Motions and amendments as minutes tell them: what was moved, the vote on it, and how it ended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus.counts import Outcome
from corpus.types import Span, Vote
from corpus.votes import outcome_of, side_of
from index.library import Library
from index.types import Passage
from search.cite import runs_of
from search.evidence import Evidence, weigh
from search.kept import kept
from search.minutes import APPLICATION, WholeMinute
from search.needs import Need, held_terms
from search.votes import minute_of

SHORT_VOTE = 15  # words of a vote that is quoted whole
TITLE = 20  # words at most of a line that names what is moved under it
TELLING = 8  # words from which a sentence tells what a motion is about: "£75k" does not
MOVED = re.compile(
    r"\b(?:proposed|moved)\b.{0,120}?\bseconded\b|\bseconded\b.{0,60}\b(?:proposed|moved)\b|"
    r"\bthe following (?:motion|amendment)\b|\b(?:motion|amendment) (?:on behalf of|in the name of|moved by)\b|"
    r"\ban? (?:\w+ )?(?:motion|amendment|proposal|proposition) (?:by|from|put|moved|that|to)\b|^\W*moved by\b",
    re.IGNORECASE | re.DOTALL,
)
LINE = re.compile(r"[^\n]+")
PUT = re.compile(r"\bput\b.{0,120}\bvote\b|\bvot(?:ing|es?) (?:was|were)\b", re.IGNORECASE)
ENDED = re.compile(
    r"(?:\b(?:motion|amendment|proposal|proposition)s?\b[^.]{0,160}?(?<!\bbe )|\bresolved that the \w+ be )"
    r"\b(?:carried|lost|fell|defeated|passed|rejected|agreed|accepted|tied|withdrawn)\b|"
    r"\bwithdrew (?:the|this|that|his|her|their) (?:motion|amendment|proposal|proposition)\b|"
    r"\b(?:there (?:was|being) no|found no|for (?:want|lack) of a) seconder\b|"
    r"\b(?:agreed|assented|consented) to (?:the|this|that|his|her) amendment\b|"
    r"\baccepted (?:the|this|that|his|her) amendment\b",
    re.IGNORECASE,
)
"""How it ended: "Amendment lost."; "the motion was carried by five votes to three"; not what could be agreed of it."""
NO_TITLE = re.compile(rf"{MOVED.pattern}|{ENDED.pattern}", re.IGNORECASE | re.DOTALL)
"""A line that moves or ends something is no title of the next."""
FIGURES = re.compile(
    r"\b(?:for|favour|against|ayes|noes|abst\w+)\W{0,3}\d|\b\w+ (?:votes?|members?) (?:to|for|against|in favour)\b|"
    r"(?<![£\d.,])\b\d{1,3} (?:for|against|in favour)\b|\(\d{1,3}\s?[:–-]\s?\d{1,3}\)|"
    r"\bby \d{1,3} (?:votes? )?to \d{1,3}\b|\bunanimous",
    re.IGNORECASE,
)
AMENDED = re.compile(
    r"\bamendment (?:then |therefore )?(?:fell|(?:(?:was|is) (?:\w+ ){0,2}?)?(?:lost|carried|defeated))\b",
    re.IGNORECASE,
)
AMENDS = re.compile(r"\bamend", re.IGNORECASE)
PUT_AMENDMENT = re.compile(r"\b(?:put the|the) amendments? (?:set out|in paragraph|(?:was|were|fell))\b", re.IGNORECASE)
FOLLOWS = re.compile(r"\bas follows\W*$", re.IGNORECASE)  # how it ended stands behind it

Sentence = tuple[Passage, str]
"""A sentence or an entry, with the passage that it stands in."""


@dataclass(frozen=True, slots=True)
class Motion:
    """One motion or amendment that was put to the vote: who moved it and its words, and what tells how it ended."""

    words: tuple[Sentence, ...]
    ended: tuple[Sentence, ...]
    vote: Vote | None = None  # as recorded, where its figures or names are
    under: str = ""  # the line that it was moved under: "(c) Pavement Parking"

    def evidence(self, heading: str | None, needs: Sequence[Need]) -> Evidence:
        """Return the evidence of its heading with the two sentences in a row that meet the needs best.

        Words scattered over a long motion prove nothing: each of them may be about something else.
        """
        opening = self.words[0][1] if self.words else ""
        told = [words for _, words in (*self.words, *self.ended)]
        beside = (held_terms(heading, self.under, opening, *both) for both in pairwise([opening, *told]))
        best = max((weigh(needs, held) for held in beside), key=lambda one: one.share)
        return replace(best, strict_missing=weigh(needs, held_terms(heading, self.under, *told)).strict_missing)

    @property
    def counted(self) -> bool:
        """Say whether the votes for and against it are told."""
        return any(FIGURES.search(words) for _, words in self.ended)

    def ended_as(self, outcome: Outcome) -> bool:
        """Say whether it is told that it ended so: one that was withdrawn was neither carried nor lost."""
        return any(outcome_of(words) == outcome for _, words in self.ended)

    @property
    def amends(self) -> bool:
        """Say whether it is an amendment, by the words that move it or that end it: "The amendment fell."."""
        _, words = self.words[0] if self.words else self.ended[-1]
        return "amendment" in words.casefold() or any(AMENDED.search(said) for _, said in self.ended)


@dataclass(slots=True)
class _Moved:
    """What was moved and is not yet ended: the motion under all amendments stays until the last vote."""

    words: list[list[Sentence]] = field(default_factory=list)
    under: list[str] = field(default_factory=list)  # what each was moved under
    told: bool = False  # how the last one ended: what follows is no longer its words
    last: str = ""  # the sentence before
    title: str = ""  # the last line that names an application
    voted: bool = False  # on what was moved last, which stays where nothing else was moved in words known to us

    def move(self, part: Passage, sentence: str) -> None:
        """Put on top what a sentence moves, with the short lines above it."""
        titles = (one for one in dict.fromkeys((self.title, self.last)) if len(one.split()) <= TITLE)
        self.under.append(" ".join(one for one in titles if not NO_TITLE.search(one)))
        self.words.append([(part, sentence)])
        self.told = self.voted = False

    def goes_on(self, part: Passage, sentence: str) -> None:
        """Add a sentence to the words of what was moved last, until it is told how that ended."""
        if self.words and not self.told and self.words[-1][-1][1] != sentence:
            self.words[-1].append((part, sentence))

    def ends(self, sentence: str) -> bool:
        """Say whether a sentence tells how what was moved last ended, and is none of its own words."""
        return bool(ENDED.search(sentence)) and not (self.words and _within_its_words(self.words[-1], sentence))

    def end(self, ended: tuple[Sentence, ...], vote: Vote | None = None) -> Motion:
        """Return what was moved last with how it ended; an amendment gives way to what it amends."""
        self.told = True
        words, line = (tuple(self.words[-1]), self.under[-1]) if self.words else ((), "")
        amendment = any(PUT_AMENDMENT.search(said) for _, said in ended)
        if len(self.words) == 1 and amendment and not AMENDS.search(words[0][1]):
            words, line = (), ""  # of an amendment that was moved in words unknown to us
        if vote is not None and self.voted and len(self.words) == 1 and AMENDS.search(words[0][1] if words else ""):
            line = " ".join(sentence for _, sentence in words)  # on what the amendment, voted on before, was to
            words = ()
        self.voted = vote is not None and len(self.words) == 1
        if len(self.words) > 1:
            self.words.pop()
            self.under.pop()
        return Motion(words, ended, vote, line)


def _parts_of(minute: WholeMinute) -> tuple[str, ...]:
    return tuple(part.id for part in minute.parts)


@kept(_parts_of)
def motions_of(library: Library, minute: WholeMinute) -> tuple[Motion, ...]:
    """Return the motions of a minute that were put to the vote, in the order in which they were.

    An amendment is voted on before the motion that it amends, so a vote is on what was moved last.
    """
    return tuple(_motions_of(library, minute))


def _motions_of(library: Library, minute: WholeMinute) -> Iterator[Motion]:
    record = minute_of(library.record(minute.parts[0].paper), minute.parts[0])
    votes = tuple(one for one in record.votes if one.outcome or len(one.tallies) > 1) if record else ()
    listed = [" ".join(_words(library, span).split()) for vote in votes for span in vote.spans]
    moved = _Moved()
    for part in (one for one in minute.parts if one.kind == "discussion"):
        here = [vote for vote in votes if holds(part, vote.spans[0].page, vote.spans[0].start)]
        several = len(here) > 1
        passed: list[str] = []  # the sentences of this part so far
        for sentence in (one for run in runs_of(library, part) for one in run):
            if MOVED.search(sentence):
                for vote in [one for one in here if _behind(library, one, passed, sentence)]:
                    here.remove(vote)  # on what was moved before this was
                    yield moved.end(_counted(library, minute, vote, part, several=several), vote)
                moved.move(part, sentence)
            passed.append(sentence)
            own = minute.parts[0].heading or sentence  # the heading of the minute is above all of its motions
            moved.title = sentence if APPLICATION.match(sentence) and own not in sentence else moved.title
            moved.last = sentence
            if any(sentence in words for words in listed) or FOLLOWS.search(sentence):
                continue  # the figures and names of a vote, and what announces them
            if moved.ends(sentence):
                yield moved.end(((part, sentence),))
            else:
                moved.goes_on(part, sentence)
        for vote in here:
            ended = _counted(library, minute, vote, part, several=several)
            if ended or moved.words:  # else nothing tells what was voted on, nor how it ended
                yield moved.end(ended, vote)
            moved.told = True


def _behind(library: Library, vote: Vote, passed: Sequence[str], sentence: str) -> bool:
    """Say whether a vote was told in sentences that are passed, and this one is none of them."""
    words = " ".join(" ".join(_words(library, span) for span in vote.spans).split())
    return sentence not in words and any(one in words for one in passed)


def _counted(
    library: Library, minute: WholeMinute, vote: Vote, part: Passage, *, several: bool
) -> tuple[Sentence, ...]:
    """Return how a vote is introduced, the figure of each side, and how it ended, without the lists of names.

    Of ``several`` votes that one passage tells of, its own words alone.
    """
    found: list[tuple[Passage, str, int]] = []  # with where on its page each ends
    listed = False
    for span in vote.spans:
        text = library.page(span.paper, span.page).text
        for line in LINE.finditer(text, span.start, span.end):
            side = side_of(line.group())
            words = line.group()[: side[2]] if side and side[1] is not None else line.group()
            holder = next((one for one in minute.parts if holds(one, span.page, line.start())), None)
            if holder is None or not (side or outcome_of(words)):
                continue
            listed = listed or side is not None
            if found and found[-1][0] is holder and found[-1][2] == line.start():
                holder, before, _ = found.pop()
                words = f"{before} {words}"
            found.append((holder, " ".join(words.split()), line.end() + 1))
    put = [one for run in runs_of(library, part) for one in run if PUT.search(one)]
    told = tuple((holder, words) for holder, words, _ in found)
    whole = " ".join(" ".join(_words(library, span) for span in vote.spans).split())
    if not listed and len(whole.split()) <= SHORT_VOTE:  # "(Vote: 8 For, 2 Against)"
        return (*((part, one) for one in put if one not in whole), (part, whole))
    if not listed:  # "carried by 7 votes to 3", within a sentence
        said = [one for run in runs_of(library, part) for one in run if not several or one in whole]
        return tuple((part, one) for one in said if ENDED.search(one) or one in put or FIGURES.search(one))
    return (*((part, one) for one in put if not any(one in words for _, words in told)), *told)


def _words(library: Library, span: Span) -> str:
    return library.page(span.paper, span.page).text[span.start : span.end]


def holds(passage: Passage, page: int, at: int) -> bool:
    """Say whether a passage has the words at this place of a page."""
    return any(span.page == page and span.start <= at < span.end for span in passage.spans)


def _within_its_words(words: Sequence[Sentence], sentence: str) -> bool:
    """Say whether a sentence is of the motion's own words, in its quotation marks: "say that our motion is passed"."""
    said = " ".join(told for _, told in words)
    return said.count("“") > said.count("”") and len(sentence.split()) >= TELLING
