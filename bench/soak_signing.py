"""Hold what is signed here against a real Substrate runtime and the practice network: python -m bench.soak_signing [--folder FOLDER].

Needs node and npm; the packages are installed into FOLDER, or into a folder that is removed afterwards, with three tries. A
parachain's runtime (Rococo Asset Hub, complete in its genesis) runs in chopsticks on 127.0.0.1 and asks nobody. Every check is
printed. Ends with 1 when one fails, and with 0, saying so, on a machine without node.
"""

import argparse
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from secretariat.clients.failures import CallFailed
from secretariat.clients.http import WireSettings, open_wire
from secretariat.clients.substrate import metadata
from secretariat.clients.substrate.codec import Call, encode_call, encode_storage_value, storage_value
from secretariat.clients.substrate.eras import mortal
from secretariat.clients.substrate.keys import storage_key
from secretariat.clients.substrate.rpc import Node, call, node_at
from secretariat.clients.substrate.signing import (
    Request,
    SigningChain,
    bytes_to_sign,
    extrinsic_hash,
    payload,
    signed_extrinsic,
    signing_chain,
)
from secretariat.clients.substrate.types import Runtime
from secretariat.devnet.network import Network
from secretariat.devnet.node.rpc import JsonRpc
from secretariat.devnet.serving import serve
from secretariat.devnet.wallet import Account, account_by_name
from secretariat.devnet.world.build import build
from secretariat.effects.chain.find import find
from secretariat.effects.chain.receipts import receipt_of
from secretariat.effects.chain.submit import submit
from secretariat.facts.accounts import address_of
from secretariat.formats.calls.build import batch_all

PACKAGES = ("@acala-network/chopsticks@1.1.0", "@substrate/connect-known-chains@1.10.3")
GENESIS = "@substrate/connect-known-chains/dist/esm/specs/rococo_v2_2_asset_hub.js"
TRIES, BETWEEN = 3, 5.0
LONGEST_INSTALL, LONGEST_START = 600.0, 120.0
PERIOD, SHORT = 64, 4


@dataclass
class Checks:
    """What was checked, printed as it comes."""

    failed: int = 0
    made: int = 0

    def __call__(self, what: str, good: bool, told: object) -> None:
        """Print one check."""
        self.made += 1
        self.failed += not good
        print(f"{'good' if good else 'FAILED':6}  {what}: {str(told)[:200]}", flush=True)


@dataclass(kw_only=True)
class Chain:
    """A chain that is asked as the product asks it; ``block`` makes one more, ``holds`` is an account that can pay."""

    name: str
    node: Node
    runtime: Runtime
    holds: Account
    block: Callable[[], None]
    version: dict[str, Any] = field(default_factory=dict)

    @property
    def signing(self) -> SigningChain:
        """Give how this chain's transactions are signed."""
        return signing_chain(
            self.runtime,
            genesis=bytes.fromhex(call(self.node, "chain_getBlockHash", 0)[2:]),
            spec_version=self.version["specVersion"],
            transaction_version=self.version["transactionVersion"],
        )

    def head(self) -> tuple[int, str]:
        """Give the finalised head's number and hash."""
        found = str(call(self.node, "chain_getFinalizedHead"))
        return int(call(self.node, "chain_getHeader", found)["number"], 16), found

    def request(self, data: bytes, account: Account | None = None, **changes: Any) -> Request:
        """Ask for a call's signature as the product does."""
        who = account or self.holds
        number, block_hash = self.head()
        address = address_of("0x" + who.public.hex(), self.runtime.ss58_prefix)
        made = Request(
            chain=self.signing,
            call=data,
            account=who.public,
            nonce=call(self.node, "system_accountNextIndex", address),
            block=number,
            block_hash=bytes.fromhex(block_hash[2:]),
            era=mortal(PERIOD, number),
        )
        return replace(made, **changes)

    def signed(self, request: Request, account: Account | None = None) -> bytes:
        """Sign with the scheme before the signature, as a wallet answers."""
        who = account or self.holds
        return signed_extrinsic(request, b"\x01" + who.sign(bytes_to_sign(payload(request))))


