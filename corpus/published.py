"""Which meeting a paper was published for, and whose paper it is: the text's own words first, its file's name last."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise, takewhile

from corpus.bodies import BODY_WORD, council_tail, councils_in, english_first, is_told, is_welsh
from corpus.dates import Dated, dates_in, first_date, is_day
from corpus.fields import decided_at
from corpus.labels import label_of
from corpus.meetings import meeting_in, own_body
from corpus.name_lists import unlabelled_lines
from corpus.paragraphs import Paragraph
from corpus.put_to import put_to, without_lead
from corpus.rows import folded
from corpus.slips import told_slip, year_slip
from corpus.types import Meeting, Paper, PaperKind

SUMMONING: frozenset[PaperKind] = frozenset({"agenda", "front_sheet", "pack", "supplement"})
HEAD = 16  # paragraphs at the head of a paper among which it says what it is for
SHORT = 130  # letters of a line that names a meeting, where a sentence would only mention one
FIELD = 2  # cells of a row that is a field and its value
LONGEST_TITLE = 400  # letters of a title; more is a bold paragraph

_TIME = re.compile(
    r"\W{0,6}(?:(?:commencing|starting)\s+)?(?:at\b|@|time\b)\W*(?:at\s+)?\d{1,2}\W?\d{0,2}\s*[ap]\.?m"
    r"|\W{0,4}\d{1,2}[.:]\d{2}\s*[ap]\.?m",
    re.IGNORECASE,
)
_AT_TIME = re.compile(
    r"(?:,|\s+at)\s+\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\.?|noon)(?:\s*(?:to|[-–—])\s*\d.{0,8})?$", re.IGNORECASE
)
_AT_MEETING = re.compile(
    r"\s*(?:at|following)\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,2}(?:meeting|hearing)\s+of\b", re.IGNORECASE
)
_PARTS = re.compile(r"\s[-–—]\s|[–—:;|\t]|\s{3,}|\bon\s*$")
_OTHER = re.compile(r"\b(?:minutes|held|next|dates?|previous|last|past|future|report of)\b", re.IGNORECASE)
_WHOLE = re.compile(r"(?:full |county |city |borough |district |parish |town |community )?council", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b\W*", re.IGNORECASE)
_DAY = re.compile(rf"{_WEEKDAY.pattern}$", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[^a-z]+")
_OF = re.compile(
    r"\bmeeting\s+of\s+(?:the\s+)?(?P<body>[A-Z].{3,100}?)"
    r"(?=,?\s+(?:date\s*:|will\s+be\s+held|to\s+be\s+held|on\s|held\b|at\s|which\b|in\s+the\b)|$)",
    re.IGNORECASE,
)


def council_of(paper: Paper, found: Sequence[Paragraph]) -> str | None:
    """Return whose paper it is: the council that its head names, or one that it speaks of and its folder is named for.

    A paper calls its own council "the Council" and names its neighbours, so what it speaks of proves nothing alone.
    """
    if not found:
        return None
    page = paper.page(found[0].page)
    first = [paragraph for paragraph in found[: 2 * HEAD] if paragraph.page == found[0].page]
    first = list(takewhile(lambda paragraph: label_of(paragraph.text) is None, first))  # those present may be of others
    first = first[: unlabelled_lines(first)]
    titles = [item for item in first if _is_title(item)]
    running = [page.text[line.start : line.end] for line in page.lines if line.role in {"head", "foot"}]
    lines = [item for item in first if not item.table and item.mark is None and len(item.text) < SHORT]
    for texts in ([item.text for item in titles], running, [item.text for item in lines]):
        every = [name for text in texts for name in councils_in(text)]
        named = english_first(every)
        if _is_letter(first) and len(set(every)) > 1:
            break  # to the leaders of several councils
        if named is not None:
            return (_twin(found) or named) if is_welsh(named) else named
    if page.source == "copy" and (said := english_first(councils_in(paper.title or ""))) is not None:
        return said  # a page of a council's site, on which the site's own head alone names the council
    folder = _NO_LETTERS.sub(" ", (paper.folder or "").lower()).strip()
    for name in Counter(name for paragraph in found for name in councils_in(paragraph.text)):
        place = _NO_LETTERS.sub(" ", name.removesuffix(council_tail(name) or "").lower()).strip()
        if place and place == folder:
            return name
    return None


def _is_letter(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether a page is a letter: whom it is to is named above, and is not whose paper it is."""
    return any(re.match(r"dear\s+\w", paragraph.text, re.IGNORECASE) for paragraph in paragraphs)


