"""Questions put at a meeting that were replied to: what is told is the reply, found by the words of its question."""

import re
from dataclasses import replace

from corpus.replies import OF_REPLIES
from index.context import bare
from index.library import Library
from index.types import Passage
from search.candidates import ordered
from search.decided import lead_words
from search.retrieve import Found

ASKS_OF_QUESTION = re.compile(r"\b(?:ask(?:s|ed|ing)?|questions?|questioners?|quer(?:y|ied|ies))\b", re.IGNORECASE)
ASKS_FOR_QUESTION = re.compile(
    r"\bwho(?:se)?\b.{0,40}\b(?:ask(?:ed)?|queried|questions?)\b|"
    r"\bwhat (?:did|has|have|had)\b.{0,60}\bask(?:ed)?\b|\bwhat (?:was|were)\b.{0,20}\basked\b"
    r"|\b(?:what|which)\b.{0,30}\bquestions?\b",
    re.IGNORECASE,
)
ASKS_OF_REPLY = re.compile(r"\b(?:answer\w*|repl(?:y|ies|ied)|respon\w+)\b", re.IGNORECASE)
SHORT = 25  # words of a reply that without its question says little: "Yes. The report recommends neither."
BEFORE = 1e-6  # of the score: no more than what puts it first
MOSTLY = 2  # times as long as its question a passage may be that is put as one: others' words may stand before it
ASKED_WHOLE = 80  # words of a question that is shown before such a reply


def is_reply(passage: Passage) -> bool:
    """Say whether a passage is of a reply: the question that it answers introduces it."""
    return passage.kind in OF_REPLIES and bool(passage.lead)


def asked_before(library: Library, passage: Passage, quote: str) -> str:
    """Return the question to be shown before a short reply; nothing before any other words."""
    if not is_reply(passage) or len(quote.split()) > SHORT:
        return ""
    words = lead_words(library, passage.lead).split()
    return " ".join(words) if len(words) <= ASKED_WHOLE else ""


def with_replies(library: Library, found: Found) -> Found:
    """Return what was found, each question to which a reply was found as that reply.

    Where it is asked who asked or what was asked, replies give their places to the question instead, and where
    somebody's asking is spoken of otherwise all stays as it is.
    """
    text = found.query.text
    of_reply = ASKS_OF_REPLY.search(text) is not None or not ASKS_OF_QUESTION.search(text)
    if not of_reply and not ASKS_FOR_QUESTION.search(text):
        return found
    replies = [(bare(lead_words(library, one.passage.lead)), one) for one in found.candidates if is_reply(one.passage)]
    worth = {one.passage.id: one.score for one in found.candidates}
    gone: set[str] = set()
    for one in found.candidates if replies else ():
        if one.passage.kind not in OF_REPLIES or is_reply(one.passage):
            continue
        own = [reply for question, reply in replies if _of_question(one.passage, question)]
        if own and of_reply:
            gone.add(one.passage.id)
            worth[own[0].passage.id] = max(worth[own[0].passage.id], one.score)
        elif own:
            gone |= {reply.passage.id for reply in own if not ASKS_OF_QUESTION.search(reply.passage.text)}
            worth[one.passage.id] = max(one.score, own[0].score + BEFORE)
    kept = (one for one in found.candidates if one.passage.id not in gone)
    return replace(found, candidates=ordered(replace(one, score=worth[one.passage.id]) for one in kept))


def _of_question(passage: Passage, question: str) -> bool:
    """Say whether a passage is of a question, which is told without its heading, or little more than the question."""
    words, heading = bare(passage.text), bare(passage.heading or "")
    said = words.removeprefix(heading)
    return (bool(said) and said in question) or (question in words and len(said) <= MOSTLY * len(question))
