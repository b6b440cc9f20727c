"""The rule that needs the ledger and the chain side by side."""

from secretariat.duties.spending.outcomes import chain_outcomes, contradicts
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.problems import Problem, Target, problem
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.spending_ledger import ledger


def problems(snapshot: Snapshot) -> tuple[Problem, ...]:
    """Find every ledger row whose status is not what the chain says became of the proposal."""
    outcomes = chain_outcomes(snapshot)
    found = []
    for row in ledger(snapshot):
        fact = row.fact
        word = outcomes.get((fact.chain, fact.number)) if fact.chain else None
        if word is not None and contradicts(fact.status, word.outcome):
            what = (
                f"The ledger says proposal {fact.number} on {fact.chain} is {fact.status}; "
                f"the chain says {word.outcome} ({word.source})."
            )
            found.append(
                problem(
                    "contradiction",
                    file=row.file,
                    line=row.line,
                    subject=f"{row.key} status and chain",
                    what=what,
                    repair="Set the ledger's status to what the chain says.",
                    target=Target(kind=SpendingRow.KIND, key=row.key, field="status"),
                )
            )
    return tuple(found)
