"""The measure of what is read of the record, on records made by hand; precision and recall are worked out by hand."""

from datetime import date
from pathlib import Path

import pytest

from corpus.types import (
    Attendee,
    Block,
    Line,
    Meeting,
    Minute,
    Page,
    Paper,
    Proceedings,
    Record,
    Resolution,
    Span,
    Tally,
    Vote,
)
from eval.record import main
from eval.record_draft import draft, sealed
from eval.record_facts import MEASURES, Fact, block_facts, found_facts, gold_facts
from eval.record_gold import (
    GoldMeeting,
    GoldMinute,
    GoldPaper,
    GoldPart,
    GoldSide,
    GoldText,
    GoldVote,
    Wording,
    wording,
)
from eval.record_measure import Compared, Count, compare, total
from eval.record_report import Measured, report
from eval.topics import SetError

TEXT = "129. LADO\nAGREED: That the report be noted.\nThat it come back in June.\nFor (2) Ms A, Mr B, Mx C"
HELD = date(2025, 2, 25)
COUNCIL = Meeting("Anywhere Council", "Commission", HELD)


def page_of(text: str, number: int = 1, printed: str | None = "10") -> Page:
    """Return a page whose lines are those of the text."""
    lines, start = [], 0
    for row in text.split("\n"):
        lines.append(Line(start, start + len(row), 50.0, 50.0, 500.0, 60.0, 11.0, bold=False))
        start += len(row) + 1
    return Page("f" * 64, number, printed, 595.0, 842.0, text, tuple(lines), b"", "text")


def span_of(words: str) -> tuple[Span, ...]:
    """Return the span of some words of TEXT."""
    start = TEXT.index(words)
    return (Span("f" * 64, 1, start, start + len(words)),)


PAPER = Paper("f" * 64, "minutes.pdf", None, (page_of(TEXT),), "anywhere")


def record_of(*texts: str, number: str = "129", present: int = 1) -> Record:
    """Return a record with one minute that decides these texts by three votes to none, two of them printed."""
    parts = tuple(
        Resolution(rank, None, "agreed", None, text, span_of(text), ()) for rank, text in enumerate(texts, start=1)
    )
    vote = Vote((Tally("for", 2, ("Ms A", "Mr B", "Mx C")),), "carried", ())
    minute = Minute(number, None, "LADO", span_of(TEXT), parts, (vote,), ())
    there = tuple(Attendee(f"Councillor {rank}", "present", None, span_of("LADO")[0]) for rank in range(present))
    held = Proceedings(COUNCIL, "draft", there, (minute,))
    return Record("f" * 64, "minutes", COUNCIL, None, (held,), (), (), ())


def gold_of(*parts: GoldPart, folder: str = "anywhere", family: str = "minutes.pdf") -> GoldPaper:
    """Return the gold of TEXT with these parts under its one minute."""
    vote = GoldVote("carried", (GoldSide("for", 2, 3),))
    minute = GoldMinute(1, "129", None, wording("LADO"), parts, (vote,))
    meeting = GoldMeeting("Commission", HELD, 1, 0, (minute,))
    return GoldPaper("minutes.pdf", folder, family, "minutes", COUNCIL, ("10",), (meeting,))


def part(text: str, *more: str, verb: str = "agreed", optional: bool = False) -> GoldPart:
    """Return a part of the gold on page 1."""
    return GoldPart(1, None, (verb,), tuple(wording(one) for one in (text, *more)), optional)


NOTED, BACK = "That the report be noted.", "That it come back in June."


def test_a_record_that_says_all_that_the_gold_says_has_nothing_missed_and_nothing_wrong() -> None:
    compared = compare(gold_facts(gold_of(part(NOTED), part(BACK))), found_facts(PAPER, record_of(NOTED, BACK)))
    assert (compared.missed, compared.wrong) == ((), ())
    assert {measure: count.right for measure, count in compared.counts.items() if count.right} == {
        "minutes": 1,
        "headings": 1,
        "parts": 2,
        "parts in place": 2,
        "verbs": 2,
        "votes": 1,
        "dates": 2,  # the paper's and the meeting's
        "bodies": 2,
        "kinds": 1,
        "printed pages": 1,
        "attendance": 1,
    }


