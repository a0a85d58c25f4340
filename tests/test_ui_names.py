"""Minutebook's folders have plain names: another package that takes one of them is found and named."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.names import taken_name

ROOT = Path(__file__).resolve().parent.parent


def test_all_names_are_our_own_in_this_checkout() -> None:
    assert taken_name() is None


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    complaint = taken_name(("no_such_folder",), tmp_path)

    assert complaint == f"The folder no_such_folder of Minutebook is missing from {tmp_path}: install Minutebook again."


@pytest.mark.parametrize("name", ["corpus", "index", "search", "eval"])
def test_a_package_that_takes_a_name_is_one_line_and_status_2(tmp_path: Path, name: str) -> None:
    intruder = tmp_path / name
    intruder.mkdir()
    (intruder / "__init__.py").write_text("", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", "import sys; from ui.cli import main; sys.exit(main(['ask', 'anything']))"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        f"Another package called {name} stands in the way of Minutebook's own: {intruder}. "
        "Install Minutebook into a virtual environment of its own, or take that folder off PYTHONPATH.\n"
    )
