"""Examples to ask are drawn from the headings of the library's own decisions."""

import pytest

from ui.suggestions import topic_of as topic


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("LOCAL AUTHORITY DESIGNATED OFFICER (LADO) ANNUAL REPORT 2024-25", "LADO"),  # the short form it gives
        ("SCHOOL ATTENDANCE AND PERSISTENT ABSENCE", "school attendance and persistent absence"),  # set in capitals
        ("REVIEW OF SEND TRANSPORT", "review of SEND transport"),  # a short form keeps its capitals
        ("Planning performance: April to December 2025", "Planning performance: April to December 2025"),
        ("25/0021 – Hexquay sea wall", "Hexquay sea wall"),  # a reference is no topic
        ("KEEPING CHILDREN SAFE, HELPING FAMILIES THRIVE IN THE WHOLE OF THE COUNTY", "keeping children safe"),
        ("DECLARATIONS OF INTEREST", ""),  # what every meeting has
        ("Minutes of the previous meeting", ""),
        ("Items for the next agenda", ""),
        ("Bins", ""),  # too short to be sure of
        ("A" * 80, ""),  # too long to read at a glance
    ],
)
def test_a_heading_becomes_a_topic_or_nothing(heading: str, found: str) -> None:
    assert topic(heading, {"LADO", "SEND"}) == found
