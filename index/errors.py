"""What can be wrong with a library, each in one line with the mend."""

from corpus.errors import MinutebookError


class LibraryError(MinutebookError):
    """A library that cannot be used as it is; the message ends with the command that mends it."""


class NotHeldError(LibraryError):
    """A paper, or a page of one, that the library does not hold; ``what`` leaves out where the papers held are listed.

    Example: ``NotHeldError("roads.pdf")`` says "roads.pdf is not held: `minutebook papers` lists what is".
    """

    def __init__(self, wanted: str) -> None:
        self.what = f"{wanted} is not held"
        super().__init__(f"{self.what}: `minutebook papers` lists what is")


class LibraryDamagedError(LibraryError):
    """A library whose database cannot be read."""


class LibraryBusyError(LibraryError):
    """A library that another process is writing to."""
