"""The command that puts right what a paper was taken for: ``correct``."""

from argparse import Namespace
from datetime import datetime

from corpus.errors import MinutebookError
from index.correct import correct as correct_paper
from index.correct import undo_correction
from index.encoder import open_encoder
from ui.holdings import taken_for
from ui.terminal import open_console

DONE = 0


class NothingToCorrectError(MinutebookError):
    """The call does not say what to put right, or why."""


def correct(call: Namespace) -> int:
    """Put right the body or the date of a paper, or take that back."""
    if not call.undo and not ((call.body or call.held_on) and call.reason):
        raise NothingToCorrectError(
            "correct needs --reason and one or both of --body and --date, or --undo; see minutebook correct --help"
        )
    if call.undo and (call.body or call.held_on or call.reason):
        raise NothingToCorrectError("--undo takes the whole correction back: give it alone")
    if call.undo:
        entry = undo_correction(call.library, open_encoder(), call.paper)
    else:
        today = datetime.now().astimezone().date()
        entry = correct_paper(
            call.library, open_encoder(), call.paper, call.reason, today, body=call.body, held_on=call.held_on
        )
    held_as = taken_for(entry.kind, entry.body, entry.held_on, entry.pages)
    said = "is held as it was read again" if call.undo else "is corrected"
    open_console().print(f"{entry.name} {said}: {held_as}.", soft_wrap=True)
    return DONE
