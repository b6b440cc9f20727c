"""A client of the node over its own handler, and a chain that has some of everything."""

import json
from typing import Any

from secretariat.devnet.addresses import address_of
from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.node.node import Node
from secretariat.devnet.node.rpc import JsonRpc
from secretariat.devnet.serving import Request
from secretariat.devnet.wallet import Account, Wallet, account_by_name, payload_of
from tests.devnet.node.rules import RULES, fund

ADA = account_by_name(7, "ada")
BO = account_by_name(7, "bo")
HEADERS = {"content-type": "application/json"}
EXTENSIONS = [
    "CheckNonZeroSender", "CheckSpecVersion", "CheckTxVersion", "CheckGenesis", "CheckMortality", "CheckNonce", "CheckWeight",
    "ChargeTransactionPayment",
]  # fmt: skip


class Refused(Exception):
    """A JSON-RPC error."""

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(error)
        self.code, self.data = error["code"], error.get("data")


class Desk:
    """Asks a node and signs for Ada, with what the node answers alone."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.rpc = JsonRpc(node)
        self.wallet = Wallet([ADA, BO])

    def post(self, body: Any) -> Any:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        answer = self.rpc(Request(method="POST", path="/", headers=HEADERS, body=raw))
        return json.loads(answer.body) if answer.body else None

    def __call__(self, method: str, *params: Any) -> Any:
        answer = self.post({"jsonrpc": "2.0", "id": 1, "method": method, "params": list(params)})
        if "error" in answer:
            raise Refused(answer["error"])
        return answer["result"]

    def request(self, account: Account = ADA, *, period: int = 64, **changes: Any) -> dict[str, Any]:
        """Give a SignerPayloadJSON as a page makes one."""
        head = self("chain_getFinalizedHead")
        number = int(self("chain_getHeader", head)["number"], 16)
        version = self("state_getRuntimeVersion")
        address = address_of(account.public)
        era = bytes([0]) if not period else ((period.bit_length() - 2) | (number % period) << 4).to_bytes(2, "little")
        made = {
            "address": address,
            "blockHash": head if period else self("chain_getBlockHash", 0),
            "blockNumber": f"0x{number:08x}",
            "era": "0x" + era.hex(),
            "genesisHash": self("chain_getBlockHash", 0),
            "method": "0x" + self.node.runtime_at(self.node.chain.now).call("System.remark", remark=b"hello").hex(),
            "nonce": f"0x{self('system_accountNextIndex', address):08x}",
            "signedExtensions": EXTENSIONS,
            "specVersion": f"0x{version['specVersion']:08x}",
            "tip": f"0x{0:032x}",
            "transactionVersion": f"0x{version['transactionVersion']:08x}",
            "version": 4,
        }
        return made | changes

    def call(self, name: str, **args: Any) -> str:
        return "0x" + self.node.runtime_at(self.node.chain.now).call(name, **args).hex()

    def extrinsic(self, request: dict[str, Any], account: Account = ADA, signature: str = "") -> str:
        """Put a signed request together; without a signature the wallet signs it."""
        signed = bytes.fromhex((signature or self.wallet.sign_payload(request)["signature"])[2:])
        payload, method = payload_of(request), bytes.fromhex(request["method"][2:])
        extra = payload[len(method) : len(payload) - 72]
        body = b"\x84" + account.public + signed + extra + method
        length = (len(body) << 2 | 1).to_bytes(2, "little") if len(body) >= 64 else bytes([len(body) << 2])
        return "0x" + (length + body).hex()

    def submit(self, **changes: Any) -> str:
        found: str = self("author_submitExtrinsic", self.extrinsic(self.request(**changes)))
        return found


def desk(*, past: int = 5000, ahead: int = 9) -> Desk:
    """Start a node over a chain with some values, at a block behind its generated past."""
    chain = Chain(7)
    chain.put("Council.Stage", {"stage": {"Idle": {"ends_at": 900_000}}, "changed_at": 0})
    for member in range(40):
        chain.put("Council.Candidates", candidate(member), member)
        chain.put("ProposalsEngine.VoteExistsByProposalByVoter", "Approve", member % 4, member)
    fund(chain, ADA.public, 10**15)
    fund(chain, BO.public, 10**15)
    chain.put(":secret", "the world's own", 1)
    chain.transaction(past // 2, lambda chain: chain.emit("Council.BudgetRefill", 3))
    chain.transaction(past // 2, lambda chain: chain.put("Council.Candidates", None, 3))
    chain.settle(past)
    node = Node(chain, RULES, b"practice network, never mainnet!", lag=2)
    node.advance(past + ahead)
    return Desk(node)


def candidate(member: int) -> dict[str, Any]:
    key = bytes([member]) * 32
    return {
        "staking_account_id": key,
        "reward_account_id": key,
        "cycle_id": 1,
        "stake": 10**16,
        "vote_power": 0,
        "note_hash": None,
    }
