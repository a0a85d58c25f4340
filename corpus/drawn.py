"""What PDFium says of a page's drawings: ruling lines, what hides the words beneath it, pictures, the order of drawing.

The half of ``corpus.pdf`` that looks at drawings: nothing else calls it.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from corpus.frames import THIN, Frame, Sides, View, around, filled, is_thin, ruling
from corpus.sheets import Cover, Floats

MOST_SHAPES = 4_000  # a page of ruled figures has about 1,000; a map or a chart has more, and no rows to find
MOST_STEPS = 400  # steps of one path: a whole table's grid drawn at one go has fewer
LINE = 2  # steps of a path that is a single line
BOX = 6  # steps of a path that is a single box, closed and moved away from
MOST_OBJECTS = 200_000  # a form drawn within forms again and again would never end
MOST_DEPTH = 4  # forms within forms: real papers nest two deep
MOST_NOTES = 5_000  # annotations of one page: a page of an index has some hundred links
MOST_PIXELS = 1_000_000  # of a picture that may be a blot: a photograph has more, and is not worth the look

OPAQUE = 250  # of 255: what hides the words beneath it from any reader
DARK = 64  # of 255: the lightest highlighting that blots out what it is laid over
ALPHA = 3  # where a pixel says how little it lets through
BLOT = 0.5  # of the page: a picture that covers more is a scan, whose words may lie beneath it
UNSEEN = 1 | 2 | 32  # flags of an annotation that no reader sees: invisible, hidden, not for view
ABOVE = MOST_OBJECTS  # the rank of annotations, which are drawn when all else has been

PLAIN = Frame()
_DEPTHS = {  # bytes a pixel, by the form of a bitmap
    pdfium.FPDFBitmap_Gray: 1,
    pdfium.FPDFBitmap_BGR: 3,
    pdfium.FPDFBitmap_BGRx: 4,
    pdfium.FPDFBitmap_BGRA: 4,
}
_FILLED = {  # annotations that are boxes, each with the key that gives what fills them
    pdfium.FPDF_ANNOT_SQUARE: (b"IC", pdfium.FPDFANNOT_COLORTYPE_InteriorColor),
    pdfium.FPDF_ANNOT_POLYGON: (b"IC", pdfium.FPDFANNOT_COLORTYPE_InteriorColor),
    pdfium.FPDF_ANNOT_FREETEXT: (b"C", pdfium.FPDFANNOT_COLORTYPE_Color),
    pdfium.FPDF_ANNOT_HIGHLIGHT: (b"C", pdfium.FPDFANNOT_COLORTYPE_Color),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """The drawings of one page; boxes are left, top, right, bottom in displayed points."""

    rules: Floats
    covers: tuple[Cover, ...]
    pictures: Floats
    ranks: dict[int, int]  # the place in the order of drawing of each text object, by its address


def drawn(document: Any, page: Any, view: View) -> Drawn:
    """Gather the ruling lines, the opaque boxes and the pictures of a page, and the drawing order of its text."""
    rules: list[Sides] = []
    covers: list[tuple[Sides, int]] = []
    pictures: list[Sides] = []
    ranks: dict[int, int] = {}
    shapes = 0
    for rank, (shape, kind, frame) in enumerate(islice(_objects(page), MOST_OBJECTS)):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            ranks[ctypes.cast(shape, ctypes.c_void_p).value or 0] = rank
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(shape, frame)
            pictures.append(box)
            if ranks and _is_blot(document, page, shape, box, view):
                covers.append((box, rank))
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and shapes < MOST_SHAPES:
            shapes += 1
            found, hiding = _path(shape, frame)
            rules.extend(found)
            covers.extend((box, rank) for box in hiding)
    if shapes == MOST_SHAPES:  # a drawing: its lines part nothing
        rules = []
    for found, hiding in map(_annotation, _annotations(page)):
        rules.extend(found)
        covers.extend((box, ABOVE) for box in hiding)
    shown = view.displayed(_rows([box for box, _ in covers])).tolist()
    return Drawn(
        view.displayed(_rows(rules)),
        tuple((*box, rank) for box, (_, rank) in zip(shown, covers, strict=True)),
        view.displayed(_rows(pictures)),
        ranks,
    )


def _rows(boxes: list[Sides]) -> Floats:
    """Make an array of boxes, of the right shape where there are none."""
    return np.array(boxes, dtype=np.float32).reshape(-1, 4)


def _objects(page: Any) -> Iterator[tuple[Any, int, Frame]]:
    """Yield what a page draws in its order, with its kind and the frame of the form that it stands in."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _within(pdfium.FPDFPage_GetObject(page, index), PLAIN, 0)


