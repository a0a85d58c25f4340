"""The parts that a paper is made of: front sheet, agenda, minutes, and any other document."""

from datetime import date
from typing import Any

from reportlab.lib import colors
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from corpus.samples.source import Source
from corpus.samples.story import Setting, flow

Council = dict[str, Any]
"""What ``council.toml`` says of the council and its bodies."""


def long_date(day: date) -> str:
    """Return a date as papers print it: "18 June 2024"."""
    return f"{day.day} {day:%B %Y}"


def notice(council: Council, setting: Setting) -> list[Flowable]:
    """Return the box that says that the council is made up."""
    words = setting.words(f"*{council['invented']}*", setting.house.style(align="centre", after=0, size=9))
    box = Table([[words]], colWidths=[setting.width])
    box.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 0.75, colors.black)]))
    return [box, Spacer(1, 14)]


def front(council: Council, meeting: Source, setting: Setting) -> list[Flowable]:
    """Return the front sheet of an agenda."""
    house, header = setting.house, meeting.header
    day = date.fromisoformat(header["date"])
    name = council["bodies"][header["body"]]["name"]
    big = house.style(align="left", bold=True, size=20, after=16)
    plain = house.style(align="left")
    special = "SPECIAL " if "special" in header else ""
    called = f"{special}MEETING OF THE {name.upper()}" if house.heading == "caps" else f"{special.title()}{name}"
    story: list[Flowable] = [setting.words(council["name"], big), setting.words(f"**{called}**", house.style(size=14))]
    story += [
        setting.words(f"**DATE:** {day:%A}, {long_date(day)}", plain),
        setting.words(f"**TIME:** {header['time']}", plain),
        setting.words(f"**PLACE:** {header['place']}, {council['place']}", plain),
        setting.words("**Members**", house.style(align="left", before=12)),
    ]
    story += [setting.words(line, house.style(align="left", after=2)) for line in meeting.listed("members")]
    if "coopted" in header:
        story.append(setting.words("**Co-opted members and standing invitees**", house.style(align="left", before=10)))
        story += [setting.words(line, house.style(align="left", after=2)) for line in meeting.listed("coopted")]
    called_to = "Members are summoned to attend the above meeting to consider the items of business listed overleaf."
    story += [
        setting.words(called_to, house.style(align="left", before=14)),
        setting.words("For the Monitoring Officer", plain),
        setting.words(f"**Officer contact:** {council['bodies'][header['body']]['clerk']}", house.style(before=10)),
    ]
    return story


def agenda(meeting: Source, public: Source, setting: Setting) -> list[Flowable]:
    """Return what the public should know, and the list of items."""
    house = setting.house
    story = flow(public.blocks, setting)
    story.append(setting.words("**AGENDA**", house.style(align="centre", before=12, keep=True)))
    for block in meeting.blocks:
        if block.kind != "minute":
            story += flow((block,), setting)
            continue
        label = f"   {block.name}" if block.name else ""
        style = house.style(align="left", bold=True, before=7, left=24, hang=24, after=3, keep=True)
        story.append(setting.words(f"{block.text}{label}", style, bullet=f"{block.marker}."))
    return story


def minutes(
    council: Council, source: Source, setting: Setting, label: str | None, *, draft: bool, signed: str | None
) -> list[Flowable]:
    """Return the minutes of a meeting in the body's own way."""
    house, header = setting.house, source.header
    day = date.fromisoformat(header["held"])
    name = council["bodies"][header["body"]]["name"]
    story: list[Flowable] = []
    if label:
        story.append(setting.words(f"**{label}**", house.style(align="right")))
    if draft:
        story.append(
            setting.words("**DRAFT – subject to confirmation at the next meeting**", house.style(align="left"))
        )
    story += _opening(council["name"], name, source, day, setting)
    story += _attendance(source, setting)
    if house.heading == "item":
        story.append(setting.words("**UNRESTRICTED ITEMS**", house.style(align="centre", before=6)))
    setting.indent = house.hang
    story += flow(source.blocks, setting)
    setting.indent = 0
    if "closed" in header:
        story.append(setting.words(f"The meeting closed at {header['closed']}.", house.style(align="left", before=10)))
    if house.heading == "plain":
        dots = "." * 45
        story.append(setting.words(f"Signed {dots} Chair     Date {dots[:25]}", house.style(align="left", before=18)))
    if signed:
        story.append(setting.words(f"Signed as a correct record: *{signed}*", house.style(align="left", before=24)))
    return story


