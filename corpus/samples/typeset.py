"""Set every sample paper again from its sources: ``python -m corpus.samples.typeset``."""

import json
import logging
import tempfile
from pathlib import Path

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from corpus.samples.house import HOUSES
from corpus.samples.layout import Document, Furnish, Furniture, Ledger, Place
from corpus.samples.manuscript import Entry, Manuscript, read_manuscript
from corpus.samples.parts import agenda, document, front, minutes, notice
from corpus.samples.scan import scan
from corpus.samples.source import SourceError
from corpus.samples.story import Setting
from corpus.samples.truth import Truth, paper_truth

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
PAPERS = HERE / "papers"
TRUTH = HERE / "truth.json"

_log = logging.getLogger(__name__)


def typeset(sources: Path, target: Path) -> list[Truth]:
    """Set all papers into a folder and return what is known of each."""
    target.mkdir(parents=True, exist_ok=True)
    manuscript = read_manuscript(sources)
    truths = []
    for entry in manuscript.entries:
        truths.append(paper_truth(entry, manuscript, _paper(entry, manuscript, target)))
        _log.info("%s: %d pages", entry.file, truths[-1]["pages"])
    return truths


def truth_text(truths: list[Truth]) -> str:
    """Return what is known of all papers as it is committed."""
    return json.dumps({"council": truths[0]["council"], "papers": truths}, indent=1, ensure_ascii=False) + "\n"


def _paper(entry: Entry, manuscript: Manuscript, target: Path) -> Ledger:
    """Set one paper and return where everything came to stand."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "typeset.pdf" if entry.scan else target / entry.file
        ledger = _set(entry, manuscript, path, total=None)
        if HOUSES[entry.body].page_of:
            last = [number for number in ledger.printed.values() if number][-1]
            ledger = _set(entry, manuscript, path, total=int(last))
        if entry.scan:
            scan(path, target / entry.file, entry.title)
    return ledger


def _set(entry: Entry, manuscript: Manuscript, path: Path, *, total: int | None) -> Ledger:
    """Lay a paper out once and return where everything came to stand."""
    house, ledger, council = HOUSES[entry.body], Ledger(), manuscript.council
    pdf = Document(path, house, ledger, title=entry.title, subject=council["invented"], first=entry.first, total=total)
    story: list[Flowable] = []
    for number, (word, name) in enumerate(entry.parts):
        furniture = _furniture(entry, manuscript, word, name)
        if number == 0:
            pdf.furniture = furniture
            story += notice(council, Setting(house, ledger, manuscript.breaks, "notice"))
        else:
            story += [Furnish(furniture), NextPageTemplate("portrait"), PageBreak()]
        story.append(Place(f"{number}/start", ledger))
        story += _part(entry, manuscript, word, name, Setting(house, ledger, manuscript.breaks, str(number)))
    pdf.build(story)
    return ledger


def _furniture(entry: Entry, manuscript: Manuscript, word: str, name: str) -> Furniture:
    """Return what is printed around the pages of one part."""
    header = manuscript.text(name).header if name else {}
    return Furniture(word not in entry.unnumbered, header.get("head", ""), header.get("foot", ""))


def _part(entry: Entry, manuscript: Manuscript, word: str, name: str, setting: Setting) -> list[Flowable]:
    """Return the flowables of one part of a paper."""
    council = manuscript.council
    match word:
        case "front":
            return front(council, manuscript.agenda(entry), setting)
        case "agenda":
            return agenda(manuscript.agenda(entry), manuscript.text(f"public-{entry.body}"), setting)
        case "minutes":
            source = manuscript.text(name)
            return minutes(council, source, setting, entry.minutes_label, draft=entry.draft, signed=entry.signed)
        case "document":
            return document(council, manuscript.text(name), setting)
        case _:
            raise SourceError(f"papers.toml: {entry.file} has an unknown part {word!r}")


def main() -> None:
    """Set all papers where they are committed, and write down what is known of them."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    TRUTH.write_text(truth_text(typeset(SOURCES, PAPERS)), encoding="utf-8")


if __name__ == "__main__":
    main()