def _within(shape: Any, frame: Frame, depth: int) -> Iterator[tuple[Any, int, Frame]]:
    """Yield an object, or where it is a form the objects in it."""
    kind = pdfium.FPDFPageObj_GetType(shape)
    if kind != pdfium.FPDF_PAGEOBJ_FORM:
        yield shape, kind, frame
    elif depth < MOST_DEPTH:
        inner = _frame(shape).within(frame)
        for index in range(pdfium.FPDFFormObj_CountObjects(shape)):
            yield from _within(pdfium.FPDFFormObj_GetObject(shape, index), inner, depth + 1)


def _frame(shape: Any) -> Frame:
    """Return the frame of an object."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shape, ctypes.byref(matrix))
    return Frame(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _bounds(shape: Any, frame: Frame) -> Sides:
    """Return the box of an object in the page's own coordinates: left, top, right, bottom."""
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(shape, *sides)
    left, bottom, right, top = (side.value for side in sides)
    return (left, top, right, bottom) if frame is PLAIN else frame.box((left, top, right, bottom))


def _path(shape: Any, frame: Frame) -> tuple[list[Sides], list[Sides]]:
    """Return the upright and level lines that a path draws, and the boxes in which it covers what is beneath it."""
    filling, stroking = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, ctypes.byref(filling), ctypes.byref(stroking))
    if not filling.value and not stroking.value:
        return [], []
    box = _bounds(shape, frame)
    steps = pdfium.FPDFPath_CountSegments(shape)
    bar = _bar(shape, frame) if steps == LINE and not filling.value else None
    if bar is not None:
        return [], [bar]
    if is_thin(box):
        return [box], []
    if steps > MOST_STEPS:
        return [], []
    covers: list[Sides] = []
    if filling.value and _hides(shape, pdfium.FPDFPageObj_GetFillColor):
        covers = [box] if steps <= BOX else filled(_outlines(shape, frame, steps))
    if covers and not stroking.value:
        return [], covers
    return _strokes(shape, frame, steps), covers  # thin boxes filled in one path are lines too


def _hides(shape: Any, colour: Any) -> bool:
    """Say whether a path lets nothing through where it is painted; ``colour`` asks for that of its fill or its line."""
    colours = [ctypes.c_uint() for _ in range(4)]
    colour(shape, *colours)
    return colours[3].value >= OPAQUE and not pdfium.FPDFPageObj_HasTransparency(shape)


def _bar(shape: Any, frame: Frame) -> Sides | None:
    """Return what a level or upright line covers that is thick enough to hide words; None for a ruling line."""
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(shape, ctypes.byref(width))
    half = width.value * _frame(shape).within(frame).scale / 2
    if half <= THIN or not _hides(shape, pdfium.FPDFPageObj_GetStrokeColor):
        return None
    left, top, right, bottom = around([point for _, point, _ in _steps(shape, frame, LINE)])
    if top - bottom <= THIN:
        return left, top + half, right, bottom - half
    return (left - half, top, right + half, bottom) if right - left <= THIN else None


def _steps(shape: Any, frame: Frame, steps: int) -> Iterator[tuple[int, tuple[float, float], bool]]:
    """Walk a path: the kind of each step, where it leads, and whether the path is closed there."""
    inner = _frame(shape).within(frame)
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(steps):
        segment = pdfium.FPDFPath_GetPathSegment(shape, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        closed = bool(pdfium.FPDFPathSegment_GetClose(segment))
        yield pdfium.FPDFPathSegment_GetType(segment), inner.place(x.value, y.value), closed


def _strokes(shape: Any, frame: Frame, steps: int) -> list[Sides]:
    """Return the upright and level lines of a path, and those of its parts that are boxes thin as lines."""
    strokes = []
    begun = before = (0.0, 0.0)
    for kind, point, closed in _steps(shape, frame, steps):
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            strokes.append((before, point))
        if closed:
            strokes.append((point, begun))
        before = point
    return ruling(strokes)


def _outlines(shape: Any, frame: Frame, steps: int) -> list[list[tuple[float, float]]]:
    """Return the outline of each part of a path, its curves by the points that draw them."""
    outlines: list[list[tuple[float, float]]] = []
    for kind, point, _ in _steps(shape, frame, steps):
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not outlines:
            outlines.append([])
        outlines[-1].append(point)
    return outlines


def _is_blot(document: Any, page: Any, shape: Any, box: Sides, view: View) -> bool:
    """Say whether a picture is of one colour throughout and no scan: what lies beneath it was to be hidden."""
    area = (box[2] - box[0]) * (box[1] - box[3])
    across, down = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(shape, ctypes.byref(across), ctypes.byref(down))
    if is_thin(box) or area > BLOT * view.area or across.value * down.value > MOST_PIXELS:
        return False
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(document, page, shape)
    if not bitmap:
        return False
    try:
        wide, high, stride, depth = (
            ask(bitmap)
            for ask in (
                pdfium.FPDFBitmap_GetWidth,
                pdfium.FPDFBitmap_GetHeight,
                pdfium.FPDFBitmap_GetStride,
                lambda one: _DEPTHS.get(pdfium.FPDFBitmap_GetFormat(one), 0),
            )
        )
        pixels = np.frombuffer(ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * high), dtype=np.uint8)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    if not depth or wide < 3 or high < 3:
        return False
    inside = pixels.reshape(high, stride)[1:-1, : wide * depth].reshape(high - 2, wide, depth)[:, 1:-1]
    if depth == ALPHA + 1 and inside[0, 0, ALPHA] < OPAQUE:
        return False
    return all(
        bool((part == inside[0, 0]).all()) for part in (inside[:1], inside)
    )  # most pictures end at their first row


