"""What the reading room keeps at hand: views of one library, the encoder, and pictures of pages lately read."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, local

from corpus.boxes import boxes
from corpus.errors import MinutebookError
from corpus.render import Form, page_image
from index.encoder import Encoder
from index.library import Library
from index.shelf import Shelf
from index.store import DATABASE
from search.answer import ask
from search.types import Answer, Query
from ui.links import Stretch
from ui.opened import WIDTH, marks, passage_of
from ui.turns import Turns

AT_ONCE = 2  # people served at a time by one process: with more, threads wait for each other and all take longer
PICTURES = 64_000_000  # bytes of pages kept as pictures: some 200 printed pages or 50 scanned ones


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture as it is asked for: a page, the passage or words to mark on it, and how many times as wide."""

    sha256: str
    number: int
    passage: str | None = None
    words: Stretch | None = None
    scale: int = 1
    form: Form = "png"


class NoLibraryError(MinutebookError):
    """There is nothing to read from yet."""


class Desk:
    """One library as the web side asks it; safe to use from many threads."""

    def __init__(
        self,
        folder: Path,
        encoder: Encoder,
        pictures: int = PICTURES,
        heard: Callable[[Answer], None] = lambda _: None,
    ) -> None:
        """Open the library in ``folder`` lazily, and keep at most ``pictures`` bytes of pictures.

        ``heard`` is given each answer: nothing else is told of a question.
        """
        self.folder = folder
        self.encoder = encoder
        self._heard = heard
        self._shelf = Shelf(folder, encoder)
        self._turns = Turns(AT_ONCE)
        self._lent = local()  # to this thread
        self._lock = Lock()
        self._most = pictures
        self._pictures: OrderedDict[tuple[int, Picture], bytes] = OrderedDict()

    @contextmanager
    def library(self) -> Iterator[Library]:
        """Lend a view of the library as it is now, when it is one's turn; within a loan it is the view already lent."""
        lent: Library | None = getattr(self._lent, "library", None)
        if lent is not None:
            yield lent
            return
        if not (self.folder / DATABASE).is_file():
            raise NoLibraryError(f"There is no library in {self.folder} yet: put papers into it with the command line.")
        with self._turns, self._shelf.library() as library:
            self._lent.library = library
            try:
                yield library
            finally:
                self._lent.library = None

    def kept(self) -> int:
        """Return how many bytes of pictures are kept."""
        with self._lock:
            return sum(map(len, self._pictures.values()))

    def ask(self, question: str | Query) -> Answer:
        """Answer a question, as typed or as read, from the library as it is now."""
        with self.library() as library:
            answer = ask(library, self.encoder, question)
        self._heard(answer)
        return answer

    def picture(self, library: Library, wanted: Picture) -> bytes:
        """Return a page as PNG with its marks; a paper withdrawn since is not served from memory either."""
        key = (library.generation, wanted)
        with self._lock:
            if key in self._pictures:
                self._pictures.move_to_end(key)
                return self._pictures[key]
        sha256, number = wanted.sha256, wanted.number
        page = library.page(sha256, number)
        spans = marks(sha256, number, passage_of(library, wanted.passage, sha256), wanted.words)
        png = page_image(library.pdf(sha256), number, WIDTH * wanted.scale, boxes(page, spans), wanted.form)
        with self._lock:
            self._pictures[key] = png
            while sum(map(len, self._pictures.values())) > self._most:
                self._pictures.popitem(last=False)
        return png
