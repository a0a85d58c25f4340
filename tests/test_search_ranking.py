"""What makes a score, signal by signal, and that a ranking is the same in every process."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from math import log1p
from pathlib import Path

import pytest
from made_library import TermEncoder, make, read_made

from index.context import embedding_text
from index.encoder import open_encoder
from index.ingest import ingest
from index.library import Library
from search.candidates import Candidate
from search.find import search
from search.question import read_question
from search.ranking import Signals, Weights, asks_newest, first_signals, newer, score
from search.replacing import with_current_first
from search.rerank import CrossEncoder, LateInteraction, Read, cross_encoder, reader
from search.retrieve import READ_TOGETHER, retrieve
from search.scene import scene_of

PAPERS = {
    "minutes.pdf": """
# minutes | Somewhere Council | Cabinet | 2025-02-25 | draft
@ decision 1 | HOME TO SCHOOL TRANSPORT | 1 | AGREED:
That the cost of taking pupils to school by taxi be brought down.
@ decision 2 | GARDEN WASTE | 1 | AGREED:
That the charge for emptying brown bins be 60 pounds.
@ discussion 3 | LIBRARIES
Officers said that branch libraries were dear.
@ decision 3 | LIBRARIES | 1 | AGREED:
That the opening hours of branch libraries be kept.
@ decision 3 | LIBRARIES | 2 | AGREED:
That branch libraries lend games.
@ decision 4 | PARKING | 1 | AGREED:
That the cost of a permit be frozen.
""",
    "report.pdf": """
