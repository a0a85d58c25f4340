"""Lists of names as they are set: labels within a paragraph, lines set wide apart, two columns, a person a row."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.labels import group_of, label_of, member_label_of
from corpus.names import HONOUR, PLURALS, POST, TITLE, TITLED, WORD
from corpus.paragraphs import Paragraph, as_paragraph
from corpus.person import is_post
from corpus.rows import Prose, Row, prose

LONGEST_LABEL = 16  # letters of a label that a row may break: "In attendance:"

_COMPLETE = re.compile(r"\b[A-Z]\.?\s+[A-Z][a-z][\w'’-]+\s*$")  # "… and P Moran", at the end of a row
_NEXT = re.compile(rf"{WORD}\s+{WORD}\b(?!\s+and\b)|Clerk\b")  # another person, at the head of the next
_RUNS_ON = re.compile(rf"(?:,|;|&|\band|\b{TITLE}|\b{PLURALS})\s*$")
ANY_TITLE = re.compile(rf"\b(?:{TITLE}\s+)*{TITLE}")
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
_DASH_ENDS = re.compile(r"[\w)]\s+[–—-]\s*$")  # "Cllr Tait (Dunholt) –", and "Chair" on the line below
_UNFINISHED = re.compile(rf"(?:^|\t)(?:{TITLE}\s+)+(?:[A-Z]\.?\s*)+$")  # "Councillor Dr F", at the end of a row
_SURNAME = re.compile(r"[A-Z][\w'’-]+")
_WRAPPED = re.compile(r"\b(?:for|of|to|the|in|at|with)\s*$")  # "Cabinet Member for", and the rest on the row below
_ANEW = re.compile(r"(?<=[\w)])[.;]\s+(?=[A-Z])")  # where a sentence begins within a list of those present
_TITLED_LINE = re.compile(  # "Cllr Morwenna Tait (Dunholt) –", no sentence that begins with a name
    rf"(?:{TITLE}\s+)+{WORD}(?:\s+{WORD}){{0,3}}(?:,?\s+{HONOUR})*(?:\s*(?:[(\[,\t]|\s[–—-]).{{0,80}})?"
)
_LINKS = frozenset({"and", "of", "the", "for", "de"})
SAID = 0.2  # of the words of a list of names: more are a sentence
LINES = 3  # lines, each with a person and a title, that make a list which nothing labels
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


def unlabelled_lines(paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the paragraph at which people with titles begin to be named line by line, where no label is above them."""
    found: list[int] = []
    for place, paragraph in enumerate(paragraphs):
        if _is_labelled(paragraph.text):
            break
        if _names_several(paragraph.text):
            return min([place, *found])
        found += [place for row in paragraph.rows if _is_titled_line(row)]
    return found[0] if len(found) >= LINES else None


def unlabelled_until(paragraphs: Sequence[Paragraph]) -> int:
    """Return the paragraph after the last such line, 0 where there are none."""
    begun = unlabelled_lines(paragraphs)
    if begun is None:
        return 0
    lines = (place for place, one in enumerate(paragraphs) if place == begun or any(map(_is_titled_line, one.rows)))
    return 1 + max(place for place in lines)


def _is_titled_line(row: Row) -> bool:
    return _TITLED_LINE.fullmatch(row.text.strip()) is not None


def _names_several(text: str) -> bool:
    """Say whether a text begins with people and their titles, one after the other: "Cllr Hay, Cllr Orr, Mrs Ead"."""
    words = [word for word in text.split() if word.isalpha() and word not in _LINKS]
    told = sum(word.islower() for word in words)
    return TITLED.match(text) is not None and len(ANY_TITLE.findall(text)) >= LINES and told <= SAID * len(words)


def _runs_over(begun: Paragraph, paragraph: Paragraph) -> bool:
    """Say whether a list of names runs on from one paragraph to the next."""
    if begun.page == paragraph.page and _UNFINISHED.search(begun.text) and _SURNAME.fullmatch(paragraph.text.strip()):
        return True
    if begun.table or paragraph.table or begun.page != paragraph.page:
        return False
    if _DASH_ENDS.search(begun.text) and is_post(paragraph.text.strip()):
        return True
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
        if _begins_group(row.text) and not any(at < begins < at + LONGEST_LABEL for at in told)
    ]
    places = sorted({0, *told, *rows, len(text)})
    for start, stop in pairwise(places):
        inside = [place for place, begins in enumerate(whole.starts) if start <= begins < stop]
        if {start, stop} <= {*whole.starts, len(text)} and inside:
            yield prose(whole.rows[inside[0] : inside[-1] + 1])
        else:
            yield whole.cut(start, len(text[:stop].rstrip()))


def _begins_group(text: str) -> bool:
    """Say whether a row begins with a label, or with the group of those whom it names: "Special schools: Ms Keay"."""
    members = member_label_of(text)
    return label_of(text) is not None or (members is not None and not members.alone) or group_of(text) > 0


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
    alone = len(entries) > 1 or len(rows) == 1 or part.text.count(",") == 1  # else several may be named in them
    told = alone and all(_is_one(" ".join(text for _, text in entry)) for entry in entries)
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
        above = entries[-1][-1][1] if entries else ""
        if above and (_WRAPPED.search(above) or text[:1].islower() or _ends_post(above, text)):
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
