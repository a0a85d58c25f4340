"""How people are named in council papers, as pieces of patterns."""

from corpus.phrases import HONOURS, TITLES

TITLE = "(?:" + "|".join(sorted(TITLES, key=len, reverse=True)) + r")\b\.?"
"""A title: "Councillor", "Mrs", "Y Cynghorydd"."""

WORD = r"(?:[A-Z]\.|[A-Z][\w'’-]*)"
"""One word of a name: "Eze-Okubuiro", "G."."""

HONOUR = "(?:" + "|".join(HONOURS) + r")\b"
"""An honour after a comma: "OBE"."""

PERSON = rf"(?:(?:{TITLE}\s+)*{TITLE}\s+{WORD}(?:\s+{WORD}){{0,3}}|{WORD}(?:\s+{WORD}){{1,3}})"
"""A person, with a title and one word, or with two words or more."""