def install(folder: Path) -> None:
    """Install the packages. Raises CalledProcessError when the registry fails three times."""
    (folder / "package.json").write_text('{"private": true}')
    for left in reversed(range(TRIES)):
        command = ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", *PACKAGES]
        done = subprocess.run(command, cwd=folder, check=not left, timeout=LONGEST_INSTALL)
        if done.returncode == 0:
            return
        print(f"the registry failed; {left} tries are left", file=sys.stderr)
        time.sleep(BETWEEN)


def free_port() -> int:
    """Find a port that nobody has."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def chopsticks(folder: Path) -> Iterator[str]:
    """Run the real runtime while the block runs, and give its address. It makes blocks only when told to."""
    write = (
        f"import {{ chainSpec }} from './node_modules/{GENESIS}'; import fs from 'fs'; "
        "fs.writeFileSync('spec.json', chainSpec)"
    )
    subprocess.run(["node", "--input-type=module", "-e", write], cwd=folder, check=True, timeout=60)
    port = free_port()
    program = [str(folder / "node_modules" / ".bin" / "chopsticks"), "--chain-spec", str(folder / "spec.json")]
    program += ["--host", "127.0.0.1", "--port", str(port), "--build-block-mode", "Manual"]
    with (folder / "chopsticks.log").open("wb") as log:
        process = subprocess.Popen(program, cwd=folder, stdout=log, stderr=log)
        try:
            until = time.monotonic() + LONGEST_START
            while b"RPC listening" not in (folder / "chopsticks.log").read_bytes():
                if process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError((folder / "chopsticks.log").read_text()[-3000:])
                time.sleep(0.2)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(20)


def runtime_of(node: Node) -> tuple[Runtime, dict[str, Any]]:
    """Read a node's runtime and its version."""
    return metadata.load(call(node, "state_getMetadata")), call(node, "state_getRuntimeVersion")


def real_chain(node: Node) -> Chain:
    """Give the real runtime's chain, with an account that has money put into its storage."""
    runtime, version = runtime_of(node)
    holds = account_by_name(7, "holds")
    empty = storage_value(runtime, "System", "Account", None)
    rich = {**empty, "providers": 1, "data": {**empty["data"], "free": 10**15}}
    key = storage_key(runtime, "System", "Account", "0x" + holds.public.hex())
    call(node, "dev_setStorage", [[key, encode_storage_value(runtime, "System", "Account", rich)]])

    def block() -> None:
        call(node, "dev_newBlock", {"count": 1})

    block()
    return Chain(name="Rococo Asset Hub", node=node, runtime=runtime, holds=holds, block=block, version=version)


def practice_chain(node: Node, network: Network) -> Chain:
    """Give the practice network's chain."""
    runtime, version = runtime_of(node)
    person = next(iter(network.world.people.values()))

    def block() -> None:
        network.advance(1 + network.node.lag)

    holds = Account(name=person.name, seed=person.secret())
    return Chain(name="practice network", node=node, runtime=runtime, holds=holds, block=block, version=version)


def remarks(runtime: Runtime, *texts: bytes) -> bytes:
    """Encode a call that does nothing but say something, or a batch of such."""
    each = [Call(pallet="System", function="remark_with_event", args={"remark": text}) for text in texts]
    return encode_call(runtime, each[0] if len(each) == 1 else batch_all(runtime, each))


def transfer(runtime: Runtime) -> bytes:
    """Encode a payment; some runtimes take an account with a byte before it that says what it is."""
    key = "0x" + "5a" * 32
    dest: Any = {"Id": key} if signing_chain_has_byte(runtime) else key
    args = {"dest": dest, "value": 10**12}
    return encode_call(runtime, Call(pallet="Balances", function="transfer_keep_alive", args=args))


def signing_chain_has_byte(runtime: Runtime) -> bool:
    """Tell whether the runtime's accounts have a byte before them."""
    return signing_chain(runtime, genesis=bytes(32), spec_version=0, transaction_version=0).multi_address


