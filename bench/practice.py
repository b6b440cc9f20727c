"""Measuring sync on the practice network of the main network's size, every answer 100 ms late."""

import json
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.side_by_side import PYTHON, Ended, print_figure, run, run_counted

LATE_SECONDS = 0.1
WAIT_SECONDS = 120
LATE = {
    "faults": [
        {"match": {"server": server}, "nth": 1, "times": 0, "fault": {"kind": "slow", "seconds": LATE_SECONDS}}
        for server in ("node", "query-node")
    ]
}


def measure() -> None:
    """Sync the network twice, the second time with nothing new, and print requests, seconds and memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "faults.json").write_text(json.dumps(LATE), encoding="utf-8")
        began = time.monotonic()
        with _running(folder):
            print_figure("practice network of mainnet's size, up after (s)", time.monotonic() - began, "at most 30")
            first, second = _sync(folder), _sync(folder)
        print("a sync of it, every answer 100 ms late:")
        for what, one, node, query_node in (
            ("first", first, "at most 60", "at most 20"),
            ("unchanged", second, "at most 12 together", "at most 12 together"),
        ):
            print_figure(f"  {what} sync, requests to the node", one.node, node)
            print_figure(f"  {what} sync, requests to the query node", one.query_node, query_node)
            print_figure(f"  {what} sync, seconds", one.seconds, "under 60")
            print_figure(f"  {what} sync, peak memory (MB)", one.ended.peak, "under 300")


@dataclass(frozen=True, kw_only=True)
class _Synced:
    """A sync that ended, its seconds on the wall, and the requests either source had of it."""

    ended: Ended
    seconds: float
    node: int
    query_node: int


@contextmanager
def _running(folder: Path) -> Iterator[None]:
    """Run the network in a process of its own until the block is left."""
    words = ["--size", "mainnet", "--pace", "0", "--faults", "faults.json", "--settings", "secretariat.toml"]
    command = [PYTHON, "-m", "secretariat", "devnet", *words]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) as network:
        try:
            until = time.monotonic() + WAIT_SECONDS
            while not (folder / "devnet.json").is_file():
                if network.poll() is not None or time.monotonic() > until:
                    raise SystemExit("The practice network did not come up.")
                time.sleep(0.1)
            yield
        finally:
            network.terminate()
            network.wait(30)


def _sync(folder: Path) -> _Synced:
    before, began = _asked(folder), time.monotonic()
    ended = run_counted([PYTHON, "-m", "secretariat", "sync", "--json"], folder)
    seconds, after = time.monotonic() - began, _asked(folder)
    node, query_node = (after[name] - before[name] for name in ("node", "query-node"))
    return _Synced(ended=ended, seconds=seconds, node=node, query_node=query_node)


def _asked(folder: Path) -> dict[str, int]:
    """Give how many requests each server of the network had so far."""
    found: dict[str, int] = json.loads(run([PYTHON, "-m", "secretariat", "devnet", "state"], folder))["asked"]
    return found
