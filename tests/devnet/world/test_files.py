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
from secretariat.devnet.world.published import published

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
        (
            text(settings={"constants": {"Council.IdlePeriodDuration": 2**40}}),
            "w.json: settings.constants.Council.IdlePeriodDuration: expected a whole number below 2^32, not 1099511627776",
        ),
        (
            text(settings={"constants": {"Council.MinCandidateStake": 2**128}}),
            "w.json: settings.constants.Council.MinCandidateStake: expected a whole number below 2^128, not 3402823669",
        ),
        (
            text(
                **one_act(
                    act="upgrade",
                    actor="world",
                    arguments={"version": 2005, "constants": {"Council.CouncilSize": 2**32}},
                )
            ),
            "w.json: acts[0].arguments.constants.Council.CouncilSize: expected a whole number below 2^32, not 4294967296",
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
            "Balances.transfer cannot be read: missing: value",
        ),
        (
            "call",
            {"call": "Balances.transfer"},
            "Balances.transfer cannot be read: transfer stands alone; missing: dest, value",
        ),
        (
            "call",
            {"call": "Balances.transfer", "arguments": {**TRANSFER, "value": -5}},
            "Balances.transfer cannot be read: value: expected a whole number below 2^128, not -5",
        ),
        (
            "call",
            {"call": "Balances.transfer", "arguments": {**TRANSFER, "value": 2**128}},
            "Balances.transfer cannot be read: value: expected a whole number below 2^128, not 3402823669",
        ),
        (
            "call",
            {"call": "Balances.transfer", "arguments": {**TRANSFER, "value": "5"}},
            'Balances.transfer cannot be read: value: expected a whole number below 2^128, not "5"',
        ),
        (
            "call",
            {"call": "Balances.transfer", "arguments": {**TRANSFER, "more": 5}},
            "Balances.transfer cannot be read: not known: more",
        ),
        ("call", {"call": "Balances.transfer", "arguments": {**TRANSFER, "dest": "0x1"}}, "'0x1' begins with 0x and"),
        (
            "call",
            {"call": "Bounty.create_bounty", "arguments": {}},
            "Bounty.create_bounty cannot be read: create_bounty stands alone; missing: params, metadata",
        ),
        (
            "call",
            {"call": "Council.set_candidacy_note", "arguments": {"membership_id": None, "note": "0x"}},
            "Council.set_candidacy_note cannot be read: membership_id: expected a whole number below 2^64, not null",
        ),
        (
            "propose",
            {"type": "SlashWorkingGroupLead", "details": 5},
            "SlashWorkingGroupLead cannot be read: expected a list of 3, not 5",
        ),
        (
            "propose",
            {"type": "VetoProposal", "details": "x"},
            'VetoProposal cannot be read: expected a whole number below 2^32, not "x"',
        ),
        (
            "propose",
            {"type": "UpdateGlobalNftLimit", "details": ["Yearly", 5]},
            'UpdateGlobalNftLimit cannot be read: expected one of Daily, Weekly, not "Yearly"',
        ),
        (
            "propose",
            {"type": "FundingRequest", "details": [{"account": "0x00", "amount": 1}]},
            "FundingRequest cannot be read: account: expected 32 bytes, not 0x00",
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
    ("dario", "propose", {"type": "UpdateGlobalNftLimit"}, "System.CallFiltered"),
    ("dario", "propose", {"type": "UpdateGlobalNftLimit", "details": ["Daily", 100]}, "System.CallFiltered"),
]

NOT_YET: list[tuple[str, Any]] = [
    ("announce", {}),
    ("withdraw", {}),
    ("release_candidacy", {}),
    ("propose", {"text": "A signal."}),
    ("vote", {"proposal": 1, "vote": "Approve"}),
    ("cancel", {"proposal": 1}),
    ("discuss", {"proposal": 1, "text": "Yes."}),
    ("create_thread", {"title": "T", "text": "Text."}),
    ("post", {"thread": 1, "text": "Text."}),
    ("fund_council", {"amount": 5}),
    ("apply", {"group": "Forum", "opening": 1}),
    ("leave", {"group": "Forum"}),
]
"""What one who is no member yet cannot do."""


