"""What can be wrong with a library, each in one line with the mend."""

from corpus.errors import MinutebookError


class LibraryError(MinutebookError):
    """A library that cannot be used as it is; the message ends with the command that mends it."""


class LibraryDamagedError(LibraryError):
    """A library whose database cannot be read."""


class LibraryBusyError(LibraryError):
    """A library that another process is writing to."""
