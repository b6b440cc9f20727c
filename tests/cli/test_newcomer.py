"""What a newcomer meets: nothing reachable, slips in the settings, a store that cannot be used. Each line says what to do."""

import json
from pathlib import Path

import pytest

from tests.cli_run import run
from tests.practice.fixtures import practice
from tests.practice.node import PracticeNode
from tests.practice.world import settle

__all__ = ["practice"]

SHUT = "http://127.0.0.1:9"
"""Nobody listens there."""

WIRE = "[wire]\nattempts = 1\nfirst_pause_seconds = 0.01\n"


def configured(folder: Path, text: str) -> None:
    (folder / "secretariat.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[chian]\nurls = ["http://x"]\n', "there is no setting 'chian'. Did you mean 'chain'?"),
        ('[chain]\nurl = "http://x"\n', "[chain] has no key 'url'. Did you mean 'urls'?"),
        ('[chain]\nurls = "http://x"\n', '[chain] urls: give a list in square brackets, such as ["one", "two"].'),
        ('[chain]\nurls = ["wss://rpc.example"]\n', "wss://rpc.example is not asked; give an address that begins with"),
        ('[chain]\nurls = ["rpc.example:9944"]\n', "[chain] urls: An address without https:// or http:// is not asked"),
        ("[chain]\nurls = []\n", "[chain] give one or 2 addresses in urls, not 0."),
        ('[chain]\nlag_minutes = "ten"\n', "[chain] lag_minutes: give a whole number without quotes."),
        ('[chain]\nhistory = "maybe"\n', "[chain] history: give true or false without quotes."),
        ("[chain]\nnetwork = 5\n", "[chain] network: give a text in quotes."),
        ('[query_node]\nurls = ["ws://x"]\n', "[query_node] urls: ws://x is not asked"),
        ('[query_node]\nwebsocket = "https://x"\n', "websocket: give an address that begins with wss://"),
        ('[wire]\nread_seconds = "long"\n', "[wire] read_seconds: give a number without quotes."),
        ("[prices]\n", "[prices] give either address or file."),
        ('chain = "x"\n', "chain is a table; write [chain] on a line of its own."),
        ("[chain\n", "cannot be read as TOML: Expected ']' at the end of a table declaration (at line 1"),
        (
            '[chain]\nurls = ["http://127.0.0.1:9"]\n[store]\nurl = "mysql://x/y"\n',
            "The store is SQLite or PostgreSQL, not mysql. Change [store] url",
        ),
    ],
)
def test_a_slip_in_the_settings_is_one_line_that_says_how_to_mend_it(tmp_path: Path, text: str, words: str) -> None:
    configured(tmp_path, text)
    done = run("sync", folder=tmp_path, check=2)
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert not done.stdout


def test_with_nothing_reachable_each_thing_is_said_once(tmp_path: Path) -> None:
    configured(tmp_path, f'[chain]\nurls = ["{SHUT}"]\n[query_node]\nurls = ["{SHUT}/graphql"]\n{WIRE}')
    said = run("sync", folder=tmp_path, check=1).stdout
    assert said.count("Connection refused") == 1
    assert "chain is unknown: chain was never read\n" in said
    assert "`secretariat doctor` says what to do, then run `secretariat sync` again." in said
    status = run("status", folder=tmp_path, check=1).stdout
    assert "`secretariat doctor` says for each failure what to do." in status
    doctor = run("doctor", folder=tmp_path, check=1).stdout
    assert f"FAILED  node {SHUT}: the connection failed: " in doctor
    assert f"FAILED  query node {SHUT}/graphql: the connection failed: " in doctor
    refused = run("publish", "--out", "out", folder=tmp_path, check=2).stderr
    assert ". Nothing was published. Run `secretariat sync`" in refused


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgresql://nobody@127.0.0.1:9/x", "See that it can be reached"),
        ("sqlite:///text.db", "Put a copy of it in place, or choose another [store] url"),
        ("mysql://x/y", "The store is SQLite or PostgreSQL, not mysql"),
    ],
)
def test_doctor_goes_on_without_a_store_that_can_be_used(tmp_path: Path, url: str, words: str) -> None:
    (tmp_path / "text.db").write_text("this is no database, but some text that is long enough", encoding="utf-8")
    configured(tmp_path, f'[store]\nurl = "{url}"\n[chain]\nurls = ["{SHUT}"]\n{WIRE}')
    said = run("doctor", folder=tmp_path, check=1).stdout
    assert words in said.partition("FAILED  store: ")[2].splitlines()[0]
    assert f"FAILED  node {SHUT}: " in said
    found = json.loads(run("doctor", "--json", folder=tmp_path, check=1).stdout)
    assert (found["well"], [one["verdict"] for one in found["checks"]]) == (
        False,
        ["ok", "failed", "failed", "warning"],
    )
    assert all(one["remedy"] for one in found["checks"] if one["verdict"] != "ok")
    for command in ("sync", "status"):
        assert words in run(command, folder=tmp_path, check=2).stderr


@pytest.mark.xdist_group("postgres")
def test_doctor_on_postgresql_looks_at_the_store_and_no_disk(tmp_path: Path, postgres_url: str) -> None:
    configured(tmp_path, f'[store]\nurl = "{postgres_url}"\n[chain]\nurls = ["{SHUT}"]\n{WIRE}')
    said = run("doctor", folder=tmp_path, check=1).stdout
    assert "ok      store: postgresql" in said
    assert "disk: " not in said, "a server looks after its own disk"


def test_doctor_and_sync_say_that_two_nodes_are_of_two_chains(tmp_path: Path, practice: str) -> None:
    with (
        PracticeNode(practice, first=5_000) as one,
        PracticeNode(practice, first=5_000, genesis=b"another practice network, not it") as other,
    ):
        for node in (one, other):
            settle(node)
        configured(tmp_path, f'[chain]\nurls = ["{one.url}", "{other.url}"]\n{WIRE}')
        said = run("doctor", folder=tmp_path, check=1).stdout
        assert "FAILED  nodes: they are of 2 chains, with the genesis 0x" in said
        assert "Take the wrong one out of [chain] urls, or set [chain] genesis" in said
        assert "set [chain] genesis to the chain you mean" in run("sync", folder=tmp_path, check=1).stdout


def test_a_source_that_is_not_configured_any_more_is_told_apart(tmp_path: Path) -> None:
    configured(tmp_path, f'[chain]\nurls = ["{SHUT}"]\n{WIRE}')
    run("sync", folder=tmp_path, check=1)
    configured(tmp_path, f'[prices]\naddress = "{SHUT}/x"\n{WIRE}')
    run("sync", folder=tmp_path, check=1)
    said = run("status", folder=tmp_path).stdout
    assert "chain is not configured any more, never read\n" in said
    assert "prices, never read\n" in said
