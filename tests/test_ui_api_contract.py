"""The API against its own description: schemathesis makes requests of every kind, and no answer is a server's error."""

import json
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

pytest.importorskip("schemathesis", reason="schemathesis is not installed (pip install -e .[dev])")

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


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


def test_the_description_tells_every_field_of_an_answer(address: str) -> None:
    with urllib.request.urlopen(f"{address}/api/openapi.json", timeout=60) as answer:  # noqa: S310  # our own address
        schemas = json.load(answer)["components"]["schemas"]
    asked = urllib.parse.urlencode({"q": "what was agreed on the LADO annual report", "cite": "oscola"})
    with urllib.request.urlopen(f"{address}/api/ask?{asked}", timeout=60) as answer:  # noqa: S310  # as above
        form = json.load(answer)

    assert set(form) == set(schemas["SummarisedForm"]["required"])
    assert set(form["citations"][0]) == set(schemas["CitationForm"]["properties"])
