"""Proof on a practice network: its time is another than the machine's, and what arrived there is found all the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secretariat.devnet.faults import Fault, Faults, Match, Planned
from secretariat.devnet.network import Network
from secretariat.devnet.running import CHANNELS, Running, run, sinks
from secretariat.devnet.world.build import build
from secretariat.effects.chat.settings import DiscordSettings
from secretariat.facts.desk_decisions import Settlement
from secretariat.flow import ask_desk, ask_journal
from secretariat.flow.decide import drafts, findings, own
from secretariat.flow.run import delivering
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.engine import reading
from tests.flow.desk.desk import Desk, desk

LOST = Planned(match=Match(server="discord", method="POST"), nth=1, fault=Fault(kind="answer-lost"))
NEVER_CAME = Planned(match=Match(server="discord", method="POST"), nth=1, fault=Fault(kind="reset"))
FAULTS = Faults([LOST])


@pytest.fixture(scope="module")
def network() -> Iterator[Running]:
    """Run a practice network whose Discord takes the first message and loses its answer."""
    opened = run(Network(build("low-candidacy")), faults=FAULTS)
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


@pytest.mark.parametrize(
    ("fault", "says", "after", "day"),
    [
        (LOST, "o1 is not sent again: it arrived, and was found there with the receipt ", "sent", "Friday"),
        (NEVER_CAME, "o1 will be sent again. It was looked for first, and was not there on ", "queued", "Monday"),
    ],
    ids=["it arrived", "it did not"],
)
def test_what_is_to_be_sent_again_is_looked_for_first(
    network: Running, made: Desk, fault: Planned, says: str, after: str, day: str
) -> None:
    FAULTS.plan([fault])
    before = len(network.network.arrived.of("discord"))
    own.write(made.context, f"The office hour moves to {day}.", channel="discord/council")
    made.review()
    drafts.approve(made.context, "d1.1")
    assert [one.state for one in delivering(made.context)] == ["unconfirmed"]  # type: ignore[union-attr]
    assert findings.settle(made.context, "o1", sent=False, why="I did not see it.").startswith(says)
    item = ask_desk.item(made.context, "o1").item
    assert item is not None
    assert item.state == after
    list(delivering(made.context))
    assert len(network.network.arrived.of("discord")) == before + 1
    assert ask_journal.verify(made.context).wrong == ()
    with reading(made.engine) as connection:
        settled = len(desk_decisions(connection, Settlement))
    assert settled == (0 if after == "sent" else 1)  # nobody said that it is out: the channel did
