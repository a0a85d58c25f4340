"""What PDFium says of a file: the glyphs of each page with their places and styles, its drawn lines, its picture.

With ``corpus.drawn``, its half that looks at drawings, the only module that imports pypdfium2. It calls PDFium's raw
interface, because two calls a glyph are most of the time that reading takes, and passes addresses as whole numbers,
because a pointer object costs more than the call.
"""

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from threading import RLock
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray
from PIL import Image

from corpus.blank import BLANK, shown
from corpus.drawn import drawn
from corpus.errors import PaperError
from corpus.frames import View
from corpus.gibberish import unshifted
from corpus.sheets import Floats, Sheet, Style

MOST_PAGES = 5_000  # the longest run to about 1,500 pages
MOST_GLYPHS = 60_000  # a dense A3 budget sheet has about 15,000; more is a drawing made of letters, or an attack
MOST_SIDE = 14_400.0  # points: the greatest page that the PDF standard allows

INVISIBLE = 3  # text rendering mode of the layer that character recognition puts behind a scan
FILL = 0  # text rendering mode of nearly all text
FILL_AND_STROKE = 2  # text rendering mode by which word processors feign bold
HEAVY = 600  # the least font weight that reads as bold
FORCE_BOLD = 1 << 18  # the flag of a font that is to be drawn bold
BOLD_NAMES = ("bold", "black", "heavy", "demi")  # how the names of heavy fonts say it
SHOWN = 2.0  # pixels a point of the picture in which white words are looked for …
MOST_SHOWN = 3_000  # … and its longest side
SAME_LINE = 0.4  # of the lower of two letters: how much must overlap for them to stand on one line

_lock = RLock()  # PDFium is not safe for threads
pdfium.FPDF_InitLibrary()
_loose_box = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
_text_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Any]:
    """Open the bytes of a PDF and yield PDFium's handle; ``name`` is the file's, for errors of one line."""
    with _lock:
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            raise PaperError(f"{name}: {_refusal(pdfium.FPDF_GetLastError())}")
        try:
            pages = pdfium.FPDF_GetPageCount(document)
            if pages == 0:
                raise PaperError(f"{name}: has no pages; fetch it again")
            if pages > MOST_PAGES:
                raise PaperError(f"{name}: {pages} pages are more than {MOST_PAGES}; split the file")
            yield document
        finally:
            pdfium.FPDF_CloseDocument(document)


def _refusal(code: int) -> str:
    """Say why PDFium would not open a file, and the mend."""
    if code == pdfium.FPDF_ERR_PASSWORD:
        return "encrypted, a password is needed; save a copy without one"
    if code == pdfium.FPDF_ERR_SECURITY:
        return "encrypted in a way that is not supported; save a copy without a password"
    return "damaged, no pages can be read from it; fetch it again"


def page_count(document: Any) -> int:
    """Return the number of pages."""
    return int(pdfium.FPDF_GetPageCount(document))


@contextmanager
def _page(document: Any, number: int, name: str) -> Iterator[Any]:
    """Load one page, counted from 1."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        raise PaperError(f"{name}: page {number} is damaged; fetch the file again")
    try:
        yield page
    finally:
        pdfium.FPDF_ClosePage(page)


def _size(page: Any, number: int, name: str) -> tuple[float, float]:
    """Return a page's width and height in points, as displayed."""
    width, height = float(pdfium.FPDF_GetPageWidthF(page)), float(pdfium.FPDF_GetPageHeightF(page))
    if not (0 < width <= MOST_SIDE and 0 < height <= MOST_SIDE):
        raise PaperError(f"{name}: page {number} is {width:.0f} by {height:.0f} points; print it to a common size")
    return width, height


def page_size(document: Any, number: int, name: str) -> tuple[float, float]:
    """Return the width and height of a page in points, as displayed."""
    with _page(document, number, name) as page:
        return _size(page, number, name)


