"""Who put a question at a meeting: the line of a paper of questions that names who asked it."""

import re
from dataclasses import replace

from corpus.replies import QUESTION
from index.encoder import Encoder
from index.library import Library
from index.types import Filter, Passage
from search.authors import TITLE_END
from search.candidates import Candidate
from search.compose import Quoted, Section
from search.facts import weighed
from search.quoting import quotes_of
from search.retrieve import hits_of, retrieve
from search.scene import Scene
from search.types import Query

ASKED = re.compile(
    r"\b(?:who|which (?:\w+ )?(?:members?|councillors?|cllrs?|residents?|persons?))\b(?: \w+){0,2}? "
    r"(?:(?:asked|queried)\b|"
    r"(?:put|raised|submitted|tabled|posed) (?:(?:the|a|an|that|this) )?(?:\w+ ){0,2}questions?\b)"
    r"|\bwho was (?:it )?(?:that )?(?:asked|asking)\b|\bwhose question\b",
    re.IGNORECASE,
)
ASKING = re.compile(
    r"\b(?:councillors?|cllrs?|members?|residents?|asked|queried|put|raised|submitted|tabled|posed|questions?)\b",
    re.IGNORECASE,
)
"""Words that only ask; the rest is what the question was about."""
ENOUGH = 0.3  # of what it was about, that the question or its answer must hold: less is another question
PASSAGES = 3_000  # of a paper looked at, in search of the line


def asked_by(library: Library, encoder: Encoder, scene: Scene, query: Query) -> list[Section]:
    """Return the line that names who asked a question, and its words that are on the matter; else nothing.

    Only of papers that print each question under such a line: minutes tell it in their sentences.
    """
    if not ASKED.search(query.text):
        return []
    matter = " ".join(ASKING.sub(" ", query.topic).split())
    found = retrieve(library, encoder, replace(query, topic=matter), scene)
    best = next(iter(weighed(library, found)), None)
    if best is None or not best.evidence.enough or best.evidence.share < ENOUGH:
        return []
    passage = best.candidate.passage
    line = _line_over(library, passage)
    if line is None:
        return []
    named, words = hits_of(library, scene, [Candidate(one, 0.0, 0.0) for one in (line, passage)], keep=True)
    quotes = quotes_of(library, passage, found.needs)
    told = [Quoted(words.passage, quote, "", words.copies) for quote in quotes]
    over = (
        ()
        if any(_title(line) in quote for quote in quotes)
        else (Quoted(named.passage, _title(line), "", named.copies),)
    )
    return [Section("", (*over, *told))]


def _title(passage: Passage) -> str:
    return (passage.heading or "").split(TITLE_END)[0]


def _line_over(library: Library, passage: Passage) -> Passage | None:
    """Return the passage that begins with the line over the question that this one is of."""
    title = _title(passage)
    if not QUESTION.match(title):
        return None
    above = library.passages(library.select(Filter(papers=(passage.paper,)), PASSAGES))
    lines = [one for one in above if one.heading == title and title in " ".join(one.text.split())]
    return max((one for one in lines if one.position <= passage.position), key=lambda one: one.position, default=None)
