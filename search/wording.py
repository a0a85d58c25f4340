"""The words of questions and passages, brought to forms that can be compared.

Money, numbers and years are written in many ways in council papers: ``£1.5m``, ``£1,500,000`` and ``£1.5 million`` are one
term here, and so are ``2023-24`` and ``2023/24``. Everything else is stemmed, with British spelling taken as the norm.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

WORD = re.compile(
    r"""
    (?P<years>\b(?:19|20)\d\d\s?[-/–]\s?(?:(?:19|20)\d\d|\d\d)\b(?![\d/]))
    | (?P<reference>\b[A-Za-z]{0,3}\d+(?:[/.-]\d+[A-Za-z]?)*/\d+[A-Za-z]*\b | \b\d+(?:\.\d+){2,}[A-Za-z]?\b)
    | (?P<number>[£$€]?\d[\d,]*(?:\.\d+)?(?P<scale>\s?(?:million|billion|thousand|bn|m|k)\b)?%?)
    | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*\d*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
SCALES = {"million": 6, "m": 6, "billion": 9, "bn": 9, "thousand": 3, "k": 3}
STOP = frozenset(
    """a about above after again against all also am an and any are as asked at be because been before being below
    between both but by can cannot could did do does doing down during each else ever few for from further get give given had
    has have having he her here hers him his how i if in into is it its just least less let made make many me mine more most
    much my no nor not of off on once one only or other our ours out over own per please regarding same say said says she
    should so some such tell than that the their theirs them then there these they this those through to too under until
    up upon us very was we were what when where whether which while who whom whose why will with would you your yours
    concerning relation respect""".split()  # noqa: SIM905  # a hundred quotation marks would hide the words
)
"""Words that carry no topic: their presence in a passage is no evidence that it answers."""

SPELLINGS = (
    (re.compile(r"iz(e[ds]?|ing|ers?|ations?|ational)$"), r"is\1"),  # organize -> organise
    (re.compile(r"yz(e[ds]?|ing)$"), r"ys\1"),  # analyze -> analyse
    (re.compile(r"^(behavi|col|fav|harb|hon|lab|neighb)or"), r"\1our"),  # neighborhood -> neighbourhood
    (re.compile(r"^(program)(s)?$"), r"\1me\2"),  # program -> programme
    (re.compile(r"^(licens|practis)(e[ds]?|ing)$"), lambda match: match[1][:-1] + "c" + match[2]),  # verb as noun
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands, and the term that it is compared by.

    Example: ``Word(start=0, end=5, text="£1.5m", term="£1500000")``.
    """

    start: int
    end: int
    text: str
    term: str

    @property
    def numeric(self) -> bool:
        """Say whether this is a number, an amount, a reference or a year."""
        return any(character.isdigit() for character in self.term)


@lru_cache(maxsize=1)
def stemmer() -> Stemmer.Stemmer:
    """Return the English stemmer, made once."""
    return Stemmer.Stemmer("english")


@lru_cache(maxsize=100_000)  # a library's whole vocabulary is smaller
def term_of(word: str) -> str:
    """Return the term of one plain word: lower case, British spelling, stemmed."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    for pattern, written in SPELLINGS:
        plain = pattern.sub(written, plain)  # type: ignore[arg-type]  # a template or a function: re takes both
    return str(stemmer().stemWord(plain))


def words(text: str) -> list[Word]:
    """Return every word of the text in order, each with its term."""
    return [Word(found.start(), found.end(), found.group(), _term(found)) for found in WORD.finditer(text)]


def content(text: str) -> list[Word]:
    """Return the words of the text that carry its topic, in order."""
    return [word for word in words(text) if word.text.lower() not in STOP and (len(word.term) > 1 or word.numeric)]


def terms(text: str) -> frozenset[str]:
    """Return the terms of every word in the text."""
    return frozenset(word.term for word in words(text))


def _term(found: re.Match[str]) -> str:
    if found["years"]:
        first, last = re.split(r"\s?[-/–]\s?", found["years"])
        return f"{first}/{last[-2:]}"
    if found["reference"]:
        return found["reference"].lower()
    if found["number"]:
        return _number(found["number"], found["scale"])
    return term_of(found["word"])


def _number(printed: str, scale: str | None) -> str:
    """Return the amount in full digits, without separators: ``£1.5m`` is ``£1500000``."""
    sign = printed[0] if printed[0] in "£$€" else ""
    tail = "%" if printed.endswith("%") else ""
    digits = printed.removesuffix("%").lstrip("£$€")
    digits = digits.removesuffix(scale) if scale else digits
    digits = digits.replace(",", "").rstrip(".")
    if scale:
        whole, _, part = digits.partition(".")
        zeros = SCALES[scale.strip().lower()]
        part = part.ljust(zeros, "0")
        digits = (whole + part[:zeros]).lstrip("0") or "0"
        digits += f".{part[zeros:]}" if part[zeros:] else ""
    elif "." in digits:
        digits = (
            digits.rstrip("0").rstrip(".") if sign else digits
        )  # "£1.50" is "£1.5", but paragraph "3.10" is not "3.1"
    return f"{sign}{digits}{tail}"
