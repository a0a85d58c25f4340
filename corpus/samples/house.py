"""How each body of the made-up council sets its papers: fonts, sizes, and the look of a minute."""

import re
from dataclasses import dataclass
from html import escape
from typing import Literal

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

Alignment = Literal["left", "justify", "centre", "right"]
ALIGNMENTS: dict[Alignment, int] = {"left": TA_LEFT, "justify": TA_JUSTIFY, "centre": TA_CENTER, "right": TA_RIGHT}
SOFT_HYPHEN = "\xad"
_ITALIC = re.compile(r"(?<![\w*])\*(?!\s)([^*]+?)\*(?![\w*])")


@dataclass(frozen=True, slots=True)
class House:
    """The look of one body's papers; lengths in points.

    Example: ``House("families", "Helvetica", 11, 14, 0, "left", "caps", hyphenated=False, page_of=False)``.
    """

    body: str
    font: str  # one of the standard families, so that no font file is needed to set a paper again
    size: float
    leading: float
    hang: float  # how far the text of a minute stands in from its number
    align: Alignment
    heading: Literal["caps", "item", "plain"]
    hyphenated: bool
    page_of: bool  # foot reads "Page 3 of 9"

    def face(self, bold: bool = False) -> str:
        """Return the name of the upright face, or of the bold one."""
        if self.font == "Times":
            return "Times-Bold" if bold else "Times-Roman"
        return f"{self.font}-Bold" if bold else self.font

    def style(
        self, *, align: Alignment | None = None, bold: bool = False, before: float = 0, after: float = 6,
        left: float = 0, hang: float = 0, size: float | None = None, keep: bool = False,
    ) -> ParagraphStyle:  # fmt: skip
        """Return a paragraph style: ``left`` is the text's indent, ``hang`` how far its marker stands before it."""
        points = size or self.size
        return ParagraphStyle(
            f"{self.body}-{align}-{bold}-{before}-{after}-{left}-{hang}-{points}-{keep}",
            fontName=self.face(bold),
            fontSize=points,
            leading=points * self.leading / self.size,
            alignment=ALIGNMENTS[align or self.align],  # type: ignore[arg-type]  # the stubs name only the literals
            spaceBefore=before,
            spaceAfter=after,
            leftIndent=left,
            bulletIndent=left - hang,
            bulletFontName=self.face(bold),
            bulletFontSize=points,
            keepWithNext=int(keep),
            allowWidows=1,  # as office templates leave it: a resolution may run over the page's end
            allowOrphans=1,
            embeddedHyphenation=1,
        )


HOUSES = {
    "families": House("families", "Helvetica", 11, 14, 0, "left", "caps", hyphenated=False, page_of=False),
    "cabinet": House("cabinet", "Helvetica", 11, 13.5, 36, "justify", "item", hyphenated=True, page_of=False),
    "planning": House("planning", "Times", 11.5, 14, 54, "left", "plain", hyphenated=False, page_of=True),
}


def markup(text: str, breaks: dict[str, str] | None = None) -> str:
    """Turn a source's words into reportlab's markup: bold, italic, struck, and places where a word may break."""
    if breaks:
        text = re.sub(r"[A-Za-z]{6,}", lambda word: _broken(word.group(), breaks), text)
    text = escape(text, quote=False)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"~~(.+?)~~", r"<strike>\1</strike>", text)
    return _ITALIC.sub(r"<i>\1</i>", text)


def plain(text: str) -> str:
    """Return a source's words as they are printed, without its marks for bold, italic and struck."""
    text = re.sub(r"\*\*(.+?)\*\*|~~(.+?)~~", lambda m: m.group(1) or m.group(2), text)
    return _ITALIC.sub(r"\1", text)


def _broken(word: str, breaks: dict[str, str]) -> str:
    """Return a word with soft hyphens where the list says it may break, its first letter's case kept."""
    pattern = breaks.get(word.lower())
    if pattern is None:
        return word
    return word[0] + pattern.replace("-", SOFT_HYPHEN)[1:]
