"""Large files: refused above the limit, read below it, and never more than 500 MB of memory."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from secretariat.sources.archives.walk import MAX_BYTES
from tests.cli_run import run
from tests.faults.child import watched
from tests.flow.archives import HEADER, LEDGER, LEDGER_PATH, write

MOST_MEMORY = 500
DUMP_PATH = "archives/giza_backup/proposal_threads.txt"
KPI_PATH = "archives/council/kpi/rounds/kpi_7.json"


def _sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(200_000_000)


def _ledger_rows(path: Path) -> None:
    row = "Antioch,{},A door,Approved,5,5,,,Tools,,,\n"
    with path.open("w") as stream:
        stream.write(HEADER)
        for thousand in range(5_000):
            stream.write("".join(row.format(thousand * 1000 + n) for n in range(1000)))


def _one_line(path: Path) -> None:
    with path.open("wb") as stream:
        for _ in range(200):
            stream.write(b"a" * 1_000_000)


@pytest.mark.parametrize("make", [_sparse, _ledger_rows, _one_line], ids=["empty space", "rows", "one line"])
def test_200_megabytes_are_refused_with_file_and_size(tmp_path: Path, make: Callable[[Path], None]) -> None:
    root = write(tmp_path / "repo", {LEDGER_PATH: "", "archives/council/spending_proposal_categories.json": "[]"})
    make(root / LEDGER_PATH)
    assert (root / LEDGER_PATH).stat().st_size >= 180_000_000
    ended = watched("import", "repo", folder=tmp_path)
    assert ended.code in (0, 2)
    assert ended.peak < MOST_MEMORY
    if ended.code == 0:
        rows = json.loads(run("table", "problems", "--format", "json", folder=tmp_path).stdout)["rows"]
        (said,) = [row for row in rows if row["file"] == LEDGER_PATH]
        assert said["code"] in ("file-too-large", "file-unreadable")
        assert said["repair"]


def test_a_large_newer_file_loses_nothing_of_the_old_one(tmp_path: Path) -> None:
    root = write(tmp_path / "repo", {LEDGER_PATH: LEDGER})
    run("import", "repo", folder=tmp_path)
    _ledger_rows(root / LEDGER_PATH)
    assert watched("import", "repo", folder=tmp_path).code == 0
    rows = json.loads(run("table", "spending", "--format", "json", folder=tmp_path).stdout)["rows"]
    assert [row["number"] for row in rows] == [1, 2, 3]


def _ledger(size: int) -> str:
    rows, total = [HEADER], len(HEADER)
    while total < size:
        rows.append(
            f"Antioch,{len(rows)},Paint the door number {len(rows)} and mend the roof above it with what is there,"
            "Approved,2000000,2000000,0.00003,60,Tools,,,\n"
        )
        total += len(rows[-1])
    return "".join(rows)


def _dump(size: int) -> str:
    entries: list[str] = []
    total = 0
    while total < size:
        number = len(entries) + 1
        entries.append(
            f"  [\n    [\n      {number:,}\n    ],\n    {{\n      title: Reward for a door {number},\n"
            f"      created_at: {1000 + number:,},\n      author_id: 1,345\n    }}\n  ],\n"
        )
        total += len(entries[-1])
    return "[\n" + "".join(entries) + "]\n"


@pytest.mark.parametrize(
    ("path", "text", "each"),
    [(LEDGER_PATH, _ledger, "Antioch,"), (DUMP_PATH, _dump, "author_id")],
    ids=["ledger", "dump"],
)
def test_a_large_valid_file_is_read_within_the_memory(
    tmp_path: Path, path: str, text: Callable[[int], str], each: str
) -> None:
    size = int(os.environ.get("SECRETARIAT_LARGE_BYTES", "3_000_000"))
    assert size < MAX_BYTES
    content = text(size)
    write(tmp_path / "repo", {path: content})
    begun = time.monotonic()
    ended = watched("import", "repo", folder=tmp_path)
    print(f"{size:,} bytes: {time.monotonic() - begun:.1f} s, {ended.peak:.0f} MB")
    assert ended.code == 0
    assert ended.peak < MOST_MEMORY
    (row,) = json.loads(run("table", "files", "--format", "json", folder=tmp_path).stdout)["rows"]
    assert row["records"] == content.count(each)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (KPI_PATH, '{"kpis":[' + "{}," * 1_000_000 + "{}]}"),
        (KPI_PATH, '{"kpis":[' + '{"a":[]},' * 140_000 + "{}]}"),
        (LEDGER_PATH, HEADER + "Antioch,x,,,,,,,,,,\n" * 100_000),
        (LEDGER_PATH, HEADER + "," * 5_000_000),
        ("archives/council/okr/2022_Q1.md", "# Q1\n" + "- " * 2_000_000),
        (DUMP_PATH, "[\n" + "  [\n    [\n" * 300_000),
        (DUMP_PATH, "[\n  [\n    [\n      1\n    ],\n    {\n      title: " + "a: b,\n" * 500_000),
    ],
    ids=["many objects", "many pairs", "many bad rows", "one long row", "one long line", "open brackets", "long title"],
)
def test_what_only_looks_like_a_document_takes_neither_memory_nor_time(tmp_path: Path, path: str, content: str) -> None:
    write(tmp_path / "repo", {path: content, "archives/council/jsg_requests.md": "x"})
    ended = watched("import", "repo", folder=tmp_path)
    assert ended.code in (0, 2)
    assert ended.peak < MOST_MEMORY
