"""Makes sure that the five folders imported are Minutebook's own, since their names are plain words.

Imports nothing of Minutebook's: it has to work when one of the names is taken.
"""

from importlib.util import find_spec
from pathlib import Path

FOLDERS = ("corpus", "index", "search", "ui", "eval")
HOME = Path(__file__).resolve().parent.parent


def taken_name(folders: tuple[str, ...] = FOLDERS, home: Path = HOME) -> str | None:
    """Say in one line which of Minutebook's names another package has taken and what to do; None where all is well."""
    for name in folders:
        spec = find_spec(name)
        if spec is None:
            return f"The folder {name} of Minutebook is missing from {home}: install Minutebook again."
        places = [Path(place).resolve() for place in spec.submodule_search_locations or ()]
        if places != [home / name]:
            intruder = next((place for place in places if place != home / name), spec.origin)
            return (
                f"Another package called {name} stands in the way of Minutebook's own: {intruder}. "
                "Install Minutebook into a virtual environment of its own, or take that folder off PYTHONPATH."
            )
    return None