@pytest.mark.parametrize(
    ("wanted", "found", "count"),
    [
        # one of two found: all that was found is right, half of what was wanted
        ((part(NOTED), part(BACK)), (NOTED,), Count(1, 2, 1)),
        # one found that is not wanted
        ((part(NOTED),), (NOTED, BACK), Count(1, 1, 2)),
        # the same words twice are wanted twice
        ((part(NOTED), part(NOTED)), (NOTED,), Count(1, 2, 1)),
        # a word left out is not exact
        ((part("That the LADO report be noted."),), (NOTED,), Count(0, 1, 1)),
        # white space and a hyphen at a line's end are not part of the words
        ((part("That  the re-\nport be noted."),), (NOTED,), Count(1, 1, 1)),
        # either wording will do
        ((part("AGREED: That the report be noted.", NOTED),), (NOTED,), Count(1, 1, 1)),
        # what may or may not be a decision counts on neither side, found or not
        ((part(NOTED), part(BACK, optional=True)), (NOTED, BACK), Count(1, 1, 1)),
        ((part(NOTED), part(BACK, optional=True)), (NOTED,), Count(1, 1, 1)),
        # … and does not take the place of the same words where they are wanted
        ((part(NOTED, optional=True), part(NOTED)), (NOTED,), Count(1, 1, 1)),
    ],
)
def test_resolution_parts_are_counted_one_to_one(
    wanted: tuple[GoldPart, ...], found: tuple[str, ...], count: Count
) -> None:
    compared = compare(gold_facts(gold_of(*wanted)), found_facts(PAPER, record_of(*found)))
    assert compared.counts["parts"] == count


def test_a_part_under_the_wrong_minute_is_read_but_not_in_place() -> None:
    compared = compare(gold_facts(gold_of(part(NOTED))), found_facts(PAPER, record_of(NOTED, number="128")))
    assert compared.counts["parts"] == Count(1, 1, 1)
    for measure in ("parts in place", "minutes", "headings", "verbs", "votes"):
        assert compared.counts[measure] == Count(0, 1, 1), measure


def test_a_part_whose_spans_hold_other_words_is_not_exact() -> None:
    record = record_of(NOTED)
    minute = record.proceedings[0].minutes[0]
    lying = Resolution(1, None, "agreed", None, NOTED, span_of(BACK), ())
    held = Proceedings(COUNCIL, "draft", (), (Minute("129", None, "LADO", minute.spans, (lying,), (), ()),))
    found = found_facts(PAPER, Record("f" * 64, "minutes", COUNCIL, None, (held,), (), (), ()))
    assert compare(gold_facts(gold_of(part(NOTED))), found).counts["parts"] == Count(0, 1, 1)


def test_a_verb_a_date_and_a_count_of_those_present_are_wrong_on_their_own() -> None:
    gold = gold_of(part(NOTED, verb="resolved"))
    record = record_of(NOTED, present=2)
    compared = compare(gold_facts(gold), found_facts(PAPER, record))
    assert {fact.measure: fact.label for fact in compared.missed} == {
        "verbs": "p1 minute 129: That the report be noted. … report be noted. (resolved)".replace(
            "… report be noted.", "… the report be noted."
        ),
        "attendance": "meeting 1: 1 present",
    }
    assert [fact.label for fact in compared.wrong if fact.measure == "attendance"] == ["meeting 1: 2 present"]


def test_a_vote_counts_only_where_every_figure_and_every_number_of_names_is_right() -> None:
    def vote(printed: int, names: int) -> list[Fact]:
        gold = gold_of(part(NOTED))
        sides = (GoldSide("for", printed, names),)
        minute = GoldMinute(1, "129", None, wording("LADO"), (), (GoldVote("carried", sides),))
        meeting = GoldMeeting("Commission", HELD, 1, 0, (minute,))
        return gold_facts(GoldPaper("minutes.pdf", "a", "m", "minutes", COUNCIL, gold.printed_pages, (meeting,)))

    found = found_facts(PAPER, record_of(NOTED))
    assert compare(vote(2, 3), found).counts["votes"] == Count(1, 1, 1)
    assert compare(vote(3, 3), found).counts["votes"] == Count(0, 1, 1)  # "corrected" to the names: not as printed
    assert compare(vote(2, 2), found).counts["votes"] == Count(0, 1, 1)


