"""Proof on a practice network: its time is another than the machine's, and what arrived there is found all the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secretariat.devnet.faults import Fault, Faults, Match, Planned
from secretariat.devnet.network import Network
from secretariat.devnet.running import CHANNELS, Running, run, sinks
from secretariat.devnet.world.build import build
from secretariat.effects.chat.settings import DiscordSettings
from secretariat.flow import ask_desk
from secretariat.flow.decide import drafts, own
from secretariat.flow.run import delivering
from tests.flow.desk.desk import Desk, desk

LOST = Planned(match=Match(server="discord", method="POST"), nth=1, fault=Fault(kind="answer-lost"))


@pytest.fixture(scope="module")
def network() -> Iterator[Running]:
    """Run a practice network whose Discord takes the first message and loses its answer."""
    opened = run(Network(build("low-candidacy")), faults=Faults([LOST]))
    yield opened
    opened.close()


@pytest.fixture
def made(network: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Make a desk that posts to the network's Discord, with the bot that reads it."""
    told = sinks(network.addresses)["discord"]
    for place, hook in told["webhooks"].items():
        monkeypatch.setenv(f"SECRETARIAT_DISCORD_WEBHOOK_{place.upper()}", hook)
    monkeypatch.setenv("SECRETARIAT_DISCORD_BOT_TOKEN", told["bot_token"])
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    api = DiscordSettings(channels=CHANNELS, api=network.addresses["discord"])
    return desk(f"sqlite:///{tmp_path}/store.db", discord=api)


def test_what_arrived_without_an_answer_becomes_sent_by_proof(network: Running, made: Desk) -> None:
    own.write(made.context, "The office hour moves to Thursday.", channel="discord/council")
    made.review()
    drafts.approve(made.context, "d1.1")
    assert [one.state for one in delivering(made.context)] == ["unconfirmed"]  # type: ignore[union-attr]
    (message,) = network.network.arrived.of("discord")
    assert [(one.state, one.says) for one in delivering(made.context)] == [("sent", message.id)]  # type: ignore[union-attr]
    item = ask_desk.item(made.context, "o1").item
    assert item is not None
    assert (item.state, item.receipt) == ("sent", message.id)
    assert "it was seen there" in item.why
    assert len(network.network.arrived.of("discord")) == 1
