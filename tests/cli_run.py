"""Run the command line as a person would, in a folder of its own."""

import os
import subprocess
import sys
from pathlib import Path


def run(
    *arguments: str, folder: Path, check: int | None = 0, seconds: int = 300, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``secretariat`` with arguments, for so many seconds at the most; ``check`` is the exit code expected, None for any."""
    done = subprocess.run(
        [sys.executable, "-m", "secretariat", *arguments],
        cwd=folder,
        env={**os.environ, "SECRETARIAT_PERSON": "ada", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
    )
    if check is not None:
        assert done.returncode == check, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done
