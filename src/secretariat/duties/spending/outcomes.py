"""What the chain says became of the proposals in the ledger."""

from dataclasses import dataclass

from secretariat.facts.council_terms import MAINNET
from secretariat.facts.live_spending import funding_requests, outcome_of
from secretariat.facts.proposal_view import SETTLED
from secretariat.facts.proposals import DumpedProposal, Outcome
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot

_LEDGER_WORD = {"executed": "approved"}
"""The ledger writes approved where the chain says executed; all other words are the same."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ChainWord:
    """What a dump or the query node says became of one proposal."""

    outcome: Outcome
    source: str


def chain_outcomes(snapshot: Snapshot) -> dict[tuple[str, int], ChainWord]:
    """Give the chain's word on each chain and number: of the query node on the main network, of dumps on others."""
    words = {key: _word(stated) for key, stated in _dumped(snapshot).items()}
    for record in funding_requests(snapshot):
        outcome = outcome_of(record.fact)
        if outcome is not None and record.fact.number is not None:
            words[MAINNET, record.fact.number] = ChainWord(outcome=outcome, source=record.source)
    return words


def _word(stated: Stated[DumpedProposal]) -> ChainWord:
    return ChainWord(outcome=stated.fact.outcome or "", source=stated.source)


def _dumped(snapshot: Snapshot) -> dict[tuple[str, int], Stated[DumpedProposal]]:
    """Give the dumped proposal of each chain and number; of several dumps the first that has it settled."""
    found: dict[tuple[str, int], Stated[DumpedProposal]] = {}
    for dumped in snapshot.of(DumpedProposal):
        chain, outcome = dumped.fact.chain, dumped.fact.outcome
        if chain is None or outcome is None:
            continue
        known = found.setdefault((chain, dumped.fact.number), dumped)
        if outcome in SETTLED and known.fact.outcome not in SETTLED:
            found[(chain, dumped.fact.number)] = dumped
    return found


def contradicts(status: str | None, outcome: Outcome | None) -> bool:
    """Tell whether a ledger's status and a chain's outcome cannot both be true; what is not settled says nothing."""
    if status is None or outcome not in SETTLED:
        return False
    return status != _LEDGER_WORD.get(str(outcome), outcome)
