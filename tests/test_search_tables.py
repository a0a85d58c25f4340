"""Tables of a printed paper: the row that is asked for, whole and alone, under all levels of its columns' heads."""

from pathlib import Path

import pytest
from made_library import TermEncoder
from printed_papers import print_paper

from index.ingest import ingest
from index.library import open_library
from search.answer import ask

SERVICES = """
* Service | 2024/25 | < | 2025/26 | <
| Budget | Variance | Budget | Variance
Parks and playgrounds | 410 | 12 | 430 | 52
Street lighting | 980 | (31) | 1,015 | (44)
Markets | 75 | 3 | 80 | 6
Cemeteries | 260 | (9) | 270 | 15
Public conveniences | 120 | 4 | 125 | 8
Allotments and community gardens | 35 | 1 | 38 | 2
"""
SAVINGS = """
* Rating | 2024/25 £000 | 2025/26 £000
Green | 1,911 | 4,872
Amber | 843 | 2,986
Scarlet | 1,327 | 1,801
Total | 4,081 | 9,659
"""
YEARS = """
* Year | Reviews | Upheld | Average days
2021/22 | 48 | 15 | 24.6
2022/23 | 53 | 19 | 22.1
2023/24 | 59 | 21 | 19.3
"""
CAPITAL = """
* Capital spending | Estimate £m | Actual £m
Non-HRA capital spending | 52.7 | 41.9
HRA capital spending | 24.3 | 22.8
Total capital spending | 77.0 | 64.7
"""
RISKS = """
* Risk | Inherent | Controls | Residual
Flooding of the depot | 16 | Pumps; sandbags. Warnings by text. | 9
Cyber attack | 25 | Two-step sign-in; off-line backups. Tested yearly. | 15
Loss of the ferry contractor | 12 | Monthly meetings; a bond. Second supplier. | 6
"""
MEASURES = """
* Measure | Q1 | Q2 | Q3 | Q4 | Aim
Emergency repairs done in a day | 98.1% | 99.2% | 99.3% | | 98.5%
Missed collections of refuse | 41 | 37 | 45 | | 40
Homes let within thirty days | 61% | 64% | 66% | | 70%
"""

LONG = """
* Directorate service | Projected outturn | < | Movement since June
| Budget £000 | Outturn £000 | £000
""" + "".join(
    f"{name} service for the borough | {at}11 | {at}37 | ({at}2)\n"
    for at, name in enumerate(
        [
            "Adoption",
            "Benefits",
            "Cemetery",
            "Drainage",
            "Elections",
            "Fostering",
            "Graffiti",
            "Heritage",
            "Insurance",
            "Judicial",
            "Kerbside",
            "Outreach",
            "Markets",
            "Nursery",
            "Licensing",
        ],
        1,
    )
)
SERVICES_HEADS = "Service 2024/25 2025/26 Budget Variance Budget Variance"
LONG_HEADS = "Directorate service Projected outturn Movement since June Budget £000 Outturn £000 £000"
LICENSING = "Licensing service for the borough 1511 1537 (152)"
CAPITAL_HEADS = "Capital spending Estimate £m Actual £m"
ATTACKED = "Cyber attack 25 Two-step sign-in; off-line backups. Tested yearly. 15"
REPAIRED = "Emergency repairs done in a day 98.1% 99.2% 99.3% 98.5%"

ASKED = [
    # heads of two levels, the upper first, and no head row instead of the row
    (SERVICES, "street lighting variance in 2025/26", SERVICES_HEADS, "Street lighting 980 (31) 1,015 (44)"),
    (SERVICES, "what is the variance on the budget for cemeteries", SERVICES_HEADS, "Cemeteries 260 (9) 270 15"),
    # of a long table the part that has the row, and not the one that has the head row
    (LONG, "movement since June in the directorate service projected outturn for licensing", LONG_HEADS, LICENSING),
    # one row of a small table, though "total" stands in another too
    (SAVINGS, "scarlet savings total 2024/25", "Rating 2024/25 £000 2025/26 £000", "Scarlet 1,327 1,801"),
    # a year in the name of a row chooses it, though it may stand over columns elsewhere
    (YEARS, "average days of reviews in 2021/22", "Year Reviews Upheld Average days", "2021/22 48 15 24.6"),
    # the row whose name is nearest, word for word
    (CAPITAL, "what was the actual HRA capital spending", CAPITAL_HEADS, "HRA capital spending 24.3 22.8"),
    (CAPITAL, "total capital spending actual", CAPITAL_HEADS, "Total capital spending 77.0 64.7"),
    # a row to its last cell
    (RISKS, "cyber attack residual risk", "Risk Inherent Controls Residual", ATTACKED),
    # no head over the column that is blank
    (MEASURES, "emergency repairs done in a day", "Measure Q1 Q2 Q3 Aim", REPAIRED),
]


@pytest.mark.parametrize(("table", "question", "heads", "row"), ASKED)
def test_a_row_is_told_whole_and_alone_under_its_heads(
    tmp_path: Path, table: str, question: str, heads: str, row: str
) -> None:
    paper = f"# Monitoring report\n\nReport to Cabinet, 4 March 2025\n\nThe figures are below.\n{table}"
    print_paper(tmp_path / "figures.pdf", paper)
    encoder = TermEncoder()
    ingest([tmp_path / "figures.pdf"], tmp_path / "library", encoder)
    with open_library(tmp_path / "library", encoder) as library:
        assert ask(library, encoder, question).answer == f"{heads} {row} [1]"
