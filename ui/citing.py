"""Citations with their permanent links, in the style asked for: what the command line, the API and assistants share."""

import os
from collections.abc import Mapping

from search.json_forms import AnswerForm, CitationForm, answer_to_json, citation_to_json
from search.styles import Style, styled
from search.types import Answer, Citation
from ui.links import page_link

ADDRESS = "MINUTEBOOK_ADDRESS"  # where others reach this Minutebook: "https://minutes.example"; links begin with it

STYLES: Mapping[Style, str] = {
    "markdown": "Markdown",
    "oscola": "OSCOLA footnote",
    "report": "Committee report",
    "bibtex": "BibTeX",
}
"""What a reader is offered besides plain words."""


def address() -> str:
    """Return what links begin with: the address set for this machine, or nothing, for the place that serves them."""
    return os.environ.get(ADDRESS, "").rstrip("/")


def lasting_link(base: str, citation: Citation) -> str:
    """Return a link that names the page by the hash of its paper, so that it never shows another paper's page."""
    return page_link(base, citation.sha256, citation.pdf_page)


def pasted(citation: Citation, style: Style, base: str) -> str:
    """Return a citation as it is pasted into another document."""
    return styled(citation, style, lasting_link(base, citation))


def linked_form(citation: Citation, base: str, style: Style | None = None) -> CitationForm:
    """Return the citation as a JSON object with its link, and in the style asked for as ``cited``."""
    form = citation_to_json(citation)
    form["link"] = lasting_link(base, citation)
    if style:
        form["cited"] = pasted(citation, style, base)
    return form


def answer_forms(answer: Answer, base: str, style: Style | None = None) -> AnswerForm:
    """Return the answer as a JSON object whose citations have their links, and the style asked for as ``cited``."""
    form = answer_to_json(answer)
    form["citations"] = [linked_form(one, base, style) for one in answer.citations]
    form["near"] = [linked_form(one, base, style) for one in answer.near]
    return form
