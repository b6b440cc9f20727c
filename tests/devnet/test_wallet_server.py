"""The wallet double on its own address: what programs ask, what a page gets, and who is refused."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import sr25519

from secretariat.devnet.addresses import address_of
from secretariat.devnet.serving import Server, serve
from secretariat.devnet.wallet import account_by_name, payload_of
from secretariat.devnet.wallet_server import WalletServer
from tests.conftest import missing

ADA, BO = account_by_name(7, "ada"), account_by_name(7, "bo")
REQUEST = {
    "address": address_of(ADA.public, 42),
    "blockHash": "0x" + "11" * 32,
    "blockNumber": "0x00000005",
    "era": "0x5500",
    "genesisHash": "0x" + "22" * 32,
    "method": "0x00000c616263",
    "nonce": "0x00000001",
    "signedExtensions": ["CheckSpecVersion", "CheckTxVersion", "CheckGenesis", "CheckMortality", "CheckNonce"],
    "specVersion": "0x000007d4",
    "tip": "0x00000000000000000000000000000000",
    "transactionVersion": "0x00000002",
    "version": 4,
}
PAGE = """
import { readFileSync } from "node:fs";
globalThis.window = globalThis;
const kept = (promise) => promise.then((value) => value, (error) => ({ refused: error.message }));
const answers = [];
for (const [script, name, todo, told] of JSON.parse(readFileSync(0, "utf8"))) {
  (0, eval)(await (await fetch(script)).text());
  const wallet = await kept(window.injectedWeb3[name].enable("Secretariat"));
  const acts = {
    accounts: () => wallet.accounts.get(),
    subscribe: () => new Promise((resolve) => wallet.accounts.subscribe(resolve)),
    raw: () => wallet.signer.signRaw(told),
    payload: () => wallet.signer.signPayload(told),
    metadata: async () => [await wallet.metadata.provide(told), await wallet.metadata.get()],
  };
  answers.push(wallet.refused ? wallet : await kept(acts[todo]()));
}
console.log(JSON.stringify(answers));
"""


@pytest.fixture
def wallet() -> Iterator[Server]:
    server = serve("wallet", WalletServer(lambda: (ADA, BO)))
    yield server
    server.close()


@pytest.fixture
def page(wallet: Server, tmp_path: Path) -> Any:
    """Give a function that loads the script as a page does, and lets it do something there."""
    if shutil.which("node") is None:
        missing("node", "a page's script is run with it; install nodejs")
    (tmp_path / "page.mjs").write_text(PAGE)

    def do(*acts: tuple[str, Any, str]) -> Any:
        """Load the script anew for each act: what is done, with what, and the query with which the script is asked for."""
        names = {True: "polkadot-js", False: "practice-wallet"}
        given = [
            (f"{wallet.url}/injected.js{query}", names["polkadot-js" in query], act, told) for act, told, query in acts
        ]
        words = ["node", str(tmp_path / "page.mjs")]
        done = subprocess.run(words, input=json.dumps(given), capture_output=True, text=True, timeout=60, check=True)
        return json.loads(done.stdout)

    return do


def test_a_page_signs_in_and_signs_a_transaction(page: Any) -> None:
    text = {"address": address_of(BO.public), "data": "0x" + b"hello".hex(), "type": "bytes"}
    definition = {"genesisHash": "0x22", "specVersion": 2004, "types": {}}
    accounts, subscribed, raw, payload, metadata = page(
        ("accounts", None, ""),
        ("subscribe", None, ""),
        ("raw", text, ""),
        ("payload", REQUEST, ""),
        ("metadata", definition, ""),
    )
    assert [one["name"] for one in accounts] == ["ada", "bo"]
    assert subscribed == accounts
    assert sr25519.verify(bytes.fromhex(raw["signature"][2:]), b"<Bytes>hello</Bytes>", BO.public)
    signature = bytes.fromhex(payload["signature"][2:])
    assert signature[0] == 1
    assert sr25519.verify(signature[1:], payload_of(REQUEST), ADA.public)
    assert metadata == [True, [{"genesisHash": "0x22", "specVersion": 2004}]]


def test_what_the_script_is_asked_to_be(page: Any) -> None:
    strange = REQUEST | {"address": address_of(bytes(32))}
    accounts, *refused = page(
        ("accounts", None, "?name=polkadot-js&accounts=bo"),
        ("payload", REQUEST, "?accounts=bo"),
        ("payload", REQUEST, "?cancels=1"),
        ("accounts", None, "?rejects=1"),
        ("payload", strange, ""),
        ("payload", REQUEST | {"version": 5}, ""),
    )
    assert [one["name"] for one in accounts] == ["bo"]
    assert [one["refused"][:29] for one in refused] == [
        "Unable to find the account",
        "Cancelled",
        "Rejected",
        "the wallet has no account 'j4",
        "only transactions of version ",
    ]


@pytest.mark.parametrize("query", ["?name=", "?name=%22;x", "?accounts=nobody"])
def test_a_script_that_cannot_be_is_refused(wallet: Server, query: str) -> None:
    assert httpx.get(f"{wallet.url}/injected.js{query}", trust_env=False).status_code == 400


def test_only_pages_of_this_machine_are_served(wallet: Server) -> None:
    with httpx.Client(base_url=wallet.url, trust_env=False) as client:
        for origin in ("http://127.0.0.1:8000", "http://localhost", "http://[::1]:5"):
            for answer in (
                client.get("/accounts", headers={"origin": origin}),
                client.options("/sign_raw", headers={"origin": origin}),
                client.post("/sign_raw", json={}, headers={"origin": origin}),
            ):
                assert answer.headers["access-control-allow-origin"] == origin
        for origin in ("https://example.org", "null", "http://127.0.0.1.example.org", "http://["):
            refused = client.post("/sign_raw", json={}, headers={"origin": origin})
            assert (refused.status_code, "access-control-allow-origin" in refused.headers) == (403, False)


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/elsewhere", None, 404),
        ("GET", "/sign_raw", None, 404),
        ("POST", "/sign_raw", [], 400),
        ("POST", "/sign_payload", {"address": 7}, 400),
        ("POST", "/account", {"address": "x"}, 400),
        ("POST", "/metadata", {"specVersion": "many"}, 400),
    ],
)
def test_what_makes_no_sense_is_told(wallet: Server, method: str, path: str, body: Any, status: int) -> None:
    answer = httpx.request(method, wallet.url + path, json=body, trust_env=False)
    assert (answer.status_code, set(answer.json())) == (status, {"error"})
