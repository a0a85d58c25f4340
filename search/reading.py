"""Reads what would be quoted beside the question, and leaves out what only seems to answer.

The reader was taught on passages that answer a question and on passages that share its words and do not: see
``eval.teach``. What it says decides where the words of the question alone cannot: they stand in a near miss as well.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from index.context import embedding_text
from index.types import Passage
from search.candidates import Candidate
from search.compose import Section
from search.rerank import Read, Reranker, reader
from search.superseded import CORRECTED, EARLIER

SEEMS = -2.5  # the reader's score of the best that would be quoted, below which nothing is: see decision 9
LOOKED_FOR = -5.0  # the same where nothing is asked: words alone look for a place, and seldom miss
BEHIND = 3.0  # of the reader's score: what is so far behind the best is not quoted beside it
OF_EACH = 2  # passages read of one section: the first say what it is about, and four change nothing
SECTIONS = 4  # sections read: an answer has seldom more
OF_THE_ONE_BEFORE = frozenset((EARLIER, CORRECTED))  # titles of sections that stand or fall with the one before them
YEARS = re.compile(r"(?<![\d/.-])(?P<first>20\d\d)\s?[-/–]\s?(?P<last>(?:20)?\d\d)(?![\d/]|[.,-]\d)")
NEVER = (0, 0)  # no two years
SURE, ODDS = 1.68, 0.43  # what a score is worth as the logarithm of the odds that the answer is right, fitted


def read(question: str, passages: Sequence[Passage]) -> list[float]:
    """Return the reader's score of each passage for the question: above 0 where it should answer."""
    return read_words(question, [embedding_text(passage) for passage in passages])


def read_words(question: str, texts: Sequence[str]) -> list[float]:
    """Return the reader's score of each text for the question, under whatever line says where it stands."""
    one: Reranker = reader()
    return one.scores(question, [Read(with_years_of(question, text)) for text in texts])


def with_years_of(question: str, text: str) -> str:
    """Return the text with the financial years of a question written as it writes them.

    To the reader "2018/2019" is far from "2018/19".
    """
    written = {years: match.group() for match in YEARS.finditer(question) if (years := _years(match))}
    return YEARS.sub(lambda match: written.get(_years(match) or NEVER, match.group()), text) if written else text


def _years(match: re.Match[str]) -> tuple[int, int] | None:
    """Return the two years, if they follow each other: (2018, 2019) for "2018/19"."""
    first, last = int(match["first"]), int(match["last"]) % 100
    return (first, first + 1) if (first + 1) % 100 == last else None


def answering(
    asked: Sequence[str], sections: Sequence[Section], candidates: Iterable[Candidate], least: float = SEEMS
) -> tuple[tuple[Section, ...], float]:
    """Return the sections that answer, none where the best is below ``least``, and how likely they are right."""
    first = {
        quoted.passage.id: quoted.passage for section in sections[:SECTIONS] for quoted in section.quoted[:OF_EACH]
    }
    scores = scores_of(asked, list(first.values()), candidates, least)
    worth = _together(sections, [_worth(section, scores) for section in sections])
    best = max((one for one in worth if one is not None), default=least)
    told = tuple(section for section, one in zip(sections, worth, strict=True) if one is None or one >= best - BEHIND)
    return (told if best >= least else ()), likelihood(best)


def scores_of(
    asked: Sequence[str], passages: Sequence[Passage], candidates: Iterable[Candidate], least: float
) -> dict[str, float]:
    """Return the reader's scores by passage, these passages among them.

    The question is read as it is put first, and where none of them reaches ``least``, as it is put otherwise. What was
    read when it was found is not read again.
    """
    scores = {one.passage.id: one.read for one in candidates if one.read is not None}
    scores = _with(scores, asked[0], [one for one in passages if one.id not in scores])
    for otherwise in asked[1:]:
        if all(scores[one.id] < least for one in passages):
            scores = _with(scores, otherwise, passages)
    return scores


def likelihood(score: float) -> float:
    """Return how likely an answer is right whose best passage has this score of the reader's, 0 to 1."""
    return 1 / (1 + math.exp(-SURE - ODDS * score))


def _with(scores: Mapping[str, float], question: str, passages: Sequence[Passage]) -> dict[str, float]:
    """Return the scores with those of these passages for the question, the better where one was read before."""
    found = zip((one.id for one in passages), read(question, passages), strict=True)
    return {**scores, **{key: max(score, scores.get(key, score)) for key, score in found}}


def _together(sections: Sequence[Section], worth: Sequence[float | None]) -> list[float | None]:
    """Return what each section is worth, a correction as much as what it corrects: neither is told alone."""
    groups: list[list[float | None]] = []
    for section, one in zip(sections, worth, strict=True):
        if groups and section.title in OF_THE_ONE_BEFORE:
            groups[-1].append(one)
        else:
            groups.append([one])
    return [max((one for one in group if one is not None), default=None) for group in groups for _ in group]


def _worth(section: Section, scores: Mapping[str, float]) -> float | None:
    """Return the best score of what was read of a section; None where nothing of it was."""
    return max((scores[one.passage.id] for one in section.quoted if one.passage.id in scores), default=None)
