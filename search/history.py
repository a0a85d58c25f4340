"""How an item went on, as an answer: the links of its chain in the order of their days, each under what was done."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from index.encoder import Encoder
from index.library import Library
from search.compose import Quoted, Section
from search.decided import title_of
from search.needs import Need
from search.on_topic import own_share
from search.scene import Scene
from search.thread import LinkKind, Step, once, steps_of
from search.types import Query

CHAINED = 20  # minutes and reports told in one answer
SURE = 0.9  # of the topic, that a step of a single meeting must hold with its heading
LEAST: Mapping[LinkKind, int] = {"mentioned": 3, "recommended": 2, "noted": 1}
"""What is left out first where there are more."""

BEGINS = (
    r"(?:start|beginning|scrutiny|examination|consultation|proposal|report|call-in|deferral|draft|request|application|"
    r"refusal|petition)"
)
EACH_MEETING = r"(?:(?:at )?(?:each|every) meeting|(?:meeting by|from meeting to) meeting)\b"
ASKED = re.compile(
    r"\b(?:history|story|timeline|progress) of\b|\bwhat (?:has |had )?(?:happened|happen) (?:to|with)\b|"
    r"\b(?:became|become) of\b|\bacross (?:the )?(?:\w+ )?meetings\b|\bover time\b|"
    rf"\b{EACH_MEETING}|"
    rf"\bhow (?:did|has|have) .{{3,80}}? (?:go|gone|get|got) from\b|\bfrom {BEGINS}\b.{{0,40}}\bto\b",
    re.IGNORECASE,
)
ONLY_ASKING = re.compile(
    r"\b(?:history|story|timeline|progress) of\b|\b(?:became|become|happened|happen)\b|\bover time\b|"
    rf"\b(?:what was (?:done|said)(?: about it)? )?{EACH_MEETING}|\b(?:go|gone|get|got)\b|"
    r"\bacross (?:the )?(?:\w+ )?meetings\b|\bfrom (?:\w+ ){1,4}to (?:\w+ ){0,5}\w+\W*$",
    re.IGNORECASE,
)
TOLD: Mapping[LinkKind, str] = {
    "recommended": "Recommended",
    "agreed": "Agreed",
    "noted": "Noted",
    "refused": "Refused",
    "recommended_on": "Recommended to another body",
    "asked_back": "Asked to come back",
    "deferred": "Deferred",
    "called_in": "On a call-in",
    "reconsidered": "Reconsidered",
    "mentioned": "Spoken of",
    "carried": "Carried",
    "lost": "Lost",
    "corrected": "Corrected",
}
"""What is said of a link above its words."""


def asks_history(question: str) -> bool:
    """Say whether a question asks how an item went on: "history of", "what happened to", "from scrutiny to cabinet"."""
    return bool(ASKED.search(question))


def history(library: Library, encoder: Encoder, scene: Scene, query: Query) -> list[Section]:
    """Return the chain of an item as sections; empty where it was at one meeting alone and makes no chain."""
    steps = _steps(library, encoder, scene, query)[1]
    return _most_telling(steps) if len({step.passage.meeting.held_on for step in steps}) > 1 else []


def history_of_one(library: Library, encoder: Encoder, scene: Scene, query: Query) -> list[Section]:
    """Return what the one meeting did that an item was at, where nothing else answers; empty unless it is surely on it.

    "The appointment of an assistant caretaker" may never have come further than a list for the next agenda.
    """
    needs, steps = _steps(library, encoder, scene, query)
    sure = any(own_share(step.passage, needs) >= SURE for step in steps)
    return _most_telling(steps) if needs and sure else []


def _steps(library: Library, encoder: Encoder, scene: Scene, query: Query) -> tuple[tuple[Need, ...], list[Step]]:
    """Return what the question needs, and the steps of the chain, each once.

    A reference is what the chain is of, and limits it to nothing: later minutes go on without it.
    """
    topic = " ".join((*ONLY_ASKING.sub(" ", query.topic).split(), *query.references))
    needs, steps = steps_of(library, encoder, scene, replace(query, topic=topic, want="any", references=()))
    return needs, list(once(steps).values())


def _most_telling(steps: Sequence[Step]) -> list[Section]:
    """Return as many sections as one answer tells: how an item ended before what was said and proposed on the way."""
    titled = groupby(steps, key=lambda one: f"{TOLD[one.kind]}: {title_of(one.passage)}")
    grouped = [(title, list(some)) for title, some in titled]
    by_worth = sorted(range(len(grouped)), key=lambda at: (LEAST.get(grouped[at][1][0].kind, 0), -at))
    told = sorted(by_worth[:CHAINED])
    return [Section(title, tuple(_quoted(steps))) for title, steps in (grouped[at] for at in told)]


def _quoted(steps: Sequence[Step]) -> Iterator[Quoted]:
    """Yield the words of each step, a stem before the first of those that it leads to."""
    before = ""
    for step in steps:
        yield Quoted(step.passage, step.quote, step.stem if step.stem != before else "")
        before = step.stem
