"""The items of a meeting's minutes: where each begins, its number, its agenda item and its heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.above import Headed, headed_above
from corpus.labels import label_of, member_label_of
from corpus.name_lists import unlabelled_until
from corpus.paragraphs import Paragraph
from corpus.phrases import ACTION_LOG, AGENDA_ITEM, ATTACHED, BANNERS, REMARKS, SUBHEADINGS
from corpus.phrases_kept import CLOSED, DECLARATION_HEADING, SIGNED
from corpus.phrasing import opening, pattern, says
from corpus.rows import folded
from corpus.series import Numbered, is_heading, minute_numbers, token
from corpus.stems import stem_of
from corpus.votes import outcome_of, side_of

_ITEM = re.compile(rf"\s*{AGENDA_ITEM.replace(' ', chr(92) + 's*')}\s*", re.IGNORECASE)
_ITEM_AT_END = re.compile(r"[(\[](?:agenda )?item(?: no\.?)?\s*(?P<item>\d{1,3}[a-z]?)[)\]]\s*$", re.IGNORECASE)
_RUN_IN = re.compile(
    r"[A-Z(][A-Z0-9 \n,'’&/()–—-]{24,220}(?:[:.](?=\s)|\s[–—-](?=\s))"  # in capitals, over two lines perhaps
    r"|To [a-z][^.:–—]{2,220}?:(?=\s)|(?:\(\d{1,3}\)\s+)?[A-Z][^.:–—]{2,70}?(?:[:.](?=\s)|\s[–—-](?=\s))"
)
_REMARK = re.compile(rf"(?:\s[–—-]|:)\s+(?={REMARKS})".replace(" ", r"\s"), re.IGNORECASE)
_TELLS = re.compile(r"\b(?:was|were|had|has|have|will|agreed|adopted)\b|(?:[A-Z][\w'’-]+ ){2,}[a-z]+ed\b")  # a sentence
_NEXT_MEETING = re.compile(r"(?:date .{0,20})?next meetings?:", re.IGNORECASE)
_PRINTED = re.compile(r"(?P<item>\d{1,2})[.)]\s+(?=[A-Z])")
_NONE = re.compile(r":\s+(?=(?:none|nil|n/?a)\.?$)", re.IGNORECASE)  # "PUBLIC PARTICIPATION: None"
_AGAIN = re.compile(r"\s*(?P<number>\d{1,4}/\d{2,4})(?=:?\s):?\s+")  # "2. Apologies: 031/25: Mr Hay sent his."
_CAPITALS = re.compile(r"[A-Z][A-Z '’&/-]{4,80}(?=,? (?:was|were|had)\b)")  # "MINUTES, were approved."
_AGAIN_NUMBERED = re.compile(r"^\(\d{1,3}\)\s+(?=[A-Z])")  # "54 (31) BETTER CARE FUND": of the year, and of the body
_UNENDED = re.compile(r"[–—,-]\s*$")
_STOP = re.compile(r"[:.]?\s+")

LISTING = 40  # paragraphs among which those who were there are listed
FILLED = 0.5  # of how far lines reach: a heading that goes on below reaches further


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one item of minutes, by paragraphs of its section."""

    start: int
    end: int  # the first paragraph after the heading
    at: int  # the paragraph with the number, or the first of the heading
    inside: int  # where the item's words begin in that paragraph, 0 where they begin in the next
    number: str | None
    item: str | None
    heading: str