def test_a_recommendation_is_found_where_it_stands_in_a_block_and_words_that_lead_up_to_it_are_not_wrong() -> None:
    text = "Cabinet is asked to:\n(a) note the report; and\n(b) agree the plan.\nCabinet is asked nothing else."
    paper = Paper("f" * 64, "report.pdf", None, (page_of(text),), "anywhere")

    def block(words: str) -> Block:
        start = text.index(words)
        return Block("recommendation", (Span("f" * 64, 1, start, start + len(words)),), COUNCIL)

    blocks = (block("Cabinet is asked to:"), block("(a) note the report; and"), block("Cabinet is asked nothing else."))
    record = Record("f" * 64, "report", COUNCIL, None, (), blocks, (), ())
    asked = (GoldText(1, wording("note the report; and")), GoldText(1, wording("agree the plan.")))
    gold = GoldPaper("report.pdf", "anywhere", "report.pdf", "report", COUNCIL, (None,), (), asked)
    assert compare(*block_facts(gold, paper, record)).counts["report parts"] == Count(1, 2, 2)


def test_counts_of_papers_are_added_up_fact_by_fact() -> None:
    sums = total([{"votes": Count(1, 2, 1)}, {"votes": Count(3, 3, 4), "dates": Count(0, 1, 0)}])
    assert sums["votes"] == Count(4, 5, 5)
    assert (sums["votes"].precision, sums["votes"].recall) == (0.8, 0.8)
    assert (sums["dates"].precision, sums["dates"].recall) == (None, 0.0)
    assert set(sums) == set(MEASURES)


def held_and_tuned() -> tuple[str, str]:
    """Return the name of a family that its hash holds out, and one that it does not."""
    names = [f"paper-{rank}.pdf" for rank in range(9)]
    split = {gold_of(family=name).held_out: name for name in names}
    return split[True], split[False]


@pytest.mark.parametrize("show", [False, True])
def test_the_misses_of_held_out_papers_are_listed_only_where_they_are_asked_for(show: bool) -> None:
    held, tuned = held_and_tuned()
    missed = (Fact("parts", ("x",), "p1 minute 129: the words that nobody may see"),)
    compared = Compared({measure: Count() for measure in MEASURES} | {"parts": Count(0, 1, 0)}, missed, ())
    measured = [Measured(gold_of(family=tuned), compared), Measured(gold_of(family=held), compared)]
    lines = [getattr(block, "words", "") for block in report(measured, [], show)]
    assert sum("the words that nobody may see" in line for line in lines) == (2 if show else 1)
    assert any(line.startswith("parts 1 missed, 0 not so.") for line in lines) is not show


def test_without_the_real_papers_it_says_so_and_measures_the_samples_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--papers", str(tmp_path), "--only", "samples/planning-2024-09-12-minutes"]) == 0
    printed = capsys.readouterr().out
    assert "Not read: 49 of the 49 real papers, which are not under" in printed
    rows = [line.split(" | ")[:3] for line in printed.splitlines() if line.startswith("| samples")]
    assert rows == [["| samples", "samples", "1"]] * 2  # the table and the one of what is measured besides


def test_a_gold_file_that_is_not_well_formed_is_named_with_the_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a--b.json").write_text('{"paper": "b.pdf", "folder": "a"}', encoding="utf-8")
    assert main(["--gold", str(tmp_path)]) == 2
    assert "a--b.json: family: Field required." in " ".join(capsys.readouterr().err.split())


def test_a_draft_holds_what_was_read_and_measures_as_all_right() -> None:
    record = record_of(NOTED, BACK)
    compared = compare(gold_facts(draft(PAPER, record)), found_facts(PAPER, record))
    assert (compared.missed, compared.wrong) == ((), ())


def test_sealing_takes_the_words_between_the_first_and_the_last_from_the_page() -> None:
    unsealed = Wording("That it come", "in June.", 0, "")
    (meeting,) = sealed(gold_of(GoldPart(1, None, ("agreed",), (unsealed,))), PAPER).meetings
    (said,) = meeting.minutes[0].parts[0].wordings
    assert (said.letters, said.sha256) == (wording(BACK).letters, wording(BACK).sha256)
    absent = Wording("That it go", "in June.", 0, "")
    with pytest.raises(SetError, match=r"minutes.pdf, page 1: “That it go … in June.” does not stand there"):
        sealed(gold_of(GoldPart(1, None, ("agreed",), (absent,))), PAPER)
