"""Reports and all other papers: numbered paragraphs, recommendations, rows of tables, and plain text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from corpus.blocks import Piece, place_of, put_together
from corpus.filled_forms import LONG, answer_of_row, answers, form_rows, goes_on, label_of_row
from corpus.marks import Mark
from corpus.paragraphs import Paragraph
from corpus.phrases_kept import APPENDED, DIVISIONS, RECOMMENDATION_HEADINGS, RECOMMENDS
from corpus.phrasing import pattern, says
from corpus.replies import NUMBERED, QUESTION
from corpus.rows import folded, joined, trimmed
from corpus.series import is_heading
from corpus.titles import ALIKE, large_title, names_people
from corpus.types import Block, Kind, Span

_NUMBER = re.compile(r"\d+")
_OWN_NUMBER = re.compile(r"^[\d.]+\s*")  # before the words of a heading
_NUMBERED_HEADING = re.compile(r"(?P<number>\d{1,2})(?P<stop>\.?)\s+[A-Z]")
_DECISION_HEADING = re.compile(
    r"(?:(?:proposed|the|officer)\s+)?decisions?(?:\s+(?:made|taken))?(?:\s+\(.{1,60}\))?\s*:?", re.IGNORECASE
)
_DETERMINED = re.compile(
    r"(?:the\s+)?(?:determination|sanctions?(?:\s+imposed)?)", re.IGNORECASE
)  # licensing, standards
_DIVISION = re.compile(rf"\s*{DIVISIONS}\s+(?:\d{{1,2}}|[A-Z]|[IVX]{{1,4}})\s*[:.–—-]?\s", re.IGNORECASE)
_APPENDIX = re.compile(rf"\s*{APPENDED}\s+(?:\d{{1,2}}|[A-Z])[a-z]?(?:\s*[:–—-]\s*\S.{{0,150}})?", re.IGNORECASE)
_CAPTION = re.compile(r"\s*(?:table|figure|chart)\s+[A-Z]?\d{0,2}(?:\.\d{1,2})?\s*[:.–—-]\s*\S", re.IGNORECASE)
_VALUED = re.compile(r"[A-Z][\w /()’'&-]{2,48}[:?]\s+\S")  # a field and its value: "Electoral Division: All"

COUNTED_ON = 20  # by which a heading in plain letters may pass those numbered before it: "71 Number of" is a line
FAR = 30  # paragraphs under a title among which its first number stands: fields and a summary come before
FOUR = 4  # rows of a table that show whether two sorts of rows take turns
WORD = 24  # letters of an answer that is a word or two, and is read with its label
SAME_SIZE = 0.3  # points by which letters of one table differ at most
LINES = 8  # of the heads of columns: more are no head of a table
OVERLAP = 0.3  # of a line's height: the boxes of letters in lines that stand above one another touch
LONGEST_CAPTION = 200  # letters: what is longer tells of a table and does not name it


def read_report(
    paragraphs: Sequence[Paragraph], ground: Block, title: str | None, decided: bool = False
) -> Iterator[Block]:
    """Return the blocks of a report; ``decided`` says that it is a record of a decision taken, not proposed."""
    return put_together(_pieces(paragraphs, ground, title, decided))


def _pieces(paragraphs: Sequence[Paragraph], ground: Block, title: str | None, decided: bool) -> Iterator[Piece]:
    under: Kind | None = None
    name = large_title(paragraphs)
    here = replace(ground, heading=title)
    header: tuple[Span, ...] = ()
    caption: tuple[Span, ...] = ()
    stem: tuple[Span, ...] = ()
    last: Mark | None = None
    reached = 0  # by the numbers of headings and of paragraphs
    over = False  # the lines above are heads of columns that stand beside one another
    rowed: Kind | None = None  # what the value in the row above was: a page may break a row in two
    forms = form_rows(paragraphs)
    label: tuple[Span, ...] = ()  # of a row such as "Decision made", or of the one above that it goes on with
    for index, paragraph in enumerate(paragraphs):
        rowed = rowed if paragraph.table else None
        spans = paragraph.prose.spans()
        if paragraph.table:
            if goes_on(paragraphs, index, forms):
                continue
            asked, value = _field_row(paragraph, decided, rowed)
            rowed = asked
            if asked is not None:
                own = paragraph.prose.spans(0, value)
                label = own or label
                parts = answers(paragraphs, index, value, forms)
                yield from _answered(replace(here, kind=asked), parts, own, label)
            elif index in forms:
                named = replace(here, heading=_called(title, label_of_row(paragraph)))
                yield from _form_row(paragraphs, index, forms, named, here)
            elif (over or not header) and _is_header(paragraphs, index):
                header = (*header, *spans)
            else:
                yield Piece(replace(here, kind="table", spans=spans, lead=(*caption, *header)), "alone")
            over = False
            continue
        if _over_columns(paragraphs, index):
            header, over = (*header, *spans) if over else spans, True
            continue
        header, over = (), False
        caption = spans if _CAPTION.match(paragraph.text) and len(paragraph.text) < LONGEST_CAPTION else ()
        dotted = _paragraph_number(paragraph, last)
        last = dotted or last
        reached = _numbers(dotted)[0] if dotted else reached
        another = dotted is None and _begins_another(paragraphs, index, name, last)
        numbered = NUMBERED.fullmatch(folded(paragraph.text)) is not None
        headed = numbered or _heads(paragraph, reached) or _is_appendix(paragraphs, index)
        if another or (headed and (dotted is None or paragraph.bold)):
            heading, stem = folded(paragraph.text), ()
            number = _NUMBERED_HEADING.match(heading)
            reached = int(number["number"]) if number else reached
            titled = another or QUESTION.match(heading) is not None
            if titled or numbered:  # of a question with a number alone, who asked it says the line below
                title, last, reached = (heading, None, 0) if titled else (None, None, reached)
            under = _asked_under(heading, decided)
            called = title if index < name.stop else _called(title, heading)  # over it: the council and the meeting
            here = replace(ground, heading=called, paragraph=dotted.text if dotted else None)
            yield Piece(replace(here, spans=spans), "alone")
            continue
        here = replace(here, paragraph=dotted.text) if dotted else here
        kind = under or _asked(paragraph, ground.kind, decided)
        if under and paragraph.text.rstrip().endswith(":") and _list_below(paragraphs, index):
            stem = spans
            continue
        start = paragraph.offset if dotted or (paragraph.mark and paragraph.mark.style == "•") else 0
        stem = stem if paragraph.mark else ()
        block = replace(here, kind=kind, spans=paragraph.prose.spans(start) or spans, lead=stem)
        if stem and kind == "decision":
            yield Piece(block, "item")  # one of the parts of one decision, which are read together
            continue
        yield Piece(block, "alone" if dotted and not paragraph.text.endswith(":") else place_of(paragraph))


def _answered(
    ground: Block, parts: Sequence[tuple[Span, ...]], own: tuple[Span, ...], label: tuple[Span, ...]
) -> Iterator[Piece]:
    """Return what a row such as "Decision made" answers, in its parts, behind its own ``label`` or that above it."""
    if own and sum(span.end - span.start for part in parts for span in part) < WORD:  # "REFUSE": alone it tells nothing
        yield Piece(replace(ground, spans=joined((*own, *chain(*parts)))), "alone")
        return
    numbered = len(parts) > 1 and ground.kind == "decision"
    for rank, part in enumerate(parts, 1):
        yield Piece(replace(ground, spans=part, resolution=rank if numbered else None, lead=label), "alone")


def _form_row(
    paragraphs: Sequence[Paragraph], index: int, forms: frozenset[int], named: Block, ground: Block
) -> Iterator[Piece]:
    """Return a row of a form: whole where its answer is short, else the answer in parts under its label."""
    prose, start = paragraphs[index].prose, answer_of_row(paragraphs[index])[0]
    parts = answers(paragraphs, index, start, forms)
    if sum(span.end - span.start for part in parts for span in part) < LONG:
        yield Piece(replace(ground, kind="table", spans=joined((*prose.spans(0, start), *chain(*parts)))), "alone")
        return
    first, *others = parts
    for spans in (joined((*prose.spans(0, start), *first)), *others):
        yield Piece(replace(named, spans=spans), "alone")


def _begins_another(paragraphs: Sequence[Paragraph], index: int, name: range, last: Mark | None) -> bool:
    """Say whether a heading is the title of another report: as large as the first's, and numbers begin anew under it.

    Reports on planning applications follow one another so in one paper.
    """
    if not name or last is None or paragraphs[index].size < paragraphs[name.start].size - ALIKE:
        return False
    below = (_paragraph_number(paragraph, None) for paragraph in paragraphs[index + 1 : index + FAR])
    number = next((mark for mark in below if mark is not None), None)
    return number is not None and _numbers(number) <= [1, 1]


def _numbers(mark: Mark) -> list[int]:
    return [int(part) for part in _NUMBER.findall(mark.value)]


def _field_row(paragraph: Paragraph, decided: bool, above: Kind | None) -> tuple[Kind | None, int]:
    """Return what the value of a row such as "Decision made | To take a lease" is, and where it begins."""
    line = paragraph.rows[0].line
    cells = [trimmed(paragraph.text, start - line.start, end - line.start) for start, end in line.cells]
    if len(cells) != 2 or cells[1][0] >= cells[1][1]:
        return None, 0
    label = folded(paragraph.text[slice(*cells[0])])
    if not decided and _DECISION_HEADING.fullmatch(label):
        return None, 0  # a row of a table of past decisions
    return (_asked_under(label, decided) if label else above), cells[1][0]


def _list_below(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether the paragraph after this one is the first of a list."""
    below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    return below is not None and below.mark is not None and not below.table and not _heads(below)


