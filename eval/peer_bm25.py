"""BM25 alone, by bm25s at the settings that its documentation recommends for English: stop words out, words stemmed."""

from collections.abc import Sequence

import bm25s  # type: ignore[import-untyped]  # it ships no types
import Stemmer  # type: ignore[import-not-found]  # as above

from eval.plain_stack import Chunk
from eval.qrels import PagePlace
from eval.retriever import Found, Reply


class Bm25Alone:
    """Words only, over the plain stack's own pieces of text."""

    name = "bm25s"

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self._chunks = chunks
        self.papers = len({chunk.paper for chunk in chunks})
        self._stemmer = Stemmer.Stemmer("english")
        self._index = bm25s.BM25()
        self._index.index(self._tokens([chunk.text for chunk in chunks]), show_progress=False)

    def search(self, question: str, limit: int) -> tuple[Found, ...]:
        """Return the chunks whose words weigh most; those that share no word are not found."""
        wanted = min(limit, len(self._chunks))
        rows, scores = self._index.retrieve(self._tokens([question]), k=wanted, show_progress=False)
        return tuple(
            Found(
                PagePlace(self._chunks[row].paper, self._chunks[row].page, self._chunks[row].page), None, float(score)
            )
            for row, score in zip(rows[0], scores[0], strict=True)
            if score > 0
        )

    def ask(self, question: str) -> Reply | None:  # noqa: ARG002  # words find passages, they do not answer
        """Return nothing."""
        return None

    def _tokens(self, texts: list[str]) -> bm25s.tokenization.Tokenized:
        return bm25s.tokenize(texts, stopwords="en", stemmer=self._stemmer, show_progress=False)