def test_what_can_be_said_but_not_done_is_remembered_as_failed(tmp_path: Path) -> None:
    acts = [
        {"block": 300_001, "actor": actor, "act": act, "arguments": arguments, "label": f"made-{place}"}
        for place, (actor, act, arguments, _) in enumerate(IMPOSSIBLE)
    ]
    acts[3]["label"], follows = "mine", {**acts[0], "block": {"after": "made-0"}, "label": "never"}
    path = write(tmp_path, start=301_000, acts=[*acts, follows, *one_act()["acts"]])
    network = Network(build(path))
    done = network.truth()["acts"]
    assert [one["error"] for one in done[:-1]] == [error for *_, error in IMPOSSIBLE]
    assert done[-1] == {
        "place": len(IMPOSSIBLE) + 1, "block": 300_000, "actor": "dario", "act": "transfer", "label": None, "error": None
    }  # fmt: skip
    assert [": ".join(one.split(": ")[:2]) for one in network.refused] == [
        f"{path}: acts[{place}] ({actor} {act}, block 300001)" for place, (actor, act, *_) in enumerate(IMPOSSIBLE)
    ]
    assert network.refused[0].endswith(": the chain refused it with Balances.InsufficientBalance")
    assert [one["place"] for one in network.truth(300_000)["acts"]] == [len(IMPOSSIBLE) + 1]


def test_who_is_no_member_yet_can_do_nothing_that_members_do(tmp_path: Path) -> None:
    acts_ = [
        {"block": 300_000 + place, "actor": "late", "act": act, "arguments": arguments}
        for place, (act, arguments) in enumerate(NOT_YET)
    ]
    path = write(tmp_path, start=299_990, members=[{"name": "late", "joins": 9_000_000}], acts=acts_)
    network = Network(build(path))
    assert network.advance(30) == 300_020
    assert network.refused == [
        f"{path}: acts[{place}] (late {act}, block {300_000 + place}): late is no member yet"
        for place, (act, _) in enumerate(NOT_YET)
    ]
    assert {act for act, _ in NOT_YET} == acts.MEMBERS_ONLY
    assert network.trouble is None


def test_acts_that_members_need_not_do_are_open_to_all(tmp_path: Path) -> None:
    members = [{"name": "late", "joins": 9_000_000, "balances": {"controller": "9 JOY"}}]
    network = Network(build(write(tmp_path, start=301_000, members=members, **one_act(actor="late"))))
    assert network.refused == []


def test_what_says_nothing_is_told_while_the_network_runs_and_stands_in_the_truth(tmp_path: Path) -> None:
    wrong = {"act": "call", "arguments": {"call": "Balances.transfer"}}
    other = {"fails": "Balances.KeepAlive", "label": "sent"}
    follows = {**one_act()["acts"][0], "block": {"after": "sent", "blocks": 3}}
    path = write(tmp_path, start=299_990, acts=[*one_act(**wrong)["acts"], *one_act(**other)["acts"], follows])
    network = Network(build(path))
    network.advance(30)
    assert [one.rpartition("): ")[2] for one in network.refused] == [
        "Balances.transfer cannot be read: transfer stands alone; missing: dest, value",
        "the chain gave no error where Balances.KeepAlive was expected",
    ]
    assert [(one["block"], bool(one["error"])) for one in network.truth()["acts"]] == [
        (300_000, True),
        (300_000, False),
        (300_003, False),
    ]


def test_the_acts_of_a_stage_that_are_in_time_come_though_another_is_not(tmp_path: Path) -> None:
    idle = {"stage": "idle", "cycle": 1}
    over = {**one_act(block={**idle, "ends": -900_000})["acts"][0]}
    in_time = {**one_act(block={**idle, "begins": 5})["acts"][0]}
    network = Network(build(write(tmp_path, start=100)))
    assert network.world.chain.now == 100
    path = write(tmp_path, start=100, acts=[over, in_time])
    network = Network(build(path))
    network.advance(300_000)
    assert [one.partition(" is block")[0] for one in network.refused] == [
        f"{path}: acts[0].block: -900000 blocks from the end of idle in cycle 1"
    ]
    assert [(one["place"], one["error"]) for one in network.truth()["acts"]] == [(1, None)]


def test_a_handle_that_two_have_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldFileError, match="'vera' has the handle 'edda_vale', which 'edda' has"):
        build(
            write(tmp_path, members=[{"name": "edda", "handle": "edda_vale"}, {"name": "vera", "handle": "edda_vale"}])
        )


def test_an_act_that_comes_to_nothing_while_the_network_runs_is_told_and_time_goes_on(tmp_path: Path) -> None:
    refused = one_act(arguments={"to": "edda", "amount": "900000000 JOY"})["acts"]
    late = {**refused[0], "actor": "councilor-7", "act": "withdraw", "arguments": {}, "block": 300_000}
    good = {**refused[0], "arguments": {"to": "edda", "amount": 7}}
    path = write(tmp_path, start=299_990, acts=[*refused, late, good])
    network = Network(build(path))
    assert network.advance(30) == 300_020
    assert [": ".join(one.split(": ")[:2]) for one in network.refused] == [
        f"{path}: acts[0] (dario transfer, block 300000)",
        f"{path}: acts[1] (councilor-7 withdraw, block 300000)",
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
    """With what the program checks beside it: test_published.py."""
    told = json.loads((DOCS / "world.schema.json").read_text())
    assert told == published()
    jsonschema.Draft202012Validator.check_schema(told)


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
