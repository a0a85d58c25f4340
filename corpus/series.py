"""Numbers that rise through a paper: how minutes are told from the numbered paragraphs inside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.marks import roman
from corpus.paragraphs import Paragraph
from corpus.rows import folded

_TOKEN = re.compile(
    r"(?:[*†]\s*)?(?P<bracket>\((?=\d{2,4}\)))?(?:(?:(?:minute|min\.?|item|cofnod)\s*(?:no\.?|number)?:?|§)\s*)?"
    r"(?P<number>\d{5}(?![\d/.-])|(?:(?-i:[A-Z]{1,5})\s(?=\d{1,4}(?:[./-]\d|[.:]?\s+(?-i:[A-Z]))))?(?:[A-Z]{1,8}[/.-]){0,2}[A-Z]{0,8}\d{1,4}"
    r"(?::\d{1,2}(?=/\d))?(?:[./-](?:\d{1,4}|(?-i:(?<!\.)[A-Z]{1,8}|[A-Z]{1,3}))){0,4}[A-Za-z]?)(?P<stop>[.:)]{0,2})"
    r"(?P<space>\s+|$|(?=(?-i:[A-Z][a-z]))|(?<=[.:)])(?=(?-i:[A-Z]{3})))(?:[–—-]\s+)?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = re.compile(r"[A-Z]{2,} [A-Z]{2,}|[A-Z]{5,}\b|[A-Z][^.:;–—]{2,70}?(?::|\s[–—-])\s")
_ROMAN = re.compile(r"(?P<number>[IVXL]{1,7})[.)]?\s+(?:[–—-]\s+)?(?P<rest>\S.*)", re.DOTALL)
_PARTS = re.compile(r"\d+|[A-Za-z]+")
_TAIL = re.compile(r"(?<=\d)[A-Za-z]$")
_APPLICATION = re.compile(r"\d{2}/\d{3,4}/[A-Z]{2,}$")  # of a planning application: "25/0211/FUL"
_NOT_NUMBER = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)|\d+(?:\.\d+)?[ap]m|\d+[mk])$", re.IGNORECASE)
_DATE_AHEAD = re.compile(
    r"\s*(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\s*(?:[ap]\.?m\b|%)",
    re.IGNORECASE,
)

_FIGURES = re.compile(r"(?<!\S)[-–(]?£?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\)?[%mk]?(?!\S)")
_IN_A_ROW = re.compile(rf"{_FIGURES.pattern}\s+{_FIGURES.pattern}")
_EXACT = re.compile(r"\d[.,]\d")

NEAR = 9.0  # points within which the numbers of one series begin, page to page
NAMED = 5  # items from which a series whose headings run in is known by them …
SHARE = 0.8  # … where so many are named
STEP = 6  # numbers that a series may leap at once: items deleted or kept in another file


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph that begins with a number.

    Example: "129. LADO ANNUAL REPORT" has number "129", parts (129,) and rest "LADO ANNUAL REPORT".
    """

    index: int
    number: str
    parts: tuple[int, ...]
    shape: str
    left: float
    rest: int  # where the words begin after the number
    heading: bool  # set as headings are
    strong: bool  # in bold or in capitals
    named: bool = False  # begins with a few words and a dash or a colon, as items do whose heading runs in


def token(paragraph: Paragraph, index: int, tables: bool = False) -> Numbered | None:
    """Return the number that a paragraph begins with, None where it does not begin with one.

    A row of a table counts where it is bold, or everywhere with ``tables``.
    """
    match = _TOKEN.match(paragraph.text)
    if match is not None and match["bracket"] and not (paragraph.bold or paragraph.capitals):
        return None  # "(49) APOLOGIES" is an item, and "(12) that it be so" an entry of a list
    if match is None or (paragraph.table and not paragraph.bold and not tables) or _NOT_NUMBER.match(match["number"]):
        return None
    if _APPLICATION.match(match["number"]) or is_row_of_figures(match["rest"]):
        return None
    if not match["stop"].strip() and _DATE_AHEAD.match(match["rest"]):
        return None
    number, stop = folded(match["number"]), match["stop"].strip()
    parts = tuple(int(piece) for piece in _PARTS.findall(number) if piece.isdigit())
    head = _TAIL.sub("", number)
    shape = re.sub(r"[A-Za-z]+", "A", re.sub(r"\d+", "9", head)) + stop
    return Numbered(
        index,
        number,
        parts,
        shape,
        paragraph.left,
        match.start("rest"),
        is_heading(paragraph, match["rest"]),
        paragraph.bold or paragraph.capitals,
        _NAMED.match(match["rest"]) is not None,
    )