def _asked(paragraph: Paragraph, plain: Kind, decided: bool) -> Kind:
    """Return what kind a paragraph is that stands under no heading of recommendations."""
    text = folded(paragraph.text)
    if says(RECOMMENDS, text):
        return "recommendation"
    label, colon, rest = text.partition(":")
    return (_asked_under(label, decided) if colon and rest.strip() else None) or plain


def _asked_under(heading: str, decided: bool) -> Kind | None:
    words = _OWN_NUMBER.sub("", heading).strip(" :.")
    for label in (words, words.partition(":")[0].strip()):  # "Decision: Cabinet is asked to:" too
        if pattern(*RECOMMENDATION_HEADINGS).fullmatch(label):
            return "recommendation"
        if _DECISION_HEADING.fullmatch(label):
            return "decision" if decided else "recommendation"
        if decided and _DETERMINED.fullmatch(label):
            return "decision"
    return None


def _heads(paragraph: Paragraph, reached: int = 0) -> bool:
    """Say whether a paragraph is a heading of a report, in which numbers have ``reached`` so far."""
    words = folded(paragraph.words)
    if (
        _VALUED.match(folded(paragraph.text))
        and not _DIVISION.match(paragraph.text)
        and len(paragraph.rows) < 4
        and not words.endswith(":")
    ):
        return False
    if paragraph.table or not words or len(words) > 200 or not any(letter.isalpha() for letter in words):
        return False
    if names_people(words):
        return False
    if paragraph.bold or paragraph.capitals:
        return len(paragraph.rows) < 4 and is_heading(paragraph) and not (len(words) > 120 and words.endswith("."))
    if pattern(*RECOMMENDATION_HEADINGS).fullmatch(
        _OWN_NUMBER.sub("", words).strip(" :.")
    ) or _DECISION_HEADING.fullmatch(words):
        return True
    number = _NUMBERED_HEADING.match(paragraph.text)
    if number is None or (not number["stop"] and int(number["number"]) > reached + COUNTED_ON):
        return False
    return is_heading(paragraph) and paragraph.gap


