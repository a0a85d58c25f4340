"""Finds passages for a question as typed: reads it, and settles which year a month without one is of."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corpus.errors import MinutebookError
from index.encoder import Encoder
from index.library import Library
from search.dates import period_words
from search.question import read_question
from search.ranking import WEIGHTS
from search.retrieve import hits_of, retrieve
from search.scene import Scene, scene_of
from search.types import Hit, Query

UNORDERED = replace(WEIGHTS, together=0.0)  # where the order of what is found tells nothing, none is read for it
LONGEST = 1_000  # characters of a question: a page that was pasted in would take minutes
CLEARER = 0.1  # of the question's words, by which an earlier year must have more than the last one has


class QuestionError(MinutebookError):
    """A question that cannot be put, with the reason and what to do."""


def search(library: Library, encoder: Encoder, question: str | Query, limit: int = 10) -> tuple[Hit, ...]:
    """Return the passages that best match a question, best first, the printed copies of each folded into it."""
    scene = scene_of(library, encoder)
    query = query_of(library, encoder, question) if isinstance(question, str) else question
    found = retrieve(library, encoder, query, scene)
    return hits_of(library, scene, found.candidates[:limit])


def query_of(library: Library, encoder: Encoder, question: str, today: date | None = None) -> Query:
    """Return the question as read: "in December" is the last December, unless the matter is of an earlier one.

    Without ``today``, what is counted back ("since January") is counted from the latest meeting held. ``QuestionError``
    says that a question is too long to be one.
    """
    if len(question) > LONGEST:
        raise QuestionError(f"This question has {len(question):,} characters: ask it in {LONGEST:,} or fewer.")
    scene = scene_of(library, encoder)
    readable = question.encode("utf-8", "replace").decode("utf-8")  # bytes that are no text come as halves of letters
    return year_meant(library, encoder, scene, read_question(readable, scene.held, today))


def year_meant(library: Library, encoder: Encoder, scene: Scene, query: Query) -> Query:
    """Return the query limited to those of the days that it may mean whose papers hold most of its words."""
    if not query.earlier or not query.topic:
        return query
    asked = [(_held_of(library, encoder, scene, one), one) for one in _years(query)]
    best = max(share for share, _ in asked)
    last, meant = asked[0][0], next(one for share, one in asked if share == best)
    return meant if best >= last + CLEARER else replace(query, earlier=())


def _years(query: Query) -> Iterator[Query]:
    """Yield the query for each year, newest first, its limits in words as well."""
    told = period_words(query.since, query.until)
    yield replace(query, earlier=())
    for since, until in query.earlier:
        words = period_words(since, until)
        limits = tuple(replace(one, words=one.words.replace(told, words)) for one in query.limits)
        yield replace(query, since=since, until=until, earlier=(), limits=limits)


def _held_of(library: Library, encoder: Encoder, scene: Scene, query: Query) -> float:
    """Return the most of the question's words that some passage holds, with those beside it: 0 to 1."""
    found = retrieve(library, encoder, query, scene, UNORDERED).candidates
    return max((one.signals.around for one in found if one.signals), default=0.0)
