"""Measuring live sources: a first sync of recorded pages against fetching the same pages and inserting the rows bare."""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from bench.side_by_side import PYTHON, Ended, print_figure, print_pair, run_counted

ROOT = Path(__file__).parent.parent
SEED = 20_250_601
RUNS = 5

FLOOR_SYNC = """
import base64, json, sqlite3, sys
import httpx
url = sys.argv[1]
store = sqlite3.connect("bare.db", isolation_level=None)
store.execute("CREATE TABLE rows (list TEXT, id TEXT, body TEXT, PRIMARY KEY (list, id))")
with httpx.Client(headers={"accept-encoding": "gzip"}, timeout=60, trust_env=False) as client:
    bodies = [base64.b64decode(body) for body in client.get(url).json()]
    for body in bodies:
        data = json.loads(client.post(url, content=body).content)["data"]
        store.execute("BEGIN")
        for name, found in data.items():
            rows = found.get("edges", ()) if isinstance(found, dict) else ()
            made = [(name, row["node"]["id"], json.dumps(row["node"])) for row in rows]
            store.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", made)
        store.execute("COMMIT")
"""


def measure(schema: Path) -> None:
    """Record the pages of a first sync, then sync them anew again and again; needs the query node's schema."""
    if not schema.is_file():
        print(f"live sources: not measured, there is no {schema}")
        return
    with _serving(schema) as told, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _configure(folder, told)
        first = _requests(_first(folder))
        ours, floor = [], []
        for _ in range(RUNS):
            ours.append(_first(folder))
            floor.append(_bare(folder, told["query_node"]))
        times = (median(run.cpu for run in ours), median(run.cpu for run in floor))
        print_pair(f"first sync, {told['rows']:,} rows, processor, against bare", times, "at most 3 times")
        print_figure("first sync, peak memory (MB)", max(run.peak for run in ours), "below 500")
        print_figure("first sync, requests", first)
        again = _sync(folder)
        print_figure("unchanged sync, requests", _requests(again))
        print_figure("unchanged sync, processor (ms)", again.cpu * 1000)


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


def _requests(ended: Ended) -> int:
    return int(json.loads(ended.output)["requests"])


def _bare(folder: Path, url: str) -> Ended:
    (folder / "bare.db").unlink(missing_ok=True)
    return run_counted([PYTHON, "-c", FLOOR_SYNC, url], folder)
