"""A sync that is killed, and the next one: the facts of an undisturbed one, on SQLite and on PostgreSQL."""

import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from secretariat.flow.context import Context
from secretariat.flow.sync.run import sync
from tests.databases import new_database
from tests.faults.disturbed_sync import unequal
from tests.faults.staged import Staged, opened
from tests.flow.sync.live import facts, published
from tests.wire.fault_proxy import Exchange


def configured(stage: Staged, folder: Path, store: str) -> None:
    """Write the settings for a process of its own."""
    urls = {"chain": stage.live.chain_wire.url, "query_node": f"{stage.live.graph_wire.url}/graphql"}
    lines = [f'[store]\nurl = "{store}"', "[wire]\nfirst_pause_seconds = 0.001"]
    lines += [f'[{name}]\nurls = ["{url}"]' for name, url in urls.items()]
    lines[-1] += '\nwebsocket = "none"\npage_size = 100'
    lines.append(f'[prices]\naddress = "{stage.live.settings["prices"].address}"')
    (folder / "secretariat.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def start_sync(folder: Path) -> subprocess.Popen[str]:
    """Start ``secretariat sync`` in a folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "secretariat", "sync", "--json"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kill(stage: Staged, number: int, pause: float, *, empty: bool, on_postgres: bool = False) -> list[str]:
    """Kill a sync ``pause`` seconds after its ``number``-th request was answered, then sync; gives what does not hold.

    ``empty`` begins with no store at all. A sync that ended before it could be killed is looked at like any other.
    """
    folder = stage.folder / "killed"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    with _store(stage, folder, empty=empty, on_postgres=on_postgres) as url:
        configured(stage, folder, url)
        _killed(stage, start_sync(folder), number, pause)
        context = opened(stage.live, url)
        try:
            return _after(stage, context, empty=empty)
        finally:
            context.engine.dispose()


@contextmanager
def _store(stage: Staged, folder: Path, *, empty: bool, on_postgres: bool) -> Iterator[str]:
    """Give the address of a store that is not there yet, or is as it was before the news."""
    if on_postgres:
        with new_database(stage.server, copy_of=None if empty else stage.before_url) as url:
            yield url
        return
    if not empty:
        shutil.copy(stage.folder / "before.db", folder / "secretariat.db")
    yield f"sqlite:///{folder}/secretariat.db"


def _killed(stage: Staged, started: subprocess.Popen[str], number: int, pause: float) -> None:
    answered, lock, due = 0, threading.Lock(), threading.Event()

    def counting(exchange: Exchange) -> None:
        nonlocal answered
        exchange.send(exchange.answer())
        with lock:
            answered += 1
            if answered >= number:
                due.set()

    for wire in stage.wires.values():
        wire.always = counting
    while started.poll() is None and not due.wait(0.05):
        pass
    try:
        started.communicate(timeout=pause if due.is_set() else 60)
    except subprocess.TimeoutExpired:
        started.send_signal(signal.SIGKILL)
        started.communicate()
    for wire in stage.wires.values():
        wire.always = None


def _after(stage: Staged, context: Context, *, empty: bool) -> list[str]:
    done = sync(context, now=stage.live.time())
    found = [] if done.complete else [f"the sync after the kill is not complete: {done.failures}"]
    found += unequal("after the kill", facts(context, blocks=False), stage.fresh if empty else stage.after)
    tables, wanted = published(context), stage.fresh_tables if empty else stage.tables
    return found + [f"the table {name} differs" for name in wanted if tables[name] != wanted[name]]
