"""A draft checked beside a practice network: accounts as its node has them, and no concern exactly where its chain takes the proposal."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from secretariat.devnet.chain.kernel import milliseconds_of
from secretariat.devnet.runtime import balances
from secretariat.devnet.runtime.genesis import JOY
from secretariat.devnet.world import life_proposals
from secretariat.devnet.world.people import STAKES, Person
from secretariat.facts.accounts import address_of
from secretariat.facts.moments import moment_of
from secretariat.flow.check_proposal import CheckedProposal, check_proposal
from secretariat.flow.context import Context
from secretariat.flow.review import desk_now
from secretariat.sources.proposal_draft import DraftUnreadable
from secretariat.store.engine import reading
from tests.devnet.synced.desk import Desk, desk

ENGINE = (
    "title-bytes",
    "description-bytes",
    "staking-account",
    "stake-available",
    "stake-bound",
    "stake-locks",
    "open-limit",
)
"""Codes whose rule the chain holds a proposal against when it is filed."""


@pytest.fixture(scope="module")
def synced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk("ordinary-term", tmp_path_factory.mktemp("desk")) as made:
        made.sync()
        yield made


def context_of(one: Desk, later: int = 20) -> Context:
    """Give the context with its clock so many seconds after the network's last block."""
    at = datetime.fromtimestamp(milliseconds_of(one.network.now) / 1000, UTC) + timedelta(seconds=later)
    return replace(one.context, clock=lambda: moment_of(at))


def proposer(one: Desk) -> tuple[Person, bytes]:
    """Find somebody with an account that can carry the stake of a Signal."""
    for person in one.network.world.at_large():
        account = life_proposals.staking_account(one.network.world.chain, person, 16_667 * JOY)
        if account is not None:
            return person, account
    raise AssertionError("nobody has such an account")


def address(account: bytes) -> str:
    return address_of("0x" + account.hex())


def written(folder: Path, one: Desk, **changed: Any) -> Path:
    """Write a Signal by somebody who can file one."""
    person, account = proposer(one)
    draft = {
        "type": "signal",
        "title": "Reports in one thread",
        "description": "From the next term on.",
        "text": "All reports of a term stand in one thread.",
        "member_id": one.network.world.member(person.name),
        "staking_account": address(account),
        **changed,
    }
    path = folder / "draft.json"
    path.write_text(json.dumps(draft), encoding="utf-8")
    return path


def verdicts(found: CheckedProposal) -> dict[str, str]:
    return {one.code: one.verdict for one in found.results}


def test_a_good_draft_passes_and_the_chain_takes_it(synced: Desk, tmp_path: Path) -> None:
    found = check_proposal(context_of(synced), written(tmp_path, synced))
    assert {one.code: one.words for one in found.results if one.verdict != "passed"} == {}
    assert found.ready
    assert filed(synced)


def filed(one: Desk, **general: Any) -> bool:
    """Tell whether the chain takes a Signal with these parameters; nothing of it stays."""
    person, account = proposer(one)
    world, chain = one.network.world, one.network.world.chain
    with one.network.node.lock:
        limit = chain.get("ProposalsEngine.ActiveProposalCount") or 0
        given = {"staking_account_id": account, "title": b"Reports in one thread", "description": b"A text.", **general}
        made = life_proposals.propose(chain, world, person, {"Signal": b"A text."}, by_hand=True, **given)
        took = (chain.get("ProposalsEngine.ActiveProposalCount") or 0) > limit
        if took:
            world.send(
                person, "ProposalsEngine.cancel_proposal", proposer_id=world.member(person.name), proposal_id=made
            )
    return took


def test_the_check_has_a_concern_exactly_where_the_chain_refuses(synced: Desk, tmp_path: Path) -> None:
    chain = synced.network.world.chain
    people = [one for one in synced.network.world.joined() if one is not proposer(synced)[0]]
    locked = next(
        account
        for one in people
        for account in (one.account(purpose) for purpose in STAKES)
        if balances.locks_of(chain, account)
    )
    stranger = life_proposals.staking_account(chain, people[0], 100 * JOY) or people[0].controller
    cases: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({}, {}),
        ({"title": "é" * 20}, {"title": "é".encode() * 20}),
        ({"title": "é" * 20 + "a"}, {"title": "é".encode() * 20 + b"a"}),
        ({"title": ""}, {"title": b""}),
        ({"description": "d" * 3_000}, {"description": b"d" * 3_000}),
        ({"description": "d" * 3_001}, {"description": b"d" * 3_001}),
        ({"staking_account": address(locked)}, {"staking_account_id": locked}),
        ({"staking_account": address(stranger)}, {"staking_account_id": stranger}),
    ]
    for draft, general in cases:
        told = verdicts(check_proposal(context_of(synced), written(tmp_path, synced, **draft)))
        concerned = [code for code in ENGINE if told[code] != "passed"]
        assert (concerned == []) is filed(synced, **general), (draft, concerned)


