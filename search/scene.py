"""What every question needs to know of the library, gathered once for each of its generations."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from weakref import WeakKeyDictionary

from index.derived import Derived
from index.encoder import Encoder
from index.library import Library
from index.types import Coverage, PaperEntry, Problem
from search.bodies import Held
from search.lexicon import Lexicon

OF_ITS_OWN = 2  # papers of a council, from which it is one of those that the library is of
LONGEST_SHORT_FORM = 12  # characters: what is longer is no short form but a slip of reading


@dataclass(frozen=True, slots=True)
class Scene:
    """The bodies and meetings held, the library's own words, and the papers by their hashes."""

    held: tuple[Held, ...]
    lexicon: Lexicon
    coverage: Coverage
    papers: Mapping[str, PaperEntry]
    references: Mapping[str, tuple[str, ...]]  # decision reference to the papers that bear it
    problems: tuple[Problem, ...]

    def standing_of_paper(self, sha256: str, held_on: date | None) -> tuple[bool, bool, bool, date, str]:
        """Return how good a place a paper is to cite a meeting's minutes from, least first.

        A scan, whose words were read by character recognition, comes after every paper that holds its text. The printed
        minutes of the meeting itself are best, then any printed minutes, then the earliest paper that carries them; the
        name decides between equals.
        """
        paper = self.papers[sha256]
        own = paper.kind == "minutes" and paper.held_on == held_on
        scanned = 2 * paper.pages_ocr > paper.pages
        return (scanned, not own, paper.kind != "minutes", paper.held_on or date.max, paper.name)


_scenes: WeakKeyDictionary[Derived, Scene] = WeakKeyDictionary()


def scene_of(library: Library, encoder: Encoder | None = None) -> Scene:
    """Return the scene of the library's generation, made at the first question put to it.

    The words as printed are read through this view of the library, and only when a slip is met. With an encoder, a word
    that it knows whole is no slip, whether or not a paper has it.
    """
    scene = _scenes.get(library.derived)
    if scene is None:
        scene = _scenes[library.derived] = _gather(library)
    english = partial(_knows, encoder) if encoder is not None else None
    return replace(scene, lexicon=replace(scene.lexicon, printed=library.spellings, english=english))


def _knows(encoder: Encoder, word: str) -> bool:
    """Say whether a model has a word whole, which it has of the commoner ones; of a slip it has pieces."""
    return encoder.count(word) == 1


def _gather(library: Library) -> Scene:
    papers = library.papers()
    coverage = library.coverage()
    longs: dict[str, dict[str, None]] = {}
    for acronym in library.acronyms():
        short = acronym.short.strip()
        if 1 < len(short) <= LONGEST_SHORT_FORM:
            longs.setdefault(short.lower(), {})[acronym.long.split(":")[0].strip()] = None  # "…: what it means"
    lexicon = Lexicon(
        passages=max(1, sum(paper.passages for paper in papers)),
        frequency=library.vocabulary(),
        longs={short: tuple(found) for short, found in longs.items()},
    )
    held = tuple(
        Held(one.council, one.body, tuple(day for day in one.meetings if day not in one.without_minutes))
        for one in coverage.bodies
    )
    # A council of which one paper and no minutes are held is often only spoken of there: it limits no question.
    own = Counter(paper.council for paper in papers)
    speaking = {one.council for one in held if one.dates or own[one.council] >= OF_ITS_OWN}
    if speaking:
        held = tuple(one for one in held if one.council in speaking)
        coverage = replace(coverage, bodies=tuple(one for one in coverage.bodies if one.council in speaking))
    return Scene(
        held=held,
        lexicon=lexicon,
        coverage=coverage,
        papers={paper.sha256: paper for paper in papers},
        references=library.references(),
        problems=library.problems(),
    )
