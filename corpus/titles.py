"""What a report is called, by the fields and the lines at its head."""

import re
from collections.abc import Iterator, Sequence
from statistics import median_low

from corpus.bodies import councils_in
from corpus.dates import dates_in, is_day
from corpus.fields import beside
from corpus.paragraphs import Paragraph
from corpus.phrases import OFFICES
from corpus.phrases_kept import (
    APPLICATION_NUMBER,
    APPLICATION_NUMBER_FIELD,
    APPLICATION_SITE_FIELD,
    RECOMMENDATION_HEADINGS,
    REPORT_FIELDS,
)
from corpus.phrasing import pattern, spaced
from corpus.put_to import put_to, without_lead
from corpus.replies import QUESTION
from corpus.rows import folded
from corpus.series import is_heading

_FIELD = re.compile(rf"\s*(?P<name>{'|'.join(REPORT_FIELDS)})\s*(?::|\t|$)".replace(" ", r"\s+"), re.IGNORECASE)
_SUBJECT = re.compile(
    r"\s*(?:subject matter(?:\s*/\s*title of decision)?|subject|(?:report|paper) (?:title|subject)"
    r"|title(?: of (?:the )?(?:report|paper|decision))?|name of (?:the )?(?:report|paper)"
    r"|(?:name of (?:the )?)?subject member|(?:member|councillor) complained (?:of|about))"
    r"\s*(?:[:\t]|$|(?<=decision)\s)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NO_TITLE = re.compile(
    r"(?:appendix|annex|agenda|item|page|direct dial|minute item|public session|date|question \d|dear)\b"
    r"|(?:decision notice|notice of (?:the )?(?:decision|determination))\b|licensing act \d{4}$"
    r"|(?:table of )?contents$|this page (?:is|has been) ",
    re.IGNORECASE,
)
_NAMES = re.compile(  # with their offices, as an annual report begins or ends: "Ann Ash, Chairman"
    rf"(?:(?:[\w.’'-]+ ){{1,3}}[\w’'-]+, (?:{'|'.join(OFFICES)})\b\s*)+", re.IGNORECASE
)
_OPENS = re.compile(
    r"(?:(?:the )?[\w-]+[’']s? )?(?:introduction|foreword|welcome)", re.IGNORECASE
)  # "Chairman’s Introduction"
_RECOMMENDS = re.compile(r"(?:officer )?(?:recommendation|decision)\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?:(?:key|executive) )?decision (?:no\.? |number )?\d{2}/\d{3,5}(?: \(.{1,30}\))?", re.IGNORECASE
)
_BODY = re.compile(  # a committee's name above the title
    r"(?:[A-Z][\w&’',-]* (?:(?:and|of|for|the) )?){0,7}"
    r"(?i:council|committee|cabinet|commission|panel|board|executive|forum)"
)
_NUMBER_FIELD = re.compile(
    rf"\s*(?:{spaced(APPLICATION_NUMBER_FIELD)})\s*[:\t]\s*:?(?P<value>{spaced(APPLICATION_NUMBER)})\s*", re.IGNORECASE
)
_SITE_FIELD = re.compile(
    rf"\s*(?:{spaced(APPLICATION_SITE_FIELD)})\s*[:\t]\s*:?(?P<value>.+)", re.IGNORECASE | re.DOTALL
)
_PREMISES_FIELD = re.compile(  # of licensing: "Premises: The Lantern, 14 Beck Road"
    r"\s*(?:(?:name|address)(?:\s+and\s+address)?\s+of\s+)?premises(?:\s+(?:name|address)){0,2}\s*[:\t]\s*:?(?P<value>.+)",
    re.IGNORECASE | re.DOTALL,
)
_SITE = 160  # letters of a site: more is its description
_HEAD = 10  # paragraphs among which a title stands
_SHORT = 20  # letters of a line before a colon that introduces what follows and names nothing
_SMALL = 0.93  # of the size of the text: what is set smaller is a running head or a note
ALIKE = 0.6  # points by which letters of one size may differ
_MANY = 6  # lines as large as the title: planning applications follow one another, each under its own, but not so many
LARGER = 1.22  # times the size of the text: a title (headings of items are set up to 1.15)


def title_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return what a report is called: its subject field, its largest line, or its first heading of words."""
    referred = None
    for index, paragraph in enumerate(paragraphs[:24]):
        match = next((match for text in beside(paragraph.text) if (match := _SUBJECT.match(text)) is not None), None)
        if match is not None:
            words = [match["title"], *(item.text for item in _below(paragraphs, index))]
            title = folded(" ".join(words)).strip("* :")
            if title and not _REFERENCE.fullmatch(title):
                return title
            referred = referred or title
    large = large_title(paragraphs)
    if large:
        return folded(" ".join(paragraphs[index].text for index in large))
    if referred:
        return referred
    if (application := _application(paragraphs[:24])) is not None:
        return application
    least = _SMALL * _usual_size(paragraphs)
    for index, paragraph in enumerate(paragraphs[:_HEAD]):
        line = folded(paragraph.text)
        if _OPENS.fullmatch(line) or QUESTION.match(line):
            return None  # what comes now is a part of it
        if paragraph.size >= least and _may_be_title(paragraphs, index):
            more = (item.text for item in _below(paragraphs, index) if item.bold and paragraph.bold)
            return folded(" ".join([paragraph.text, *more]))
    return None


def _application(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the number and the site of an application where the fields at the head of a report on one name both."""
    found: dict[str, str] = {}
    for paragraph in paragraphs:
        for name, field in (("number", _NUMBER_FIELD), ("site", _SITE_FIELD), ("premises", _PREMISES_FIELD)):
            match = field.fullmatch(paragraph.text)
            if match is not None:
                found.setdefault(name, folded(match["value"]).strip(" .:"))
    site = found.get("site") or found.get("premises") or ""
    if not 0 < len(site) < _SITE or ("number" not in found and "premises" not in found):
        return None
    return " – ".join(filter(None, (found.get("number"), site)))


