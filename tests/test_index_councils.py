"""Tests of whose paper it is where a paper does not say."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Meeting
from index.councils import Councils

KENT, MEDWAY = "Kent County Council", "Medway Council"
DAY = date(2025, 1, 30)


def test_a_paper_that_names_no_council_is_its_folders() -> None:
    councils = Councils.of([("a", "kent/a.pdf", KENT), ("b", "kent/b.pdf", None), ("c", "milburn/c.pdf", None)])
    assert councils.settled("b", Meeting(None, "Cabinet", DAY)) == Meeting(KENT, "Cabinet", DAY)
    assert councils.settled("c", Meeting(None, "Cabinet", DAY)) == Meeting(None, "Cabinet", DAY)


def test_a_paper_that_names_its_council_keeps_it() -> None:
    councils = Councils.of([(name, f"kent/{name}.pdf", KENT) for name in "abc"] + [("d", "kent/d.pdf", MEDWAY)])
    assert councils.settled("d", Meeting(MEDWAY, "Cabinet", DAY)) == Meeting(MEDWAY, "Cabinet", DAY)


def test_a_folder_that_mixes_councils_says_nothing() -> None:
    councils = Councils.of([("a", "downloads/a", KENT), ("b", "downloads/b", MEDWAY), ("c", "downloads/c", None)])
    assert councils.silent == {}


def test_a_councils_own_meeting_has_the_name_that_its_minutes_give_it() -> None:
    councils = Councils.of([("a", "kent/a.pdf", KENT), ("b", "kent/b.pdf", None)])
    assert councils.settled("b", Meeting(None, "Council", DAY)).body == "County Council"
    assert councils.settled("a", Meeting(KENT, "Full Council", DAY)).body == "County Council"
    assert Councils().settled("a", Meeting(None, "Council", DAY)).body == "Council"


def test_a_council_named_in_short_is_the_one_of_that_place() -> None:
    full, short = "London Borough of Eaves", "Eaves Council"
    councils = Councils.of([("a", "e/a", full), ("b", "e/b", short), ("c", "e/c", None)])
    assert councils.settled("b", Meeting(short, "Cabinet", DAY)) == Meeting(full, "Cabinet", DAY)
    assert councils.settled("c", Meeting(None, "Cabinet", DAY)).council == full
    two = Councils.of([("a", "e/a", full), ("b", "e/b", short), ("d", "e/d", "Eaves District Council")])
    assert two.settled("b", Meeting(short, "Cabinet", DAY)).council == short  # which of them is not known


def test_a_body_that_papers_spell_in_several_ways_is_one() -> None:
    names = [
        "Health & Well-being Board",
        "Health and Wellbeing Board",
        "Health and Wellbeing Board",
        "Medway Health and Wellbeing Board",
    ]
    named = [("a", MEDWAY, name) for name in names]
    councils = Councils.of(
        [("a", "m/a", MEDWAY), ("b", "k/b", KENT)], [*named, ("b", KENT, "Health & Well-being Board")]
    )
    assert {councils.settled("a", Meeting(MEDWAY, name, DAY)).body for name in names} == {"Health and Wellbeing Board"}
    assert councils.settled("b", Meeting(KENT, "Health & Well-being Board", DAY)).body == "Health & Well-being Board"


def test_bodies_whose_names_differ_by_a_word_are_two() -> None:
    names = ["Licensing Sub-Committee", "Licensing Sub-Committee A", "Licensing Committee", "Scrutiny Committee"]
    councils = Councils.of([("a", "m/a", MEDWAY)], [("a", MEDWAY, name) for name in names])
    assert [councils.settled("a", Meeting(MEDWAY, name, DAY)).body for name in names] == names


PAPERS = st.lists(
    st.tuples(st.uuids().map(str), st.sampled_from(["x/1", "x/2", "y/1"]), st.sampled_from([KENT, MEDWAY, None])),
    unique_by=lambda paper: paper[0],
)


@given(PAPERS, st.randoms(use_true_random=False))
def test_the_order_of_the_papers_does_not_matter(papers: list[tuple[str, str, str | None]], random: object) -> None:
    shuffled = list(papers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert Councils.of(papers) == Councils.of(shuffled)
