"""The package from source, where something that it is built with is missing."""

import subprocess
import sys
from pathlib import Path

BACKEND = Path(__file__).parent.parent / "backend"


def test_without_rust_the_build_says_what_is_missing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(BACKEND)!r}); import with_cargo"]
    ran = subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "no `cargo` was found on the PATH" in ran.stderr
    assert "Traceback" not in ran.stderr