def large_title(paragraphs: Sequence[Paragraph]) -> range:
    """Return where the title of a report stands that is set larger than its text: nowhere where none is."""
    usual = _usual_size(paragraphs)
    found = [
        index
        for index, paragraph in enumerate(paragraphs[:_HEAD])
        if paragraph.size > LARGER * usual and _may_be_title(paragraphs, index) and _is_large_title(paragraphs, index)
    ]
    if not found:
        return range(0)
    at = max(found, key=lambda index: (paragraphs[index].size, -index))
    stop = at + 1 + sum(1 for _ in _set_alike(paragraphs, at))
    as_large = sum(paragraph.size >= paragraphs[at].size - ALIKE for paragraph in paragraphs[stop:])
    return range(at, stop) if as_large < _MANY else range(0)  # the first of many sections, and the title of none


def names_people(words: str) -> bool:
    """Say whether words are people with their offices and no more: "Ann Ash, Chairman"; they sign and head nothing."""
    return _NAMES.fullmatch(words) is not None


def has_fields(paragraphs: Sequence[Paragraph]) -> int:
    """Return how many fields of a report's head these paragraphs have: "From:", "Subject:", "Lead director:"."""
    return len(
        {match["name"].lower() for paragraph in paragraphs if (match := _FIELD.match(paragraph.text)) is not None}
    )


def _may_be_title(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a line near a report's head may be its title: not a council, a meeting, a day, a field or a label."""
    paragraph = paragraphs[index]
    words = folded(paragraph.text)
    if paragraph.table and _RECOMMENDS.match(words):
        return False  # a row of a form: "RECOMMENDATION REFUSE"
    if not is_heading(paragraph) or len(words) < 9 or _NO_TITLE.match(words) or _FIELD.match(words):
        return False
    if names_people(words) or _OPENS.fullmatch(words) or QUESTION.match(words):
        return False
    below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    if below is not None and names_people(folded(below.text)):
        return False  # "The Council", over the names of its members
    if words.endswith(":") and len(words) < _SHORT:
        return False  # "Funded by:"
    cells = [cell.strip() for cell in paragraph.text.split("\t")]
    if any(_NO_TITLE.match(cell) for cell in cells) or pattern(*RECOMMENDATION_HEADINGS).fullmatch(cells[0]):
        return False  # a directorate at the left, and at the right "ITEM 6"
    if (councils_in(words) and len(words) < 45) or is_day(words) or _names_meeting(words):
        return False
    return not (_BODY.fullmatch(words) and below is not None and below.gap)  # whose report it is, over its title


def _usual_size(paragraphs: Sequence[Paragraph]) -> float:
    return median_low([paragraph.size for paragraph in paragraphs]) if paragraphs else 0.0


def _is_large_title(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a line in large letters is on the report's first page and introduces nothing."""
    paragraph = paragraphs[index]
    return paragraph.page == paragraphs[0].page and not paragraph.text.rstrip().endswith(":")


def _names_meeting(words: str) -> bool:
    """Say whether a line is a meeting and no more: "Cabinet, 12 February 2025"."""
    if (found := put_to(words)) is not None and found.alone:
        return True
    days = [one for one in dates_in(words) if one.full is not None]
    if len(days) != 1:
        return False
    rest = without_lead(f"{words[: days[0].start]} {words[days[0].end :]}".strip()).strip(" ,:.–—-|()")
    return _BODY.fullmatch(rest) is not None


def _below(paragraphs: Sequence[Paragraph], index: int) -> Iterator[Paragraph]:
    """Return the paragraphs right under one that are more of the same line of a report's head."""
    for paragraph in paragraphs[index + 1 : index + 4]:
        if (
            paragraph.gap
            or paragraph.table
            or paragraph.mark is not None
            or _FIELD.match(paragraph.text)
            or len(paragraph.text) > 160
        ):
            return
        yield paragraph


def _set_alike(paragraphs: Sequence[Paragraph], index: int) -> Iterator[Paragraph]:
    """Return the paragraphs right under a title that are more of it, in letters as large."""
    for paragraph in _below(paragraphs, index):
        if abs(paragraph.size - paragraphs[index].size) > ALIKE:
            return
        yield paragraph
