"""Which meeting: where minutes begin, and the council, body and date that their heading names."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.attended_column import attended
from corpus.bodies import (
    BODY_WORD,
    body_name,
    council_tail,
    councils_in,
    english_first,
    is_welsh,
    is_welsh_body,
    name_alone,
    readable,
)
from corpus.dates import dates_in
from corpus.labels import label_in_heading, label_of, member_label_of, unlabelled
from corpus.marks import mark_of
from corpus.paragraphs import Paragraph
from corpus.phrases import ABOUT_MINUTES, MINUTES_OPENINGS, NOT_HELD, SUMMONS
from corpus.phrases_kept import DECISIONS_OPENINGS
from corpus.phrasing import opening, says
from corpus.rows import folded
from corpus.stems import stem_of
from corpus.types import Meeting

HEAD = 14  # rows from the top of a page within which a document's heading begins
DECIDED = 2  # decisions set off, from which a notice lists those of a meeting
SEARCHED = 14  # paragraphs after an opening within which those present are listed
_OF = re.compile(
    r"(?:(?:minutes?|notes|record|proceedings)\s+of\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}?|(?:\bat|^|(?<=\.))\s*an?\s+(?:[\w-]+\s+){0,2}?)"
    r"(?:meeting|proceedings|assembly|hearing)s?"
    r"\s+of\s+(?:the\s+)?(?P<body>.+?)(?=,?\s*(?:\bheld\b|\bconvened\b|\bwhich\b|\bon\s+(?:\w+day|\d)|\bat\s+\d"
    r"|\bin\s+the\b|\bcouncil\s+chamber\b|\btown\s+hall\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]|$))",
    re.IGNORECASE,
)
_WELSH = re.compile(
    r"cofnodion\s+(?:o\s+)?(?:[cg]h?)?yfarfod\s+(?:o['’]r\s+|yr?\s+|a\s+)?(?P<body>.+?)(?=\s+a\s+gynhaliwyd|\s+ar\s+\w+|,|$)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?:minutes?|notes)\s+of\s+(?:an?\s+|the\s+)?(?P<body>[\w ,&'’()-]{3,90}?)\s+meeting\b(?!\s+of\b)", re.IGNORECASE
)
_DIRECT = re.compile(
    r"(?:minutes|notes)\s+of\s+(?:the\s+)?(?P<body>[\w ,&'’()-]{3,90}?"
    r"(?:council|committee|cabinet|commission|panel|board|executive|forum))\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"^(?=.*\b(?:item|subject|matter|report)\b).*\b(?:decisions?|resolutions?|outcomes?)\b", re.IGNORECASE
)
_FIELD = re.compile(
    r"(?:^|\s)(?:(?i:name\s+of\s+(?:meeting|committee))\s*:?\s+|(?i:meeting|committee)\s*:\s*)"
    r"(?P<body>(?:[A-Z][\w&'’-]*,?\s+(?:(?:and|of|for|the)\s+)?){0,7}?"
    r"(?i:council|committee|cabinet|commission|panel|board|executive|forum|authority)\b)"
)
_HELD = re.compile(r"\bheld\b|\bdate\s*:", re.IGNORECASE)
_ANNUAL = re.compile(r"\bannual\s+(?P<kind>parish|town|community)\s+(?:meeting|assembly)\b", re.IGNORECASE)
_SUMMONED = re.compile(
    r"\b(?:next\s+|ordinary\s+)?(?:meeting|to\s+be|will\s+be|held|agenda)\b.*$", re.IGNORECASE | re.DOTALL
)
_BRACKETED = re.compile(r"^\(([^()]+)\)$")  # a line of its own: "(Tamarshire County Council)"
_PAGED = re.compile(r"\s\d{1,3}$")  # the number of the page, on the line above each
_WHERE = re.compile(r"(?:date|time|place|venue|location)\s*:", re.IGNORECASE)
_NOTICE_OF = re.compile(  # "Notice of Decision of the Licensing Sub-Committee"
    r"^(?:notice|record|statement|summary)\s+of\s+(?:the\s+)?(?:decisions?|determination)\s+"
    r"(?:(?:made|taken)\s+)?(?:of|by)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(r"^meeting\s+of\s+(?:the\s+)?", re.IGNORECASE)  # a line of its own: "Meeting of Cabinet"
_HOW = re.compile(r"\s(?:virtual|remote|online|hybrid|monthly)$", re.IGNORECASE)  # "Community Council virtual Meeting"
_SORT = re.compile(r"\s(?:annual|ordinary|extraordinary)\s(?=(?:parish|town|community)\s+council\b)", re.IGNORECASE)
_AGM = re.compile(r"\bA\.?\s?G\.?\s?M\b|\bannual\s+(?:general\s+)?meeting\b", re.IGNORECASE)


def openings(paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """Return the paragraphs at which the minutes of a meeting begin."""
    found: list[int] = []
    depth = _depths(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        if depth[index] > HEAD and not (paragraph.bold or paragraph.capitals):
            continue
        if found and index - found[-1] < SEARCHED and not _attended(paragraphs[found[-1] + 1 : index]):
            continue
        if (
            _opens(paragraphs, index)
            or (depth[index] == 0 and _opens_bare(paragraphs, index))
            or (not found and _opens_decisions(paragraphs, index))
        ):
            found.append(index)
    return tuple(found)


def _depths(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return how many rows stand above each paragraph on its page."""
    depths: list[int] = []
    page, rows = 0, 0
    for paragraph in paragraphs:
        if paragraph.page != page:
            page, rows = paragraph.page, 0
        depths.append(rows)
        rows += len(paragraph.rows)
    return depths


