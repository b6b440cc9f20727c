"""Builders of rows of the spending ledger."""

from typing import Any

from secretariat.facts.ledger import SpendingRow
from secretariat.facts.networks import chain_of
from secretariat.facts.records import AnyStated, Stated
from tests.build import whole


def spending(
    number: int, minted: int | None = None, *, network: str = "antioch", copy: bool = False, line: int = 1, **given: Any
) -> AnyStated:
    """State an approved row of the ledger, or of its older copy. ``minted`` is in whole tokens."""
    chain = chain_of(network)
    fact = SpendingRow(
        **{
            "network": network,
            "chain": chain,
            "number": number,
            "title": f"Proposal {number}",
            "status": "approved",
            "amount_minted": whole(minted),
            **given,
        }
    )
    return Stated(
        kind=SpendingRow.KIND,
        key=f"{chain}/{number}",
        file="ledger.json" if copy else "ledger.csv",
        format="spending-json" if copy else "spending-csv",
        line=line,
        fact=fact,
    )
