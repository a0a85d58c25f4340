"""A model's plain-English summary beside an answer: asked for one by one, never in the way of the official words."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import NotRequired

from typing_extensions import TypedDict

from corpus.errors import MinutebookError
from search.json_forms import AnswerForm
from search.model import Endpoint, endpoint_set
from search.summary import Summary, summarise
from search.types import Answer

AT_ONCE = 2  # summaries that one server waits for: a slow model may not take the threads that answers need


class BusyError(MinutebookError):
    """Others are waiting for the model already."""


class Summaries:
    """Asks the model that this machine's settings name, for a few readers at a time."""

    def __init__(self, endpoint: Endpoint | None = None) -> None:
        self.endpoint = endpoint or endpoint_set()
        self._turns = BoundedSemaphore(AT_ONCE)

    @property
    def model(self) -> str | None:
        """The name of the model that is set, or None."""
        return self.endpoint.model if self.endpoint else None

    def of(self, answer: Answer) -> Summary | None:
        """Return the summary of an answer; None where no model is set or there is nothing to summarise.

        Raises ``BusyError`` when others wait for the model already.
        """
        if self.endpoint is None:
            return None
        with self._turn():
            return summarise(answer, self.endpoint)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._turns.acquire(blocking=False):
            raise BusyError("The model is busy with other readers' summaries: ask again in half a minute.")
        try:
            yield
        finally:
            self._turns.release()


class SentenceForm(TypedDict):
    """A sentence of a summary; ``cites`` are the numbers of the answer's citations."""

    text: str
    cites: list[int]
    support: float


class SummaryForm(TypedDict):
    """A model's summary, as far as its sources bear it out."""

    model: str
    sentences: list[SentenceForm]
    dropped: int
    trouble: str | None


class SummarisedForm(AnswerForm):
    """An answer, with a summary where one was asked for: null where no model is set or nothing was answered."""

    summary: NotRequired[SummaryForm | None]


def summary_to_json(summary: Summary) -> SummaryForm:
    """Return a summary as a JSON object; ``cites`` are the numbers of the answer's citations."""
    return {
        "model": summary.model,
        "sentences": [
            {"text": one.text, "cites": list(one.cites), "support": one.support} for one in summary.sentences
        ],
        "dropped": summary.dropped,
        "trouble": summary.trouble or None,
    }


def account(summary: Summary) -> str:
    """Return what is said under a summary: by which model, what was checked, what was dropped."""
    if summary.trouble:
        return f"No summary: {summary.trouble}. The official words above are complete."
    kept, dropped = len(summary.sentences), summary.dropped
    if not kept:
        return f"No summary: none of the {dropped} sentences of {summary.model} could be borne out by the sources."
    left_out = (
        f"; {dropped} that could not be borne out {'was' if dropped == 1 else 'were'} left out" if dropped else ""
    )
    return (
        f"Written by a language model ({summary.model}), not part of the record. Each sentence was checked against the "
        f"sources that it names{left_out}. Quote the official words."
    )
