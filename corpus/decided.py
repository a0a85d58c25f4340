"""What was decided, as places in the paragraphs of one minute, before it becomes a resolution of the record."""

from dataclasses import dataclass

LEVEL = 14.0  # points within which items of one list begin, page to page
DEEPER = 8.0  # points of indent that show a paragraph stands under another


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text of one paragraph of a minute."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Decision:
    """One part of what was decided, by paragraphs of its minute."""

    marker: str | None
    verb: str
    text: tuple[Stretch, ...]
    stem: tuple[Stretch, ...]
    heading: str | None = None  # a heading inside the minute that it stands under
