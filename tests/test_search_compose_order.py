"""Decisions of one minute are told in the order in which they were taken, whichever was found first."""

from dataclasses import replace
from pathlib import Path

from made_library import TermEncoder, make

from search.answer import ask
from search.compose import Quoted, Section, in_order

PAPER = """# minutes | Somewhere Council | Cabinet | 2025-02-25 | draft
@ discussion 12 | THE PIER
The pier was looked at.
@ decision 12 | THE PIER | 1 | RESOLVED:
That the report be noted.
@ decision 12 | THE PIER | 2 | RESOLVED:
That the planks of the pier be renewed.
@ decision 12 | THE PIER | 3 | RESOLVED:
That the Mayor be told.
"""


def test_the_stem_stays_before_the_first_however_they_were_found(tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": PAPER}) as library:
        answer = ask(library, TermEncoder(), "what was agreed on the planks of the pier")
        cited = [library.passages([one.passage])[0] for one in answer.citations if one.kind == "decision"]
    found = [Quoted(one, one.text, "RESOLVED:" if at == 0 else "") for at, one in enumerate(reversed(cited))]
    (section,) = in_order([Section("", tuple(found))])
    assert [one.passage.resolution for one in section.quoted] == sorted(one.resolution or 0 for one in cited)
    assert [one.before for one in section.quoted] == ["RESOLVED:", *[""] * (len(cited) - 1)]


def test_debate_between_decisions_keeps_its_place(tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": PAPER}) as library:
        answer = ask(library, TermEncoder(), "what was agreed on the planks of the pier")
        (one,) = library.passages([answer.citations[0].passage])
    debate = Quoted(replace(one, kind="discussion", position=99), one.text)
    quoted = (Quoted(replace(one, position=5), one.text), debate, Quoted(replace(one, position=1), one.text))
    assert in_order([Section("", quoted)])[0].quoted == quoted
