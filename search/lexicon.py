"""A library's own words: how rare each is, what short forms stand for, and which word a slip was meant for."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from index.words import Word
from search.plain_words import Plain, plain_words

SURE_OF_LONG = 4  # a slip is looked for in words of at least so many letters: shorter ones have too many neighbours


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The library's own words, in how many passages each stands, what short forms stand for, and plain words."""

    passages: int
    frequency: Mapping[str, int]  # term to number of passages
    longs: Mapping[str, tuple[str, ...]]  # short form in lower case to its long forms
    plain: Plain = field(default_factory=plain_words)  # what people say to what papers print
    printed: Callable[[], Mapping[str, int]] | None = None  # words as printed, for slips; else terms serve
    english: Callable[[str], bool] | None = None  # whether a word is one, held or not, and so no slip

    def rarity(self, term: str) -> float:
        """Return the weight of a term, as in BM25: the rarer in the library, the more it says."""
        held = min(self.frequency.get(term, 0), self.passages)
        return math.log(1 + (self.passages - held + 0.5) / (held + 0.5))

    def nearest(self, word: Word) -> str | None:
        """Return the held word that this one is probably a slip for, or None where none is close enough.

        One slip is allowed in four to seven letters and two in more. Of equally close words one of the same letters is
        taken (two swapped, one doubled or not: "arivals" is "arrivals" and no "arising"), then the commoner.
        """
        typed = word.text.casefold()
        if len(typed) < SURE_OF_LONG or not typed.isalpha():
            return None
        if self.english is not None and self.english(typed):
            return None  # "lose" is no slip for "love"
        if word.term in self.frequency and not (typed == word.term and self._unprinted(typed)):
            return None
        allowed = 1 if len(typed) < 8 else 2  # two slips in a short word make another word
        close = [
            (distance, set(held) != set(typed), -count, held)
            for held, count in (self.printed() if self.printed else self.frequency).items()
            if held[0] == typed[0] and abs(len(held) - len(typed)) <= allowed and held.isalpha()
            if (distance := OSA.distance(typed, held, score_cutoff=allowed)) <= allowed
        ]
        return min(close)[-1] if close else None

    def _unprinted(self, typed: str) -> bool:
        """Say whether a word is no English and no paper's: "staf", though it is the stem of "staffing"."""
        return self.printed is not None and self.english is not None and typed not in self.printed()
