"""Papers made up in the habits of councils that nobody taught: printed as a PDF, read, and held to what they say."""

from pathlib import Path

import pytest

from corpus.reading import read_paper
from corpus.record import read_record
from corpus.rows import quoted
from corpus.types import Paper
from tests.printed_papers import print_paper
from tests.record_told import told

PAPERS = sorted((Path(__file__).parent / "unseen").glob("*.txt"))


def test_a_paragraph_of_a_report_is_addressed_by_its_number(tmp_path: Path) -> None:
    text = (
        (Path(__file__).parent / "unseen" / "committee-report.txt").read_text(encoding="utf-8").partition("\n----\n")[0]
    )
    paper = read_paper(print_paper(tmp_path / "report.pdf", text))
    found = {block.paragraph: quoted(paper, block.spans) for block in read_record(paper).blocks if block.paragraph}
    assert found["3.26"] == (
        "The roof was last repaired in 2011, and a survey in 2024 found that it would need to be replaced by 2028."
    )


def _printed(tmp_path: Path, name: str) -> Paper:
    text = (Path(__file__).parent / "unseen" / f"{name}.txt").read_text(encoding="utf-8").partition("\n----\n")[0]
    return read_paper(print_paper(tmp_path / f"{name}.pdf", text))


TWO_LISTS = """\
= Skelby District Council
= Environment Committee
Minutes of the meeting held on 4 March 2025

* 1. Apologies

None.

* 2. Waste review

RESOLVED that:

    This Council believes that:

        a) litter harms the shore; and

        b) bins fill too soon.

    And;

    This Council agrees to call on the Cabinet Member to:

        a) write to the government; and

        b) report to the next meeting.

* 3. Date of next meeting

8 April 2025.
"""


def test_words_over_a_further_list_of_a_resolution_stand_in_the_place_of_those_over_the_first(tmp_path: Path) -> None:
    paper = read_paper(print_paper(tmp_path / "minutes.pdf", TWO_LISTS))
    (proceedings,) = read_record(paper).proceedings
    stems = [" ".join(quoted(paper, one.stem).split()) for one in proceedings.minutes[1].resolutions]

    assert stems == [
        *["RESOLVED that: This Council believes that:"] * 2,
        *["RESOLVED that: And; This Council agrees to call on the Cabinet Member to:"] * 2,
    ]


def test_a_number_that_a_sentence_ends_in_begins_no_paragraph(samples: Path) -> None:
    paper = read_paper(samples / "families-2024-06-18-pack.pdf")
    asked = [quoted(paper, one.spans) for one in read_record(paper).blocks if one.kind == "recommendation"]

    assert "The Commission is asked to note the report and to comment on the actions in section 5." in asked
    assert "5." not in asked


def test_a_form_of_two_columns_has_no_column_heads_and_a_long_answer_stands_under_its_label(tmp_path: Path) -> None:
    paper = _printed(tmp_path, "form-of-two-columns")
    blocks = read_record(paper).blocks
    assert [quoted(paper, one.lead) for one in blocks if one.kind == "table" and one.lead] == []
    decided = [(one.resolution, quoted(paper, one.lead)) for one in blocks if one.kind == "decision"]
    assert decided == [(1, "Decision"), (2, "Decision"), (3, "Decision")]
    under = [quoted(paper, one.spans) for one in blocks if (one.heading or "").endswith("– Alternatives considered")]
    assert under == [
        "Alternatives considered (a) To leave the charge as it is. Rejected because the loss would grow yearly.",
        "(b) A charge by the foot. Rejected because there is nobody at the quay to measure the boats.",
    ]


def test_an_item_that_begins_in_the_middle_of_a_page_is_cited_as_itself(tmp_path: Path) -> None:
    paper = _printed(tmp_path, "pack-applications-midway")
    blocks = read_record(paper).blocks
    asked = [
        (one.agenda_item, (one.heading or "").partition(" – ")[0], quoted(paper, (*one.lead, *one.spans)))
        for one in blocks
        if one.kind == "recommendation"
    ]
    assert asked == [
        ("2a", "25/00211/LBC", "RECOMMENDATION REFUSE"),
        ("2b", "25/00230/HOU", "RECOMMENDATION GRANT, subject to conditions"),
    ]
    last = blocks[-1]
    assert (last.agenda_item, last.heading) == ("3", "Works to the limes in Church Walk")


def test_what_was_resolved_on_each_of_several_applications_stands_under_the_line_that_names_it(tmp_path: Path) -> None:
    paper = _printed(tmp_path, "lettered-applications-of-one-minute")
    blocks = [one for one in read_record(paper).blocks if one.minute == "13" and one.kind == "decision"]
    assert [(one.resolution, one.heading) for one in blocks] == [
        (1, "PLANNING APPLICATIONS – (a) 25/00112/FUL – The Tannery, Bridge Street, Oakhanger"),
        (2, "PLANNING APPLICATIONS – (b) 25/00148/LBC – The Plume of Feathers, 2 Market Hill, Oakhanger"),
        (3, "PLANNING APPLICATIONS – (c) 25/00163/HOU – 7 Fullers Row, Little Oakhanger"),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # sections of a report on performance, each with its number
        (
            "report-priorities-in-tables",
            {
                "ST2 Graffiti removed in five days 90% 82%": "Theme 1: Cleaner streets",
                "WH1 Boilers serviced within the year 100% 99%": "Theme 2: Warmer homes",
            },
        ),
        # appendices that begin their pages, after a list of them; the first is not in bold
        (
            "report-appendices-in-tables",
            {
                "Elections 240 160": "Appendix A: Earmarked reserves",
                "Cragside Primary 88 71": "Appendix B: Balances of schools",
            },
        ),
    ],
)
def test_a_row_of_a_table_stands_under_the_heading_above_it(
    name: str, expected: dict[str, str], tmp_path: Path
) -> None:
    text = (Path(__file__).parent / "unseen" / f"{name}.txt").read_text(encoding="utf-8").partition("\n----\n")[0]
    paper = read_paper(print_paper(tmp_path / "report.pdf", text))
    record = read_record(paper)
    found = {
        quoted(paper, block.spans): (block.heading or "").removeprefix(f"{record.title} – ") for block in record.blocks
    }
    assert {row: found.get(row) for row in expected} == expected


@pytest.mark.parametrize("source", PAPERS, ids=[path.stem for path in PAPERS])
def test_an_unseen_council_is_read_as_it_writes(source: Path, tmp_path: Path) -> None:
    text, _, wanted = source.read_text(encoding="utf-8").partition("\n----\n")
    paper = read_paper(print_paper(tmp_path / f"{source.stem}.pdf", text))
    assert told(paper, read_record(paper)).split("\n") == wanted.strip("\n").split("\n")
