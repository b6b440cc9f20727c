"""A store that fails: killed, shared, full, read-only, locked, damaged, gone. It holds the old or the new state in full."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from secretariat.cli.app import app
from secretariat.config import Config
from secretariat.flow.ask import table, tables
from secretariat.flow.collect import import_archive
from secretariat.flow.context import Context, open_store_at
from secretariat.formats.table_text import as_json
from secretariat.store import engine as store_engine
from secretariat.store.engine import StoreUnusable
from tests.cli_run import run
from tests.faults.child import finish, small_files, start, watched
from tests.flow.archives import HEADER, LEDGER_PATH, context, write

KILLS = 10
SEED = 2718
ROWS = 2_000

States = tuple[Path, dict[str, str], dict[str, str]]


def _ledger(mark: str) -> str:
    return HEADER + "".join(f"Antioch,{n},A door {mark},Approved,5,5,,,Tools,,,\n" for n in range(1, ROWS + 1))


def _published(url: str) -> dict[str, str]:
    made = Context(config=Config(), engine=open_store_at(url))
    try:
        return {str(row["name"]): as_json(table(made, str(row["name"]))) for row in tables(made)}
    finally:
        made.engine.dispose()


def _store(folder: Path) -> str:
    return f"sqlite:///{folder}/secretariat.db"


@pytest.fixture
def archives(tmp_path: Path) -> tuple[Path, Path]:
    """Give an archive and a newer version of it."""
    old = write(tmp_path / "old", {LEDGER_PATH: _ledger("old"), "archives/a.txt": "a"})
    new = write(tmp_path / "new", {LEDGER_PATH: _ledger("new"), "archives/b.txt": "b"})
    return old, new


@pytest.fixture
def states(archives: tuple[Path, Path], tmp_path: Path) -> States:
    """Give a folder with a store of the old archive, what it publishes, and what it would after the newer one."""
    old, new = archives
    for name in ("store", "after"):
        (tmp_path / name).mkdir()
    run("import", str(old), folder=tmp_path / "store")
    shutil.copy(tmp_path / "store" / "secretariat.db", tmp_path / "after")
    run("import", str(new), folder=tmp_path / "after")
    before, after = _published(_store(tmp_path / "store")), _published(_store(tmp_path / "after"))
    assert before != after
    return (tmp_path / "store", before, after)


def test_a_killed_import_leaves_the_old_or_the_new_state(
    states: States, archives: tuple[Path, Path], tmp_path: Path
) -> None:
    folder, before, after = states
    begun = time.monotonic()
    trial = tmp_path / "trial"
    shutil.copytree(folder, trial)
    watched("import", str(archives[1]), folder=trial)
    usual = time.monotonic() - begun
    chance = random.Random(SEED)
    print(f"seed {SEED}, {KILLS} kills within {usual:.1f} s")
    seen = []
    for number in range(KILLS):
        trial = tmp_path / f"trial{number}"
        shutil.copytree(folder, trial)
        importing = start("import", str(archives[1]), folder=trial)
        time.sleep(usual * chance.uniform(0.3, 1.0))
        os.kill(importing.pid, signal.SIGKILL)
        ended = finish(importing)
        assert ended.code in (0, -signal.SIGKILL)
        found = _published(_store(trial))
        assert found in (before, after), f"kill {number}"
        seen.append(found == after)
        assert run("import", str(archives[1]), folder=trial).returncode == 0
        assert _published(_store(trial)) == after
        assert sqlite3.connect(trial / "secretariat.db").execute("PRAGMA integrity_check").fetchone() == ("ok",)
    print(f"{seen.count(False)} times the old state, {seen.count(True)} times the new one")


def test_a_first_import_that_is_killed_can_be_made_again(archives: tuple[Path, Path], tmp_path: Path) -> None:
    chance = random.Random(SEED)
    for number in range(3):
        folder = tmp_path / f"first{number}"
        folder.mkdir()
        importing = start("import", str(archives[0]), folder=folder)
        time.sleep(chance.uniform(0.2, 2.0))
        os.kill(importing.pid, signal.SIGKILL)
        finish(importing)
        run("table", folder=folder)
        run("import", str(archives[0]), folder=folder)
        assert run("table", "spending", "--format", "csv", folder=folder).stdout.count("\n") == ROWS + 1


def test_an_import_that_is_stopped_by_the_person_leaves_the_old_state(
    states: States, archives: tuple[Path, Path]
) -> None:
    folder, before, after = states
    importing = start("import", str(archives[1]), folder=folder)
    time.sleep(1.2)
    os.kill(importing.pid, signal.SIGINT)
    ended = finish(importing)
    assert _published(_store(folder)) in (before, after)
    assert ended.code in (0, 130)
    assert ended.code == 0 or ended.complained.count("\n") <= 1
    assert ended.code != 0 or _published(_store(folder)) == after


def test_an_import_that_is_stopped_while_it_writes_says_so_and_leaves_the_old_state(
    states: States, archives: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, before, _ = states
    monkeypatch.chdir(folder)

    def stopped(connection: object, now: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("secretariat.flow.collect.materialise", stopped)
    with pytest.raises(SystemExit) as ended:
        app(["import", str(archives[1])])
    assert ended.value.code == 130
    assert "written in full or not at all" in capsys.readouterr().err
    assert _published(_store(folder)) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full on this system")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_what_was_done_is_said_when_it_cannot_be_printed(
    archives: tuple[Path, Path], tmp_path: Path, unbuffered: str
) -> None:
    for flags, words in ((["--dry-run"], "Nothing was written"), ([], "The import is done"), (["--json"], "is done")):
        with Path("/dev/full").open("w") as full:
            ended = subprocess.run(
                [sys.executable, "-m", "secretariat", "import", str(archives[0]), *flags],
                cwd=tmp_path,
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
                env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            )
        assert ended.returncode == 2
        assert words in ended.stderr
        assert ended.stderr.count("\n") == 1
    assert len(_published(_store(tmp_path))) > 0


def test_two_imports_at_once_give_what_one_after_the_other_gives(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    archive = write(tmp_path / "repo", {LEDGER_PATH: _ledger("x"), "archives/a.txt": "a"})
    both = [start("import", str(archive), folder=folder) for _ in range(2)]
    ended = [finish(one) for one in both]
    assert 0 in [one.code for one in ended]
    for one in ended:
        assert one.code in (0, 2)
        assert one.code == 0 or "Another import or decision is writing" in one.complained
    alone = tmp_path / "alone"
    alone.mkdir()
    run("import", str(archive), folder=alone)
    assert _published(_store(folder)) == _published(_store(alone))


@pytest.mark.xdist_group("postgres")
def test_two_imports_at_once_on_postgresql_give_what_one_gives(tmp_path: Path, postgres_url: str) -> None:
    archive = write(tmp_path / "repo", {LEDGER_PATH: _ledger("x"), "archives/a.txt": "a"})
    folder, alone = tmp_path / "store", tmp_path / "alone"
    folder.mkdir()
    alone.mkdir()
    (folder / "secretariat.toml").write_text(f'[store]\nurl = "{postgres_url}"\n')
    ended = [finish(one) for one in [start("import", str(archive), folder=folder) for _ in range(2)]]
    assert 0 in [one.code for one in ended]
    for one in ended:
        assert one.code == 0 or (one.code == 2 and "Another import or decision is writing" in one.complained)
    run("import", str(archive), folder=alone)
    assert _published(postgres_url) == _published(_store(alone))


@pytest.mark.parametrize("room", [4_000, 60_000, 250_000])
def test_a_full_disk_leaves_the_old_state_and_says_so(states: States, archives: tuple[Path, Path], room: int) -> None:
    folder, before, _ = states
    ended = watched("import", str(archives[1]), folder=folder, before=small_files(room))
    assert ended.code == 2, ended.said
    assert "The store" in ended.complained
    assert "Nothing was changed" in ended.complained
    assert ended.complained.count("\n") == 1
    assert _published(_store(folder)) == before
    assert run("import", str(archives[1]), folder=folder).returncode == 0


def test_a_full_disk_at_the_first_import_leaves_no_half_store(archives: tuple[Path, Path], tmp_path: Path) -> None:
    for number, room in enumerate((0, 4_096, 60_000, 300_000)):
        folder = tmp_path / f"full{number}"
        folder.mkdir()
        # what the command says goes to files as well, so that these need a little room
        ended = watched("import", str(archives[0]), folder=folder, before=small_files(max(room, 2_000)))
        assert ended.code == 2, ended
        assert "The store" in ended.complained
        assert "Nothing is published yet" in run("table", folder=folder).stdout
        run("import", str(archives[0]), folder=folder)


def test_a_full_file_system_leaves_the_old_state(states: States, archives: tuple[Path, Path], tmp_path: Path) -> None:
    folder, before, _ = states
    small = tmp_path / "small"
    small.mkdir()
    size = (folder / "secretariat.db").stat().st_size
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size + 300_000}", "tmpfs", str(small)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a file system of its own cannot be mounted here")
    try:
        shutil.copy(folder / "secretariat.db", small)
        ended = watched("import", str(archives[1]), folder=small)
        assert ended.code == 2, ended.said
        assert "Make room on the disk" in ended.complained
        shutil.copy(small / "secretariat.db", tmp_path)
        assert _published(_store(tmp_path)) == before
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_a_read_only_store_can_be_asked_and_says_why_it_cannot_be_written(
    states: States,
    archives: tuple[Path, Path],
    unprivileged: Callable[[], None],
) -> None:
    folder, before, _ = states
    (folder / "secretariat.db").chmod(0o444)
    folder.chmod(0o555)
    try:
        ended = watched("import", str(archives[1]), folder=folder, before=unprivileged)
        asked = watched("table", "spending", "--format", "json", folder=folder, before=unprivileged)
    finally:
        folder.chmod(0o755)
    assert ended.code == 2
    assert "It may only be read" in ended.complained
    assert asked.code == 0, asked.complained
    assert asked.said == before["spending"]


def test_a_folder_that_may_not_be_written_is_said(
    archives: tuple[Path, Path], tmp_path: Path, unprivileged: Callable[[], None]
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)
    ended = watched("import", str(archives[0]), folder=folder, before=unprivileged)
    folder.chmod(0o755)
    assert ended.code == 2
    assert "permissions" in ended.complained


def test_a_store_that_stays_locked_is_said_after_the_waiting_time(
    states: States, archives: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, before, _ = states
    monkeypatch.setattr(store_engine, "BUSY_MILLISECONDS", 300)
    made = context(_store(folder))
    other = sqlite3.connect(folder / "secretariat.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnusable, match="Another import or decision is writing"):
        import_archive(made, archives[1], dry_run=False)
    assert _published(_store(folder)) == before
    other.execute("ROLLBACK")
    other.close()
    import_archive(made, archives[1], dry_run=False)


def test_who_asks_does_not_wait_for_who_writes(
    states: States,
) -> None:
    folder, before, _ = states
    other = sqlite3.connect(folder / "secretariat.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM table_spending")
    assert _published(_store(folder)) == before  # who waited for the other would be told that the store is locked
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize("damage", ["not a database", "head", "middle", "cut", "another program's"])
def test_a_damaged_store_is_said_in_words(states: States, archives: tuple[Path, Path], damage: str) -> None:
    folder = states[0]
    path = folder / "secretariat.db"
    raw = path.read_bytes()
    if damage == "not a database":
        path.write_bytes(b"hello\n" * 2000)
    elif damage == "head":
        path.write_bytes(b"\xff" * 100 + raw[100:])
    elif damage == "middle":
        path.write_bytes(raw[:8_192] + b"\xff" * (len(raw) - 8_192))
    elif damage == "cut":
        path.write_bytes(raw[: len(raw) // 3])
    else:
        path.unlink()
        sqlite3.connect(path).executescript("CREATE TABLE recipes (name TEXT)")
    for arguments in (("import", str(archives[1])), ("table", "spending"), ("problems",)):
        ended = watched(*arguments, folder=folder)
        assert ended.code == 2, (arguments, ended.said[:500])
        assert "secretariat.db" in ended.complained
        assert "choose another [store] url" in ended.complained.lower()


@pytest.mark.xdist_group("postgres")
def test_a_server_that_goes_away_during_an_import_leaves_the_old_state(
    postgres_url: str, archives: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = context(postgres_url)
    import_archive(made, archives[0], dry_run=False)
    before = _published(postgres_url)
    admin = create_engine(make_url(postgres_url).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    from secretariat.flow import collect

    written = collect._write

    def gone(connection: object, read: object) -> None:
        written(connection, read)  # type: ignore[arg-type]
        with admin.connect() as other:
            other.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    " AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'"
                )
            )

    monkeypatch.setattr(collect, "_write", gone)
    with pytest.raises(StoreUnusable, match="Nothing was changed"):
        import_archive(made, archives[1], dry_run=False)
    monkeypatch.undo()
    assert _published(postgres_url) == before
    import_archive(made, archives[1], dry_run=False)
    admin.dispose()
    made.engine.dispose()


@pytest.mark.xdist_group("postgres")
def test_a_second_writer_on_postgresql_is_told_to_wait(
    postgres_url: str, archives: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_engine, "BUSY_MILLISECONDS", 300)
    made = context(postgres_url)
    holding, over = threading.Event(), threading.Event()

    def hold() -> None:
        with store_engine.writing(context(postgres_url).engine):
            holding.set()
            over.wait(20)

    other = threading.Thread(target=hold)
    other.start()
    holding.wait(20)
    try:
        with pytest.raises(StoreUnusable, match="Another import or decision is writing"):
            import_archive(made, archives[0], dry_run=False)
    finally:
        over.set()
        other.join()
    made.engine.dispose()


@pytest.mark.parametrize(
    "url",
    ["postgresql://nobody:canary@127.0.0.1:1/none", "postgresql://nobody:canary@no-such-host.invalid/none"],
)
def test_a_server_that_cannot_be_reached_is_said_without_its_password(tmp_path: Path, url: str) -> None:
    (tmp_path / "secretariat.toml").write_text(f'[store]\nurl = "{url}"\n')
    ended = watched("table", folder=tmp_path)
    assert ended.code == 2
    assert "cannot be used" in ended.complained
    assert "canary" not in ended.complained