def sheet(document: Any, number: int, name: str) -> Sheet:
    """Take everything that reading needs from one page; ``name`` is the file's, for errors."""
    with _page(document, number, name) as page:
        width, height = _size(page, number, name)
        view = _view(page)
        shapes = drawn(document, page, view)
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            raise PaperError(f"{name}: the text of page {number} is damaged; fetch the file again")
        try:
            count = pdfium.FPDFText_CountChars(text_page)
            if count > MOST_GLYPHS:
                raise PaperError(f"{name}: page {number} has {count} glyphs, more than {MOST_GLYPHS}; print it again")
            text = unshifted(_characters(text_page, count), partial(_font, text_page))
            spans, boxes = _words(text_page, text, view)
            styles = _styles(text_page, [start for start, _ in spans], view, shapes.ranks)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    words = tuple(text[start:end] for start, end in spans)
    joined = tuple(start == end for (start, _), (_, end) in zip(spans, [(0, -1), *spans], strict=False))
    boxes = view.displayed(boxes)
    if any(style.white for style in styles):
        scale = min(SHOWN, MOST_SHOWN / max(width, height))
        styles = shown(
            styles, boxes, picture(document, number, name, round(width * scale), round(height * scale)), scale
        )
    return Sheet(number, width, height, words, joined, boxes, styles, shapes.rules, shapes.covers, shapes.pictures)


def _view(page: Any) -> View:
    """Return a page's crop box and rotation."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return View(box.left, box.top, box.right, box.bottom, int(pdfium.FPDFPage_GetRotation(page)))


def _characters(text_page: Any, count: int) -> str:
    """Return one character a glyph; what has no character in Unicode becomes U+FFFD."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    if written == count + 1:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd" for code in codes)


def _font(text_page: Any, index: int) -> int:
    """Return the handle of the font that draws a glyph, 0 for white that PDFium put in itself."""
    drawn = pdfium.FPDFText_IsGenerated(text_page, index) != 1 and pdfium.FPDFText_GetTextObject(text_page, index)
    return ctypes.cast(pdfium.FPDFTextObj_GetFont(drawn), ctypes.c_void_p).value or 0 if drawn else 0


_SPACES = "".join(chr(code) for code in (*range(2), *range(3, 0x21), 0x7F, 0xA0, 0x1680, *range(0x2000, 0x200C),
                                         0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF))  # fmt: skip
_LINE_END = "\x02\ufffe"  # what PDFium writes for a hyphen at a line's end, by version
_WORD = re.compile(f"[^{re.escape(_SPACES + _LINE_END)}]+[{_LINE_END}]?|[{_LINE_END}]")
_WIDEST = 2.0  # letter heights: no letter is wider than this on average


def _words(text_page: Any, text: str, view: View) -> tuple[list[tuple[int, int]], Floats]:
    """Find the words, as offsets, and their boxes in the page's own coordinates, y upwards.

    The boxes of the first and last letter tell where a word stands; only where these disagree, as in turned text and
    where the white between two words was not written as a character, are all its letters asked for.
    """
    spans = [match.span() for match in _WORD.finditer(text)]
    first = _boxes(text_page, [start for start, _ in spans])
    last = _boxes(text_page, [end - 1 for _, end in spans])
    lengths = np.array([end - start for start, end in spans], dtype=np.float32)
    odd = _disagree(first, last, lengths)
    if view.lies_turned and odd.any():  # printed on a page that is turned to be read: level only as it is displayed
        odd &= _disagree(view.upright(first), view.upright(last), lengths)
    if odd.any():
        parts: list[tuple[int, int]] = []
        for span, is_odd in zip(spans, odd.tolist(), strict=True):
            parts.extend(_parts(text_page, *span, view) if is_odd else (span,))
        spans = parts
        first = _boxes(text_page, [start for start, _ in spans])
        last = _boxes(text_page, [end - 1 for _, end in spans])
    low, high = np.minimum(first, last), np.maximum(first, last)
    return spans, np.stack([low[:, 0], high[:, 1], high[:, 2], low[:, 3]], axis=1)


def _disagree(first: Floats, last: Floats, lengths: Floats) -> NDArray[np.bool_]:
    """Say of each word whether its first and last letter cannot stand on one line, as near as its length allows."""
    height = np.minimum(first[:, 1] - first[:, 3], last[:, 1] - last[:, 3])
    overlap = np.minimum(first[:, 1], last[:, 1]) - np.maximum(first[:, 3], last[:, 3])
    wide = last[:, 2] - first[:, 0]
    odd: NDArray[np.bool_] = (overlap < SAME_LINE * height) | (wide < 0) | (wide > _WIDEST * height * lengths)
    return odd


def _parts(text_page: Any, start: int, end: int, view: View) -> list[tuple[int, int]]:
    """Part a run of letters where the line ends or a gap opens, as offsets."""
    letters = _boxes(text_page, list(range(start, end)))
    jumps = _jumps(letters)
    if view.lies_turned:
        jumps = min(jumps, _jumps(view.upright(letters)), key=len)
    return list(pairwise([start, *(start + 1 + place for place in jumps), end]))


