"""Reports and all other papers: numbered paragraphs, recommendations, rows of tables, and plain text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.bodies import councils_in
from corpus.marks import Mark
from corpus.paragraphs import Paragraph
from corpus.phrases import RECOMMENDATION_HEADINGS, RECOMMENDS, REPORT_FIELDS
from corpus.phrasing import pattern, says
from corpus.rows import folded, joined
from corpus.series import is_heading
from corpus.types import Block, Kind, Span

_NUMBER = re.compile(r"\d+")
_FIELD = re.compile(rf"\s*(?P<name>{'|'.join(REPORT_FIELDS)})\s*(?::|\t|$)".replace(" ", r"\s+"), re.IGNORECASE)
_SUBJECT = re.compile(
    r"\s*(?:subject matter(?:\s*/\s*title of decision)?|subject|report title|title(?: of (?:report|decision))?)"
    r"\s*(?::|$|(?<=decision)\s)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NO_TITLE = re.compile(
    r"(?:appendix|annex|agenda|item|page|direct dial|minute item|public session|date|question \d)\b", re.IGNORECASE
)
_NUMBERED_HEADING = re.compile(r"\d{1,2}\.?\s+[A-Z]")
_DECISION_HEADING = re.compile(r"(?:proposed\s+)?decision\s*:?", re.IGNORECASE)
_TINY = 60  # letters of a line that says too little to be read alone
_MOST = 420  # letters of tiny lines put together


def title_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return what a report is called: its subject field, or its first heading of words."""
    for index, paragraph in enumerate(paragraphs[:24]):
        match = _SUBJECT.match(paragraph.text)
        if match is not None:
            words = [match["title"], *(item.text for item in _below(paragraphs, index))]
            title = folded(" ".join(words)).strip("* :")
            if title:
                return title
    for index, paragraph in enumerate(paragraphs[:10]):
        words_ = folded(paragraph.text)
        if not is_heading(paragraph) or len(words_) < 9 or _NO_TITLE.match(words_) or _FIELD.match(words_):
            continue
        if councils_in(words_) and len(words_) < 45:
            continue
        return folded(
            " ".join([words_, *(item.text for item in _below(paragraphs, index) if item.bold and paragraph.bold)])
        )
    return None


def _below(paragraphs: Sequence[Paragraph], index: int) -> Iterator[Paragraph]:
    """Return the paragraphs right under one that are more of the same line of a report's head."""
    for paragraph in paragraphs[index + 1 : index + 4]:
        if paragraph.gap or paragraph.mark is not None or _FIELD.match(paragraph.text) or len(paragraph.text) > 160:
            return
        yield paragraph


def has_fields(paragraphs: Sequence[Paragraph]) -> int:
    """Return how many fields of a report's head these paragraphs have: "From:", "Subject:", "Lead director:"."""
    return len(
        {match["name"].lower() for paragraph in paragraphs if (match := _FIELD.match(paragraph.text)) is not None}
    )


def read_report(
    paragraphs: Sequence[Paragraph], ground: Block, title: str | None, decided: bool = False
) -> Iterator[Block]:
    """Return the blocks of a report; ``decided`` says that it is a record of a decision taken, not proposed."""
    heading: str | None = None
    number: str | None = None
    recommending: Kind | None = None
    header: tuple[Span, ...] = ()
    tiny: list[Paragraph] = []
    last: Mark | None = None
    for index, paragraph in enumerate(paragraphs):
        strong = _heads(paragraph)
        dotted = _paragraph_number(paragraph, last)
        if tiny and (strong or dotted or not _is_tiny(paragraph) or paragraph.gap or _length(tiny) > _MOST):
            yield _put_together(tiny, ground, _called(title, heading), number, recommending)
            tiny = []
        if paragraph.table:
            if not header and _is_header(paragraphs, index):
                header = paragraph.prose.spans()
                continue
            yield replace(
                ground, kind="table", spans=paragraph.prose.spans(), heading=_called(title, heading), lead=header
            )
            continue
        header = ()
        if dotted is not None:
            last, number = dotted, dotted.text
        if strong and (dotted is None or paragraph.bold):
            words = folded(paragraph.text)
            heading = words
            number = dotted.text if dotted else None
            recommending = _recommends_under(words, decided)
            yield replace(ground, spans=paragraph.prose.spans(), heading=_called(title, heading), paragraph=number)
            continue
        kind = recommending or ("recommendation" if says(RECOMMENDS, folded(paragraph.text)) else ground.kind)
        if _is_tiny(paragraph) and dotted is None and paragraph.mark is None:
            tiny.append(paragraph)
            continue
        start = paragraph.offset if dotted or (paragraph.mark and paragraph.mark.style == "•") else 0
        spans = paragraph.prose.spans(start) or paragraph.prose.spans()
        yield replace(ground, kind=kind, spans=spans, heading=_called(title, heading), paragraph=number)
    if tiny:
        yield _put_together(tiny, ground, _called(title, heading), number, recommending)


