"""Questions to begin with, made from what the library itself holds."""

from collections import Counter
from itertools import islice

from corpus.types import Acronym
from index.library import Library
from index.types import Filter, Passage

FEW = 5  # examples: what fits on two lines
LOOKED_AT = 400  # decisions looked at: enough to meet several bodies, few enough to be quick
LONGEST = 60  # characters of a heading that still reads as a topic

# Headings that every meeting has: true of any council, and an example of nothing.
FORMAL = (
    "apolog", "declaration", "minutes", "welcome", "chair", "any other", "urgent", "date of", "public", "exempt",
    "petition", "question", "work programme", "next meeting", "procedure", "quorum", "matters arising",
)  # fmt: skip


def examples_of(library: Library) -> tuple[str, ...]:
    """Return a few questions that this library answers: recent decisions on different topics, and a short form."""
    ids = library.select(Filter(kinds=("decision",)), LOOKED_AT * 25)[-LOOKED_AT:]
    topics = _topics(library.passages(ids))
    asked = [f"What was agreed on {topic}?" for topic in islice(topics, FEW - 2)]
    if any(True for _ in library.select(Filter(kinds=("declaration",)), 1)):
        asked.append("Who declared an interest?")
    short = _short_form(library.acronyms())
    if short:
        asked.append(f"What does the record say about {short}?")
    return tuple(asked)


def _topics(passages: tuple[Passage, ...]) -> list[str]:
    """Return headings of decisions, newest first, each body's turn in order."""
    by_body: dict[str, list[str]] = {}
    seen: set[str] = set()
    for passage in reversed(passages):
        topic = _topic(passage.heading or "")
        if topic and topic.casefold() not in seen and not passage.private:
            seen.add(topic.casefold())
            by_body.setdefault(passage.meeting.body or "", []).append(topic)
    longest = max((len(topics) for topics in by_body.values()), default=0)
    return [topics[turn] for turn in range(longest) for topics in by_body.values() if turn < len(topics)]


def _topic(heading: str) -> str:
    """Return a heading as a topic, or nothing where it is a formality or too long to read at a glance."""
    topic = " ".join(heading.split()).strip(" .:-–")
    if not 6 <= len(topic) <= LONGEST or any(word in topic.casefold() for word in FORMAL):
        return ""
    return _lowered(topic) if topic.isupper() else topic


def _lowered(topic: str) -> str:
    """Return a heading set in capitals as a sentence would have it; words of up to four letters may be short forms."""
    words = [word if len(word) <= 4 and not word.isalpha() else word.lower() for word in topic.split()]
    return " ".join(words)


def _short_form(acronyms: tuple[Acronym, ...]) -> str | None:
    """Return the short form that most papers explain, the first in the alphabet among equals."""
    counts = Counter(one.short for one in acronyms if one.short.isupper() and 3 <= len(one.short) <= 6)
    return min(counts, key=lambda short: (-counts[short], short), default=None)