def is_heading(paragraph: Paragraph, words: str | None = None) -> bool:
    """Say whether a paragraph is set as a heading is: bold, in capitals, or one short line that ends no sentence."""
    words = folded(paragraph.words if words is None else words)
    if (paragraph.table and not paragraph.bold) or len(words) > 330 or is_row_of_figures(words):
        return False
    if paragraph.bold:
        return True
    letters = [letter for letter in words if letter.isalpha()]
    if len(letters) > 2 and all(letter.isupper() for letter in letters):
        return True
    if len(paragraph.rows) > 3 or len(words) > 110 or not words or words[-1] in ".;,":
        return False
    return (words[0].isupper() or words[0].isdigit()) and (paragraph.gap or len(paragraph.rows) == 1)


def is_row_of_figures(words: str) -> bool:
    """Say whether words are a row of a table of amounts: "203 TOTAL 201,039.3 78,133.7" heads nothing."""
    found = _IN_A_ROW.search(words)
    return found is not None and _EXACT.search(found.group()) is not None


def minute_numbers(paragraphs: Sequence[Paragraph], headed: bool = True) -> tuple[Numbered, ...]:
    """Return those numbered paragraphs that are a meeting's minutes: one rising series of one shape and place.

    ``headed`` is False for an agenda, whose items need not be set as headings are.
    """
    found = [
        item for index, paragraph in enumerate(paragraphs) if (item := token(paragraph, index, not headed)) is not None
    ]
    best: tuple[float, list[Numbered]] = (0.0, [])
    parted = groups(found)
    for every in parted:
        group = _whole_numbers(every)
        chain = _chain(group)
        headings = sum(item.heading for item in chain)
        weight = headings + 0.2 * (len(chain) - headings)
        score = weight * len(chain) / len(group)
        throughout = _unheaded(chain) or _named_throughout(chain, group) or _all_that_is_numbered(chain, paragraphs)
        if headed and headings * 2 < len(chain) and not throughout:
            continue
        if _inside_another(group, parted):
            score *= 0.1
        if score > best[0] and (len(chain) > 1 or (headings and headed)):
            best = (score, _with_slips(_headings(chain) if headed else chain, group))
    return tuple(best[1]) or (_roman_numbers(paragraphs) if headed else ())


def _roman_numbers(paragraphs: Sequence[Paragraph]) -> tuple[Numbered, ...]:
    """Return the headings numbered I, II, III …, where there are enough of them to tell from a word."""
    found: list[Numbered] = []
    for index, paragraph in enumerate(paragraphs):
        match = _ROMAN.match(paragraph.text)
        if match is None or not (paragraph.bold or paragraph.capitals) or not is_heading(paragraph, match["rest"]):
            continue
        if roman(match["number"]) == len(found) + 1:
            parts = (len(found) + 1,)
            found.append(Numbered(index, match["number"], parts, "I", paragraph.left, match.start("rest"), True, True))
    return tuple(found) if len(found) > 2 else ()


def _whole_numbers(group: list[Numbered]) -> list[Numbered]:
    """Return those that end in nought where items are numbered "1.0" and their paragraphs "1.1"; else all of them."""
    noughts = [item for item in group if len(item.parts) == 2 and item.parts[1] == 0 and item.heading]
    return noughts if len(noughts) > 1 and len(_chain(noughts)) == len(noughts) else group


def groups(found: Sequence[Numbered]) -> list[list[Numbered]]:
    """Return numbered paragraphs by shape and by where they begin."""
    groups: list[list[Numbered]] = []
    for item in sorted(found, key=lambda item: (item.shape, item.left, item.index)):
        last = groups[-1] if groups else None
        if last is not None and last[-1].shape == item.shape and item.left - last[-1].left < NEAR:
            last.append(item)
        else:
            groups.append([item])
    return [sorted(group, key=lambda item: item.index) for group in groups]


def _chain(group: Sequence[Numbered]) -> list[Numbered]:
    """Return the heaviest rising run of a group, headings counting most."""
    weights: list[float] = []
    before: list[int | None] = []
    for place, item in enumerate(group):
        own = 1.0 if item.heading else 0.2
        best, link = own, None
        for earlier in range(max(0, place - 60), place):
            if _rises(group[earlier].parts, item.parts) and weights[earlier] + own > best:
                best, link = weights[earlier] + own, earlier
        weights.append(best)
        before.append(link)
    if not group:
        return []
    at: int | None = max(range(len(group)), key=lambda place: (weights[place], -place))
    chain: list[Numbered] = []
    while at is not None:
        chain.append(group[at])
        at = before[at]
    return chain[::-1]