def _twin(found: Sequence[Paragraph]) -> str | None:
    """Return the English name of a council of Wales whose English minutes follow the Welsh, on a page of their own."""
    titles = [two for one, two in pairwise(found) if one.page != two.page and _is_title(two)]
    return next((name for title in titles for name in councils_in(title.text) if not is_welsh(name)), None)


def _is_title(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is set as a title, or is no more than a name: "Milburn Parish Council - 8th May 2018"."""
    if paragraph.table or paragraph.mark is not None or len(paragraph.text) > LONGEST_TITLE:
        return False
    if paragraph.bold or paragraph.capitals:
        return True
    return any(folded(paragraph.text).lower().startswith(name.lower()) for name in councils_in(paragraph.text))


def published_for(paper: Paper, found: Sequence[Paragraph], council: str | None, kind: PaperKind) -> Meeting:
    """Return the meeting that a paper was published for."""
    if not found:
        return Meeting(council, _body_in_name(paper, council), date_in_name(paper))
    first = [paragraph for paragraph in found[: 3 * HEAD] if paragraph.page == found[0].page]
    by_name = date_in_name(paper)
    for paragraph in first[:HEAD] if year_slip(_head_of(found), by_name) is None else ():
        if len(paragraph.rows[0].line.cells) > FIELD:
            continue  # a row of a plan or a programme, which names the meetings of others
        meeting = _line(paragraph.text, council)
        if meeting is not None:
            return meeting
    if kind in SUMMONING:
        opened = [paragraph for paragraph in found[: 3 * HEAD] if paragraph.page <= found[0].page + 1]
        text = folded(" ".join(paragraph.text for paragraph in opened))
        named = _OF.search(text)
        body = own_body(named["body"], council) if named and BODY_WORD.search(named["body"]) else None
        body = body or meeting_in(first[:8], council).body or _body_in_name(paper, council)
        return Meeting(council, body, by_name if year_slip(text, by_name) else _summoned_for(text, by_name))
    told_of = (decided_at(found, council), _taken_at(first[:HEAD], council), _put_to(first[:HEAD], council))
    said = [meeting for meeting in told_of if meeting is not None]
    told = next((meeting for meeting in said if meeting.body), None)
    body = _body_in_name(paper, council) or (told.body if told else None) or _body_in_titles(first[:HEAD], council)
    days = [meeting.held_on for meeting in said if meeting.held_on and (meeting is told or not meeting.body)]
    return Meeting(council, body, by_name or next(iter(days), None) or (_day_alone(first[:HEAD]) if body else None))


def _taken_at(first: Sequence[Paragraph], council: str | None) -> Meeting | None:
    """Return the meeting at which a notice says that what follows was decided: "At a hearing of the Panel held on"."""
    for paragraph in first:
        if _AT_MEETING.match(paragraph.text) is not None:
            meeting = meeting_in([paragraph], council)
            return meeting if meeting.body and meeting.held_on else None
    return None


def _put_to(first: Sequence[Paragraph], council: str | None) -> Meeting | None:
    """Return the meeting that a line at the head of a paper says it is for, before the text tells of other meetings."""
    for paragraph in takewhile(lambda paragraph: not _is_text(paragraph), first):
        text = folded(paragraph.text)
        if len(text) > SHORT or len(paragraph.rows[0].line.cells) > FIELD:
            continue
        found = put_to(text)
        body = own_body(found.body, council) if found is not None else None
        if found is not None and body is not None:
            return Meeting(council, body, found.held_on)
    return None


def _is_text(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is of a report's text: it is numbered as such, or a numbered sentence."""
    return paragraph.mark is not None and (paragraph.mark.style == "1.1" or paragraph.ended)


def _day_alone(first: Sequence[Paragraph]) -> date | None:
    """Return the day that stands on a line at the head of a paper, alone or with a time, under the name of the body."""
    for paragraph in first:
        if is_day(_AT_TIME.sub("", paragraph.text)):
            return first_date(paragraph.text)
    return None


def slips_of(paper: Paper, found: Sequence[Paragraph]) -> tuple[str, ...]:
    """Return what speaks against the day that a summons prints, each in a sentence."""
    by_name = date_in_name(paper)
    printed = year_slip(_head_of(found), by_name)
    return (told_slip(printed, by_name),) if printed is not None and by_name is not None else ()


def _head_of(found: Sequence[Paragraph]) -> str:
    return folded(" ".join(paragraph.text for paragraph in found[:HEAD] if paragraph.page == found[0].page))


def minutes_published_for(paper: Paper, meeting: Meeting) -> Meeting:
    """Return the meeting that minutes were published for: a later one, where the file's name says so."""
    by_name = date_in_name(paper)
    if by_name is None or meeting.held_on is None or not 0 < (by_name - meeting.held_on).days < 300:
        return meeting
    return Meeting(meeting.council, _body_in_name(paper, meeting.council) or meeting.body, by_name)


def date_in_name(paper: Paper) -> date | None:
    """Return the date in a file's name: weak evidence, used where the text has none."""
    return next((dated.full for dated in dates_in(paper.name.replace("_", " ")) if dated.full is not None), None)


def _body_in_titles(first: Sequence[Paragraph], council: str | None) -> str | None:
    """Return the body that a title at the head of a paper names: "Audit Committee – Action Log"."""
    for paragraph in first:
        if not (paragraph.bold or paragraph.capitals) or paragraph.table or len(paragraph.text) > SHORT:
            continue
        for piece in _PARTS.split(folded(paragraph.text)):
            words = BODY_WORD.split(piece)
            name = own_body(piece, council) if len(words) > 1 and not words[-1].strip(" .,") else None
            if name is not None and name not in {council, council_tail(council)} and not _OTHER.search(piece):
                return name
    return None


def _line(text: str, council: str | None) -> Meeting | None:
    """Return the meeting that a short line names: "To: Cabinet – 30 January 2025"."""
    if len(text) > SHORT:
        return None
    for dated in dates_in(text):
        before = _WEEKDAY.sub(" ", text[: dated.start]).strip(" ,-–—:\t")
        body = re.sub(r"\s+(?:on|held on)$", "", _PARTS.split(before)[-1].strip(" ,-–—"))
        body = without_lead(body)
        if dated.full is None or not BODY_WORD.search(body) or len(body) > 90 or _OTHER.search(before) or is_told(body):
            continue
        name = own_body(body, council)
        if name is not None and (not name.endswith("Council") or _WHOLE.fullmatch(name)):
            return Meeting(council, name, dated.full)
    return None


def _summoned_for(text: str, by_name: date | None) -> date | None:
    """Return the day that a summons is for: the one with a weekday and a time, before the day it was issued."""
    found = [dated for dated in dates_in(text) if dated.full is not None]
    best = max(found, key=lambda dated: (_weight(text, dated, by_name), -dated.start), default=None)
    return best.full if best is not None else by_name


def _weight(text: str, dated: Dated, by_name: date | None) -> int:
    before, after = text[max(0, dated.start - 14) : dated.start], text[dated.end : dated.end + 40]
    return 2 * bool(_TIME.match(after)) + bool(_DAY.search(before)) + 2 * (dated.full == by_name)


def _body_in_name(paper: Paper, council: str | None) -> str | None:
    """Return the body that a file's name begins with, as "cabinet__2025-01-30__…" does: weak evidence, used last."""
    match = re.match(r"(?P<body>[A-Za-z][A-Za-z_ &-]+?)(?:__|[ _-]+(?=(?:19|20)\d\d-\d\d-\d\d))", paper.name)
    if match is None:
        return None
    words = match["body"].replace("_", " ").strip().title()
    return own_body(words, council) if BODY_WORD.search(words) else None
