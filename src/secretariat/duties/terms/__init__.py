"""Terms: the election of the secretary, the threads for feedback on the council's round and for term summaries, with their deadline and who has posted."""

from secretariat.duties.duty import Duty, Watched
from secretariat.duties.terms.review import review
from secretariat.duties.terms.settings import Settings
from secretariat.facts.desk_decisions import MandateRecord
from secretariat.facts.secretary_decisions import ElectingProposal, NotWilling, PermissionSeen, Willing

DUTY = Duty(
    name="terms",
    role=("C1", "C4", "T1", "B1"),
    needs=(),
    watches=(
        Watched(kind="stored-council"),
        Watched(kind="stored-seat"),
        Watched(kind="runtime-constant"),
        Watched(kind="elected-council"),
        Watched(kind="council-seat"),
        Watched(kind="election-cycle"),
        Watched(kind="stored-proposal"),
        Watched(kind="proposal", which="open"),
        Watched(kind="proposal", which="newest", most=300),
        Watched(kind="proposal-decision", which="newest", most=1_000),
        Watched(kind="membership", which="named"),
        Watched(kind="live-category"),
        Watched(kind="live-thread", which="newest", most=1_000),
        Watched(kind="live-post", which="newest", most=3_000),
    ),
    decisions=(Willing, NotWilling, ElectingProposal, PermissionSeen, MandateRecord),
    settings=Settings,
    review=review,
)
