"""Turns answers, pages and lists into HTML; every word that a paper or a person brought is escaped.

The markup stands in ``ui/templates``. One rule holds for all of it: whatever a template prints goes through
:func:`ui.plain.shown` and is then escaped, so no template can forget either.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from corpus.forms import page_in
from search.cite import body_named
from search.types import Answer, Citation
from ui.plain import shown
from ui.quoted import paragraphs

_MARK = re.compile(r"\[([1-9]\d{0,2})\]")  # a citation's mark in an answer: [1]
_LINK = Markup('<a class="mark" href="#source-{0}">[<span class="unseen">source </span>{0}]</a>')
_VOTE = Markup('<a href="{}" data-turn="vote">{}</a>')

Votes = Mapping[int, Mapping[str, Sequence[tuple[str, str]]]]
"""By the number of a citation, what is told under it: under a name, votes in words with the address of each."""

STANDINGS = {
    "draft": "Draft minutes: not yet confirmed by a later meeting",
    "confirmed": "Confirmed as a correct record by a later meeting",
    "corrected": "Corrected by a later meeting",
}

OUTCOMES = {
    "answered": "Answered from the record",
    "not_decided": "No decision held",
    "not_found": "Nothing found",
    "private": "Considered in private",
}


def render(template: str, **values: Any) -> str:
    """Return the HTML of a template filled with values, all of them escaped."""
    return _ENVIRONMENT.get_template(template).render(**values)


def long_date(day: date | None) -> str:
    """Return a date as papers print it, "25 February 2025"; an unknown one says so."""
    return f"{day.day} {day:%B %Y}" if day else "date not known"


def linked(answer: Answer, votes: Votes | None = None) -> Markup:
    """Return the answer's words as paragraphs, each mark such as [1] a link to its source.

    A line that only says where the words under it stand is set apart from them, and so is the heading with which a
    quotation begins. ``votes`` are told under the quotation for whose number they are given.
    """
    known = {citation.n: citation for citation in answer.citations}
    parts: list[Markup] = []
    for paragraph in paragraphs(answer):
        if paragraph.place:
            parts.append(Markup('<p class="place">{}</p>').format(shown(paragraph.place)))
        kind = Markup(' class="numbered"') if paragraph.numbered else ""
        for line in paragraph.lines:
            over, words = _parted(line, [known[int(mark)] for mark in _MARK.findall(line)[:1] if int(mark) in known])
            if over:
                parts.append(Markup('<p class="over">{}</p>').format(shown(over)))
            parts.append(Markup("<p{}>{}</p>").format(kind, _with_marks(words, known)))
            for mark in _MARK.findall(line):
                for name, found in (votes or {}).get(int(mark), {}).items():
                    links = Markup("; ").join(_VOTE.format(link, shown(words)) for words, link in found)
                    parts.append(Markup('<p class="vote">{}: {}</p>').format(name, links))
    return Markup("").join(parts)


def _parted(line: str, cited: Sequence[Citation]) -> tuple[str, str]:
    """Return the heading with which a quotation begins, and its other words: "7. Roads", "The road is mended. [1]"."""
    heading = " ".join((cited[0].heading or "").split()) if cited else ""
    if not heading:
        return "", line
    number = rf"(?:{re.escape(cited[0].minute)}\W{{0,3}})?" if cited[0].minute else ""
    found = re.match(rf"{number}{re.escape(heading)}(?=\s+(?-i:[A-Z“\"‘£(\d]))", line, re.IGNORECASE)
    return (found.group(), line[found.end() :].lstrip()) if found else ("", line)


def _with_marks(text: str, known: Collection[int]) -> Markup:
    """Return text with the marks of known sources as links."""
    parts: list[Markup] = []
    done = 0
    for mark in _MARK.finditer(text):
        n = int(mark.group(1))
        if n in known:
            parts += [escape(shown(text[done : mark.start()])), _LINK.format(n)]
            done = mark.end()
    parts.append(escape(shown(text[done:])))
    return Markup("").join(parts)


def _finish(value: object) -> object:
    """Prepare a value for printing: text of any origin loses what would disturb the page around it."""
    if isinstance(value, Markup):
        return value
    return shown(value) if isinstance(value, str) else value


def _load(name: str) -> str:
    return files("ui").joinpath("templates", name).read_text(encoding="utf-8")


def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_load),
        autoescape=True,
        finalize=_finish,
        undefined=StrictUndefined,  # a misspelt name is a fault, not an empty place on the page
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["day"] = long_date
    environment.globals["page_in"] = page_in
    environment.globals["body_named"] = body_named
    environment.globals["STANDINGS"] = STANDINGS
    environment.globals["OUTCOMES"] = OUTCOMES
    return environment


_ENVIRONMENT = _environment()
