"""The view of an answer: its words, its numbered sources, and the page that the chosen source stands on."""

from itertools import count

from index.library import Library
from search.cite import find
from search.types import Answer, Citation, Query
from ui.chips import chips_of
from ui.citing import STYLES, lasting_link, pasted
from ui.compared import compared
from ui.examples import examples_of
from ui.holdings import counted, summary
from ui.html import linked, render
from ui.links import Stretch, feed_link, link_with, page_link, pdf_link, thread_link
from ui.opened import Opened, open_page, page_title, passage_of
from ui.plain import one_line
from ui.votes import votes_beside

_turns = count()  # each view is marked as a new one, so that asking the same again is seen to be answered


def answer_view(
    library: Library,
    base: str,
    answer: Answer,
    query: Query,
    dropped: tuple[str, ...],
    chosen: int | None,
    model: str | None = None,
) -> str:
    """Return the HTML of an answer, with the page of the chosen source (or of the first) beside it.

    A summary is offered where a language ``model`` is set.
    """
    places = {one.n: quoted_place(library, one) for one in (*answer.citations, *answer.near)}
    shown = next((one for one in answer.citations if one.n == chosen), next(iter(answer.citations), None))
    return render(
        "answer.html",
        base=base,
        turn=next(_turns),
        answer=answer,
        query=query,
        chips=chips_of(query, dropped),
        dropped=",".join(dropped),
        model=model,
        feed=feed_link(base, answer.question),
        here=link_with(f"{base}/", q=answer.question, without=",".join(dropped)),
        file=lambda kind: link_with(f"{base}/answer.{kind}", q=answer.question, without=",".join(dropped)),
        follow=thread_link(base, query.topic or answer.question),
        comparisons=compared(answer),
        said=announcement(answer),
        official=linked(answer, votes_beside(base, answer)),
        chosen=shown.n if shown else None,
        opened=opened_at(library, base, shown, places[shown.n]) if shown else None,
        heading="h2",
        pages=lambda one: page_title(one.printed_page, one.pdf_page, reading_copy=one.reading_copy),
        page_link=lambda one: page_link(base, one.sha256, one.pdf_page, one.passage, places[one.n]),
        pdf_link=lambda one: pdf_link(base, one.sha256, one.pdf_page),
        pasted=lambda one, style: pasted(one, style, base),
        lasting_link=lambda one: lasting_link(base, one),
        several_councils=len(library.coverage().councils) > 1,
        STYLES=STYLES,
        quoted_in_full=lambda one: one_line(one.quote) in one_line(answer.answer),
    )


def quoted_place(library: Library, citation: Citation) -> Stretch | None:
    """Return where the quoted words begin and end, or None where the citation's passage is no longer held."""
    passage = passage_of(library, citation.passage, citation.sha256)
    where = find(library, passage, citation.quote) if passage else None
    return Stretch(where.page, where.start, where.end_page, where.end) if where else None


def opened_at(library: Library, base: str, citation: Citation, words: Stretch | None) -> Opened:
    """Return the page that a citation stands on, its words marked."""
    paper, page = library.paper(citation.sha256), library.page(citation.sha256, citation.pdf_page)
    return open_page(library, base, paper, page, passage_of(library, citation.passage, citation.sha256), words)


def announcement(answer: Answer) -> str:
    """Return what a screen reader is told when an answer arrives."""
    if answer.outcome == "answered":
        return f"Answered, with {counted(len(answer.citations), 'source')}."
    return {
        "not_decided": "Found, but no decision is held.",
        "not_found": "Nothing found in these papers.",
        "private": "Considered in private.",
    }[answer.outcome]


def start_view(library: Library, base: str) -> str:
    """Return what stands under the ask box before anything was asked."""
    return render(
        "start.html", base=base, turn=next(_turns), examples=examples_of(library), held=summary(library.coverage())
    )


def trouble_view(question: str, title: str, words: str, commands: str = "") -> str:
    """Return what stands in place of an answer when there is none to give."""
    return render("trouble.html", turn=next(_turns), question=question, title=title, words=words, commands=commands)