def heads(paragraphs: Sequence[Paragraph], items: frozenset[int] = frozenset()) -> tuple[Head, ...]:
    """Return the heads of the items of one meeting's minutes, in order; ``items`` are those known to begin one."""
    known = tuple(item for at in sorted(items) if (item := token(paragraphs[at], at)) is not None)
    numbers = known or minute_numbers(paragraphs)
    above = None if known else headed_above(paragraphs, numbers)
    if above is not None:
        found = {head.start: head for head in (_under(paragraphs, item, above) for item in above.numbers)}
    else:
        sentences = 2 * sum(_is_sentence(paragraphs[item.index].text) for item in numbers) > len(numbers)
        found = _twice({item.index: _numbered(paragraphs, item, sentences) for item in numbers}, paragraphs)
    covered = {place for head in found.values() for place in range(head.start, head.end)}
    begun = _after_attendance(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        match = _ITEM.fullmatch(paragraph.text)
        if match is not None and index not in covered and index > begun:
            start = index - 1
            while start > 0 and start - 1 not in covered and _same_heading(paragraphs[start - 1], paragraphs[start]):
                start -= 1
            if start not in covered:
                heading = folded(" ".join(item.text for item in paragraphs[start:index]))
                found[start] = Head(start, index + 1, start, 0, None, match["item"], heading)
                covered |= set(range(start, index + 1))
    for head in _unnumbered(paragraphs, tuple(found[start] for start in sorted(found))):
        found[head.start] = head
    return _with_items([found[start] for start in sorted(found)])


def _with_items(found: Sequence[Head]) -> tuple[Head, ...]:
    """Return heads with the agenda item that each prints before its name: "C048/25 1. APOLOGIES"."""
    printed = [_PRINTED.match(head.heading) if head.number and not head.item else None for head in found]
    places = [int(one["item"]) for one in printed if one is not None]
    if len(places) < max(2, len(found) - 1) or places != sorted(set(places)):
        return tuple(found)
    return tuple(
        replace(head, item=one["item"], heading=head.heading[one.end() :]) if one is not None else head
        for head, one in zip(found, printed, strict=True)
    )


def _twice(found: dict[int, Head], paragraphs: Sequence[Paragraph]) -> dict[int, Head]:
    """Return heads with the number of the minute where it follows the name, and the agenda's stands before it."""
    again = {at: _AGAIN.match(paragraphs[head.at].text, head.inside) for at, head in found.items() if head.inside}
    numbers = {at: match for at, match in again.items() if match is not None}
    rising = [int(numbers[at]["number"].split("/")[0]) for at in sorted(numbers)]
    if len(numbers) < max(2, len(found) - 1) or rising != sorted(set(rising)):
        return found
    return {
        at: replace(head, number=numbers[at]["number"], item=head.number, inside=numbers[at].end())
        if at in numbers
        else head
        for at, head in found.items()
    }


def _under(paragraphs: Sequence[Paragraph], item: Numbered, above: Headed) -> Head:
    """Return the head whose heading stands above its number."""
    start = above.headings.get(item.index)
    if start is None:
        return _numbered(paragraphs, item)
    heading = folded(" ".join(paragraph.text for paragraph in paragraphs[start : item.index])).rstrip(" :")
    return Head(start, item.index + 1, item.index, item.rest, item.number, None, heading)


def _numbered(paragraphs: Sequence[Paragraph], item: Numbered, sentences: bool = False) -> Head:
    """Return the head that begins with a number; ``sentences``: most of its series are sentences, and head nothing."""
    paragraph = paragraphs[item.index]
    heading = folded(paragraph.text[item.rest :])
    end = item.index + 1
    inside = 0
    remark = _NONE.search(paragraph.text, item.rest) if item.strong else _remark(paragraph.text, item.rest)
    if remark is not None and item.heading:
        heading, inside = folded(paragraph.text[item.rest : remark.start()]), remark.end()
    elif not heading and end < len(paragraphs) and is_heading(paragraphs[end]):
        heading, end = folded(paragraphs[end].text), end + 1
    elif not item.heading:
        run_in = _RUN_IN.match(paragraph.text, item.rest)
        if sentences and run_in is not None and _is_sentence(run_in.group()):
            run_in = None
        inside = run_in.end() if run_in else item.rest
        heading = folded(run_in.group()).rstrip(" .:–—-") if run_in else ""
        capitals = _CAPITALS.match(paragraph.text, item.rest) if run_in is None else None
        if capitals is not None:
            heading, inside = folded(capitals.group()), item.rest
        elif run_in is None and not sentences and _is_name(paragraph, item.rest):
            heading, inside = folded(paragraph.text[item.rest :]), 0
    while not inside and end < len(paragraphs) and _goes_on(paragraphs, end):
        heading, end = f"{heading} {folded(paragraphs[end].text)}", end + 1
    number = None
    match = _ITEM_AT_END.search(heading)
    if match is not None:
        number, heading = match["item"], heading[: match.start()].strip()
    elif end < len(paragraphs) and (below := _item_under(paragraphs[end], heading)) is not None:
        number, end = below["item"], end + 1
    elif (
        end + 1 < len(paragraphs)
        and (below := _ITEM.fullmatch(paragraphs[end + 1].text)) is not None
        and is_heading(paragraphs[end])
        and not inside
    ):
        heading, number, end = f"{heading} {folded(paragraphs[end].text)}", below["item"], end + 2
    heading = _AGAIN_NUMBERED.sub("", pattern(ATTACHED).sub("", heading))
    return Head(item.index, end, item.index, inside, item.number, number, heading.rstrip(" :–—"))


def _remark(text: str, start: int) -> re.Match[str] | None:
    """Return where what is said of an item begins on the line of its name: after a dash, or before whole sentences."""
    found = _REMARK.search(text, start)
    run_in = _RUN_IN.match(text, start)
    if found is not None and run_in is not None and run_in.end() < found.start():
        found = None  # what is said of something else further on: "PLANNING: a) Applications: None b) …"
    if run_in is not None and _NEXT_MEETING.match(run_in.group()) and any(map(str.isdigit, text[run_in.end() :])):
        return _STOP.search(text, run_in.end() - 1)
    if found is None and run_in is not None and re.search(r"[.;]\s+[A-Z]", text[run_in.end() :]):
        return _STOP.search(text, run_in.end() - 1)
    return found


def _is_name(paragraph: Paragraph, start: int) -> bool:
    """Say whether one line that ends with a full stop names an item: "018/22 To review the Auditor's report."."""
    words = paragraph.text[start:]
    return len(paragraph.rows) == 1 and words.endswith(".") and "; " not in words and not _is_sentence(words)


def _is_sentence(words: str) -> bool:
    return words.endswith(".") and _TELLS.search(words) is not None


def _item_under(paragraph: Paragraph, heading: str) -> re.Match[str] | None:
    """Return the agenda item that a line under a heading gives; without brackets it may say what an interest is in."""
    found = _ITEM.fullmatch(paragraph.text)
    bracketed = paragraph.text.lstrip()[:1] in "(["
    return found if found is not None and (bracketed or not says(DECLARATION_HEADING, heading)) else None


def _goes_on(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a paragraph is more of the heading above it."""
    above, paragraph = paragraphs[index - 1], paragraphs[index]
    if paragraph.gap or paragraph.mark is not None or token(paragraph, index) is not None:
        return False
    if above.rows[-1].line.right < FILLED * max(row.line.right for item in paragraphs for row in item.rows):
        return False  # the line above had room for more
    return _same_heading(above, paragraph) and len(paragraph.text) < 160 and stem_of(paragraph) is None


def _same_heading(above: Paragraph, below: Paragraph) -> bool:
    """Say whether two paragraphs are lines of one heading."""
    if below.gap or above.page != below.page:
        return False
    if _UNENDED.search(above.text) and abs(above.size - below.size) < 0.6 and (below.bold or below.capitals):
        return True  # "PLA136/14 APPLICATION FOR CONSIDERATION – 14/504401 –", and the place in bold
    return (above.bold and below.bold and abs(above.size - below.size) < 0.6) or (
        above.capitals and below.capitals and not below.bold
    )


def _unnumbered(paragraphs: Sequence[Paragraph], known: Sequence[Head]) -> list[Head]:
    """Return the heads of items that have no number: before the first that has one, or throughout."""
    start = _after_attendance(paragraphs)
    stop = known[0].start if known else len(paragraphs)
    if known and known[0].number is None:
        return []
    found: list[Head] = []
    for index in range(start, stop):
        paragraph = paragraphs[index]
        if not (paragraph.bold or paragraph.capitals) or not is_heading(paragraph) or paragraph.mark is not None:
            continue
        if paragraph.table:
            continue  # of a vote by name: "NAME MOTION AMENDMENT ABSTAIN"
        if known and not _set_alike(paragraph, paragraphs[known[0].start]):
            continue
        words = folded(paragraph.text).strip(" :")
        logs = index + 1 < stop and paragraphs[index + 1].table and pattern(ACTION_LOG).fullmatch(words) is not None
        if not logs and (index + 1 >= stop or (is_heading(paragraphs[index + 1]) and paragraphs[index + 1].bold)):
            continue
        if (
            pattern(*BANNERS, *SUBHEADINGS).fullmatch(words)
            or stem_of(paragraph) is not None
            or (label_of(paragraph.text) is not None and not _apologies(paragraphs, index))
        ):
            continue
        if side_of(paragraph.text) is not None or outcome_of(paragraph.text) is not None or says(CLOSED, words):
            continue
        if opening(SIGNED).match(words) is not None:
            continue
        found.append(Head(index, index + 1, index, 0, None, None, words))
    return found


def _after_attendance(paragraphs: Sequence[Paragraph]) -> int:
    """Return the paragraph after the last attendance label near the beginning."""
    last = unlabelled_until(paragraphs[:LISTING])
    for index, paragraph in enumerate(paragraphs[:LISTING]):
        if last and index >= last and _begins_business(paragraphs, index):
            break
        members = member_label_of(paragraph.text)
        if label_of(paragraph.text) is not None or (members is not None and (last or members.alone)):
            last = index + 1
    return max(last, 1)


def _begins_business(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a paragraph is a heading with a sentence under it: then those present have all been named."""
    paragraph, below = paragraphs[index], paragraphs[index + 1 : index + 2]
    if not paragraph.bold or paragraph.text.rstrip().endswith(":") or not below or below[0].bold or below[0].table:
        return False
    if _apologies(paragraphs, index):
        return True
    if label_of(paragraph.text) is not None or member_label_of(paragraph.text) is not None:
        return False
    words = below[0].words.split()
    return is_heading(paragraph) and below[0].ended and 2 * sum(word.islower() for word in words) > len(words)


def _apologies(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether "Apologies" is the heading of an item and not the label of a list: a sentence tells of them below."""
    label = label_of(paragraphs[index].text)
    if label is None or label.role != "apologies" or not label.alone or paragraphs[index].text.rstrip().endswith(":"):
        return False
    below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    return below is not None and re.match(r"(?:an )?apolog|no apolog|there were", below.text, re.IGNORECASE) is not None


def _set_alike(one: Paragraph, two: Paragraph) -> bool:
    return abs(one.size - two.size) < 0.6 and one.bold == two.bold
