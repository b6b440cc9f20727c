"""Hold the practice network's node against @polkadot/api: python -m bench.soak_polkadot [--folder FOLDER].

Needs node and npm; the packages are installed into FOLDER, or into a folder that is removed afterwards, with three tries.
The library connects over HTTP, reads, signs and submits; every check is printed. Ends with 1 when one fails, and with 0,
saying so, on a machine without node.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.devnet.node.desk import ADA
from tests.devnet.node.lived import lived

from secretariat.devnet.node.node import Node
from secretariat.devnet.node.rpc import JsonRpc
from secretariat.devnet.node.rules import RULES
from secretariat.devnet.serving import Request, Response, serve
from secretariat.devnet.wallet import Wallet

PACKAGES = (
    "@polkadot/api@16.5.6",
    "@polkadot/keyring@14.0.3",
    "@polkadot/types@16.5.6",
    "@polkadot/util@14.0.3",
    "@polkadot/util-crypto@14.0.3",
)
SCRIPT = Path(__file__).with_name("polkadot_js.mjs")
TRIES, BETWEEN = 3, 5.0
LONGEST = 300.0
PACE = 0.2
"""Seconds between blocks while the library works."""


def install(folder: Path) -> None:
    """Install the packages. Raises CalledProcessError when the registry fails three times."""
    (folder / "package.json").write_text('{"private": true}')
    for left in reversed(range(TRIES)):
        done = subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", *PACKAGES], cwd=folder, check=not left
        )
        if done.returncode == 0:
            return
        print(f"the registry failed; {left} tries are left", file=sys.stderr)
        time.sleep(BETWEEN)


@contextmanager
def running(node: Node) -> Iterator[None]:
    """Let the chain go on, a block at a time."""
    over = threading.Event()

    def pace() -> None:
        while not over.wait(PACE):
            with node.lock:
                node.advance(node.chain.now + 1)

    thread = threading.Thread(target=pace, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(10)


def wallet(request: Request) -> Response:
    """Answer as a page's signer does."""
    asked: dict[str, Any] = json.loads(request.body)
    double = Wallet([ADA])
    sign = double.sign_payload if asked["way"] == "payload" else double.sign_raw
    return Response(body=json.dumps(sign(asked["request"])).encode())


def checked(folder: Path) -> int:
    """Run the library against a node, and print what it found. Gives how many checks failed."""
    script = shutil.copy(SCRIPT, folder)
    node = Node(lived(), RULES, b"practice network, never mainnet!")
    server, signer = serve("node", JsonRpc(node)), serve("wallet", wallet)
    with running(node):
        done = subprocess.run(
            ["node", script, server.url, "0x" + ADA.seed.hex(), signer.url],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
    server.close()
    signer.close()
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    for row in rows:
        print(f"{'good' if row['good'] else 'FAILED':6}  {row['check']}: {row['told']}")
    failed = sum(not row["good"] for row in rows) or int(done.returncode != 0)
    print(f"{len(rows)} checks, {failed} failed; {', '.join(PACKAGES)}")
    if failed:
        print(done.stderr[-4000:], file=sys.stderr)
    return failed


def main() -> int:
    """Install and check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="where the packages are, or are installed")
    folder: Path | None = parser.parse_args().folder
    if shutil.which("node") is None or shutil.which("npm") is None:
        print("node and npm are not here: @polkadot/api was not tried")
        return 0
    with tempfile.TemporaryDirectory(prefix="secretariat-polkadot-") as made:
        place = folder or Path(made)
        if not (place / "node_modules" / "@polkadot" / "api").is_dir():
            install(place)
        return 1 if checked(place) else 0


if __name__ == "__main__":
    sys.exit(main())
