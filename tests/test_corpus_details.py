"""What a PDF says of itself, and PDFs that say it badly."""

from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from corpus.details import Bookmark, Details, read_details
from corpus.errors import PaperError


def blank(pages: int) -> PdfWriter:
    """Return a writer with empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    return writer


def test_outline_labels_title_and_attachments_are_read(tmp_path: Path) -> None:
    writer = blank(3)
    writer.add_metadata({"/Title": " Public reports  pack ", "/Author": "Democratic Services"})
    item = writer.add_outline_item("8 High Needs Block", 1)
    writer.add_outline_item("Appendix A", 2, parent=item)
    writer.set_page_label(0, 1, prefix="Front ")
    writer.set_page_label(2, 2, style="/D")
    writer.add_attachment("figures.csv", b"1,2")
    writer.write(tmp_path / "a.pdf")
    details = read_details(tmp_path / "a.pdf")
    assert details.title == "Public reports pack"
    assert details.author == "Democratic Services"
    assert details.outline == (Bookmark("8 High Needs Block", 0, 2), Bookmark("Appendix A", 1, 3))
    assert details.labels == ("Front ", "Front ", "1")
    assert details.attachments == ("figures.csv",)
    assert not details.encrypted


def test_a_locked_file_is_known_as_encrypted(tmp_path: Path) -> None:
    writer = blank(1)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    assert read_details(tmp_path / "a.pdf") == Details(encrypted=True)


def test_an_outline_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    writer = blank(1)
    entry = DictionaryObject({NameObject("/Title"): TextStringObject("Round")})
    reference = writer._add_object(entry)
    entry[NameObject("/Next")] = reference
    entry[NameObject("/First")] = reference
    writer.root_object[NameObject("/Outlines")] = DictionaryObject({NameObject("/First"): reference})
    writer.write(tmp_path / "a.pdf")
    assert read_details(tmp_path / "a.pdf").outline == (Bookmark("Round", 0, None),)


def test_what_is_malformed_is_left_out(tmp_path: Path) -> None:
    writer = blank(1)
    writer.root_object[NameObject("/Names")] = NumberObject(7)
    writer.root_object[NameObject("/PageLabels")] = ArrayObject()
    writer.write(tmp_path / "a.pdf")
    details = read_details(tmp_path / "a.pdf")
    assert (details.attachments, details.outline) == ((), ())


def test_a_file_that_is_no_pdf_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"rubbish")
    with pytest.raises(PaperError, match=r"^a\.pdf: damaged, what it says of itself cannot be read; fetch it again$"):
        read_details(tmp_path / "a.pdf")
