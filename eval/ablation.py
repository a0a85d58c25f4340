"""``minutebook evaluate steps``: what each step of retrieval is worth, and what it costs.

Every question is put once with all steps and once without each, one after the other, so that a busy machine slows all
alike. A step that earns nothing should be taken out.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console

from corpus.errors import MinutebookError
from eval.compare import compare
from eval.complaints import complain
from eval.evaluate import DEPTH, QuestionSet, current_commit, read_set
from eval.markup import Heading, Line, Table, to_markdown
from eval.measures import mean, score_rankings
from eval.own import Minutebook
from eval.progress import asking
from eval.runs import Ranked, first_of_each
from eval.scored import splits
from eval.topics import Topic
from index.encoder import open_encoder
from index.library import open_library
from index.onnx_encoder import OnnxEncoder
from index.words import Word
from search.lexicon import Lexicon
from search.question import read_question
from search.ranking import WEIGHTS, Weights
from search.scene import Scene, scene_of
from search.types import Query

ROOT = Path(__file__).resolve().parent.parent
MEASURED = ("Success@1", "R@5", "RR@10")
NAMES = {
    "closeness": "late interaction", "share": "the question's words in the passage", "around": "and beside it",
    "preference": "preference for the kind asked for", "kinds": "preference for some kinds always",
    "tells": "reasons and names where they are asked for", "minutes": "preference for minutes",
    "newer": "newer ones that fit as well", "newest": "and more so where the question asks how things stand",
    "crowding": "other passages of a minute held back", "together": "the first ones read together with the question",
    "current": "replaced reports give way", "fold": "printings folded",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Variant:
    """Retrieval with one step taken away."""

    name: str
    weights: Weights = WEIGHTS
    scene: Callable[[Scene], Scene] = lambda scene: scene
    query: Callable[[Query], Query] = lambda query: query
    turned: bool = True  # whether the question's vector is turned towards what answers


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one variant found for every question, and how long each took in milliseconds."""

    pages: dict[str, tuple[Ranked, ...]] = field(default_factory=dict)
    took: dict[str, float] = field(default_factory=dict)


class AsTyped(Lexicon):
    """A library's words, of which none is taken for what a slip was meant to be."""

    def nearest(self, word: Word) -> str | None:  # noqa: ARG002  # that is the step taken away
        """Return nothing."""
        return None


def variants() -> list[Variant]:
    """Return retrieval with all steps, then without each."""
    whole = Variant("nothing: all steps")
    weighed = [_without(name) for name in (one.name for one in fields(Weights))]
    return [
        whole,
        *weighed,
        Variant("the turn of the question's vector", turned=False),
        Variant("spelling", scene=lambda scene: replace(scene, lexicon=_as_typed(scene.lexicon))),
        Variant("acronyms", scene=lambda scene: replace(scene, lexicon=replace(scene.lexicon, longs={}))),
        Variant("plain words", scene=lambda scene: replace(scene, lexicon=replace(scene.lexicon, plain={}))),
        Variant("bodies, dates and places read", query=_unread),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure as asked on the command line; return the exit status."""
    asked = _parser().parse_args(arguments)
    console = Console(stderr=True)
    try:
        questions = read_set(asked.set)
        tried = variants()
        outcomes = _measure(asked.library, questions, tried, console)
    except (MinutebookError, OSError) as error:
        return complain(console, "minutebook evaluate steps", error)
    title = f"What each step of retrieval is worth: set “{asked.set}”, at {current_commit(ROOT)}"
    told = "Worth: how much the measure falls without the step; p by the paired randomisation test, for RR@10."
    sys.stdout.write(to_markdown([Heading(2, title), Line(told), worth(questions, outcomes)]))
    return 0


def worth(questions: QuestionSet, outcomes: Mapping[str, Outcome]) -> Table:
    """Return what is lost without each step by split, and the milliseconds that are saved; the first has all steps."""
    scores = {
        name: score_rankings(questions.topics, questions.judgments, one.pages, "page") for name, one in outcomes.items()
    }
    whole = next(iter(outcomes))
    parts = [(label, chosen) for label, chosen in splits(questions) if label != "all"]
    rows = []
    for name, outcome in outcomes.items():
        row = [name]
        for _, chosen in parts:
            row += _cells(scores[whole], scores[name], chosen, whole=name == whole)
        saved = median(outcomes[whole].took[topic] - took for topic, took in outcome.took.items())
        rows.append([*row, f"{median(outcome.took.values()):.0f}" if name == whole else f"{saved:.1f}"])
    head = ["without", *(f"{label}: {name}" for label, _ in parts for name in (*MEASURED, "p")), "ms"]
    return Table(head, rows)


def _cells(
    full: Mapping[str, Mapping[str, float]],
    without: Mapping[str, Mapping[str, float]],
    chosen: Sequence[Topic],
    whole: bool,
) -> list[str]:
    asked = [topic.id for topic in chosen if topic.id in full]
    if whole:
        return [*(f"{mean(full[one][name] for one in asked):.3f}" for name in MEASURED), ""]
    found = [
        compare(name, {one: without[one][name] for one in asked}, {one: full[one][name] for one in asked})
        for name in MEASURED
    ]
    return [*(f"{one.after - one.before:+.3f}" for one in found), f"{found[-1].p:.3f}"]


def _measure(folder: Path, questions: QuestionSet, variants: Sequence[Variant], console: Console) -> dict[str, Outcome]:
    encoder = open_encoder()
    with open_library(folder, encoder) as library:
        system = Minutebook(library, encoder)
        system.require(questions, folder)
        unturned = Minutebook(library, OnnxEncoder.default(turned=False))
        scene = scene_of(library, encoder)
        tried = [(one, one.scene(scene)) for one in variants]
        outcomes = {one.name: Outcome() for one, _ in tried}
        for each in (system, unturned):
            each.search(questions.topics[0].question, DEPTH)  # opens the models, so that no question is timed with it
        with asking(console, len(questions.topics)) as asked:
            for at, topic in enumerate(questions.topics):
                turn = at % len(tried)  # each goes first in turn: the first finds nothing of the question in memory
                for one, its_scene in (*tried[turn:], *tried[:turn]):
                    started = time.perf_counter()
                    query = one.query(read_question(topic.question, scene.held))
                    asks = system if one.turned else unturned
                    found = asks.find(query, its_scene, one.weights, DEPTH)
                    outcomes[one.name].took[topic.id] = (time.perf_counter() - started) * 1000
                    outcomes[one.name].pages[topic.id] = first_of_each(Ranked(at.page, at.score) for at in found)
                asked(topic)
    return outcomes


def _without(name: str) -> Variant:
    off: dict[str, Any] = {name: False if isinstance(getattr(WEIGHTS, name), bool) else 0.0}
    return Variant(NAMES.get(name, name), weights=replace(WEIGHTS, **off))


def _as_typed(lexicon: Lexicon) -> Lexicon:
    return AsTyped(lexicon.passages, lexicon.frequency, lexicon.longs)


def _unread(query: Query) -> Query:
    """Return the query without the limits that were read from it: all of its words are its topic."""
    return Query(text=query.text, topic=query.text, want=query.want, kinds=query.kinds, phrases=query.phrases)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="minutebook evaluate steps", description="Measure each step of retrieval.")
    library = Path(os.environ.get("MINUTEBOOK_LIBRARY", "library"))
    parser.add_argument("--library", type=Path, default=library, help="the library (default: %(default)s)")
    parser.add_argument(
        "--set",
        default="samples",
        help="samples, sample-pairs, a folder of eval/councils (all shipped), papers, readers, pairs, rounds",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
