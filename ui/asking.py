"""The commands that ask: ``ask`` and ``search``, one at a time or one a line."""

import json
import sys
from argparse import Namespace
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from corpus.errors import MinutebookError
from index.encoder import Encoder, open_encoder
from index.library import Library, open_library
from search.answer import ask as answer_question
from search.declining import unheard_of
from search.find import search as find
from search.json_forms import AnswerForm, SearchForm
from search.model import endpoint_set
from search.styles import Style
from search.summary import Summary
from search.types import Answer
from search.votes import told_beside
from ui.arguments import CalledWronglyError
from ui.citing import address, answer_forms, pasted
from ui.plain import one_line, shown
from ui.searching import Limits, cited, read_within, search_form

DONE, FAILED = 0, 1  # exit statuses of the contract

NAMED = 80  # characters of a question by which it is known again among others
BATCH = ["-"]  # what asks for questions from standard input
MARK = "\ufeff"  # begins a file that Windows wrote, and stands within where such files are set one behind the other


def ask(call: Namespace) -> int:
    """Answer a question, or each line of standard input."""

    def as_json(library: Library, encoder: Encoder, question: str) -> AnswerForm:
        return answer_forms(answer_question(library, encoder, question), address(), call.cite)

    if call.format:
        if call.json:
            raise CalledWronglyError("--json and --format name two forms: give one of them (--format jsonl is JSON)")
        return _export(call)
    if call.question == BATCH:
        entries = call.cite == "bibtex" and not call.json
        return _cite_lines(call) if entries else _answer_lines(call, as_json, "question")
    question = " ".join(call.question)
    encoder = open_encoder()
    with open_library(call.library, encoder) as library:
        answer = answer_question(library, encoder, question)
    if call.json:
        _print_json({**answer_forms(answer, address(), call.cite), **_summary_forms(answer)}, indent=2)
    elif call.cite:
        _print_cited(answer, call.cite, set())
    else:
        from ui.terminal import open_console, show_answer, show_summary

        console = open_console()
        show_answer(answer, console)
        if endpoint_set():
            console.file.flush()  # the official words are read while the model writes
            show_summary(_summary(answer), console)
    return DONE


def _summary(answer: Answer) -> Summary | None:
    from ui.summaries import Summaries

    return Summaries().of(answer)


def _summary_forms(answer: Answer) -> dict[str, Any]:
    """Return the summary as a member of the answer's JSON object; none where no model is set."""
    if endpoint_set() is None:
        return {}
    from ui.summaries import summary_to_json

    summary = _summary(answer)
    return {"summary": summary_to_json(summary) if summary else None}


def search(call: Namespace) -> int:
    """List the passages that match a query, or those of each line of standard input."""
    limits = Limits(call.body, call.kind, call.since, call.until)

    def as_json(library: Library, encoder: Encoder, query: str) -> SearchForm:
        return search_form(library, encoder, query, call.limit, limits, address())

    if call.query == BATCH:
        return _answer_lines(call, as_json, "query")
    query = " ".join(call.query)
    encoder = open_encoder()
    with open_library(call.library, encoder) as library:
        if call.json:
            _print_json(as_json(library, encoder, query), indent=2)
        else:
            from ui.terminal import open_console, show_hits

            read = read_within(library, encoder, query, limits)
            hits = find(library, encoder, read, call.limit)
            found = [(citation, hit.passage.text) for hit, citation in cited(library, hits)]
            show_hits(found, read.limits, open_console(), unheard_of(library, encoder, read))
    return DONE


def _answer_lines(call: Namespace, answer: Callable[[Library, Encoder, str], Mapping[str, object]], asked: str) -> int:
    """Print one JSON object a line, in the order of the lines; one that fails says why and the rest go on.

    What was asked stands under the name ``asked``, whether it was answered or failed.
    """
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a text stream
    status = DONE
    encoder = open_encoder()
    with open_library(call.library, encoder) as library:
        for question in _lines():
            try:
                _print_json(answer(library, encoder, question))
            except MinutebookError as error:
                _print_json({asked: question, "error": str(error)})
                status = _fail(question, str(error))
            sys.stdout.flush()  # whoever feeds one question at a time is waiting for its answer
    return status


def _cite_lines(call: Namespace) -> int:
    """Print the sources of each line's answer as entries of one BibTeX file, which has nothing else in it."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a text stream
    status = DONE
    encoder = open_encoder()
    written: set[str] = set()
    with open_library(call.library, encoder) as library:
        for question in _lines():
            try:
                answer = answer_question(library, encoder, question)
            except MinutebookError as error:
                status = _fail(question, str(error))
                continue
            sys.stderr.write(f"{shown(question)}\n")
            _print_cited(answer, call.cite, written)
            sys.stderr.write("\n")
            sys.stdout.flush()
    return status


def _fail(question: str, reason: str) -> int:
    """Say on standard error which question of several failed and why; return the exit status."""
    line = one_line(question)
    named = line if len(line) <= NAMED else f"{line[:NAMED].rstrip()} …"
    sys.stderr.write(f"{named}: {one_line(reason)}\n")
    return FAILED


def _export(call: Namespace) -> int:
    """Write the answers to one question, or to each line of standard input, as a working file."""
    from ui.export import Asked, exported
    from ui.terminal import open_bar

    if call.format == "docx" and sys.stdout.isatty():
        raise CalledWronglyError("a Word document is not for a terminal: add > answers.docx")
    questions = list(_lines()) if call.question == BATCH else [" ".join(call.question)]
    encoder = open_encoder()
    made: list[Asked] = []
    status = DONE
    with open_library(call.library, encoder) as library, open_bar() as bar:
        for question in bar.track(questions, description="questions"):
            try:
                made.append(Asked(question, answer_question(library, encoder, question)))
            except MinutebookError as error:
                made.append(Asked(question, None, str(error)))
    for one in made:
        if one.answer is None:
            status = _fail(one.question, one.trouble)
    sys.stdout.buffer.write(exported(made, call.format, address(), call.cite or "plain"))
    return status


def _print_cited(answer: Answer, style: Style, written: set[str]) -> None:
    """Print the answer, then its sources in a style, but none of those ``written`` already, to which they are added.

    With BibTeX the words keep out of the file of entries, which may have no key twice.
    """
    words = sys.stderr if style == "bibtex" else sys.stdout
    words.write("\n".join(map(shown, (answer.answer, *map(told_beside, answer.votes)))) + "\n\n")
    for citation in answer.citations:
        if (source := pasted(citation, style, address())) not in written:
            sys.stdout.write(source + "\n\n")
            written.add(source)
    words.write(shown(answer.coverage) + "\n")


def _lines() -> Iterator[str]:
    """Yield the lines of standard input as they come: blank ones ask nothing, and a mark of the encoding is no word."""
    start = sys.stdin.buffer.peek(2)[:2]  # type: ignore[union-attr]  # a buffered stream
    encoding = "utf-16" if start in (BOM_UTF16_LE, BOM_UTF16_BE) else "utf-8"
    sys.stdin.reconfigure(encoding=encoding, errors="replace")  # type: ignore[union-attr]  # a text stream
    for line in sys.stdin:
        if asked := line.replace(MARK, "").strip():
            yield asked


def _print_json(value: Mapping[str, object], indent: int | None = None) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")
