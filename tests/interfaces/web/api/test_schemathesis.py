"""The API does what its description says, whatever is sent: asked by a stranger, schemathesis.

A few examples of each address; with --whole, many.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.interfaces.web.served import serving

CHECKS = (
    *("not_a_server_error", "status_code_conformance", "content_type_conformance"),
    *("response_headers_conformance", "response_schema_conformance", "negative_data_rejection"),
    *("positive_data_acceptance", "unsupported_method", "missing_required_header"),
)


def test_it_does_as_it_says(graph_file: Path, tmp_path: Path, *, whole: bool) -> None:
    command = shutil.which("schemathesis")
    if command is None:
        pytest.skip("schemathesis is not installed")
    phases = "examples,coverage,fuzzing" if whole else "examples,fuzzing"
    with serving("-g", str(graph_file), "--processes", "1") as served:
        run = subprocess.run(
            [
                *(command, "run", f"{served.address}/api/openapi.json", "--seed", "7"),
                *("--max-examples", "100" if whole else "3", "--phases", phases),
                *("--checks", ",".join(CHECKS), "--exclude-operation-id", "verify"),
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
    assert run.returncode == 0, run.stdout[-8000:]
