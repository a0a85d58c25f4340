"""Lines of a slide, each of which says one thing without a full stop: what is quoted is a line, not all that follows.

Example: ``"Average cost of an internal placement is £4627 per week"`` over ``"Average cost of an external one is …"``.
"""

from collections.abc import Callable, Sequence

from index.words import terms
from search.needs import Need, held_terms

LEAST = 3  # lines: two may be a heading and what stands under it
WORDS = range(5, 31)  # of a line: a name or an address has fewer, and a sentence of prose often more
MOST = 4  # lines quoted that answer alike: of more the slide is told whole
ALIKE = 0.5  # of a line's words, that another has which says the same of something else
ENDS = frozenset(".;:?!,")


def is_slide(runs: Sequence[Sequence[str]]) -> bool:
    """Say whether the parts of a passage are lines that each stand for themselves, and none the end of a sentence."""
    parts = [part.rstrip(" \"”’')") for run in runs for part in run]
    whole = [part for part in parts if len(part.split()) in WORDS]
    stopped = any(part[-1:] in ENDS for part in parts)
    return not stopped and len(whole) >= LEAST and 3 * len(whole) >= 2 * len(parts)


def lines_of(
    runs: Sequence[Sequence[str]], needs: Sequence[Need], tells: Callable[[str], bool] | None
) -> list[str] | None:
    """Return the lines of a slide that answer; None where no few of them do, and the slide is told as it stands.

    Nothing where a line names what is asked for and has no figure, and those like it that have one do not name it.
    """
    lines = [part for run in runs for part in run]
    met = {line: frozenset(need for need in needs if need.met(held_terms(line))) for line in lines}
    told = [line for line in lines if tells is None or tells(line)]
    if not told:
        return None
    named = frozenset(need for line in told for need in met[line])
    if any(met[line] - named and any(_alike(line, one) for one in told) for line in lines):
        return []
    worth = {line: round(sum(need.weight for need in met[line]), 6) for line in told}
    best = max(worth.values())
    chosen = [line for line in told if worth[line] == best]
    return chosen if best and len(chosen) <= MOST else None


def _alike(line: str, other: str) -> bool:
    own = frozenset(terms(line))
    return len(own & frozenset(terms(other))) >= ALIKE * len(own)
