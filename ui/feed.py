"""What is found, as an Atom feed (RFC 4287), so that a reader is told when a new paper speaks of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree

from ui.plain import one_line

ATOM = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
ENTRIES = 30  # hits in one feed: more than a year's of most topics
UNDATED = date(1970, 1, 1)  # Atom wants a date of everything: no council paper on a computer is as old


@dataclass(frozen=True, slots=True)
class News:
    """One entry of a feed: words of the record, and the page that they stand on, whose address is its lasting name."""

    title: str
    day: date | None  # of the meeting
    author: str | None  # whose words they are: the body's, or the council's
    words: str
    link: str


def feed(title: str, address: str, page: str, found: Sequence[News]) -> bytes:
    """Return the feed that stands at an address, of what ``page`` shows to people, the newest meeting first."""
    newest = sorted(found, key=lambda one: -(one.day or UNDATED).toordinal())
    root = ElementTree.Element("feed", xmlns=NAMESPACE)
    _add(root, "title", f"{one_line(title)} – Minutebook")
    _add(root, "id", address)
    _add(root, "updated", _written(newest[0].day if newest else None))
    ElementTree.SubElement(root, "link", rel="self", href=address)
    ElementTree.SubElement(root, "link", rel="alternate", type="text/html", href=page)
    for one in newest:
        entry = ElementTree.SubElement(root, "entry")
        _add(entry, "title", one_line(one.title))
        _add(entry, "id", one.link)
        _add(entry, "updated", _written(one.day))
        _add(ElementTree.SubElement(entry, "author"), "name", one_line(one.author or "Not named"))
        _add(entry, "summary", one_line(one.words))
        ElementTree.SubElement(entry, "link", rel="alternate", type="text/html", href=one.link)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add(to: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(to, name).text = text


def _written(day: date | None) -> str:
    return f"{(day or UNDATED).isoformat()}T00:00:00Z"
