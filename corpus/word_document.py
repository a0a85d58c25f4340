"""Reading Word documents: what stands in them as they would be printed, automatic numbers and all.

Deleted and hidden wording is not in the document; inserted wording is; struck wording is shown as struck.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from corpus.documents import Cell, Document, Para, Run, Table, cleaned, folded_runs
from corpus.errors import PaperError
from corpus.word_numbers import Numbers, hanging, read_numbers
from corpus.word_package import inspect
from corpus.word_styles import Styles, read_styles

DEEPEST = 60  # tables within text boxes within tables
FURTHEST = 200.0  # points that a paragraph may be indented: beyond, its lines would hold a word each
MOST_HEAD = 4  # lines that are repeated above each page

_SPOILT = (zipfile.BadZipFile, SyntaxError, KeyError, ValueError, AttributeError, NotImplementedError, EOFError,
           RuntimeError, OSError)  # fmt: skip
"""What python-docx, zipfile and lxml (a ``SyntaxError``) raise on files that are damaged or no Word documents."""

_WITHIN = frozenset(qn(f"w:{name}") for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdt",
                    "sdtContent", "dir", "bdo"))  # fmt: skip
_GONE = frozenset(qn(f"w:{name}") for name in ("del", "moveFrom"))
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BREAKS = frozenset({qn("w:br"), qn("w:cr")})
_SIGNS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", **dict.fromkeys(_BREAKS, "\n"), qn("w:noBreakHyphen"): "-"}
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_DRAWN = frozenset({qn("w:drawing"), qn("w:pict"), qn("w:object"), f"{_CHOICE}AlternateContent"})
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_ONLY_PAGE = re.compile(r"[\W_]*(?:page|pg|p)?[\W_]*(?:of)?[\W_]*", re.IGNORECASE)
_TYPED_MARK = re.compile(r"[(\[]?[\w./-]{1,14}[.):\]]{0,2}")


def read_word(data: bytes, name: str) -> Document:
    """Read the bytes of a .docx file; a ``PaperError`` of one line says why it cannot be read."""
    inspect(data, name)
    try:
        document = docx.Document(BytesIO(data))
        reader = _reader(document)
        body = document.element.body
        parts = tuple(reader.blocks(body))
        notes = tuple(reader.note_paras())
        head, foot = (tuple(_around(document, body, side)) for side in ("header", "footer"))
        title = cleaned(document.core_properties.title or "").strip() or None
    except RecursionError as error:
        raise PaperError(f"{name}: its parts are nested too deep; save it as PDF") from error
    except _SPOILT as error:
        raise PaperError(f"{name}: damaged, it cannot be read as a Word document; save it again or as PDF") from error
    if len(head) > MOST_HEAD:  # a letterhead: printed once
        return Document(title, (*head, *parts, *notes), (), foot[:MOST_HEAD])
    return Document(title, (*head, *parts, *notes), head, foot[:MOST_HEAD])


def _reader(document: Any) -> "_Reader":
    styles = read_styles(document.styles.element)
    numbering = _part(document, RELATIONSHIP_TYPE.NUMBERING)
    notes: dict[str, Any] = {}
    for kind, within in ((RELATIONSHIP_TYPE.FOOTNOTES, "footnote"), (RELATIONSHIP_TYPE.ENDNOTES, "endnote")):
        root = _part(document, kind)
        for note in root.findall(qn(f"w:{within}")) if root is not None else []:
            notes[f"{within} {note.get(qn('w:id'))}"] = note
    return _Reader(styles, read_numbers(numbering, styles.named) if numbering is not None else Numbers(), notes)


def _part(document: Any, kind: str) -> Any:
    """Return the root of a part of the file, or None where there is none."""
    try:
        part = document.part.part_related_by(kind)
    except KeyError:
        return None
    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _around(document: Any, body: Any, side: str) -> Iterator[Para]:
    """Yield what the first section prints above or below its pages, without page numbers, which this file has not."""
    section = next(body.iter(qn("w:sectPr")), None)
    references = section.findall(qn(f"w:{side}Reference")) if section is not None else []
    by_type = {one.get(qn("w:type")): one.get(qn("r:id")) for one in references}
    chosen = by_type.get("first") if section is not None and section.find(qn("w:titlePg")) is not None else None
    part = document.part.related_parts.get(chosen or by_type.get("default"))
    if part is None or not hasattr(part, "element"):
        return
    reader = _reader(document)
    for block in reader.blocks(part.element):
        paras = (
            [block] if isinstance(block, Para) else [para for row in block.rows for cell in row for para in cell.paras]
        )
        yield from (para for para in paras if not _ONLY_PAGE.fullmatch(para.text))


@dataclass(slots=True)
class _Reader:
    """One story of a document while it is read: its lists count on from paragraph to paragraph."""

    styles: Styles
    numbers: Numbers
    notes: dict[str, Any]
    noted: list[str] = field(default_factory=list)  # notes that the text refers to, in order
    fields: list[list[str | bool]] = field(default_factory=list)  # open fields: what they are, and whether they show
    carried: list[Run] = field(default_factory=list)  # words of a paragraph whose end was deleted
    boxes: list[Any] = field(default_factory=list)  # text boxes that hang on the paragraph at hand
    turned: bool = False  # a page ended since the last paragraph

    def blocks(self, parent: Any, depth: int = 0) -> Iterator[Para | Table]:
        """Yield the paragraphs and tables of an element, in order."""
        if depth > DEEPEST:
            raise RecursionError
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self._paragraph(child, depth)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child, depth)
            elif child.tag in _WITHIN:
                yield from self.blocks(child, depth + 1)
            elif child.tag == f"{_CHOICE}AlternateContent" and len(child):
                yield from self.blocks(child[0], depth + 1)

    def note_paras(self) -> Iterator[Para]:
        """Yield the notes that the text refers to, after it."""
        for rank, key in enumerate(list(dict.fromkeys(self.noted)), 1):
            for block in self.blocks(self.notes[key]) if key in self.notes else ():
                if isinstance(block, Para) and block.text:
                    yield replace(block, mark=f"[{rank}]")

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[Para | Table]:
        styles = self.styles.of_paragraph(paragraph)
        heading = self.styles.is_heading(styles)
        breaks = self.styles.property_of(paragraph, "w:pageBreakBefore")
        self.turned = self.turned or (breaks is not None and breaks.get(qn("w:val"), "1") not in {"0", "false"})
        turned = self.turned
        runs = [*self.carried, *self._runs(paragraph, styles, heading, depth)]
        text = "".join(run.text for run in runs)
        turned, self.turned = (self.turned, False) if turned or not text.strip() else (False, self.turned)
        self.carried = []
        boxes, self.boxes = self.boxes, []
        ended = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
        if ended is not None and any(ended.find(tag) is not None for tag in _GONE):
            self.carried = runs
        else:
            mark, indent = self._mark(paragraph, styles)
            mark, kept = _typed_mark(folded_runs(runs)) if not mark else (mark, folded_runs(runs))
            if kept or mark:
                yield Para(kept, mark, indent, heading, turned)
            else:
                self.turned = self.turned or turned
        for box in boxes:
            yield from self.blocks(box, depth + 1)

    def _mark(self, paragraph: Any, styles: list[Any]) -> tuple[str, float]:
        """Return the mark that Word prints before a paragraph, and how far it is indented."""
        numbered = self.styles.property_of(paragraph, "w:numPr")
        own = self.styles.property_of(paragraph, "w:ind")
        indent = hanging(own) if own is not None else None
        mark = ""
        if numbered is not None:
            number, place = (numbered.find(qn(name)) for name in ("w:numId", "w:ilvl"))
            held = next((one.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") for one in styles
                         if one.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") is not None), None)  # fmt: skip
            number = number if number is not None else held
            key = number.get(qn("w:val"), "0") if number is not None else "0"
            level = int(place.get(qn("w:val"), "0")) if place is not None else None
            if level is None or paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is None:
                named = (self.numbers.level_of_style(key, one.get(qn("w:styleId"), "")) for one in styles)
                level = next((one for one in named if one is not None), level or 0)
            mark = cleaned(self.numbers.count(key, level)) if key != "0" else ""
            at = self.numbers.level(key, level)
            indent = indent if indent is not None or at is None else at.left
        return mark, min(max(indent or 0.0, 0.0), FURTHEST)

    def _runs(self, parent: Any, styles: list[Any], heading: bool, depth: int) -> Iterator[Run]:
        if depth > DEEPEST:
            raise RecursionError
        for child in parent:
            if child.tag == qn("w:r"):
                text = cleaned("".join(self._letters(child)))
                if not text or self.styles.is_on(child, styles, "w:vanish") or self.styles.is_blacked_out(child):
                    continue
                text = text.upper() if self.styles.is_on(child, styles, "w:caps") else text
                struck = self.styles.is_on(child, styles, "w:strike", "w:dstrike")
                yield Run(text, heading or self.styles.is_on(child, styles, "w:b"), struck)
            elif child.tag == qn("w:fldSimple"):
                if not _PAGE_FIELD.match(child.get(qn("w:instr"), "")):
                    yield from self._runs(child, styles, heading, depth + 1)
            elif child.tag in _WITHIN:
                yield from self._runs(child, styles, heading, depth + 1)

    def _letters(self, run: Any) -> Iterator[str]:
        """Yield the letters of a run, and keep what hangs on it."""
        for child in run:
            if child.tag == qn("w:fldChar"):
                self._field(child.get(qn("w:fldCharType")))
            elif child.tag == qn("w:instrText") and self.fields:
                self.fields[-1][0] = f"{self.fields[-1][0]}{child.text or ''}"
            elif not any(not shows or _PAGE_FIELD.match(str(said)) for said, shows in self.fields):
                self._hung(child)
                yield _printed(child)

    def _hung(self, child: Any) -> None:
        """Keep what hangs on a run and is printed elsewhere: the end of a page, a note, text boxes."""
        if child.tag in _BREAKS and child.get(qn("w:type")) == "page":
            self.turned = True
        elif child.tag in _NOTES:
            self.noted.append(f"{_NOTES[child.tag]} {child.get(qn('w:id'))}")
        elif child.tag in _DRAWN:
            self.boxes += _text_boxes(child)

    def _field(self, step: str | None) -> None:
        if step == "begin":
            self.fields.append(["", False])
        elif step == "separate" and self.fields:
            self.fields[-1][1] = True
        elif step == "end" and self.fields:
            self.fields.pop()

    def _table(self, table: Any, depth: int) -> Iterator[Para | Table]:
        kept = [row for row in _children(table, qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None]
        made = [tuple(self._cell(cell, depth) for cell in _children(row, qn("w:tc"))) for row in kept]
        rows = [row for row in made if row]
        if max((len(row) for row in rows), default=0) > 1:
            yield Table(tuple(rows))
        else:  # a frame around prose
            yield from (para for row in rows for cell in row for para in cell.paras)

    def _cell(self, cell: Any, depth: int) -> Cell:
        span, merged = (cell.find(f"{qn('w:tcPr')}/{qn(name)}") for name in ("w:gridSpan", "w:vMerge"))
        across = int(span.get(qn("w:val"), "1")) if span is not None else 1
        if merged is not None and merged.get(qn("w:val")) != "restart":
            return Cell((), max(across, 1))
        paras: list[Para] = []
        for block in self.blocks(cell, depth + 1):
            paras += [block] if isinstance(block, Para) else _flat(block)
        return Cell(tuple(paras), max(across, 1))


def _flat(table: Table) -> list[Para]:
    return [para for row in table.rows for cell in row for para in cell.paras]


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, those within content controls too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WITHIN:
            yield from _children(child, tag)


def _text_boxes(drawn: Any) -> list[Any]:
    """Return the text boxes of a drawing, each once: newer files hold it a second time for older readers."""
    if drawn.tag == f"{_CHOICE}AlternateContent":
        return next((found for found in map(_text_boxes, drawn) if found), [])
    found: list[Any] = []
    for child in drawn:
        found += [child] if child.tag == qn("w:txbxContent") else _text_boxes(child)
    return found


def _printed(child: Any) -> str:
    """Return the letters that a piece of a run prints, none where it prints none."""
    if child.tag == qn("w:t"):
        return child.text or ""
    if child.tag == qn("w:sym"):
        return _symbol(child.get(qn("w:char"), ""))
    return _SIGNS.get(child.tag, "")


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _typed_mark(runs: tuple[Run, ...]) -> tuple[str, tuple[Run, ...]]:
    """Part a number that was typed and followed by a tabulator from the words after it."""
    if not runs or "\t" not in runs[0].text:
        return "", runs
    mark, _, rest = runs[0].text.partition("\t")
    if not _TYPED_MARK.fullmatch(mark) or not any(one.isdigit() or one in ".)" for one in mark) or runs[0].struck:
        return "", runs
    return mark, folded_runs((replace(runs[0], text=rest), *runs[1:]))
