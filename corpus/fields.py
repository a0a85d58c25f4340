"""The fields at the head of a report or of a record of a decision: who wrote it, which wards, who decides and when."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.bodies import BODY_WORD, is_body
from corpus.dates import first_date
from corpus.meetings import own_body
from corpus.names import POST, TITLE, WORD
from corpus.paragraphs import Paragraph
from corpus.phrases_kept import AUTHOR_FIELDS, DAY_FIELDS, DECIDER_FIELDS, MEETING_FIELDS, TO_MEMBERS, WARD_FIELDS
from corpus.phrasing import pattern, spaced
from corpus.rows import folded
from corpus.types import Meeting

HEAD = 40  # paragraphs among which the fields of a report stand
TWO_FIELDS = 4  # cells of a row with two fields and their values
LONGEST = 240  # letters of a value; more is a paragraph that begins with the same word
_CONTACT = re.compile(
    r"\s*(?:[(\[][^()\[\]]*[\d@][^()\[\]]*[)\]]"
    r"|[,;]?\s*(?:tel(?:ephone)?|phone|e-?mail|ext(?:ension)?)\b.*$|\S+@\S+|\+?\d[\d ]{8,})",
    re.IGNORECASE,
)
_FIELD = re.compile(r"\s*[A-Z][\w ]{1,30}:\s*\S")  # "Committee: Cabinet"
_DATED = re.compile(r"\s*[/|,]?\s+(?=(?:meeting )?date(?: of meeting)?\s*:)", re.IGNORECASE)
_NAMED = re.compile(rf"(?:{TITLE}\s*)?{WORD}\s+{WORD}")
_NOBODY = re.compile(r"(?:n/?a|none|not applicable|tbc|-+)\.?", re.IGNORECASE)


def authors_of(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """Return who wrote a report, as printed with their posts and without telephone numbers and addresses.

    They stand at its head or at its end, beside the label or on the lines below it.
    """
    label = _label(AUTHOR_FIELDS)
    for index, paragraph in enumerate(paragraphs):
        parts = beside(paragraph.text) if len(paragraph.text) < LONGEST else []
        match = next((match for text in parts if (match := label.fullmatch(text)) is not None), None)
        if match is None:
            continue
        value = folded(match["value"]) or ", ".join(_below(paragraphs[index + 1 : index + 3]))
        found = [person.strip(" ,.-–:") for person in re.split(r"\s*;\s*", _CONTACT.sub("", value))]
        named = _NAMED.match(found[0]) if found else None
        if named is not None and not POST.search(named.group()):
            return tuple(person for person in found if person)
    return ()


def _below(lines: Sequence[Paragraph]) -> list[str]:
    """Return the name on the line below a label, and the post on the line below the name."""
    texts = [folded(line.text) for line in lines]
    if len(texts) > 1 and _NAMED.match(texts[0]) and POST.search(texts[1]) and not re.search(r"[\d:@]", texts[1]):
        return texts[:2]
    return texts[:1]


def wards_of(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """Return the wards or electoral divisions that a report says it is about; "All" is printed so."""
    value = _field(paragraphs, WARD_FIELDS)
    names = re.split(r"\s*;\s*" if value and ";" in value else r"\s*,\s*", value) if value else []
    return tuple(name.strip(" .") for name in names if name.strip(" .") and not _NOBODY.fullmatch(name.strip()))


def decided_at(paragraphs: Sequence[Paragraph], council: str | None) -> Meeting | None:
    """Return who decides and on which day, where the fields of a paper's head say both or one of them."""
    decider = _field(paragraphs, DECIDER_FIELDS)
    day = _field(paragraphs, DAY_FIELDS)
    held_on = first_date(day) if day else None
    body = own_body(decider, council) if decider and BODY_WORD.search(decider) else None
    if body is None:
        body = _reported_to(paragraphs, council)
        if body is not None and held_on is None:
            held_on = next((found for value in _values(paragraphs, "date") if (found := first_date(value))), None)
    return Meeting(council, body, held_on) if body or held_on else None


def _reported_to(paragraphs: Sequence[Paragraph], council: str | None) -> str | None:
    """Return the body that a field of a report's head names and nothing else: "Report to | Cabinet"."""
    for value in _values(paragraphs, MEETING_FIELDS):
        words = pattern(TO_MEMBERS).sub("", value)
        if is_body(words):
            return own_body(words, council)
    return None


def _field(paragraphs: Sequence[Paragraph], names: str) -> str | None:
    """Return the value of the first field with one of these names."""
    return next(_values(paragraphs, names), None)


def _values(paragraphs: Sequence[Paragraph], names: str) -> Iterator[str]:
    """Return the values of the fields with one of these names: each beside its name, or on the line below it."""
    label = _label(names)
    head = [paragraph for paragraph in paragraphs[:HEAD] if paragraph.page == paragraphs[0].page]
    for index, paragraph in enumerate(head):
        for text in beside(paragraph.text):
            match = label.fullmatch(text)
            if match is None:
                continue
            value = folded(match["value"]).strip(" :")
            if not value and match["colon"] == ":" and index + 1 < len(head) and not head[index + 1].bold:
                value = folded(head[index + 1].text)
            if value and len(value) < LONGEST:
                yield value


def beside(text: str) -> list[str]:
    """Return the fields of one row, of which cover tables set two side by side: "Report to: | Cabinet | Date: | …"."""
    cells = [cell for part in text.split("\t") for cell in _DATED.split(part)]
    if len(cells) == TWO_FIELDS:
        return ["\t".join(cells[:2]), "\t".join(cells[2:])]
    return cells if len(cells) > 1 and all(_FIELD.match(cell) for cell in cells) else [text]


@cache
def _label(names: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{spaced(names)})\s*(?P<colon>[:\t]|$)\s*(?P<value>.*)", re.IGNORECASE | re.DOTALL)
