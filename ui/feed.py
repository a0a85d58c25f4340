"""A question as an Atom feed (RFC 4287), so that a reader is told when a new paper speaks of it."""

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree

from search.types import Citation
from ui.links import feed_link, page_link, question_link
from ui.plain import one_line

NAMESPACE = "http://www.w3.org/2005/Atom"
ENTRIES = 30  # hits in one feed: more than a year's of most topics
UNDATED = date(1970, 1, 1)  # Atom wants a date of everything: no council paper on a computer is as old


def feed(address: str, question: str, found: Sequence[tuple[Citation, str]]) -> bytes:
    """Return the feed of a question: what was found of it, the newest meeting first; links begin with ``address``."""
    newest = sorted(found, key=lambda one: -_day(one[0]).toordinal())
    root = ElementTree.Element("feed", xmlns=NAMESPACE)
    _add(root, "title", f"{one_line(question)} – Minutebook")
    _add(root, "id", feed_link(address, question))
    _add(root, "updated", _written(_day(newest[0][0]) if newest else UNDATED))
    ElementTree.SubElement(root, "link", rel="self", href=feed_link(address, question))
    ElementTree.SubElement(root, "link", rel="alternate", type="text/html", href=question_link(address, question))
    for citation, text in newest:
        entry = ElementTree.SubElement(root, "entry")
        link = page_link(address, citation.sha256, citation.pdf_page, citation.passage)
        _add(entry, "title", one_line(citation.label))
        _add(entry, "id", link)
        _add(entry, "updated", _written(_day(citation)))
        _add(
            ElementTree.SubElement(entry, "author"), "name", one_line(citation.body or citation.council or "Not named")
        )
        _add(entry, "summary", one_line(text))
        ElementTree.SubElement(entry, "link", rel="alternate", type="text/html", href=link)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add(to: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(to, name).text = text


def _day(citation: Citation) -> date:
    return citation.meeting_date or UNDATED


def _written(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
