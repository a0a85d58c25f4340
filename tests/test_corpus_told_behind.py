"""What stands behind a decision and is no part of it, and the heads of tables that are none."""

import pytest

from corpus.paragraphs import paragraphs
from corpus.record import read_record
from corpus.resolutions import decisions
from corpus.rows import body_rows
from corpus.sentences import sentences
from tests.typed_papers import typed

HEAD = """
*SKELBY DISTRICT COUNCIL*

*MINUTES of a meeting of the CABINET*
held in the Town Hall, Skelby on Tuesday, 4 March 2025

Present: Councillor Ash (Chair), Councillor Begg and Councillor Crane

"""


def decided(words: str) -> list[str]:
    found = paragraphs(body_rows(typed(words)))
    return [
        " ".join(found[part.paragraph].text[part.start : part.end].strip() for part in one.text)
        for one in decisions(found, formal=True)
    ]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("RESOLVED: That the lease be renewed. Reason: To keep the tenant.", "That the lease be renewed."),
        ("RESOLVED: That the lease be renewed. Reasons for decision: It is cheap.", "That the lease be renewed."),
        ("RESOLVED: That the lease be renewed. Other options considered: None.", "That the lease be renewed."),
        ("RESOLVED: That the lease be renewed. Cllr Ash asked that her vote against be recorded.",
         "That the lease be renewed."),
        ("RESOLVED: That the lease be bought from Fen Ltd. Councillor Ash asked that his abstention be recorded.",
         "That the lease be bought from Fen Ltd."),
        ("RESOLVED: That the lease be renewed. Cllr Ash returned to the meeting.", "That the lease be renewed."),
        ("RESOLVED: That the lease be renewed. Councillors Ash and Begg abstained.", "That the lease be renewed."),
        ("RESOLVED: That the lease be renewed. (Reason: To keep the tenant.)", "That the lease be renewed."),
        # what is left is no person's going
        ("RESOLVED: That Cllr Ash be appointed. The vacancy on the Trust was left unfilled.",
         "That Cllr Ash be appointed. The vacancy on the Trust was left unfilled."),
        # what goes on with business is no telling
        ("RESOLVED: That A be done. Cllr Ash asked that his vote be recorded. That B be done.",
         "That A be done. Cllr Ash asked that his vote be recorded. That B be done."),
        # the reasons of conditions and refusals belong to them
        ("RESOLVED: That it be granted on condition that no lorry call at night. Reason: To spare neighbours.",
         "That it be granted on condition that no lorry call at night. Reason: To spare neighbours."),
        ("RESOLVED: That permission be refused. Reason: The lane is too narrow.",
         "That permission be refused. Reason: The lane is too narrow."),
        # a sentence that only begins like one
        ("RESOLVED: That the list be kept. Reasons are to be given in each case.",
         "That the list be kept. Reasons are to be given in each case."),
    ],
)  # fmt: skip
def test_what_only_tells_of_a_decision_is_no_part_of_it(words: str, kept: str) -> None:
    assert decided(words) == [kept]


def test_reasons_below_a_list_end_it_and_are_kept_as_what_was_said() -> None:
    paper = typed(
        HEAD + "*1. Lease*\n\nDECISION:\n\n    That the lease be renewed.\n\n    Reason: To keep the tenant.\n\n"
        "*2. Trees*\n\nRESOLVED that the report be noted.\n"
    )
    record = read_record(paper)
    (resolution,) = record.proceedings[0].minutes[0].resolutions
    told = [paper.page(1).text[one.spans[0].start : one.spans[-1].end] for one in record.blocks]
    assert resolution.text == "That the lease be renewed."
    assert [words for words in told if words.startswith("Reason")] == ["Reason: To keep the tenant."]


def test_the_head_of_a_table_without_rules_is_not_what_was_noted() -> None:
    words = (
        "The Committee noted the decisions received since the last meeting:\n\n"
        "Reference | Site | Proposal | Appeal\n\n23/01102 Heron\nHouse,\nSix flats\n"
    )
    assert decided(words) == ["The Committee noted the decisions received since the last meeting:"]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("It was sold to Fen Ltd. Councillor Ash spoke.", ["It was sold to Fen Ltd.", "Councillor Ash spoke."]),
        ("It was sold to Fen Ltd. Harrow and to nobody else.", ["It was sold to Fen Ltd. Harrow and to nobody else."]),
    ],
)
def test_a_sentence_may_end_in_the_short_form_of_a_company(words: str, parts: list[str]) -> None:
    assert [words[start:end] for start, end in sentences(words)] == parts
