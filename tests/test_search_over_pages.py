"""A sentence that a page breaks is quoted to its end, and is cited with both pages."""

from pathlib import Path

import pytest
from made_library import TermEncoder, make

from search.answer import ask

REPORT = """
# report | Somewhere City Council | Children's Commission | 2025-04-08
@ report 3.2 | Family therapies
In the previous year the teams kept 199 children from entering care. We have reckoned that the gross
=====
costs avoided by this were £7.5m, well above the target of £3.083m. Other homes cost more.
@ report 3.3 | Ferry
The ferry to Quillow is to be painted red in the spring, and its crew are to be trained anew in the summer.
"""


@pytest.mark.parametrize("question", ["what gross costs were avoided by family therapies"])
def test_a_sentence_over_two_pages_is_quoted_whole(tmp_path: Path, question: str) -> None:
    with make(tmp_path, {"report.pdf": REPORT}) as library:
        first = ask(library, TermEncoder(), question).citations[0]
    assert "the gross costs avoided by this were £7.5m" in first.quote
    assert (first.pdf_page, first.last_pdf_page) == (1, 2)


MINUTES = """
# minutes | Somewhere Parish Council | Parish Council | 2020-07-14 | confirmed
@ attendance | PRESENT
Present: Councillors Richardson and Healey
@ attendance 20.07.02 | Apologies
Councillor Cresswell
"""


def test_who_sent_apologies_is_not_told_as_present(tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": MINUTES}) as library:
        answer = ask(library, TermEncoder(), "who attended on 14 July 2020").answer
    assert answer.endswith("Present: Councillors Richardson and Healey [1]\nApologies\nCouncillor Cresswell [2]")


REFERRED = """
# report | Somewhere City Council | Cabinet | 2025-04-08
@ report 3.2 | Family hubs
The call-in of the family hubs decision was heard by the Scrutiny Committee. At that meeting,
=====
Members referred the family hubs decision to the Council, which will meet in May. Other calls were heard.
"""


def test_a_sentence_that_breaks_off_at_a_comma_goes_on_whatever_its_next_letter(tmp_path: Path) -> None:
    with make(tmp_path, {"report.pdf": REFERRED}) as library:
        first = ask(library, TermEncoder(), "call-in of the family hubs decision").citations[0]
    assert "At that meeting, Members referred the family hubs decision to the Council" in first.quote
