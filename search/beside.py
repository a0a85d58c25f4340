"""What was recommended beside what was agreed, meeting by meeting, and the figures in which they differ."""

import re
from collections.abc import Sequence

from index.library import Library
from index.types import Passage
from search import decided
from search.advised import folded, recommended_to
from search.compose import Quoted, Section
from search.minutes import WholeMinute
from search.needs import Need
from search.scene import Scene

RECOMMENDED_THERE = "Recommended:"
FIGURE = re.compile(r"£\s?\d[\d,.]*\d(?:\s?(?:million|billion|m|bn|k)\b)?|£\s?\d|\b\d[\d,.]*\s?(?:%|per cent\b)")
"""An amount or a share: what a meeting changes of what was put to it is most often one."""


def beside(
    library: Library, scene: Scene, answering: Sequence[tuple[WholeMinute, Sequence[Passage]]], needs: Sequence[Need]
) -> list[Section]:
    """Return for each minute what was recommended to its meeting, and what was agreed there, with what differs."""
    made: list[Section] = []
    for minute, decisions in answering:
        advised = _once(library, scene, minute, needs)
        agreed = decided.sections(library, scene, [(minute, decisions)])
        if advised:
            made.append(Section(RECOMMENDED_THERE, tuple(Quoted(one, words) for one, words in advised)))
            told = differing([words for _, words in advised], [one.text for one in decisions])
            agreed = [Section(f"{told}{agreed[0].title}", agreed[0].quoted), *agreed[1:]] if agreed else agreed
        made += agreed
    return made


def differing(recommended: Sequence[str], agreed: Sequence[str]) -> str:
    """Return the figures that only one side has, as a line above the other; empty where both have the same.

    Example: "Figures only recommended: £60; only agreed: £52." for a permit that was agreed at another price.
    """
    ours, theirs = _figures(recommended), _figures(agreed)
    parts = [
        f"only {name}: {', '.join(some)}"
        for name, some in (
            ("recommended", [one for one in ours if one not in theirs]),
            ("agreed", [one for one in theirs if one not in ours]),
        )
        if some
    ]
    return f"Figures {'; '.join(parts)}.\n" if parts else ""


def _figures(texts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(one.split()) for text in texts for one in FIGURE.findall(text)))


def _once(library: Library, scene: Scene, minute: WholeMinute, needs: Sequence[Need]) -> list[tuple[Passage, str]]:
    """Return the recommendations, each wording once: a report and its draft record both print them."""
    found = {folded(one.text): (one, one.text) for one in reversed(recommended_to(library, scene, minute, needs))}
    return list(reversed(found.values()))
