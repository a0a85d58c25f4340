"""Minutebook itself as one of the systems measured."""

from collections.abc import Iterable
from datetime import date

from eval.qrels import MinutePlace, PagePlace
from eval.retriever import Cited, Found, Reply
from index.encoder import Encoder
from index.library import Library
from index.types import Passage
from search.answer import ask
from search.retrieve import search


class Minutebook:
    """A library opened with its encoder."""

    name = "minutebook"

    def __init__(self, library: Library, encoder: Encoder) -> None:
        self._library, self._encoder = library, encoder
        self._names = {paper.sha256: paper.name for paper in library.papers()}
        self.papers = len(self._names)

    def search(self, question: str, limit: int) -> tuple[Found, ...]:
        """Return a place for each hit: the pages that its passage runs over."""
        hits = search(self._library, self._encoder, question, limit=limit)
        return tuple(Found(self._page(hit.passage), _minute(hit.passage), hit.score) for hit in hits)

    def ask(self, question: str) -> Reply | None:
        """Return the answer's outcome and citations."""
        answer = ask(self._library, self._encoder, question)
        return Reply(
            answer.outcome,
            tuple(
                Cited(
                    PagePlace(one.paper, one.pdf_page, one.pdf_page),
                    _place(one.council, one.body, one.meeting_date, one.minute),
                    one.quote,
                )
                for one in answer.citations
            ),
        )

    def _page(self, passage: Passage) -> PagePlace:
        pages = [span.page for span in passage.spans]
        return PagePlace(self._names[passage.paper], min(pages), max(pages))


def _minute(passage: Passage) -> MinutePlace | None:
    meeting = passage.meeting
    return _place(meeting.council, meeting.body, meeting.held_on, passage.minute)


def _place(council: str | None, body: str | None, held_on: date | None, number: str | None) -> MinutePlace | None:
    return MinutePlace(council, body, held_on, number) if number else None


def names_of(library: Library) -> Iterable[str]:
    """Return every file name under which the library holds a paper."""
    return (name for paper in library.papers() for name in paper.names)
