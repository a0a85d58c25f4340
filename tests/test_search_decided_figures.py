"""Tests of decisions by which a figure was set, beside later ones on the same matter."""

from pathlib import Path

import pytest
from made_library import TermEncoder, make

from search.answer import ask

NOVEMBER = """
# minutes | Elsewhere Parish Council | Parish Council | 2024-11-05 | confirmed
@ decision 6 | Precept | 1 | RESOLVED:
That the precept should be raised by £800.00 to £7,400.00.
"""
OTHERS = """
# minutes | Elsewhere Parish Council | Parish Council | 2024-10-01 | confirmed
@ decision 3 | Insurance of the mower | 1 | RESOLVED:
That the renewal quote of £184.10 is accepted.
@ decision 4 | Village hall | 1 | RESOLVED:
That the roof be mended before the winter.
@ discussion 5 | Footpaths
The stile on Mill Lane was reported broken, and the clerk set a date on which to meet the farmer.
@ discussion 6 | Playground
Members agreed with the report of the safety inspector, who had found the swings worn.
"""
DECEMBER = """
# minutes | Elsewhere Parish Council | Parish Council | 2024-12-03 | draft
@ decision 5 | Precept | 1 | RESOLVED:
That the rise in the precept should be told in the newsletter.
"""


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        (
            "what precept did the council set",
            ["That the precept should be raised by £800.00 to £7,400.00."],
        ),
        (
            "decisions on the precept",  # no figure is asked for: both were decided, the newest first
            [
                "That the rise in the precept should be told in the newsletter.",
                "That the precept should be raised by £800.00 to £7,400.00.",
            ],
        ),
    ],
)
def test_where_a_figure_is_asked_for_the_decision_that_has_one_is_told(
    tmp_path: Path, question: str, quoted: list[str]
) -> None:
    with make(tmp_path, {"november.pdf": NOVEMBER, "december.pdf": DECEMBER, "october.pdf": OTHERS}) as library:
        assert [one.quote for one in ask(library, TermEncoder(), question).citations] == quoted
