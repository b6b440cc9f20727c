"""Community bounties: what was offered, what was paid, and what Jsgenesis has not reimbursed."""

from secretariat.duties.bounties.payment_tables import PAYMENTS, REFILLS, UNREIMBURSED
from secretariat.duties.bounties.rules import problems
from secretariat.duties.bounties.tables import BOUNTIES
from secretariat.duties.duty import Duty
from secretariat.facts.bounties import Bounty, BountyNote, BountyTableRow
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.terms import Refill

DUTY = Duty(
    name="bounties",
    role=("B16",),
    needs=(Bounty.KIND, BountyTableRow.KIND, BountyNote.KIND, SpendingRow.KIND, Refill.KIND),
    tables=(BOUNTIES, PAYMENTS, UNREIMBURSED, REFILLS),
    problems=problems,
)
