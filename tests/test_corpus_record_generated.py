"""Minutes made up in every style of numbering and of deciding are read back as they were made."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.record import read_record
from corpus.rows import quoted
from tests.typed_papers import typed

HEAD = """
*BARSETSHIRE DISTRICT COUNCIL*

*MINUTES of a meeting of the HIGHWAYS AND DRAINS COMMITTEE*
held in the Town Hall, Barchester on Tuesday, 4 March 2025

Present: Councillor Arabin (Chair), Councillor Bold and Councillor Proudie

"""
TOPICS = ("Apologies", "Report of the Surveyor", "Culverts", "Gritting of Lanes", "The Toll House", "Signposts")
WORDS = ("the report", "a survey of the culvert", "the lamp by the bridge", "new signs in Plumstead", "the grit bins")
ACTS = ("be approved.", "be deferred to the next meeting.", "be noted.", "be repaired before the winter.")

NUMBERINGS = {
    "129.": lambda n: f"{n}.",  # Leicester, Kent
    "16.11.5": lambda n: f"16.11.{n}",  # Milburn
    "14/037:": lambda n: f"14/{n:03d}:",  # a year before a rising number
    "111/20": lambda n: f"{n}/20",  # a rising number before a year
    "R2025-001": lambda n: f"R2025-{n:03d}",  # a letter and a year
    "52": lambda n: f"{n}",  # no point
    "CAB/23/45": lambda n: f"CAB/23/{n}",  # London boroughs, combined authorities
    "PC24/105": lambda n: f"PC24/{n}",  # town councils
    "45/24-25": lambda n: f"{n}/24-25",  # districts, by the municipal year
    "P.23": lambda n: f"P.{n}",  # parishes
    "C.14/25": lambda n: f"C.{n}/25",  # Northern Ireland
    "Min. No. 45": lambda n: f"Min. No. {n}",  # counties
    "§12.": lambda n: f"§{n}.",  # boards
}
PRINTED_BEFORE = ("Min. No. ", "§")  # printed before a number, and no part of it


@dataclass(frozen=True)
class Deciding:
    """A way of setting out what was decided, and what is to be read back."""

    verb: str
    parts: tuple[str, ...]
    printed: str


def _agreed(parts: tuple[str, ...]) -> str:
    return "*AGREED:*\n\n" + "\n\n".join(f"    {n}) {part}" for n, part in enumerate(parts, 1))


def _resolved_list(parts: tuple[str, ...]) -> str:
    return "(3) RESOLVED that:\n\n" + "\n\n".join(f"    ({'abcdefg'[n]}) {part}" for n, part in enumerate(parts))


def _dashed(parts: tuple[str, ...]) -> str:
    return "RESOLVED –\n\n" + "\n\n".join(f"({n}) {part}" for n, part in enumerate(parts, 1))


def _formally(parts: tuple[str, ...]) -> str:
    return "*Resolved (unanimously):*\n\n" + "\n\n".join(f"    {'abcdefg'[n]}) {part}" for n, part in enumerate(parts))


def _body_resolved(parts: tuple[str, ...]) -> str:
    return "The Committee RESOLVED:\n\n" + "\n\n".join(
        f"    {'i' * (n + 1)}. {part}" for n, part in enumerate(parts[:3])
    )


def _bullets(parts: tuple[str, ...]) -> str:
    return "RESOLVED:\n" + "\n".join(f"    • {part}" for part in parts)


def _decision(parts: tuple[str, ...]) -> str:
    return "*DECISION:*\n\n" + parts[0]


def _inline(parts: tuple[str, ...]) -> str:
    return f"RESOLVED: {parts[0]}"


def _nem_con(parts: tuple[str, ...]) -> str:
    return f"RESOLVED (nem. con.): {parts[0]}"


def _was_resolved(parts: tuple[str, ...]) -> str:
    return f"It was RESOLVED: {parts[0]}"


def _moved(parts: tuple[str, ...]) -> str:
    return f"IT WAS MOVED BY Councillor Bold, SECONDED BY Councillor Proudie and RESOLVED: {parts[0]}"


def _penderfynwyd(parts: tuple[str, ...]) -> str:
    return f"PENDERFYNWYD: {parts[0]}"


STYLES = {
    "agreed": _agreed, "resolved list": _resolved_list, "resolved bullets": _bullets, "resolved dash": _dashed,
    "resolved unanimously": _formally, "resolved by the body": _body_resolved,
}  # fmt: skip
SINGLE = {
    "decision": _decision, "resolved": _inline, "resolved nem. con.": _nem_con, "resolved it was": _was_resolved,
    "resolved moved": _moved, "penderfynwyd": _penderfynwyd,
}  # fmt: skip


@st.composite
def decidings(draw: st.DrawFn) -> Deciding:
    parts = tuple(
        f"That {word} {act}"
        for word, act in draw(
            st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(ACTS)), min_size=1, max_size=4)
        )
    )
    style = draw(st.sampled_from(sorted({*STYLES, *SINGLE})))
    if style in SINGLE:
        return Deciding(style.split()[0], parts[:1], SINGLE[style](parts))
    parts = parts[:3] if style == "resolved by the body" else parts
    return Deciding(style.split()[0], parts, STYLES[style](parts))


@st.composite
def meetings(draw: st.DrawFn) -> tuple[str, list[tuple[str, str, Deciding | None]]]:
    style = draw(st.sampled_from(sorted(NUMBERINGS)))
    number, star = NUMBERINGS[style], "*" if style == "52" else draw(st.sampled_from(("*", "")))
    first = draw(st.integers(1, 300))
    items = []
    text = HEAD
    for place, topic in enumerate(draw(st.lists(st.sampled_from(TOPICS), min_size=2, max_size=5, unique=True))):
        deciding = draw(st.none() | decidings())
        text += f"{star}{number(first + place)} {topic}{star}\n"
        text += f"(Item {place + 1})\n\n" if draw(st.booleans()) else "\n"
        mark = draw(st.sampled_from(("({})", "{}.", "{})")))
        text += f"{mark.format(1)} The Surveyor introduced the report and answered questions about its cost.\n\n"
        text += f"{mark.format(2)} Councillor Bold asked why the culvert had not been cleared in the autumn.\n\n"
        text += f"{deciding.printed}\n\n" if deciding else ""
        items.append((_known_as(number(first + place)), topic, deciding))
    return text, items


def _known_as(printed: str) -> str:
    """Return a number as it is known, without what is printed around it."""
    for before in PRINTED_BEFORE:
        printed = printed.removeprefix(before)
    return printed.rstrip(".:")


@given(meetings(), st.integers(8, 60))
@settings(max_examples=200, deadline=None)
def test_minutes_in_any_style_are_read_back_as_they_were_made(
    made: tuple[str, list[tuple[str, str, Deciding | None]]], lines_a_page: int
) -> None:
    text, items = made
    lines = text.strip("\n").split("\n")
    first = max(lines_a_page, HEAD.count("\n"))  # the heading and those present stand on the first page
    pages = [lines[:first], *(lines[at : at + lines_a_page] for at in range(first, len(lines), lines_a_page))]
    paper = typed(*("\n".join(page) for page in pages if any(line.strip() for line in page)))
    record = read_record(paper)
    (proceedings,) = record.proceedings
    assert [(minute.number, minute.heading) for minute in proceedings.minutes] == [item[:2] for item in items]
    for minute, (_, _, deciding) in zip(proceedings.minutes, items, strict=True):
        assert tuple(part.text for part in minute.resolutions) == (deciding.parts if deciding else ())
        assert {part.verb for part in minute.resolutions} == ({deciding.verb} if deciding else set())
        assert all(quoted(paper, part.spans) == part.text for part in minute.resolutions)
    assert record.meeting.body == "Highways and Drains Committee"
    assert str(record.meeting.held_on) == "2025-03-04"
    assert record.meeting.council == "Barsetshire District Council"
