"""Questions to begin with, made from what the library itself holds."""

import re
from collections import Counter
from itertools import islice

from corpus.types import Acronym
from index.library import Library
from index.types import Filter, Passage

FEW = 5  # examples: what fits on two lines
LOOKED_AT = 400  # decisions looked at: enough to meet several bodies, few enough to be quick
SHORTEST, LONGEST = 6, 60  # characters of a heading that reads as a topic
_NAMED = re.compile(r"\(([A-Z]{3,8})s?\)")  # a short form that a heading gives: "(LADO)"
_REFERENCE = re.compile(r"^\S*\d\S*\s*[-–:]\s*")  # "25/0021 – Sea wall": a topic is what stands after it
_BREAK = re.compile(r"\s*[(:;–]|\s-\s|,\s")  # where the first part of a long heading ends

# Headings that every meeting has: true of any council, and an example of nothing.
FORMAL = (
    "apolog", "declaration", "minutes", "welcome", "chair", "any other", "urgent", "date of", "public", "exempt",
    "petition", "question", "work programme", "next meeting", "procedure", "quorum", "matters arising", "agenda",
    "correspondence", "clerk", "time limited debate",
)  # fmt: skip


def examples_of(library: Library) -> tuple[str, ...]:
    """Return a few questions that this library answers: recent decisions on different topics, and a short form."""
    ids = library.select(Filter(kinds=("decision",)), LOOKED_AT * 25)[-LOOKED_AT:]
    acronyms = library.acronyms()
    topics = _topics(library.passages(ids), {one.short for one in acronyms})
    asked = [f"What was agreed on {topic}?" for topic in islice(topics, FEW - 1)]
    short = _short_form(acronyms)
    if short:
        asked.append(f"What does the record say about {short}?")
    return tuple(asked)


def _topics(passages: tuple[Passage, ...], shorts: set[str]) -> list[str]:
    """Return headings of decisions, newest first, each body's turn in order."""
    by_body: dict[str, list[str]] = {}
    seen: set[str] = set()
    for passage in reversed(passages):
        topic = topic_of(passage.heading or "", shorts)
        if topic and topic.casefold() not in seen and not passage.private:
            seen.add(topic.casefold())
            by_body.setdefault(passage.meeting.body or "", []).append(topic)
    longest = max((len(topics) for topics in by_body.values()), default=0)
    return [topics[turn] for turn in range(longest) for topics in by_body.values() if turn < len(topics)]


def topic_of(heading: str, shorts: set[str]) -> str:
    """Return a heading as a topic, or nothing where it is a formality or too long to read at a glance."""
    whole = " ".join(heading.split())
    if any(word in whole.casefold() for word in FORMAL):
        return ""
    named = _NAMED.search(whole)
    if named and named.group(1) in shorts:
        return named.group(1)
    whole = _REFERENCE.sub("", whole)
    topic = (whole if len(whole) <= LONGEST else _BREAK.split(whole)[0]).strip(" .:-–")
    if not SHORTEST <= len(topic) <= LONGEST:
        return ""
    if not topic.isupper():
        return topic
    return " ".join(word if word.strip("(),") in shorts else word.lower() for word in topic.split())


def _short_form(acronyms: tuple[Acronym, ...]) -> str | None:
    """Return the short form that most papers explain, the first in the alphabet among equals."""
    counts = Counter(one.short for one in acronyms if one.short.isupper() and 3 <= len(one.short) <= 6)
    return min(counts, key=lambda short: (-counts[short], short), default=None)
