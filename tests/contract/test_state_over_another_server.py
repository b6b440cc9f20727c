"""The height of a query node, from the server library that query nodes use: subscriptions-transport-ws, with the real schema."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from secretariat.clients.failures import AnswerWrong, NotReachable
from secretariat.clients.graphql import QueryRefused
from secretariat.clients.graphql_state import QueryNodeState, state_of
from tests.conftest import missing

pytestmark = pytest.mark.xdist_group("npm")

SERVER = Path(__file__).with_name("state_server.cjs")
PACKAGES = ("subscriptions-transport-ws@0.11.0", "graphql@15.10.1", "ws@7.5.10")
TRIES = 3
SECONDS_A_TRY = 60


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the server library, fresh from the registry; skips by name where there is none."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        pytest.skip("npm is not here: install Node.js to try the WebSocket against the library of query nodes")
    folder = tmp_path_factory.mktemp("node")
    command = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--loglevel=error", *PACKAGES]
    said = ""
    for _ in range(TRIES):
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS_A_TRY, check=False)
        except subprocess.TimeoutExpired:
            said = f"no end within {SECONDS_A_TRY} s"
            continue
        if done.returncode == 0:
            return folder
        said = done.stderr.strip()[-500:]
    if _registry_answers():
        missing("subscriptions-transport-ws", f"npm install failed {TRIES} times: {said}")
    pytest.skip(f"the npm registry does not answer: {said}")


def _registry_answers() -> bool:
    try:
        return subprocess.run(["npm", "ping"], capture_output=True, timeout=SECONDS_A_TRY, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


@pytest.fixture(scope="module")
def servers(library: Path, shared: Callable[[str], Path]) -> Iterator[dict[str, str]]:
    """Run the library's servers over the real schema; gives an address for each way to answer."""
    shutil.copy(SERVER, library)
    schema = shared("data/joystream/query-node-introspection.json")
    with subprocess.Popen(
        ["node", SERVER.name, str(schema)], cwd=library, stdout=subprocess.PIPE, text=True
    ) as running:
        try:
            assert running.stdout is not None
            ports = json.loads(running.stdout.readline())
            yield {name: f"ws://127.0.0.1:{port}/graphql" for name, port in ports.items()}
        finally:
            running.kill()


@pytest.mark.parametrize("name", ["at_once", "after_a_while"])
def test_the_state_is_given(servers: dict[str, str], name: str) -> None:
    expected = QueryNodeState(chain_head=5_000_010, indexer_head=5_000_009, last_complete_block=5_000_007)
    assert state_of(servers[name]) == expected


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("never", NotReachable, "no state within 1 s"),
        ("ends", AnswerWrong, "ended without a state"),
        ("without_a_height", QueryRefused, "lastCompleteBlock"),
        ("refuses", QueryRefused, "nobody is let in"),
    ],
)
def test_what_is_no_state_is_said(servers: dict[str, str], name: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        state_of(servers[name], seconds=1.0 if name == "never" else 10.0)


def test_another_path_is_no_query_node(servers: dict[str, str]) -> None:
    with pytest.raises(NotReachable):
        state_of(servers["at_once"].replace("/graphql", "/elsewhere"))
