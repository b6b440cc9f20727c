"""``init``, ``doctor``, ``sync`` and ``status`` as a person runs them, and the shapes of their JSON."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from secretariat.config import load
from secretariat.facts.council_constants import MAINNET_GENESIS
from secretariat.flow.context import TABLES, machine_time
from tests.cli.promises import promised
from tests.cli_run import run
from tests.practice.fixtures import practice
from tests.practice.node import PracticeNode
from tests.practice.world import settle
from tests.wire import faults
from tests.wire.fault_proxy import FaultProxy

__all__ = ["practice"]

ROOT = Path(__file__).parents[2]


@pytest.fixture
def node(practice: str) -> Iterator[PracticeNode]:
    """Give a node whose finalised head is of this minute."""
    final = 5_079
    with PracticeNode(
        practice, first=5_000, born=int(datetime.fromisoformat(machine_time()).timestamp() * 1000) - (final + 1) * 6_000
    ) as made:
        settle(made)
        yield made


@pytest.fixture
def folder(node: PracticeNode, tmp_path: Path) -> Path:
    """Give a folder whose settings name the node and a file of rates."""
    (tmp_path / "rates.csv").write_text("day,rate\n2024-05-01,0.0123\n2024-05-02,-1\n", encoding="utf-8")
    (tmp_path / "secretariat.toml").write_text(
        f'[chain]\nurls = ["{node.url}"]\n[prices]\nfile = "rates.csv"\n[wire]\nattempts = 2\nfirst_pause_seconds = 0.01\n',
        encoding="utf-8",
    )
    return tmp_path


def test_init_writes_settings_for_mainnet_that_are_understood_and_touches_no_file(tmp_path: Path) -> None:
    assert "secretariat doctor" in run("init", folder=tmp_path).stdout
    path = tmp_path / "secretariat.toml"
    text = path.read_text(encoding="utf-8")
    settings = load(path, TABLES).settings
    assert set(settings) == {"store", "chain", "query_node"}
    assert settings["chain"].genesis.startswith("0x6b5e488e")
    assert set(tomllib.loads("\n".join(_with_off(text)))) == set(TABLES)
    path.write_text("mine", encoding="utf-8")
    assert "was not touched" in run("init", folder=tmp_path, check=2).stderr
    assert path.read_text(encoding="utf-8") == "mine"
    run("init", "--out", "elsewhere.toml", folder=tmp_path)
    assert (tmp_path / "elsewhere.toml").read_text(encoding="utf-8") == text
    (tmp_path / "folder").mkdir()
    run("init", "--out", "folder", folder=tmp_path)
    assert (tmp_path / "folder" / "secretariat.toml").read_text(encoding="utf-8") == text
    assert "cannot be used" in run("init", "--out", "nowhere/x.toml", folder=tmp_path, check=2).stderr


def _with_off(text: str) -> Iterator[str]:
    """Give the settings with those that are off turned on."""
    for line in text.splitlines():
        bare = line.removeprefix("# ")
        yield bare if bare.startswith("[") or " = " in bare else line


def test_sync_then_status_then_publish(folder: Path) -> None:
    said = run("sync", folder=folder).stdout
    lines = said.splitlines()
    assert lines[0].startswith("chain: 9 lists, ")
    assert lines[1] == "prices: 1 list, 2 rows: 2 added, 1 problems come or gone"
    assert "chain is fresh, block 5,079" in lines
    assert "secretariat table" in lines[-1]
    assert len(lines) < 8
    assert "  council: " in run("sync", "--verbose", folder=folder).stdout
    assert re.search(r"^chain: 9 lists, \d+ rows: all as before$", run("sync", folder=folder).stdout, re.MULTILINE)
    status = run("status", folder=folder).stdout
    assert status.startswith("chain is fresh, ")
    assert "(limit 10 min), block 5,079 (" in status
    assert "10 lists with " in status
    run("publish", "--out", "out", folder=folder)


def test_the_json_of_each_is_as_it_was_promised(folder: Path, node: PracticeNode) -> None:
    assert json.loads(run("sync", "--json", folder=folder).stdout)["complete"] is True
    node.refused = ("state_getKeysPaged",)
    node.seal()
    (folder / "rates.csv").unlink()
    promised("sync", run("sync", "--json", folder=folder, check=1).stdout)
    promised("status", run("status", "--json", folder=folder).stdout)
    promised("doctor", run("doctor", "--json", folder=folder, check=1).stdout)


def test_what_is_missing_or_behind_ends_with_1_and_says_what(folder: Path, node: PracticeNode) -> None:
    text = run("status", folder=folder, check=1).stdout
    assert "chain was never read. Run `secretariat sync`." in text
    assert not (folder / "secretariat.db").exists(), "asking writes nothing"
    (folder / "rates.csv").unlink()
    node.refused = ("state_getKeysPaged",)
    said = run("sync", folder=folder, check=1).stdout
    assert "REFUSED chain/proposals: " in said
    assert "rates.csv" in said.partition("FAILED prices: ")[2].splitlines()[0]
    assert "chain is unknown: chain was never read: " in said
    assert "run `secretariat sync` again" in said
    refused = run("publish", "--out", "out", folder=folder, check=2).stderr
    assert "--even-if-stale" in refused
    assert not (folder / "out").exists()
    run("publish", "--out", "out", "--even-if-stale", folder=folder)
    assert "The facts are not up to date" in (folder / "out" / "index.html").read_text(encoding="utf-8")


def test_nothing_configured_is_said_in_words(tmp_path: Path) -> None:
    assert "secretariat init" in run("sync", folder=tmp_path, check=2).stderr
    assert not list(tmp_path.iterdir()), "what is refused leaves nothing behind"
    assert "secretariat init" in run("status", folder=tmp_path).stdout
    assert "Run `secretariat init`." in run("doctor", folder=tmp_path).stdout
    (tmp_path / "secretariat.toml").write_text("[chain]\nurl = 'x'\n", encoding="utf-8")
    for command in ("sync", "status"):
        assert "url" in run(command, folder=tmp_path, check=2).stderr


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[chain\n", "cannot be read as TOML"),
        ("[chian]\n", "Did you mean 'chain'?"),
        ("[chain]\nurl = 'x'\n", "[chain] has no key 'url'"),
        ("[chain]\nurls = 'x'\n", "give a list in square brackets"),
        ("chain = 7\n", "write [chain] on a line of its own"),
        ("[store]\nurl = 7\n[desk]\nsince = 'x'\n", "[store] url: give a text in quotes"),
    ],
)
def test_doctor_says_what_is_wrong_with_the_settings_and_looks_at_the_rest(
    tmp_path: Path, written: str, said: str
) -> None:
    (tmp_path / "secretariat.toml").write_text(written, encoding="utf-8")
    answer = run("doctor", "--json", folder=tmp_path, check=1).stdout
    promised("doctor", answer)
    checks = json.loads(answer)["checks"]
    wrong = [one for one in checks if one["name"] == "configuration"]
    assert said in wrong[0]["found"]
    assert len(wrong) == written.count("[store]") + 1
    assert all(one["verdict"] == "failed" and one["remedy"] for one in wrong)
    assert {one["name"] for one in checks} >= {"store", "disk", "clock"}
    assert said in run("doctor", folder=tmp_path, check=1).stdout
    assert not (tmp_path / "secretariat.db").exists()


def test_doctor_fails_on_a_query_node_without_a_node(folder: Path) -> None:
    (folder / "secretariat.toml").write_text('[query_node]\nurls = ["http://127.0.0.1:1/graphql"]\n', encoding="utf-8")
    lines = run("doctor", folder=folder, check=1).stdout.splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("FAILED  configuration: "))
    assert "[query_node] without [chain]" in lines[place]
    assert "Add [chain]" in lines[place + 1]
    assert any(line.startswith("WARNING clock: the machine's time could not be compared") for line in lines)


def test_doctor_tells_that_the_store_is_not_there_yet_and_makes_none(folder: Path) -> None:
    said = run("doctor", folder=folder).stdout
    assert "secretariat.db is not there yet; the first import or sync makes it" in said
    assert "finalised block 5,079" in said
    assert "WARNING facts of chain: chain was never read" in said
    assert "WARNING prices: 2 days, 1 problems" in said
    assert not (folder / "secretariat.db").exists()
    run("sync", folder=folder)
    said = run("doctor", folder=folder).stdout
    assert "store: sqlite:///secretariat.db, schema " in said
    assert "facts of chain" not in said


def test_doctor_says_what_to_do_about_what_is_wrong(folder: Path, node: PracticeNode) -> None:
    (folder / "secretariat.toml").write_text(
        '[store]\nurl = "sqlite:///nowhere/x.db"\n[chain]\nurls = ["http://127.0.0.1:1"]\n'
        '[query_node]\nurls = ["http://127.0.0.1:1/graphql"]\n[wire]\nfirst_pause_seconds = 0.01\n',
        encoding="utf-8",
    )
    said = run("doctor", folder=folder, check=1).stdout
    assert "FAILED  disk: there is no folder " in said
    assert "FAILED  node http://127.0.0.1:1: " in said
    assert "Mend [chain] urls" in said
    assert "FAILED  query node http://127.0.0.1:1/graphql: " in said
    assert "WARNING clock: the machine's time could not be compared: no node told" in said
    lines = said.splitlines()
    assert all(lines[n + 1].startswith("        ") for n, line in enumerate(lines) if line.startswith("FAILED"))


def test_doctor_warns_of_a_wrong_clock_another_runtime_and_another_chain(
    folder: Path,
    node: PracticeNode,
    practice: str,
) -> None:
    run("sync", folder=folder)
    node.upgrade(practice, 2005)
    node.seal(3)
    said = run("doctor", folder=folder).stdout
    assert "the store's facts are of spec version 2004" in said
    old = PracticeNode(practice, first=5_000, born=1_700_000_000_000, genesis=b"another practice network, not it")
    with old:
        settle(old)
        text = (folder / "secretariat.toml").read_text(encoding="utf-8").replace(node.url, old.url)
        (folder / "secretariat.toml").write_text(text, encoding="utf-8")
        said = run("doctor", folder=folder, check=1).stdout
    assert "of another chain than the facts in the store" in said
    assert "after the time of the finalised head" in said
    assert "Set the machine's clock" in said


def test_doctor_warns_of_the_main_network_under_another_name(folder: Path, practice: str) -> None:
    main = PracticeNode(practice, first=5_000, born=1_700_000_000_000, genesis=bytes.fromhex(MAINNET_GENESIS[2:]))
    with main:
        settle(main)
        here = folder / "secretariat.toml"
        here.write_text(f'[chain]\nurls = ["{main.url}"]\nnetwork = "main"\n', encoding="utf-8")
        said = run("doctor", folder=folder).stdout
        assert "is of the main network, and [chain] network calls it another" in said
        here.write_text(
            f'[chain]\nurls = ["{main.url}"]\nnetwork = "main"\ngenesis = "{MAINNET_GENESIS}"\n', encoding="utf-8"
        )
        assert "after the time of the finalised head" in run("doctor", folder=folder).stdout


def test_a_sync_that_is_stopped_says_that_it_may_be_run_again(folder: Path, node: PracticeNode) -> None:
    with FaultProxy(node.url, always=faults.SILENCE) as proxy:
        text = (folder / "secretariat.toml").read_text(encoding="utf-8").replace(node.url, proxy.url)
        (folder / "secretariat.toml").write_text(text, encoding="utf-8")
        started = subprocess.Popen(
            [sys.executable, "-m", "secretariat", "sync"],
            cwd=folder,
            env=dict(os.environ),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        while not proxy.log and started.poll() is None:
            time.sleep(0.02)
        started.send_signal(signal.SIGINT)
        said, complained = started.communicate(timeout=60)
    assert (started.returncode, said) == (130, "")
    assert complained.strip() == "secretariat: Stopped. Every list is written in full or not at all: run it again."