def _rises(one: tuple[int, ...], two: tuple[int, ...]) -> bool:
    """Say whether a number comes soon after another in the same series."""
    if len(one) != len(two):
        return False
    changed = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    return not changed or (len(changed) == 1 and 0 < changed[0][1] - changed[0][0] <= STEP)


def _headings(chain: Sequence[Numbered]) -> list[Numbered]:
    """Return the members of a series that are headings: all, or where most are bold those that are, and gaps filled."""
    strong = [item for item in chain if item.strong]
    found = [item for item in chain if item.heading]
    if 2 * len(found) < len(chain):
        return list(chain)
    if 2 * len(strong) < len(found):
        return [item for item in chain if item.heading or (item.named and _fills(item, found))]
    return [item for item in chain if (item.heading and item.strong) or (_fills(item, strong) and _titles(item))]


def _titles(item: Numbered) -> bool:
    """Say whether an item begins as one does: set as a heading, or named before its words."""
    return item.heading or item.named


def _fills(item: Numbered, strong: Sequence[Numbered]) -> bool:
    """Say whether a heading that is not bold has a number that is missing among those that are."""
    before = [other.parts for other in strong if other.index < item.index]
    after = [other.parts for other in strong if other.index > item.index]
    return bool(before and after) and before[-1] < item.parts < after[0]


def _with_slips(chain: Sequence[Numbered], group: Sequence[Numbered]) -> list[Numbered]:
    """Return a series with the headings that are out of order in it, or whose number is a slip.

    Example: "17.5.2" before "17.05.1", or "1.05.8" between "18.05.7" and "18.05.9".
    """
    if len(chain) < 3 or not all(item.heading for item in chain):
        return list(chain)
    bold = all(item.strong for item in chain)
    result = list(chain)
    for item in group:
        if item in chain:
            continue
        known = {other.parts[-1 if len(other.parts) > 1 else 0] for other in chain}
        own = item.parts[-1]
        alike = len(item.parts) < 2 or any(other.parts[:-1] == item.parts[:-1] for other in chain)
        missing = own not in known and min(known) - STEP < own < max(known) + STEP
        before = [other.parts[-1] for other in chain if other.index < item.index]
        slipped = len(item.parts) > 1 and bool(before) and 0 <= own - before[-1] <= STEP
        set_alike = item.heading and (item.strong or not bold)
        out_of_order = missing and alike and (len(item.parts) > 1 or (bold and set_alike))
        if out_of_order or (slipped and set_alike):
            result.append(item)
    return sorted(result, key=lambda item: item.index)


def _unheaded(chain: Sequence[Numbered]) -> bool:
    """Say whether a series without headings is long and high enough to run on from meeting to meeting."""
    rising = [a for a, b in zip(chain[0].parts, chain[-1].parts, strict=True) if a != b]  # of "201/15" the 201
    return len(chain) > 3 and max((chain[0].parts[-1], *rising)) > 20


def _named_throughout(chain: Sequence[Numbered], group: Sequence[Numbered]) -> bool:
    """Say whether a series counts from one without a break, and each of its items is named before its words begin.

    Example: "4. Vacancy: Two letters had been received." among others of the kind.
    """
    named = sum(item.named for item in chain)
    return len(chain) == len(group) >= NAMED and chain[0].parts[-1] == 1 and named >= SHARE * len(chain)


def _all_that_is_numbered(chain: Sequence[Numbered], paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether a series counts from one, each of its paragraphs the next, and no heading stands among them.

    So a community council writes whose items are sentences: "4. It was agreed to appoint Mrs Nairn as Convener."
    """
    if len(chain) < NAMED or [item.parts for item in chain] != [(place,) for place in range(1, len(chain) + 1)]:
        return False
    among = paragraphs[chain[0].index : chain[-1].index]
    return not any(one.bold or one.capitals for one in among) and 2 * len(chain) > len(among)


def _inside_another(group: Sequence[Numbered], groups: Sequence[Sequence[Numbered]]) -> bool:
    """Say whether a group counts within the items of another: "5.1" and "5.2" under "5."."""
    if len(group[0].parts) < 2:
        return False
    for other in groups:
        chain = _chain(other) if len(other[0].parts) == 1 else []
        if len(chain) < 2 or not any(item.heading for item in chain):
            continue
        inside = 0
        for item in group:
            above = [head for head in chain if head.index < item.index]
            inside += bool(above) and above[-1].parts[0] == item.parts[0]
        if inside > 0.6 * len(group):
            return True
    return False
