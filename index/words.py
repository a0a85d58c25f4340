"""The terms that words are indexed and sought by, and full-text expressions that no question can break.

Terms are made here and not by the database, so that indexing, searching and checking evidence agree: British spelling
is the norm, ``£1.5m`` and ``1,500,000`` are one term, and so are ``2023-24`` and ``2023/24``; references such as
``24/00109`` stay whole; hyphenated words are found written in any of their ways.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import Stemmer  # type: ignore[import-not-found]  # it ships no types

LETTERS = r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*"  # accents may follow their letters
WORD = re.compile(
    rf"""
    (?P<years>\b(?:FY\s?)?(?:19|20)\d\d\s?[-/–]\s?(?:(?:19|20)\d\d|\d\d)\b(?![\d/])
              | \bFY\s?\d\d\s?[-/–]\s?\d\d\b(?![\d/]))
    | (?P<reference>\b[A-Za-z]{{0,3}}\d+(?:[/.-]\d+[A-Za-z]?)*/\d+[A-Za-z]*\b | \b\d+(?:\.\d+){{2,}}[A-Za-z]?\b
                    | \b[A-Za-z]{{1,4}}\d+(?:[-.]\d+)+\b)
    | (?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>\s?(?:million|billion|thousand|bn|m|k)\b)?
      (?:(?P<share>\s?(?:%|per\s?cent\b))|(?:st|nd|rd|th)\b)?
    | (?P<word>{LETTERS}(?:['’]{LETTERS})*\d*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
COMPOUND = re.compile(  # begun only where letters begin: a text without a space is then read once and not once a letter
    rf"(?<![^\W\d_])(?<![\u0300-\u036f]){LETTERS}(?:-{LETTERS})+"
)
SCALES = {"million": 6, "m": 6, "billion": 9, "bn": 9, "thousand": 3, "k": 3}

SPELLINGS = (
    (re.compile(r"iz(e[ds]?|ing|ers?|ations?|ational)$"), r"is\1"),  # organize -> organise
    (re.compile(r"yz(e[ds]?|ing)$"), r"ys\1"),  # analyze -> analyse
    (re.compile(r"(?<=[bilpv])or(s|ed|ing|hoods?)?$(?<!error)"), r"our\1"),  # neighbor -> neighbour
    (re.compile(r"^program(s)?$"), r"programme\1"),
    (re.compile(r"^licens(e[ds]?|ing)$"), r"licenc\1"),  # the verb as the noun
    (re.compile(r"^practis(e[ds]?|ing)$"), r"practic\1"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands, and the term that it is compared by.

    Example: ``Word(start=0, end=5, text="£1.5m", term="1500000")``.
    """

    start: int
    end: int
    text: str
    term: str


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@lru_cache(maxsize=200_000)  # more than a library's whole vocabulary, and about 30 MB at most
def term_of(word: str) -> str:
    """Return the term of one plain word: lower case, without accents, in British spelling, stemmed."""
    whole = unicodedata.normalize("NFKD", word.replace("’", "'")).casefold().removesuffix("'s")
    plain = "".join(character for character in whole if character.isalnum())
    for pattern, written in SPELLINGS:
        plain = pattern.sub(written, plain)
    return str(_stemmer().stemWord(plain))


def words(text: str) -> list[Word]:
    """Return every word of the text in order, each with its term."""
    found = ((match, _term(match)) for match in WORD.finditer(text))
    return [Word(match.start(), match.end(), match.group(), term) for match, term in found if term]


def terms(text: str) -> list[str]:
    """Return the terms of the text in order; each holds letters, digits and ``/ . % -`` only."""
    return [term for match in WORD.finditer(text) if (term := _term(match))]


def variants(text: str) -> list[str]:
    """Return terms by which parts of a text may also be sought: ``call-in`` as "callin", ``2023/24`` as both years."""
    found = [term_of(match.group().replace("-", "")) for match in COMPOUND.finditer(text)]
    for match in WORD.finditer(text):
        if match["years"]:
            first, _, last = _term(match).partition("/")
            found += (first, first[: 4 - len(last)] + last)
    return [term for term in found if term]


def sought(texts: Iterable[str]) -> str | None:
    """Return the full-text expression for any of the texts, each a word or a phrase, or None where they hold no word.

    Every term stands between quotation marks, which no term can hold: nothing in a question is syntax.
    """
    phrases: dict[str, None] = {}
    for text in texts:
        if whole := terms(text):
            phrases[f'"{" ".join(whole)}"'] = None
        if (joined := re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", "", text)) != text:
            phrases[f'"{" ".join(terms(joined))}"'] = None  # "co-operation" also finds "cooperation"
    return " OR ".join(phrases) or None


def expression(any_of: Sequence[str], all_of: Sequence[str] = ()) -> str | None:
    """Return the full-text expression for passages with any of some texts and all of others.

    None means that nothing can match: there is no word to seek.
    """
    needed = [sought([text]) for text in all_of]
    wanted = sought(any_of)
    if None in needed or not (wanted or needed):
        return None
    if wanted and not needed:
        return wanted
    # What is only wished for counts towards the score, and so stands beside what is needed and not before it.
    must = " AND ".join(f"({one})" for one in needed)
    return f"({must}) AND ({must} OR {wanted})" if wanted else must


def _term(match: re.Match[str]) -> str:
    if match["years"]:
        first, last = re.split(r"\s?[-/–]\s?", match["years"].upper().removeprefix("FY").strip())
        return f"{first if len(first) > 2 else f'20{first}'}/{last[-2:]}"  # "FY 21 / 22"
    if match["reference"]:
        return match["reference"].lower()
    if match["number"]:
        return _number(match["number"], match["scale"]) + ("%" if match["share"] else "")
    return term_of(match["word"])


def _number(printed: str, scale: str | None) -> str:
    """Return the amount in full digits, without separators: ``1.5`` and ``m`` make ``1500000``."""
    digits = printed.replace(",", "").removesuffix(".00")  # no pence: £7,700.00 is £7,700
    if not scale:
        return digits  # "3.10" is a paragraph as often as an amount, so its nought stays
    whole, _, part = digits.partition(".")
    zeros = SCALES[scale.strip().lower()]
    part = part.ljust(zeros, "0")
    rest = part[zeros:].rstrip("0")
    return ((whole + part[:zeros]).lstrip("0") or "0") + (f".{rest}" if rest else "")
