"""Who was there: lists of names under "Present", and apologies and substitutes told in sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.attended_column import attended
from corpus.labels import SENDS, Role, label_of, member_label_of, unlabelled
from corpus.names import PERSON, TITLE, WORD
from corpus.paragraphs import Paragraph, as_paragraph
from corpus.people import people
from corpus.phrases import BANNERS, PLURAL_TITLES
from corpus.phrasing import pattern
from corpus.rows import Prose, folded, prose
from corpus.sentences import sentences
from corpus.types import Attendee

LONGEST_LABEL = 16  # letters of a label that a row may break: "In attendance:"
FEW_NAMES = 60  # letters of a line under "Apologies" that is nothing but names without titles

_COMPLETE = re.compile(r"\b[A-Z]\.?\s+[A-Z][a-z][\w'’-]+\s*$")  # "… and P Moran", at the end of a row
_NEXT = re.compile(rf"{WORD}\s+{WORD}\b(?!\s+and\b)|Clerk\b")  # another person, at the head of the next
_RUNS_ON = re.compile(rf"(?:,|;|&|\band|\b{TITLE}|\b(?:{'|'.join(PLURAL_TITLES)}))\s*$")
_TITLE = re.compile(rf"{TITLE}")
_ANY_TITLE = re.compile(rf"\b(?:{TITLE}\s+)*{TITLE}")
_SEVERAL = re.compile(rf"\b(?:{'|'.join(PLURAL_TITLES)})\b")
_TITLED = re.compile(rf"(?:{'|'.join(PLURAL_TITLES)})\b|{TITLE}")
_APOLOGIES = re.compile(
    r"(?:apolog(?:y|ies)|^\s*(?:were\s+|was\s+)?(?:received|accepted|tendered))\b"
    r"[^.;:]*?\b(?:from|by|on behalf of|for)\b(?!\s+(?:non-)?(?:absence|attendance)\b)[:\s]+"
    r"(?P<names>.+?)"
    r"(?:(?<!\b[A-Z])\.(?=\s+[A-Z][a-z]+\s+[a-z]|\s*$|\s+(?:Cllr|Councillor|There|The|It)\b)|\bwho\b|\bwith\b"
    r"|\band\s+(?:was|were)\b|\band the reason|$)",
    re.IGNORECASE | re.DOTALL,
)
_SENT = re.compile(
    r"(?P<names>[A-Z](?:[^.;:]|(?<=Cllr)\.|(?<=Mr)\.|(?<=Mrs)\.|(?<=\b[A-Z])\.){2,160}?)\s+(?:(?:had|has|have|also)\s+)*(?:sent|gave|given|tendered|submitted|offered|presented)"
    r"\s+(?:(?:his|her|their|an)\s+)?apolog(?:y|ies)\b"
)
_TWO_NAMES = re.compile(  # side by side in two columns: "Peter Argent Eric Barr"
    r"(?P<first>[A-Z][\w'’-]+ [A-Z][\w'’-]+(?: \([^()]+\))?) (?P<second>[A-Z][\w'’-]+ [A-Z][\w'’-]+(?: \([^()]+\))?)"
    r"|(?P<one>(?:Mr |Mrs |Miss |Ms |Dr )?(?:[A-Z]\.? ){1,3}[A-Z][\w'’-]+)\s+"
    r"(?P<two>(?:Mr |Mrs |Miss |Ms |Dr )?(?:[A-Z]\.? ){1,3}[A-Z][\w'’-]+)"
)
_PRESIDED = re.compile(
    r"\b(?:in the chair|presid(?:ing|ed))$", re.IGNORECASE
)  # "Mr Hay in the Chair", after those in attendance
_ACTS = re.compile(r"\b(?:acted|took|welcomed|opened)\b")  # "The Vice Chairman acted as Chairman"
_PARTED = re.compile(r",\s*|\s+and\s+")
_ONE_NAME = re.compile(r"(?:[A-Z][\w'’.-]* ?){1,5}(?:\([^()]*\))?")
_GOES_ON = re.compile(r"(?:,|\b[A-Z]\.?)\s*$")  # "… Begum," and "… A Irbridge, T", on the line above
_ROW_OF_ONE = re.compile(  # in columns: "Colette Byng", "CBy", "Chief Nurse"
    rf"{WORD}(?: {WORD})+\t[A-Z]{{2,4}}[a-z]?(?:\t|$)"
)
_BULLET = re.compile(r"\s*[•▪●○◦·]\s*")
_OTHERS = re.compile(r"other\s+(?:members?|councillors?)\s+present\b", re.IGNORECASE)
_TIME = re.compile(r"\d[.:]\d\d\s*[ap]\.?m|\d\s*[ap]\.?m\b", re.IGNORECASE)
_ANEW = re.compile(r"(?<=[\w)])[.;]\s+(?=[A-Z])")  # where a sentence begins within a list of those present
_TELLS = re.compile(r"(?:there (?:were|was)|apologies)\b", re.IGNORECASE)
_STARRED = re.compile(r"\*\s*(?:=|denotes|indicates)\s*present", re.IGNORECASE)
_STARRED_ABSENT = re.compile(r"\*\s*(?:=|denotes|indicates)\s*(?:absen(?:t|ce)|apolog(?:y|ies))", re.IGNORECASE)
_COUNCILLOR = re.compile(r"(?:Councillor|Cllr)\b")
QUORUM = 3  # councillors without whom a council may not meet: Local Government Act 1972, Schedule 12
_SUBSTITUTED = re.compile(
    rf"(?P<name>{PERSON})\s+(?:was\s+|were\s+|had\s+|has\s+|also\s+)?"
    r"(?:(?:acted|attended|attending|present|in\s+attendance)\s+as\s+)?(?:a\s+|the\s+|her\s+|his\s+|their\s+)?substitut(?:ed|ing|e)\b"
    rf"(?:\s+for\s+(?P<for>{PERSON}))?"
)
_SUBSTITUTED_BY = re.compile(
    rf"(?P<for>{PERSON})\s*,?\s+(?:who\s+)?(?:was|were|being)\s+substituted\s+by\s+(?P<name>{PERSON})"
)


def attendees(paragraphs: Sequence[Paragraph]) -> tuple[Attendee, ...]:
    """Return the people named in the list that stands before a meeting's first item."""
    marked = {at: (name, came) for at, name, came in attended(paragraphs)}  # a column says of each whether they came
    if any(came for _, came in marked.values()):
        paragraphs = [one for at, one in enumerate(paragraphs) if at not in marked]
    role: Role | None = None
    title = ""
    presides = False
    found: list[Attendee] = []
    for name, came in marked.values():
        if came in ("present", "apologies"):
            found += _people(name.prose, 0, len(name.text), came, True)
    pairs = sum(_TWO_NAMES.fullmatch(row.text) is not None for one in paragraphs for row in one.rows) > 1
    absent = any(_STARRED_ABSENT.search(paragraph.text) for paragraph in paragraphs)
    starred = any(_STARRED.search(paragraph.text) for paragraph in paragraphs)
    for paragraph in _whole_lists(paragraphs):
        if pattern(*BANNERS).fullmatch(folded(paragraph.text)):
            role = None
        for part in _labelled(paragraph):
            label = label_of(part.text) or (member_label_of(part.text) if role or not found else None)
            bullet = _BULLET.match(part.text)
            start = label.end if label is not None else bullet.end() if bullet is not None else 0
            apologising = label is not None and label.role == "apologies" and _TELLS.match(part.text[start:].strip())
            if apologising or (label is None and _TELLS.match(part.text)):  # "There were apologies from Mr Hay."
                found += apologies(as_paragraph(part)) if "polog" in part.text else ()
                continue
            role, title = (label.role, label.title) if label is not None else (role, title)
            if label is not None and _OTHERS.match(part.text) and found and all(map(_presided, found)):
                role = "present"  # the other members, under whoever presided
            presides = label.chair if label is not None else presides
            if role is None and unlabelled(part.text):
                role = "present"  # the list of councillors stands under the heading without a label
            if role is None or not part.text[start:].strip() or (label is None and not _listed(part.text)):
                continue
            if starred and role == "present" and not part.text[start:].lstrip().startswith("*"):
                continue  # a list of all members, in which a star stands before those who came
            if paragraph.table and label is None and not (_ANY_TITLE.search(part.text) or _ROW_OF_ONE.match(part.text)):
                continue  # the heading row of a table of minutes
            alone = label is None or label.alone
            for text, rows_alone in _lists(part, start, pairs):
                begin = start if text.rows[0] is part.rows[0] else 0
                named = _people(text, begin, len(text.text), role, alone or rows_alone, title)
                if label is not None and label.note:
                    named = _noted(named, label.note)
                if absent and role == "present" and part.text[start:].lstrip().startswith("*"):
                    named = [replace(one, role="apologies") for one in named]
                found += [_in_the_chair(one) for one in named] if presides else named
                presides = presides and not named
    return _members([replace(one, role="present") if _PRESIDED.search(one.note or "") else one for one in found])