def _opening(council: str, body: str, source: Source, day: date, setting: Setting) -> list[Flowable]:
    """Return the lines that say which meeting the minutes are of."""
    house, header = setting.house, source.header
    special = "special " if "special" in header else ""
    centre = house.style(align="centre", bold=True)
    match house.heading:
        case "caps":
            held = f"Held: {day:%A}, {long_date(day)}".upper().replace("HELD:", "Held:") + f" at {header['time']}"
            return [
                setting.words(council, house.style(align="left", bold=True, size=14)),
                setting.words(f"Minutes of the {special.title()}Meeting of the", centre),
                setting.words(body.upper(), centre),
                setting.words(held, centre),
            ]
        case "item":
            held = (
                f"MINUTES of a {special}meeting of the {body} held in the {header['place']}, Civic Hall, Saltersmere "
                f"on {day:%A}, {long_date(day)}."
            )
            return [
                setting.words(council.upper(), centre),
                setting.words(body.upper(), centre),
                setting.words(held, house.style()),
            ]
        case _:
            return [
                setting.words(f"{council}: {body}", house.style(align="left", bold=True, size=14)),
                setting.words(f"Minutes of the meeting held on {day:%A} {long_date(day)} at {header['time']}, "
                              f"{header['place']}, Civic Hall", house.style(align="left")),
            ]  # fmt: skip


def _attendance(source: Source, setting: Setting) -> list[Flowable]:
    """Return the list of those present in the body's own way."""
    house = setting.house
    present, attending = source.listed("present"), source.listed("attending")
    match house.heading:
        case "caps":
            line = house.style(align="centre", after=1)
            lines = [setting.words("**P R E S E N T :**", house.style(align="centre", before=8))]
            lines += [setting.words(entry.replace(" (", " – ").removesuffix(")"), line) for entry in present]
            if attending:
                lines.append(setting.words("**In Attendance:**", house.style(align="centre", before=8)))
                lines += [setting.words(entry.replace(" (", " – ").removesuffix(")"), line) for entry in attending]
            return [*lines, setting.words("* * * * *", house.style(align="centre", before=6))]
        case "item":
            return [
                setting.words(f"PRESENT: {_sentence(present)}", house.style()),
                setting.words(f"IN ATTENDANCE: {_sentence(attending)}", house.style()),
            ]
        case _:
            return [_two_columns(present, setting), *_officers(source, setting)]


def _sentence(entries: tuple[str, ...]) -> str:
    """Return a list as a sentence prints it."""
    return entries[0] if len(entries) == 1 else f"{', '.join(entries[:-1])} and {entries[-1]}"


def _two_columns(entries: tuple[str, ...], setting: Setting) -> Table:
    """Return a list of names in two columns, read down the left one first."""
    half = (len(entries) + 1) // 2
    style = setting.house.style(align="left", after=0)
    left, right = entries[:half], (*entries[half:], "")[:half]
    rows = [[setting.words(a, style), setting.words(b, style)] for a, b in zip(left, right, strict=True)]
    heading = [setting.words("**Present**", style), ""]
    table = Table([heading, *rows], colWidths=[setting.width / 2] * 2)
    table.setStyle(TableStyle([("TOPPADDING", (0, 0), (-1, -1), 0), ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
    return table


def _officers(source: Source, setting: Setting) -> list[Flowable]:
    """Return the lines for officers and for apologies, as planning minutes print them."""
    lines = (("Officers", source.listed("attending")), ("Apologies", source.listed("apologies")))
    style = setting.house.style(align="left", before=4)
    return [setting.words(f"**{label}:** {', '.join(entries)}", style) for label, entries in lines if entries]


def document(council: Council, source: Source, setting: Setting) -> list[Flowable]:
    """Return a report, an appendix, a form or a statement, its capitalised header lines printed as a table."""
    house, header = setting.house, source.header
    left = house.style(align="left")
    story: list[Flowable] = []
    if "exempt" in header:
        story.append(setting.words(f"**{header['exempt']}**", house.style(align="centre", after=10)))
    if "label" in header:
        story.append(setting.words(f"**{header['label']}**", house.style(align="right")))
    if "for" in header:
        meeting_of = f"{council['bodies'][header['body']]['name']}, {long_date(date.fromisoformat(header['for']))}"
        story += [setting.words(f"**{council['name']}**", left), setting.words(meeting_of, left)]
    title = setting.words(header["title"], house.style(align="left", bold=True, size=15, before=4, after=10), "title")
    story.append(title)
    rows = [
        [
            setting.words(f"**{key}**", house.style(align="left", after=0)),
            setting.words(value, house.style(align="left", after=0)),
        ]
        for key, value in header.items()
        if key[0].isupper()
    ]
    if rows:
        table = Table(rows, colWidths=[setting.width * 0.3, setting.width * 0.7])
        table.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
        story += [table, Spacer(1, 10)]
    return story + flow(source.blocks, setting)
