"""The register of duties: one line each; those with tables come first."""

from secretariat.duties import digests, elections, forum, proposals, terms
from secretariat.duties.duty import Duty
from secretariat.duties.figures import WITH_TABLES

DUTIES: tuple[Duty, ...] = (
    *WITH_TABLES,
    elections.DUTY,
    proposals.DUTY,
    terms.DUTY,
    forum.DUTY,
    digests.DUTY,
)
