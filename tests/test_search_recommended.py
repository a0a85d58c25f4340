"""What officers recommended is told as the report has it, in however few words, and not what was decided."""

from pathlib import Path

import pytest
from made_library import TermEncoder, make

from search.answer import ask

PAPERS = {
    "pack.pdf": """
# report | Somewhere District Council | Planning Committee | 2025-09-10
@ report | 25/00602/LBC – The Malt Shovel, Church Street
Proposal Change of the upper floors of the Malt Shovel to four flats.
@ recommendation | 25/00602/LBC – The Malt Shovel, Church Street
RECOMMENDATION REFUSE
""",
    "minutes.pdf": """
# minutes | Somewhere District Council | Planning Committee | 2025-09-10 | confirmed
@ decision 31 | 25/00602/LBC – The Malt Shovel, Church Street | 1 | RESOLVED:
That the application for the Malt Shovel be deferred for a survey.
""",
}


@pytest.mark.parametrize(
    "question",
    [
        "what did officers recommend for the Malt Shovel",
        "officer recommendation for the Malt Shovel",
        "what was the officer's recommendation on the Malt Shovel",
    ],
)
def test_what_officers_recommended_is_told_in_a_word(tmp_path: Path, question: str) -> None:
    with make(tmp_path, PAPERS) as library:
        assert [one.quote for one in ask(library, TermEncoder(), question).citations] == ["RECOMMENDATION REFUSE"]
