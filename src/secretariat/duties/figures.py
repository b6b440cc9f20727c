"""The duties that publish tables or find problems in the facts, in the order their tables are listed.

They stand apart from the rest of the register, since building the tables then needs no word of what is said at the desk.
"""

from secretariat.duties import bounties, guidance, kpis, leaderboard, spending
from secretariat.duties.duty import Duty

WITH_TABLES: tuple[Duty, ...] = (
    leaderboard.DUTY,
    spending.DUTY,
    bounties.DUTY,
    kpis.DUTY,
    guidance.DUTY,
)