def _opens(paragraphs: Sequence[Paragraph], index: int) -> bool:
    text = folded(paragraphs[index].text)
    lowered = text.lower()
    if not any(word in lowered for word in ("minute", "cofnodion", "proceedings", "meeting")):
        return False
    match = opening(*MINUTES_OPENINGS).match(text) or re.search(r"\bMINUTES OF\b", text)
    if match is None or len(text) > 420 or paragraphs[index].table:
        return False
    if says(ABOUT_MINUTES, text) or says(SUMMONS, text):
        return False
    following = paragraphs[index + 1 : index + 1 + SEARCHED]
    return _attended(following) or _attended(paragraphs[index : index + 1])


def _opens_decisions(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a notice begins of what a meeting decided, item by item: it names nobody who was there."""
    if opening(*DECISIONS_OPENINGS).match(folded(paragraphs[index].text)) is None:
        return False
    around = " ".join(item.text for item in paragraphs[max(0, index - 4) : index + 4])
    dated = any(found.full is not None for found in dates_in(around))
    stems = [stem for item in paragraphs[index + 1 :] if (stem := stem_of(item)) is not None and stem.formal]
    column = any(item.table and _COLUMN.search(folded(item.text)) for item in paragraphs[index + 1 : index + SEARCHED])
    return dated and BODY_WORD.search(around) is not None and (column or len(stems) >= DECIDED)


def _attended(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether those present are listed."""
    for paragraph in paragraphs:
        label = label_of(paragraph.text) or label_in_heading(paragraph)
        if label is not None and label.role in {"present", "in_attendance", "apologies"}:
            return True
        if unlabelled(paragraph.text) and not paragraph.table:  # the names of a vote stand in a table
            return True
        members = member_label_of(paragraph.text)
        if members is not None and members.alone and not members.chair:
            return True
    return any(came for _, _, came in attended(paragraphs))


def _opens_bare(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a page begins with a council's name, a date and those present, without the word minutes."""
    window: list[Paragraph] = []
    rows = 0
    for paragraph in paragraphs[index : index + 10]:
        if paragraph.page != paragraphs[index].page or rows > HEAD:
            break
        label = label_of(paragraph.text)
        listed = unlabelled(paragraph.text) and "pologies" in paragraph.text  # then the meeting has been held
        if (label is not None and label.role == "present") or listed or _lists_members(window, paragraph):
            text = " ".join(item.text for item in window)
            dated = any(found.year for found in dates_in(text))
            named = bool(councils_in(text)) or BODY_WORD.search(text) is not None
            return dated and named and not any(says(SUMMONS, item.text) for item in window)
        window.append(paragraph)
        rows += len(paragraph.rows)
    return False


def _lists_members(above: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Say whether those who sent apologies are named right below the councillors: then the meeting has been held."""
    label = label_of(paragraph.text)
    absent = label is not None and label.role == "apologies" and not label.alone
    return absent and any(member_label_of(item.text) is not None or unlabelled(item.text) for item in above[-2:])


def meeting_in(head: Sequence[Paragraph], council: str | None) -> Meeting:
    """Return the meeting that a heading names; ``council`` is what the rest of the paper says."""
    texts = [_BRACKETED.sub(r"\1", folded(line)) for paragraph in head for line in _lines(paragraph)]
    text = " ".join(texts)
    named = [name for one in texts for name in councils_in(one)] or list(councils_in(text))
    printed = english_first(named) or council
    owner = english_first([name for name in (printed, council) if name is not None])
    return Meeting(owner, _body(texts, text, printed), _held_on(text))


def _lines(paragraph: Paragraph) -> list[str]:
    """Return a paragraph of a heading, its rows apart where they are a body's names in two languages."""
    rows = [row.text for row in paragraph.rows]
    welsh = [is_welsh_body(row) for row in rows]
    apart = any(welsh) and not all(welsh) and paragraph.bold and " / " not in paragraph.text
    return rows if apart else [paragraph.text]


def _held_on(text: str) -> date | None:
    """Return the date that stands soonest after "held", or else the first."""
    found = [
        dated
        for dated in dates_in(text)
        if dated.full is not None and not says(NOT_HELD, text[max(0, dated.start - 80) : dated.start])
    ]
    for held in _HELD.finditer(text):
        after = [dated for dated in found if dated.start >= held.end()]
        if after:
            return after[0].full
    return found[0].full if found else None


def _body(texts: Sequence[str], text: str, council: str | None) -> str | None:
    annual = _ANNUAL.search(text)
    if annual is not None:
        return f"Annual {annual['kind'].capitalize()} Meeting"
    for pattern in (_FIELD, _OF, _WELSH, _MEETING, _DIRECT):
        match = pattern.search(text)
        named = own_body(match["body"], council) if match is not None else None
        if named is not None and BODY_WORD.search(named):
            return named
    for line in sorted(texts, key=is_welsh_body):  # the English name of a body before its Welsh one
        if mark_of(line) is not None or _WHERE.match(line):
            continue  # an item of the agenda; when and where
        bare = _MEETING_OF.sub("", line)
        for dated in reversed(dates_in(line)):
            bare = bare[: dated.start] + bare[dated.end :]
        bare = re.split(r"\bminutes\b|\s[-–—]\s|\bheld\b", bare, maxsplit=1, flags=re.IGNORECASE)[0].strip(" ,-–—:")
        if len(line.split()) > 14 or line.endswith("."):
            continue
        if (
            BODY_WORD.search(bare)
            and len(bare) < 110
            and own_body(bare, council) not in {council, council_tail(council)}
        ):
            named = own_body(bare, council)
            if named is not None and BODY_WORD.search(named):
                unpaged = _PAGED.sub("", named)
                again = any(own_body(one, council) == unpaged for one in texts)
                return unpaged if again else named
    return council_tail(council)


def _both_names(owners: Sequence[str], name: str) -> bool:
    """Say whether a line is a council of Wales by its Welsh and its English name."""
    return len(owners) > 1 and is_welsh(owners[-1]) and name.startswith(owners[-1]) and name.endswith(owners[0])


def own_body(text: str, council: str | None) -> str | None:
    """Return a body's name without the council that it is of: "Cabinet" of "Kent County Council Cabinet"."""
    tail = (council_tail(council) or "council").lower()
    text = _NOTICE_OF.sub("", text)
    name = body_name(_SUMMONED.sub("", _SORT.sub(" ", _AGM.sub("", _HOW.sub("", name_alone(text))))))
    if name is None:
        return None
    if council is not None and name.lower().startswith(council.lower()):
        name = body_name(name[len(council) :].removeprefix("'s").removeprefix("’s")) or council_tail(council)
    elif council is not None and name.lower() in {"council", "full council", "cyngor", "cyngor llawn", tail}:
        name = council_tail(council) or name
    for of in (" of the ", " of "):  # "Harbour Committee of Skerrow Council"
        if council is not None and name is not None and name.lower().endswith(f"{of}{council.lower()}"):
            name = readable(name[: -len(f"{of}{council}")])
    owners = councils_in(name or "")
    if owners and name is not None and (owners[0] == name or _both_names(owners, name)):
        return council_tail(english_first(owners))
    return name
