"""Reading Markdown: as the page that it is written for, lists with the numbers that they begin with."""

import re

from markdown_it import MarkdownIt

from corpus.documents import Document
from corpus.errors import PaperError
from corpus.web_page import read_html
from corpus.web_site import decoded

_FRONT = re.compile(r"\A---[ \t]*\n(?P<facts>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FACT = re.compile(r"^(?P<name>[\w -]{1,40}):[ \t]*[\"']?(?P<value>[^\n]*?)[\"']?[ \t]*$", re.MULTILINE)


def read_markdown(data: bytes, name: str) -> Document:
    """Read the bytes of a Markdown file; a ``PaperError`` of one line says why it cannot be read."""
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    facts = {fact["name"].strip().lower(): fact["value"] for fact in _FACT.finditer(front["facts"])} if front else {}
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"])
    try:
        tokens = parser.parse(text[front.end() :] if front else text)
    except (RecursionError, ValueError) as error:
        raise PaperError(f"{name}: cannot be understood as Markdown; print it to PDF") from error
    for token in tokens:
        if token.type == "ordered_list_open":
            token.attrSet("data-closing", token.markup)
    document = read_html(parser.renderer.render(tokens, parser.options, {}), name, whole=True)
    return Document(facts.get("title") or None, document.parts)
