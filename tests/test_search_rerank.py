"""Reading the best candidates again: what a reranker's scores do, and the two that there are."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_library import TermEncoder, make

from index.encoder import Encoder, open_encoder
from index.library import Library, open_library
from index.types import EVERYTHING, Passage
from search.rerank import CrossEncoder, LateInteraction, Reranker, reranked
from search.retrieve import search

PAPERS = {
    "minutes.pdf": """
# minutes | Somewhere Council | Cabinet | 2025-02-25 | draft
@ decision 1 | HOME TO SCHOOL TRANSPORT | 1 | AGREED:
That the cost of taking pupils to school by taxi be brought down.
@ decision 2 | GARDEN WASTE | 1 | AGREED:
That the charge for emptying brown bins be 60 pounds.
@ decision 3 | LIBRARIES | 1 | AGREED:
That the opening hours of branch libraries be kept.
@ decision 4 | PARKING | 1 | AGREED:
That the cost of a permit be frozen.
""",
}
QUESTION = "how much to have grass cuttings collected, the cost of it"

MOVED = [
    # half way between 0.9 and the best, and between 0.5 and the least, of what it judged
    ([0.9, 0.5], [1.0, 3.0], 0.5, [0.7, 0.7]),
    # its order where it has all the say, on the scale of the first scores
    ([0.9, 0.7, 0.5], [-3.0, -1.0, -2.0], 1.0, [0.5, 0.9, 0.7]),
    # nothing where it has none
    ([0.9, 0.7, 0.5], [-3.0, -1.0, -2.0], 0.0, [0.9, 0.7, 0.5]),
    # what it did not judge keeps its score
    ([0.9, 0.8, 0.5], [1.0, None, 2.0], 1.0, [0.5, 0.8, 0.9]),
    # one judgment alone compares nothing
    ([0.9, 0.8], [None, 7.0], 1.0, [0.9, 0.8]),
    ([], [], 0.5, []),
]


@pytest.mark.parametrize(("first", "judged", "share", "expected"), MOVED)
def test_scores_are_moved_towards_what_the_reranker_makes_of_them(
    first: list[float], judged: list[float | None], share: float, expected: list[float]
) -> None:
    assert reranked(first, judged, share) == pytest.approx(expected)


SCORE = st.floats(-5, 5)


@given(st.lists(st.tuples(SCORE, st.none() | SCORE), max_size=9), st.floats(0, 1))
def test_scores_stay_within_the_range_of_the_first_ones_whatever_their_order(
    pairs: list[tuple[float, float | None]], share: float
) -> None:
    first, judged = [one for one, _ in pairs], [one for _, one in pairs]
    moved = reranked(first, judged, share)
    assert all(min(first) - 1e-9 <= one <= max(first) + 1e-9 for one in moved)
    assert moved == reranked(first[::-1], judged[::-1], share)[::-1]


class Backwards(Reranker):
    """Takes the last of what it is asked about for the best."""

    depth = 3

    def scores(
        self,
        library: Library,  # noqa: ARG002  # neither is worth a look to it
        encoder: Encoder,  # noqa: ARG002  # as above
        question: str,  # noqa: ARG002  # as above
        passages: Sequence[Passage],
    ) -> Mapping[str, float]:
        """Return the rank of each."""
        return {one.id: float(rank) for rank, one in enumerate(passages)}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return make(tmp_path, PAPERS)


def headings(library: Library, reranker: Reranker | None) -> list[str | None]:
    return [hit.passage.heading for hit in search(library, TermEncoder(), QUESTION, reranker=reranker)]


def test_a_search_follows_its_reranker_as_deep_as_that_reads(library: Library) -> None:
    plain = headings(library, None)
    assert len(plain) == 4
    again = headings(library, Backwards())
    assert again[3] == plain[3]
    assert again != plain


def test_late_interaction_gives_the_share_of_the_question_s_tokens_that_a_passage_holds(library: Library) -> None:
    passages = library.passages(library.select(EVERYTHING, 9))
    scores = LateInteraction().scores(library, TermEncoder(), "cost of a permit for the moon", passages)
    # Of its seven terms "cost", "of", "a" and "permit" stand in one, "for" and "the" in some, and the moon in none.
    assert {one.heading: round(7 * scores[one.id]) for one in passages} == {
        "HOME TO SCHOOL TRANSPORT": 3,
        "GARDEN WASTE": 2,
        "LIBRARIES": 2,
        "PARKING": 5,
    }


def test_the_cross_encoder_puts_what_answers_first(library: Library) -> None:
    passages = library.passages(library.select(EVERYTHING, 9))
    scores = CrossEncoder().scores(library, TermEncoder(), "what does the brown bin cost", passages)
    assert max(passages, key=lambda one: scores[one.id]).heading == "GARDEN WASTE"
    assert sorted(scores) == sorted(one.id for one in passages)


RANKING = """
import json, sys
from pathlib import Path
from index.encoder import open_encoder
from index.library import open_library
from index.types import EVERYTHING
from search.rerank import LateInteraction
encoder = open_encoder()
with open_library(Path(sys.argv[1]), encoder) as library:
    passages = library.passages(library.select(EVERYTHING, 9)[::int(sys.argv[3])])
    print(json.dumps(sorted(LateInteraction().scores(library, encoder, sys.argv[2], passages).items())))
"""


def test_two_processes_score_alike_to_the_last_digit(tmp_path: Path) -> None:
    library = make(tmp_path, PAPERS, open_encoder())
    library.close()
    told = [
        subprocess.run(
            [sys.executable, "-c", RANKING, str(library.folder), QUESTION, order],
            env={**os.environ, "PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": seed},
            check=True,
            capture_output=True,
            text=True,
            cwd=Path(__file__).parent.parent,
        ).stdout
        for seed, order in (("1", "1"), ("2", "-1"))
    ]
    assert told[0] == told[1]
    with open_library(library.folder) as again:
        assert len(json.loads(told[0])) == len(again.select(EVERYTHING, 9))
