"""A library for a server: views of it that are lent one question at a time and used again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from index.derived import Derived
from index.encoder import Encoder
from index.library import Library, open_library
from index.store import DATABASE, require_encoder

KEPT = 4  # views that wait for the next question: each has the pages of the database lately read, 2 MB at most

Place = tuple[int, int]
"""The file that a view reads, by device and number: a library that takes another's place has another file."""


class Shelf:
    """Lends each question a view of its own, the newest there is; none holds a moment of the library in between.

    A view is lent again, since opening a database and reading the same pages of it anew is a good part of an answer.

    Example: ``with shelf.library() as library: ask(library, ...)``.
    """

    def __init__(self, folder: Path, encoder: Encoder | None = None) -> None:
        self._folder = folder
        self._encoder = encoder
        self._derived: Derived | None = None
        self._idle: list[tuple[Place, Library]] = []
        self._lock = Lock()  # after a change one question reads anew what is kept in memory, and the others wait for it

    @contextmanager
    def library(self) -> Iterator[Library]:
        """Give a view for one question; what is kept in memory is read again only where the library has changed."""
        with self._lock:
            place, library = self._taken()
            self._derived = library.derived
        try:
            yield library
            library.rest()
        except BaseException:  # whatever it was may be the view's fault
            library.close()
            raise
        with self._lock:
            self._idle.append((place, library))
            left = self._idle.pop(0)[1] if len(self._idle) > KEPT else None
        if left is not None:
            left.close()

    def _taken(self) -> tuple[Place, Library]:
        """Return a view that was idle, as of now, or a new one where there is none of this file."""
        place = _place(self._folder)
        while self._idle:
            was, library = self._idle.pop()
            if was != place:
                library.close()
                continue
            try:
                library.refresh(self._derived)
                if self._encoder is not None:
                    require_encoder(library.built, self._encoder, self._folder)
            except BaseException:
                library.close()
                raise
            return was, library
        return place, open_library(self._folder, self._encoder, self._derived)


def _place(folder: Path) -> Place:
    """Return the file of a folder's database; where it has none, one that no view reads."""
    try:
        found = (folder / DATABASE).stat()
    except OSError:
        return 0, 0  # opening says in words what is wrong
    return found.st_dev, found.st_ino
