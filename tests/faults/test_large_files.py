"""Large files: refused above the limit, read below it, and never more than 500 MB of memory.

SECRETARIAT_LARGE_BYTES=200000000 reads files of that size; without it they are of 4.5 MB, which is read in pieces as well.
"""

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from secretariat.sources.archives.walk import STREAMED_FROM
from tests.cli_run import run
from tests.faults.child import finish, start, watched
from tests.flow.archives import HEADER, LEDGER, LEDGER_PATH, write

MOST_MEMORY = 500
DUMP_PATH = "archives/giza_backup/proposal_threads.txt"
POSTS_PATH = "archives/giza_backup/forum_posts.txt"
SIZE = int(os.environ.get("SECRETARIAT_LARGE_BYTES", "4_500_000"))
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


def _posts(size: int) -> str:
    words = "A long answer to what was asked about the door. " * 40
    entry = (
        "  [\n    [\n      {thread:,}\n      {number:,}\n    ],\n    {{\n      threadId: {thread:,},\n      nrInThread: 1,\n"
        "      currentText: {words},\n      createdAt: {{\n        block: {number:,},\n        time: 1,600,000,000,000\n"
        "      }},\n      authorId: 5{account}\n    }}\n  ],\n"
    )
    count = size // (len(words) + len(entry)) + 1
    found = (entry.format(thread=n // 20, number=n, words=words, account="F" * 47) for n in range(1, count + 1))
    return "[\n" + "".join(found) + "]\n"


@pytest.mark.parametrize(
    ("path", "text", "each"),
    [
        (LEDGER_PATH, lambda size: _ledger(min(size, 32_000_000)), "Antioch,"),
        (DUMP_PATH, lambda size: _dump(min(size, 32_000_000)), "author_id"),
        (POSTS_PATH, _posts, "nrInThread"),
    ],
    ids=["ledger", "dump", "posts"],
)
def test_a_large_valid_file_is_read_within_the_memory(
    tmp_path: Path, path: str, text: Callable[[int], str], each: str
) -> None:
    assert SIZE > STREAMED_FROM
    content = text(SIZE)
    write(tmp_path / "repo", {path: content})
    begun = time.monotonic()
    ended = watched("import", "repo", folder=tmp_path)
    print(f"{len(content):,} bytes: {time.monotonic() - begun:.1f} s, {ended.peak:.0f} MB")
    assert ended.code == 0
    assert ended.peak < MOST_MEMORY
    (row,) = json.loads(run("table", "files", "--format", "json", folder=tmp_path).stdout)["rows"]
    assert row["records"] == content.count(each)


def test_an_archive_of_many_large_files_takes_hardly_more_memory_than_one(tmp_path: Path) -> None:
    content = _dump(3_000_000)
    peaks = []
    for count in (1, 6):
        root = tmp_path / f"repo{count}"
        write(root, {f"archives/{n}/giza_backup/proposal_threads.txt": content for n in range(count)})
        ended = watched("import", f"repo{count}", "--dry-run", folder=tmp_path)
        assert ended.code == 0
        assert ended.said.count("\n+ proposal-thread ") >= count * 20_000
        peaks.append(ended.peak)
    print(f"{peaks[0]:.0f} MB for one file, {peaks[1]:.0f} MB for six")
    retained = 5 * content.count("author_id") * 500 / 1_000_000  # what their records would take
    assert peaks[1] - peaks[0] < retained / 2


def test_a_large_import_that_is_killed_is_written_in_full_or_not_at_all(tmp_path: Path) -> None:
    run("import", str(write(tmp_path / "old", {LEDGER_PATH: LEDGER})), folder=tmp_path)
    content = _ledger(200_000)
    root = write(tmp_path / "new", {LEDGER_PATH: content, POSTS_PATH: _posts(STREAMED_FROM + 100_000)})
    before = run("table", "spending", "--format", "csv", folder=tmp_path).stdout
    begun = time.monotonic()
    assert watched("import", str(root), "--dry-run", folder=tmp_path).code == 0
    reading = time.monotonic() - begun
    for share in (0.3, 0.7, 1.0):
        importing = start("import", str(root), folder=tmp_path)
        time.sleep(reading * share)
        os.kill(importing.pid, signal.SIGKILL)
        finish(importing)
        found = run("table", "spending", "--format", "csv", folder=tmp_path).stdout
        print(f"killed after {share} of the time: {'old' if found == before else 'new'} state")
        assert found == before or found.count("\n") == content.count("Antioch,") + 1
    assert watched("import", str(root), folder=tmp_path).code == 0
    after = run("table", "spending", "--format", "csv", folder=tmp_path).stdout
    assert after.count("\n") == content.count("Antioch,") + 1


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
