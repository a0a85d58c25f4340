"""Runs: what a system found and answered for every question, as files that outlive the code that made them.

A run is a folder: ``pages.run`` and ``minutes.run`` in the form that trec_eval reads (topic, Q0, docno, rank, score,
tag), ``answers.tsv`` with the outcome and the places cited, ``confidence.tsv`` with how sure the system was of each,
``times.tsv`` with milliseconds, and ``run.json`` with what made it. No words of a paper are kept in a run.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.qrels import Place, docno, parse_docno
from eval.topics import read_rows

ANSWER_COLUMNS = ("id", "outcome", "cited_pages", "cited_minutes", "evidence")
TIME_COLUMNS = ("id", "search_ms", "ask_ms")
CONFIDENCE_COLUMNS = ("id", "confidence")


@dataclass(frozen=True, slots=True)
class Ranked:
    """One place in the order in which a system gave it."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class Answered:
    """What a system answered: its outcome and where it said that its words stand."""

    outcome: str
    pages: tuple[Place, ...]  # of each citation, in order
    minutes: tuple[Place | None, ...]  # of each citation, None where it is not from minutes
    evidence: bool  # the expected words stand in a quotation from a judged page


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one question took, in milliseconds."""

    search_ms: float
    ask_ms: float | None


@dataclass(frozen=True, slots=True)
class Made:
    """What made a run.

    Example: ``Made("minutebook", "a1b2c3d", "papers", 227, "")``.
    """

    system: str
    commit: str
    set_name: str
    papers: int  # how many were searched
    note: str  # which steps were switched off, which settings


@dataclass(frozen=True, slots=True)
class Run:
    """All that one system did with one set of questions."""

    made: Made
    pages: Mapping[str, tuple[Ranked, ...]]
    minutes: Mapping[str, tuple[Ranked, ...]]
    answers: Mapping[str, Answered]
    times: Mapping[str, Timing]
    confidence: Mapping[str, float]  # of each answer, 0 to 1; empty for a system that does not say

    @property
    def name(self) -> str:
        """Return the folder's name: system and commit."""
        return f"{self.made.system}-{self.made.commit}"


def first_of_each(ranked: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """Return the ranking with each place once, where it came first: several passages of one page are one page."""
    seen: dict[Place, Ranked] = {}
    for one in ranked:
        seen.setdefault(one.place, one)
    return tuple(seen.values())


def write_run(run: Run, folder: Path) -> Path:
    """Write the run under ``folder`` and return its own folder."""
    home = folder / run.name
    home.mkdir(parents=True, exist_ok=True)
    (home / "run.json").write_text(json.dumps(asdict(run.made), indent=1) + "\n", encoding="utf-8")
    _write(home / "pages.run", _trec(run.pages, run.name))
    _write(home / "minutes.run", _trec(run.minutes, run.name))
    _write(home / "answers.tsv", ["\t".join(ANSWER_COLUMNS), *(_answer(*one) for one in sorted(run.answers.items()))])
    times = [f"{topic}\t{_ms(time.search_ms)}\t{_ms(time.ask_ms)}" for topic, time in sorted(run.times.items())]
    _write(home / "times.tsv", ["\t".join(TIME_COLUMNS), *times])
    sure = [f"{topic}\t{one:.4f}" for topic, one in sorted(run.confidence.items())]
    _write(home / "confidence.tsv", ["\t".join(CONFIDENCE_COLUMNS), *sure])
    return home


def read_run(home: Path) -> Run:
    """Return the run kept in this folder."""
    made = Made(**json.loads((home / "run.json").read_text(encoding="utf-8")))
    answers = {
        row["id"]: Answered(
            row["outcome"],
            tuple(parse_docno(one) for one in row["cited_pages"].split()),
            tuple(None if one == "-" else parse_docno(one) for one in row["cited_minutes"].split()),
            row["evidence"] == "1",
        )
        for row in read_rows(home / "answers.tsv", ANSWER_COLUMNS)
    }
    times = {
        row["id"]: Timing(float(row["search_ms"]), float(row["ask_ms"]) if row["ask_ms"] else None)
        for row in read_rows(home / "times.tsv", TIME_COLUMNS)
    }
    return Run(
        made, _read_trec(home / "pages.run"), _read_trec(home / "minutes.run"), answers, times, _confidence(home)
    )


def _confidence(home: Path) -> dict[str, float]:
    """Return the confidences kept; none in a run that was made before systems said."""
    kept = home / "confidence.tsv"
    rows = read_rows(kept, CONFIDENCE_COLUMNS) if kept.is_file() else []
    return {row["id"]: float(row["confidence"]) for row in rows}


def _trec(rankings: Mapping[str, Sequence[Ranked]], tag: str) -> list[str]:
    return [
        f"{topic} Q0 {docno(one.place)} {rank} {one.score:.6f} {tag}"
        for topic, ranking in sorted(rankings.items())
        for rank, one in enumerate(ranking, start=1)
    ]


def _read_trec(path: Path) -> dict[str, tuple[Ranked, ...]]:
    rankings: dict[str, list[Ranked]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        topic, _, place, _, score, _ = line.split()
        rankings.setdefault(topic, []).append(Ranked(parse_docno(place), float(score)))
    return {topic: tuple(ranking) for topic, ranking in rankings.items()}


def _answer(topic: str, answered: Answered) -> str:
    pages = " ".join(docno(place) for place in answered.pages)
    minutes = " ".join("-" if place is None else docno(place) for place in answered.minutes)
    return "\t".join((topic, answered.outcome, pages, minutes, "1" if answered.evidence else "0"))


def _ms(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
