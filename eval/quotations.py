"""``python -m eval.quotations``: say whether every quotation of every answer is on the page that it is cited from.

The pages are read afresh from the kept PDFs by pypdf, which has no part in the making of quotations: a slip of our own
reading, numbering of pages or checking would show here. Two readers may order the words of a table or a column
otherwise, so a quotation is looked for as it stands first, and then word by word.
"""

import argparse
import logging
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pypdf import PdfReader

from eval.evaluate import read_set
from index.encoder import open_encoder
from index.library import Library, open_library
from search.answer import ask
from search.types import Answer, Citation

Found = Literal["as it stands", "word by word", "unread", "off its page"]
"""How a quotation was found; a picture, or a font without a table of its letters, has no words for pypdf to read."""

GLYPHS = re.compile(r"[\x01-\x08]")  # numbers of glyphs, given for letters that a font does not name
WORD = re.compile(r"[^\W_]+")
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it makes of fonts and broken links is not our question

PAGES = 500  # kept in memory: those of the papers that one set's answers cite most


@dataclass(frozen=True, slots=True)
class Checked:
    """One quotation with how it was found on its page."""

    question: str
    citation: Citation
    found: Found


def checked(library: Library, answer: Answer) -> Iterator[Checked]:
    """Yield each quotation of an answer, and of what it offers as near, with how it was found."""
    for citation in (*answer.citations, *answer.near):
        yield Checked(answer.question, citation, find(library, citation))


def find(library: Library, citation: Citation) -> Found:
    """Return how the quotation is found on the page, or the pages, that it is cited from."""
    last = citation.last_pdf_page or citation.pdf_page
    pdf = str(library.pdf(citation.sha256))
    text = " ".join(words_of(pdf, number) for number in range(citation.pdf_page, last + 1))
    if citation.ocr or not text.strip():
        return "unread"
    if _letters(citation.quote) in _letters(text):
        return "as it stands"
    missing = Counter(_words(citation.quote)) - Counter(_words(text))
    run_together = _letters(text)  # a word that a line breaks is two for one reader and one for the other
    if all(word in run_together for word in missing):
        return "word by word"
    return "unread" if GLYPHS.search(text) else "off its page"


@lru_cache(maxsize=PAGES)
def words_of(pdf: str, number: int) -> str:
    """Return the words of a page of a PDF, counted from 1, as pypdf reads them."""
    return str(_reader(pdf).pages[number - 1].extract_text())


@lru_cache(maxsize=50)
def _reader(pdf: str) -> PdfReader:
    return PdfReader(pdf)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _letters(text: str) -> str:
    return "".join(WORD.findall(_plain(text)))


def _words(text: str) -> list[str]:
    return WORD.findall(_plain(text))


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask all questions of a set and check what is quoted; return 1 where anything is off its page."""
    parser = argparse.ArgumentParser(prog="python -m eval.quotations", description="Check quotations by other code.")
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--set", default="samples", help="samples, papers, readers, pairs, rounds ...")
    asked = parser.parse_args(arguments)
    encoder = open_encoder()
    with open_library(asked.library, encoder) as library:
        answers = [ask(library, encoder, topic.question) for topic in read_set(asked.set).topics]
        found = [one for answer in answers for one in checked(library, answer)]
    counted = Counter(one.found for one in found)
    sys.stdout.write(f"{len(found)} quotations: {', '.join(f'{count} {how}' for how, count in counted.items())}\n")
    for one in found:
        if one.found == "off its page":
            sys.stdout.write(f"{one.citation.paper}, PDF page {one.citation.pdf_page}: {one.citation.quote[:120]}\n")
    return 1 if counted["off its page"] else 0


if __name__ == "__main__":
    sys.exit(main())
