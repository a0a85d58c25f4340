"""The command line as other programs call it: real processes, their exit statuses, and what they print where."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from reading_room import SAMPLES, run

from corpus.ocr import open_ocr
from tests.printed_papers import print_paper

Made = tuple[Path, tuple[int, str, str]]
LADO = "what was agreed on the LADO annual report"


def asked(made: Made, *arguments: str, stdin: str | None = None) -> tuple[int, str, str]:
    return run("--library", str(made[0]), *arguments, stdin=stdin)


def test_ingest_says_what_became_of_each_paper_and_how_to_go_on(small_library: Made) -> None:
    library, (status, output, errors) = small_library

    assert status == 1  # broken.pdf could not be read
    assert errors == ""  # no bar where there is no terminal
    assert "5 papers: 4 read, 1 failed" in output
    assert "broken.pdf" in output
    assert "minutes, Families and Learning Scrutiny Commission, 2025-03-04, 3 pages" in " ".join(output.split())
    assert f"minutebook --library {library} serve" in output


def test_ingesting_again_reads_nothing_and_still_names_what_fails(small_library: Made) -> None:
    status, output, _ = asked(small_library, "ingest", str(small_library[0].parent / "papers"))

    assert status == 1
    assert "5 papers: 4 skipped, 1 failed (0 new pages)." in output


def test_ask_quotes_the_resolutions_with_both_page_numbers_and_standing(small_library: Made) -> None:
    status, output, errors = asked(small_library, "ask", LADO)

    assert (status, errors) == (0, "")
    words = " ".join(output.split())
    assert "That private tutors and language schools be offered a briefing by March 2026. [4]" in words
    assert (
        "Minute 53, resolution 1, Families and Learning Scrutiny Commission, 14 October 2025 (draft), page 2" in words
    )
    assert "decision; draft; families-2025-10-14-printed-minutes.pdf, PDF page 2, printed page 2" in words


def test_ask_as_json_prints_the_contract_and_nothing_else(small_library: Made) -> None:
    status, output, errors = asked(small_library, "ask", LADO, "--json")

    assert (status, errors) == (0, "")
    answer = json.loads(output)
    assert list(answer) == ["question", "outcome", "answer", "citations", "coverage", "near", "confidence", "votes"]
    assert (answer["question"], answer["outcome"], len(answer["citations"])) == (LADO, "answered", 4)
    first = answer["citations"][0]
    names = ("n", "body", "meeting_date", "minute", "resolution", "kind", "standing", "paper", "pdf_page", "quote")
    assert {name: first[name] for name in (*names, "printed_page")} == {
        "n": 1,
        "body": "Families and Learning Scrutiny Commission",
        "meeting_date": "2025-10-14",
        "minute": "53",
        "resolution": 1,
        "kind": "decision",
        "standing": "draft",
        "paper": "families-2025-10-14-printed-minutes.pdf",
        "pdf_page": 2,
        "printed_page": "2",
        "quote": "That the report be noted.",
    }


def test_a_dash_answers_a_question_a_line_in_order(small_library: Made) -> None:
    questions = [LADO, "what was agreed on zeppelins", "£ ½ “ünïcode”"]

    status, output, errors = asked(small_library, "ask", "-", stdin="\n".join(questions) + "\n")

    assert (status, errors) == (0, "")
    answers = [json.loads(line) for line in output.splitlines()]
    assert [answer["question"] for answer in answers] == questions
    assert [answer["outcome"] for answer in answers[:2]] == ["answered", "not_found"]


BATCHES = [
    "\ufeffLADO\n\n  \t\nattendance".encode(),  # a mark of the encoding, blank lines, no end of the last line
    "LADO\r\n\r\n\u00a0\r\nattendance\r\n".encode(),  # as Windows ends lines, and a space that does not break
    "\ufeff\n\ufeffLADO\n\ufeffattendance\n".encode(),  # files with a mark set one behind the other
    "LADO\r\n\r\nattendance\r\n".encode("utf-16"),  # as PowerShell writes what is sent to a file
]


@pytest.mark.parametrize("batch", BATCHES)
@pytest.mark.parametrize("call", [("search", "-", "--limit", "1"), ("ask", "-", "--format", "jsonl")])
def test_blank_lines_marks_and_ends_of_lines_ask_nothing(
    small_library: Made, tmp_path: Path, batch: bytes, call: tuple[str, ...]
) -> None:
    (tmp_path / "questions.txt").write_bytes(batch)
    command = [sys.executable, "-m", "ui.cli", "--library", str(small_library[0]), *call]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    with (tmp_path / "questions.txt").open("rb") as questions:
        done = subprocess.run(command, stdin=questions, capture_output=True, check=True, env=environment)

    asked_of = "query" if call[0] == "search" else "question"
    assert [json.loads(line)[asked_of] for line in done.stdout.decode().splitlines()] == ["LADO", "attendance"]


def test_a_batch_of_questions_becomes_one_bibtex_file_that_has_no_entry_twice(small_library: Made) -> None:
    once = asked(small_library, "ask", LADO, "--cite", "bibtex")[1]

    status, output, errors = asked(small_library, "ask", "-", "--cite", "bibtex", stdin=f"{LADO}\nzeppelins\n{LADO}\n")

    assert status == 0
    assert output == once
    assert output.count("@misc{") == 4
    assert errors.count(f"{LADO}\n") == 2
    assert "That private tutors and language schools be offered a briefing by March 2026. [4]" in errors


def test_what_asks_nothing_is_declined_in_plain_words_and_nothing_is_quoted(small_library: Made) -> None:
    status, output, _ = asked(small_library, "ask", "-", stdin="=1+1\n@SUM(A1:A9)\n2+2\n???\n")

    answers = [json.loads(line) for line in output.splitlines()]
    assert status == 0
    assert [(one["question"], one["outcome"], one["citations"], one["near"]) for one in answers] == [
        (question, "not_found", [], []) for question in ("=1+1", "@SUM(A1:A9)", "2+2", "???")
    ]
    assert {one["answer"] for one in answers} == {
        "Nothing in these papers answers this. It asks nothing of them: ask in words."
    }


@pytest.mark.parametrize("form", [(), ("--format", "csv"), ("--format", "jsonl"), ("--cite", "bibtex")])
def test_a_batch_in_which_a_question_fails_says_on_standard_error_which_and_why(
    small_library: Made, form: tuple[str, ...]
) -> None:
    status, _, errors = asked(small_library, "ask", "-", *form, stdin=f"{'x' * 1001}\nLADO\n")

    why = "This question has 1,001 characters: ask it in 1,000 or fewer."
    assert status == 1
    assert errors.splitlines()[0] == f"{'x' * 80} …: {why}"


def test_search_keeps_to_its_limits(small_library: Made) -> None:
    limits = ("--limit", "3", "--kind", "decision", "--from", "2025-10-01", "--to", "2025-10-31")

    status, output, _ = asked(small_library, "search", "LADO", "--json", *limits)

    found = json.loads(output)
    assert status == 0
    assert found["query"] == "LADO"
    assert [hit["rank"] for hit in found["hits"]] == [1, 2, 3]
    assert {(hit["kind"], hit["meeting_date"]) for hit in found["hits"]} == {("decision", "2025-10-14")}
    assert all(hit["text"] == hit["quote"] for hit in found["hits"])


def test_a_search_for_a_word_that_no_paper_has_says_so(small_library: Made) -> None:
    note = "No paper held has the word “zzzzqq”."

    _, lines, _ = asked(small_library, "search", "zzzzqq", "--limit", "1")
    _, output, _ = asked(small_library, "search", "-", "--limit", "1", stdin="zzzzqq\nLADO zzzzqq\nLADO\n")

    assert " ".join(lines.split()).startswith(f"{note} What is listed is only near in meaning.")
    assert [json.loads(line)["note"] for line in output.splitlines()] == [note, None, None]


def test_search_with_a_dash_prints_the_hits_of_each_query(small_library: Made) -> None:
    status, output, _ = asked(small_library, "search", "-", "--limit", "1", stdin="LADO\nattendance\n")

    found = [json.loads(line) for line in output.splitlines()]
    assert status == 0
    assert [(one["query"], len(one["hits"])) for one in found] == [("LADO", 1), ("attendance", 1)]


@pytest.mark.parametrize("held", [True, False], ids=["a paper held", "a file"])
def test_minutes_gives_the_record_of_a_paper(small_library: Made, samples: Path, held: bool) -> None:
    name = "families-2025-10-14-printed-minutes.pdf"

    status, output, _ = asked(small_library, "minutes", name if held else str(samples / name), "--json")

    record = json.loads(output)
    (meeting,) = record["meetings"]
    minute = next(one for one in meeting["minutes"] if one["number"] == "53")
    assert status == 0
    assert record["paper"] == name
    assert (meeting["body"], meeting["held_on"]) == ("Families and Learning Scrutiny Commission", "2025-10-14")
    assert minute["heading"] == "LOCAL AUTHORITY DESIGNATED OFFICER (LADO) ANNUAL REPORT 2024-25"
    assert [one["ordinal"] for one in minute["resolutions"]] == [1, 2, 3, 4]
    assert minute["resolutions"][0]["text"] == "That the report be noted."
    assert minute["resolutions"][0]["verb"] == "agreed"


def test_minutes_says_under_which_application_something_was_decided_and_that_nobody_was_against(tmp_path: Path) -> None:
    text = (
        "# BLENCOW COUNCIL\n\n# PLANNING COMMITTEE\n\nMinutes of the meeting held on 14 January 2025\n\n"
        "* 1. Apologies\n\nCouncillor Tiplady sent apologies.\n\n"
        "* 2. Applications for determination\n\nBarn at Skelby - DC/24/01877/OUT\n\n"
        "DECISION: Refused, as the lane is too narrow.\n\nBakery, Nailers Yard - DC/24/01902/FUL\n\n"
        "RESOLVED (unanimously) that permission be granted.\n\n* 3. Date of next meeting\n\n11 February 2025.\n"
    )
    paper = print_paper(tmp_path / "planning.pdf", text)

    _, output, _ = run("--library", str(tmp_path / "library"), "minutes", str(paper), "--json")
    _, lines, _ = run("--library", str(tmp_path / "library"), "minutes", str(paper))

    minute = json.loads(output)["meetings"][0]["minutes"][1]
    barn, bakery = "Barn at Skelby - DC/24/01877/OUT", "Bakery, Nailers Yard - DC/24/01902/FUL"
    assert [(one["verb"], one["under"]) for one in minute["resolutions"]] == [("decision", barn), ("resolved", bakery)]
    assert [(one["outcome"], one["unanimous"], one["under"]) for one in minute["votes"]] == [("carried", True, bakery)]
    assert f"    decision 1 ({barn}): Refused, as the lane is too narrow.\n" in lines
    assert f"    vote ({bakery}): unanimous; carried\n" in lines


def test_papers_says_what_is_held_and_what_is_not(small_library: Made) -> None:
    status, output, _ = asked(small_library, "papers", "--json")

    held = json.loads(output)
    assert status == 0
    assert sorted(one["paper"] for one in held["papers"]) == sorted([*SAMPLES, "roads <b>minutes<b>.pdf"])
    assert [(one["paper"], one["status"]) for one in held["not_held"]] == [("broken.pdf", "failed")]


def test_check_says_that_the_library_is_whole(small_library: Made) -> None:
    status, output, errors = asked(small_library, "check")

    assert (status, errors) == (0, "")
    assert output.splitlines()[-1] == "The library is whole."


def test_a_scan_is_read_by_recognition_and_says_so_and_without_it_the_mend_is_named(
    tmp_path: Path, samples: Path
) -> None:
    scan = shutil.copy(samples / "families-2024-10-15-signed-minutes-scan.pdf", tmp_path)
    library = ("--library", str(tmp_path / "own"))
    # Blocked before anything else is imported, since a newcomer has neither engine.
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['rapidocr'] = None\n", encoding="utf-8")
    without = {"PATH": "", "PYTHONPATH": f"{tmp_path}:{Path(__file__).resolve().parent.parent}"}

    status, output, errors = run(*library, "ingest", scan, env=without)
    assert (status, errors) == (0, "")
    assert "4 pages have no text: install Tesseract (Debian: tesseract-ocr) and ingest again." in output

    if open_ocr() is None:
        pytest.skip("no character recognition is installed (apt-get install tesseract-ocr)")
    status, output, errors = run(*library, "ingest", scan)
    assert (status, errors) == (0, "")
    assert "1 paper: 1 read" in output
    assert "no text" not in output
    _, found, _ = run(*library, "search", "chair of the commission", "--json", "--limit", "1")
    (hit,) = json.loads(found)["hits"]
    assert hit["ocr"] is True
    assert hit["label"].endswith("(read by character recognition)")


def test_a_withdrawn_paper_is_gone_from_answers_and_stays_out(tmp_path: Path, samples: Path) -> None:
    library = str(tmp_path / "own")
    name = "families-2025-10-14-printed-minutes.pdf"
    paper = shutil.copy(samples / name, tmp_path)
    run("--library", library, "ingest", paper)

    status, output, _ = run("--library", library, "withdraw", name, "--reason", "printed in error")

    assert (status, output.split(":")[0]) == (0, f"{name} is withdrawn")
    _, answer, _ = run("--library", library, "ask", LADO, "--json")
    assert (json.loads(answer)["outcome"], json.loads(answer)["citations"]) == ("not_found", [])
    _, again, _ = run("--library", library, "ingest", paper)
    assert "withdrawn: printed in error" in " ".join(again.split())


@pytest.mark.parametrize(
    ("arguments", "status", "complaint"),
    [
        # no such command
        (["frobnicate"], 2, "argument COMMAND: invalid choice: 'frobnicate'"),
        # nothing to ask
        (["ask"], 2, "the following arguments are required: QUESTION; see minutebook ask --help"),
        # limits that mean nothing
        (["search", "x", "--limit", "0"], 2, "argument --limit: 0 is too few: ask for 1 hit or more"),
        (["search", "x", "--from", "soon"], 2, "argument --from: 'soon' is not a date like 2025-02-25"),
        (["search", "x", "--kind", "poem"], 2, "argument --kind: invalid choice: 'poem'"),
        # a withdrawal without a reason
        (["withdraw", "x.pdf"], 2, "one of the arguments --reason --undo is required"),
        (["withdraw", "x.pdf", "--reason", " "], 2, "argument --reason: give the reason in words"),
        # a library that is not there
        (["--library", "nowhere", "ask", "x"], 2, "nowhere holds no library: run `minutebook --library nowhere ingest"),
        (["ask", "x", "--library", "nowhere"], 2, "nowhere holds no library"),
        (["--library", "nowhere", "papers", "--json"], 2, "nowhere holds no library"),
        (["--library", "nowhere", "check"], 2, "nowhere holds no library"),
        # a path that is not there
        (["--library", "nowhere", "ingest", "no-such-folder"], 2, "no-such-folder"),
        # measuring: a set, a library or a run that is not there, and what a measurement has no use for
        (
            ["evaluate", "--set", "bogus"],
            2,
            "minutebook evaluate: There is no evaluation set 'bogus'; these are here: ",
        ),
        (["--library", "nowhere", "evaluate"], 2, "minutebook evaluate: nowhere holds no library: run `minutebook"),
        (["--library", "nowhere", "evaluate", "--baseline", "zzz"], 2, "minutebook evaluate: There is no run 'zzz'"),
        (["--library", "nowhere", "evaluate", "steps"], 2, "minutebook evaluate steps: nowhere holds no library"),
        (["evaluate", "record", "--set", "papers"], 2, "evaluate record takes no --set: leave it out"),
        (["evaluate", "steps", "--note", "x"], 2, "evaluate steps takes no --note: leave it out"),
        # a port that is none
        (["serve", "--port", "70000"], 2, "argument --port: 70000 is not a port"),
    ],
)
def test_a_wrong_call_is_one_line_and_a_status(arguments: list[str], status: int, complaint: str) -> None:
    found, output, errors = run(*arguments, env={"MINUTEBOOK_LIBRARY": ""})

    assert (found, output) == (status, "")
    assert errors.count("\n") == 1
    assert complaint in errors
    assert not Path("nowhere").exists()


def test_a_paper_that_cannot_be_read_is_one_line_that_names_it(small_library: Made) -> None:
    status, output, errors = asked(small_library, "minutes", str(small_library[0].parent / "papers" / "broken.pdf"))

    assert (status, output) == (1, "")
    assert errors.count("\n") == 1
    assert errors.startswith("broken.pdf: ")


def test_the_environment_names_the_library(small_library: Made) -> None:
    status, output, _ = run("papers", "--json", env={"MINUTEBOOK_LIBRARY": str(small_library[0])})

    assert (status, len(json.loads(output)["papers"])) == (0, 4)


def test_a_reader_who_leaves_early_hears_nothing_of_it(small_library: Made) -> None:
    command = f"'{sys.executable}' -m ui.cli --library '{small_library[0]}' papers --json"

    done = subprocess.run(
        ["bash", "-c", command + " | head -c 1; exit ${PIPESTATUS[0]}"], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "{", "")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_terminal_with_few_characters_still_shows_the_answer(small_library: Made, encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui.cli", "--library", str(small_library[0]), "ask", "the High Needs Block deficit"],
        capture_output=True,
        env={"PYTHONIOENCODING": encoding, "PATH": "", "NO_COLOR": "1"},
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Sources" in done.stdout
    assert b"\x1b" not in done.stdout


def test_words_of_a_paper_cannot_steer_the_terminal(small_library: Made) -> None:
    _, output, _ = asked(small_library, "ask", "what was resolved on the roundabout")

    assert "roads <b>minutes<b>.pdf" in output
    assert "\x1b" not in output
