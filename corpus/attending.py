"""People as those who played a part in a meeting: present, absent with apologies, in attendance."""

from corpus.labels import Role
from corpus.people import people
from corpus.rows import Prose
from corpus.types import Attendee


def attending(text: Prose, start: int, end: int, role: Role, alone: bool = False, title: str = "") -> list[Attendee]:
    """Return the people named between two places of a text, as those who played a part."""
    return [
        Attendee(person.name, role, person.note, spans[0])
        for person in people(text.text, start, end, alone, title)
        if (spans := text.spans(person.start, person.end))
    ]