def _whole_lists(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Return paragraphs, a list that runs on from one to the next put together: its lines may be set wide apart."""
    begun: Paragraph | None = None
    for paragraph in paragraphs:
        goes_on = (
            begun is not None
            and not (begun.table or paragraph.table)
            and begun.page == paragraph.page
            and _GOES_ON.search(begun.text)
            and begun.text.count(",") > 1
            and _nothing_but_names(paragraph.text)
            and label_of(paragraph.text) is None
            and member_label_of(paragraph.text) is None
        )
        if begun is not None and goes_on:
            begun = as_paragraph(prose((*begun.rows, *paragraph.rows)))
            continue
        if begun is not None:
            yield begun
        begun = paragraph
    if begun is not None:
        yield begun


def _nothing_but_names(text: str) -> bool:
    """Say whether a line goes on with a list of names: "Haslam, Butterfield and R. Coates (from 7 pm)."."""
    return all(_ONE_NAME.fullmatch(one.strip(" .")) for one in _PARTED.split(text.strip(" .,")))


def _members(found: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Return those named, the councillors present where all who were there are listed as in attendance."""
    sitting = [one for one in found if one.role == "in_attendance" and _COUNCILLOR.match(one.name)]
    others = any(one.role == "present" and not _PRESIDED.search(one.note or "") for one in found)
    if others or len(sitting) + any(one.role == "present" for one in found) < QUORUM:
        return tuple(found)
    return tuple(replace(one, role="present") if one in sitting else one for one in found)


def _noted(named: Sequence[Attendee], note: str) -> list[Attendee]:
    """Return those under a label with what it says of them: the post of the first, or whose members all of them are."""
    if SENDS.search(note):
        return [replace(one, note=", ".join(filter(None, (one.note, note)))) for one in named]
    return [replace(one, note=one.note or note) if rank == 0 else one for rank, one in enumerate(named)]


def _presided(person: Attendee) -> bool:
    return person.role == "present" and _PRESIDED.search(person.note or "") is not None


def _in_the_chair(person: Attendee) -> Attendee:
    return replace(person, note=", ".join(filter(None, (person.note, "in the Chair"))))


def apologies(paragraph: Paragraph) -> tuple[Attendee, ...]:
    """Return the apologies and substitutes that a paragraph under "Apologies" tells of."""
    found: list[Attendee] = []
    text = paragraph.text
    for match in (*_APOLOGIES.finditer(text), *_SENT.finditer(text)):
        found += [
            person
            for person in _people(paragraph.prose, match.start("names"), match.end("names"), "apologies")
            if _TITLE.match(person.name) or " " in person.name
        ]
    for told in (_SUBSTITUTED_BY, _SUBSTITUTED):
        for match in told.finditer(text):
            name = folded(match["name"])
            if any(person.name == name and person.role == "substitute" for person in found) or name.split()[0] in {
                "Who",
                "The",
            }:
                continue
            note = f"for {folded(match['for'])}" if match["for"] else None
            spans = paragraph.prose.spans(match.start("name"), match.end("name"))
            if spans:
                found.append(Attendee(name, "substitute", note, spans[0]))
    if not found and not paragraph.table:
        start, end = next(sentences(text), (0, 0))
        titled = _TITLED.match(text[start:end]) is not None
        if _only_names(text[start:end]) and (titled or end - start < FEW_NAMES):
            found += _people(paragraph.prose, start, end, "apologies", alone=True)
    return tuple(found)


def _labelled(paragraph: Paragraph) -> Iterator[Prose]:
    """Return a paragraph in parts, each beginning with a label where a row or a sentence within it begins with one."""
    text, whole = paragraph.text, paragraph.prose
    anew = [match.end() for match in _ANEW.finditer(text)]
    told = [
        at
        for at in anew
        if label_of(text[at:]) is not None
        or member_label_of(text[at:]) is not None
        or _TELLS.match(text, at) is not None
    ]
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


def _lists(part: Prose, start: int, pairs: bool) -> Iterator[tuple[Prose, bool]]:
    """Return rows one by one, and True, where each is a person, or all together where commas part them."""
    if len(part.text) < sum(len(row.text) for row in part.rows):  # cut within a row
        yield part, False
        return
    first = 1 if len(part.rows[0].text) <= start else 0
    rows = part.rows[first:]
    texts = [part.rows[0].text[start:], *(row.text for row in part.rows[1:])][first:]
    if (len(rows) > 1 or pairs) and not _runs_on(part) and all(map(_is_one, texts)):
        for row in rows:
            two = _TWO_NAMES.fullmatch(row.text) if pairs else None
            one = prose((row,))
            yield from (
                ((one, True),)
                if two is None
                else (
                    (one.cut(0, max(two.end("first"), two.end("one"))), True),
                    (one.cut(max(two.start("second"), two.start("two")), len(one.text)), True),
                )
            )
        return
    begun = 0
    for place in range(1, len(part.rows)):
        if _COMPLETE.search(part.rows[place - 1].text) and _NEXT.match(part.rows[place].text):
            yield prose(part.rows[begun:place]), False
            begun = place
    yield prose(part.rows[begun:]) if begun else part, False


def _is_one(row: str) -> bool:
    """Say whether a row names one person, with a post perhaps: "Ms R Hale, Legal Adviser"."""
    words = row.strip()
    first = re.split(r"[,(\t]|\s[-–—]\s", words, maxsplit=1)[0]
    titles = len(_ANY_TITLE.findall(words))
    if _SEVERAL.search(words) or ";" in words.rstrip(";"):
        return False
    return titles < 2 and words.count(",") < 3 and (_TITLED.match(words) is not None or len(first.split()) > 1)


def _runs_on(part: Prose) -> bool:
    """Say whether a bracket or a list runs on from one row to the next: then the rows are not one person each."""
    return any(row.text.count("(") != row.text.count(")") or _RUNS_ON.search(row.text) for row in part.rows[:-1])


def _listed(text: str) -> bool:
    """Say whether a paragraph reads as names, not as a sentence."""
    if _TIME.search(re.sub(r"\([^()]*\)", "", text)):
        return False  # where and when, not who
    if _ACTS.search(text):
        return False
    words = _PRESIDED.sub("", text.rstrip()).split()
    lower = sum(word.islower() for word in words if word.isalpha() and word not in {"and", "of", "the", "for", "de"})
    return len(words) > 1 and lower <= 0.3 * len(words) and any(word[0].isupper() for word in words)


def _only_names(text: str) -> bool:
    """Say whether a sentence is nothing but names: "Councillors Moran and Healey (work)."."""
    bare = re.sub(r"\([^()]*\)|\s[-–—]\s[^,;]*", "", text)
    return all(word in {"and", "of", "the", "de", "van", "von"} for word in re.findall(r"\b[a-z][a-z'’]*", bare))


def _people(text: Prose, start: int, end: int, role: Role, alone: bool = False, title: str = "") -> list[Attendee]:
    """Return the people named between two places of a text, as those who played a part."""
    return [
        Attendee(person.name, role, person.note, spans[0])
        for person in people(text.text, start, end, alone, title)
        if (spans := text.spans(person.start, person.end))
    ]
