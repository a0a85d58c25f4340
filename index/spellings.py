"""The words of a library as its passages print them: what a slip of the keyboard is held against."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

LETTERS = re.compile(r"[^\W\d_]{4,}")  # shorter words have too many neighbours for a slip to be told
LONGEST = 30  # letters: what is longer is a line that lost its spaces


def spellings(texts: Iterable[str]) -> Mapping[str, int]:
    """Return every word of letters in lower case, with how often it is printed."""
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(LETTERS.findall(text.casefold()))
    return {word: count for word, count in sorted(counted.items()) if len(word) <= LONGEST}