def _jumps(letters: Floats) -> list[int]:
    """Return after which letters the next does not stand beside them."""
    left, top, right, bottom = letters.T
    height = np.minimum((top - bottom)[1:], (top - bottom)[:-1])
    overlap = np.minimum(top[1:], top[:-1]) - np.maximum(bottom[1:], bottom[:-1])
    jump = (overlap < SAME_LINE * height) | (left[1:] - right[:-1] > height) | (right[1:] < left[:-1] - 0.1 * height)
    return [int(place) for place in np.flatnonzero(jump)]


def _boxes(text_page: Any, indexes: list[int]) -> Floats:
    """Return the boxes of glyphs in the page's own coordinates: left, top, right, bottom with y upwards."""
    boxes: Floats = np.zeros((len(indexes), 4), dtype=np.float32)
    handle, address = ctypes.cast(text_page, ctypes.c_void_p).value, boxes.ctypes.data
    for place, index in enumerate(indexes):
        _loose_box(handle, index, address + 16 * place)
    return boxes


def _styles(text_page: Any, starts: list[int], view: View, ranks: dict[int, int]) -> tuple[Style, ...]:
    """Return the style of each word, that of the object that draws its first glyph."""
    handle = ctypes.cast(text_page, ctypes.c_void_p).value
    known: dict[int, Style] = {}
    fonts: dict[int, bool] = {}
    styles = []
    for start in starts:
        address = _text_object(handle, start) or 0
        style = known.get(address)
        if style is None:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(text_page, start, ctypes.byref(matrix))
            style = known[address] = _style(address, matrix, view, ranks, fonts)
        styles.append(style)
    return tuple(styles)


def _style(address: int, matrix: Any, view: View, ranks: dict[int, int], fonts: dict[int, bool]) -> Style:
    """Ask PDFium how a text object is drawn."""
    if not address:
        return Style(0.0, False, 0.0, False, -1)
    drawn = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(drawn, ctypes.byref(size))
    font = pdfium.FPDFTextObj_GetFont(drawn)
    key = ctypes.cast(font, ctypes.c_void_p).value or 0
    if key not in fonts:
        fonts[key] = bool(key) and _is_bold(font)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
    angle = float(np.degrees(np.arctan2(matrix.b, matrix.a))) - 90.0 * view.turns
    return Style(
        size=round(abs(size.value) * float(np.hypot(matrix.c, matrix.d)), 2),
        bold=fonts[key] or mode == FILL_AND_STROKE,
        angle=(round(angle, 1) + 180.0) % 360.0 - 180.0,
        invisible=mode == INVISIBLE,
        rank=ranks.get(address, -1),
        white=mode == FILL and _is_white(drawn),
    )


def _is_white(drawn: Any) -> bool:
    """Say whether the letters of a text object are filled with white."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    told = pdfium.FPDFPageObj_GetFillColor(drawn, red, green, blue, alpha)
    return bool(told) and min(red.value, green.value, blue.value) >= BLANK


def _is_bold(font: Any) -> bool:
    """Say whether a font is drawn heavy, by its name where it has one, since embedded weights are often guesses."""
    buffer = ctypes.create_string_buffer(256)
    written = pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.raw[: max(0, min(written, 256) - 1)].decode("utf-8", "replace").lower()
    if name:
        return any(word in name for word in BOLD_NAMES) or bool(pdfium.FPDFFont_GetFlags(font) & FORCE_BOLD)
    return bool(pdfium.FPDFFont_GetWeight(font) >= HEAVY)


def picture(document: Any, number: int, name: str, width: int, height: int) -> Image.Image:
    """Draw one page as it is displayed, ``width`` by ``height`` pixels."""
    with _page(document, number, name) as page:
        bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
        if not bitmap:
            raise PaperError(f"{name}: page {number} is too large to draw; ask for a smaller picture")
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", stride, 1).copy()


def title(document: Any) -> str | None:
    """Return the title that the file's metadata gives, or None where it says nothing."""
    buffer = ctypes.create_string_buffer(2048)
    written = pdfium.FPDF_GetMetaText(document, b"Title", buffer, 2048)
    text = buffer.raw[: max(0, min(written, 2048) - 2)].decode("utf-16-le", "replace")
    return " ".join(text.split()) or None
