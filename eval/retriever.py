"""What a system must do to be measured: find places for a question and, where it can, answer it with citations."""

from dataclasses import dataclass
from typing import Protocol

from eval.qrels import MinutePlace, PagePlace


@dataclass(frozen=True, slots=True)
class Found:
    """One place that a system found, the best first."""

    page: PagePlace
    minute: MinutePlace | None
    score: float


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of an answer."""

    page: PagePlace
    minute: MinutePlace | None
    quote: str


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as the measures see it."""

    outcome: str
    cited: tuple[Cited, ...]
    confidence: float | None = None  # 0 to 1: how likely it is to be right, where the system says


class Retriever(Protocol):
    """A system over a set of papers: Minutebook, or what a user would pick instead."""

    @property
    def name(self) -> str:
        """Return a short name without blanks: it names the run's folder."""

    @property
    def papers(self) -> int:
        """Return how many papers it holds."""

    def search(self, question: str, limit: int) -> tuple[Found, ...]:
        """Return up to ``limit`` places, the best first."""

    def ask(self, question: str) -> Reply | None:
        """Return an answer with citations, or None where the system gives none."""