def _is_appendix(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a line names the appendix that begins with its page, in any letters: no item of a list of them."""
    if not index or paragraphs[index - 1].page == paragraphs[index].page or paragraphs[index].table:
        return False
    words = folded(paragraphs[index].text)
    below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    if below is None or _APPENDIX.fullmatch(folded(below.text)) or words.endswith((".", ";", ",")):
        return False
    return _APPENDIX.fullmatch(words) is not None


def _paragraph_number(paragraph: Paragraph, last: Mark | None) -> Mark | None:
    """Return the mark of a numbered paragraph of a report where it stands in the series: "3.26" after "3.25"."""
    mark = paragraph.mark
    if mark is None or mark.style != "1.1" or paragraph.table:
        return None
    here = _numbers(mark)
    if last is not None:
        before = _numbers(last)
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
    if _alternates(paragraphs, index):
        return False
    if paragraph.bold and not paragraphs[index + 1].bold:
        return True
    return not any(letter.isdigit() for letter in paragraph.text) and any(
        letter.isdigit() for letter in paragraphs[index + 1].text
    )


def _over_columns(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a bold line is the head of some columns of the table below: it stands beside another such line."""
    one = paragraphs[index]

    def like(other: Paragraph) -> bool:
        return other.bold and other.page == one.page and abs(other.size - one.size) < SAME_SIZE

    if not one.bold or one.table:
        return False
    above = [
        *takewhile(lambda item: like(item) and not item.table, reversed(paragraphs[max(0, index - LINES) : index]))
    ]
    below = [*takewhile(lambda item: like(item) and not item.table, paragraphs[index + 1 : index + LINES])]
    table = paragraphs[index + 1 + len(below)] if index + 1 + len(below) < len(paragraphs) else None
    if table is None or not table.table or table.page != one.page or abs(table.size - one.size) >= SAME_SIZE:
        return False
    return any(_beside(one, other) for other in (*above, *below))


def _beside(one: Paragraph, other: Paragraph) -> bool:
    """Say whether two lines stand beside one another on a page, neither above the other."""
    left, right = sorted((one.rows[0].line, other.rows[0].line), key=lambda line: line.left)
    overlap = min(one.rows[-1].line.bottom, other.rows[-1].line.bottom) - max(left.top, right.top)
    return left.right < right.left and overlap > OVERLAP * min(left.bottom - left.top, right.bottom - right.top)


def _alternates(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether rows like this one and like the next take turns: an indicator's name, and its figures under it."""
    page = paragraphs[index].page

    def rows(some: Sequence[Paragraph]) -> list[int]:
        return [len(one.rows[0].line.cells) for one in takewhile(lambda one: one.table and one.page == page, some)]

    above, below = rows(paragraphs[max(0, index - 1) : index]), rows(paragraphs[index : index + FOUR])
    cells = [*above, *below]
    return len(cells) > 2 and cells[0] != cells[1] and cells == [cells[at % 2] for at in range(len(cells))]


def _called(title: str | None, heading: str | None) -> str | None:
    """Return the heading of a block: the report's title and the heading within it."""
    if title is None or heading is None or heading == title:
        return heading or title
    return f"{title} – {heading}"
