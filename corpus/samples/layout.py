"""Pages of the sample papers: templates, running heads and feet, and where each marked paragraph came to stand."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ActionFlowable, BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from corpus.samples.house import House

MARGIN = 2.5 * cm  # what council templates commonly leave
FURNITURE_SIZE = 9  # running heads and feet are set smaller than the text


@dataclass(slots=True)
class Ledger:
    """Where things came to stand while a paper was laid out; pages counted from 1."""

    pages: dict[str, list[int]] = field(default_factory=dict)
    printed: dict[int, str | None] = field(default_factory=dict)

    def note(self, mark: str, page: int) -> None:
        """Record that what bears this mark stands on this page."""
        pages = self.pages.setdefault(mark, [])
        if page not in pages:
            pages.append(page)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is printed around the text of the pages of one part of a paper."""

    numbered: bool
    head: str = ""
    foot: str = ""


class Marked(Paragraph):
    """A paragraph that records every page that it, or a piece of it, is drawn on."""

    mark: str = ""
    ledger: Ledger | None = None

    def draw(self) -> None:
        """Draw the paragraph and record the page."""
        if self.ledger is not None and self.mark:
            self.ledger.note(self.mark, self.canv.getPageNumber())
        super().draw()

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803 (reportlab names them)
        """Divide the paragraph over two pages, each piece keeping the mark."""
        pieces: list[Any] = super().split(availWidth, availHeight)
        for piece in pieces:
            piece.mark, piece.ledger = self.mark, self.ledger
        return pieces


class Place(Flowable):
    """A point of no size that records the page on which a part of a paper starts."""

    def __init__(self, mark: str, ledger: Ledger) -> None:
        super().__init__()
        self.mark, self.ledger = mark, ledger

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803 (reportlab's)
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Record the page."""
        self.ledger.note(self.mark, self.canv.getPageNumber())


class Furnish(ActionFlowable):
    """A change of the running heads and feet from the next page on."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__()
        self.furniture = furniture

    def apply(self, doc: Any) -> None:
        """Give the document its new furniture."""
        doc.furniture = self.furniture


class Document(BaseDocTemplate):
    """A paper being laid out: portrait and landscape pages whose printed numbers differ from the PDF's."""

    def __init__(
        self, path: Path, house: House, ledger: Ledger, *, title: str, subject: str, first: int, total: int | None
    ) -> None:
        super().__init__(
            str(path),
            pagesize=A4,
            leftMargin=MARGIN,
            rightMargin=MARGIN,
            topMargin=MARGIN,
            bottomMargin=MARGIN,
            title=title,
            author="Saltersmere Council (invented)",
            subject=subject,
            invariant=1,  # no time of day in the file: setting it again gives the same bytes
            pageCompression=0,  # compressed bytes would depend on the machine's zlib
        )
        self.house, self.ledger, self.next_number, self.total = house, ledger, first, total
        self.furniture = Furniture(numbered=False)
        self.addPageTemplates([self._template("portrait", A4), self._template("landscape", landscape(A4))])

    def _template(self, name: str, size: tuple[float, float]) -> PageTemplate:
        """Return a page of one frame, with its running head and foot."""
        width, height = size
        frame = Frame(
            MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        return PageTemplate(id=name, frames=[frame], onPage=self._furnish, pagesize=size)

    def _furnish(self, canvas: Canvas, _doc: BaseDocTemplate) -> None:
        """Print the head, foot and number of one page, and record the number."""
        width, height = canvas._pagesize  # type: ignore[attr-defined]  # the stubs lack it
        page = canvas.getPageNumber()
        canvas.saveState()
        canvas.setFont(self.house.face(), FURNITURE_SIZE)
        if self.furniture.head:
            canvas.drawString(MARGIN, height - 1.5 * cm, self.furniture.head)
        if self.furniture.foot:
            canvas.drawString(MARGIN, 1.1 * cm, self.furniture.foot)
        self.ledger.printed[page] = None
        if self.furniture.numbered:
            number = str(self.next_number)
            self.next_number += 1
            self.ledger.printed[page] = number
            shown = f"Page {number} of {self.total or '?'}" if self.house.page_of else number
            canvas.setFont(self.house.face(), 11)
            canvas.drawCentredString(width / 2, 1.5 * cm, shown)
        canvas.restoreState()
