"""What was recommended stands beside what was agreed at the same meeting, and the figures that differ are named."""

from pathlib import Path

import pytest
from made_library import TermEncoder, make

from search.answer import ask
from search.beside import differing

SIDES = [
    # another price, a charge that was not made
    (
        ["A permit rise to £60, and a charge of £2."],
        ["That a permit rise to £52."],
        "Figures only recommended: £60, £2; only agreed: £52.\n",
    ),
    # only one side has more
    (
        ["A grant of £1.5 million."],
        ["That £1.5 million be granted, of which 3 per cent is kept."],
        "Figures only agreed: 3 per cent.\n",
    ),
    # the same, whatever the words
    (["AGREE a grant of £400."], ["That a grant of £400 be made on 1 April 2026."], ""),
]


@pytest.mark.parametrize(("recommended", "agreed", "told"), SIDES)
def test_the_figures_that_differ_are_told(recommended: list[str], agreed: list[str], told: str) -> None:
    assert differing(recommended, agreed) == told


MINUTES = """
# minutes | Somewhere City Council | Cabinet | 2025-02-12 | confirmed
@ decision 22 | Parking charges | 1 | RESOLVED:
That a resident's parking permit rise to £52.
"""
REPORT = """
# report | Somewhere City Council | Cabinet | 2025-02-12
@ recommendation 2.1 | Parking charges
That a resident's parking permit rise to £60.
"""
EARLIER = """
# report | Somewhere City Council | Cabinet | 2024-02-12
@ recommendation 2.1 | Parking charges
That a resident's parking permit rise to £48.
"""
QUESTIONS = (
    "what was recommended and what was agreed on parking permits",
    "what did the report recommend on parking permits and what was agreed",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_decision_stands_beside_what_its_own_meeting_was_asked(tmp_path: Path, question: str) -> None:
    with make(tmp_path, {"minutes.pdf": MINUTES, "report.pdf": REPORT, "earlier.pdf": EARLIER}) as made:
        assert ask(made, TermEncoder(), question).answer == (
            "Recommended:\nThat a resident's parking permit rise to £60. [1]\n\n"
            "Figures only recommended: £60; only agreed: £52.\n"
            "Minute 22, Parking charges, Cabinet, 12 February 2025 (confirmed):\n"
            "RESOLVED: That a resident's parking permit rise to £52. [2]"
        )
