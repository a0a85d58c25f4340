"""The forms in which papers are published, and what a page of each is called."""

from pathlib import PurePath

PDF, WORD, PAGE, ARCHIVE, MARKDOWN = ".pdf", ".docx", ".html", ".mhtml", ".md"
"""The forms of papers, each by the ending under which the library keeps an original."""

FORMS = {
    ".pdf": PDF, ".docx": WORD, ".html": PAGE, ".htm": PAGE, ".xhtml": PAGE, ".mhtml": ARCHIVE, ".mht": ARCHIVE,
    ".md": MARKDOWN, ".markdown": MARKDOWN,
}  # fmt: skip
"""What the ending of a file's name says of its form."""


def page_of(printed_page: str | None, pdf_page: int, *, reading_copy: bool) -> str:
    """Return the name of a page: by its printed number, else by its place in the PDF or in the reading copy."""
    if reading_copy:
        return f"page {pdf_page} of the reading copy"
    return f"page {printed_page}" if printed_page else f"PDF page {pdf_page}"


def page_in(paper: str, pdf_page: int) -> str:
    """Return the name of a page of the file of this name: a Word document has pages in its reading copy alone."""
    return page_of(None, pdf_page, reading_copy=FORMS.get(PurePath(paper).suffix.lower(), PDF) != PDF)