def _annotations(page: Any) -> Iterator[Any]:
    """Yield the annotations that are shown on a page."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        try:
            if not pdfium.FPDFAnnot_GetFlags(note) & UNSEEN:
                yield note
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _annotation(note: Any) -> tuple[list[Sides], list[Sides]]:
    """Return the lines that an annotation draws through words, and the box in which it hides them."""
    kind = pdfium.FPDFAnnot_GetSubtype(note)
    if kind == pdfium.FPDF_ANNOT_STRIKEOUT:
        return [_middle(points) for points in _quads(note)], []
    if kind == pdfium.FPDF_ANNOT_LINE:
        start, end = pdfium.FS_POINTF(), pdfium.FS_POINTF()
        pdfium.FPDFAnnot_GetLine(note, ctypes.byref(start), ctypes.byref(end))
        return ruling([((start.x, start.y), (end.x, end.y))]), []
    if kind == pdfium.FPDF_ANNOT_REDACT or (kind in _FILLED and _blots_out(note, kind)):
        box = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(note, ctypes.byref(box))
        return [], [around(points) for points in _quads(note)] or [(box.left, box.top, box.right, box.bottom)]
    return [], []


def _blots_out(note: Any, kind: int) -> bool:
    """Say whether a box laid over a page lets nothing through: filled, or highlighting in black."""
    key, sort = _FILLED[kind]
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    parts = [pdfium.FPDFAnnot_GetObject(note, index) for index in range(pdfium.FPDFAnnot_GetObjectCount(note))]
    if kind == pdfium.FPDF_ANNOT_HIGHLIGHT:  # laid on as ink is, so that only a dark one hides
        shown = [part for part in parts if pdfium.FPDFPageObj_GetType(part) == pdfium.FPDF_PAGEOBJ_PATH]
        if shown:
            pdfium.FPDFPageObj_GetFillColor(shown[0], red, green, blue, alpha)
        elif not pdfium.FPDFAnnot_HasKey(note, key) or not pdfium.FPDFAnnot_GetColor(
            note, sort, red, green, blue, alpha
        ):
            return False
        return max(red.value, green.value, blue.value) <= DARK and alpha.value >= OPAQUE
    if parts:
        return any(
            _path(part, PLAIN)[1] for part in parts if pdfium.FPDFPageObj_GetType(part) == pdfium.FPDF_PAGEOBJ_PATH
        )
    filled_in = pdfium.FPDFAnnot_HasKey(note, key) and pdfium.FPDFAnnot_GetColor(note, sort, red, green, blue, alpha)
    return bool(filled_in) and alpha.value >= OPAQUE


def _quads(note: Any) -> list[list[tuple[float, float]]]:
    """Return the four corners of each stretch of words that an annotation marks: above left and right, then below."""
    quads = []
    for index in range(pdfium.FPDFAnnot_CountAttachmentPoints(note)):
        quad = pdfium.FS_QUADPOINTSF()
        if pdfium.FPDFAnnot_GetAttachmentPoints(note, index, ctypes.byref(quad)):
            quads.append([(quad.x1, quad.y1), (quad.x2, quad.y2), (quad.x3, quad.y3), (quad.x4, quad.y4)])
    return quads


def _middle(corners: list[tuple[float, float]]) -> Sides:
    """Return the line through the middle of a stretch of words."""
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = corners
    return around([((x1 + x3) / 2, (y1 + y3) / 2), ((x2 + x4) / 2, (y2 + y4) / 2)])
