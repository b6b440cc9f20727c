"""Measuring live sources: a first sync of recorded pages against fetching the same pages and inserting the rows bare."""

import json
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from bench.side_by_side import PYTHON, Ended, print_figure, print_pair, run_counted

ROOT = Path(__file__).parent.parent
SEED = 20_250_601
RUNS = 3

FETCH = """
import base64, json, sys
import httpx
def pages(url):
    with httpx.Client(headers={"accept-encoding": "gzip"}, timeout=60, trust_env=False) as client:
        for body in client.get(url).json():
            data = json.loads(client.post(url, content=base64.b64decode(body)).content)["data"]
            for name, found in data.items():
                rows = found.get("edges", ()) if isinstance(found, dict) else ()
                if rows and "storageBags" not in name:
                    yield [{"list": name, "id": row["node"]["id"], "body": json.dumps(row["node"])} for row in rows]
INSERT = "INSERT OR REPLACE INTO rows VALUES (:list, :id, :body)"
TABLE = "CREATE TABLE rows (list TEXT, id TEXT, body TEXT, PRIMARY KEY (list, id))"
"""

FLOOR_SYNC = f"""{FETCH}
from sqlalchemy import create_engine, text
engine = create_engine("sqlite:///bare.db")
with engine.begin() as connection:
    connection.execute(text(TABLE))
for rows in pages(sys.argv[1]):
    with engine.begin() as connection:
        connection.execute(text(INSERT), rows)
"""

BARER_SYNC = f"""{FETCH}
import sqlite3
store = sqlite3.connect("bare.db")
store.execute(TABLE)
for rows in pages(sys.argv[1]):
    store.executemany(INSERT, rows)
    store.commit()
"""


def measure(schema: Path) -> None:
    """Record the pages of a first sync, then sync them anew again and again; needs the query node's schema."""
    if not schema.is_file():
        print(f"live sources: not measured, there is no {schema}")
        return
    with _serving(schema) as told, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _configure(folder, told)
        first = _asked(told, lambda: _first(folder))
        ours, floor, barer = [], [], []
        for _ in range(RUNS):
            ours.append(_first(folder))
            floor.append(_bare(folder, FLOOR_SYNC, told["query_node"]))
            barer.append(_bare(folder, BARER_SYNC, told["query_node"]))
        print(
            f"a first sync of {told['rows']:,} rows in recorded pages, seconds of the processor, start, contradictions"
        )
        print("and all tables included; bags are read by both and kept by neither:")
        print_pair("  against httpx and SQLAlchemy", (_cpu(ours), _cpu(floor)), "at most 3 times")
        print_pair("  against httpx and sqlite3", (_cpu(ours), _cpu(barer)), "")
        print_figure("first sync, peak memory (MB)", max(run.peak for run in ours), "below 300")
        print_figure("first sync, requests to the node", first.node, "at most 60")
        print_figure("first sync, requests to the query node", first.query_node)
        again = _asked(told, lambda: _sync(folder))
        print_figure("unchanged sync, requests to the node", again.node)
        print_figure("unchanged sync, requests to the query node", again.query_node)
        print_figure("unchanged sync, requests to both", again.node + again.query_node, "at most 12")
        print_figure("unchanged sync, processor (ms)", again.ended.cpu * 1000)


@contextmanager
def _serving(schema: Path) -> Iterator[dict[str, Any]]:
    """Run the server in a process of its own, so that its work is not counted."""
    command = [PYTHON, "-m", "bench.recorded_server", str(schema), str(SEED)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin
        assert server.stdout
        try:
            yield json.loads(server.stdout.readline())
        finally:
            server.stdin.close()
            server.wait(30)


def _configure(folder: Path, told: dict[str, Any]) -> None:
    chain = f'[chain]\nurls = ["{told["node"]}"]\nnetwork = "practice"\n'
    query_node = f'[query_node]\nurls = ["{told["query_node"]}"]\nwebsocket = "none"\n'
    (folder / "secretariat.toml").write_text(f"{chain}\n{query_node}", encoding="utf-8")


def _first(folder: Path) -> Ended:
    for file in folder.glob("secretariat.db*"):
        file.unlink()
    return _sync(folder)


def _sync(folder: Path) -> Ended:
    return run_counted([PYTHON, "-m", "secretariat", "sync", "--json"], folder)


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """A sync that ended, and the requests it made to either source."""

    ended: Ended
    node: int
    query_node: int


def _asked(told: dict[str, Any], sync: Callable[[], Ended]) -> _Asked:
    before = _asked_so_far(told)
    ended = sync()
    query_node = _asked_so_far(told) - before
    return _Asked(ended=ended, node=int(json.loads(ended.output)["requests"]) - query_node, query_node=query_node)


def _asked_so_far(told: dict[str, Any]) -> int:
    return int(httpx.get(told["query_node"].replace("/graphql", "/asked"), trust_env=False).text)


def _cpu(runs: list[Ended]) -> float:
    return median(run.cpu for run in runs)


def _bare(folder: Path, program: str, url: str) -> Ended:
    (folder / "bare.db").unlink(missing_ok=True)
    return run_counted([PYTHON, "-c", program, url], folder)