def _recommends_under(heading: str, decided: bool) -> Kind | None:
    words = re.sub(r"^[\d.]+\s*", "", heading).strip(" :.")
    if pattern(*RECOMMENDATION_HEADINGS).fullmatch(words):
        return "recommendation"
    if _DECISION_HEADING.fullmatch(words):
        return "decision" if decided else "recommendation"
    return None


def _heads(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is a heading of a report."""
    words = folded(paragraph.words)
    if paragraph.table or not words or len(words) > 200 or not any(letter.isalpha() for letter in words):
        return False
    if paragraph.bold or paragraph.capitals:
        return len(paragraph.rows) < 4 and is_heading(paragraph) and not (len(words) > 120 and words.endswith("."))
    if pattern(*RECOMMENDATION_HEADINGS).fullmatch(
        re.sub(r"^[\d.]+\s*", "", words).strip(" :.")
    ) or _DECISION_HEADING.fullmatch(words):
        return True
    return _NUMBERED_HEADING.match(paragraph.text) is not None and is_heading(paragraph) and paragraph.gap


def _paragraph_number(paragraph: Paragraph, last: Mark | None) -> Mark | None:
    """Return the mark of a numbered paragraph of a report where it stands in the series: "3.26" after "3.25"."""
    mark = paragraph.mark
    if mark is None or mark.style != "1.1" or paragraph.table:
        return None
    here = [int(part) for part in _NUMBER.findall(mark.value)]
    if last is not None:
        before = [int(part) for part in _NUMBER.findall(last.value)]
        if here[0] > before[0] + 6 and len(here) < 3:
            return None
    elif here[0] > 12:
        return None
    return (
        mark
        if paragraph.words[:1].isalpha() or paragraph.words[:1] in "£“\"‘'(•–-" or paragraph.words[:1].isdigit()
        else None
    )


def _is_header(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a row of a table gives the names of its columns."""
    paragraph = paragraphs[index]
    if index + 1 >= len(paragraphs) or not paragraphs[index + 1].table or paragraphs[index + 1].page != paragraph.page:
        return False
    if paragraph.bold and not paragraphs[index + 1].bold:
        return True
    return not any(letter.isdigit() for letter in paragraph.text) and any(
        letter.isdigit() for letter in paragraphs[index + 1].text
    )


def _is_tiny(paragraph: Paragraph) -> bool:
    return len(paragraph.text) < _TINY and not paragraph.table


def _length(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(paragraph.text) for paragraph in paragraphs)


def _put_together(
    tiny: Sequence[Paragraph], ground: Block, heading: str | None, number: str | None, kind: Kind | None
) -> Block:
    spans = joined(span for paragraph in tiny for span in paragraph.prose.spans())
    return replace(ground, kind=kind or ground.kind, spans=spans, heading=heading, paragraph=number)


def _called(title: str | None, heading: str | None) -> str | None:
    """Return the heading of a block: the report's title and the heading within it."""
    if title is None or heading is None or heading == title:
        return heading or title
    return f"{title} – {heading}"