def test_without_a_node_accounts_are_not_known(synced: Desk, tmp_path: Path) -> None:
    context = context_of(synced)
    settings = {
        **context.config.settings,
        "chain": replace(context.config.settings["chain"], urls=("http://127.0.0.1:9",)),
    }
    off = replace(context, config=replace(context.config, settings=settings))
    told = verdicts(check_proposal(off, written(tmp_path, synced)))
    assert [told[code] for code in ("stake-available", "stake-bound", "stake-locks")] == ["unknown"] * 3
    assert told["title-bytes"] == "passed"


def test_old_facts_give_no_all_clear(synced: Desk, tmp_path: Path) -> None:
    found = check_proposal(context_of(synced, later=7_200), written(tmp_path, synced))
    told = verdicts(found)
    assert {told[code] for code in ("open-limit", "vote-before-council", "deadline")} == {"unknown"}
    assert not found.ready


def test_an_account_that_nobody_holds_is_told_as_a_payee(synced: Desk, tmp_path: Path) -> None:
    nobody, somebody = "0x" + "77" * 32, "0x" + proposer(synced)[1].hex()
    payees = [{"account": address_of(key), "amount": 5} for key in (nobody, somebody)]
    draft = written(tmp_path, synced, type="funding-request", payees=payees, description="Milestones: one.")
    found = [one for one in check_proposal(context_of(synced), draft).results if one.code == "payee"]
    assert [(one.verdict, one.place) for one in found] == [("concern", "$.payees[0]"), ("passed", "$.payees[1]")]


def test_a_file_that_is_no_draft_is_named_with_its_place(synced: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, synced, payees=[{"account": "x"}])
    with pytest.raises(DraftUnreadable, match=r"draft\.json cannot be used: \$\.payees\[0\]: \"amount\" is missing"):
        check_proposal(context_of(synced), path)


def test_the_least_number_of_validators_is_the_chain_s(synced: Desk, tmp_path: Path) -> None:
    least = synced.network.world.chain.get("Staking.MinimumValidatorCount")
    assert least > 0
    for figure, expected in ((least, "passed"), (least - 1, "concern"), (0, "concern")):
        path = written(tmp_path, synced, type="SetMaxValidatorCount", figure=figure)
        found = json.loads(path.read_text(encoding="utf-8"))
        del found["text"]
        path.write_text(json.dumps(found), encoding="utf-8")
        assert verdicts(check_proposal(context_of(synced), path))["figure"] == expected


def test_the_first_sync_is_remembered_as_the_block_that_a_desk_begins_at(synced: Desk) -> None:
    context = context_of(synced)
    with reading(context.engine) as connection:
        now = desk_now(context, connection)
    assert now.first_read == now.head
    assert now.notes_since == now.first_read, "it is within a term, which began before"


def acting(folder: Path, one: Desk, type_: str, **given: Any) -> dict[str, Any]:
    """Check a draft of another type than a Signal; gives what is not passed, by code."""
    path = written(folder, one, type=type_, **given)
    found = json.loads(path.read_text(encoding="utf-8"))
    del found["text"]
    path.write_text(json.dumps(found), encoding="utf-8")
    return {each.code: each for each in check_proposal(context_of(one), path).results}


def test_a_lead_s_stake_is_asked_of_the_node_and_held_against_a_decrease(synced: Desk, tmp_path: Path) -> None:
    chain = synced.network.world.chain
    lead = chain.get("StorageWorkingGroup.CurrentLead")
    account = chain.get("StorageWorkingGroup.WorkerById", lead)["staking_account_id"]
    staked = balances.locked(chain, b"wg-storg", account)
    assert staked > 0
    for amount, expected in ((staked - 1, "passed"), (staked, "concern"), (99_999_999 * JOY, "concern")):
        asked = {"group": "Storage", "lead": lead, "amount": f"{amount // JOY}.{amount % JOY:010d}"}
        found = acting(tmp_path, synced, "DecreaseWorkingGroupLeadStake", **asked)
        assert found["lead"].verdict == "passed"
        assert found["lead-stake"].verdict == expected, amount
        assert acting(tmp_path, synced, "SlashWorkingGroupLead", **asked)["lead-stake"].verdict == "passed"


def test_a_group_that_gives_back_more_than_it_has_is_a_concern(synced: Desk, tmp_path: Path) -> None:
    for amount, expected in (("-1000000000", "concern"), ("-0.0000000001", "passed")):
        found = acting(tmp_path, synced, "UpdateWorkingGroupBudget", group="Storage", amount=amount)
        assert found["budget"].verdict == expected, found["budget"].words


def test_a_deadline_at_the_end_of_the_calendar_is_in_time(synced: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, synced, deadline={"date": "9999-12-31"})
    assert verdicts(check_proposal(context_of(synced), path))["deadline"] == "passed"


def test_what_a_file_is_refused_with_is_a_sentence(synced: Desk, tmp_path: Path) -> None:
    with pytest.raises(DraftUnreadable, match=r"Did you mean 'funding-request'\? docs/contracts"):
        check_proposal(context_of(synced), written(tmp_path, synced, type="fundingrequest"))
