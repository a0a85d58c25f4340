"""The current version answers and the earlier is named; what a later meeting corrected is told with the minute."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_library import TermEncoder

from index.encoder import Encoder
from index.ingest import ingest
from index.library import Library, open_library
from search.answer import ask
from search.superseded import CORRECTED, EARLIER, naming
from tests.printed_papers import print_paper

PAPERS = (
    "families-2025-03-04-pack.pdf",
    "families-2025-03-04-printed-minutes.pdf",
    "families-2025-03-04-supplement-high-needs.pdf",
    "families-2025-10-14-pack.pdf",
)


@pytest.fixture(scope="module")
def saltersmere(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("replaced")
    ingest([samples / name for name in PAPERS], folder, TermEncoder())
    with open_library(folder) as library:
        yield library


def answered(library: Library, question: str, encoder: Encoder | None = None) -> list[str]:
    return ask(library, encoder or TermEncoder(), question).answer.split("\n\n")


def test_a_replaced_report_gives_way_to_its_replacement_and_is_named_as_earlier(saltersmere: Library) -> None:
    parts = answered(saltersmere, "cumulative deficit at 31 March 2024 and forecast overspend for 2024/25")
    earlier = next(at for at, part in enumerate(parts) if part.startswith(EARLIER) and "£2.8 million" in part)
    assert "is now £5.4 million" in parts[earlier - 1]


def test_a_correction_stands_behind_the_decision_that_it_corrects(saltersmere: Library) -> None:
    parts = answered(saltersmere, "what was agreed on the high needs block deficit at minute 32")
    corrected = next(part for part in parts if part.startswith(CORRECTED))
    assert 'replacement of "November 2025" with "October 2025"' in corrected


@pytest.fixture(scope="module")
def skelby(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Yield two meetings, the second of which put right a number, a price and a name of the first."""
    folder = tmp_path_factory.mktemp("put-right")
    head = "# SKELBY TOWN COUNCIL\n\nMinutes of the meeting of the Town Council held on {}\n\n"
    first = (
        f"{head.format('14 January 2025')}* 11. Apologies\n\nCllr Penhale sent apologies.\n\n"
        "* 12. Flood bank\n\nThe engineer reported that the bank would protect 214 homes beside the Skel.\n\n"
        "* 13. Play area\n\nThe Clerk had quotations for the play area: "
        "£38,450 from Rudge Ltd and £41,200 from Sturmey.\n\n"
        "* 14. Clock\n\nRESOLVED: That the church clock be wound by the verger.\n"
    )
    second = (
        f"{head.format('11 February 2025')}* 15. Apologies\n\nThere were none.\n\n* 16. Minutes\n\n"
        "RESOLVED: That the minutes of 14 January 2025 be signed, subject to minute 12 (Flood bank) being corrected to "
        'read "241 homes" in place of "214 homes".\n\n'
        "The quotation of Sturmey for the play area in those minutes should have been £42,100.\n\n"
        "* 17. Next meeting\n\n11 March 2025.\n"
    )
    papers = [print_paper(folder / f"{name}.pdf", text) for name, text in (("first", first), ("second", second))]
    ingest(papers, folder / "library", TermEncoder())
    with open_library(folder / "library") as library:
        yield library


def test_a_fact_that_was_corrected_is_told_with_its_correction(skelby: Library) -> None:
    told = answered(skelby, "how many homes would the flood bank protect")
    assert "214 homes" in told[0]
    assert told[1].startswith(CORRECTED)
    assert '"241 homes" in place of "214 homes"' in told[1]


def test_a_correction_that_names_no_minute_stands_beside_the_words_that_it_is_of(skelby: Library) -> None:
    told = "\n\n".join(answered(skelby, "what did Sturmey quote for the play area"))
    assert CORRECTED in told
    assert "should have been £42,100" in told


def test_a_correction_of_something_else_is_not_told(skelby: Library) -> None:
    assert CORRECTED not in "\n\n".join(answered(skelby, "what was agreed on the church clock"))
    assert CORRECTED not in "\n\n".join(answered(skelby, "who sent apologies on 14 January 2025"))


NAMED = [
    # words of a later meeting, the number of an earlier minute, and whether they are on it
    ("subject to the amendment of minute 32, resolution 2, the minutes be confirmed", "32", True),
    ("Minute No. 5 should read £40", "5", True),
    ("the minutes of the meeting held on 5 March 2024 were amended and confirmed", "5", False),
    ("the minutes of the meeting on 5th March 2024 were amended", "5", False),
    ("minute 53 was amended", "5", False),
]


@pytest.mark.parametrize(("words", "number", "on_it"), NAMED)
def test_a_day_is_no_number_of_a_minute_that_was_put_right(words: str, number: str, on_it: bool) -> None:
    assert bool(naming(number).search(words)) is on_it