# report | Somewhere Council | Cabinet | 2023-02-25
@ report 1.1 | FEES
The branch libraries of the county lend seeds.
@ table 1.2 | FEES
Seeds 2 Maps 3
@ table 1.3 | FEES
Lamps 4 Tents 9
""",
}

ALONE = replace(
    Weights(),
    words=0, meaning=0, closeness=0, share=0, around=0, preference=0, kinds=0, minutes=0,
    newer=0, newest=0, crowding=0, together=0,
)  # fmt: skip
NOTHING = Signals(0, 0, 0, 0, 0, minutes=False)

WORTH = [
    # a signal, its weight, what it makes
    (replace(NOTHING, words=0.5), replace(ALONE, words=0.2), 0.1),
    (replace(NOTHING, meaning=0.5), replace(ALONE, meaning=0.2), 0.1),
    (replace(NOTHING, closeness=0.5), replace(ALONE, closeness=0.2), 0.1),
    (replace(NOTHING, share=0.5), replace(ALONE, share=0.2), 0.1),
    (replace(NOTHING, around=0.5), replace(ALONE, around=0.2), 0.1),
    (replace(NOTHING, preference=0.5), replace(ALONE, preference=0.2), 0.1),
    (replace(NOTHING, kind=0.5), replace(ALONE, kinds=0.2), 0.1),
    (replace(NOTHING, minutes=True), replace(ALONE, minutes=0.2), 0.2),
    # age counts against a passage, and so do newer ones that fit as well
    (replace(NOTHING, newer=3), replace(ALONE, newer=0.1, newest=7), pytest.approx(-0.3)),
    # together they add up
    (replace(NOTHING, words=0.5, share=1), replace(ALONE, words=0.2, share=0.3), 0.4),
]


@pytest.mark.parametrize(("signals", "weights", "expected"), WORTH)
def test_a_score_is_the_sum_of_its_signals_times_their_weights(
    signals: Signals, weights: Weights, expected: float
) -> None:
    assert score(signals, weights, newest=False) == pytest.approx(expected)


def test_where_the_question_asks_how_things_stand_newer_ones_count_more() -> None:
    assert score(replace(NOTHING, newer=3), replace(ALONE, newer=1, newest=7), newest=True) == -24


NEWEST = [
    ("what is the latest on the bus pass", True),
    ("Is Kent in the programme now?", True),
    ("has the caretaker's rate gone up again", True),
    ("where has the nature strategy got to", True),
    ("garden waste skip, most recent", True),
    ("what was agreed on LADO", False),
    ("who knows the way to the knowledge centre", False),
]


@pytest.mark.parametrize(("question", "expected"), NEWEST)
def test_a_question_says_that_it_asks_how_things_stand(question: str, expected: bool) -> None:
    assert asks_newest(read_question(question)) == expected


def test_newer_ones_are_counted_by_their_days_where_they_fit_nearly_as_well() -> None:
    spring, summer, autumn = date(2025, 3, 1), date(2025, 6, 1), date(2025, 9, 1)
    behind = newer(
        {
            "old": (1.0, spring),
            "same day": (0.9, summer),
            "new": (1.0, summer),
            "beside": (0.2, autumn),
            "none": (1.0, None),
        }
    )
    assert behind == {"old": log1p(1), "same day": 0.0, "new": 0.0, "beside": 0.0, "none": log1p(2)}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return make(tmp_path, PAPERS)


def found(library: Library, question: str, weights: Weights) -> tuple[Candidate, ...]:
    scene = scene_of(library)
    return retrieve(library, TermEncoder(), read_question(question, scene.held), scene, weights).candidates


def test_signals_are_measured_against_the_other_candidates(library: Library) -> None:
    first, second, *_ = library.passages(one.passage.id for one in found(library, "libraries", ALONE))
    signals = first_signals({"a": first, "b": second}, {"a": 3.0, "b": 6.0}, {"a": 0.7, "b": 0.5}, {"a": 0.25}, "any")
    assert (signals["a"].words, signals["b"].words) == (0.5, 1.0)
    assert signals["a"].meaning == pytest.approx(0.2)
    assert signals["b"].meaning == 0.0
    assert (signals["a"].closeness, signals["b"].closeness) == (0.0, 0.0)  # one alone is no closer than any other


def test_closeness_is_the_share_of_the_question_s_tokens_that_a_passage_holds(library: Library) -> None:
    candidates = found(library, "permit prices frozen, cost", ALONE)
    close = {one.passage.heading: one.closeness for one in candidates if one.passage.heading != "FEES"}
    # Of "permit prices frozen, cost" three of four terms stand in one, the last alone in another.
    assert (close["PARKING"], close["HOME TO SCHOOL TRANSPORT"]) == (0.75, 0.25)


def test_a_table_is_found_by_the_words_beside_it(library: Library) -> None:
    alone = found(library, "branch libraries, seeds", replace(ALONE, share=1))
    both = found(library, "branch libraries, seeds", replace(ALONE, around=1))
    told = {one.passage.paragraph: one.score for one in alone}, {one.passage.paragraph: one.score for one in both}
    assert told[0]["1.1"] == told[1]["1.1"] == 1.0
    assert told[0]["1.2"] < 0.5
    assert told[1]["1.2"] == 1.0  # the words stand in the paragraph before it


def test_other_passages_of_a_minute_are_held_back(library: Library) -> None:
    question = "branch libraries, bins, cost"
    plain = [one.passage.minute for one in found(library, question, replace(ALONE, words=1))]
    spaced = [one.passage.minute for one in found(library, question, replace(ALONE, words=1, crowding=1))]
    assert plain.count("3") == spaced.count("3") == 3
    assert spaced.index("3") == plain.index("3")
    assert [one for one in spaced[:4] if one == "3"] == ["3"]


def test_the_reader_decides_between_those_next_to_each_other_alone(library: Library) -> None:
    question = "what does a permit to park cost"
    by_words, near, apart = (
        [one.passage.id for one in found(library, question, replace(ALONE, words=words, together=together))]
        for words, together in ((0.05, 0), (0.05, 1), (5, 0.04))
    )
    first = library.passages(by_words[:READ_TOGETHER])
    scores = reader().scores(question, [Read(embedding_text(one)) for one in first])
    assert near[: len(first)] == [one for _, one in sorted(zip(scores, by_words, strict=False), reverse=True)]
    assert near[: len(first)] != by_words[: len(first)]
    assert near[len(first) :] == by_words[len(first) :]  # what is not read keeps its place
    assert apart == by_words


def test_the_printings_of_an_item_are_one_candidate_unless_that_is_switched_off(tmp_path: Path) -> None:
    library = make(tmp_path, {**PAPERS, "again.pdf": "# minutes | Somewhere Council | Cabinet | 2025-02-25 | draft\n"
        "@ decision 4 | PARKING | 1 | AGREED:\nThat the cost of a permit be frozen.\n"})  # fmt: skip
    folded, apart = (found(library, "permit frozen", replace(ALONE, words=1, fold=fold)) for fold in (True, False))
    assert [one.passage.heading for one in folded].count("PARKING") == 1
    assert [one.passage.heading for one in apart].count("PARKING") == 2


def test_the_latest_is_asked_of_the_newest(library: Library) -> None:
    newest, *_ = search(library, TermEncoder(), "latest position on branch libraries lend")
    assert newest.passage.minute == "3"


REPORTS = {
    "pack.pdf": """
