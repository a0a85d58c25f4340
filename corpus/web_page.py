"""Reading saved web pages: the words of the page itself, not those of the site around it, and none that are hidden.

Nothing that a page names is fetched, and no script in it runs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.documents import Cell, Document, Para, Run, Table, cleaned, folded_runs
from corpus.errors import PaperError
from corpus.web_site import MOST_SAID, NEVER, decoded, hidden_by_rules, is_around, is_hidden, main_part
from corpus.word_numbers import figure

DEEPEST = 200  # elements within elements: pages that people write nest thirty deep
INDENT = 22.0  # points that a list or a quotation is indented
MOST_ACROSS = 40  # columns

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE)
_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "none": "none",
    "decimal-leading-zero": "decimalZero", "disc": "bullet", "circle": "bullet", "square": "bullet",
}  # fmt: skip
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)


def read_web_page(data: bytes, name: str) -> Document:
    """Read the bytes of a web page; a ``PaperError`` of one line says why it cannot be read."""
    return read_html(decoded(data), name)


def read_html(text: str, name: str, *, whole: bool = False) -> Document:
    """Read a page; ``whole`` takes all of its body, as of a page that has no site around it."""
    tree = LexborHTMLParser(text)
    body = tree.body
    heading = tree.css_first("title")
    title = " ".join(cleaned(heading.text()).split()) if heading is not None else ""
    if body is None:
        return Document(None, ())
    hidden = hidden_by_rules(tree)
    tree.strip_tags([tag for tag in NEVER if tag.isalpha()])
    root = body if whole else main_part(tree, body)
    reader = _Reader(hidden, 0 if whole else len(body.text()), within=root is not body or whole)
    try:
        reader.read(root)
    except RecursionError as error:
        raise PaperError(f"{name}: its parts are nested too deep; print it to PDF") from error
    reader.end()
    return Document(title or None, tuple(reader.parts))


@dataclass(slots=True)
class _Reader:
    """A page while it is read."""

    hidden: frozenset[int]
    letters: int  # of the whole body; 0 where nothing is taken for the site around the page
    within: bool  # a part that the page marks as its own
    parts: list[Para | Table] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    mark: str = ""
    indent: float = 0.0
    depth: int = 0  # lists within lists
    heading: bool = False
    bold: bool = False
    struck: bool = False
    plain: bool = False  # white space stands as it is

    def end(self) -> None:
        """End the paragraph at hand."""
        kept = folded_runs(self.runs)
        if kept:
            self.parts.append(Para(kept, self.mark, self.indent, self.heading))
            self.mark = ""
        self.runs = []

    def read(self, node: LexborNode, depth: int = 0) -> None:
        """Read an element's children."""
        if depth > DEEPEST:
            raise RecursionError
        child = node.child
        while child is not None:
            if child.tag == "-text":
                self._text(child.text_content or "")
            elif child.tag == "br":
                self.runs.append(Run("\n"))
            elif child.tag not in NEVER and not self._passed_over(child):
                self._element(child, depth)
            child = child.next

    def _text(self, text: str) -> None:
        text = text if self.plain else re.sub(r"[ \t\r\n\f]+", " ", text)
        self.runs.append(Run(cleaned(text.expandtabs(4)), self.bold or self.heading, self.struck))

    def _passed_over(self, node: LexborNode) -> bool:
        """Say whether an element is hidden, or belongs to the site and not to the page."""
        if node.mem_id in self.hidden or is_hidden(node):
            return True
        return self.letters > 0 and is_around(node, self.letters, within=self.within)

    def _element(self, node: LexborNode, depth: int) -> None:
        style, before = (node.attributes.get("style") or "")[:MOST_SAID], (self.bold, self.struck, self.plain)
        self.bold = (self.bold or node.tag in {"b", "strong", "th"} or bool(_BOLD.search(style))) and not _LIGHT.search(
            style
        )
        self.struck = self.struck or node.tag in {"del", "s", "strike"} or bool(_STRUCK.search(style))
        if node.tag not in _BLOCKS:
            self.read(node, depth + 1)
        else:
            self.end()
            self._block(node, depth)
            self.end()
        self.bold, self.struck, self.plain = before

    def _block(self, node: LexborNode, depth: int) -> None:
        match node.tag:
            case "ol" | "ul" | "menu":
                self._list(node, depth)
            case "table":
                self._table(node, depth)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.heading = True
                self.read(node, depth + 1)
                self.end()
                self.heading = False
            case "blockquote" | "dd":
                self.indent += INDENT
                self.read(node, depth + 1)
                self.end()
                self.indent -= INDENT
            case "pre":
                self.plain = True
                self.read(node, depth + 1)
            case _:
                self.read(node, depth + 1)

    def _list(self, node: LexborNode, depth: int) -> None:
        form, closing, place = (
            _form(node),
            node.attributes.get("data-closing") or ".",
            _whole(node.attributes.get("start"), 1),
        )
        step = -1 if "reversed" in node.attributes else 1
        items = [child for child in node.iter() if child.tag == "li"]
        if step < 0 and "start" not in node.attributes:
            place = len(items)
        self.depth += 1
        for child in node.iter():
            if child.tag in NEVER or self._passed_over(child):
                continue
            if child.tag != "li":
                self._element(child, depth + 1)
                continue
            place = _whole(child.attributes.get("value"), place)
            own = _form(child, form)
            figures = figure(place, own)
            outer = self.mark
            self.end()
            self.mark = f"{outer} " if outer else ""  # an item that is only a list stands on one line with its first
            self.mark += "•" if own == "bullet" else f"{figures}{closing}" if figures else ""
            indent = INDENT if self.depth > 1 else 0.0  # minutes are often one list: its numbers stand at the margin
            self.indent += indent
            self._element(child, depth + 1)
            self.indent -= indent
            self.mark = ""
            place += step
        self.depth -= 1

    def _table(self, node: LexborNode, depth: int) -> None:
        rows = tuple(_rows(node))
        nested = node.css_first("table table") is not None or (node.attributes.get("role") or "") in {
            "presentation",
            "none",
        }
        widest = max((sum(across for _, across in row) for row in rows), default=0)
        caption = node.css_first("caption")
        if caption is not None and not self._passed_over(caption):
            self._element(caption, depth + 1)
        if nested or widest < 2 or widest > MOST_ACROSS:
            for row in rows:
                for cell, _ in row:
                    if cell is not None and not self._passed_over(cell):
                        self._element(cell, depth + 1)
            return
        made = []
        for row in rows:
            cells = tuple(Cell(self._cell(cell, depth), across) for cell, across in row)
            if any(cell.paras for cell in cells):
                made.append(cells)
        if made:
            self.parts.append(Table(tuple(made)))

    def _cell(self, node: LexborNode | None, depth: int) -> tuple[Para, ...]:
        if node is None or self._passed_over(node):
            return ()
        inner = _Reader(self.hidden, 0, within=True, bold=self.bold, struck=self.struck)
        inner._element(node, depth + 1)
        inner.end()
        return tuple(part for part in inner.parts if isinstance(part, Para))


