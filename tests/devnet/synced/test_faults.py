"""The published example of a fault file, on a desk that syncs: every fault of it comes true, and does no harm."""

from datetime import UTC, datetime
from pathlib import Path

from secretariat.clients.http import WireSettings
from secretariat.devnet.fault_files import load
from secretariat.devnet.running import sinks
from secretariat.effects.chat import discord
from secretariat.effects.chat.settings import DiscordSettings, Places
from tests.devnet.synced.compared import differences
from tests.devnet.synced.desk import desk

EXAMPLE = Path(__file__).parents[3] / "docs/contracts/examples/devnet/faults.json"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_every_fault_of_the_example_comes_true_and_the_desk_ends_with_the_truth(tmp_path: Path) -> None:
    faults = load(EXAMPLE)
    with desk("ordinary-term", tmp_path, faults=faults) as one:
        one.try_sync()
        told = {each["match"]["server"] + each["kind"]: each for each in faults.told()}
        assert {name: each["fired"] for name, each in told.items()} == {
            "query-nodestatus": 2,
            "query-noderow-missing": 1,
            "nodereset": 1,
            "discordanswer-lost": 0,
        }
        assert all(each["seen"] >= each["nth"] for each in told.values() if each["fired"])
        assert differences(one.sync()) == []
        hooks = sinks(one.running.addresses)["discord"]["webhooks"]
        places = Places(settings=DiscordSettings(), webhooks=hooks)
        sent = [discord.send(places, WireSettings(attempts=1), "council", text, (), NOW).verdict for text in "ab"]
        assert sent == ["unclear", "sent"]
        assert [message.text for message in one.network.arrived.of("discord")] == ["a", "b"]
        assert all(each["fired"] for each in faults.told())
