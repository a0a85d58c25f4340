"""A label names the place as an officer would, and quotes only what the page bears out."""

import dataclasses
from datetime import date
from typing import Any

import pytest

from corpus.types import Meeting
from index.types import Passage
from search.cite import label_of

COMMISSION = Meeting("Somewhere City Council", "Education Scrutiny Commission", date(2025, 2, 25))
UNKNOWN = Meeting(None, None, None)


def passage(**fields: Any) -> Passage:
    plain: dict[str, Any] = dict.fromkeys(field.name for field in dataclasses.fields(Passage))
    plain |= {"kind": "report", "spans": (), "lead": (), "meeting": COMMISSION, "private": False, "ocr": False}
    return Passage(**plain | fields)


LABELS = [
    (  # a resolution in draft minutes
        passage(kind="decision", minute="129", resolution=1, standing="draft"),
        "10",
        "Minute 129, resolution 1, Education Scrutiny Commission, 25 February 2025 (draft), page 10",
    ),
    (  # a numbered paragraph under its heading, on a page without a printed number
        passage(paragraph="3.26", heading="Detailed report"),
        None,
        "Paragraph 3.26, Detailed report, Education Scrutiny Commission, 25 February 2025, PDF page 14",
    ),
    (  # a minute that bears no number but its agenda item
        passage(agenda_item="5", heading="Budget", standing="confirmed"),
        "iv",
        "Item 5, Budget, Education Scrutiny Commission, 25 February 2025 (confirmed), page iv",
    ),
    (passage(kind="attendance", meeting=UNKNOWN), None, "Attendance, PDF page 14"),  # hardly anything is known
    (  # a heading that is a whole sentence
        passage(heading="To consider and determine " + "whether or not " * 8, meeting=UNKNOWN),
        None,
        "To consider and determine whether or not whether or not whether or not whether or not…, PDF page 14",
    ),
    (
        passage(ocr=True, minute="3"),
        "2",
        "Minute 3, Education Scrutiny Commission, 25 February 2025, page 2 (read by character recognition)",
    ),
]


@pytest.mark.parametrize(("cited", "printed", "label"), LABELS)
def test_a_label_names_item_body_day_standing_and_page(cited: Passage, printed: str | None, label: str) -> None:
    assert label_of(cited, printed, 14) == label


def test_words_that_run_on_to_another_page_are_cited_with_both() -> None:
    label = label_of(passage(kind="decision", minute="129", resolution=1), "10", 14, until="page 11")
    assert label == ("Minute 129, resolution 1, Education Scrutiny Commission, 25 February 2025, page 10 to page 11")
