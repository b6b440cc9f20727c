"""What a practice run drives: only networks that say themselves that they are practice, and only on this machine."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from secretariat import config
from secretariat.clients.http import Wire, WireSettings, open_wire
from secretariat.devnet.network import Network
from secretariat.devnet.running import Running, run
from secretariat.devnet.world.build import build
from secretariat.facts.council_constants import MAINNET_GENESIS
from secretariat.flow.context import TABLES
from secretariat.flow.practice import NotPractice, check_addresses, check_node, check_settings, is_loopback


@pytest.fixture(scope="module")
def network() -> Iterator[Running]:
    """Run a practice network."""
    opened = run(Network(build("low-candidacy")))
    yield opened
    opened.close()


@pytest.fixture
def wire() -> Iterator[Wire]:
    """Give a wire whose repetitions do not wait."""
    with open_wire(WireSettings(attempts=2), sleep=lambda seconds: None) as opened:
        yield opened


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://127.0.0.1:9933", True),
        ("ws://127.9.9.9:1/graphql", True),
        ("http://[::1]:80", True),
        ("smtp://127.0.0.1:2525", True),
        ("http://localhost:9933", False),
        ("http://127.0.0.1.example.org", False),
        ("http://127.0.0.1@192.0.2.1/", False),
        ("http://0.0.0.0:1", False),
        ("https://rpc.joystream.org", False),
        ("http://[::ffff:192.0.2.1]/", False),
        ("http://2130706433/", False),
        ("127.0.0.1:80", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_an_address_of_this_machine_is_one_by_its_number(address: str, here: bool) -> None:
    assert is_loopback(address) is here
    if not here:
        with pytest.raises(NotPractice, match="asks no other"):
            check_addresses(["http://127.0.0.1:1", address])


@pytest.fixture
def loaded(network: Running, tmp_path: Path) -> Callable[[str, str], config.Config]:
    """Give a function that loads the network's settings with one part replaced by another."""

    def load(before: str, now: str) -> config.Config:
        text = network.settings()
        assert before in text
        (tmp_path / "s.toml").write_text(text.replace(before, now, 1))
        return config.load(tmp_path / "s.toml", TABLES)

    return load


def test_the_settings_of_a_practice_network_are_driven(loaded: Callable[[str, str], config.Config]) -> None:
    check_settings(loaded("# A", "# A"))
    check_settings(loaded('websocket = "', 'websocket = "" #'))


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ('network = "practice"', 'network = "mainnet"', "name the network mainnet"),
        ('network = "practice"', "", "name the network mainnet"),
        (
            'urls = ["http://127.0.0.1:',
            'urls = ["https://rpc.example.org", "http://127.0.0.1:',
            "^https://rpc.example.org: not on",
        ),
        (
            "[query_node]\nurls = [",
            '[query_node]\nurls = ["http://me:secret@192.0.2.1/", ',
            "^http://192.0.2.1/: not on",
        ),
        ('websocket = "', 'websocket = "wss://192.0.2.1/" #', "^wss://192.0.2.1/: not on"),
        ("# A", '[prices]\naddress = "http://192.0.2.1/"\n# A', "and nothing else"),
        ("# A", "[wire]\nproxies_from_environment = true\n# A", "and nothing else"),
        ("# A", '[store]\nurl = "postgresql://192.0.2.1/x"\n# A', "and nothing else"),
    ],
)
def test_other_settings_are_refused(
    loaded: Callable[[str, str], config.Config], before: str, now: str, words: str
) -> None:
    with pytest.raises(NotPractice, match=words):
        check_settings(loaded(before, now))


def test_no_settings_are_refused() -> None:
    with pytest.raises(NotPractice):
        check_settings(config.Config())


def test_a_node_must_say_that_it_is_of_a_practice_network(
    network: Running, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = network.network.node
    url = network.addresses["node"]
    check_node(wire, url)
    monkeypatch.setattr(node, "name", "Joystream")
    with pytest.raises(NotPractice, match="is one of Joystream"):
        check_node(wire, url)
    monkeypatch.undo()
    monkeypatch.setattr(node.blocks, "hash_of", lambda number: bytes.fromhex(MAINNET_GENESIS[2:]))
    with pytest.raises(NotPractice, match=MAINNET_GENESIS):
        check_node(wire, url)
    monkeypatch.undo()
    with pytest.raises(NotPractice, match="does not say of which network"):
        check_node(wire, network.addresses["heartbeat"])
