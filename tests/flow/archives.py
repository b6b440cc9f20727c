"""Small archives for the flow's tests, written to disk."""

from pathlib import Path

from secretariat import config
from secretariat.flow.context import Context, open_store_at

HEADER = (
    "Testnet,Proposal #,Title,Status,Amount Asked,Amount Minted,Exchange Rate,$ amount,Category,Bounty,WG,Reimbursed\n"
)
LEDGER = HEADER + (
    "Antioch,1,Paint the door,Approved,2000000,2000000,,,Tools,,,\n"
    "Antioch,2,,,,,,,,,,\n"
    "Antioch,3,Mend the roof,Approved,1000000,3-Mar,0.00003,30,Tools,,,N\n"
)
LEDGER_PATH = "archives/council/spending_proposal_categories.csv"


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below a folder; gives the folder."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def context(url: str) -> Context:
    """Give a context with a new store."""
    return Context(config=config.Config(), engine=open_store_at(url))
