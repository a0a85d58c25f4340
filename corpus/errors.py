"""Errors that a user can act on: each message names the paper and the mend."""


class MinutebookError(Exception):
    """Any failure that Minutebook explains to its user in one line."""


class PaperError(MinutebookError):
    """A paper that could not be read, with the reason and what to do."""