def taken(chain: Chain, check: Checks) -> None:
    """Check that well signed transactions are taken, come into a block, and have a receipt."""
    calls = {
        "a remark": remarks(chain.runtime, b"hello"),
        "a payload above 256 bytes": remarks(chain.runtime, b"x" * 400),
        "a payment": transfer(chain.runtime),
        "a batch of which all or nothing is done": remarks(chain.runtime, b"one", b"two"),
    }
    for what, data in calls.items():
        sent = chain.signed(chain.request(data))
        own = "0x" + extrinsic_hash(sent).hex()
        first = chain.head()[0] + 1
        outcome = submit(chain.node, sent)
        check(f"{chain.name}, {what} is taken", outcome.verdict == "sent", f"{outcome.verdict} {outcome.why}")
        chain.block()
        sight = find(chain.node, own, first, chain.head()[0])
        check(f"{chain.name}, {what} is in a block", sight is not None, sight)
        if sight is not None:
            receipt = receipt_of(chain.node, chain.runtime, sight)
            check(f"{chain.name}, {what} succeeded there", not receipt.failure, receipt.failure or "ExtrinsicSuccess")


BAD, OLD, POOR, USED = (
    ("badProof", "bad signature"),
    ("ancient", "badProof", "bad signature"),
    ("payment", "pay"),
    ("stale", "outdated"),
)
"""Words of the runtime and of a node for a signature that is not good, an era that is over, an empty account, a number used up."""


def refused(chain: Chain, born: tuple[int, str], check: Checks) -> None:
    """Check that what is wrong about a transaction is refused for that, and comes into no block. ``born`` is a block of long ago."""
    data = remarks(chain.runtime, b"refused")
    good = chain.request(data)
    whole = chain.signed(good)
    at = whole.index(chain.holds.public) + 33 + 20
    poor = account_by_name(7, "poor")
    over = replace(good, block=born[0], block_hash=bytes.fromhex(born[1][2:]), era=mortal(SHORT, born[0]))
    cases: dict[str, tuple[bytes, tuple[str, ...]]] = {
        "a broken signature": (whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], BAD),
        "another genesis": (chain.signed(replace(good, chain=replace(good.chain, genesis=bytes([7]) * 32))), BAD),
        "another spec version": (chain.signed(replace(good, chain=replace(good.chain, spec_version=1))), BAD),
        "an account without money": (chain.signed(chain.request(data, poor), poor), POOR),
        "a number that is used up": (chain.signed(replace(good, nonce=0)), USED),
        "an era that is over": (chain.signed(over), OLD),
    }
    for what, (sent, words) in cases.items():
        outcome = submit(chain.node, sent)
        first = chain.head()[0] + 1
        chain.block()
        sight = find(chain.node, "0x" + extrinsic_hash(sent).hex(), first, chain.head()[0])
        said = outcome.verdict != "sent" and any(word in outcome.why for word in words)
        check(f"{chain.name}, {what} is refused for that", said, f"{outcome.verdict}: {outcome.why}")
        check(f"{chain.name}, {what} is in no block", sight is None, sight)
    again = submit(chain.node, whole)
    check(f"{chain.name}, with its signature whole it is taken", again.verdict == "sent", again.verdict)


def tried(chain: Chain, check: Checks) -> None:
    """Run every check against one chain."""
    print(
        f"{chain.name}: {chain.version['specName']} {chain.version['specVersion']}, {', '.join(chain.signing.extensions)}"
    )
    born = chain.head()
    taken(chain, check)
    refused(chain, born, check)


def checked(folder: Path) -> int:
    """Run all checks against both chains; gives how many failed."""
    check = Checks()
    with open_wire(WireSettings(attempts=1, whole_seconds=60)) as wire:
        with chopsticks(folder) as url:
            tried(real_chain(node_at(wire, url)), check)
        network = Network(build("ordinary-term", size="small"))
        server = serve("node", JsonRpc(network.node))
        try:
            tried(practice_chain(node_at(wire, server.url), network), check)
        finally:
            server.close()
    print(f"{check.made} checks, {check.failed} failed; {', '.join(PACKAGES)}")
    return check.failed


def main() -> int:
    """Install and check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="where the packages are, or are installed")
    folder: Path | None = parser.parse_args().folder
    if shutil.which("node") is None or shutil.which("npm") is None:
        print("node and npm are not here: no real runtime was tried")
        return 0
    with tempfile.TemporaryDirectory(prefix="secretariat-signing-") as made:
        place = folder or Path(made)
        if not (place / "node_modules" / "@acala-network" / "chopsticks").is_dir():
            install(place)
        try:
            return 1 if checked(place) else 0
        except CallFailed as error:
            print(f"FAILED  {error}", file=sys.stderr)
            return 1


if __name__ == "__main__":
    sys.exit(main())
