"""Practice networks in processes of their own, as people start them."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LONGEST_START_SECONDS = 120


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start ``secretariat devnet`` in a folder; what it says comes on its output."""
    return subprocess.Popen(
        [sys.executable, "-m", "secretariat", "devnet", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONUNBUFFERED": "0"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def running(folder: Path, *arguments: str, file: str = "devnet.json") -> Iterator[dict[str, Any]]:
    """Run a network while the block runs, and give what its file tells."""
    process = started(folder, "--pace", "0", *arguments)
    try:
        yield told(folder / file, process)
    finally:
        process.terminate()
        process.communicate(timeout=20)


def told(file: Path, process: subprocess.Popen[str]) -> dict[str, Any]:
    """Wait until the network has written its file, and read it."""
    until = time.monotonic() + LONGEST_START_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, process.communicate()
        if file.exists() and (text := file.read_text()).endswith("}\n"):
            found: dict[str, Any] = json.loads(text)
            return found
        time.sleep(0.05)
    raise AssertionError("the network did not start")
