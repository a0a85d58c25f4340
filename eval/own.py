"""Minutebook itself as one of the systems measured."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from eval.evaluate import QuestionSet
from eval.qrels import MinutePlace, PagePlace
from eval.retriever import Cited, Found, Reply
from eval.topics import SetError
from index.encoder import Encoder
from index.library import Library
from index.types import Passage
from search.answer import ask
from search.find import search
from search.ranking import Weights
from search.retrieve import hits_of, retrieve
from search.scene import Scene
from search.types import Hit, Query


class Minutebook:
    """A library opened with its encoder."""

    name = "minutebook"

    def __init__(self, library: Library, encoder: Encoder) -> None:
        self._library, self._encoder = library, encoder
        self._names = {paper.sha256: paper.name for paper in library.papers()}
        self.papers = len(self._names)

    def search(self, question: str, limit: int) -> tuple[Found, ...]:
        """Return a place for each hit: the pages that its passage runs over."""
        return self._found(search(self._library, self._encoder, question, limit=limit))

    def find(self, query: Query, scene: Scene, weights: Weights, limit: int) -> tuple[Found, ...]:
        """Return a place for each candidate of a question that was read, as these weights rank it."""
        best = retrieve(self._library, self._encoder, query, scene, weights).candidates[:limit]
        if not weights.fold:  # each printing stands where it was found, as it would without families
            return tuple(Found(self._page(one.passage), _minute(one.passage), one.score) for one in best)
        return self._found(hits_of(self._library, scene, best))

    def require(self, questions: QuestionSet, folder: Path) -> None:
        """Raise an error where the library lacks papers that the set judges."""
        judged = {
            one.place.paper
            for judgments in questions.judgments.values()
            for one in judgments
            if isinstance(one.place, PagePlace) and one.grade > 0
        }
        missing = sorted(judged - {name for paper in self._library.papers() for name in paper.names})
        if missing:
            raise SetError(
                f"The library {folder} lacks {len(missing)} of the {len(judged)} papers that the set "
                f"{questions.name!r} judges, such as {missing[0]}: ingest them first, or name another library with "
                f"--library."
            )

    def ask(self, question: str) -> Reply | None:
        """Return the answer's outcome, its citations and how sure it is."""
        answer = ask(self._library, self._encoder, question)
        return Reply(
            answer.outcome,
            tuple(
                Cited(
                    PagePlace(one.paper, one.pdf_page, one.last_pdf_page or one.pdf_page),
                    _place(one.council, one.body, one.meeting_date, one.minute),
                    one.quote,
                )
                for one in answer.citations
            ),
            answer.confidence,
        )

    def _found(self, hits: Iterable[Hit]) -> tuple[Found, ...]:
        return tuple(Found(self._page(hit.passage), _minute(hit.passage), hit.score) for hit in hits)

    def _page(self, passage: Passage) -> PagePlace:
        pages = [span.page for span in passage.spans]
        return PagePlace(self._names[passage.paper], min(pages), max(pages))


def _minute(passage: Passage) -> MinutePlace | None:
    meeting = passage.meeting
    return _place(meeting.council, meeting.body, meeting.held_on, passage.minute)


def _place(council: str | None, body: str | None, held_on: date | None, number: str | None) -> MinutePlace | None:
    return MinutePlace(council, body, held_on, number) if number else None
