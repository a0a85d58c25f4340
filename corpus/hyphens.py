"""Whether a word broken at a line's end keeps its hyphen: it does, unless the paper itself shows the word without."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from corpus.words import HYPHEN, Word

SOFT = "\u00ad"
_BREAKS = (HYPHEN, "-", "–", SOFT)
_EDGES = re.compile(r"^\W+|\W+$")


def breaks(word: Word, following: Word) -> bool:
    """Say whether two words are one that was broken at the end of a printed line."""
    first, then = word.text, following.text
    if not first.endswith(_BREAKS) or following.top < word.top + 0.5 * (word.bottom - word.top):
        return False
    return len(first) > 1 and first[-2].isalnum() and then[0].isalnum()


def vocabulary(words: Iterable[str]) -> frozenset[str]:
    """Return the forms in which a paper prints its words, lower case and without the punctuation around them."""
    return frozenset(_EDGES.sub("", word).lower() for word in words)


def joiner(known: Callable[[], frozenset[str]]) -> Callable[[str, str], bool]:
    """Return the test of whether a broken word keeps its hyphen; ``known`` gives the paper's vocabulary if asked."""

    @cache
    def keeps(first: str, then: str) -> bool:
        """Say whether the hyphen that ends ``first`` belongs to the word."""
        if first.endswith(SOFT):
            return False
        if first.endswith("–"):
            return True
        stem, rest = _EDGES.sub("", first[:-1]).lower(), _EDGES.sub("", then).lower()
        if not stem[-1:].isalpha() or not rest[:1].isalpha() or then[0].isupper():
            return True
        return f"{stem}-{rest}" in known() or stem + rest not in known()

    return keeps
