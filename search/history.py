"""How an item went on, as an answer: the links of its chain in the order of their days, each under what was done."""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from index.encoder import Encoder
from index.library import Library
from search.compose import Quoted, Section
from search.decided import title_of
from search.scene import Scene
from search.thread import LinkKind, once, steps_of
from search.types import Query

CHAINED = 12  # minutes and reports told in one answer
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
    "asked_back": "Asked to come back",
    "deferred": "Deferred",
    "called_in": "On a call-in",
    "reconsidered": "Reconsidered",
    "mentioned": "Spoken of",
    "corrected": "Corrected",
}
"""What is said of a link above its words."""


def asks_history(question: str) -> bool:
    """Say whether a question asks how an item went on: "history of", "what happened to", "from scrutiny to cabinet"."""
    return bool(ASKED.search(question))


def history(library: Library, encoder: Encoder, scene: Scene, query: Query) -> list[Section]:
    """Return the chain of an item as sections; empty where it was at one meeting alone and makes no chain."""
    topic = " ".join(ONLY_ASKING.sub(" ", query.topic).split())
    _, steps = steps_of(library, encoder, scene, replace(query, topic=topic, want="any"))
    kept = list(once(steps).values())
    if len({step.passage.meeting.held_on for step in kept}) < 2:
        return []
    grouped = groupby(kept, key=lambda one: f"{TOLD[one.kind]}: {title_of(one.passage)}")
    made = [Section(title, tuple(Quoted(one.passage, one.quote) for one in some)) for title, some in grouped]
    return made[:CHAINED]
