"""How the commands that measure say what is wrong: in one line, with the exit status of the command line's contract."""

from rich.console import Console

from corpus.errors import MinutebookError, PaperError

FAILED, CALLED_WRONGLY = 1, 2  # a paper or the system, or the call


def complain(console: Console, command: str, error: MinutebookError | OSError) -> int:
    """Print on one line what is wrong, however narrow the terminal, and return the exit status."""
    line = " ".join(f"{command}: {error}".split())
    console.print(line, style="bold red", markup=False, highlight=False, soft_wrap=True)
    return FAILED if isinstance(error, (PaperError, OSError)) else CALLED_WRONGLY
