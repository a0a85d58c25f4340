"""What a question takes for granted: "how did Councillor March vote" needs a Councillor March and a vote."""

import re
from collections.abc import Iterable

from search.types import Query

NAMED = re.compile(
    r"\b(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Prof(?:essor)?)\.?\s+(?P<name>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3})"
)
"""A person named with a title; a capital is needed, since "councillor declared" names nobody."""

JOINING = r"(?:on|about|of|for|the)\b"  # behind these a word is a thing: "agree on the refuse collection"
REFUSING = (
    r"\b(?:refus|reject|dismiss|overturn)\w*|\bnot (?:carried|agreed)\b|"
    r"\b(?:declined|lost|fell|fallen|defeated|unsuccessful)\b"
)
DEFERRING = r"\bdefer|\bpostpon|\badjourn|\blater\b"
COUNTED = r"\b(?:for|against|favour)\s?[:(]|\b\d+ (?:votes? )?(?:for|against|in favour)\b"  # "For (12)", "12 for"
ACTS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(printed, re.IGNORECASE))
    for asked, printed in (
        (r"\b(?:refused|rejected|dismissed)\b", REFUSING),
        (rf"\b(?:did|does|we|they)\b(?: (?!{JOINING})\S+){{0,4}} (?:refuse|reject|dismiss)\b", REFUSING),
        (r"\b(?:deferred|postponed|adjourned)\b", DEFERRING),
        (r"\bdid\b(?: \S+){1,5} (?:defer|postpone|adjourn)\b", DEFERRING),
        (r"\bwho (?:proposed|moved|put forward)\b", r"\bpropos(?:ed|er|ers)\b|\bmove[dr]\b|\bput forward\b"),
        (r"\bseconded\b", r"\bsecond(?:ed|er|ers)\b"),
        (r"\b(?:how|did) (?:\S+ ){1,5}votes?\b|\bvoted\b", rf"\bvot(?:e|es|ed|ers?|ing)\b|\babst\w+|{COUNTED}"),
        (r"\babstain(?:ed)?\b", r"\babst(?:ain|en)\w*"),
        (r"\bwithdr(?:aw|ew|awn)\b", r"\bwithdr[ae]w"),
        (r"\bresign(?:ed|s|ing|ation)?\b", r"\bresign|\bst(?:epped|ood) down\b|\bstepping down\b"),
    )
)
"""What somebody is said to have done, with the words by which a record tells that it was done.

They are sought as printed: by its stem "seconded" would be borne out by a second runway.
"""


def premises_of(query: Query) -> tuple[re.Pattern[str], ...]:
    """Return what the question takes for granted, each as the words of which a passage must hold one."""
    people = [_surname(found["name"].split()[-1]) for found in NAMED.finditer(query.text)]
    acts = [printed for asked, printed in ACTS if asked.search(query.text)]
    return tuple(dict.fromkeys((*people, *acts)))


def granted(premises: Iterable[re.Pattern[str]], text: str) -> bool:
    """Say whether these words bear out all that the question takes for granted."""
    return all(one.search(text) for one in premises)


def _surname(name: str) -> re.Pattern[str]:
    """Return the name as any paper prints it: its apostrophe straight or curled, its owner's left out."""
    letters = re.escape(re.sub(r"['’]s$", "", name)).replace("’", "'").replace("'", "['’]")
    return re.compile(rf"\b{letters}\b", re.IGNORECASE)


def bound(query: Query) -> bool:
    """Say whether the question names a body, a person or an act, and so means its words as the record has them."""
    return bool(query.bodies or query.councils or premises_of(query)) or query.want == "decision"
