"""How people are named in council papers: pieces of patterns, and when two names are one person's."""

import re

from corpus.phrases import HONOURS, PLURAL_TITLES, POSTS, TITLES

TITLE = "(?:" + "|".join(sorted(TITLES, key=len, reverse=True)) + r")\b\.?"
"""A title: "Councillor", "Mrs", "Y Cynghorydd"."""

WORD = r"(?:[A-Z]\.|[A-Z][\w'’-]*)"
"""One word of a name: "Eze-Okubuiro", "G."."""

HONOUR = "(?:" + "|".join(HONOURS) + r")\b"
"""An honour after a comma: "OBE"."""

PLURALS = "(?:" + "|".join(sorted(PLURAL_TITLES, key=len, reverse=True)) + ")"
"""A title before several names: "Councillors", "Messrs"."""

TITLED = re.compile(rf"{PLURALS}\b|{TITLE}")
"""The beginning of a name with its title, or of several with theirs."""

INITIALS = r"(?:[A-Z]\.?\s?){1,4}\s*[A-Z][\w'’-]+"
"""A name of initials and a surname: "K. W. Ames"."""

POST = re.compile(rf"\b(?:{POSTS})\b", re.IGNORECASE)
"""A word of a post: "Director", "Head of"."""

PERSON = rf"(?:(?:{TITLE}\s+)*{TITLE}\s+{WORD}(?:\s+{WORD}){{0,3}}|{WORD}(?:\s+{WORD}){{1,3}})"
"""A person, with a title and one word, or with two words or more."""

_GENDERED = re.compile(r"\b(?:Mr|Mrs|Miss|Ms|Sir|Dame|Lord|Lady)\b")
_BARE_NAME = re.compile(rf"\b(?:{TITLE}|{HONOUR})\s*")


def same_person(one: str, other: str) -> bool:
    """Say whether two printed names are one person's: "Mr Andrew Landau" and "Councillor Landau"."""
    first, then = (_bare_name(name) for name in (one, other))
    if not first or not then or first[-1].lower() != then[-1].lower():
        return False
    if len(first) > 1 and len(then) > 1:
        short = min(len(first[0].rstrip(".")), len(then[0].rstrip(".")))
        return first[0][:short].lower() == then[0][:short].lower()
    titles = {word for name in (one, other) for word in _GENDERED.findall(name)}
    return len(titles) < 2


def _bare_name(name: str) -> list[str]:
    """Return the forenames and the surname of a printed name."""
    return _BARE_NAME.sub("", name).replace(",", " ").split()
