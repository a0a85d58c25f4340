"""What tells a reason, where "why" is asked, and what tells somebody, where "who" is asked."""

import re
from collections.abc import Callable, Iterable

from search.bodies import Held
from search.telling import TITLED
from search.types import Query

WHY = re.compile(
    r"(?<!\band )\bwhy\b|^\W*and why\b|\breasons? (?:for|why|given|did)\b"
    r"|\bwhat (?:is|was|were) the reasons?\b",
    re.IGNORECASE,
)
REASON = re.compile(
    r"\b(?:because|due to|owing to|reasons?|as a result of|on the grounds?|in (?:the )?light of|given that|caused by|"
    r"attribut\w+|result(?:s|ed|ing) (?:from|of)|driven by|explained by|reflect(?:s|ed|ing))\b",
    re.IGNORECASE,
)
WHO = re.compile(
    r"^\W*(?:and )?who\b|\bwho (?:is|was|were|are|has|had|did|will|\w+ed)\b|\bname of the\b|"
    r"\bwhich (?:\w+ )?(?:officers?|directors?|councillors?|company|firm|organisation|contractor|inspector|member)\b",
    re.IGNORECASE,
)
NAME = re.compile(
    rf"{TITLED}[\w'’-]*"
    r"|\b[A-Z][a-z'’-]+ (?:[A-Z]\.? )?[A-Z][a-z'’-]+\b"
    r"|\b(?i:chair(?:man|woman|person)?|clerk|leader|director|head of)\b"
)
"""Somebody: a person, a firm, or an office."""
WORD = re.compile(r"[^\W\d_][\w'’-]*")

Tells = Callable[[str], bool]


def tells_of(query: Query, held: Iterable[Held]) -> Tells | None:
    """Return what says whether words tell it; None where neither is asked for.

    A body or a council held is nobody, and neither is whom the question names.
    """
    if WHY.search(query.text):
        return lambda words: REASON.search(words) is not None
    if not WHO.search(query.text):
        return None
    known = {word.casefold() for one in held for name in (one.body, one.council) for word in WORD.findall(name or "")}
    known |= {word.casefold() for word in WORD.findall(query.text)}

    def named(words: str) -> bool:
        names = (WORD.findall(name.group()) for name in NAME.finditer(words))
        return any(word.casefold() not in known for name in names for word in name)

    return named
