"""How a Word file sets its letters: what a run says itself, and what its styles say for it."""

from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

MOST_ANCESTORS = 12  # styles based on styles: a file whose styles go round in a ring ends here
_BLACK = "000000"
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one document by their identifiers."""

    named: dict[str, Any]
    default: str | None  # the style of paragraphs that name none
    always: Any  # what the document sets for all letters, or None

    def chain(self, identifier: str | None) -> list[Any]:
        """Return a style and those that it is based on, nearest first."""
        found: list[Any] = []
        while identifier in self.named and len(found) < MOST_ANCESTORS:
            style = self.named[identifier]
            found.append(style)
            based = style.find(qn("w:basedOn"))
            identifier = based.get(qn("w:val")) if based is not None else None
        return found

    def of_paragraph(self, paragraph: Any) -> list[Any]:
        """Return the styles of a paragraph, nearest first."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self.chain(own.get(qn("w:val")) if own is not None else self.default)

    def property_of(self, paragraph: Any, name: str) -> Any:
        """Return a property of a paragraph (``w:ind``): its own, else its styles'; None where none sets it."""
        holders = [paragraph, *self.of_paragraph(paragraph)]
        found = (holder.find(f"{qn('w:pPr')}/{qn(name)}") for holder in holders)
        return next((one for one in found if one is not None), None)

    def is_on(self, run: Any, paragraph_styles: list[Any], *names: str) -> bool:
        """Say whether any of these properties (``w:b``) is on for a run."""
        own = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        styles = self.chain(own.get(qn("w:val"))) if own is not None else []
        holders = [*(one.find(qn("w:rPr")) for one in (run, *styles, *paragraph_styles)), self.always]
        return any(_nearest(holders, name) for name in names)

    def is_blacked_out(self, run: Any) -> bool:
        """Say whether the letters of a run are as dark as what they stand on: wording that somebody meant to hide.

        Letters of no colour of their own stay readable on shading, which Word turns them white for, but not under a
        black marker.
        """
        said = run.find(qn("w:rPr"))
        if said is None:
            return False
        colour, shading, marker = (said.find(qn(name)) for name in ("w:color", "w:shd", "w:highlight"))
        letters = colour.get(qn("w:val"), "").lower() if colour is not None else ""
        if marker is not None and marker.get(qn("w:val")) == "black":
            return letters in {"", "auto", _BLACK}
        return shading is not None and letters == shading.get(qn("w:fill"), "").lower() == _BLACK

    def is_heading(self, paragraph_styles: list[Any]) -> bool:
        """Say whether a style is one of Word's headings or titles, or is based on one."""
        names = (one.find(qn("w:name")) for one in paragraph_styles)
        return any(
            one is not None and one.get(qn("w:val"), "").lower().startswith(("heading", "title")) for one in names
        )


def read_styles(root: Any) -> Styles:
    """Read the styles of a document from the root of their part."""
    named = {one.get(qn("w:styleId"), ""): one for one in root.findall(qn("w:style"))}
    default = next(
        (
            key
            for key, one in named.items()
            if one.get(qn("w:type")) == "paragraph" and one.get(qn("w:default")) in {"1", "true"}
        ),
        None,
    )
    return Styles(named, default, root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"))


def _nearest(holders: list[Any], name: str) -> bool:
    for holder in holders:
        one = holder.find(qn(name)) if holder is not None else None
        if one is not None:
            return str(one.get(qn("w:val"), "1")).lower() not in _OFF
    return False
