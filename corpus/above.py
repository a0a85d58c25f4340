"""Items whose heading stands above their number: "APOLOGIES", and on the next line "PLA31/25" and the words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.paragraphs import Paragraph
from corpus.phrases import BANNERS, SUBHEADINGS
from corpus.phrases_kept import CLOSED
from corpus.phrasing import pattern, says
from corpus.rows import folded
from corpus.series import Numbered, groups, is_heading, token
from corpus.stems import stem_of

FEWEST = 3  # items with a heading above, from which it is a habit and no chance
SHARE = 0.8  # of the items of such a series have one
WHOLE = 0.6  # of the numbers of its shape are in the series: lists inside items count from one again


@dataclass(frozen=True, slots=True)
class Headed:
    """A series of numbers, and for each paragraph with one at which paragraph the heading above it begins."""

    numbers: tuple[Numbered, ...]
    headings: Mapping[int, int]


def headed_above(paragraphs: Sequence[Paragraph], numbers: Sequence[Numbered]) -> Headed | None:
    """Return the items that have their headings above their numbers, None where ``numbers`` carry their own."""
    if 2 * sum(item.strong for item in numbers) > len(numbers):
        return None
    found = [item for index, paragraph in enumerate(paragraphs) if (item := token(paragraph, index)) is not None]
    for group in sorted(groups(found), key=len, reverse=True):
        chain = _rising(group)
        bare = [item for item in chain if not item.strong]  # one may carry its heading behind its number
        above = {item.index: start for item in bare if (start := _heading(paragraphs, item.index)) is not None}
        if (
            len(above) >= FEWEST
            and len(above) >= SHARE * len(bare)
            and len(chain) >= max(WHOLE * len(group), len(numbers))
        ):
            return Headed(tuple(chain), above)
    return None


def _rising(group: Sequence[Numbered]) -> list[Numbered]:
    """Return the numbers that each come right after the one before; the first begins the series."""
    chain: list[Numbered] = []
    for item in group:
        if not chain or _next(chain[-1].parts, item.parts):
            chain.append(item)
    return chain


def _next(one: tuple[int, ...], two: tuple[int, ...]) -> bool:
    changed = [b - a for a, b in zip(one, two, strict=False) if a != b]
    return len(one) == len(two) and changed == [1]


def _heading(paragraphs: Sequence[Paragraph], index: int) -> int | None:
    """Return where the heading right above a paragraph begins, None where none stands there."""
    start = index
    while start and _is_heading(paragraphs[start - 1]) and (start == index or _one_heading(paragraphs, start)):
        start -= 1
    return start if start < index else None


def _is_heading(paragraph: Paragraph) -> bool:
    words = folded(paragraph.text).strip(" :")
    return (
        (paragraph.bold or paragraph.capitals)
        and is_heading(paragraph)
        and (words.lower() == "minutes" or pattern(*BANNERS, *SUBHEADINGS).fullmatch(words) is None)
        and stem_of(paragraph) is None
        and not says(CLOSED, words)
    )


def _one_heading(paragraphs: Sequence[Paragraph], start: int) -> bool:
    """Say whether the paragraph at ``start`` goes on with the heading above it."""
    above, below = paragraphs[start - 1], paragraphs[start]
    return not below.gap and above.page == below.page and above.bold == below.bold
