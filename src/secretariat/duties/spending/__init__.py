"""The spending ledger: every proposal that asked for tokens, what it got, and what it was for."""

from secretariat.duties.duty import Duty
from secretariat.duties.spending.rules import problems
from secretariat.duties.spending.tables import BY_CATEGORY, SPENDING
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.proposals import DumpedProposal
from secretariat.facts.rates import DayRate

DUTY = Duty(
    name="spending",
    role=("B15",),
    needs=(SpendingRow.KIND, DumpedProposal.KIND, Proposal.KIND, DayRate.KIND),
    tables=(SPENDING, BY_CATEGORY),
    problems=problems,
)
