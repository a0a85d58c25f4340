"""The reader tells what answers from what only seems to, and an answer keeps what it bears out."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from made_library import make

from index.library import Library
from index.types import Filter, Passage
from search.candidates import Candidate
from search.compose import Quoted, Section
from search.draft import Draft, borne_out
from search.needs import Need
from search.reading import BEHIND, LOOKED_FOR, SEEMS, answering, read
from search.rerank import Read, cross_encoder, reader
from search.retrieve import Found, mended
from search.superseded import CORRECTED, EARLIER
from search.types import Query

PAPERS = {
    "minutes.pdf": """
# minutes | Somewhere Council | Cabinet | 2025-02-25 | draft
@ decision 1 | BROWN BINS | 1 | AGREED:
That the charge for emptying brown bins be 60 pounds a year from 1 April 2025.
@ decision 1 | BROWN BINS | 2 | AGREED:
That the charge be looked at again in a year.
@ discussion 2 | FERRY
Councillor Ode thanked the crew of the ferry.
""",
}
ASKED = "what is the charge for emptying brown bins"
NEAR = "which firm empties the brown bins"


@pytest.fixture
def passages(tmp_path: Path) -> tuple[Passage, ...]:
    library: Library = make(tmp_path, PAPERS)
    return library.passages(library.select(Filter(), 10))


def section(*passages: Passage) -> Section:
    return Section("", tuple(Quoted(one, one.text) for one in passages))


def test_a_near_miss_scores_below_what_answers_though_it_shares_as_many_words(passages: tuple[Passage, ...]) -> None:
    (answers,), (seems,) = read(ASKED, passages[:1]), read(NEAR, passages[:1])
    assert answers > 0 > SEEMS > seems


def test_a_passage_scores_the_same_whatever_is_read_beside_it(passages: tuple[Passage, ...]) -> None:
    together = read(ASKED, passages)
    assert together == [read(ASKED, [one])[0] for one in passages]
    assert together[::-1] == read(ASKED, passages[::-1])


def test_what_is_far_behind_the_best_is_not_quoted_beside_it(passages: tuple[Passage, ...]) -> None:
    bins, again, ferry = passages
    sections = (section(ferry), section(bins, again))
    scores = dict(zip((bins, again, ferry), read(ASKED, passages), strict=True))
    assert scores[ferry] < max(scores[bins], scores[again]) - BEHIND
    told, sure = answering((ASKED,), sections, ())
    assert told == sections[1:]  # whole: the second part is not held to the question
    assert 0.5 < sure < 1


def test_what_was_put_right_is_not_told_without_what_puts_it_right(passages: tuple[Passage, ...]) -> None:
    bins, _, ferry = passages
    for title in (EARLIER, CORRECTED):
        sections = (section(ferry), replace(section(bins), title=title))  # far behind the one that answers
        assert answering((ASKED,), sections, ())[0] == sections
    assert answering((ASKED,), (section(ferry), section(bins)), ())[0] == (section(bins),)
    twice = (section(ferry), replace(section(ferry), title=CORRECTED), replace(section(bins), title=CORRECTED))
    assert answering((ASKED,), twice, ())[0] == twice


def test_nothing_is_told_where_all_only_seems_to_answer(passages: tuple[Passage, ...]) -> None:
    told, sure = answering((NEAR,), [section(one) for one in passages], ())
    assert told == ()
    assert sure < 0.5


def test_what_was_read_when_it_was_found_is_not_read_again(passages: tuple[Passage, ...]) -> None:
    known = [Candidate(one, 1.0, 0.0, read=score) for one, score in zip(passages, (-9.0, -9.0, 2.0), strict=True)]
    told, sure = answering((ASKED,), [section(one) for one in passages], known)
    assert [one.quoted[0].passage.heading for one in told] == ["FERRY"]
    assert math.isclose(sure, answering((ASKED,), told, known)[1])


def test_what_was_asked_for_by_its_place_is_not_read(passages: tuple[Passage, ...]) -> None:
    found = Found(Query(NEAR, NEAR, "any"), (), ())
    named = Draft("answered", "", (section(*passages),))
    assert borne_out(named, found) == named
    told = Draft("not_decided", "", (section(*passages),), 0.9)
    assert borne_out(told, found) == told
    assert borne_out(Draft("answered", "", (section(*passages),), 0.9), found) is None


def test_the_reader_judges_no_reference_and_no_declaration(passages: tuple[Passage, ...]) -> None:
    draft = Draft("answered", "", (section(*passages),), 0.9)
    assert borne_out(draft, Found(Query(NEAR, "", "any", references=("25/0024",)), (), ())) == draft
    needs = (Need("bins", ("bins",), (frozenset({"bin"}),), 1.0, strict=False),)
    assert borne_out(draft, Found(Query(NEAR, NEAR, "any", references=("25/0024",)), needs, ())) is None
    asked = Found(Query(NEAR, "", "declaration"), (), ())
    assert borne_out(draft, asked) is None
    declared = replace(draft, sections=(section(*(replace(one, kind="declaration") for one in passages)),))
    assert borne_out(declared, asked) == declared


def test_words_that_look_for_a_place_are_held_to_less_and_a_decision_to_nothing(passages: tuple[Passage, ...]) -> None:
    seems = (SEEMS + LOOKED_FOR) / 2
    draft = Draft("answered", "", (section(passages[0]),), 0.9)
    candidates = (Candidate(passages[0], 1.0, 0.0, read=seems),)
    asked = borne_out(draft, Found(Query("which firm empties bins", "", "any"), (), candidates))
    looked_for = borne_out(draft, Found(Query("firm emptying bins", "", "any"), (), candidates))
    decided = borne_out(draft, Found(Query("which firm empties bins", "", "decision"), (), candidates))
    assert (asked, decided) == (None, draft)
    assert looked_for is not None
    assert looked_for.sections == draft.sections


def test_a_question_is_read_with_its_slips_mended() -> None:
    needs = (Need("charje", ("charge",), (frozenset({"charg"}),), 1.0, strict=False, read_as="charge"),)
    assert mended("what is the charje", needs) == "what is the charge"


def test_a_question_is_put_otherwise_where_nothing_answers_it_as_it_is(passages: tuple[Passage, ...]) -> None:
    sections = [section(one) for one in passages]
    told, sure = answering((NEAR, ASKED), sections, ())
    assert (told, sure) == answering((ASKED,), sections, ())
    surer = f"{ASKED} a year"
    assert read(surer, passages)[0] > read(ASKED, passages)[0]
    assert answering((ASKED, surer), sections, ()) == (told, sure)  # what is answered is not read again


def test_the_reader_is_not_the_model_as_it_is_carried() -> None:
    passage = [Read("Cabinet: Bins. AGREED:\nThat the charge for emptying brown bins be 60 pounds.")]
    assert cross_encoder().scores(NEAR, passage) != reader().scores(NEAR, passage)
