"""RapidOCR, for machines without Tesseract: its wheel carries its models, and ONNX Runtime runs them."""

from collections.abc import Sequence
from threading import local
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from corpus.ocr import Mask, Seen, finished, ink
from corpus.words import Word

REDUCED = 2  # read at 150 dots an inch: as many letters right, in two thirds of the time
SETTINGS = {
    "Global.log_level": "error",  # the entry points alone write to the terminal
    "Global.use_cls": False,  # a page's lines all stand the same way up
    "Global.return_word_box": True,
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,  # pages are read side by side
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


class Rapid:
    """RapidOCR with the models of its wheel."""

    def read(self, image: Image.Image) -> Sequence[Word]:
        """Return the words of a level page line by line, placed in pixels from its top left corner."""
        grey = image.convert("L")
        said = _engine()(np.asarray(grey.reduce(REDUCED).convert("RGB")))
        if said.txts is None:
            return []
        dark = ink(grey)
        lines = [
            [_tight(seen, dark) for seen in _words(text, np.asarray(box) * REDUCED, parts, 100 * score)]
            for text, box, parts, score in zip(said.txts, said.boxes, said.word_results, said.scores, strict=True)
        ]
        return finished(lines, grey)


_engines = local()  # one a thread: an engine keeps the settings of its last call


def _engine() -> Any:
    if not hasattr(_engines, "engine"):
        from rapidocr import RapidOCR  # here: it is optional, and brings OpenCV with it

        _engines.engine = RapidOCR(params=SETTINGS)
    return _engines.engine


def _words(text: str, box: NDArray[np.float64], parts: Sequence[tuple[str, float, Any]], sure: float) -> list[Seen]:
    """Part a line into words, by the engine's own boxes where they are of the same words, or by their letters."""
    words = text.split()
    (left, top), (right, bottom) = box.min(axis=0).tolist(), box.max(axis=0).tolist()
    if [part[0] for part in parts] == words:
        edges = [np.asarray(part[2]) * REDUCED for part in parts]
        sides = [(edge[:, 0].min(), edge[:, 0].max()) for edge in edges]
    else:
        letter = (right - left) / max(1, len(text))
        starts = [sum(map(len, words[:index])) + index for index in range(len(words))]
        sides = [
            (left + start * letter, left + (start + len(word)) * letter)
            for start, word in zip(starts, words, strict=True)
        ]
    return [Seen(word, near, top, far, bottom, sure) for word, (near, far) in zip(words, sides, strict=True)]


def _tight(seen: Seen, dark: Mask) -> Seen:
    """Draw a word's box close around its ink."""
    left, top = max(0, int(seen.left)), max(0, int(seen.top))
    rows, columns = np.nonzero(dark[top : int(seen.bottom) + 1, left : int(seen.right) + 1])
    if not len(rows):
        return seen
    return Seen(
        seen.text,
        left + float(columns.min()),
        top + float(rows.min()),
        left + float(columns.max()) + 1,
        top + float(rows.max()) + 1,
        seen.sure,
    )
