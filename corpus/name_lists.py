"""Lists of names as they are set: labels within a paragraph, lines set wide apart, two columns, a person a row."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.labels import label_of, member_label_of
from corpus.names import PLURALS, POST, TITLE, TITLED, WORD
from corpus.paragraphs import Paragraph, as_paragraph
from corpus.rows import Prose, Row, prose

LONGEST_LABEL = 16  # letters of a label that a row may break: "In attendance:"

_COMPLETE = re.compile(r"\b[A-Z]\.?\s+[A-Z][a-z][\w'’-]+\s*$")  # "… and P Moran", at the end of a row
_NEXT = re.compile(rf"{WORD}\s+{WORD}\b(?!\s+and\b)|Clerk\b")  # another person, at the head of the next
_RUNS_ON = re.compile(rf"(?:,|;|&|\band|\b{TITLE}|\b{PLURALS})\s*$")
ANY_TITLE = re.compile(rf"\b(?:{TITLE}\s+)*{TITLE}")
_BREAKS_OFF = re.compile(r"[,(–-]\s.*\b(?:for|of|the|to|in|with)\s*$")  # within a post, at the end of a row
_ONE_WORD = re.compile(rf"(?!{TITLE}|{PLURALS})[A-Z][a-z]{{3,}}")
_SEVERAL = re.compile(rf"\b{PLURALS}\b")
_TWO_NAMES = re.compile(  # side by side in two columns: "Peter Argent Eric Barr"
    r"(?P<first>[A-Z][\w'’-]+ [A-Z][\w'’-]+(?: \([^()]+\))?) (?P<second>[A-Z][\w'’-]+ [A-Z][\w'’-]+(?: \([^()]+\))?)"
    r"|(?P<one>(?:Mr |Mrs |Miss |Ms |Dr )?(?:[A-Z]\.? ){1,3}[A-Z][\w'’-]+)\s+"
    r"(?P<two>(?:Mr |Mrs |Miss |Ms |Dr )?(?:[A-Z]\.? ){1,3}[A-Z][\w'’-]+)"
)
_PARTED = re.compile(r",\s*|\s+and\s+")
_ONE_NAME = re.compile(r"(?:[A-Z][\w'’.-]* ?){1,5}(?:\([^()]*\))?")
_GOES_ON = re.compile(r"(?:,|\b[A-Z]\.?)\s*$")  # "… Begum," and "… A Irbridge, T", on the line above
_ANEW = re.compile(r"(?<=[\w)])[.;]\s+(?=[A-Z])")  # where a sentence begins within a list of those present
TELLS = re.compile(r"(?:there (?:were|was)|apologies)\b", re.IGNORECASE)


def whole_lists(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Return paragraphs, a list that runs on from one to the next put together: its lines may be set wide apart."""
    begun: Paragraph | None = None
    for paragraph in paragraphs:
        if begun is not None and _runs_over(begun, paragraph):
            begun = as_paragraph(prose((*begun.rows, *paragraph.rows)))
            continue
        if begun is not None:
            yield begun
        begun = paragraph
    if begun is not None:
        yield begun


def _runs_over(begun: Paragraph, paragraph: Paragraph) -> bool:
    """Say whether a list of names runs on from one paragraph to the next."""
    if begun.table or paragraph.table or begun.page != paragraph.page:
        return False
    unended = _GOES_ON.search(begun.text) is not None and begun.text.count(",") > 1
    return unended and _nothing_but_names(paragraph.text) and not _is_labelled(paragraph.text)


def _is_labelled(text: str) -> bool:
    """Say whether a text begins with a label of attendance."""
    return label_of(text) is not None or member_label_of(text) is not None


def _nothing_but_names(text: str) -> bool:
    """Say whether a line goes on with a list of names: "Haslam, Butterfield and R. Coates (from 7 pm)."."""
    return all(_ONE_NAME.fullmatch(one.strip(" .")) for one in _PARTED.split(text.strip(" .,")))


