"""Who wrote a report: the line at its head or its end that says so, as printed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.phrases_kept import AUTHOR_FIELDS, REPORT_FIELDS
from corpus.phrasing import spaced
from corpus.types import Kind
from index.encoder import Encoder
from index.library import Library
from index.types import Filter, Passage
from search.candidates import Candidate
from search.compose import Quoted, Section
from search.facts import weighed
from search.retrieve import hits_of, retrieve
from search.scene import Scene
from search.types import Query

WROTE = r"(?:wrote|authored|drafted|prepared|compiled|penned)"
PAPER = r"(?:reports?|papers?|briefings?|strateg(?:y|ies)|notes?|updates?|plans?|assessments?|reviews?)"
ASKED = re.compile(
    rf"\b(?:who|which (?:\w+ )?(?:officer|director|councillor|member)s?)(?: actually)? {WROTE}\b(?=.*\b{PAPER}\b)"
    r"|\bwho(?:'s| is| was| are| were) the (?:report )?authors?(?: of)?\b"
    rf"|(?:\bwho (?:is|was|were) )?(?=.*\b{PAPER}\b.*\b(?:{WROTE}|written) by who)|\b(?:report )?authors? of\b"
    rf"|(?<=\breport )authors?\b",
    re.IGNORECASE,
)
"""Words that ask who wrote a paper; the paper itself stays in the topic."""
ASKING = re.compile(
    rf"\b(?:who|{WROTE}|written by|(?:the )?(?:report )?authors?(?: of)?|(?:reports?|papers?)(?: on)?)\b", re.IGNORECASE
)
"""What is left out of the topic: the words that ask, and that it is a report."""
AUTHOR = re.compile(
    rf"(?:^|(?<=\s))(?:{spaced(AUTHOR_FIELDS)})(?<!details)\s?:?\s(?P<value>(?-i:[A-Z]).+)", re.IGNORECASE | re.DOTALL
)
SENDER = re.compile(r"^(?:from|by)\s?:\s?(?P<value>(?-i:[A-Z]).+)", re.IGNORECASE | re.DOTALL)
"""A report that names no author names who it is from at its head."""
NEXT = re.compile(
    rf"\s(?:(?:{spaced('|'.join(REPORT_FIELDS))})\s?:|(?:relevant|lead|responsible) (?:director|officer|member)s?\b|"
    r"author contact|report version|circulated to|wards?\b|electoral division|tel(?:ephone)?\b|e-?mail\b)"
    r"|\s\S+@|\s\+?\d[\d ]{6,}",
    re.IGNORECASE,
)
"""Where the value of a field ends: the next field, a telephone number or an address."""
TITLE_END = " – "  # between the title of a report and the heading within it
REPORTS: tuple[Kind, ...] = ("report", "recommendation", "table")
FIELDS = 3_000  # passages of a paper looked at: a long pack has some 1,500
TRIED = 3  # reports that may be the one meant, best first
LONGEST = 40  # words of the line: several authors with their posts


def asks_author(query: Query) -> bool:
    """Say whether the question asks who wrote a paper."""
    return ASKED.search(query.text) is not None


def of_paper(query: Query) -> Query:
    """Return the question for the paper itself, without the words that ask who wrote it."""
    return replace(query, topic=" ".join(ASKING.sub(" ", query.topic).split()) or query.topic, want="any")


def written_by(library: Library, encoder: Encoder, scene: Scene, query: Query) -> list[Section]:
    """Return the line that says who wrote the paper asked about; nothing where no paper fits or none is named in it."""
    if not asks_author(query):
        return []
    found = retrieve(library, encoder, of_paper(query), scene)
    for report in [one.candidate.passage for one in weighed(library, found, REPORTS) if one.evidence.enough][:TRIED]:
        if chosen := _named_in(library, report):
            passage, line = chosen
            (hit,) = hits_of(library, scene, [Candidate(passage, 0.0, 0.0)], keep=True)
            return [Section("", (Quoted(hit.passage, line, "", hit.copies),))]
    return []


def _named_in(library: Library, report: Passage) -> tuple[Passage, str] | None:
    """Return the line that names the author of the report that a passage is of: under its title, or the last above."""
    ids = library.select(Filter(papers=(report.paper,)), FIELDS)
    lines = [(one, line) for one in library.passages(ids) if (line := author_line(one.text))]
    of_title = [(one, line) for one, line in lines if _title(one) == _title(report)]
    above = [(one, line) for one, line in lines if one.position <= report.position][-1:]
    return _best(of_title) or _best(above)


def author_line(text: str) -> str | None:
    """Return the field of a report's head or end that names who wrote it, without what follows; else None."""
    match = AUTHOR.search(text) or SENDER.search(text)
    if match is None:
        return None
    end = NEXT.search(text, match.start("value"))
    line = text[match.start() : end.start() if end else match.end()].strip(" ,;")
    return line if len(line.split()) <= LONGEST else None


def _best(lines: Sequence[tuple[Passage, str]]) -> tuple[Passage, str] | None:
    """Return the line that says "author" before one that says who the report is from."""
    return min(lines, key=lambda one: ("author" not in one[1].casefold(), one[0].position), default=None)


def _title(passage: Passage) -> str:
    return (passage.heading or "").split(TITLE_END)[0]
