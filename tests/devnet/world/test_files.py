"""World files: what is read, and one clear error that names the place where a file is wrong."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from secretariat.devnet.network import Network
from secretariat.devnet.runtime.codex import TYPES
from secretariat.devnet.runtime.genesis import JOY
from secretariat.devnet.world import acts, files
from secretariat.devnet.world.build import build
from secretariat.devnet.world.files import WorldFileError, load, parse

DOCS = Path(__file__).parents[3] / "docs/contracts"


def text(**changed: Any) -> bytes:
    return json.dumps({"world": 1, "title": "T", **changed}).encode()


IDLE = {"stage": "idle", "cycle": 1}


def one_act(**changed: Any) -> dict[str, Any]:
    act = {"block": 300_000, "actor": "dario", "act": "transfer", "arguments": {"to": "edda", "amount": "1 JOY"}}
    return {"acts": [{**act, **changed}]}


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"\xff", "w.json: not UTF-8 at byte 0"),
        (b"{", "w.json: no JSON at line 1, column 2"),
        (text(world=2), "w.json: world: 1 was expected"),
        (text(colour=1), "w.json: the whole file: Additional properties"),
        (text(size="huge"), "w.json: size: 'huge' is not one of"),
        (text(settings={"council_budget": "5 EUR"}), "w.json: settings.council_budget: "),
        (
            text(settings={"constants": {"Council.Size": 1}}),
            "w.json: settings.constants.Council.Size: the runtime has no",
        ),
        (text(members=[{"name": "a"}, {"name": "a"}]), "w.json: members[0].name: 'a' is named more than once"),
        (text(members=[{"name": "a", "habits": {"votes": 2}}]), "w.json: members[0].habits.votes: 2 is greater than"),
        (text(**one_act(act="fly")), "w.json: acts[0].act: 'fly' is not one of"),
        (text(**one_act(act="growth")), "w.json: acts[0].act: 'dario' cannot 'growth'; it can announce"),
        (text(**one_act(arguments={"to": "edda"})), "w.json: acts[0].arguments: 'amount' is a required property"),
        (
            text(**one_act(block={"stage": "idle", "cycle": 2, "begins": -1})),
            "w.json: acts[0].block: begins takes 0 or",
        ),
        (
            text(**one_act(block={"stage": "idle", "cycle": 2, "ends": 1})),
            "w.json: acts[0].block: ends takes 0 or fewer",
        ),
        (text(**one_act(block={"after": "x"})), "w.json: acts[0].block.after: no act has the label 'x'"),
        (text(**one_act(block=0)), "w.json: acts[0].block: "),
        (text(**one_act(block=2**40)), "w.json: acts[0].block: blocks are numbered up to"),
        (text(start={**IDLE, "begins": -4}), "w.json: start: begins takes 0 or more"),
        (b'{"world":1,"title":"T","seed":1,"seed":2}', "w.json: the name 'seed' comes twice"),
        (b"[" * 100_000 + b"]" * 100_000, "w.json: its JSON is nested too deeply"),
        (text(**one_act(about="\ud800")), "w.json: acts[0].about: half of a surrogate pair"),
        (text(members=[{"name": "world"}]), "w.json: members[0].name: 'world' is who does"),
        (
            text(members=[{"name": "a", "habits": {"votes_after": [9, 5]}}]),
            "w.json: members[0].habits.votes_after: 9 to",
        ),
        (text(settings={"candidates": [7, 2]}), "w.json: settings.candidates: 7 to 2 is no span"),
        (text(settings={"council_budget": 2**128}), "w.json: settings.council_budget: the chain counts"),
        (
            text(settings={"constants": {"Council.IdlePeriodDuration": 0}}),
            "w.json: settings.constants.Council.IdlePeriodDuration: a whole number from 1 on is wanted, not 0",
        ),
        (
            text(settings={"constants": {"ProposalsCodex.SignalProposalParameters": {"voting_period": 5}}}),
            "w.json: settings.constants.ProposalsCodex.SignalProposalParameters: an object with",
        ),
        (
            text(acts=[{**one_act()["acts"][0], "block": {"after": "x"}, "label": "x"}]),
            "w.json: acts[0].block.after: 'x' waits for itself",
        ),
    ],
)
def test_a_bad_file_is_told_by_its_place(raw: bytes, told: str) -> None:
    with pytest.raises(WorldFileError) as error:
        parse(raw, "w.json")
    assert str(error.value).startswith(told)


def write(folder: Path, **changed: Any) -> Path:
    path = folder / "world.json"
    path.write_bytes(text(**changed))
    return path


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"start": 400_000, **one_act(actor="nobody")}, "acts[0].actor: nobody is called 'nobody'"),
        (
            {"start": 400_000, **one_act(fails="Balances.KeepAlive")},
            "acts[0] (dario transfer, block 300000): the chain gave no error where Balances.KeepAlive was expected",
        ),
        ({"start": {"stage": "voting", "cycle": 9_000, "ends": 0}}, "start: +0 blocks from the end of voting in cycle"),
        (
            {"start": 400_000, **one_act(arguments={"to": "nobody", "amount": 1})},
            "acts[0].arguments.to: nobody is called 'nobody'",
        ),
        (
            {"start": 400_000, **one_act(act="cast", arguments={"for": "0x" + "11" * 32})},
            "acts[0].arguments.for: nobody is called '0x11",
        ),
        (
            {"start": 400_000, **one_act(act="propose", arguments={"pays": {"edda": 1, "nobody": 1}})},
            "acts[0].arguments.pays: nobody is called 'nobody'",
        ),
        (
            {"start": 400_000, **one_act(block={"stage": "idle", "cycle": 1, "ends": -300_000})},
            "acts[0].block: -300000 blocks from the end of idle in cycle 1 is block 103201, which is over in block 201601",
        ),
    ],
)
def test_what_the_chain_shows_to_be_wrong_is_told_by_its_place(tmp_path: Path, changed: Any, told: str) -> None:
    path = write(tmp_path, **changed)
    with pytest.raises(WorldFileError) as error:
        build(path)
    assert str(error.value).startswith(f"{path}: {told}")


TRANSFER = {"dest": "0x" + "11" * 32, "value": 5}


@pytest.mark.parametrize(
    ("act", "arguments", "told"),
    [
        (
            "call",
            {"call": "Balances.transfer", "arguments": {"dest": 5}},
            "these are no arguments of Balances.transfer",
        ),
        ("call", {"call": "Balances.transfer", "arguments": {**TRANSFER, "value": -5}}, "these are no arguments of"),
        ("call", {"call": "Balances.transfer", "arguments": {**TRANSFER, "dest": "0x1"}}, "'0x1' begins with 0x and"),
        ("propose", {"type": "SlashWorkingGroupLead", "details": 5}, "these are no arguments of SlashWorkingGroupLead"),
        (
            "propose",
            {"type": "FundingRequest", "details": [{"account": "0x00", "amount": 1}]},
            "these are no arguments",
        ),
        (
            "upgrade",
            {"version": 2005, "pallet_numbers": {"Forum": 19}},
            "Forum cannot have number 19, which Council has",
        ),
        ("upgrade", {"version": 2005, "pallet_numbers": {"Moon": 99}}, "the runtime has no pallet 'Moon'"),
    ],
)
def test_what_cannot_be_done_is_told_by_its_place(tmp_path: Path, act: str, arguments: Any, told: str) -> None:
    actor = "world" if act == "upgrade" else "dario"
    path = write(tmp_path, start=301_000, **one_act(act=act, actor=actor, arguments=arguments))
    with pytest.raises(WorldFileError) as error:
        build(path)
    assert str(error.value).startswith(f"{path}: acts[0] ({actor} {act}, block 300000): {told}")


IMPOSSIBLE: list[tuple[str, str, Any, str]] = [
    ("dario", "transfer", {"to": "edda", "amount": "900000000 JOY"}, "Balances.InsufficientBalance"),
    ("ada", "vote", {"proposal": 1, "vote": "Approve"}, "Council.NotCouncilor"),
    ("councilor-1", "vote", {"proposal": 777, "vote": "Approve"}, "ProposalsEngine.ProposalNotFound"),
    ("dario", "vote", {"proposal": "mine", "vote": "Approve"}, "nothing with the label 'mine' has been made by now"),
    ("dario", "reveal", {"for": "edda"}, "Referendum.RevealingNotInProgress"),
    ("councilor-7", "withdraw", {}, "there is no councilor-7 in block 300001"),
    ("dario", "call", {"call": "Balances.fly"}, "System.CallFiltered"),
    ("dario", "apply", {"group": "Storage", "opening": 77}, "StorageWorkingGroup.OpeningDoesNotExist"),
    ("dario", "leave", {"group": "Storage"}, "dario has no role in Storage"),
    ("world", "upgrade", {"version": 2003}, "System.SpecVersionNeedsToIncrease"),
    ("world", "offline", {"validators": 5_000, "blocks": 9}, "there are only 12 validators"),
    ("dario", "propose", {"text": ""}, "ProposalsCodex.SignalProposalIsEmpty"),
]


def test_what_can_be_said_but_not_done_is_remembered_as_failed(tmp_path: Path) -> None:
    acts = [
        {"block": 300_001, "actor": actor, "act": act, "arguments": arguments, "label": f"made-{place}"}
        for place, (actor, act, arguments, _) in enumerate(IMPOSSIBLE)
    ]
    acts[3]["label"], follows = "mine", {**acts[0], "block": {"after": "made-0"}, "label": "never"}
    network = Network(build(write(tmp_path, start=301_000, acts=[*acts, follows, *one_act()["acts"]])))
    done = network.truth()["acts"]
    assert [one["error"] for one in done[:-1]] == [error for *_, error in IMPOSSIBLE]
    assert done[-1] == {
        "place": len(IMPOSSIBLE) + 1, "block": 300_000, "actor": "dario", "act": "transfer", "label": None, "error": None
    }  # fmt: skip
    assert [one.partition(": ")[0] for one in network.refused] == [
        f"acts[{place}] ({actor} {act}, block 300001)" for place, (actor, act, *_) in enumerate(IMPOSSIBLE)
    ]
    assert network.refused[0].endswith(": the chain refused it with Balances.InsufficientBalance")
    assert [one["place"] for one in network.truth(300_000)["acts"]] == [len(IMPOSSIBLE) + 1]


def test_a_handle_that_two_have_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldFileError, match="'vera' has the handle 'edda_vale', which 'edda' has"):
        build(
            write(tmp_path, members=[{"name": "edda", "handle": "edda_vale"}, {"name": "vera", "handle": "edda_vale"}])
        )


def test_an_act_that_comes_to_nothing_while_the_network_runs_is_told_and_time_goes_on(tmp_path: Path) -> None:
    refused = one_act(arguments={"to": "edda", "amount": "900000000 JOY"})["acts"]
    late = {**refused[0], "actor": "councilor-7", "act": "withdraw", "arguments": {}, "block": 300_000}
    good = {**refused[0], "arguments": {"to": "edda", "amount": 7}}
    network = Network(build(write(tmp_path, start=299_990, acts=[*refused, late, good])))
    assert network.advance(30) == 300_020
    assert [one.partition(":")[0] for one in network.refused] == [
        "acts[0] (dario transfer, block 300000)",
        "acts[1] (councilor-7 withdraw, block 300000)",
    ]
    sent = [event.values[2] for event in network.world.chain.events_of(300_000) if event.name == "Balances.Transfer"]
    assert sent == [7]
    assert network.state()["refused_acts"] == network.refused
    assert network.world.chain.final == 300_020 - network.node.lag


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(WorldFileError, match=r"no such file, and no scenario; the scenarios are demo, ordinary-term"):
        load("nowhere.json")


def test_acts_wait_for_stages_and_for_each_other(tmp_path: Path) -> None:
    stage = {"stage": "idle", "cycle": 1}
    made = [
        {
            "block": {**stage, "begins": 500},
            "actor": "dario",
            "act": "propose",
            "arguments": {"pays": {"edda": "70.5 JOY"}, "votes": "by-hand"},
            "label": "p",
        },
        {"block": {"after": "p", "blocks": 100}, "actor": "councilor-1", "act": "vote"},
        {"block": {"after": "p", "blocks": 50}, "actor": "councilor-3", "act": "vote"},
    ]
    for act in made[1:]:
        act["arguments"] = {"proposal": "p", "vote": "Approve"}
    world = build(write(tmp_path, start={**stage, "begins": 2_000}, acts=made))
    number = world.chain.get(":labels", "p")
    votes = [event for event in world.chain.events if event.name == "ProposalsEngine.Voted"]
    assert [event.block for event in votes if event.values[1] == number] == [201_601 + 550, 201_601 + 600]
    (paid,) = (event for event in world.chain.events if event.name == "Council.RequestFunded")
    assert (paid.block, paid.values[1]) == (201_601 + 601 + 1_200, 70 * JOY + JOY // 2)


def test_members_are_changed_and_added(tmp_path: Path) -> None:
    named = [
        {"name": "dario", "handle": "the other one", "habits": {"votes": 0}},
        {"name": "vera", "character": "late", "balances": {"controller": "77 JOY"}, "joins": 5_000},
    ]
    world = build(write(tmp_path, start=10_000, members=named))
    assert (world.people["dario"].handle, world.people["dario"].habits.votes) == ("the other one", 0)
    assert world.people["vera"].habits.announces_late == 0.9
    assert world.member("vera") is not None


def test_the_published_schema_is_the_one_that_is_used() -> None:
    published = json.loads((DOCS / "world.schema.json").read_text())
    assert published == files.schema()
    jsonschema.Draft202012Validator.check_schema(published)


def test_the_schema_knows_every_act_and_every_type() -> None:
    known = acts.ACTS_OF_PEOPLE | acts.ACTS_OF_THE_WORLD
    defined = files.schema()["$defs"]["arguments"]
    assert set(defined) == known
    assert set(files.schema()["properties"]["acts"]["items"]["properties"]["act"]["enum"]) == known
    assert tuple(defined["propose"]["properties"]["type"]["enum"]) == TYPES


@pytest.mark.parametrize(
    "example", sorted((DOCS / "examples" / "devnet").glob("world-*.json")), ids=lambda path: path.name
)
def test_the_published_examples_are_read(example: Path) -> None:
    assert load(example).settings.acts
