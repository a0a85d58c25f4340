"""Set every sample paper again from its sources: ``python -m corpus.samples.typeset``."""

import json
import logging
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from corpus.samples.house import HOUSES
from corpus.samples.layout import Document, Furnish, Furniture, Ledger, Place
from corpus.samples.parts import agenda, document, front, minutes, notice
from corpus.samples.scan import scan
from corpus.samples.source import Source, SourceError, read_source
from corpus.samples.story import Setting
from corpus.samples.truth import Truth, minutes_truth, standing

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
PAPERS = HERE / "papers"
TRUTH = HERE / "truth.json"
UNNUMBERED = ("front", "agenda")  # front matter bears no printed number, except where a paper's entry says otherwise

Entry = dict[str, Any]
"""One paper in ``papers.toml``: file, kind, title, body, parts."""

_log = logging.getLogger(__name__)


def typeset(sources: Path, target: Path) -> list[Truth]:
    """Set all papers into a folder and return what is known of each."""
    target.mkdir(parents=True, exist_ok=True)
    council = tomllib.loads((sources / "council.toml").read_text(encoding="utf-8"))
    entries = tomllib.loads((sources / "papers.toml").read_text(encoding="utf-8"))["paper"]
    breaks = {
        word.replace("-", ""): word for word in (sources / "hyphens.txt").read_text(encoding="utf-8").split()
    }  # fmt: skip
    held = {path.stem: read_source(path) for path in sorted(sources.glob("*/*.txt"))}
    truths = []
    for entry in entries:
        truths.append(_paper(entry, council, held, breaks, target))
        _log.info("%s: %d pages", entry["file"], truths[-1]["pages"])
    return truths


def _paper(
    entry: Entry, council: dict[str, Any], held: dict[str, Source], breaks: dict[str, str], target: Path
) -> Truth:
    """Set one paper and return what is known of it."""
    scanned = entry.get("scan", False)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "typeset.pdf" if scanned else target / entry["file"]
        ledger = _set(entry, council, held, breaks, path, total=None)
        if HOUSES[entry["body"]].page_of:
            last = [number for number in ledger.printed.values() if number][-1]
            ledger = _set(entry, council, held, breaks, path, total=int(last))
        if scanned:
            scan(path, target / entry["file"], entry["title"])
    return _paper_truth(entry, council, held, ledger)


def _set(
    entry: Entry, council: dict[str, Any], held: dict[str, Source], breaks: dict[str, str], path: Path, *, total: int | None
) -> Ledger:  # fmt: skip
    """Lay a paper out once and return where everything came to stand."""
    house, ledger = HOUSES[entry["body"]], Ledger()
    pdf = Document(
        path, house, ledger, title=entry["title"], subject=council["invented"], first=entry.get("first", 1), total=total
    )
    story: list[Flowable] = []
    for number, part in enumerate(entry["parts"]):
        furniture = _furniture(entry, part, held)
        if number == 0:
            pdf.furniture = furniture
            story += notice(council, Setting(house, ledger, breaks, "notice"))
        else:
            story += [Furnish(furniture), NextPageTemplate("portrait"), PageBreak()]
        story.append(Place(f"{number}/start", ledger))
        story += _part(entry, part, council, held, Setting(house, ledger, breaks, str(number)))
    pdf.build(story)
    return ledger


def _furniture(entry: Entry, part: str, held: dict[str, Source]) -> Furniture:
    """Return what is printed around the pages of one part."""
    word, _, name = part.partition(" ")
    numbered = word not in entry.get("unnumbered", UNNUMBERED)
    if word in ("front", "agenda"):
        return Furniture(numbered)
    header = _source(held, name).header
    return Furniture(numbered, header.get("head", ""), header.get("foot", ""))


def _part(
    entry: Entry, part: str, council: dict[str, Any], held: dict[str, Source], setting: Setting
) -> list[Flowable]:
    """Return the flowables of one part of a paper."""
    word, _, name = part.partition(" ")
    match word:
        case "front":
            return front(council, _source(held, _agenda_name(entry)), setting)
        case "agenda":
            return agenda(_source(held, _agenda_name(entry)), _source(held, f"public-{entry['body']}"), setting)
        case "minutes":
            source = _source(held, name)
            return minutes(council, source, setting, entry.get("minutes_label"), draft=entry.get("draft", False))
        case "document":
            return document(council, _source(held, name), setting)
        case _:
            raise SourceError(f"papers.toml: {entry['file']} has an unknown part {part!r}")


def _agenda_name(entry: Entry) -> str:
    """Return the stem of the source of a meeting's agenda."""
    return f"agenda-{entry['body']}-{entry['meeting'].isoformat()}"


def _source(held: dict[str, Source], name: str) -> Source:
    """Return a source by its file's stem."""
    if name not in held:
        raise SourceError(f"papers.toml names the source {name!r}, which is not there")
    return held[name]


def _paper_truth(entry: Entry, council: dict[str, Any], held: dict[str, Source], ledger: Ledger) -> Truth:
    """Return what is known of one paper, with the pages on which its parts start."""
    all_minutes = tuple(source for source in held.values() if "held" in source.header)
    parts, printings, exempt, replaces = [], [], None, None
    for number, part in enumerate(entry["parts"]):
        word, _, name = part.partition(" ")
        page = ledger.pages[f"{number}/start"][0]
        known: Truth = {"part": word, "title": None, "pdf_page": page, "printed_page": ledger.printed[page]}
        if word == "minutes":
            told = minutes_truth(held[name], ledger, str(number))
            told.update(standing(told["held_on"], told["body"], all_minutes))
            told["body"] = council["bodies"][told["body"]]["name"]
            printings.append(told)
        if word == "document":
            header = held[name].header
            known["title"] = header["title"]
            exempt = header.get("exempt", exempt)
            replaces = header.get("replaces", replaces)
        parts.append(known)
    return {
        "file": entry["file"],
        "kind": entry["kind"],
        "title": entry["title"],
        "council": council["name"],
        "body": council["bodies"][entry["body"]]["name"],
        "meeting": entry["meeting"].isoformat(),
        "pages": len(ledger.printed),
        "printed_pages": list(ledger.printed.values()),
        "scan": entry.get("scan", False),
        "exempt": exempt,
        "replaces": replaces,
        "parts": parts,
        "meetings": printings,
    }


def main() -> None:
    """Set all papers where they are committed, and write down what is known of them."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    truths = typeset(SOURCES, PAPERS)
    stored = {"council": truths[0]["council"], "papers": truths}
    TRUTH.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
