"""The register of duties: one line each, in the order their tables are listed."""

from secretariat.duties import bounties, elections, forum, guidance, kpis, leaderboard, proposals, spending, terms
from secretariat.duties.duty import Duty

DUTIES: tuple[Duty, ...] = (
    leaderboard.DUTY,
    spending.DUTY,
    bounties.DUTY,
    kpis.DUTY,
    elections.DUTY,
    proposals.DUTY,
    terms.DUTY,
    guidance.DUTY,
    forum.DUTY,
)
