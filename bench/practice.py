"""Measuring sync on the practice network, every answer 100 ms late: requests, seconds, memory, requests at once."""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.side_by_side import PYTHON, Ended, print_figure, run, run_counted

LATE_SECONDS = 0.1
WAIT_SECONDS = 600
LATER_BLOCKS = 100
LATE = {
    "faults": [
        {"match": {"server": server}, "nth": 1, "times": 0, "fault": {"kind": "slow", "seconds": LATE_SECONDS}}
        for server in ("node", "query-node")
    ]
}
SOURCES = ("node", "query-node")
DUTIES_ON = """
[elections]
forum_category = 2
member = 0
discord = "council"
"""


@dataclass(frozen=True, kw_only=True)
class Goals:
    """What the figures of a world of one size are held against; empty where nothing is demanded."""

    up: str = ""
    network: str = ""
    node: str = ""
    query_node: str = ""
    seconds: str = ""
    memory: str = ""
    together: str = ""


MAINNET = Goals(
    up="at most 30",
    network="under 1,000",
    node="at most 60",
    query_node="at most 20",
    seconds="under 60",
    memory="under 300",
    together="at most 12",
)


def measure(size: str = "mainnet", goals: Goals = MAINNET) -> None:
    """Sync a world from nothing, twice more with nothing new, and once some blocks later; print what each took.

    The chain stands still but for those blocks. The query node is always two blocks behind the finalised head.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "faults.json").write_text(json.dumps(LATE), encoding="utf-8")
        with _running(folder, size) as network:
            print_figure(f"practice network, {size}, up after (s)", network.up, goals.up)
            print("a sync of it, every answer 100 ms late:")
            syncs = [("first", _sync(folder)), ("unchanged", _sync(folder)), ("unchanged third", _sync(folder))]
            run([PYTHON, "-m", "secretariat", "devnet", "advance", str(LATER_BLOCKS)], folder)
            syncs.append((f"{LATER_BLOCKS} blocks later", _sync(folder)))
            for what, one in syncs:
                _print(what, one, goals, first=one is syncs[0][1])
            _print_review(folder)
            at_once = _state(folder)["most_at_once"]
            for source in SOURCES:
                print_figure(f"  requests to the {source} under way at once", at_once[source], "at most 8")
    print_figure("  peak memory of the network itself (MB)", network.peak, goals.network)


def _print_review(folder: Path) -> None:
    """Review the world that was synced, with the duties on, and once more with nothing new."""
    settings = folder / "secretariat.toml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\n{DUTIES_ON}", encoding="utf-8")
    ended = run_counted([PYTHON, str(Path(__file__).with_name("reviewed.py"))], folder)
    told = json.loads(ended.output)
    if not told["changed"][0] or told["changed"][1]:
        raise SystemExit(f"A review found {told['changed']} changes: something the first time, nothing the second.")
    for what, seconds, goal in zip(("first", "unchanged"), told["seconds"], ("under 2,000", "under 500"), strict=True):
        print_figure(f"  {what} review, processor time (ms)", seconds * 1000, goal)
    print_figure("  two reviews, peak memory (MB)", ended.peak, "under 500")


def _print(what: str, one: "_Synced", goals: Goals, *, first: bool) -> None:
    node, query_node = one.asked
    print_figure(f"  {what} sync, requests to the node", node, goals.node if first else "")
    print_figure(f"  {what} sync, requests to the query node", query_node, goals.query_node if first else "")
    if first:
        borders = one.borders
        print_figure(f"  {what} sync, states of past terms read", borders.read, f"{borders.read + borders.left}, all")
    else:
        print_figure(f"  {what} sync, requests to both", node + query_node, goals.together)
    print_figure(f"  {what} sync, seconds", one.seconds, goals.seconds)
    print_figure(f"  {what} sync, peak memory (MB)", one.ended.peak, goals.memory)


@dataclass(frozen=True, kw_only=True)
class _Borders:
    """States at the borders of past terms: read so far, and left for the next runs."""

    read: int
    left: int


@dataclass(frozen=True, kw_only=True)
class _Synced:
    """A sync that ended, its seconds on the wall, and the requests that node and query node had of it."""

    ended: Ended
    seconds: float
    asked: tuple[int, ...]
    borders: _Borders


@dataclass(kw_only=True)
class _Network:
    """A running network: after how many seconds it was up, and its peak memory in MB once it has ended."""

    process: subprocess.Popen[bytes]
    up: float = field(default=0.0)
    peak: float = field(default=0.0)


@contextmanager
def _running(folder: Path, size: str) -> Iterator[_Network]:
    """Run the network in a process of its own until the block is left."""
    words = ["--size", size, "--pace", "0", "--faults", "faults.json", "--settings", "secretariat.toml"]
    began = time.monotonic()
    process = subprocess.Popen([PYTHON, "-m", "secretariat", "devnet", *words], cwd=folder, stdout=subprocess.DEVNULL)
    network = _Network(process=process)
    try:
        while not (folder / "devnet.json").is_file():
            if process.poll() is not None or time.monotonic() > began + WAIT_SECONDS:
                raise SystemExit("The practice network did not come up.")
            time.sleep(0.1)
        network.up = time.monotonic() - began
        yield network
    finally:
        if process.returncode is None:
            process.terminate()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode, network.peak = os.waitstatus_to_exitcode(status), used.ru_maxrss / 1024


def _sync(folder: Path) -> _Synced:
    before, began = _state(folder)["asked"], time.monotonic()
    ended = run_counted([PYTHON, "-m", "secretariat", "sync", "--json"], folder)
    seconds, after = time.monotonic() - began, _state(folder)["asked"]
    told = json.loads(ended.output)
    rows = next(one["rows"] for one in told["lists"] if one["list"] == "chain/past-states")
    left = sum(int(note.split()[0]) for note in told["notes"] if "past terms are still to be read" in note)
    asked = tuple(after[source] - before[source] for source in SOURCES)
    return _Synced(ended=ended, seconds=seconds, asked=asked, borders=_Borders(read=rows, left=left))


def _state(folder: Path) -> dict[str, Any]:
    """Give where the network is, with how many requests each of its servers had so far."""
    found: dict[str, Any] = json.loads(run([PYTHON, "-m", "secretariat", "devnet", "state"], folder))
    return found
