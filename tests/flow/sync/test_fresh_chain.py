"""Before somebody is rung the chain is read anew: who voted since the last reading hears nothing, on a real node and a real Discord."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLSchema

from secretariat.desk.outbox import Item
from secretariat.desk.people import DeskSettings, PersonSettings
from secretariat.duties.proposals.settings import Settings as ProposalsSettings
from secretariat.facts.moments import Moment, moment_of
from secretariat.flow import ask_desk
from secretariat.flow.decide import drafts, own
from secretariat.flow.fresh_chain import FRESH_FOR, FreshChain
from secretariat.flow.holding import machine_now
from secretariat.flow.review import review
from secretariat.flow.run import delivering
from secretariat.flow.sync.run import sync
from secretariat.sources.chain.settings import Settings
from secretariat.store.engine import reading
from secretariat.store.outbox import items_in
from tests.effects.chat.discord_here import Here, discord_here
from tests.flow.sync.live import Live, live
from tests.practice.node import PracticeNode
from tests.practice.world import proposal

LATE, EARLY = 13, 14
USER = "700000000000000013"


def ago(seconds: int) -> Moment:
    """Give the machine's time so long ago."""
    return Moment(moment_of(machine_now() - timedelta(seconds=seconds)))


@pytest.fixture
def discord(monkeypatch: pytest.MonkeyPatch) -> Iterator[Here]:
    with discord_here() as here:
        monkeypatch.setenv("SECRETARIAT_DISCORD_WEBHOOK_COUNCIL", here.places.webhooks["council"])
        monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
        yield here


@pytest.fixture
def voting(practice: str, schema: GraphQLSchema, tmp_path: Path, discord: Here) -> Iterator[Live]:
    """Give a council of two on the chain, of whom one has voted, and a desk that rings the other."""
    with live(practice, schema, f"sqlite:///{tmp_path}/store.db", first=1) as made:
        node_only = Settings(urls=made.settings["chain"].urls, network="practice", lag_minutes=60)
        made.settings.pop("query_node")
        made.settings |= {
            "chain": node_only,
            "people": {"ada": PersonSettings(roles=("secretary",), member_id=1)},
            "desk": DeskSettings(since=0),
            "discord": discord.places.settings,
            "proposals": ProposalsSettings(discord="council", mentions={LATE: USER}),
        }
        _two_seats(made.node)
        yield made


def _two_seats(node: PracticeNode) -> None:
    def seat(member: int) -> dict[str, Any]:
        account = bytes([member]) * 32
        return {
            "staking_account_id": f"0x{account.hex()}",
            "reward_account_id": f"0x{account.hex()}",
            "membership_id": member,
            "stake": 1_000,
            "last_payment_block": 10,
            "unpaid_reward": 0,
        }

    node.put("Council", "CouncilMembers", ([seat(LATE), seat(EARLY)],))
    node.put("Council", "Stage", {"stage": {"Idle": {"ends_at": 90_000}}, "changed_at": 1})
    _voted(node, EARLY)
    node.seal(150)


def _approved(desk: Live, read_at: Moment) -> None:
    """Read the chain at a moment of the machine's, review, and say yes to the words that ring the one who did not vote."""
    assert sync(desk.context, now=read_at).complete
    review(desk.context)
    (found,) = [one for one in ask_desk.drafts(desk.context).drafts if one.mentions]
    assert [one.id for one in found.mentions] == [USER]
    drafts.approve(desk.context, found.draft)


def _voted(node: PracticeNode, *members: int) -> None:
    """Let these members have voted, and no others, at a finalised block."""
    found = proposal("Active", 10, votes=len(members))
    found["parameters"]["voting_period"] = 43_200
    node.put("ProposalsEngine", "Proposals", found, 21)
    for member in (LATE, EARLY, 15, 16):
        node.drop("ProposalsEngine", "VoteExistsByProposalByVoter", 21, member)
    for member in members:
        node.put("ProposalsEngine", "VoteExistsByProposalByVoter", "Approve", 21, member)
    node.seal(2)


def _delivered(desk: Live) -> list[str]:
    return [one.state for one in delivering(desk.context)]  # type: ignore[union-attr]


def test_who_voted_since_the_last_reading_is_not_rung(voting: Live, discord: Here) -> None:
    _approved(voting, ago(120))
    _voted(voting.node, EARLY, LATE)
    assert _delivered(voting) == ["withdrawn"]
    assert discord.texts == []


def test_who_did_not_vote_is_rung_after_the_reading(voting: Live, discord: Here) -> None:
    _approved(voting, ago(120))
    voting.node.seal(2)
    assert _delivered(voting) == ["sent"]
    assert f"<@{USER}>" in discord.texts[0]


def test_a_reading_of_this_minute_serves(voting: Live) -> None:
    _approved(voting, ago(0))
    asked = voting.node.requests
    assert _delivered(voting) == ["sent"]
    assert voting.node.requests == asked


def test_where_the_chain_cannot_be_reached_it_is_as_without_a_reading(voting: Live, discord: Here) -> None:
    _approved(voting, ago(120))
    _voted(voting.node, EARLY, LATE)
    chain: Settings = voting.settings["chain"]
    voting.set("chain", replace(chain, urls=("http://127.0.0.1:9",)))
    assert _delivered(voting) == ["sent"]


def test_words_that_ring_nobody_ask_nothing_of_the_chain(voting: Live) -> None:
    _approved(voting, ago(120))
    drafts.reject(voting.context, ask_desk.drafts(voting.context).drafts[0].draft, why="Not now.")
    own.write(voting.context, "The office hour moves to Thursday.", channel="discord/council")
    review(voting.context)
    (mine,) = [one for one in ask_desk.drafts(voting.context).drafts if one.key.startswith("own/")]
    drafts.approve(voting.context, mine.draft)
    asked = voting.node.requests
    assert _delivered(voting) == ["sent"]
    assert voting.node.requests == asked


def test_it_is_read_once_a_minute_however_many_are_rung(voting: Live) -> None:
    _approved(voting, ago(120))
    (item,) = _queued(voting)
    at = machine_now()
    fresh = FreshChain(context=voting.context, machine=lambda: at)
    assert [fresh.read_for(item.act) for _ in range(3)] == [True, False, False]
    asked = voting.node.requests
    later = FreshChain(context=voting.context, machine=lambda: at + FRESH_FOR)
    assert (later.read_for(item.act), voting.node.requests) == (False, asked)
    assert FreshChain(context=voting.context, machine=lambda: at + FRESH_FOR + timedelta(seconds=1)).read_for(item.act)


def _queued(desk: Live) -> tuple[Item, ...]:
    with reading(desk.context.engine) as connection:
        return items_in(connection, {"queued"})
