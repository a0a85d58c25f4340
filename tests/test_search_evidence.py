"""Evidence is the share of the question's words that a passage holds, the rare ones counting most."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_library import TermEncoder, make

from index.encoder import Encoder
from index.types import Filter
from search.answer import ask
from search.candidates import Candidate
from search.evidence import Evidence, weigh
from search.facts import UNSURE, Weighed, answering
from search.lexicon import Lexicon
from search.needs import corrections, held_terms, needs_of
from search.scene import scene_of

LEXICON = Lexicon(
    passages=1000,
    frequency={
        "report": 400, "need": 220, "local": 200, "author": 180, "offic": 150, "high": 90, "transport": 60,
        "block": 40, "design": 30, "deficit": 25, "bus": 15, "lado": 12, "callin": 8, "fare": 4, "playground": 3,
    },
    longs={"lado": ("Local Authority Designated Officer",), "hnb": ("High Needs Block",)},
)  # fmt: skip

MET = [
    ("LADO report", "The Local Authority Designated Officer reported.", ()),  # short form met by the long one
    ("high needs block deficit", "The HNB was in deficit.", ()),  # and the other way round
    ("LGR", "Both LGRs", ()),  # one of several, where the ending of neither is English
    ("LGRs", "An LGR", ()),
    ("union reps and svcs", "Union representatives, services", ()),  # as people shorten them
    ("call-in", "The called-in decision", ()),  # a compound in any of its endings
    ("call-in", "The call in of the decision", ()),  # and written apart
    ("call-in", "In March a call centre opened", ("call-in",)),  # but no sum of its parts
    ("deficit of £9.6m", "a deficit of £9,600,000", ()),  # money however written
    ("bus fares in 2023-24", "Bus fares, 2023/24", ()),  # years likewise
    ("bus fares in 2023-24", "Bus fares, 2024/25", ("2023-24",)),  # but not another year
    ("bus fares in 23/24", "Bus fares, 2023-24", ()),  # nor how much of it is written
    ("playgruond", "The playground", ()),  # a slip of the keyboard
    ("potholes for kids", "Highway defects near young people", ()),  # what people say, in the papers' own words
    ("highway defects", "Potholes were seen", ("highway", "defects")),  # but not the other way round
    ("bus fares in phase 2", "Bus fares in phase two", ()),  # told apart by a number alone, in its ways
    ("bus fares in phase 2", "Phase 1 had 2 bus fares", ("phase 2",)),  # which is none elsewhere
    ("band B fare", "Band A 4.10 B 5.20, fare", ()),  # a row of a table begins with the letter
    ("band B fare", "Band A 4.10 C 6.30, fare", ("band B",)),
    ("bus fares in December 2024", "Bus fares, Dec-24", ()),  # a month as tables have it
    ("bus fares in December 2024", "Bus fares, Sep-24 and December 2023", ("December 2024",)),  # and no other
    ("Bus Fare Plan 6", "Bus Fare Plan 5, with six routes", ("Plan 6",)),  # a name told apart by its number
    ("Bus Fare Plan 5", "Bus fare: BFP5", ()),  # which is called by its letters too
    ("section 106 deficit", "S106 deficit", ()),  # of an Act, in each of the ways in which papers write it
    ("s106 deficit", "A deficit of Section 106 money", ()),
    ("s. 106 deficit", "A deficit under S.106", ()),
    ("section 106 deficit", "Section 10 deficit of 106", ("section 106",)),  # and no other
    ("section 3.2 deficit", "Deficit, S3", ("section", "3.2")),  # a paragraph is none
    ("the council's 106 fares", "106 fares of the council", ()),
    ("the bus refurb", "The bus refurbishment", ()),
    ("who said the bus is late", "The bus", ("late",)),  # words that only ask are no needs
]


@pytest.mark.parametrize(("topic", "passage", "missing"), MET)
def test_needs_are_met_in_any_of_their_forms(topic: str, passage: str, missing: tuple[str, ...]) -> None:
    evidence = weigh(needs_of(topic, LEXICON), held_terms(passage))
    assert evidence.missing == missing


def test_a_rare_word_that_is_missing_costs_more_than_a_common_one() -> None:
    needs = needs_of("transport fares report", LEXICON)
    without_rare = weigh(needs, held_terms("transport report")).share
    without_common = weigh(needs, held_terms("transport fares")).share
    assert without_rare < 0.6 < without_common


FARES = needs_of("transport fares report by Mr Quill", LEXICON)
SURER = [  # each pair of what a passage holds, the better evidence first
    ("transport fares report by Mr Quill", "transport fares report"),  # a name counts more than its share
    ("transport fares report by Mr Quill", "transport report by Mr Quill"),
    ("transport fares report", "transport report"),
]


@pytest.mark.parametrize(("better", "worse"), SURER)
def test_what_holds_more_of_the_question_is_surer(better: str, worse: str) -> None:
    assert weigh(FARES, held_terms(better)).confidence > weigh(FARES, held_terms(worse)).confidence


def test_what_a_body_is_said_to_have_decided_must_be_there_in_its_own_words() -> None:
    needs = needs_of("transport fares", LEXICON)
    free, bound = (weigh(needs, held_terms("transport"), bound=bound) for bound in (False, True))
    assert free.confidence > bound.confidence


def test_closer_tokens_are_surer_and_far_ones_tell_nothing_apart() -> None:
    near, usual, far, farther = (weigh(FARES, held_terms("fares"), closeness) for closeness in (0.95, None, 0.7, 0.1))
    assert near.confidence > usual.confidence > far.confidence == farther.confidence


def test_a_passage_that_holds_all_of_the_question_is_enough_and_one_that_holds_none_of_it_is_not() -> None:
    whole, nothing = weigh(FARES, held_terms("transport fares report by Mr Quill")), weigh(FARES, held_terms("bus"))
    assert (whole.enough, nothing.enough) == (True, False)


def test_a_number_takes_more_evidence_than_another_answer() -> None:
    found = Evidence(0.1, (), (), (), closeness=0.772)
    number, placed = replace(found, counted=True), replace(found, counted=True, placed=True)
    assert (round(found.confidence, 2), found.enough, number.enough, placed.enough) == (0.13, True, False, True)


def test_a_figure_is_not_told_by_guessing(tmp_path: Path) -> None:
    minutes = "# minutes | Somewhere | Cabinet | 2025-03-12 | draft\n@ discussion 1 | TOWN\nWe love our garden.\n"
    with make(tmp_path, {"minutes.pdf": minutes}) as library:
        (one,) = library.passages(library.select(Filter(), 9))
    doubtful, fair = Evidence(0.05, (), (), (), 0.75), Evidence(0.5, (), (), (), 0.8)
    ranked = [Weighed(Candidate(one, 2.0, 0.0), doubtful), Weighed(Candidate(one, 1.9, 0.0), fair)]
    assert (doubtful.enough, fair.enough, fair.confidence < UNSURE) == (False, True, True)
    assert [found.worth for found in answering(ranked)] == [2.0, 1.9]  # what the ranking puts first is told first
    assert answering([replace(found, evidence=replace(found.evidence, single=True)) for found in ranked]) == ()


def test_a_slip_is_told() -> None:
    assert corrections(needs_of("playgruond fares", LEXICON)) == ("“playgruond” read as “playground”",)


def test_a_short_word_is_never_taken_for_a_slip() -> None:
    assert [need.read_as for need in needs_of("bin bug", LEXICON) if not need.beside] == [None, None]


def test_a_question_without_topic_needs_nothing() -> None:
    assert needs_of("what is it about?", LEXICON) == ()


def test_a_word_that_the_model_knows_is_no_slip(encoder: Encoder, tmp_path: Path) -> None:
    minutes = "# minutes | Somewhere | Cabinet | 2025-03-12 | draft\n@ discussion 1 | TOWN\nWe love our garden.\n"
    with make(tmp_path, {"minutes.pdf": minutes}) as library:
        needs = needs_of("lose gardn", scene_of(library, encoder).lexicon)
    assert [need.read_as for need in needs if not need.beside] == [None, "garden"]


def test_words_written_as_one_or_as_two_are_the_same(tmp_path: Path) -> None:
    minutes = (
        "# minutes | Somewhere | Cabinet | 2025-03-12 | draft\n"
        "@ discussion 1 | TOWN\nA new notice board is by the streetlight.\n"
        "@ discussion 2 | GREEN\nA board took notice.\n"
    )
    with make(tmp_path, {"minutes.pdf": minutes}) as library:
        lexicon = scene_of(library).lexicon
        one, two = needs_of("noticeboard", lexicon), needs_of("street light", lexicon)
        assert [need.texts for need in (*one, *two)] == [
            ("noticeboard", "notice board"), ("street light", "streetlight")
        ]  # fmt: skip
        assert [need.met(held_terms("the notice board")) for need in one] == [True]
        assert [need.met(held_terms("the streetlight")) for need in two] == [True]
        assert ask(library, TermEncoder(), "the noticeboard").citations[0].heading == "TOWN"
    assert [need.texts for need in needs_of("cupboard", lexicon)] == [("cupboard",)]  # "cup" is no word of four letters


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Adoption of W.I. Seat", True),
        ("The WI seat is to be painted", True),
        ("Seat under the chestnut tree", False),
    ],
)
def test_initials_with_their_stops_name_something(text: str, met: bool) -> None:
    need = next(one for one in needs_of("W.I. seat", LEXICON) if one.shown == "W.I.")
    assert need.met(held_terms(text)) is met


def test_initials_before_a_name_are_somebodys() -> None:
    assert [one.shown for one in needs_of("J.R. Sneath", LEXICON)] == ["Sneath"]
