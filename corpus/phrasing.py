"""Phrases made ready to match: the data of ``corpus.phrases`` and its fellows as compiled patterns."""

import re
from collections.abc import Iterable
from functools import cache


def spaced(phrase: str) -> str:
    """Return a phrase whose spaces stand for any white space."""
    return re.sub(r"(?<!\\) (?![?*+{])", r"\\s+", phrase).replace(" ?", r"\s?").replace(" *", r"\s*")


@cache
def pattern(*phrases: str) -> re.Pattern[str]:
    """Return one pattern that finds any of the phrases anywhere."""
    return re.compile("|".join(f"(?:{spaced(phrase)})" for phrase in phrases), re.IGNORECASE | re.DOTALL)


@cache
def opening(*phrases: str) -> re.Pattern[str]:
    """Return one pattern that finds any of the phrases at the beginning, spaces before it allowed."""
    return re.compile("|".join(rf"(?:\s*(?:{spaced(phrase)}))" for phrase in phrases), re.IGNORECASE | re.DOTALL)


def says(phrases: Iterable[str] | str, text: str) -> bool:
    """Say whether a text has one of the phrases."""
    found = (phrases,) if isinstance(phrases, str) else tuple(phrases)
    return pattern(*found).search(text) is not None