def _rows(table: LexborNode) -> Iterator[list[tuple[LexborNode | None, int]]]:
    """Yield the cells of each row with the columns that they take; None where a cell above reaches down."""
    above: dict[int, tuple[int, int]] = {}  # by column: rows still to go, and columns
    groups = [node for node in table.iter() if node.tag in {"thead", "tbody", "tfoot"}] or [table]
    for row in (row for group in groups for row in group.iter() if row.tag == "tr"):
        found: list[tuple[LexborNode | None, int]] = []
        below: dict[int, tuple[int, int]] = {}
        column = 0
        for cell in (*(cell for cell in row.iter() if cell.tag in {"td", "th"}), None):
            while column in above:
                rows, across = above[column]
                if rows > 1:
                    below[column] = (rows - 1, across)
                found.append((None, across))
                column += across
            if cell is None:
                break
            across = min(max(_whole(cell.attributes.get("colspan"), 1), 1), MOST_ACROSS)
            rows = _whole(cell.attributes.get("rowspan"), 1)
            if rows > 1:
                below[column] = (rows - 1, across)
            found.append((cell, across))
            column += across
        above = below
        yield found


def _form(node: LexborNode, otherwise: str | None = None) -> str:
    """Return how a list, or one item of it, counts."""
    style = _LIST_STYLE.search((node.attributes.get("style") or "")[:MOST_SAID])
    if style is not None and style[1].lower() in _STYLES:
        return _STYLES[style[1].lower()]
    if otherwise is not None:
        return _TYPES.get(node.attributes.get("type") or "", otherwise)
    return "bullet" if node.tag != "ol" else _TYPES.get(node.attributes.get("type") or "1", "decimal")


def _whole(value: str | None, otherwise: int) -> int:
    found = re.match(r"\s*(-?\d{1,6})", value or "")
    return int(found[1]) if found else otherwise
