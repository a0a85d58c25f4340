"""What a whole paper is: told from its first page, its name and what was read in it."""

import re
from collections.abc import Sequence

from corpus.paragraphs import Paragraph
from corpus.phrases import COVERING, KIND_NAMES, KIND_WORDS, SUMMONS
from corpus.phrasing import says
from corpus.put_to import put_to
from corpus.rows import folded
from corpus.titles import has_fields
from corpus.types import Paper, PaperKind

_NEWS = re.compile(r"\bnewsletter\b", re.IGNORECASE)
_APPENDIX = re.compile(r"\b(?:appendix|annex|enclosure|schedule)\b", re.IGNORECASE)


def kind_of(paper: Paper, paragraphs: Sequence[Paragraph], documents: Sequence[str]) -> PaperKind:
    """Return what a paper was taken for; ``documents`` are the sorts of its sections in order."""
    if not paragraphs:
        return _by_name(paper) or "other"
    name = _name(paper)
    first = [folded(paragraph.text) for paragraph in paragraphs[:60] if paragraph.page == paragraphs[0].page]
    head = " ".join(first[:14])[:1500]
    appended = re.search(r"\b(?:appendix|annex)\b", name) is not None or _APPENDIX.search(head[:60]) is not None
    if documents and documents[0] == "minutes":
        return "minutes"
    if _NEWS.search(head[:200]) or _NEWS.search(name):
        return "newsletter"  # before its invitations are taken for a summons
    if says(COVERING, " ".join(first)):
        return "supplement" if re.search(r"supplement|replac", name + head, re.IGNORECASE) else "pack"
    if not appended and any(says(SUMMONS, text) for text in first):
        if "pack" in name or (len(paper.pages) > 8 and len(documents) > 1):
            return "supplement" if "supplement" in name else "pack"
        return "front_sheet" if re.search(r"front ?sheet", name) else "agenda"
    if "minutes" in documents and len(documents) > 2:
        return "pack"
    fields = has_fields(paragraphs[:20])
    if _APPENDIX.search(head[:60]) and fields < 3:
        return "appendix"
    for phrase, kind in KIND_WORDS:
        if says(phrase, head[:260]):
            return kind
    named = _by_name(paper)
    if named is None and (fields > 1 or re.search(r"\brecommendations?\b", head, re.IGNORECASE)):
        return "report"
    if named is None and any(put_to(text) is not None for text in first[:14] if len(text) < 130):
        return "report"
    if named is None and re.search(
        r"\b(?:strategy|plan|policy|statement|budget|report|review|update)\b", head[:120], re.IGNORECASE
    ):
        return "report"
    return named or ("minutes" if "minutes" in documents else "other")


def _by_name(paper: Paper) -> PaperKind | None:
    name = _name(paper)
    return next((kind for phrase, kind in KIND_NAMES if re.search(phrase, name)), None)


def _name(paper: Paper) -> str:
    return re.sub(r"[_.]+", " ", paper.name.rsplit(".", 1)[0]).lower()
