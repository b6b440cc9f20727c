"""``secretariat devnet`` from outside: one network that runs, is steered and asked, and everything that is asked wrongly."""

import json
import signal
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from secretariat.devnet.world.files import SCENARIOS
from tests.cli.networks import running, started, told
from tests.cli_run import run

SERVERS = ["control", "node", "query-node", "discord", "telegram", "heartbeat", "mail", "wallet"]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a folder in which a network runs, with its settings."""
    folder = tmp_path_factory.mktemp("network")
    with running(folder, "--world", "low-candidacy", "--settings", "secretariat.toml"):
        yield folder


def asked(folder: Path, *words: str) -> Any:
    return json.loads(run("devnet", *words, folder=folder).stdout)


def rpc(url: str, method: str, *params: object) -> Any:
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)["result"]


def test_every_server_has_an_address_on_this_machine(place: Path) -> None:
    addresses = json.loads((place / "devnet.json").read_text())["addresses"]
    assert list(addresses) == SERVERS
    assert all("//127.0.0.1:" in address for address in addresses.values())


def test_a_sender_is_told_what_the_sinks_ask_for(place: Path) -> None:
    told = json.loads((place / "devnet.json").read_text())
    discord = told["sinks"]["discord"]
    for name, hook in discord["webhooks"].items():
        with urllib.request.urlopen(hook, timeout=30) as answer:
            assert json.load(answer)["channel_id"] == discord["channels"][name]
    with urllib.request.urlopen(told["addresses"]["wallet"] + "/accounts", timeout=30) as answer:
        accounts = {one["name"]: one["address"] for one in json.load(answer)}
    people = asked(place, "people")
    assert {one["name"]: one["address"] for one in people}.items() <= accounts.items()


def test_time_passes_when_it_is_told_to(place: Path) -> None:
    before = asked(place, "state")
    said = run("devnet", "advance", "25", folder=place).stdout
    assert said == f"The head is block {before['head'] + 25:,}.\n"
    after = asked(place, "state")
    assert after["head"] == before["head"] + 25
    assert after["milliseconds"] == before["milliseconds"] + 25 * 6_000
    node = json.loads((place / "devnet.json").read_text())["addresses"]["node"]
    assert int(rpc(node, "chain_getHeader")["number"], 16) == after["head"]


def test_time_passes_to_the_next_event(place: Path) -> None:
    before = asked(place, "state")["head"]
    run("devnet", "advance", "--next-event", folder=place)
    assert asked(place, "state")["head"] > before


def test_people_truth_and_what_arrived_are_told(place: Path) -> None:
    people = asked(place, "people")
    assert {"dario", "hugo", "kira"} <= {person["name"] for person in people}
    truth = asked(place, "truth", "--json")
    assert truth == asked(place, "truth", "--at", str(asked(place, "state")["head"]))
    assert asked(place, "arrived") == []


def test_the_truth_of_a_world_is_told_without_a_network(tmp_path: Path) -> None:
    first, second = (asked(tmp_path, "truth", "--world", "low-candidacy") for _ in range(2))
    assert first == second
    assert first != asked(tmp_path, "truth", "--world", "low-candidacy", "--seed", "2")
    assert list(tmp_path.iterdir()) == []


def test_the_settings_are_those_of_the_desk(place: Path) -> None:
    checks = json.loads(run("doctor", "--json", folder=place, check=None).stdout)["checks"]
    assert not [one for one in checks if one["verdict"] == "failed"]
    (clock,) = [one for one in checks if one["name"] == "clock"]
    assert (clock["verdict"], clock["found"]) == (
        "ok",
        "not compared: the blocks of a practice network have a time of their own",
    )


def test_the_staking_accounts_that_are_told_are_bound_to_the_membership(place: Path) -> None:
    query_node = json.loads((place / "devnet.json").read_text())["addresses"]["query-node"]
    people = {one["member"]: one for one in asked(place, "people")}
    question = {"query": "{memberships(limit: 5000){id boundAccounts}}"}
    request = urllib.request.Request(query_node, json.dumps(question).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        rows = json.load(answer)["data"]["memberships"]
    bound = {int(row["id"]): set(row["boundAccounts"]) for row in rows if int(row["id"]) in people}
    assert bound == {member: set(one["staking_accounts"].values()) for member, one in people.items()}
    assert all("proposal-1" in one["staking_accounts"] for one in people.values())


def control(folder: Path, path: str, body: object) -> tuple[int, Any]:
    address = json.loads((folder / "devnet.json").read_text())["addresses"]["control"]
    request = urllib.request.Request(address + path, json.dumps(body).encode(), method="POST")
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_how_many_blocks_were_replaced_is_told_and_what_cannot_be_is_refused(place: Path) -> None:
    run("devnet", "advance", "10", folder=place)
    head = asked(place, "state")["head"]
    assert control(place, "/reorganise", {"depth": 2}) == (200, {"head": head, "replaced": 2})
    for depth in (0, 50):
        status, told = control(place, "/reorganise", {"depth": depth})
        assert status == 400
        assert told["error"].startswith(f"{depth} blocks cannot be replaced: block {head - 3:,} is final")


WORLD = {
    "world": 1,
    "title": "W",
    "start": 299_990,
    "members": [{"name": "late", "joins": 9_000_000}],
    "acts": [
        {"block": 300_000, "actor": "late", "act": "announce"},
        {"block": 300_001, "actor": "dario", "act": "propose", "arguments": {"type": "UpdateGlobalNftLimit"}},
    ],
}
REFUSED = [
    "w.json: acts[0] (late announce, block 300000): late is no member yet",
    "w.json: acts[1] (dario propose, block 300001): the chain refused it with System.CallFiltered",
]


def test_an_act_that_comes_to_nothing_ends_advance_with_1_and_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "w.json").write_text(json.dumps(WORLD))
    with running(tmp_path, "--world", "w.json"):
        done = run("devnet", "advance", "20", folder=tmp_path, check=1)
        assert done.stdout == "The head is block 300,010.\n"
        assert done.stderr.splitlines() == [f"secretariat: {one}" for one in REFUSED]
        assert run("devnet", "advance", "20", folder=tmp_path).stderr == ""
        state = asked(tmp_path, "state")
    assert (state["refused_acts"], state["trouble"]) == (REFUSED, None)
    (tmp_path / "w.json").write_text(json.dumps(WORLD | {"start": 300_010}))
    done = run("devnet", "truth", "--world", "w.json", folder=tmp_path)
    assert done.stderr.splitlines() == [f"secretariat: {one}" for one in REFUSED]
    assert [one["error"] for one in json.loads(done.stdout)["acts"]] == ["late is no member yet", "System.CallFiltered"]


def test_time_that_passes_by_itself_goes_on_after_such_an_act(tmp_path: Path) -> None:
    (tmp_path / "w.json").write_text(json.dumps(WORLD))
    process = started(tmp_path, "--pace", "5", "--world", "w.json")
    try:
        told(tmp_path / "devnet.json", process)
        until = time.monotonic() + 60
        while (state := asked(tmp_path, "state"))["head"] < 300_020:
            assert time.monotonic() < until, state
        assert state["refused_acts"] == REFUSED
    finally:
        process.terminate()
        process.wait(20)


def test_scenarios_are_listed(tmp_path: Path) -> None:
    said = run("devnet", "scenarios", folder=tmp_path).stdout
    assert [line.split()[0] for line in said.splitlines()] == list(SCENARIOS)


def test_two_networks_run_beside_each_other(place: Path, tmp_path: Path) -> None:
    with running(tmp_path, "--network", "other.json", file="other.json"):
        one, other = asked(place, "state"), asked(tmp_path, "state", "--network", "other.json")
        assert one["genesis"] != other["genesis"]
        assert {*one["addresses"].values()}.isdisjoint(other["addresses"].values())
    assert not (tmp_path / "other.json").exists(), "a network that has ended leaves no file behind"


def test_a_second_network_does_not_take_the_file_of_the_first(place: Path) -> None:
    before = (place / "devnet.json").read_text()
    assert "still running" in one_sentence(run("devnet", folder=place, check=2).stderr)
    assert (place / "devnet.json").read_text() == before


def test_the_file_of_a_network_that_was_killed_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "devnet.json").write_text('{"devnet": 1, "addresses": {"control": "http://127.0.0.1:9"}}')
    with running(tmp_path, "--size", "small"):
        assert asked(tmp_path, "state")["size"] == "small"


@pytest.mark.parametrize("how", ["interrupt", "terminate", "input"])
def test_it_ends_in_good_order_when_it_is_told_to(tmp_path: Path, how: str) -> None:
    process = started(tmp_path, "--pace", "0", *(["--end-with-input"] if how == "input" else []))
    told(tmp_path / "devnet.json", process)
    if how == "input":
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
    else:
        process.send_signal(signal.SIGINT if how == "interrupt" else signal.SIGTERM)
    said, trouble = process.communicate(timeout=20)
    assert (process.returncode, trouble) == (0, "")
    assert said.startswith("Practice network: ")
    assert "Nothing leaves this machine." in said
    assert not (tmp_path / "devnet.json").exists()


def one_sentence(said: str) -> str:
    """Give what was said, once it is one line of the program and no traceback."""
    lines = said.strip().splitlines()
    assert len(lines) == 1, said
    assert lines[0].startswith("secretariat: ")
    assert lines[0].endswith((".", "?"))
    assert ".." not in lines[0]
    return lines[0]


DEEP = "[" * 100_000 + "]" * 100_000


@pytest.mark.parametrize(
    ("arguments", "files", "words"),
    [
        (["--world", "no-such-world"], {}, "the scenarios are demo, ordinary-term"),
        (["--world", "w.json"], {"w.json": "{"}, "w.json: no JSON at line 1"),
        (["--world", "w.json"], {"w.json": DEEP}, "w.json"),
        (["--world", "w.json"], {"w.json": '{"world": 1}'}, "'title' is a required property"),
        (["--world", "w.json"], {"w.json": '{"world": 2, "title": "W"}'}, "w.json: world: "),
        (["--world", "."], {}, "no such file"),
        (["--size", "huge"], {}, "the sizes are small, mainnet, ten-times"),
        (["--faults", "f.json"], {}, "f.json: it cannot be read"),
        (["--faults", "f.json"], {"f.json": "no"}, "f.json: no JSON"),
        (["--faults", "f.json"], {"f.json": DEEP}, "f.json"),
        (["--faults", "f.json"], {"f.json": '{"faults": [{"match": {"server": "moon"}}]}'}, "f.json: faults[0]"),
        (["--settings", "s.toml"], {"s.toml": "mine"}, "s.toml is there already and was not touched"),
        (["--network", "n.json"], {"n.json": '{"name": "mine"}'}, "n.json is not the file of a practice network"),
        (["truth", "--world", "ordinary-term", "--at", "99000000"], {}, "Block 99,000,000 is not there"),
        (["truth"], {}, "no practice network runs here"),
        (["state", "--network", "x.json"], {}, "no practice network runs here"),
        (["state"], {"devnet.json": "[]"}, "does not tell where a practice network is"),
        (["state"], {"devnet.json": DEEP}, "does not tell where a practice network is"),
        (
            ["state"],
            {"devnet.json": '{"devnet": 1, "addresses": {"control": "http://192.0.2.1:80"}}'},
            "not on this machine",
        ),
        (
            ["arrived"],
            {"devnet.json": '{"devnet": 1, "addresses": {"control": "http://127.0.0.1:9"}}'},
            "Is it still running?",
        ),
        (["advance"], {}, "Give a number of blocks, or --next-event"),
        (["advance", "5", "--next-event"], {}, "Give a number of blocks, or --next-event"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_is_asked_wrongly_is_said_in_one_sentence(
    tmp_path: Path, arguments: list[str], files: dict[str, str], words: str
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert words in one_sentence(run("devnet", *arguments, folder=tmp_path, check=2).stderr)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == files


def test_too_many_blocks_are_refused_by_the_network(place: Path) -> None:
    said = one_sentence(run("devnet", "advance", "10000001", folder=place, check=2).stderr)
    assert "10,000,001 blocks cannot be made at once" in said


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        first = port - 3 if port < 65_000 else 65_000 - 3
        said = one_sentence(run("devnet", "--port", str(first), "--pace", "0", folder=tmp_path, check=2).stderr)
    assert f"The ports from {first} on cannot be taken" in said
    assert list(tmp_path.iterdir()) == []


def test_a_fault_file_makes_answers_go_wrong_by_their_number(tmp_path: Path) -> None:
    late = {
        "match": {"server": "node", "contains": "chain_getHeader"},
        "nth": 2,
        "fault": {"kind": "status", "status": 503},
    }
    (tmp_path / "faults.json").write_text(json.dumps({"faults": [late]}))
    with running(tmp_path, "--faults", "faults.json") as network:
        node = network["addresses"]["node"]
        assert asked(tmp_path, "state")["faults"] == [
            {"kind": "status", "match": late["match"], "nth": 2, "times": 1, "seen": 0, "fired": 0}
        ]
        assert rpc(node, "chain_getHeader")
        with pytest.raises(urllib.error.HTTPError, match="503"):
            rpc(node, "chain_getHeader")
        assert rpc(node, "chain_getHeader")
        (fault,) = asked(tmp_path, "state")["faults"]
        assert (fault["seen"], fault["fired"]) == (3, 1)
