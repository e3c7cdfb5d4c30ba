"""Where the published worked examples are: in `shared`, beside the project and never inside it."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def reference() -> Path:
    """Folder of the published examples; the test is skipped, and says so, where it is absent."""
    folder = Path(__file__).resolve().parents[2] / ".." / "shared" / "reference" / "methods"
    if not folder.is_dir():
        pytest.skip(f"REFERENCE RESULTS ABSENT: {folder.resolve()} holds none; methods unchecked")
    return folder
