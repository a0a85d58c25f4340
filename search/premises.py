"""What a question takes for granted: "how did Councillor March vote" needs a Councillor March and a vote."""

import re
from collections.abc import Collection

from index.words import terms
from search.types import Query

NAMED = re.compile(
    r"\b(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Prof(?:essor)?)\.?\s+(?P<name>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3})"
)
"""A person named with a title; a capital is needed, since "councillor declared" names nobody."""

JOINING = r"(?:on|about|of|for|the)\b"  # behind these a word is a thing: "agree on the refuse collection"
REFUSING = "refused rejected dismissed declined lost fell defeated unsuccessful overturned"
ACTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"\b(?:refused|rejected|dismissed)\b", REFUSING),
        (rf"\b(?:did|does|we|they)\b(?: (?!{JOINING})\S+){{0,4}} (?:refuse|reject|dismiss)\b", REFUSING),
        (r"\b(?:deferred|postponed|adjourned)\b", "deferred postponed adjourned deferral later"),
        (r"\bdid\b(?: \S+){1,5} (?:defer|postpone|adjourn)\b", "deferred postponed adjourned deferral later"),
        (r"\bseconded\b", "seconded seconder"),
        (r"\b(?:how|did) (?:\S+ ){1,5}votes?\b|\bvoted\b", "vote voted voting voters abstained against favour"),
        (r"\bwithdr(?:aw|ew|awn)\b", "withdraw withdrew withdrawn withdrawal"),
        (r"\bresign(?:ed|s|ing|ation)?\b", "resign resigned resignation stepped stood"),
    )
)
"""What somebody is said to have done, with the words by which a record tells that it was done."""


def premises_of(query: Query) -> tuple[frozenset[str], ...]:
    """Return what the question takes for granted, each as the terms of which a passage must hold one."""
    people = [frozenset(terms(found["name"].split()[-1])) for found in NAMED.finditer(query.text)]
    acts = [frozenset(terms(words)) for pattern, words in ACTS if pattern.search(query.text)]
    return tuple(dict.fromkeys((*people, *acts)))


def granted(premises: Collection[frozenset[str]], held: Collection[str]) -> bool:
    """Say whether these terms bear out all that the question takes for granted."""
    return all(any(term in held for term in one) for one in premises)


def bound(query: Query) -> bool:
    """Say whether the question names a body, a person or an act, and so means its words as the record has them."""
    return bool(query.bodies or query.councils or premises_of(query)) or query.want == "decision"