# pack | Somewhere Council | Cabinet | 2025-02-25
@ report 3.1 | High needs – 3. The deficit
The forecast overspend on high needs is 2.8 million, which is more than was planned.
@ report 3.2 | High needs – 4. Risks
The forecast overspend on high needs may rise with the winter.
""",
    "supplement.pdf": """
# supplement | Somewhere Council | Cabinet | 2025-02-25
@ report 3.1 | Supplement – 3. The deficit
This year's overspend is 5.4 million, which is more than was planned.
""",
}


def test_a_report_that_was_replaced_gives_its_place_to_what_replaces_it(tmp_path: Path) -> None:
    library = make(tmp_path, REPORTS)
    candidates = found(library, "forecast overspend of 2.8 million on high needs, planned", Weights())
    held = scene_of(library)
    papers = {
        key: replace(one, replaces="This report replaces the one published" if one.name == "supplement.pdf" else None)
        for key, one in held.papers.items()
    }
    names = {key: one.name for key, one in held.papers.items()}

    def told(ranked: tuple[Candidate, ...]) -> list[tuple[str, str | None]]:
        return [(names[one.passage.paper], one.passage.paragraph) for one in ranked]

    assert told(with_current_first(candidates, held)) == told(candidates)  # as long as no paper says that it replaces
    assert told(candidates) == [("pack.pdf", "3.1"), ("pack.pdf", "3.2"), ("supplement.pdf", "3.1")]
    current = with_current_first(candidates, replace(held, papers=papers))
    assert told(current) == [("supplement.pdf", "3.1"), ("pack.pdf", "3.2"), ("pack.pdf", "3.1")]


def test_the_cross_encoder_scores_what_answers_highest() -> None:
    answers, silent = CrossEncoder().scores(
        "what does the brown bin cost",
        [Read("The charge for emptying brown bins is 60 pounds."), Read("Mr Ode spoke.")],
    )
    assert answers > 0 > silent


def test_a_question_longer_than_the_model_reads_is_cut() -> None:
    asked = "what was agreed on roads " * 300
    mended, stones = cross_encoder().scores(asked, [Read("That the roads be mended."), Read("Stones " * 800)])
    assert mended > stones


def test_late_interaction_scores_by_the_tokens_kept_and_nothing_where_none_are() -> None:
    encoder = open_encoder()
    answers, silent = encoder.encode(["The charge for emptying brown bins is 60 pounds.", "Mr Ode spoke."])
    passages = [Read("", answers.tokens), Read("", None), Read("", silent.tokens)]
    first, without, last = LateInteraction(encoder).scores("what does the brown bin cost", passages)
    assert first > last > without == 0.0


RANKING = """
import json, sys
from pathlib import Path
from index.encoder import open_encoder
from index.library import open_library
from search.candidates import Candidate
from search.question import read_question
from search.retrieve import retrieve
from search.scene import scene_of
encoder = open_encoder()
with open_library(Path(sys.argv[1]), encoder) as library:
    scene = scene_of(library)
    found = retrieve(library, encoder, read_question(sys.argv[2], scene.held), scene)
    print(json.dumps([(one.passage.id, one.score, one.cosine, one.closeness) for one in found.candidates]))
"""


def test_two_processes_rank_alike_to_the_last_digit_whatever_the_order_of_ingestion(tmp_path: Path) -> None:
    question = "how much to have grass cuttings collected, the cost of it"
    told = []
    for seed, papers in (("1", PAPERS), ("2", dict(reversed(PAPERS.items())))):
        folder = tmp_path / seed
        for name, text in papers.items():
            (folder / name).mkdir(parents=True)
            (folder / name / name).write_text(text, encoding="utf-8")
            ingest([folder / name], folder / "library", open_encoder(), read=read_made)
        told.append(
            subprocess.run(
                [sys.executable, "-c", RANKING, str(folder / "library"), question],
                env={**os.environ, "PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": seed},
                check=True,
                capture_output=True,
                text=True,
                cwd=Path(__file__).parent.parent,
            ).stdout
        )
    assert told[0] == told[1]
    assert len(json.loads(told[0])) == 9
