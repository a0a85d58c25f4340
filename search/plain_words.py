"""What people call things, and what a council's papers call them: ``plain_words.txt``, read once.

What is said is also found by what is printed, never the other way: a paper says "older people", and whoever asks says
"pensioners". The list was written from general knowledge of how councils' plain English guides and A to Z pages pair
words; how far it is blind to the evaluation, docs/decisions/0008 says. What means several things in papers ("house",
"close") is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from index.words import Word, terms, words

LONGEST = 4  # words of what is said: no line of the list has more
LIST = "plain_words.txt"  # a line each: what is said, parted by " / ", then " | ", then what is printed, by commas

Plain = Mapping[tuple[str, ...], tuple[str, ...]]
"""What papers print, by the words that people say, in lower case."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a question that say plainly what papers print otherwise.

    Example: ``Said(first=2, last=3, printed=("inheritance tax",))`` for "death duties" as the third and fourth word.
    """

    first: int  # places among the words given
    last: int
    printed: tuple[str, ...]


def said_plainly(found: Sequence[Word], listed: Plain) -> Iterator[Said]:
    """Yield what is said plainly among these words in order, the longest that begins at each place; no name is."""
    key = _key(found)
    at = 0
    while at < len(found):
        for length in range(min(LONGEST, len(found) - at), 0, -1):
            printed = listed.get(key[at : at + length])
            if printed and not any(word.text[0].isupper() for word in found[at + (at == 0) : at + length]):
                yield Said(at, at + length - 1, printed)
                at += length - 1
                break
        at += 1


@cache
def plain_words() -> Plain:
    """Return what papers print, by the words that people say."""
    made: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in files("search").joinpath(LIST).read_text(encoding="utf-8").splitlines():
        said, _, printed = line.partition("|")
        if not line.startswith("#") and printed:
            called = tuple(one.strip() for one in printed.split(",") if terms(one))
            for one in said.split("/"):
                made.setdefault(_key(words(one)), called)
    return MappingProxyType(made)


def _key(said: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.text.casefold().replace("’", "'") for word in said)
