"""Word documents: what python-docx needs help with, and words of any origin made fit for XML."""

import io
import re

from docx import Document
from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from ui.plain import one_line

NO_XML = re.compile("[\ufffe\uffff]")  # no XML document may hold them (XML 1.0, 2.2)


def titled(title: str) -> Word:
    """Return a document with a title, and nothing in its properties but that and who made it."""
    document = Document()
    document.core_properties.title = for_word(title)
    document.core_properties.author = "Minutebook"
    document.core_properties.comments = ""
    document.add_heading(for_word(title), 0)
    return document


def add_link(line: Paragraph, words: str, link: str) -> None:
    """Add words to a line, as a link where the address names a host: python-docx has no call to make one."""
    if not link.startswith(("https://", "http://")):
        line.add_run(for_word(words))
        return
    named = line.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), named)
    run = line.add_run(for_word(words))
    run.font.underline = True
    element.append(run._r)
    line._p.append(element)


def saved(document: Word) -> bytes:
    """Return a document as the bytes of its file."""
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def for_word(text: str) -> str:
    """Return text on one line without what no XML document may hold."""
    return NO_XML.sub("", one_line(text))
