"""Whether a word broken at a line's end keeps its hyphen: it does, unless the paper itself shows the word without.

Some papers are set by a program that breaks words where it must. Where the paper shows that it does, a word goes
together unless it begins as compounds do.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise

from corpus.words import HYPHEN, Word

SOFT = "\u00ad"
_BREAKS = (HYPHEN, "-", "–", SOFT)
FIRST_PARTS = frozenset({
    "all", "anti", "bi", "co", "counter", "cross", "de", "ex", "extra", "full", "half", "high", "ill", "in",
    "inter", "intra", "long", "low", "mid", "mini", "mono", "multi", "non", "off", "on", "one", "out", "over",
    "part", "post", "pre", "re", "self", "semi", "short", "sub", "super", "tri", "two", "ultra", "un", "under",
    "up", "well",
})  # fmt: skip
"""What compounds begin with."""

_EDGES = re.compile(r"^\W+|\W+$")


def breaks(word: Word, following: Word) -> bool:
    """Say whether two words are one that was broken at the end of a printed line."""
    first, then = word.text, following.text
    if not first.endswith(_BREAKS) or following.top < word.top + 0.5 * (word.bottom - word.top):
        return False
    return len(first) > 1 and first[-2].isalnum() and then[0].isalnum()


def vocabulary(words: Iterable[str]) -> frozenset[str]:
    """Return the forms in which a paper prints its words, lower case and without the punctuation around them."""
    return frozenset(_EDGES.sub("", word).lower() for word in words if not word.endswith(_BREAKS))


def breaks_words(pages: Iterable[Sequence[Word]], known: Callable[[], frozenset[str]]) -> bool:
    """Say whether a paper breaks words at line ends as it likes: it prints more of them whole elsewhere than not."""
    broken = [
        _parts(word.text, following.text)
        for page in pages
        for word, following in pairwise(page)
        if breaks(word, following)
    ]
    whole = sum(stem + rest in known() for stem, rest in broken)
    return whole > sum(f"{stem}-{rest}" in known() for stem, rest in broken)


def joiner(known: Callable[[], frozenset[str]], habit: Callable[[], bool]) -> Callable[[str, str], bool]:
    """Return the test of whether a broken word keeps its hyphen.

    ``known`` gives the paper's vocabulary if asked, and ``habit`` whether the paper breaks words at all.
    """

    @cache
    def keeps(first: str, then: str) -> bool:
        """Say whether the hyphen that ends ``first`` belongs to the word."""
        if first.endswith(SOFT):
            return False
        if first.endswith("–"):
            return True
        stem, rest = _parts(first, then)
        if not stem[-1:].isalpha() or not rest[:1].isalpha() or then[0].isupper():
            return True
        if f"{stem}-{rest}" in known() or stem + rest in known():
            return f"{stem}-{rest}" in known()
        return stem in FIRST_PARTS or stem in known() or "-" in stem or not habit()

    return keeps


def _parts(first: str, then: str) -> tuple[str, str]:
    return _EDGES.sub("", first[:-1]).lower(), _EDGES.sub("", then).lower()
