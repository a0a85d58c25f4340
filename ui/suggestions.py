"""What a reader may be about to type: bodies, headings, short forms and references that the library holds."""

from collections.abc import Iterable

from index.library import Library
from index.types import Filter
from ui.examples import topic_of
from ui.generations import once_a_generation
from ui.plain import one_line

MOST = 8  # suggestions: what is taken in at a glance
WORDS = 4  # words at the end of what is typed that are taken as the beginning of a suggestion
SHORTEST = 2  # characters of them
HEADINGS = 4_000  # decisions whose headings are gathered, the newest: a few megabytes, gathered in a moment


def suggestions(library: Library, typed: str) -> tuple[str, ...]:
    """Return what is typed with its last words completed, the longest run of words that begins something held first."""
    words = typed.split()
    for count in range(min(WORDS, len(words)), 0, -1):
        begun = " ".join(words[-count:]).casefold()
        if len(begun) < SHORTEST:
            continue
        before = " ".join(words[:-count])
        if found := [one for one in _held(library) if _begins(one, begun)][:MOST]:
            return tuple(f"{before} {one}".strip() for one in found)
    return ()


def _begins(term: str, begun: str) -> bool:
    folded = term.casefold()
    return folded != begun and folded.startswith(begun)


@once_a_generation
def _held(library: Library) -> tuple[str, ...]:
    """Return everything that may be suggested."""
    return tuple(dict.fromkeys(one_line(term) for term in _terms(library)))


def _terms(library: Library) -> Iterable[str]:
    shorts = [one.short for one in library.acronyms()]
    yield from sorted(one.body for one in library.coverage().bodies if one.body and one.meetings)
    yield from sorted(set(shorts))
    ids = library.select(Filter(kinds=("decision",)), HEADINGS * 25)[-HEADINGS:]
    known = set(shorts)
    topics = (topic_of(one.heading or "", known) for one in library.passages(ids) if not one.private)
    yield from sorted({topic for topic in topics if topic})
    yield from library.references()
