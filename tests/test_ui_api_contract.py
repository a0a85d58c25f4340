"""The API against its own description: schemathesis makes requests of every kind, and no answer is a server's error."""

import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

pytest.importorskip("schemathesis", reason="schemathesis is not installed (pip install -e .[dev])")

CHECKS = "not_a_server_error,content_type_conformance,response_schema_conformance"


def test_no_request_makes_the_server_fail(address: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *(str(Path(sys.executable).with_name("schemathesis")), "run", f"{address}/api/openapi.json"),
            *("--checks", CHECKS, "--max-examples", "25", "--generation-deterministic"),
            *("--phases", "examples,coverage,fuzzing", "--request-timeout", "60"),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=380,
    )

    assert done.returncode == 0, done.stdout[-4_000:]


def test_a_page_beyond_any_number_is_simply_not_held(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{address}/api/page/0123abcd/31207162884520308736.png", timeout=60)  # noqa: S310

    assert error.value.code == 404
