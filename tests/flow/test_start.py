"""What a command loads before it does anything: nothing that only a live source needs."""

import subprocess
import sys
from pathlib import Path

import pytest

LIVE = ("httpx", "httpcore", "websockets", "scalecodec", "secretariat.clients.http")


@pytest.mark.parametrize("command", ["--version", "--help", "table"])
def test_a_command_that_asks_nobody_loads_no_client(command: str, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom secretariat.__main__ import main\n"
        f"sys.argv = ['secretariat', {command!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print('LOADED', [name for name in {LIVE!r} if name in sys.modules])\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout.splitlines()[-1] == "LOADED []"
