"""Citations as they are pasted: plain words, Markdown, an OSCOLA footnote, a committee report's line, BibTeX.

Each style takes the link as given: it names the paper by the SHA-256 of its contents, so that a paper that was
silently replaced no longer answers under it. Every style is safe to paste: what a paper prints cannot become markup.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Literal

from corpus.forms import page_of
from search.cite import body_named
from search.dates import spoken
from search.types import Citation

Style = Literal["plain", "markdown", "oscola", "report", "bibtex"]
"""A way of writing a citation down."""

STANDINGS: Mapping[str, str] = {
    "draft": "draft minutes",
    "confirmed": "minutes confirmed",
    "corrected": "minutes since corrected",
}
"""How a footnote tells the standing of minutes: behind the meeting's day, which is not the day that gave it to them."""

SHORT_HASH = 12  # characters of a hash that a person can compare; the link has the whole of it
KEY_HASH = 8  # … that keep two quotations of one minute apart in a list of thousands
MARKUP = re.compile(r"[\\`*_\[\]<>&~|$]")  # what common readers of Markdown give a meaning to anywhere in a line
OPENS = re.compile(r"^(?:[#+=:-]|\d+(?=[.)]))")  # and what they give one to at its beginning: headings, rules, lists
TEX: Mapping[str, str] = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", '"': r"{\textquotedbl}", "@": r"{@}",
}  # fmt: skip
"""What TeX and BibTeX give a meaning to, and how it is written to stand for itself."""

UNSAFE = re.compile(r"[^\x21-\x7e]|[\"<>\\^`{|}]")  # what may not stand in an address as it is (RFC 3986)


def styled(citation: Citation, style: Style, link: str) -> str:
    """Return the citation in a style, with its permanent link."""
    return _STYLES[style](citation, _address(link))


def markdown_text(words: str) -> str:
    r"""Return words on one line such that Markdown and HTML show them as they are.

    Example: ``markdown_text("5 * 3 <b>")`` is ``5 \* 3 \<b\>``.
    """
    line = MARKUP.sub(lambda found: "\\" + found.group(), _folded(words))
    return OPENS.sub(lambda found: found.group() + "\\" if found.group().isdigit() else "\\" + found.group(), line)


def tex_text(words: str) -> str:
    """Return words on one line such that TeX prints them as they are; braces stay balanced."""
    return "".join(TEX.get(letter, letter) for letter in _folded(words))


def _plain(citation: Citation, link: str) -> str:
    return f"“{_folded(citation.quote)}” ({_folded(citation.label)}; {_place(citation)}; {link})"


def _markdown(citation: Citation, link: str) -> str:
    label, place = markdown_text(citation.label), markdown_text(_place(citation))
    return f"> {markdown_text(citation.quote)}\n>\n> — [{label}](<{link}>), {place}"


def _oscola(citation: Citation, link: str) -> str:
    """Return a footnote after OSCOLA 4th edition, 3.4.1 ("other secondary sources").

    The day on which a page was visited is left out: the hash in the link says which paper it was.
    """
    author = ", ".join(filter(None, map(_folded, _council_and_body(citation))))
    heading = _folded(citation.heading or "") or _folded(citation.paper)
    title = f"‘{heading}’"
    day = ", ".join(filter(None, (_day(citation), STANDINGS.get(citation.standing or "", ""))))
    minute = f"minute {_folded(citation.minute)}" if citation.minute else ""
    place = ", ".join(filter(None, (minute, _resolution(citation), _page(citation))))
    parts = (f"{author}," if author else "", title, f"({day})" if day else "", place, f"<{link}>")
    return " ".join(filter(None, parts)) + "."


def _council_and_body(citation: Citation) -> tuple[str, ...]:
    """Return the council and its body, once where the body is the council itself."""
    name = body_named(citation.council, citation.body)
    return (name,) if not citation.body or name == citation.council else (citation.council or "", citation.body)


def _report(citation: Citation, link: str) -> str:
    item = _folded(citation.label.split(",")[0]) if not citation.minute else f"Minute {_folded(citation.minute)}"
    if citation.minute and citation.heading:
        item += f" ({_folded(citation.heading)})"
    parts = [
        _folded(body_named(citation.council, citation.body)),
        _day(citation),
        item,
        _resolution(citation),
        _page(citation),
    ]
    standing = {"draft": " [draft minutes, not yet confirmed]", "corrected": " [minutes since corrected]"}
    source = f"Source: {_folded(citation.paper)}, SHA-256 {citation.sha256[:SHORT_HASH]}, {link}"
    where = ", ".join(filter(None, dict.fromkeys(parts))) + standing.get(citation.standing or "", "")
    return f"{where}: “{_folded(citation.quote)}” {source}"


def _bibtex(citation: Citation, link: str) -> str:
    title = ": ".join(filter(None, (citation.label.split(",")[0], citation.heading if citation.minute else "")))
    author = ", ".join(filter(None, _council_and_body(citation)))
    note = f"“{citation.quote}” ({citation.label}; {citation.paper}; SHA-256 {citation.sha256})"
    day = citation.meeting_date
    fields = {
        "author": f"{{{tex_text(author)}}}" if author else "",
        "title": f"{{{tex_text(title)}}}",
        "year": str(day.year) if day else "",
        "month": str(day.month) if day else "",
        "day": str(day.day) if day else "",
        "pages": tex_text(citation.printed_page) if citation.printed_page else "",
        "howpublished": tex_text(_place(citation)),
        "note": tex_text(note),
        "url": link,
    }
    written = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{_key(citation)},\n{written}}}"


_STYLES: Mapping[Style, Callable[[Citation, str], str]] = {
    "plain": _plain,
    "markdown": _markdown,
    "oscola": _oscola,
    "report": _report,
    "bibtex": _bibtex,
}


def _key(citation: Citation) -> str:
    """Return a key that is the same whatever else is cited beside it, and that of no other quotation."""
    day = citation.meeting_date.isoformat() if citation.meeting_date else "undated"
    minute = f"minute {citation.minute}" if citation.minute else ""
    quoted = sha256(f"{citation.passage}\n{citation.quote}".encode("utf-8", "replace")).hexdigest()[:KEY_HASH]
    words = unicodedata.normalize("NFKD", f"{citation.body or 'paper'} {day} {minute} {quoted}")
    return "-".join(re.findall(r"[a-z0-9]+", words.encode("ascii", "ignore").decode().lower()))


def _place(citation: Citation) -> str:
    return f"{_folded(citation.paper)}, {page_of(None, citation.pdf_page, reading_copy=citation.reading_copy)}"


def _page(citation: Citation) -> str:
    printed = _folded(citation.printed_page) if citation.printed_page else None
    return page_of(printed, citation.pdf_page, reading_copy=citation.reading_copy)


def _resolution(citation: Citation) -> str:
    return f"resolution {citation.resolution}" if citation.resolution is not None else ""


def _day(citation: Citation) -> str:
    return spoken(citation.meeting_date) if citation.meeting_date else ""


def _folded(words: str) -> str:
    """Return words on one line, without characters that a screen would obey."""
    kept = "".join(" " if letter.isspace() else letter for letter in words if unicodedata.category(letter) not in
                   {"Cf", "Cs", "Co"} and (letter.isspace() or unicodedata.category(letter) != "Cc"))  # fmt: skip
    return " ".join(kept.split())


def _address(link: str) -> str:
    """Return the link with everything escaped that could end it where it stands."""
    return UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), link)