def labelled(paragraph: Paragraph) -> Iterator[Prose]:
    """Return a paragraph in parts, each beginning with a label where a row or a sentence within it begins with one."""
    text, whole = paragraph.text, paragraph.prose
    anew = [match.end() for match in _ANEW.finditer(text)]
    told = [at for at in anew if _is_labelled(text[at:]) or TELLS.match(text, at) is not None]
    rows = [
        begins
        for begins, row in zip(whole.starts[1:], whole.rows[1:], strict=True)
        if label_of(row.text) is not None and not any(at < begins < at + LONGEST_LABEL for at in told)
    ]
    places = sorted({0, *told, *rows, len(text)})
    for start, stop in pairwise(places):
        inside = [place for place, begins in enumerate(whole.starts) if start <= begins < stop]
        if {start, stop} <= {*whole.starts, len(text)} and inside:
            yield prose(whole.rows[inside[0] : inside[-1] + 1])
        else:
            yield whole.cut(start, len(text[:stop].rstrip()))


def in_pairs(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether a list of names is set in two columns."""
    return sum(_TWO_NAMES.fullmatch(row.text) is not None for one in paragraphs for row in one.rows) > 1


def lists(part: Prose, start: int, pairs: bool) -> Iterator[tuple[Prose, bool]]:
    """Return rows one by one, and True, where each is a person, or all together where commas part them."""
    if len(part.text) < sum(len(row.text) for row in part.rows):  # cut within a row
        yield part, False
        return
    first = 1 if len(part.rows[0].text) <= start else 0
    rows = part.rows[first:]
    texts = [part.rows[0].text[start:], *(row.text for row in part.rows[1:])][first:]
    entries = _entries(rows, texts)
    told = all(_is_one(" ".join(text for _, text in entry)) for entry in entries)
    if (len(rows) > 1 or pairs) and not _runs_on(part) and told:
        for entry in entries:
            yield from ((one, True) for one in _persons([row for row, _ in entry], pairs))
        return
    begun = 0
    for place in range(1, len(part.rows)):
        if _COMPLETE.search(part.rows[place - 1].text) and _NEXT.match(part.rows[place].text):
            yield prose(part.rows[begun:place]), False
            begun = place
    yield prose(part.rows[begun:]) if begun else part, False


def _entries(rows: Sequence[Row], texts: Sequence[str]) -> list[list[tuple[Row, str]]]:
    """Return rows with their words, those together in which one post breaks off: "…, Cabinet Member for", "Parks"."""
    entries: list[list[tuple[Row, str]]] = []
    for row, text in zip(rows, texts, strict=True):
        if entries and (_BREAKS_OFF.search(entries[-1][-1][1]) or _ends_post(entries[-1][-1][1], text)):
            entries[-1].append((row, text))
        else:
            entries.append([(row, text)])
    return entries


def _ends_post(above: str, text: str) -> bool:
    """Say whether a row is one word or a note that ends the post above it, and no name: "Services (Clerk)"."""
    name, parted, post = above.partition(", ")
    word = re.split(r"[,(\t]|\s[-–—]\s", text.strip(), maxsplit=1)[0].strip()
    ends = text.lstrip().startswith("(") or _ONE_WORD.fullmatch(word) is not None
    return ends and bool(parted and name) and POST.search(post) is not None


def _persons(rows: Sequence[Row], pairs: bool) -> Iterator[Prose]:
    """Yield the one person of an entry, or the two where rows give two side by side."""
    one = prose(rows)
    two = _TWO_NAMES.fullmatch(one.text) if pairs else None
    if two is None:
        yield one
    else:
        yield one.cut(0, max(two.end("first"), two.end("one")))
        yield one.cut(max(two.start("second"), two.start("two")), len(one.text))


def _is_one(row: str) -> bool:
    """Say whether a row names one person, with a post perhaps: "Ms R Hale, Legal Adviser"."""
    words = row.strip()
    first = re.split(r"[,(\t]|\s[-–—]\s", words, maxsplit=1)[0]
    titles = len(ANY_TITLE.findall(words))
    if _SEVERAL.search(words) or ";" in words.rstrip(";"):
        return False
    return titles < 2 and words.count(",") < 3 and (TITLED.match(words) is not None or len(first.split()) > 1)


def _runs_on(part: Prose) -> bool:
    """Say whether a bracket or a list runs on from one row to the next: then the rows are not one person each."""
    return any(row.text.count("(") != row.text.count(")") or _RUNS_ON.search(row.text) for row in part.rows[:-1])
