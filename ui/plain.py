"""Makes the words of a paper safe to show: no control characters, nothing that turns the reading direction."""

import re

# Explicit direction marks, overrides and isolates (Unicode Standard Annex 9): a paper could use them to show
# words in another order than they stand in.
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# C0 and C1 controls save tab and newline: a terminal would obey them, a browser would drop them.
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_UNSHOWN = re.compile(f"[{_DIRECTION}{_CONTROL}\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]")


def shown(text: str) -> str:
    """Return the text without the characters that would change how a screen shows what stands around it."""
    return _UNSHOWN.sub("", text)


def one_line(text: str) -> str:
    """Return the text on one line, safe to show, its white space folded."""
    return " ".join(shown(text).split())
